"""The tags of a template as docxtpl reads them, and the traps that would lose text.

docxtpl replaces the paragraph, row, cell or run around ``{%p …%}``, ``{%tr …%}``, ``{%tc …%}``, ``{%r …%}``
by the bare tag: what else stands there is lost, so each must stand alone where it belongs.
"""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.letters import package

_W = f"{{{package.W}}}"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PLACED = re.compile(r"\{([%{#])(tr|tc|p|r)\s")
_CELL = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_ALONE = {kind: re.compile(rf"\s*\{{%{kind}\s[^%]*%\}}\s*") for kind in ("tr", "tc", "p")}
_NAMES = {"tr": "barisnya", "tc": "selnya", "p": "paragrafnya"}
_LOST = tuple(_W + name for name in ("drawing", "pict", "sectPr", "footnoteReference", "endnoteReference"))


def source(part: bytes) -> str:
    """Return a text part as Jinja source: tags put together over runs, ``{%p`` in place of what is around them."""
    from docxtpl import DocxTemplate

    text = etree.tostring(package.parse(part, "templat"), encoding="unicode")
    return _DECLARED + str(DocxTemplate(None).patch_xml(text))


def traps(part: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Yield each paragraph whose tags would lose something or stand in the wrong place, with why."""
    for paragraph in package.parse(part, name).iter(f"{_W}p"):
        text = _text(paragraph)
        for mark, kind in _PLACED.findall(text):
            if (reason := _misplaced(paragraph, mark, kind)) is not None:
                yield text, reason
        if _CELL.search(text) and _room(paragraph, "tc") is None:
            yield text, "tanda sel tabel (colspan, cellbg, vm, hm) hanya dipakai dalam sel sebuah tabel"
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
            yield text, "kurung {{ }} atau {% %} tidak berpasangan"


def _misplaced(paragraph: etree._Element, mark: str, kind: str) -> str | None:
    if mark != "%":
        return f"tanda {{{mark}{kind} tidak dipakai; isiannya tidak akan tampak. Hapus huruf {kind}"
    if kind == "r":
        return None
    room = _room(paragraph, kind)
    if room is None:
        return f"{{%{kind} …%}} hanya dipakai dalam tabel"
    if _ALONE[kind].fullmatch(_text(room)) is None:
        return f"{{%{kind} …%}} harus sendirian dalam {_NAMES[kind]}; teks lain akan hilang"
    if next(room.iter(*_LOST), None) is not None:
        return (
            f"{{%{kind} …%}} berbagi tempat dengan gambar, catatan atau pergantian bagian, yang akan hilang"
        )
    return None


def _room(paragraph: etree._Element, kind: str) -> etree._Element | None:
    if kind == "p":
        return paragraph
    room = next(paragraph.iterancestors(_W + kind), None)
    return None if room is None or room.find(f".//{_W}tbl") is not None else room


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))
