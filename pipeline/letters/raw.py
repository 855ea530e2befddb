"""A text part read as it stands, without building a tree: its paragraphs, tables and sections by search.

Only for parts that :mod:`package` found sound, and only for those in the plain form that our templates,
Word and LibreOffice write (:func:`is_plain`): one prefix for the language, no comments, no text boxes,
no content controls. There each ``<`` begins a tag, and paragraphs do not nest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from xml.sax.saxutils import escape

from pipeline.letters import package, parts

PREFIXES = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', parts.NAMESPACES))
_BOUND = re.compile(r'xmlns:(\w+)="([^"]*)"')
_UNUSUAL = ("txbxContent", ":sdt", "customXml", ":ruby", "sectPrChange")
_DECLARED = re.compile(r"<\?xml [^?>]*encoding=[\"']UTF-8[\"'][^?>]*\?>\s*", re.IGNORECASE)
_OPENED = re.compile(r"<w:p(?: [^>]*)?>")
_TEXT = re.compile(r"<w:t(?: [^>]*[^/>])?>([^<]*)</w:t>")
_PIECE = re.compile(r"<w:t(?: [^>]*[^/>])?>([^<]*)</w:t>|<w:(?:tab|br)(?: [^>]*)?/>")
_TABLE = re.compile(r"w:tbl[ >]")
_RUN = re.compile(r"<w:r(?: [^>]*)?/>|<w:r(?: [^>]*[^/>])?>.*?</w:r>", re.DOTALL)
_CLOSED = "</w:p>"


class Paragraph(NamedTuple):
    """Where a paragraph begins and ends in a part, and where its properties end and its runs begin."""

    start: int
    inside: int
    end: int


class Piece(NamedTuple):
    """A piece of a paragraph's text: what it says, and where that stands in the part; a tab stands nowhere."""

    text: str
    start: int
    end: int


def is_plain(text: str) -> bool:
    """Tell whether a part is in the plain form that the functions here can read."""
    declared = _DECLARED.match(text)
    language, first = f'xmlns:w="{package.W}"', head(text)
    names = text.count("xmlns:")
    bound = first if names == first.count("xmlns:") else text
    return (
        text.count("<") == text.count(">")
        and text.count(package.W) == (first if bound is first else text).count("xmlns:w=") == 1
        and language in first
        and "='" not in first
        and all(PREFIXES.get(prefix, uri) == uri for prefix, uri in _BOUND.findall(bound))
        and (text.count("?") == 2 * (declared is not None) or text.count("<?") == (declared is not None))
        and ("!" not in text or "<!" not in text)
        and not any(one in text for one in _UNUSUAL)
    )


def head(text: str) -> str:
    """Return the first tag of a part, with its declarations."""
    start = text.index("<", 2) if text.startswith("<?") else 0
    return text[start : text.index(">", start) + 1]


def undeclared(text: str) -> str:
    """Return the declarations that a piece of ours needs and a part does not have, as attributes."""
    first = head(text)
    return "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in PREFIXES.items()
        if f'xmlns:{prefix}="{uri}"' not in first
    )


def says(text: str) -> str:
    """Return all words of a part in one, without a break anywhere."""
    return "".join(_TEXT.findall(text))


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Paragraph]:
    """Yield the paragraphs between two places."""
    for one in _OPENED.finditer(text, start, len(text) if end is None else end):
        begun = one.end()
        if text[begun - 2] == "/":
            yield Paragraph(one.start(), begun, begun)
            continue
        close = text.index(_CLOSED, begun)
        properties = text.find("</w:pPr>", begun, close)
        yield Paragraph(one.start(), begun if properties < 0 else properties, close + len(_CLOSED))


def said(text: str, paragraph: Paragraph) -> str:
    """Return the text of a paragraph, as Word shows it; a tab or break is a space."""
    inside = text[paragraph.inside : paragraph.end]
    if "<w:tab" in inside or "<w:br" in inside:
        return "".join(one.text for one in pieces(text, paragraph))
    return unescape("".join(_TEXT.findall(inside)))


def pieces(text: str, paragraph: Paragraph) -> list[Piece]:
    """Return the pieces of the text of a paragraph, as Word shows them; its properties have none."""
    found = _PIECE.finditer(text, paragraph.inside, paragraph.end)
    return [Piece(" ", -1, -1) if one[1] is None else Piece(unescape(one[1]), *one.span(1)) for one in found]


def replaced(text: str, found: list[Piece], start: int, end: int, new: str) -> str:
    """Return ``text`` with ``new`` in place of the characters from ``start`` to ``end`` of the pieces ``found``."""
    out: list[str] = []
    at = before = 0
    for one in found:
        low, high = max(start - at, 0), min(end - at, len(one.text))
        if one.start >= 0 and low < high:
            said = one.text[:low] + (new if at <= start else "") + one.text[high:]
            out += (text[before : one.start], escape(said))
            before = one.end
        at += len(one.text)
    return "".join((*out, text[before:]))


def without_runs(text: str, paragraph: Paragraph) -> str:
    """Return ``text`` with the runs of one paragraph taken out."""
    inside = _RUN.sub("", text[paragraph.inside : paragraph.end])
    return text[: paragraph.inside] + inside + text[paragraph.end :]


def tables(text: str, *, inner: bool) -> list[tuple[int, int]]:
    """Return where the tables that hold no other begin and end (``inner``), else those that no other holds."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    last = -1
    for one in _TABLE.finditer(text):
        at = one.start()
        if text[at - 1] == "<":
            last = at - 1
            opened.append(last)
        elif text[at - 2 : at] == "</":
            start = opened.pop()
            if (start == last) if inner else not opened:
                found.append((start, one.end()))
    return sorted(found)
