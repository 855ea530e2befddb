"""A second print of a letter needs a reason; what is signed or damaged is not printed."""

from pathlib import Path

from pipeline.kernel.text import Next
from pipeline.office.base.remarks import remarks
from pipeline.records import cases, letters
from pipeline.records.models import HistoryRow
from tests.office import printouts
from tests.office.bureau import CLERK, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with


def test_a_reprint_needs_a_reason_and_counts_the_spoilt_sheets(approved: Bureau, tmp_path: Path) -> None:
    clerk = approved.session(CLERK)
    with refused_with("office.not_printed_yet") as refused:
        printouts.letter(clerk, FIRST, tmp_path, "macet")
    assert refused.value.next == (Next("print", FIRST, f"{FIRST}-1"),)
    printouts.letter(clerk, FIRST, tmp_path)
    with refused_with("office.printed_already") as refused:
        printouts.letter(clerk, FIRST, tmp_path)
    assert refused.value.next == (Next("print-again", FIRST, f"{FIRST}-1"),)
    with refused_with("office.reason_needed"):
        printouts.letter(clerk, FIRST, tmp_path, "  ")
    assert len(printouts.letter(clerk, FIRST, tmp_path, "tercoret")) == 2
    assert [(copy.printed, copy.spoilt) for copy in letters.copies(f"{FIRST}-1")] == [(2, 1), (2, 1)]
    acts = [row.detail for row in HistoryRow.objects.filter(verb="print").order_by("pk")]
    assert len(acts) == 4
    assert "tercoret" in acts[2]
    assert remarks(cases.get(FIRST)).startswith(
        "salinan ke-1 dicetak 2 kali, 1 lembar rusak; salinan ke-2 dicetak 2 kali, 1 lembar rusak"
    )


def test_a_signed_letter_is_not_printed_any_more_and_says_where_it_is(filed: Bureau, tmp_path: Path) -> None:
    with refused_with("office.signed_already") as refused:
        printouts.letter(filed.session(CLERK), FIRST, tmp_path)
    assert refused.value.next == (Next("show", FIRST),)
    case = filed.register()
    with refused_with("office.no_letter") as refused:
        printouts.letter(filed.session(CLERK), case.number, tmp_path)
    assert refused.value.next == (Next("show", case.number),)
