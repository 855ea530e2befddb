"""How a run of text looks in the end: its own marks, those of its styles, the defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.letters import package

_W = f"{{{package.W}}}"
_OFF = {"0", "false", "off"}


class Look:
    """The styles of a document, asked for one run at a time."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        styles = parts.get("word/styles.xml")
        root = package.parse(styles, "word/styles.xml") if styles else etree.Element("none")
        self._styles = {str(one.get(f"{_W}styleId")): one for one in root.iter(f"{_W}style")}
        self._default = next(
            (
                name
                for name, one in self._styles.items()
                if one.get(f"{_W}default", "0") not in _OFF and one.get(f"{_W}type") == "paragraph"
            ),
            "",
        )
        self._base = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")

    def mark(self, run: etree._Element, tag: str) -> etree._Element | None:
        """Return the element ``tag`` of ``w:rPr`` that rules for ``run``, or ``None``."""
        for properties in self._layers(run):
            found = properties.find(f"{_W}{tag}")
            if found is not None:
                return found
        return None

    def is_on(self, run: etree._Element, tag: str) -> bool:
        """Tell whether the switch ``tag`` (such as ``vanish``) is on for ``run``."""
        found = self.mark(run, tag)
        return found is not None and found.get(f"{_W}val", "1") not in _OFF

    def paragraphs(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the ``w:pPr`` that count for ``paragraph``, the nearest first."""
        own = paragraph.find(f"{_W}pPr")
        if own is not None:
            yield own
        named = own.find(f"{_W}pStyle") if own is not None else None
        yield from self._chain(_style(named) or self._default, "pPr")

    def _layers(self, run: etree._Element) -> Iterator[etree._Element]:
        """Yield the ``w:rPr`` that count for ``run``, the nearest first."""
        own = run.find(f"{_W}rPr")
        if own is not None:
            yield own
            yield from self._chain(_style(own.find(f"{_W}rStyle")))
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        named = paragraph.find(f"{_W}pPr/{_W}pStyle") if paragraph is not None else None
        yield from self._chain(_style(named) or self._default)
        if self._base is not None:
            yield self._base

    def _chain(self, name: str, kind: str = "rPr") -> Iterator[etree._Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            properties = style.find(f"{_W}{kind}")
            if properties is not None:
                yield properties
            name = _style(style.find(f"{_W}basedOn"))


def _style(named: etree._Element | None) -> str:
    return str(named.get(f"{_W}val", "")) if named is not None else ""
