"""A copy that nobody fetches is withdrawn by the chair: the case can end, prints are destroyed, a new copy can be made."""

import pytest

from pipeline.kernel.text import Next
from pipeline.office.base import filings
from pipeline.office.delivery import close_facts
from pipeline.office.disposal import blockers
from pipeline.office.engine.perform import perform
from pipeline.office.overview.find import todo
from pipeline.office.victims import victims_copy, victims_copy_hand
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.records import arrivals, cases, entries, history, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.sheets import CopyState, Sheet
from tests.office import damage
from tests.office import victims_letters as letters
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST
from tests.office.test_victims_copy_hand import hand_over, printed, receipt
from tests.refused import refused_with

LATER = "2026-12-24T09:00:00+07:00"
WHY = "sudah diundang tiga kali lewat kontak aman"


def withdrawn(bureau: Bureau) -> Sheet:
    perform(victims_copy_hand.withdraw_copy, bureau.session(CHAIR), FIRST, {"reason": WHY})
    return letters.newest(FIRST)


def shredded(bureau: Bureau) -> Sheet:
    perform(victims_copy_hand.shred_copy, bureau.session(CLERK), FIRST, {})
    return letters.newest(FIRST)


def waits(bureau: Bureau, account: str) -> list[tuple[str, tuple[Next, ...]]]:
    return [(copy["waits"].id, copy["next"]) for copy in todo(bureau.session(account))["victims_copies"]]


def test_it_keeps_no_case_open_and_what_was_approved_stays_in_the_archive(approved_copy: Bureau) -> None:
    copy = victims_copy.copies_of(FIRST)[-1]
    assert [step for _, step in close_facts.of(cases.get(FIRST)).waiting] == [Next("copy", FIRST)]
    assert copy.id in next(blockers.in_progress(FIRST))
    held = cases.documents(FIRST)
    after = withdrawn(approved_copy)
    assert (after.id, after.state) == (copy.id, CopyState.UNCLAIMED)
    assert close_facts.of(cases.get(FIRST)).waiting == ()
    assert not list(blockers.in_progress(FIRST))
    assert cases.documents(FIRST) == held
    acts = [act for act in history.of_case(FIRST) if act.verb == "victims_copy_withdraw"]
    assert [(act.subject, act.detail) for act in acts] == [(copy.id, {"reason": WHY, "printed": 0})]
    last = entries.last()
    assert last is not None
    assert (last.kind, last.case) == ("victims_copy_withdrawn", FIRST)
    (sheet,) = approved_copy.archive.read_case(FIRST).kasus["sheets"]
    assert (sheet["id"], sheet["state"]) == (copy.id, "tidak diambil")
    assert approved_copy.verify() == []
    with refused_with("office.no_victims_copy"):
        printed(approved_copy)
    with refused_with("office.no_victims_copy"):
        withdrawn(approved_copy)


def test_prints_are_told_to_be_destroyed_until_somebody_says_that_they_are(approved_copy: Bureau) -> None:
    printed(approved_copy)
    printed(approved_copy)
    withdrawn(approved_copy)
    text = "tidak diambil, musnahkan 2 cetakan dan tanda terimanya"
    assert waits(approved_copy, CLERK) == [(text, (Next("shred-copy", FIRST),))]
    assert waits(approved_copy, ARCHIVIST) == [(text, ())]
    assert shredded(approved_copy).decision["shredded"] == CLERK
    assert waits(approved_copy, CLERK) == []
    with refused_with("office.no_prints_left"):
        shredded(approved_copy)
    assert history.of_case(FIRST)[-1].verb == victims_copy_hand.SHREDDED


def test_after_a_month_the_chair_is_shown_what_she_may_do(
    approved_copy: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert waits(approved_copy, CHAIR) == [("disetujui, belum diserahkan", ())]
    monkeypatch.setenv("RANGKAP_CLOCK", LATER)
    text = "disetujui, belum diserahkan sejak 24-11-2026"
    assert waits(approved_copy, CHAIR) == [(text, (Next("withdraw-copy", FIRST),))]
    assert waits(approved_copy, CLERK) == [(text, (Next("print-copy", FIRST),))]


def test_a_new_one_is_approved_and_handed_over_later(approved_copy: Bureau) -> None:
    old = withdrawn(approved_copy)
    new = letters.approved(approved_copy, FIRST, FORM)
    assert (new.id != old.id, new.state) == (True, CopyState.APPROVED)
    assert hand_over(approved_copy).id == new.id
    assert [copy.state for copy in victims_copy.copies_of(FIRST)] == ["tidak diambil", "diserahkan"]
    assert approved_copy.verify() == []


def test_whoever_signed_the_receipt_has_fetched_it(approved_copy: Bureau) -> None:
    scan = receipt(approved_copy)
    approved_copy.receive(scan)
    with refused_with("office.copy_receipt_is_back"):
        withdrawn(approved_copy)
    assert hand_over(approved_copy).state == CopyState.HANDED


def test_a_receipt_that_comes_after_that_waits_for_a_person(approved_copy: Bureau) -> None:
    scan = receipt(approved_copy)
    copy = withdrawn(approved_copy)
    (came,) = approved_copy.receive(scan)
    row = arrivals.get(came.arrival)
    assert (row.state, f"salinan {copy.id} “tidak diambil”" in row.note) == (ArrivalState.UNMATCHED, True)


def test_what_the_archive_cannot_take_now_is_filed_later_and_survives_a_rebuild(
    approved_copy: Bureau,
) -> None:
    printed(approved_copy)
    with damage.archive_stuck(approved_copy.settings):
        with refused_with("office.filing_pending"):
            withdrawn(approved_copy)
        assert entries.unfinished(FIRST)
    filings.complete_case(approved_copy.session(), FIRST)
    assert not entries.unfinished(FIRST)
    before = sheets.of_case(FIRST)
    damage.rebuilt(approved_copy)
    assert sheets.of_case(FIRST) == before
    assert waits(approved_copy, CLERK)[0][1] == (Next("shred-copy", FIRST),)
    assert approved_copy.verify() == []
