"""A changed safe contact sets aside what was made for the old one: a draft, an approved letter, a signed one."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.answer import clarify, print_out
from pipeline.office.answer.draft import sent_back
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, entries, history, letters, numbers
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.numbers import NumberState
from tests.office import printouts
from tests.office.bureau import CLERK, OFFICER, WIFE, Bureau
from tests.refused import refused_with

At = Callable[[str], Bureau]
FIRST, SECOND = "2026-0001", "2026-0002"
MOVED = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}


def change(office: Bureau, case: str = FIRST, **answers: Any) -> None:
    perform(clarify.record_clarification, office.session(OFFICER), case, MOVED | answers)


def last_remarks(office: Bureau, case: str = FIRST) -> str:
    payloads = [entry.as_dict() for entry in entries.payloads(case).values()]
    return str(payloads[-1]["columns"]["remarks"])


def test_a_draft_goes_back_with_the_reason(at_stage: At) -> None:
    office = at_stage("drafted")
    change(office)
    (letter,) = letters.of_case(FIRST)
    assert (letter.state, letter.reason, cases.get(FIRST).state) == (
        LetterState.RETURNED,
        BECAUSE,
        State.RETURNED,
    )
    assert getattr(sent_back(FIRST), "reason", "") == BECAUSE
    again = office.draft(FIRST)
    assert (again.id, again.revision, again.state) == (letter.id, 2, LetterState.DRAFTED)
    assert "Jalan Baru No. 7" in str(again.context)


def test_an_approved_letter_goes_back_keeps_its_number_and_its_copies_are_outdated(approved: Bureau) -> None:
    scans = approved.signed(FIRST)
    approved.receive(scans[0])
    before = letters.of_case(FIRST)[0]
    change(approved)
    (letter,) = letters.of_case(FIRST)
    assert (letter.state, letter.reason, letter.number) == (LetterState.RETURNED, BECAUSE, before.number)
    held = arrivals.get(letters.copies(letter.id, 1)[0].arrival)
    assert (held.state, held.note) == (ArrivalState.UNMATCHED, f"revisi 1 tidak berlaku: {BECAUSE}")
    (late,) = approved.receive(scans[1])
    assert arrivals.get(late.arrival).state == ArrivalState.UNMATCHED
    with refused_with("office.set_back"):
        printouts.letter(approved.session(CLERK), FIRST, approved.home / "var" / "lagi")
    with refused_with("office.set_back"):
        print_out.to_print(approved.session(CLERK), FIRST)
    act = history.of_case(FIRST)[-2:]
    assert {"set_back"} <= {deed.verb for deed in history.of_case(FIRST)}
    assert all("Jalan" not in str(deed.detail) for deed in act)
    approved.draft(FIRST)
    assert approved.approve(FIRST).number == before.number
    assert approved.verify() == []


def test_a_signed_letter_is_withdrawn_and_a_second_one_gets_a_number_of_its_own(filed: Bureau) -> None:
    first = letters.of_case(FIRST)[0]
    change(filed)
    assert cases.get(FIRST).state == State.RETURNED
    withdrawn = letters.get(first.id)
    assert (withdrawn.state, withdrawn.reason, withdrawn.number) == (
        LetterState.WITHDRAWN,
        BECAUSE,
        first.number,
    )
    number = numbers.find(str(first.number))
    assert number is not None
    assert number.state == NumberState.COMMITTED
    with refused_with("office.withdrawn") as refused:
        printouts.letter(filed.session(CLERK), FIRST, filed.home / "var" / "lagi")
    assert refused.value.next == (Next("draft", FIRST),)
    assert last_remarks(filed).startswith(
        f"surat nomor {first.number} ditarik sebelum disampaikan: {BECAUSE}"
    )
    assert getattr(sent_back(FIRST), "reason", "") == BECAUSE
    filed.draft(FIRST)
    second = filed.approve(FIRST)
    assert (second.id, second.number != first.number) == ("2026-0001-2", True)
    filed.receive(*filed.signed(FIRST))
    assert letters.get(second.id).state == LetterState.SIGNED
    assert cases.get(FIRST).state == State.FILED
    assert str(first.number) in last_remarks(filed)
    assert filed.verify() == []


def test_what_does_not_touch_the_way_of_the_letter_sets_nothing_aside(approved: Bureau) -> None:
    version = cases.get(FIRST).version
    perform(
        clarify.record_clarification,
        approved.session(OFFICER),
        FIRST,
        {"clarified_day": "2026-11-24", "clarified_way": "SMS", "clarified_note": "benar"},
    )
    assert cases.get(FIRST).version == version + 1
    assert cases.get(FIRST).state == State.APPROVED
    assert letters.of_case(FIRST)[0].state == LetterState.APPROVED


def test_only_the_contact_is_asked_and_taken_while_a_letter_is_on_its_way(approved: Bureau) -> None:
    fields = clarify.questions(cases.get(FIRST))
    assert {field.name for field in fields} == {
        "clarified_day", "clarified_way", "clarified_note", "sender_address", "sender_place",
    }  # fmt: skip
    with pytest.raises(InvalidAnswers) as refused:
        change(approved, event_date="2026-11-10", nonsense="x")
    assert refused.value.next == (Next("return-letter", FIRST),)
    assert letters.of_case(FIRST)[0].state == LetterState.APPROVED


def test_of_a_signed_letter_it_is_not_said_that_the_chair_could_return_it(filed: Bureau) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        change(filed, event_date="2026-11-10")
    assert refused.value.next == (Next("close-case", FIRST),)


CHANGES = [
    {"safe_contact_address": "Jalan Anggrek No. 12 RT 04", "safe_contact_name": "Nurhayati Sangen"},
    {"safe_contact_place": "Kelurahan Hulu Asri"},
    {"safe_contact_confirmed": False},
    {"safe_contact_way": "ambil", "safe_contact_address": "", "safe_contact_name": ""},
]


@pytest.mark.parametrize("changed", CHANGES, ids=["alamat", "tempat", "belum pasti", "diambil"])
def test_each_change_of_a_persons_safe_contact_sets_the_draft_aside(
    bureau: Bureau, changed: dict[str, Any]
) -> None:
    case = bureau.register(WIFE).number
    bureau.draft(case, WIFE)
    fields = clarify.questions(cases.get(case))
    assert "safe_contact_way" in {field.name for field in fields}
    given = {"clarified_day": "2026-11-24", "clarified_way": "di kantor"} | changed
    perform(clarify.record_clarification, bureau.session(OFFICER), case, given)
    assert cases.get(case).state == State.RETURNED
    assert letters.of_case(case)[0].reason == BECAUSE
