"""What stands beside a destruction: a closed year, hand-over, backup, batch scans, and the papers that print."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.office.disposal import backup, dispose_print, hold
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import close_year, hand_over
from pipeline.office.overview import find
from pipeline.records import arrivals, boot
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau, pdf_of, signed_pages
from tests.office.retained import (
    MINUTES,
    PERSONAL,
    Paper,
    approve,
    approved_list,
    carry_out,
    destroyed_list,
    holding,
    later,
    propose,
    withdraw,
)
from tests.office.stages import FIRST, SECOND
from tests.office.test_hand_over import accepted
from tests.office.vaults import brought_back


def test_a_closed_year_accepts_a_destruction_and_hands_the_rest_over(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filed.receive(*filed.signed(SECOND))
    monkeypatch.setenv("RANGKAP_CLOCK", "2027-01-05T09:00:00+07:00")
    close_year.close(filed.session(ARCHIVIST), 2026, incomplete=True, reason="lembar hilang")
    bureau = later(filed, monkeypatch)
    destroyed = propose(bureau.session(ARCHIVIST))
    assert [case.case for case in destroyed.cases] == [FIRST, SECOND]
    withdraw(bureau.session(ARCHIVIST), destroyed.id, "satu dahulu")
    perform(hold.place_hold, bureau.session(ARCHIVIST), SECOND, {"reason": "perkara berjalan"})
    destroyed_list(bureau)
    assert bureau.verify() == []
    done = hand_over.hand_over(bureau.session(ARCHIVIST), "2026", tmp_path, "045/12/BA/2037")
    assert done.cases == (SECOND,)
    accepted(done.path)


def test_list_and_minutes_print_without_a_name(over: Bureau, tmp_path: Path) -> None:
    disposal = propose(over.session(ARCHIVIST))
    (paper,) = dispose_print.put(over.session(ARCHIVIST), disposal.id, tmp_path)
    text = text_of(paper)
    assert "DAFTAR ARSIP USUL MUSNAH" in text
    assert all(word in text for word in (FIRST, "0001/TL/XI/2026", "24-11-2036", disposal.digest[:16]))
    approve(over.session(CHAIR), disposal.id, Paper("800/1/2037", MINUTES.day))
    _, minutes = dispose_print.put(over.session(ARCHIVIST), disposal.id, tmp_path)
    text = text_of(minutes)
    assert all(
        word in text
        for word in ("BERITA ACARA PEMUSNAHAN ARSIP", "800/1/2037", "Saksi 1", "Saksi 2", disposal.id)
    )
    assert not [word for word in PERSONAL if word in text]


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_scan_with_pages_of_two_cases_stays_until_both_are_destroyed(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = [path for case in (FIRST, SECOND) for path in approved.printed(case)]
    approved.receive(
        pdf_of([page for n, path in enumerate(prints) for page in signed_pages(path, n % 2 + 1)])
    )
    (parent,) = arrivals.listed(ArrivalState.SPLIT)
    bureau = later(approved, monkeypatch)
    perform(hold.place_hold, bureau.session(ARCHIVIST), SECOND, {"reason": "perkara berjalan"})
    done = carry_out(bureau.session(ARCHIVIST), approved_list(bureau).id)
    assert done == [parent.agenda or parent.id]
    assert arrivals.has(parent.id)
    assert bureau.verify() == []
    perform(hold.lift_hold, bureau.session(CHAIR), SECOND, {"reason": "selesai"})
    assert carry_out(bureau.session(ARCHIVIST), approved_list(bureau).id) == []
    assert not arrivals.has(parent.id)
    assert not (bureau.settings.arrivals / parent.id).exists()
    assert bureau.verify() == []


def test_a_scan_of_two_cases_that_go_by_one_list_goes_with_them(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = [path for case in (FIRST, SECOND) for path in approved.printed(case)]
    approved.receive(
        pdf_of([page for n, path in enumerate(prints) for page in signed_pages(path, n % 2 + 1)])
    )
    (parent,) = arrivals.listed(ArrivalState.SPLIT)
    bureau = later(approved, monkeypatch)
    both = approved_list(bureau)
    assert [gone.case for gone in both.cases] == [FIRST, SECOND]
    assert carry_out(bureau.session(ARCHIVIST), both.id) == []
    assert not arrivals.has(parent.id)
    assert not (bureau.settings.arrivals / parent.id).exists()
    assert bureau.verify() == []


@pytest.mark.usefixtures("on_file", "in_folder")
def test_a_backup_after_a_destruction_brings_back_what_stayed_and_not_the_case(
    over: Bureau, tmp_path: Path
) -> None:
    destroyed_list(over)
    boot.close()
    backup.make(over.settings, str(tmp_path / "usb"))
    back = brought_back(over, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    assert find.show(back.session(CLERK), FIRST).plain["minutes"]["number"] == MINUTES.number
    boot.close()
    assert holding(back.home, *PERSONAL) == set()
