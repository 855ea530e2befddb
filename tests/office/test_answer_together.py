"""Steps 9–11 again and together: a draft that was returned, printing, two people at one thing."""

from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import drafting
from pipeline.cases.problems import NotPossible
from pipeline.kernel.errors import Stale
from pipeline.office.answer import approval, clarify
from pipeline.office.engine.perform import perform
from pipeline.records import cases, letters, numbers
from pipeline.records.letters import LetterState
from pipeline.records.models import CounterRow, HistoryRow, NumberRow
from tests.office import decided, printouts
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.test_answer import change_contact
from tests.refused import refused_with

At = Callable[[str], Bureau]


def test_a_number_is_kept_through_return_and_redraft_and_the_old_code_is_outdated(approved: Bureau) -> None:
    old = letters.copies(f"{FIRST}-1")
    scans = approved.signed(FIRST)
    letter = decided.send_back(approved.session(CHAIR), FIRST, "Salah ketik.")
    assert letter.number == "400.2/001/P2TP2A/XI/2026"
    assert cases.archived(FIRST) == 3
    approved.draft(FIRST)
    letter = approved.approve(FIRST)
    assert (letter.number, letter.revision) == ("400.2/001/P2TP2A/XI/2026", 2)
    new = letters.copies(letter.id, 2)
    assert {copy.code for copy in old}.isdisjoint(copy.code for copy in new)
    came = approved.receive(*scans)
    assert [arrival.what for arrival in came] == ["unmatched", "unmatched"]
    assert all("tidak berlaku" in outcome.note for outcome in came)
    assert letters.get(letter.id).state == LetterState.APPROVED
    approved.receive(*approved.signed(FIRST))
    assert letters.get(letter.id).state == LetterState.SIGNED
    assert NumberRow.objects.get(letter=letter.id).state == "committed"
    assert NumberRow.objects.count() == 2
    assert approved.verify() == []


def test_printing_counts_and_asks_again_for_the_safe_contact(approved: Bureau) -> None:
    for _ in range(2):
        first, second = approved.printed(FIRST)
    assert (first.name, second.name) == ("2026-0001-1-1.pdf", "2026-0001-1-2.pdf")
    assert first.read_bytes() != second.read_bytes()
    assert {copy.printed for copy in letters.copies(f"{FIRST}-1")} == {2}
    change_contact(approved)
    message = refused_to_print(approved, "office.contact_changed")
    assert FIRST in message


def refused_to_print(office: Bureau, error: type[Exception]) -> str:
    """Refuse a print; the look itself is written down."""
    target = office.home / "var" / "lain"
    with refused_with(error) as refusal:
        printouts.letter(office.session(CLERK), FIRST, target)
    assert not target.exists()
    return str(refusal.value)


def test_two_chairs_at_once_approve_once(at_stage: At, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one returns the draft while LibreOffice runs."""
    office = at_stage("drafted")
    convert = approval.to_pdf

    def meanwhile(*given: Any, **named: Any) -> Any:
        made = convert(*given, **named)
        decided.send_back(office.session(CHAIR), FIRST, "Belum.")
        return made

    monkeypatch.setattr(approval, "to_pdf", meanwhile)
    with pytest.raises(NotPossible):
        office.approve(FIRST)
    assert letters.get(f"{FIRST}-1").state == LetterState.RETURNED
    assert NumberRow.objects.count() == 0
    assert not CounterRow.objects.filter(series__startswith="surat/").exists()


def test_two_clarifications_at_once_are_one(at_stage: At, monkeypatch: pytest.MonkeyPatch) -> None:
    office = at_stage("registered")
    answers = {"clarified_day": "2026-11-24", "clarified_way": "SMS", "victim_address": "Desa Randu"}
    real = clarify.clarified
    turns = iter([True, False, False])

    def meanwhile(*given: Any, **named: Any) -> Any:
        if next(turns):
            perform(clarify.record_clarification, office.session(CLERK), SECOND, answers)
        return real(*given, **named)

    monkeypatch.setattr(clarify, "clarified", meanwhile)
    with refused_with("cases.invalid_answers", match="victim_address"):
        perform(
            clarify.record_clarification,
            office.session(OFFICER),
            SECOND,
            answers | {"victim_address": "Desa Lain"},
        )
    assert cases.get(SECOND).values["victim_address"] == "Desa Randu"
    assert HistoryRow.objects.filter(verb="clarify").count() == 1


def test_two_letters_approved_at_once_get_two_numbers_without_a_gap(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    convert = approval.to_pdf
    turns = iter([True, False, False])

    def meanwhile(*given: Any, **named: Any) -> Any:
        if next(turns):
            office.approve(SECOND)
        return convert(*given, **named)

    monkeypatch.setattr(approval, "to_pdf", meanwhile)
    letter = office.approve(FIRST)
    assert letter.number == "400.2/002/P2TP2A/XI/2026"
    assert sorted(NumberRow.objects.values_list("seq", "letter")) == [(1, "2026-0002-1"), (2, "2026-0001-1")]
    assert office.verify() == []


def test_an_approval_that_never_gets_its_number_gives_up_and_changes_nothing(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    convert = approval.to_pdf(
        [(office.settings.var / "letters" / f"{FIRST}-1" / "r1" / "konsep.docx").read_bytes()] * 2
    )
    taken: list[int] = []

    def meanwhile(*given: Any, **named: Any) -> Any:
        taken.append(numbers.next_of("surat/2026"))
        return convert

    monkeypatch.setattr(approval, "to_pdf", meanwhile)
    with pytest.raises(Stale):
        office.approve(FIRST)
    assert taken == [1, 2, 3, 4, 5]
    assert letters.get(f"{FIRST}-1").state == LetterState.DRAFTED


def test_a_wife_who_writes_herself_is_answered_at_her_safe_contact(bureau: Bureau) -> None:
    case = bureau.register(WIFE)
    letter = bureau.draft(case.number, WIFE)
    assert "Yuniarti Talahu" in str(letter.context), "care of the person she named"
    assert "Darsono" not in str(letter.context)
    assert drafting(WIFE)["addressee"] in str(letter.context)
