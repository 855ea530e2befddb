"""Stamping by python-docx, for drafts that are not laid out as usual: footers missing, even pages, other plumbing.

Slower than :mod:`stamp_press`, and the yardstick for it: a test compares the parts of both.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from lxml import etree

from pipeline.kernel.ids import CopyCode
from pipeline.letters import footing, package, parts, places
from pipeline.letters.compose import neutral
from pipeline.letters.picture import code_png

_EDGES = re.compile(r"/word/(?:header|footer)\d*\.xml")


def stamped(
    draft: bytes, number: str, day: date | None, codes: Sequence[CopyCode], paraf: Sequence[str] = ()
) -> tuple[bytes, ...]:
    """Return the inspected ``draft`` stamped once for each of ``codes``. Raises :class:`NoPlace`."""
    return tuple(_stamped(draft, number, day, code, paraf) for code in codes)


def _stamped(draft: bytes, number: str, day: date | None, code: CopyCode, paraf: Sequence[str]) -> bytes:
    from docx import Document

    document = Document(io.BytesIO(draft))
    body: etree._Element = document.element.body
    places.write_number(body, number)
    places.write_date(body, day)
    places.drop_draft_mark(body)
    box = places.paraf_box(body)
    parent = box.getparent()
    assert parent is not None
    parent.replace(box, _fragment(footing.box(code, paraf)))
    image = code_png(str(code))
    for part in document.part.related_parts.values():
        if _EDGES.fullmatch(str(part.partname)):
            places.drop_draft_mark(part.element)
            places.drop_own_tables(part.element)
    for turn, footer in enumerate(_footers(document)):
        relation, _ = footer.part.get_or_add_image(io.BytesIO(image))
        footer.part.element.insert(0, _fragment(footing.table(code, relation, footing.CODE_ID + turn)))
    out = io.BytesIO()
    document.save(out)
    made = neutral(package.unpack(out.getvalue()), footing.identifier(code))
    places.need_clean(package.opened(made).trees)
    return made


def _fragment(content: str) -> etree._Element:
    from docx.oxml import parse_xml

    element: etree._Element = parse_xml(f"<w:ftr {parts.NAMESPACES}>{content}</w:ftr>")[0]
    return element


def _footers(document: Any) -> Iterator[Any]:
    """Yield each footer that a page can show, made where it is missing; inherited and shared ones once."""
    seen = set()
    for index, section in enumerate(document.sections):
        shown = [section.footer]
        if section.different_first_page_header_footer:
            shown.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            shown.append(section.even_page_footer)
        for footer in shown:
            if index and footer.is_linked_to_previous:
                continue
            footer.is_linked_to_previous = False
            if footer.part.partname not in seen:
                seen.add(footer.part.partname)
                yield footer
