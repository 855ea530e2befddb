"""Approval stamps a frozen draft into two copies (SOP step 11, *rangkap 2*)."""

import base64
import hmac
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from lxml import etree

from pipeline.kernel.ids import CopyCode
from pipeline.letters import package, parts, places
from pipeline.letters.compose import neutral
from pipeline.letters.errors import NoPlace
from pipeline.letters.picture import code_png

COPIES = 2
_FIRST_ID, _FIRST_ID_OF_SHEET = 9000, 9100
_EDGES = re.compile(r"/word/(?:header|footer)\d*\.xml")


@dataclass(frozen=True)
class Copy:
    """One stamped copy."""

    number: int
    docx: bytes
    code: CopyCode


def copy_line(copy: int) -> str:
    """The mark of a copy on each page."""
    return f"Salinan ke-{copy} dari {COPIES}"


def identifier(code: CopyCode) -> str:
    """In a copy's properties: ``2026-0042-3:1``."""
    return f"{code.letter}:{code.copy}"


def make_code(letter: str, revision: int, copy: int, key: bytes, key_id: str, draft_digest: str) -> CopyCode:
    """An HMAC; ``draft_digest`` is SHA-256."""
    message = "\n".join(("rangkap-code-1", letter, str(revision), str(copy), key_id, draft_digest))
    mac = hmac.digest(key, message.encode(), "sha256")
    return CopyCode(letter, copy, base64.b32encode(mac[:10]).decode()[:10])


def stamp(
    draft: bytes,
    number: str,
    day: date | None,
    letter: str,
    revision: int,
    key: bytes,
    key_id: str,
    paraf: Sequence[str] = (),
) -> tuple[Copy, Copy]:
    """Copy 1 (addressee) and 2 (archive); no ``day``: written by hand.

    Raises :class:`NoPlace`, :class:`BadDocx`.
    """
    digest = package.digest(draft)
    first, second = (make_code(letter, revision, copy, key, key_id, digest) for copy in range(1, COPIES + 1))
    return stamp_codes(draft, number, day, first, second, paraf)


def stamp_codes(
    draft: bytes,
    number: str,
    day: date | None,
    first_code: CopyCode,
    second_code: CopyCode,
    paraf: Sequence[str] = (),
) -> tuple[Copy, Copy]:
    """:func:`stamp` with given codes."""
    package.inspect(draft)
    first, second = (_stamped(draft, number, day, code, paraf) for code in (first_code, second_code))
    return Copy(first_code.copy, first, first_code), Copy(second_code.copy, second, second_code)


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
    own = parts.paraf_box(paraf or parts.PARAF_LABELS) if code.copy == COPIES else parts.empty_box()
    parent.replace(box, parts.fragment(own))
    for part in document.part.related_parts.values():
        if _EDGES.fullmatch(str(part.partname)):
            places.drop_draft_mark(part.element)
            places.drop_own_tables(part.element, places.DRAFT_MARK)
    made = with_code(document, code, copy_line(code.copy), _FIRST_ID, "Kode salinan")
    stamped = package.inspect(made)
    places.need_clean({name: package.parse(stamped[name], name) for name in package.text_parts(stamped)})
    return made


def with_code(document: Any, code: CopyCode, title: str, first: int, name: str) -> bytes:
    """DOCX with ``code`` in the foot of every page."""
    image, words = code_png(str(code)), _code_line(code)
    for turn, footer in enumerate(_footers(document)):
        relation, _ = footer.part.get_or_add_image(io.BytesIO(image))
        picture = parts.code_picture(relation, first + turn, name)
        places.drop_own_tables(footer.part.element)
        footer.part.element.insert(0, parts.fragment(parts.footer_table(title, words, picture)))
    out = io.BytesIO()
    document.save(out)
    return neutral(package.unpack(out.getvalue()), identifier(code))


def words_of(copy: Copy, text: str, paraf: Sequence[str]) -> list[str]:
    """The lines of a stamped ``text`` but for what stamping adds: its mark, its code and the box for initials."""
    own = {copy_line(copy.number), _code_line(copy.code), "\t".join(paraf or parts.PARAF_LABELS)}
    return [line for line in text.splitlines() if line not in own]


def _code_line(code: CopyCode) -> str:
    return f"{code.letter} · {code.in_words()}"


def mark_sheet(sheet: bytes, code: CopyCode, title: str) -> bytes:
    """The same, also where the office took the foot out."""
    from docx import Document

    return with_code(Document(io.BytesIO(sheet)), code, title, _FIRST_ID_OF_SHEET, "Kode lembar")


def _footers(document: Any) -> Iterator[Any]:
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


def lacking(draft: bytes) -> tuple[NoPlace, ...]:
    """Every place to stamp that an inspected ``draft`` lacks."""
    body = package.parse(package.inspect(draft)[package.BODY], package.BODY)
    day, first, second = date(2000, 1, 1), *(CopyCode("2000-0001-1", copy, "A" * 10) for copy in (1, 2))
    steps = (
        partial(places.write_number, body, "1"),
        partial(places.write_date, body, day),
        partial(places.paraf_box, body),
    )
    return tuple(_refusals(*steps)) or tuple(_refusals(partial(stamp_codes, draft, "1", day, first, second)))


def _refusals(*steps: Callable[[], object]) -> Iterator[NoPlace]:
    for step in steps:
        try:
            step()
        except NoPlace as error:
            yield error
