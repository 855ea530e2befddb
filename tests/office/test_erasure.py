"""A request for erasure is recorded, answered in 3 × 24 hours, and restricts access when it is granted."""

import json
from pathlib import Path

import pytest

from pipeline.cases.erasure import GROUNDS
from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.lookup import restriction, visible
from pipeline.office.answer import clarify, declare_copy_sent
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals import electronic_report, view_paper
from pipeline.office.arrivals.move_document import move_document as move
from pipeline.office.cases import erasure
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import hand_over
from pipeline.office.overview import find
from pipeline.office.papers import forms
from pipeline.records import arrivals, entries, history
from tests.office import damage, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, ERASURE, OFFICER, Bureau
from tests.office.in_register import incoming, latest
from tests.office.retained import propose, with_schedule
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

WHY = "permintaan Melati sendiri"


@pytest.fixture
def case(bureau: Bureau) -> str:
    """One case about which somebody has asked for erasure."""
    number = damage.call(bureau).number
    perform(erasure.record_erasure, bureau.session(CLERK), number, ERASURE)
    return number


def test_the_three_days_run_from_the_moment_it_was_received_and_end_with_the_answer(
    bureau: Bureau, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = find.todo(bureau.session(CHAIR))["erasures"]
    assert row["waits"].id.startswith("jawab sebelum 26-11-2026 09.00, sisa 2 hari")
    assert row["next"] == (Next("grant-erasure", case), Next("refuse-erasure", case))
    assert find.todo(bureau.session(CLERK))["erasures"][0]["next"] == ()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T12:30:00+07:00")
    (row,) = find.todo(bureau.session(CHAIR))["erasures"]
    assert row["waits"].id.endswith("lewat 3 jam")
    perform(erasure.refuse_erasure, bureau.session(CHAIR), case, {"ground": "pidana", "reason": WHY})
    assert find.todo(bureau.session(CHAIR))["erasures"] == []


def test_history_and_register_say_so_without_what_somebody_typed(bureau: Bureau, case: str) -> None:
    perform(erasure.grant_erasure, bureau.session(CHAIR), case, {"reason": WHY})
    remarks = {entry.case: payload.columns["remarks"] for entry, payload in latest()}
    assert remarks[case].startswith(
        "permintaan penghapusan dicatat; permintaan penghapusan dikabulkan, akses dibatasi"
    )
    assert [entry.kind for entry in entries.after(0)][-2:] == ["erasure_asked", "erasure_granted"]
    plain = find.show(bureau.session(ARCHIVIST), case, reason="diperiksa").plain
    assert "Melati" not in json.dumps([plain["history"], erasure.listed(bureau.session(CHAIR))])
    assert bureau.verify() == []


def test_a_restricted_case_is_seen_by_chair_and_archivist_for_a_reason_that_is_kept(
    bureau: Bureau, case: str
) -> None:
    perform(erasure.grant_erasure, bureau.session(CHAIR), case, {"reason": WHY})
    for account in (CHAIR, ARCHIVIST):
        with refused_with("office.access_restricted") as refused:
            find.show(bureau.session(account), case)
        assert "Akses dibatasi" in refused.value.text()
    for account in (CLERK, OFFICER):
        for reason in ("", "ingin tahu"):
            with pytest.raises(NotFound):
                find.show(bureau.session(account), case, reason=reason)
    for account in (CHAIR, ARCHIVIST):
        plain = find.show(bureau.session(account), case, reason="keberatan pelapor").plain
        assert plain["restricted_since"].startswith("2026-11-24")
    opened = [act for act in history.of_case(case) if act.verb == restriction.OPENED]
    assert [(act.account, act.detail["reason"]) for act in opened] == [
        (CHAIR, "keberatan pelapor"),
        (ARCHIVIST, "keberatan pelapor"),
    ]


def test_no_door_leads_past_the_restriction(registered: Bureau, tmp_path: Path) -> None:
    registered.restrict(FIRST)
    clerk, officer, archivist = (registered.session(account) for account in (CLERK, OFFICER, ARCHIVIST))
    (scan,) = arrivals.of_case(FIRST)
    for act in (
        lambda: printouts.letter(clerk, FIRST, tmp_path / "cetak"),
        lambda: forms.make(clerk, "label", FIRST, tmp_path / "formulir"),
        lambda: registered.draft(FIRST),
        lambda: perform(clarify.record_clarification, officer, FIRST, {}),
        lambda: find.reveal(clerk, FIRST, "ingin tahu"),
        lambda: perform(move, clerk, FIRST, damage.misfiled("surat-masuk-1.pdf", SECOND)),
        lambda: perform(move, clerk, SECOND, damage.misfiled("surat-masuk-1.pdf", FIRST)),
        lambda: find.find(clerk, FIRST),
        lambda: visible.arrival(clerk, scan.id),
    ):
        with pytest.raises(NotFound):
            act()  # type: ignore[no-untyped-call]
    chair = registered.session(CHAIR)
    with refused_with("office.access_restricted"), view_paper.of_arrival(chair, scan.id, 1):
        pass
    with refused_with("office.access_restricted"):
        hand_over._need_own(archivist, [FIRST])
    (hit,) = find.find(chair, FIRST)
    assert hit.plain == {"case": FIRST, "state": "akses dibatasi", "restricted": True}
    assert [row["case"] for row in find.todo(officer)["cases"]] == [SECOND]
    rows = [row for row in incoming(archivist) if row.get("sender") == "akses dibatasi"]
    assert len(rows) == 1
    assert not list(tmp_path.glob("cetak/*"))


def test_the_chair_lifts_it_and_the_work_goes_on(bureau: Bureau, case: str) -> None:
    chair = bureau.session(CHAIR)
    with refused_with("office.not_restricted"):
        perform(erasure.lift_restriction, chair, case, {"reason": WHY})
    perform(erasure.grant_erasure, chair, case, {"reason": WHY})
    with refused_with("office.reason_needed"):
        perform(erasure.lift_restriction, chair, case, {"reason": " "})
    perform(erasure.lift_restriction, chair, case, {"reason": "permintaan ditarik kembali"})
    assert find.show(bureau.session(CLERK), case).plain["restricted_since"] == ""
    assert restriction.restricted() == frozenset()


def test_a_rebuild_keeps_request_answer_and_restriction(bureau: Bureau, case: str) -> None:
    perform(erasure.grant_erasure, bureau.session(CHAIR), case, {"reason": WHY})
    other = damage.call(bureau, "kedua").number
    perform(erasure.record_erasure, bureau.session(CLERK), other, ERASURE)
    before = erasure.listed(bureau.session(CHAIR))
    damage.rebuilt(bureau)
    assert erasure.listed(bureau.session(CHAIR)) == before
    assert restriction.restricted() == {case}
    assert bureau.verify() == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_words_of_a_refusal_name_the_ground_in_law_and_nobody(
    bureau: Bureau, case: str, ground: str
) -> None:
    with refused_with("office.not_answered"):
        erasure.letter(bureau.session(CLERK), case)
    perform(erasure.refuse_erasure, bureau.session(CHAIR), case, {"ground": ground, "reason": WHY})
    text = erasure.letter(bureau.session(CLERK), case)
    assert GROUNDS[ground].id in text
    assert "23 November 2026" in text
    assert "tidak dipungut biaya" in text
    assert "Melati" not in text
    assert restriction.since(case) is None


def test_the_words_of_a_grant_say_since_when_and_what_follows(bureau: Bureau, case: str) -> None:
    perform(erasure.grant_erasure, bureau.session(CHAIR), case, {"reason": WHY})
    text = erasure.letter(bureau.session(CHAIR), case)
    assert "Sejak tanggal 24 November 2026" in text
    assert "berita acara" in text
    perform(erasure.lift_restriction, bureau.session(CHAIR), case, {"reason": WHY})
    perform(erasure.record_erasure, bureau.session(CLERK), case, ERASURE | {"erasure_asked": "batasi"})
    perform(erasure.grant_erasure, bureau.session(CHAIR), case, {"reason": WHY})
    assert "berita acara" not in erasure.letter(bureau.session(CHAIR), case)


def test_what_is_missing_is_told(bureau: Bureau, case: str) -> None:
    clerk, chair = bureau.session(CLERK), bureau.session(CHAIR)
    with refused_with("office.request_open"):
        perform(erasure.record_erasure, clerk, case, ERASURE)
    with refused_with("cases.invalid_answers") as refused:
        perform(erasure.refuse_erasure, chair, case, {"ground": "", "reason": WHY})
    assert refused.value.fields["fields"] == ("ground",)
    with refused_with("office.reason_needed"):
        perform(erasure.grant_erasure, chair, case, {"reason": ""})
    with pytest.raises(NotFound):
        perform(erasure.record_erasure, clerk, "2026-0099", ERASURE)
    other = damage.call(bureau, "kedua").number
    with refused_with("office.no_request"):
        perform(erasure.grant_erasure, chair, other, {"reason": WHY})
    with refused_with("office.not_received_yet"):
        perform(
            erasure.record_erasure,
            clerk,
            other,
            ERASURE | {"erasure_day": "24-11-2026", "erasure_time": "23.00"},
        )
    with pytest.raises(InvalidAnswers):
        perform(erasure.record_erasure, clerk, other, {"erasure_by": "tetangga"})


def test_a_finished_case_whose_erasure_was_granted_is_proposed_at_once(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = with_schedule(filed)
    perform(erasure.record_erasure, bureau.session(CLERK), FIRST, ERASURE)
    with refused_with("office.nothing_over"):
        propose(bureau.session(ARCHIVIST))
    perform(erasure.grant_erasure, bureau.session(CHAIR), FIRST, {"reason": WHY})
    (item,) = propose(bureau.session(ARCHIVIST)).cases
    assert (item.case, item.event) == (FIRST, "permintaan penghapusan dikabulkan")


def test_the_letters_of_a_restricted_case_stand_still(approved: Bureau) -> None:
    approved.restrict(FIRST)
    (arrival,) = arrivals.of_case(FIRST)
    for act in (
        lambda: perform(void_letter, approved.session(CHAIR), FIRST, {"reason": "keliru"}, f"{FIRST}-1"),
        lambda: perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {}),
        lambda: electronic_report.shown(approved.session(CHAIR), arrival.id),
    ):
        with refused_with("office.access_restricted"):
            act()  # type: ignore[no-untyped-call]
