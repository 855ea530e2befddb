"""Several letters at once: approved with one run of LibreOffice, printed as one job; reprints have a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pipeline.kernel.errors import BadId
from pipeline.office.base.errors import ContactChanged, CopyDamaged, FilingPending, NoLetter
from pipeline.office.base.errors_review import (
    BadSheets,
    NoFolder,
    NotPrintedYet,
    PrintedAlready,
    SignedAlready,
)
from pipeline.office.base.errors_steps import ReasonNeeded
from pipeline.office.base.remarks import remarks
from pipeline.office.letters.numbering import NumberGone
from pipeline.office.signing import batch, print_out, review
from pipeline.office.signing.print_out import Again
from pipeline.records import cases, letters
from pipeline.records.errors import NotFound
from pipeline.records.letters import LetterState
from pipeline.records.models import HistoryRow
from pipeline.rendering.errors import NotRendered
from tests.office.bureau import CHAIR, CLERK, SCHOOL, Bureau
from tests.office.stages import FIRST, SECOND

At = Callable[[str], Bureau]


def counted(patch: pytest.MonkeyPatch) -> list[int]:
    """Count how many documents each run of LibreOffice gets."""
    runs: list[int] = []
    convert = review.to_pdf

    def counting(documents: Sequence[bytes], **named: Any) -> list[bytes]:
        runs.append(len(documents))
        return convert(documents, **named)

    patch.setattr(review, "to_pdf", counting)
    return runs


def test_a_batch_is_approved_in_one_run_with_numbers_in_order(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    runs = counted(monkeypatch)
    found = batch.approve_all(office.desk(CHAIR), [SECOND, "2026-0099", FIRST, SECOND])
    assert [one.case for one in found] == [SECOND, "2026-0099", FIRST]
    assert runs == [4]
    numbers = [one.letter.number if one.letter else type(one.error) for one in found]
    assert numbers == ["400.2/001/P2TP2A/XI/2026", NotFound, "400.2/002/P2TP2A/XI/2026"]
    assert office.verify() == []
    again = batch.approve_all(office.desk(CHAIR), [FIRST, SECOND])
    assert [one.letter for one in again] == [None, None]
    with pytest.raises(BadId):
        batch.approve_all(office.desk(CHAIR), ["../2026-0001"])


def test_a_letter_that_spoils_the_run_or_loses_its_number_is_approved_by_itself(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    convert, enter = review.to_pdf, review.enter
    gone = iter([True])

    def spoilt(documents: Sequence[bytes], **named: Any) -> list[bytes]:
        if len(documents) > 2:
            raise NotRendered(number=3)
        return convert(documents, **named)

    def losing(*given: Any) -> Any:
        if next(gone, False):
            raise NumberGone(what="Nomor", read=1, now=2)
        return enter(*given)

    monkeypatch.setattr(review, "to_pdf", spoilt)
    office.register(SCHOOL)
    office.draft("2026-0003", SCHOOL)
    (one, two) = batch.approve_all(office.desk(CHAIR), [FIRST, SECOND])
    assert (one.error, two.error) == (None, None)
    monkeypatch.setattr(review, "to_pdf", convert)
    monkeypatch.setattr(review, "enter", losing)
    (one,) = batch.approve_all(office.desk(CHAIR), ["2026-0003"])
    assert one.letter is not None
    assert one.letter.number == "400.2/003/P2TP2A/XI/2026"


def test_an_approval_whose_filing_waits_is_told_as_done_and_pending(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    enter = review.enter

    def pending(desk: Any, ready: Any, pdfs: Any) -> Any:
        enter(desk, ready, pdfs)
        raise FilingPending(case=FIRST, reason="cakram penuh")

    monkeypatch.setattr(review, "enter", pending)
    (one,) = batch.approve_all(office.desk(CHAIR), [FIRST])
    assert isinstance(one.error, FilingPending)
    assert one.letter is not None
    assert one.letter.state == LetterState.APPROVED

    def refusing(*_: Any) -> Any:
        raise ContactChanged(case=SECOND)

    monkeypatch.setattr(review, "enter", refusing)
    (two,) = batch.approve_all(office.desk(CHAIR), [SECOND])
    assert (two.letter, type(two.error)) == (None, ContactChanged)


def texts(path: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_one_job_holds_every_copy_in_order_and_counts_it(approved: Bureau, tmp_path: Path) -> None:
    path, found = batch.print_job(approved.desk(CLERK), [FIRST, "2026-0099", SECOND], tmp_path / "usb")
    assert path is not None
    assert path.name == f"cetak-{FIRST}-1-2-surat.pdf"
    assert [type(one.error) for one in found] == [type(None), NotFound, type(None)]
    pages = texts(path)
    order = [(letter, copy) for letter in (f"{FIRST}-1", f"{SECOND}-1") for copy in (1, 2)]
    assert len(pages) == len(order)
    for text, (letter, copy) in zip(pages, order, strict=True):
        assert letter in text
        assert f"Salinanke-{copy}dari2" in text
    assert [one.printed for letter in (FIRST, SECOND) for one in letters.copies(f"{letter}-1")] == [1] * 4
    nothing, refused = batch.print_job(approved.desk(CLERK), [FIRST], tmp_path)
    assert nothing is None
    assert isinstance(refused[0].error, PrintedAlready)
    with pytest.raises(NoFolder):
        batch.print_job(approved.desk(CLERK), [SECOND], tmp_path / "tidak" / "ada")


def test_on_both_sides_each_copy_begins_on_a_sheet_of_its_own(approved: Bureau, tmp_path: Path) -> None:
    path = approved.home / "office.toml"
    path.write_text(path.read_text("utf-8").replace("[surat]", "[surat]\nbolak_balik = true", 1), "utf-8")
    approved.change("[surat]", "[surat]")
    made, _ = batch.print_job(approved.desk(CLERK), [FIRST, SECOND], tmp_path)
    assert made is not None
    pages = texts(made)
    starts = [place for place, text in enumerate(pages) if "Halaman1dari" in text]
    assert len(starts) == 4
    assert all(place % 2 == 0 for place in starts)
    assert "" in pages


def test_a_reprint_needs_a_reason_and_counts_the_spoilt_sheets(approved: Bureau, tmp_path: Path) -> None:
    clerk = approved.desk(CLERK)
    with pytest.raises(NotPrintedYet, match="rangkap print"):
        print_out.print_out(clerk, FIRST, tmp_path, Again("macet"))
    print_out.print_out(clerk, FIRST, tmp_path)
    with pytest.raises(PrintedAlready, match="--again"):
        print_out.print_out(clerk, FIRST, tmp_path)
    with pytest.raises(ReasonNeeded):
        print_out.print_out(clerk, FIRST, tmp_path, Again("  "))
    with pytest.raises(BadSheets, match="from 0 to 1"):
        print_out.print_out(clerk, FIRST, tmp_path, Again("macet", 2))
    (second,) = print_out.print_out(clerk, FIRST, tmp_path, Again("tercoret", copies=(2,)))
    assert second.name == f"{FIRST}-1-2.pdf"
    print_out.print_out(clerk, FIRST, tmp_path, Again("macet", 0))
    assert [(one.printed, one.spoilt) for one in letters.copies(f"{FIRST}-1")] == [(2, 0), (3, 1)]
    acts = [row.detail for row in HistoryRow.objects.filter(verb="print").order_by("pk")]
    assert len(acts) == 5
    assert "tercoret" in acts[2]
    assert remarks(FIRST).startswith(
        "salinan ke-1 dicetak 2 kali, 0 lembar rusak; salinan ke-2 dicetak 3 kali, 1 lembar rusak"
    )


def test_a_signed_letter_is_not_printed_any_more_and_says_where_it_is(filed: Bureau, tmp_path: Path) -> None:
    with pytest.raises(SignedAlready, match=f"rangkap show {FIRST}"):
        print_out.print_out(filed.desk(CLERK), FIRST, tmp_path)
    case = filed.register()
    with pytest.raises(NoLetter, match="rangkap show"):
        print_out.print_out(filed.desk(CLERK), case.number, tmp_path)


def test_a_damaged_copy_puts_nothing_out_and_counts_nothing(approved: Bureau, tmp_path: Path) -> None:
    name = f"surat-{FIRST}-1-r1-salinan-2.pdf"
    path = next(one.path for one in cases.documents(FIRST) if one.logical == name)
    approved.held.write(path, b"%PDF-")
    made, found = batch.print_job(approved.desk(CLERK), [FIRST], tmp_path / "usb")
    assert made is None
    assert isinstance(found[0].error, CopyDamaged)
    assert [one.printed for one in letters.copies(f"{FIRST}-1")] == [0, 0]
