"""Approval stamps a frozen draft into two copies: number, date, copy mark, paraf box and code.

The draft may come from a template or from Word; its bytes are frozen by digest first, and the code
of each copy is bound to that digest. The copies differ in nothing but copy mark, paraf box and
code. Rule: SOP step 11 (*rangkap 2*); a confidential letter states its copy and their number.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from lxml import etree

from pipeline.kernel.ids import CopyCode
from pipeline.letters import package, parts
from pipeline.letters.compose import neutral
from pipeline.letters.errors import NoPlace
from pipeline.letters.numbers import BLANK, DATE, long_date
from pipeline.letters.picture import code_png
from pipeline.letters.text import EDGE, PARAF, frozen_text, paragraph_text

COPIES = 2
DRAFT_MARK = "KONSEP"
_W = f"{{{package.W}}}"
_SIDE = parts.CODE_MM * 36_000
_CODE_ID = 9000


@dataclass(frozen=True)
class Copy:
    """One stamped copy: ``number`` (1 or 2), its DOCX bytes and the code it bears."""

    number: int
    docx: bytes
    code: CopyCode


def make_code(letter: str, revision: int, copy: int, key: bytes, key_id: str, draft_digest: str) -> CopyCode:
    """Return the code of a copy: HMAC-SHA256 over all that it must not be mixed up in, ten characters of base32.

    ``draft_digest`` is the SHA-256 (hex) of the frozen draft before anything is stamped.
    """
    said = "\n".join(("rangkap-code-1", letter, str(revision), str(copy), key_id, draft_digest))
    mac = hmac.new(key, said.encode(), hashlib.sha256).digest()
    return CopyCode(letter, copy, base64.b32encode(mac).decode()[:10])


def stamp(
    draft: bytes, number: str, day: date, letter: str, revision: int, key: bytes, key_id: str
) -> tuple[Copy, Copy]:
    """Stamp the frozen ``draft`` into copy 1 (addressee) and copy 2 (archive).

    Equal input gives equal bytes. Raises :class:`NoPlace` if the draft lacks a place to stamp,
    :class:`pipeline.letters.errors.NotDocx` or :class:`pipeline.letters.errors.Dangerous`.
    """
    digest = package.digest(draft)
    one, two = (make_code(letter, revision, copy, key, key_id, digest) for copy in range(1, COPIES + 1))
    return stamp_codes(draft, number, day, one, two)


def stamp_codes(draft: bytes, number: str, day: date, one: CopyCode, two: CopyCode) -> tuple[Copy, Copy]:
    """Stamp the frozen ``draft`` into two copies that bear these codes; see :func:`stamp`."""
    package.inspect(draft)
    first, second = (Copy(code.copy, _stamped(draft, number, day, code), code) for code in (one, two))
    return first, second


def lacking(draft: bytes) -> tuple[NoPlace, ...]:
    """Return every place to stamp that an inspected ``draft`` lacks, as approval would say it."""
    from docx import Document

    body: etree._Element = Document(io.BytesIO(draft)).element.body
    day, code = date(2000, 1, 1), CopyCode("2000-0001-1", 1, "A" * 10)
    places = (
        partial(_write_number, body, "1"),
        partial(_write_date, body, day),
        partial(_write_paraf, body, 1),
    )
    return _refusals(*places) or _refusals(partial(_stamped, draft, "1", day, code))


def _refusals(*steps: Callable[[], object]) -> tuple[NoPlace, ...]:
    found = []
    for step in steps:
        try:
            step()
        except NoPlace as error:
            found.append(error)
    return tuple(found)


def copy_line(copy: int) -> str:
    """Return the mark of a copy as it stands on each page."""
    return f"Salinan ke-{copy} dari {COPIES}"


def identifier(code: CopyCode) -> str:
    """Return what a copy's DOCX says about itself in its properties: ``2026-0042-3:1``."""
    return f"{code.letter}:{code.copy}"


def _stamped(draft: bytes, number: str, day: date, code: CopyCode) -> bytes:
    from docx import Document

    document = Document(io.BytesIO(draft))
    body: etree._Element = document.element.body
    _write_number(body, number)
    _write_date(body, day)
    _drop_draft_mark(body)
    _write_paraf(body, code.copy)
    image = code_png(str(code))
    _clear_edges(document)
    for turn, footer in enumerate(_footers(document)):
        _write_footer(footer, code, image, _CODE_ID + turn)
    out = io.BytesIO()
    document.save(out)
    stamped = neutral(package.unpack(out.getvalue()), identifier(code))
    _check(frozen_text(stamped), code)
    return stamped


