"""Text unseen on paper, which the chair would sign: hidden, pale, tiny, squeezed, off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.kernel.text import N_, Text
from pipeline.letters import package
from pipeline.letters.text import Paragraph, own, paragraphs

_W = f"{{{package.W}}}"
_OFF = {"0", "false", "off"}
_ONLY_TAG = re.compile(r"\s*\{%(?:p|tr)\s[^%]*%\}\s*")
_SMALLEST = 6
"""Half points."""
_PALE = 0.25
"""Least difference in brightness."""
_NARROWEST, _TIGHTEST, _HIGHEST = 50, -60, 48
"""Per cent; twips; half points."""
_LOWEST, _FARTHEST = 80, 9000
"""Twips: height of a line, indent."""
_PAINTED = {
    "black": 0.0, "white": 1.0, "yellow": 0.9, "cyan": 0.7, "green": 0.6, "magenta": 0.3, "lightGray": 0.75,
}  # fmt: skip
_GROUNDS = ("pPr", "tcPr", "tblPr")
_WHITE_THEMES = frozenset(("background1", "background2", "light1", "light2"))


def hidden(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Paragraph, Text]]:
    """Part, paragraph and reason where text is not seen."""
    look = _Look(parts)
    for name in package.text_parts(parts):
        for paragraph in paragraphs(package.parse(parts[name], name)):
            for reason in dict.fromkeys(_reasons(paragraph, look)):
                yield name, paragraph, reason


def _reasons(paragraph: Paragraph, look: _Look) -> Iterator[Text]:
    element = paragraph.element
    hiding = N_("hidden text")
    if any(mark.get(f"{_W}val", "1") not in _OFF for mark in own(element, "vanish", "webHidden")):
        yield hiding
    if _ONLY_TAG.fullmatch(paragraph.text) is not None:  # it vanishes when the letter is made
        return
    for run in own(element, "r"):
        if not "".join(text.text or "" for text in run.iter(f"{_W}t")).strip():
            continue
        if look.is_on(run, "vanish") or look.is_on(run, "webHidden"):
            yield hiding
        if _is_unseen(run, look):
            yield N_("white or pale text, unseen on paper")
        if _is_squeezed(run, element, look):
            yield N_("text squeezed or off the page")
        points = _number(look.mark(run, "sz"), "val")
        if points is not None and points < _SMALLEST:
            yield N_("text too small to read")


class _Look:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        styles = parts.get("word/styles.xml")
        root = package.parse(styles, "word/styles.xml") if styles else etree.Element("none")
        self._styles = {str(style.get(f"{_W}styleId")): style for style in root.iter(f"{_W}style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{_W}default", "0") not in _OFF and style.get(f"{_W}type") == "paragraph"
            ),
            "",
        )
        self._base = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")

    def mark(self, run: etree._Element, tag: str) -> etree._Element | None:
        for properties in self._layers(run):
            element = properties.find(f"{_W}{tag}")
            if element is not None:
                return element
        return None

    def is_on(self, run: etree._Element, tag: str) -> bool:
        mark = self.mark(run, tag)
        return mark is not None and mark.get(f"{_W}val", "1") not in _OFF

    def paragraphs(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        own = paragraph.find(f"{_W}pPr")
        if own is not None:
            yield own
        named = own.find(f"{_W}pStyle") if own is not None else None
        yield from self._chain(_style(named) or self._default, "pPr")

    def _layers(self, run: etree._Element) -> Iterator[etree._Element]:
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


def _is_unseen(run: etree._Element, look: _Look) -> bool:
    colour = look.mark(run, "color")
    grounds = _grounds(run, look)
    if colour is None:
        return False
    if colour.get(f"{_W}themeColor") in _WHITE_THEMES and max(grounds) >= 1 - _PALE:
        return True
    bright = _brightness(str(colour.get(f"{_W}val", "auto")))
    return bright is not None and any(abs(bright - ground) < _PALE for ground in grounds)


def _is_squeezed(run: etree._Element, paragraph: etree._Element, look: _Look) -> bool:
    scale, gap, lift = (_number(look.mark(run, tag), "val") for tag in ("w", "spacing", "position"))
    if (scale is not None and scale < _NARROWEST) or (gap is not None and gap < _TIGHTEST):
        return True
    if (lift is not None and abs(lift) > _HIGHEST) or look.mark(run, "fitText") is not None:
        return True
    return any(map(_is_far, look.paragraphs(paragraph))) or any(
        height.get(f"{_W}hRule") == "exact"
        and (size := _number(height, "val")) is not None
        and size < _LOWEST
        for row in paragraph.iterancestors(f"{_W}tr")
        for height in row.iterfind(f"{_W}trPr/{_W}trHeight")
    )


def _is_far(properties: etree._Element) -> bool:
    if properties.find(f"{_W}framePr") is not None:
        return True
    spacing, indent = properties.find(f"{_W}spacing"), properties.find(f"{_W}ind")
    line, rule = _number(spacing, "line"), "auto" if spacing is None else spacing.get(f"{_W}lineRule", "auto")
    if line is not None and line < _LOWEST and rule in ("auto", "exact"):
        return True
    steps = [_number(indent, tag) or 0 for tag in ("left", "start", "right", "end", "firstLine", "hanging")]
    return max(steps) > _FARTHEST or min(steps) < -2000


def _grounds(run: etree._Element, look: _Look) -> list[float]:
    painted = look.mark(run, "highlight")
    if painted is not None and painted.get(f"{_W}val") != "none":
        return [_PAINTED.get(str(painted.get(f"{_W}val")), 0.2)]
    grounds: list[float] = []
    around = (outer.find(f"{_W}{name}/{_W}shd") for outer in run.iterancestors() for name in _GROUNDS)
    for shade in (look.mark(run, "shd"), *around):
        if shade is None:
            continue
        is_clear = shade.get(f"{_W}val", "clear") == "clear"
        names = ("fill",) if is_clear else ("fill", "color")
        seen = [
            bright
            for name in names
            if (bright := _brightness(str(shade.get(f"{_W}{name}", "auto")))) is not None
        ]
        grounds += seen
        if seen and is_clear:
            return grounds
    return [*grounds, 1.0]


def _brightness(colour: str) -> float | None:
    if colour.lower() in _PAINTED:
        return _PAINTED[colour.lower()]
    if not re.fullmatch("[0-9a-fA-F]{6}", colour):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _number(element: etree._Element | None, name: str) -> float | None:
    given = str(element.get(f"{_W}{name}", "")) if element is not None else ""
    match = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)%?", given)
    return float(match[1]) if match else None
