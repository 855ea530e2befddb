"""Steps 9–11: clarify, draft, approve, return, print; each refusal leaves everything as it was."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import clarifying, registration
from pipeline.cases.problems import InvalidAnswers, NotPossible
from pipeline.cases.states import State
from pipeline.kernel.errors import NoRoute, NotFound
from pipeline.kernel.text import Next
from pipeline.office.answer import approval, clarify
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import cases, letters
from pipeline.records.letters import LetterState
from pipeline.records.models import CounterRow, HistoryRow, NumberRow
from pipeline.rendering.errors import NotRendered
from tests.office import decided
from tests.office.bureau import CALL, CHAIR, OFFICER, POLICE, Bureau, tables
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

At = Callable[[str], Bureau]
NEIGHBOUR = 2
"""Number of the sample that leaves things unclear."""


def state_of(office: Bureau) -> tuple[object, object]:
    return tables(office), office.held.files()


def refused(office: Bureau, step: Callable[[], object], error: type[Exception]) -> str:
    """Take a step that must be refused; nothing may have changed. Returns what was said."""
    before = state_of(office)
    with refused_with(error) as refusal:
        step()
    assert state_of(office) == before
    return str(refusal.value)


def test_an_answer_of_a_clarification_is_kept_with_its_day_and_way(bureau: Bureau) -> None:
    case = perform(register.register_call, bureau.session(), "", registration(CALL)).case
    fields = clarify.questions(cases.get(case.number))
    assert {"clarified_day", "victim_address"} <= {field.name for field in fields}
    after = perform(clarify.record_clarification, bureau.session(OFFICER), case.number, clarifying(CALL)).case
    assert (after.version, after.state) == (2, State.REGISTERED)
    assert after.clarified is not None
    act = HistoryRow.objects.get(verb="clarify")
    assert json.loads(act.detail)["changed"] == [
        "reporter_address",
        "safe_contact_address",
        "safe_contact_place",
        "safe_contact_way",
    ]
    assert str(clarifying(CALL)["safe_contact_address"]) not in act.detail
    assert "Hulu Bakung" not in act.detail, "the history tells fields, never what was answered"
    assert cases.get(case.number) == after


def test_a_clarification_changes_nothing_that_was_written_and_has_no_day_to_come(at_stage: At) -> None:
    office = at_stage("registered")
    answers = {"clarified_day": "2026-12-01", "clarified_way": "SMS"}
    written = answers | {"clarified_day": "2026-11-24", "letter_number": "lain", "summary": "lain"}
    for wrong in (answers, written):
        refused(
            office,
            lambda: perform(clarify.record_clarification, office.session(OFFICER), FIRST, wrong),  # noqa: B023
            InvalidAnswers,
        )
    refused(
        office,
        lambda: perform(clarify.record_clarification, office.session(OFFICER), "2026-0099", answers),
        NotFound,
    )


def test_a_draft_that_waits_is_replaced_by_its_next_revision(at_stage: At) -> None:
    office = at_stage("drafted")
    letter = office.draft(FIRST, follow_up="penjangkauan ke sekolah dan asesmen psikologis anak")
    assert (letter.id, letter.revision, letter.state) == ("2026-0001-1", 2, LetterState.DRAFTED)
    assert "penjangkauan" in str(letter.context)


def test_no_draft_while_a_required_gap_is_open(bureau: Bureau) -> None:
    case = bureau.register(NEIGHBOUR)
    refused(bureau, lambda: bureau.draft(case.number, NEIGHBOUR), "cases.gaps_open")
    perform(clarify.record_clarification, bureau.session(OFFICER), case.number, clarifying(NEIGHBOUR))
    assert bureau.draft(case.number, NEIGHBOUR).revision == 1


def test_no_letter_without_a_safe_way(bureau: Bureau) -> None:
    case = perform(register.register_call, bureau.session(), "", registration(CALL)).case
    declared = {name: value for name, value in clarifying(CALL).items() if name.endswith("_impossible")}
    head = {name: value for name, value in clarifying(CALL).items() if name.startswith("clarified_")}
    perform(clarify.record_clarification, bureau.session(OFFICER), case.number, head | declared)
    decided.give_report(case.number)
    before = state_of(bureau)
    with refused_with(NoRoute) as refusal:
        bureau.draft(case.number, CALL)
    assert refusal.value.next == (Next("record-clarification", case.number),)
    assert state_of(bureau) == before


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"follow_up": "pendampingan bagi Anindya Purnamaring"}, "nama"),
        ({"follow_up": "anak itu diperkosa oleh tetangganya pada hari Sabtu"}, ""),
    ],
)
def test_a_letter_that_breaks_a_rule_does_not_reach_the_chair(
    at_stage: At, changed: dict[str, Any], word: str
) -> None:
    office = at_stage("registered")
    message = refused(office, lambda: office.draft(SECOND, POLICE, **changed), "office.rules_broken")
    assert "- " in message
    assert word in message
    assert cases.get(SECOND).state is State.REGISTERED


def test_an_approved_letter_has_number_day_and_two_copies_with_codes_of_their_own(at_stage: At) -> None:
    office = at_stage("drafted")
    letter = office.approve(FIRST)
    assert (letter.number, letter.state) == ("400.2/001/P2TP2A/XI/2026", LetterState.APPROVED)
    assert (str(letter.day), letter.approved_by, letter.key_id) == ("2026-11-24", CHAIR, "kode-1")
    first, second = letters.copies(letter.id)
    assert (first.copy, second.copy) == (1, 2)
    assert first.code.startswith("P2:2026-0001-1:1:")
    assert first.code[-10:] != second.code[-10:]
    assert NumberRow.objects.get().state == "reserved"
    names = [document.logical for document in cases.documents(FIRST)]
    assert names == [
        "surat-masuk-1.pdf",
        "surat-2026-0001-1-r1-konsep.docx",
        "surat-2026-0001-1-r1-salinan-1.docx",
        "surat-2026-0001-1-r1-salinan-1.pdf",
        "surat-2026-0001-1-r1-salinan-2.docx",
        "surat-2026-0001-1-r1-salinan-2.pdf",
    ]
    assert cases.archived(FIRST) == 2
    assert office.verify() == []
    refused(office, lambda: office.draft(FIRST), NotPossible)
    refused(office, lambda: decided.approve(office.session(CHAIR), FIRST), NotPossible)


def change_draft(office: Bureau) -> None:
    path = office.settings.var / "letters" / f"{FIRST}-1" / "r1" / "konsep.docx"
    path.write_bytes(path.read_bytes() + b" ")


def lose_draft(office: Bureau) -> None:
    (office.settings.var / "letters" / f"{FIRST}-1" / "r1" / "konsep.docx").unlink()


def change_contact(office: Bureau) -> None:
    office.session()
    case = cases.get(FIRST)
    cases.change(case, case.with_values({"sender_address": "Jalan Lain No. 1"}))


def no_signatory(office: Bureau) -> None:
    office.change("# sampai = 2026-12-31", "sampai = 2026-11-23")


def other_services(office: Bureau) -> None:
    office.change("# layanan = [", 'layanan = ["layanan yang baru"]\n# layanan = [')


def no_letter(office: Bureau) -> None:
    office.session()
    letters.change(letters.get(f"{FIRST}-1"), state=LetterState.VOID)


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (change_draft, "office.draft_changed"),
        (lose_draft, "office.draft_changed"),
        (change_contact, "office.contact_changed"),
        (no_signatory, "office.no_signatory"),
        (other_services, "office.rules_broken"),
        (no_letter, "office.no_letter"),
    ],
)
def test_what_may_not_be_signed_is_not_approved_and_uses_no_number(
    at_stage: At, trouble: Callable[[Bureau], None], error: type[Exception]
) -> None:
    office = at_stage("drafted")
    trouble(office)
    refused(office, lambda: office.approve(FIRST), error)
    assert not CounterRow.objects.filter(series__startswith="surat/").exists()


def test_a_run_of_libreoffice_that_fails_uses_no_number(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")

    def failing(*_: object, **__: object) -> None:
        raise NotRendered(number=1)

    monkeypatch.setattr(approval, "to_pdf", failing)
    refused(office, lambda: office.approve(FIRST), NotRendered)
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T09:00:00+07:00")
    assert office.approve(FIRST).seq == 1