def _check(text: str, code: CopyCode) -> None:
    if re.search(rf"\b{DRAFT_MARK}\b", text):
        raise NoPlace(
            place_id="tanda KONSEP di tempatnya sendiri", place_en="the mark KONSEP in a place of its own"
        )
    if BLANK in text.partition(EDGE)[0]:
        raise NoPlace(place_id="satu saja tempat nomor", place_en="just one place for the number")
    assert copy_line(code.copy) in text


def _write_number(body: etree._Element, number: str) -> None:
    begun = False
    for paragraph in body.iter(f"{_W}p"):
        text = _spaced(paragraph)
        begun = begun or text.strip().startswith("Nomor")
        found = re.search(r"[^\s:]*_{3,}[^\s:]*", text)
        if begun and found:
            _replace(paragraph, found.start(), found.end(), number)
            return
    raise NoPlace(
        place_id=f"tempat nomor ({BLANK}) pada baris Nomor", place_en=f"the place of the number ({BLANK})"
    )


def _write_date(body: etree._Element, day: date) -> None:
    for paragraph in body.iter(f"{_W}p"):
        text = _spaced(paragraph)
        if text.strip().startswith("Yth."):
            break
        found = re.search(rf"(?<=, ){DATE}\s*$", text)
        if found:
            _replace(paragraph, found.start(), found.end(), long_date(day))
            return
    raise NoPlace(
        place_id="baris “tempat, tanggal” di atas Yth.", place_en="the line “place, date” above Yth."
    )


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Yield the text pieces of a paragraph with their element; a tab or break is a space without one."""
    for one in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        parent = one.getparent()
        if one.tag == f"{_W}t":
            yield one, one.text or ""
        elif parent is not None and parent.tag == f"{_W}r":
            yield None, " "


def _spaced(paragraph: etree._Element) -> str:
    return "".join(text for _, text in _pieces(paragraph))


def _replace(paragraph: etree._Element, start: int, end: int, new: str) -> None:
    """Put ``new`` in place of the characters from ``start`` to ``end``, in the run where they begin."""
    at = 0
    for element, text in list(_pieces(paragraph)):
        low, high = max(start - at, 0), min(end - at, len(text))
        if element is not None and low < high:
            element.text = text[:low] + (new if at <= start else "") + text[high:]
        at += len(text)


def _drop_draft_mark(root: etree._Element) -> None:
    """Empty each paragraph that says KONSEP alone; the paragraph keeps its height."""
    for paragraph in root.iter(f"{_W}p"):
        if paragraph_text(paragraph).strip() == DRAFT_MARK:
            for run in list(paragraph.iter(f"{_W}r")):
                parent = run.getparent()
                assert parent is not None
                parent.remove(run)


def _fragment(content: str) -> list[etree._Element]:
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:ftr {parts.NAMESPACES}>{content}</w:ftr>"))


def _write_paraf(body: etree._Element, copy: int) -> None:
    """Put the paraf box of the copy in place of the draft's: labelled on copy 2, empty and as high on copy 1."""
    for table in body.iter(f"{_W}tbl"):
        first = next(table.iter(f"{_W}p"), None)
        is_inner = table.find(f".//{_W}tbl") is None
        if is_inner and first is not None and paragraph_text(first).strip().startswith(PARAF):
            box = parts.paraf_box() if copy == COPIES else parts.empty_box()
            parent = table.getparent()
            assert parent is not None
            parent.replace(table, _fragment(box)[0])
            return
    raise NoPlace(place_id="kotak paraf", place_en="the box for initials")


def _clear_edges(document: Any) -> None:
    """Empty the draft's marks in every header and footer of the file, shown or not."""
    for part in document.part.related_parts.values():
        if re.fullmatch(r"/word/(?:header|footer)\d*\.xml", str(part.partname)):
            _drop_draft_mark(part.element)
            for table in list(part.element.iterchildren(f"{_W}tbl")):
                if _is_ours(table):
                    part.element.remove(table)


def _footers(document: Any) -> Iterator[Any]:
    """Yield each footer that a page can show, made where it is missing; inherited ones once."""
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
            yield footer


def _write_footer(footer: Any, code: CopyCode, image: bytes, number: int) -> None:
    root: etree._Element = footer.part.element
    relation, _ = footer.part.get_or_add_image(io.BytesIO(image))
    words = f"{code.letter} · {code.in_words()}"
    picture = parts.picture(relation, number, "Kode salinan", _SIDE, _SIDE)
    root.insert(0, _fragment(parts.footer_table(copy_line(code.copy), words, picture))[0])


def _is_ours(table: etree._Element) -> bool:
    styles = {str(one.get(f"{_W}val")) for one in table.iter(f"{_W}pStyle")}
    text = " ".join(paragraph_text(one) for one in table.iter(f"{_W}p"))
    return bool(styles & {parts.COPY_STYLE, parts.CODE_STYLE}) or DRAFT_MARK in text
