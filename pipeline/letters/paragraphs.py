"""The paragraphs of a DOCX as a person counts them: with text, from top to bottom, each with its surroundings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.letters import package

_W = f"{{{package.W}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True)
class Paragraph:
    """One ``w:p``: its number, whole text and element.

    Only paragraphs with text are counted, from 1, cells of tables included; one without text has the number 0.
    """

    number: int
    text: str
    element: etree._Element


def paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """Yield the paragraphs of a part in order; what stands twice for older programs is taken once."""
    number = 0
    for element in root.iter(f"{_W}p"):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        text = text_of(element)
        has_text = bool(text.strip())
        number += has_text
        yield Paragraph(number if has_text else 0, text, element)


def text_of(paragraph: etree._Element) -> str:
    """Return the text of one paragraph, without that of text boxes within it."""
    pieces = []
    for one in own(paragraph, "t", "tab", "br", "cr", "noBreakHyphen", "delText"):
        name = etree.QName(one).localname
        parent = one.getparent()
        if name in {"t", "delText"}:
            pieces.append(one.text or "")
        elif parent is not None and parent.tag == f"{_W}r":
            pieces.append("-" if name == "noBreakHyphen" else " ")
    return "".join(pieces)


def own(paragraph: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these names that belong to the paragraph itself, not to one inside it."""
    for one in paragraph.iter(*(f"{_W}{name}" for name in names)):
        if next(one.iterancestors(f"{_W}p"), None) is paragraph:
            yield one
