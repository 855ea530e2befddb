"""Decisions on paper: a sheet is printed with its code, signed, scanned back, typed in and filed."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.cases.fields.sheet import CRISIS
from pipeline.cases.states import State
from pipeline.kernel.ids import read_code
from pipeline.kernel.text import Next, Text
from pipeline.office.base.acts import format_act
from pipeline.office.cases.assign import assign_officer
from pipeline.office.cases.forms_sheets import checked
from pipeline.office.cases.verify_report import return_report, verify_report
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import find, own_papers
from pipeline.office.overview.own_papers import OwnPaper
from pipeline.office.papers import decide
from pipeline.records import arrivals, cases, entries, history, letters
from pipeline.records import sheets as stored
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import SheetKind, SheetState
from tests.office import decided, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, POLICE, WIFE, Bureau, pdf_of, signed_pages
from tests.office.matched import match
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

At = Callable[[str], Bureau]
YES = {"accepted": True}
NO = {"accepted": False, "reason": "kalimat pembuka belum tepat"}


def signed(
    bureau: Bureau, kind: SheetKind, case: str, tmp_path: Path, account: str = CLERK
) -> tuple[str, bytes]:
    """Print a sheet, sign it and scan it; returns its id and the scan."""
    sheet, (path,) = printouts.sheet(bureau.session(account), kind, case, tmp_path)
    return sheet.id, pdf_of(signed_pages(path, 3))


def test_a_draft_is_approved_by_a_signed_sheet(at_stage: At, tmp_path: Path) -> None:
    bureau = at_stage("drafted")
    sheet, scan = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path)
    with refused_with("office.sheet_not_back"):
        decided.on_sheet(bureau.session(), sheet, **YES)
    (came,) = bureau.receive(scan)
    arrival = arrivals.get(came.arrival)
    assert (arrival.state, arrival.case, arrival.agenda) == (ArrivalState.DECISION, FIRST, None)
    assert sheet in find.todo(bureau.session())["arrivals"][-1]["note"]
    assert decided.on_sheet(bureau.session(), sheet, **YES).told["state"] == SheetState.DECIDED
    (letter,) = letters.of_case(FIRST)
    assert (letter.state, letter.number) == (LetterState.APPROVED, "400.2/001/P2TP2A/XI/2026")
    approval = next(act for act in history.of_case(FIRST) if act.verb == "approve")
    assert (approval.account, approval.operator) == (sheet, CLERK)
    assert f"lembar-{sheet.lower()}-persetujuan-ttd.pdf" in {file.logical for file in cases.documents(FIRST)}
    assert arrivals.get(arrival.id).state == ArrivalState.FILED
    assert bureau.verify() == []
    with refused_with("office.sheet_decided"):
        decided.on_sheet(bureau.session(), sheet, **YES)
    before = stored.of_case(FIRST)
    rebuild.rebuild(bureau.settings, bureau.session(ARCHIVIST).actor)
    bureau.session()
    assert stored.of_case(FIRST) == before


def test_a_draft_is_returned_by_a_signed_sheet_and_the_sheet_of_the_old_draft_is_outdated(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("drafted")
    first, scan = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path)
    second, later = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path, OFFICER)
    bureau.receive(scan)
    with refused_with("office.reason_needed"):
        decided.on_sheet(bureau.session(), first, accepted=False)
    decided.on_sheet(bureau.session(), first, **NO)
    (letter,) = letters.of_case(FIRST)
    assert (letter.state, letter.reason) == (LetterState.RETURNED, NO["reason"])
    (came,) = bureau.receive(later)
    assert came.what == "unmatched"
    assert "tidak berlaku lagi" in arrivals.get(came.arrival).note
    with refused_with("office.sheet_outdated"):
        decided.on_sheet(bureau.session(), second, **YES)


def test_a_sheet_dropped_unsigned_is_set_aside_and_a_later_scan_replaces_an_earlier_one(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("registered")
    sheet, (path,) = printouts.sheet(bureau.session(), SheetKind.VET, FIRST, tmp_path)
    (came,) = bureau.receive(path.read_bytes())
    assert came.what == "unmatched"
    assert stored.get(sheet.id).state == SheetState.MADE
    (blank,) = bureau.receive(pdf_of(signed_pages(path, 1)))
    (signed_one,) = bureau.receive(pdf_of(signed_pages(path, 2)))
    assert arrivals.get(blank.arrival).state == ArrivalState.ASIDE
    assert stored.get(sheet.id).arrival == signed_one.arrival
    back = arrivals.get(signed_one.arrival)
    assert back.state == ArrivalState.DECISION
    assert own_papers.of(back) == OwnPaper(
        Text(f"Lembar keputusan verifikasi {sheet.id}", f"Decision sheet {sheet.id}: verification"), FIRST
    )


def test_a_sheet_whose_code_cannot_be_read_is_matched_by_the_words_at_its_foot(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("registered")
    sheet, (path,) = printouts.sheet(bureau.session(), SheetKind.VET, FIRST, tmp_path)
    (page,) = signed_pages(path, 1)
    image = Image.open(BytesIO(page))
    image.paste(255, (image.width // 2, image.height * 4 // 5, image.width, image.height))
    out = BytesIO()
    image.save(out, "JPEG")
    arrival = bureau.arrive(pdf_of([out.getvalue()]))
    code = read_code(sheet.code)
    assert code is not None
    with refused_with("office.not_a_copy", match="tidak dikenal"):
        match(bureau.session(), arrival.id, f"{sheet.id} AAAA-BBBB-CC")
    scan = match(bureau.session(), arrival.id, f"{sheet.id} · {code.in_words()}")
    assert (scan.state, scan.struck) == (ArrivalState.DECISION, "lembar keputusan kantor sendiri")
    decided.on_sheet(bureau.session(OFFICER), sheet.id, **YES)
    assert cases.get(FIRST).state is State.VETTED


def test_an_officer_does_not_type_in_the_approval_of_a_draft_of_their_own(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("drafted")
    sheet, scan = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path)
    bureau.receive(scan)
    with refused_with("office.own_draft"):
        decided.on_sheet(bureau.session(OFFICER), sheet, **YES)
    assert letters.of_case(FIRST)[0].state == LetterState.DRAFTED
    offered = {
        account: find.todo(bureau.session(account))["arrivals"][-1]["next"] for account in (OFFICER, CLERK)
    }
    assert offered == {OFFICER: (), CLERK: (Next("record-decision", FIRST, sheet),)}


def test_outside_a_trial_home_the_same_user_under_another_account_does_not_verify_their_entry(
    at_stage: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = at_stage("registered")
    sheet, scan = signed(bureau, SheetKind.VET, FIRST, tmp_path)
    bureau.receive(scan)
    with refused_with("office.own_entry"):
        decided.on_sheet(bureau.session(CLERK), sheet, **YES)
    assert cases.get(SECOND).state is State.REGISTERED
    session = bureau.session(OFFICER)
    values = {**bureau.settings.values, "kantor.percobaan": False}
    monkeypatch.setattr(type(session.settings), "__getitem__", lambda self, key: values[key])
    with refused_with("office.own_entry"):
        decided.on_sheet(session, sheet, **YES)
    with refused_with("office.own_entry"):
        perform(verify_report, session, FIRST, {})


def test_what_a_sheet_decides_and_its_scan_are_written_together_or_not_at_all(
    at_stage: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = at_stage("drafted")
    sheet, scan = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path)
    bureau.receive(scan)

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(decide.arrivals, "change", dies)
        with pytest.raises(KeyboardInterrupt):
            decided.on_sheet(bureau.session(), sheet, **YES)
    assert letters.of_case(FIRST)[0].state == LetterState.DRAFTED
    assert stored.get(sheet).state == SheetState.RETURNED
    decided.on_sheet(bureau.session(), sheet, **NO)
    assert letters.of_case(FIRST)[0].state == LetterState.RETURNED
    assert "approve" not in [act.verb for act in history.of_case(FIRST)]
    assert bureau.verify() == []


@pytest.mark.parametrize(("kind", "verb"), [(SheetKind.VET, "vet"), (SheetKind.ASSIGN, "assign")])
def test_what_an_earlier_release_did_before_a_crash_is_filed_and_done_once(
    at_stage: At, tmp_path: Path, kind: SheetKind, verb: str
) -> None:
    bureau = at_stage("registered")
    if kind is SheetKind.ASSIGN:
        perform(verify_report, bureau.session(OFFICER), FIRST, {})
    sheet, scan = signed(bureau, kind, FIRST, tmp_path)
    bureau.receive(scan)
    session = bureau.session(OFFICER)
    paper = replace(session, sheet=stored.get(sheet))
    if kind is SheetKind.ASSIGN:
        perform(assign_officer, paper, FIRST, {"officer": OFFICER})
    else:
        perform(verify_report, paper, FIRST, {})
    decided.on_sheet(session, sheet, **({"officer": OFFICER} if kind is SheetKind.ASSIGN else YES))
    assert stored.get(sheet).state == SheetState.DECIDED
    verbs = [act.verb for act in history.of_case(FIRST)]
    assert [verbs.count(word) for word in (verb, "decide", "sheet_late")] == [1, 1, 0], "it is no late paper"
    assert bureau.verify() == []


def test_a_scanned_sheet_that_nobody_typed_in_waits_again_after_a_rebuild(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("drafted")
    first, scan = signed(bureau, SheetKind.REVIEW, FIRST, tmp_path)
    bureau.receive(scan)
    rebuild.rebuild(bureau.settings, bureau.session(ARCHIVIST).actor)
    bureau.session()
    (arrival,) = [row for row in arrivals.listed() if row.code]
    assert (arrival.state, arrival.agenda, arrival.case) == (ArrivalState.UNMATCHED, None, FIRST)
    assert first in arrival.note


def test_four_eyes_verify_and_the_chair_assigns(at_stage: At) -> None:
    bureau = at_stage("registered")
    with refused_with("office.reason_needed"):
        perform(return_report, bureau.session(OFFICER), FIRST, {})
    assert (
        perform(return_report, bureau.session(OFFICER), FIRST, {"reason": "NIK kosong"}).case.state
        is State.REGISTERED
    )
    assert perform(verify_report, bureau.session(OFFICER), FIRST, {}).case.state is State.VETTED
    assert (
        perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER}).case.state
        is State.ASSIGNED
    )
    with refused_with("office.no_officer"):
        perform(assign_officer, bureau.session(CHAIR), SECOND, {"officer": CLERK})


def test_nobody_verifies_an_entry_of_their_own_unless_the_office_is_one_person(at_stage: At) -> None:
    bureau = at_stage("registered")
    case = cases.get(FIRST)
    cases.change(case, replace(case, registered_by=OFFICER, version=case.version + 1))
    with refused_with("office.own_entry"):
        perform(verify_report, bureau.session(OFFICER), FIRST, {})
    bureau.change("# verifikasi_sendiri = false", "verifikasi_sendiri = true")
    perform(verify_report, bureau.session(OFFICER), FIRST, {})
    assert history.of_case(FIRST)[-1].detail["own_entry"] is True


def test_a_tick_for_the_crisis_procedure_is_told_wherever_the_case_is_looked_at(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("registered")
    sheet, scan = signed(bureau, SheetKind.ASSIGN, FIRST, tmp_path)
    bureau.receive(scan)
    ticked = {
        "officer": OFFICER,
        "decided_day": "2026-11-24",
        "instructions": ["Bicarakan dengan saya", CRISIS],
    }
    done = decided.on_sheet(bureau.session(), sheet, **ticked)
    assert f"Ketua mencentang “{CRISIS}”: beri tahu petugasnya sekarang juga." in done.said.id
    remarks = list(entries.payloads(FIRST).values())[-1].columns["remarks"]
    assert (
        remarks.partition("; ")[0]
        == f"ketua menginstruksikan pindah ke SOP krisis pada 24-11-2026 (lembar {sheet})"
    )
    waits = {row["case"]: row["waits"].id for row in find.todo(bureau.session(OFFICER))["cases"]}
    assert waits[FIRST].startswith("ketua: pindahkan ke SOP krisis; menunggu konsep")
    assert "krisis" not in waits[SECOND]
    (deed,) = [act for act in find.show(bureau.session(), FIRST).plain["history"] if act["verb"] == "assign"]
    assert format_act(deed["verb"], deed["detail"]) == f"menugaskan: {CRISIS}, Bicarakan dengan saya"
    assert bureau.verify() == []


@pytest.mark.parametrize(
    ("sample", "name", "said"),
    [
        (POLICE, "safe_contact_confirmed", False),
        (WIFE, "safe_contact_confirmed", False),
        (WIFE, "victim_consent", "tidak"),
        (WIFE, "victim_consent", "belum ditanya"),
    ],
)
def test_what_the_clerk_said_no_to_is_no_tick(bureau: Bureau, sample: int, name: str, said: object) -> None:
    case = bureau.register(sample)
    for value, is_there in ((said, False), (True if said is False else "ya", True)):
        (row,) = (
            tick for tick in checked(replace(case, values={**case.values, name: value})) if tick.field == name
        )
        assert row.is_there is is_there


def test_where_no_sheet_is_back_the_refusal_speaks_of_the_case(drafted: Bureau) -> None:
    with refused_with("office.sheet_not_back") as error:
        perform(decide.record_decision, drafted.session(CLERK), FIRST, {})
    assert f"Lembar keputusan kasus {FIRST} " in error.value.text("id")
    assert f"Sheet about case {FIRST} " in error.value.text("en")
