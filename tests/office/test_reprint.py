"""A second print of a letter needs a reason; what is signed or damaged is not printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.office.base.errors import NoLetter
from pipeline.office.base.errors_review import NotPrintedYet, PrintedAlready, SignedAlready
from pipeline.office.base.errors_steps import ReasonNeeded
from pipeline.office.base.remarks import remarks
from pipeline.office.signing import print_out
from pipeline.office.signing.print_out import Again
from pipeline.records import letters
from pipeline.records.models import HistoryRow
from tests.office.bureau import CLERK, Bureau
from tests.office.stages import FIRST


def test_a_reprint_needs_a_reason_and_counts_the_spoilt_sheets(approved: Bureau, tmp_path: Path) -> None:
    clerk = approved.desk(CLERK)
    with pytest.raises(NotPrintedYet, match="rangkap print"):
        print_out.print_out(clerk, FIRST, tmp_path, Again("macet"))
    print_out.print_out(clerk, FIRST, tmp_path)
    with pytest.raises(PrintedAlready, match="--again"):
        print_out.print_out(clerk, FIRST, tmp_path)
    with pytest.raises(ReasonNeeded):
        print_out.print_out(clerk, FIRST, tmp_path, Again("  "))
    assert len(print_out.print_out(clerk, FIRST, tmp_path, Again("tercoret"))) == 2
    assert [(one.printed, one.spoilt) for one in letters.copies(f"{FIRST}-1")] == [(2, 1), (2, 1)]
    acts = [row.detail for row in HistoryRow.objects.filter(verb="print").order_by("pk")]
    assert len(acts) == 4
    assert "tercoret" in acts[2]
    assert remarks(FIRST).startswith(
        "salinan ke-1 dicetak 2 kali, 1 lembar rusak; salinan ke-2 dicetak 2 kali, 1 lembar rusak"
    )


def test_a_signed_letter_is_not_printed_any_more_and_says_where_it_is(filed: Bureau, tmp_path: Path) -> None:
    with pytest.raises(SignedAlready, match=f"rangkap show {FIRST}"):
        print_out.print_out(filed.desk(CLERK), FIRST, tmp_path)
    case = filed.register()
    with pytest.raises(NoLetter, match="rangkap show"):
        print_out.print_out(filed.desk(CLERK), case.number, tmp_path)
