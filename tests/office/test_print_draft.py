"""The chair reads a draft before she approves it; the officer is told why one came back."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.office.answer.preview import preview
from pipeline.office.answer.print_out import print_draft
from pipeline.office.cases.forms_sheets import fingerprint
from pipeline.office.letters import letter_files
from pipeline.records import letters
from pipeline.records.sheets import SheetKind
from pipeline.rendering.convert import to_pdf
from tests.office import printouts
from tests.office.bureau import CHAIR, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with


def test_the_chair_reads_the_draft_as_a_pdf_marked_konsep(drafted: Bureau, tmp_path: Path) -> None:
    path = print_draft(drafted.session(CHAIR), FIRST, tmp_path / "baca")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "KONSEP" in text
    assert path.name == f"{FIRST}-1-konsep.pdf"


def test_every_page_of_a_draft_and_its_decision_sheet_name_the_same_revision_and_fingerprint(
    drafted: Bureau, tmp_path: Path
) -> None:
    drafted.draft(FIRST, follow_up="penjangkauan ke sekolah, " * 38 + "asesmen")
    path = print_draft(drafted.session(CHAIR), FIRST, tmp_path)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    mark = f"KONSEP {FIRST}-1 · revisi 2 · kode pemeriksa {fingerprint(letters.get(f'{FIRST}-1'))}"
    assert len(pages) > 1
    for place, page_text in enumerate(pages, 1):
        assert f"{mark} · halaman {place} dari {len(pages)}" in page_text
    assert preview(drafted.session(CHAIR), FIRST).fingerprint in mark
    _, (sheet,) = printouts.sheet(drafted.session(CHAIR), SheetKind.REVIEW, FIRST, tmp_path)
    text = " ".join("".join(page.extract_text() for page in PdfReader(sheet).pages).split())
    assert fingerprint(letters.get(f"{FIRST}-1")) in text


def test_the_mark_moves_nothing_on_the_page(drafted: Bureau, tmp_path: Path) -> None:
    path = print_draft(drafted.session(CHAIR), FIRST, tmp_path)
    draft = letter_files.draft_of(drafted.settings, letters.get(f"{FIRST}-1"))
    (plain,) = to_pdf([draft], folder=drafted.settings.var / "pdf")
    (before,), (after,) = (PdfReader(io.BytesIO(content)).pages for content in (plain, path.read_bytes()))
    own = before.extract_text().strip()
    assert own in after.extract_text()
    assert "kode pemeriksa" not in own
    assert before.mediabox.height == pytest.approx(float(after.mediabox.height))


def test_an_approved_letter_has_no_draft_to_read(approved: Bureau, tmp_path: Path) -> None:
    with refused_with("office.no_letter"):
        print_draft(approved.session(CHAIR), FIRST, tmp_path)
