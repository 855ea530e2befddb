"""Approval stamps two copies that differ in copy mark, paraf box and code, and in nothing else."""

import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kernel.ids import read_code
from pipeline.letters import package
from pipeline.letters.compose import Draft
from pipeline.letters.copies import Copy, identifier, make_code, stamp, words_of
from pipeline.letters.errors import NoPlace
from pipeline.letters.matter import Matter
from pipeline.letters.rules import check
from pipeline.letters.text import frozen_text, read
from pipeline.settings import Settings
from tests.letters.docx_files import edited, raw
from tests.letters.matters import POLICE, VICTIM

Composer = Callable[[Matter], Draft]
NUMBER, DAY, LETTER = "400.2/031/P2TP2A/XI/2026", date(2026, 11, 25), "2026-0001-1"
BODY = package.BODY


def stamped(draft: bytes) -> tuple[Copy, Copy]:
    return stamp(draft, NUMBER, DAY, LETTER, 1, b"k" * 32, "k1")


def test_number_date_and_mark_are_stamped_and_konsep_is_gone(composed: Composer, settings: Settings) -> None:
    for copy in stamped(composed(VICTIM).docx):
        text = frozen_text(copy.docx)
        sheet = read(text)
        assert (sheet.number, sheet.date_line) == (NUMBER, "Muara Lanting, 25 November 2026")
        assert "KONSEP" not in text
        assert f"Salinan ke-{copy.number} dari 2" in text
        assert f"{LETTER} · {copy.code.in_words()}" in text
        assert "Halaman 1 dari 1" in text
        assert check(text, VICTIM, settings, DAY, is_numbered=True) == ()


def test_the_copies_differ_only_in_mark_box_and_code(composed: Composer) -> None:
    first, second = (package.unpack(copy.docx) for copy in stamped(composed(POLICE).docx))
    assert first.keys() == second.keys()
    other = {name for name in first if first[name] != second[name]}
    pictures = {name for name in other if "media/" in name}
    assert other - pictures == {BODY, "word/footer1.xml", "docProps/core.xml"}
    assert len(pictures) == 1
    copies = stamped(composed(POLICE).docx)
    all_lines = [words_of(copy, frozen_text(copy.docx), ()) for copy in copies]
    assert all_lines[0] == all_lines[1]
    for copy, words in zip(copies, all_lines, strict=True):
        assert words != words_of(copy, frozen_text(copy.docx) + "\nSalinan ke-3 dari 2", ())
    bare = [
        re.sub(rb"<w:tbl>(?:(?!<w:tbl>).)*?RangkapParaf.*?</w:tbl>", b"", copy[BODY])
        for copy in (first, second)
    ]
    assert bare[0] == bare[1]


def test_the_boxes_are_of_one_height(composed: Composer) -> None:
    heights = []
    for copy in stamped(composed(VICTIM).docx):
        body = package.unpack(copy.docx)[BODY].decode()
        rows = re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="exact"/>', body)
        heights.append(sum(map(int, rows)))
    assert heights == [964, 964]


def test_stamping_again_gives_the_same_bytes(composed: Composer) -> None:
    draft = composed(VICTIM).docx
    assert stamped(draft) == stamped(draft)


def test_the_properties_name_letter_and_copy_and_nobody(composed: Composer) -> None:
    for copy in stamped(composed(VICTIM).docx):
        properties = Document(io.BytesIO(copy.docx)).core_properties
        assert properties.identifier == identifier(copy.code) == f"{LETTER}:{copy.number}"
        assert (properties.author, properties.last_modified_by) == ("", "")


TEXT = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)


@given(st.integers(1, 99), st.integers(1, 2), st.binary(min_size=16, max_size=16), TEXT, TEXT)
def test_a_code_is_upper_case_and_bound_to_all_it_covers(
    revision: int, copy: int, key: bytes, key_id: str, digest: str
) -> None:
    code = make_code(LETTER, revision, copy, key, key_id, digest)
    assert read_code(str(code)) == code
    others = {
        make_code("2026-0001-2", revision, copy, key, key_id, digest).check,
        make_code(LETTER, revision + 1, copy, key, key_id, digest).check,
        make_code(LETTER, revision, 3 - copy, key, key_id, digest).check,
        make_code(LETTER, revision, copy, key + b"x", key_id, digest).check,
        make_code(LETTER, revision, copy, key, f"{key_id}x", digest).check,
        make_code(LETTER, revision, copy, key, key_id, f"{digest}x").check,
    }
    assert code.check not in others
    assert len(others) == 6


def test_a_number_split_over_runs_is_replaced_whole(composed: Composer) -> None:
    draft = edited(
        composed(VICTIM).docx, BODY, "400.2/___/P2TP2A",
        "400.2/_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_</w:t></w:r><w:r><w:tab/><w:t/></w:r><w:r><w:t>_/P2TP2A",
    )  # fmt: skip
    with pytest.raises(NoPlace):
        stamped(draft)
    whole = edited(draft, BODY, "<w:r><w:tab/><w:t/></w:r>", "")
    assert read(frozen_text(stamped(whole)[0].docx)).number == NUMBER


def test_a_draft_typed_anew_in_word_finds_its_places() -> None:
    box = "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>Paraf</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    lines = ("X, 1 Mei 2026", "Nomor:", "400.2/___/V/2026", "KONSEP", "Yth. Kepala")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    first, _ = stamped(raw(f"{body}<w:tbl><w:tblGrid/><w:tr/></w:tbl>{box}", footer="Kantor"))
    text = frozen_text(first.docx)
    assert text.splitlines()[:4] == ["X, 25 November 2026", "Nomor:", NUMBER, "Yth. Kepala"]
    assert "Kantor" in text
    assert "Salinan ke-1 dari 2" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("400.2/___/P2TP2A/XI/2026", "sudah"),
        ("Muara Lanting, 24 November 2026", "besok"),
        (">Paraf petugas<", "><"),
        ("Demikian kami", "KONSEP kami"),
        ("Demikian kami", "___ kami"),
    ],
)
def test_a_draft_without_a_place_to_stamp_is_refused(old: str, new: str, composed: Composer) -> None:
    with pytest.raises(NoPlace) as caught:
        stamped(edited(composed(VICTIM).docx, BODY, old, new))
    assert "Konsep" in caught.value.text()


def test_a_draft_that_ends_before_its_date_is_refused() -> None:
    with pytest.raises(NoPlace):
        stamped(raw("<w:p><w:r><w:t>Nomor : 1/___/2</w:t></w:r></w:p>"))


def test_every_footer_that_a_page_can_show_bears_the_code(composed: Composer) -> None:
    document = Document(io.BytesIO(composed(VICTIM).docx))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.first_page_footer.paragraphs[0].text = "Alamat kantor"
    section.first_page_header.paragraphs[0].text = "KONSEP"
    document.add_section()
    own = document.add_section()
    own.footer.is_linked_to_previous = False
    out = io.BytesIO()
    document.save(out)
    for copy in stamped(out.getvalue()):
        parts = package.unpack(copy.docx)
        footers = [parts[name].decode() for name in parts if re.fullmatch(r"word/footer\d+\.xml", name)]
        assert len(footers) == 4
        assert all(f"Salinan ke-{copy.number} dari 2" in footer and "r:embed" in footer for footer in footers)
        assert "KONSEP" not in frozen_text(copy.docx)
        assert "Alamat kantor" in frozen_text(copy.docx)
