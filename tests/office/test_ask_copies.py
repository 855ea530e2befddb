"""A request for clarification on paper: signed, scanned back, filed, interleaved with the answer, rebuilt."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demo.answers import clarifying
from pipeline.cases.states import State
from pipeline.kernel.letter_kinds import ANSWER as ANSWER_KIND
from pipeline.kernel.letter_kinds import CLARIFICATION
from pipeline.office.answer import ask, clarify
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.answer.requests import is_awaited
from pipeline.office.base.dossier import answered
from pipeline.office.engine.perform import perform
from pipeline.office.letters.numbering import number_list
from pipeline.office.overview import find
from pipeline.office.papers.forms_post import post_fields
from pipeline.records import cases, entries, letters, numbers
from pipeline.records.letters import LetterState
from pipeline.records.numbers import NumberState
from tests.office import damage, decided, printouts
from tests.office.bureau import CHAIR, CLERK, OFFICER, SCHOOL, Bureau, pdf_of, signed_pages, tables
from tests.office.stages import FIRST
from tests.refused import refused_with

At = Callable[[str], Bureau]
NEIGHBOUR = 2
REQUEST, ANSWER = f"{FIRST}-1", f"{FIRST}-2"


def printed(office: Bureau, letter: str) -> list[Path]:
    return printouts.letter(office.session(CLERK), FIRST, office.home / "var" / "cetak", named=letter)


def signed(office: Bureau, letter: str) -> list[bytes]:
    """Print one letter of the case, sign both copies and scan them; returns one PDF a copy."""
    paths = printed(office, letter)
    return [pdf_of(signed_pages(path, number)) for number, path in enumerate(paths, 1)]


def waits(office: Bureau, account: str = OFFICER) -> list[str]:
    return [row["waits"].id for row in find.todo(office.session(account))["requests"]]


def last_columns(case: str = FIRST) -> dict[str, Any]:
    payloads = [entry.as_dict() for entry in entries.payloads(case).values()]
    return dict(payloads[-1]["columns"])


@pytest.fixture
def requested(bureau: Bureau) -> Bureau:
    """An office that asks a neighbour what is unclear, by an approved letter."""
    bureau.register(NEIGHBOUR)
    decided.ask(bureau.session(OFFICER), FIRST, {"salutation": "Ibu"})
    bureau.approve(FIRST)
    return bureau


def test_both_signed_copies_of_a_request_are_filed_and_the_answer_to_it_is_awaited(requested: Bureau) -> None:
    first, second = signed(requested, REQUEST)
    requested.receive(first)
    assert waits(requested) == ["menunggu salinan ke-2 yang bertanda tangan"]
    requested.receive(second)
    letter = letters.get(REQUEST)
    assert (letter.state, cases.get(FIRST).state) == (LetterState.SIGNED, State.CLARIFYING)
    names = [document.logical for document in cases.documents(FIRST)]
    assert {f"surat-{REQUEST}-r1-salinan-{copy}-ttd.pdf" for copy in (1, 2)} <= set(names)
    assert (last_columns()["answer_number"], last_columns()["signed_date"]) == ("", "")
    number = numbers.find(str(letter.number))
    assert number is not None
    assert number.state == NumberState.COMMITTED
    assert waits(requested) == ["menunggu jawaban"]
    perform(clarify.record_clarification, requested.session(OFFICER), FIRST, clarifying(NEIGHBOUR))
    wanted = {question.field for question in ask.open_questions(cases.get(FIRST))}
    assert is_awaited(cases.get(FIRST), letter) == bool(wanted)
    assert letters.get(REQUEST).state == LetterState.SIGNED, "an answer proves that the request has arrived"
    assert requested.draft(FIRST, NEIGHBOUR).id == ANSWER
    assert requested.approve(FIRST).number == "400.2/002/P2TP2A/XI/2026"
    assert answered(FIRST).number == "400.2/002/P2TP2A/XI/2026"
    assert [row["kind"] for row in number_list(requested.session(CHAIR))["numbers"]] == [
        "klarifikasi",
        "jawaban",
    ]
    assert requested.verify() == []


def test_a_signed_request_without_its_number_waits_for_the_secretariat_first(requested: Bureau) -> None:
    letter = letters.get(REQUEST)
    letters.change(letter, state=LetterState.SIGNED, number=None, signed=letter.day)
    assert waits(requested) == ["menunggu nomor sekretariat"]


@pytest.fixture
def both(at_stage: At) -> Bureau:
    """An office with two approved letters of one case: a request, and the answer drafted beside it."""
    office = at_stage("registered")
    decided.ask(office.session(OFFICER), FIRST, {})
    office.draft(FIRST, SCHOOL)
    with refused_with("office.several_letters"):
        office.approve(FIRST)
    for letter in (ANSWER, REQUEST):
        decided.approve(office.session(CHAIR), FIRST, letter)
    return office


def test_scans_of_both_letters_in_one_batch_are_split_and_each_is_signed(both: Bureau) -> None:
    with refused_with("office.several_letters") as refused:
        printed(both, "")
    assert {step.act for step in refused.value.next} == {"print"}
    pages = [
        page
        for letter in (REQUEST, ANSWER)
        for number, path in enumerate(printed(both, letter), 1)
        for page in signed_pages(path, number)
    ]
    both.receive(pdf_of(pages))
    assert [letters.get(kind).state for kind in (REQUEST, ANSWER)] == [LetterState.SIGNED] * 2
    assert cases.get(FIRST).state is State.FILED
    assert last_columns()["answer_number"] == letters.get(ANSWER).number
    signed_names = [document.logical for document in cases.documents(FIRST) if "-ttd." in document.logical]
    assert len(signed_names) == 4
    assert both.verify() == []
    before = tables(both, "LetterRow", "CopyRow", "NumberRow", "CaseRow")
    damage.rebuilt(both)
    after = tables(both, "LetterRow", "CopyRow", "NumberRow", "CaseRow")
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    assert [(letter.id, letter.kind, letter.state, letter.number) for letter in letters.of_case(FIRST)] == [
        (REQUEST, CLARIFICATION.word, LetterState.SIGNED, letters.get(REQUEST).number),
        (ANSWER, ANSWER_KIND.word, LetterState.SIGNED, letters.get(ANSWER).number),
    ]
    assert answered(FIRST).number == letters.get(ANSWER).number
    assert both.verify() == []


def test_a_request_that_is_signed_while_the_answer_waits_moves_nothing_of_it(both: Bureau) -> None:
    both.receive(*signed(both, REQUEST))
    assert letters.get(REQUEST).state == LetterState.SIGNED
    assert letters.get(ANSWER).state == LetterState.APPROVED
    assert cases.get(FIRST).state is State.APPROVED
    assert last_columns()["signed_date"] == ""
    assert post_fields(both.session(), cases.get(FIRST))["surat"] == ANSWER
    assert post_fields(both.session(), cases.get(FIRST), letters.get(REQUEST))["surat"] == REQUEST
    moved = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}
    perform(clarify.record_clarification, both.session(OFFICER), FIRST, moved)
    states = [letters.get(kind).state for kind in (REQUEST, ANSWER)]
    assert states == [LetterState.WITHDRAWN, LetterState.RETURNED]
    assert {letters.get(number).reason for number in (REQUEST, ANSWER)} == {BECAUSE}
    assert both.verify() == []


def test_a_draft_of_a_request_that_the_archive_never_got_leaves_its_place_to_nobody(at_stage: At) -> None:
    office = at_stage("registered")
    decided.ask(office.session(OFFICER), FIRST, {})
    office.draft(FIRST, SCHOOL)
    decided.approve(office.session(CHAIR), FIRST, ANSWER)
    damage.rebuilt(office)
    assert [letter.id for letter in letters.of_case(FIRST)] == [ANSWER]
    assert letters.next_seq(FIRST) == 3
