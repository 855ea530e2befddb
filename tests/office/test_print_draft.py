"""The chair reads a draft before she approves it; the officer is told why one came back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.office.draft import returned_because
from pipeline.office.errors import NoLetter, NotYours
from pipeline.office.print_out import print_draft
from pipeline.office.review import send_back
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST


def test_the_chair_reads_the_draft_as_a_pdf_marked_konsep(drafted: Bureau, tmp_path: Path) -> None:
    path = print_draft(drafted.desk(CHAIR), FIRST, tmp_path / "baca")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "KONSEP" in text
    assert path.name == f"{FIRST}-1-konsep.pdf"
    with pytest.raises(NotYours):
        print_draft(drafted.desk(CLERK), FIRST, tmp_path)


def test_an_approved_letter_has_no_draft_to_read(approved: Bureau, tmp_path: Path) -> None:
    with pytest.raises(NoLetter):
        print_draft(approved.desk(CHAIR), FIRST, tmp_path)


def test_the_officer_is_told_why_a_draft_came_back(drafted: Bureau) -> None:
    assert returned_because(FIRST) == ""
    send_back(drafted.desk(CHAIR), FIRST, "Sebutkan rujukan.")
    assert returned_because(FIRST) == "Sebutkan rujukan."
