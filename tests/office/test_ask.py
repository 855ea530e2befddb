"""Step 9 by letter: a request for clarification has its own letter, number, copies and signature beside the case."""

from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import clarifying, registration
from pipeline.cases.completeness import gaps
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, CLARIFICATION
from pipeline.kernel.text import Next
from pipeline.letters.text import frozen_text
from pipeline.office.answer import ask, clarify, declare_copy_sent, edited, enter_number
from pipeline.office.answer.ask import open_questions
from pipeline.office.answer.preview import preview
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.answer.requests import asked
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.base.dossier import answered
from pipeline.office.base.session import Session
from pipeline.office.cases import register
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import look_over, open_act, perform
from pipeline.office.letters.letter_files import draft_of
from pipeline.office.overview import find
from pipeline.office.papers import forms
from pipeline.records import cases, history, letters
from pipeline.records.letters import Letter, LetterState
from tests.office import decided
from tests.office.bureau import CALL, CHAIR, CLERK, OFFICER, SCHOOL, WIFE, Bureau, tables
from tests.office.stages import FIRST
from tests.refused import refused_with

At = Callable[[str], Bureau]
NEIGHBOUR = 2
"""Number of the sample that leaves things unclear: a neighbour who wrote without day, place and name."""
WHO = {"salutation": "Bapak/Ibu"}


@pytest.fixture
def unclear(bureau: Bureau) -> Bureau:
    """An office with one case in which much is open."""
    bureau.register(NEIGHBOUR)
    return bureau


BY_LAW = {"emergency_law": "UU 12/2022", "emergency_reason": "anak terancam malam ini"}


def asks(office: Bureau, case: str = FIRST, account: str = OFFICER, **answers: Any) -> Letter:
    return decided.ask(office.session(account), case, (WHO if case == FIRST else {}) | answers)


def said(office: Bureau, letter: Letter) -> str:
    return frozen_text(draft_of(office.settings, letter))


def rows(office: Bureau) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows but those of the access log, to which a look is added also where it is refused."""
    return {name: table for name, table in tables(office).items() if name != "AccessRow"}


def refused(office: Bureau, step: Callable[[], object], error: str | type[Refusal]) -> str:
    before = rows(office)
    with refused_with(error) as refusal:
        step()
    assert rows(office) == before
    return str(refusal.value)


def waits(office: Bureau, account: str) -> list[tuple[str, str]]:
    return [(row["letter"], row["waits"].id) for row in find.todo(office.session(account))["requests"]]


def test_a_request_is_a_letter_that_asks_what_is_open_and_the_case_waits(unclear: Bureau) -> None:
    letter = asks(unclear, questions="waktu yang cocok untuk bertemu", answer_by="2026-12-01")
    assert (letter.id, letter.kind, letter.state) == (
        "2026-0001-1",
        CLARIFICATION.word,
        LetterState.DRAFTED,
    )
    assert cases.get(FIRST).state is State.CLARIFYING
    text = said(unclear, letter)
    for phrase in (
        "Permohonan Keterangan",
        "400.2/___/",
        "kecamatan tempat",
        "waktu yang cocok",
        "1 Desember 2026",
    ):
        assert phrase in text
    (act,) = (act for act in history.of_case(FIRST) if act.verb == "ask")
    assert act.detail["asked"] == sorted(question.field for question in open_questions(cases.get(FIRST)))
    assert act.detail["own"] == 1
    assert "bertemu" not in str(act.detail), "the history tells fields, never what was typed"
    assert asked(letter) >= {"event_date", "place_kecamatan"}
    assert letter.clauses


def test_a_neighbour_keeps_her_own_form_of_address_and_is_not_asked_for_what_she_cannot_have(
    unclear: Bureau,
) -> None:
    letter = asks(unclear)
    text = said(unclear, letter)
    assert "Yth. Ibu Tum" in text
    assert "Menindaklanjuti surat Ibu yang kami terima" in text
    assert "Bapak/Ibu" not in text
    assert "NIK" not in text
    assert "persetujuan orang tua" not in text
    assert asked(letter).isdisjoint({"victim_nik", "victim_birth_date", "victim_consent"})
    still = {gap.field for gap in gaps(cases.get(FIRST))}
    assert {"victim_nik", "victim_consent"} <= still, "open it stays, to be asked of the guardian"
    form = frozen_text(forms._request(unclear.session(OFFICER), cases.get(FIRST)))
    assert "NIK" not in form


def test_what_breaks_a_rule_is_not_asked(unclear: Bureau) -> None:
    refused(unclear, lambda: asks(unclear, questions="kapan ia memukul korban"), "office.rules_broken")
    refused(unclear, lambda: asks(unclear, cc="Ibu Tum", **BY_LAW), "office.rules_broken")
    refused(unclear, lambda: asks(unclear, addressee="Orang Lain Sekali"), "office.rules_broken")


def test_wrong_answers_are_refused_with_their_field(unclear: Bureau) -> None:
    assert "answer_by" in refused(unclear, lambda: asks(unclear, answer_by="2026-11-23"), InvalidAnswers)
    refused(unclear, lambda: asks(unclear, follow_up="pendampingan"), InvalidAnswers)
    assert "questions" in refused(unclear, lambda: asks(unclear, question="x"), InvalidAnswers)
    refused(unclear, lambda: decided.ask(unclear.session(OFFICER), FIRST, {}), InvalidAnswers)


def test_without_a_signatory_or_anything_open_nothing_is_asked(bureau: Bureau) -> None:
    case = bureau.register(WIFE).number
    own = {"salutation": "Saudari"}
    refused(bureau, lambda: decided.ask(bureau.session(OFFICER), case, own), "office.nothing_open")
    letter = decided.ask(bureau.session(OFFICER), case, own | {"questions": "waktu yang cocok untuk bertemu"})
    assert asked(letter) == frozenset()
    bureau.change("# sampai = 2026-12-31", "sampai = 2026-11-23")
    refused(
        bureau,
        lambda: decided.ask(bureau.session(OFFICER), case, own | {"questions": "x y"}),
        "office.no_signatory",
    )


def test_a_caller_without_a_postal_address_is_not_asked_by_letter(bureau: Bureau) -> None:
    case = perform(register.register_call, bureau.session(), "", registration(CALL)).case.number
    refused(bureau, lambda: asks(bureau, case), "office.call_not_written")
    perform(clarify.record_clarification, bureau.session(OFFICER), case, clarifying(CALL))
    refused(bureau, lambda: asks(bureau, case, salutation="Ibu"), "office.nothing_open")
    letter = asks(bureau, case, salutation="Ibu", questions="waktu yang cocok untuk bertemu")
    assert letter.kind == CLARIFICATION.word


def test_a_request_that_waits_is_replaced_and_one_that_was_returned_too(unclear: Bureau) -> None:
    asks(unclear)
    second = asks(unclear, questions="waktu yang cocok untuk bertemu")
    assert (second.id, second.revision) == ("2026-0001-1", 2)
    assert ask.typed_before(cases.get(FIRST))["questions"] == ("waktu yang cocok untuk bertemu",)
    decided.send_back(unclear.session(CHAIR), FIRST, "Tanyakan seperlunya.")
    assert cases.get(FIRST).state is State.CLARIFYING
    assert waits(unclear, OFFICER) == [("2026-0001-1", "dikembalikan ketua")]
    assert asks(unclear).revision == 3


def test_approval_leaves_the_case_and_the_register_columns_of_the_answer_alone(unclear: Bureau) -> None:
    asks(unclear)
    assert waits(unclear, CHAIR) == [("2026-0001-1", "menunggu persetujuan ketua")]
    assert waits(unclear, CLERK) == []
    letter = unclear.approve(FIRST)
    assert (letter.number, letter.state) == ("400.2/001/P2TP2A/XI/2026", LetterState.APPROVED)
    assert cases.get(FIRST).state is State.CLARIFYING
    assert answered(FIRST).number == ""
    assert waits(unclear, CLERK) == [("2026-0001-1", "belum pernah dicetak")]
    seen = find.show(unclear.session(CLERK), FIRST).plain
    assert [letter["kind"] for letter in seen["letters"]] == ["klarifikasi"]
    assert [row["step"] for row in seen["steps"] if row["progress"] == "sekarang"] == [seen["next"]["step"]]
    assert {step["step"]: step["progress"] for step in seen["steps"]}[9] != "selesai"
    assert refused(unclear, lambda: asks(unclear), "office.request_waits")
    assert unclear.verify() == []


def test_a_voided_request_keeps_its_number_void_and_the_case_where_it_was(unclear: Bureau) -> None:
    asks(unclear)
    with refused_with(
        "office.nothing_to_void",
        "office.returned_unnumbered",
        "office.void_already",
    ) as drafted:
        perform(
            void_letter,
            unclear.session(CHAIR),
            FIRST,
            {"reason": "Sudah dijawab lewat telepon."},
            f"{FIRST}-1",
        )
    assert drafted.value.next == (Next("return-letter", FIRST, f"{FIRST}-1"),)
    letter = unclear.approve(FIRST)
    perform(
        void_letter,
        unclear.session(CHAIR),
        letter.case,
        {"reason": "Sudah dijawab lewat telepon."},
        letter.id,
    )
    assert cases.get(FIRST).state is State.CLARIFYING
    assert letters.get(letter.id).state == LetterState.VOID
    steps: tuple[Callable[[], object], ...] = (
        lambda: perform(
            void_letter,
            unclear.session(CHAIR),
            letter.case,
            {"reason": "Sudah dijawab lewat telepon."},
            letter.id,
        ),
        lambda: open_act(unclear.session(CLERK), enter_number.enter_number, FIRST, letter.id),
    )
    for step in steps:
        with pytest.raises(Refusal) as again:
            step()
        assert again.value.next == (Next("ask", FIRST),)
    assert asks(unclear).id == "2026-0001-2"
    assert unclear.verify() == []


def test_a_changed_contact_sets_a_request_aside_like_any_letter(bureau: Bureau) -> None:
    case = bureau.register(SCHOOL).number
    decided.ask(bureau.session(OFFICER), case, {})
    letter = bureau.approve(case)
    moved = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}
    perform(clarify.record_clarification, bureau.session(OFFICER), case, moved)
    after = letters.get(letter.id)
    assert (after.state, after.reason, after.number) == (LetterState.RETURNED, BECAUSE, letter.number)
    assert cases.get(case).state is State.CLARIFYING
    again = decided.ask(bureau.session(OFFICER), case, {})
    assert (again.id, again.revision) == (letter.id, 2)
    assert "Jalan Baru No. 7" in said(bureau, again)


def test_decisions_of_the_request_and_of_the_answer_do_not_mix(bureau: Bureau) -> None:
    case = bureau.register(SCHOOL).number
    decided.ask(
        bureau.session(OFFICER),
        case,
        BY_LAW | {"cc": "Kepala Dinas Pendidikan Kabupaten Batang Asri", "letter_attachments": 1},
    )
    assert history.of_case(case)[-1].detail["law"] == BY_LAW["emergency_law"]
    bureau.draft(case, SCHOOL, cc="", letter_attachments=0)
    assert cases.get(case).state is State.DRAFTED
    request = decided.approve(bureau.session(CHAIR), case, f"{case}-1")
    assert request.state == LetterState.APPROVED
    assert cases.get(case).state is State.DRAFTED
    answer = bureau.approve(case)
    assert (answer.id, answer.kind) == (f"{case}-2", ANSWER.word)
    assert (request.number, answer.number) == ("400.2/001/P2TP2A/XI/2026", "400.2/002/P2TP2A/XI/2026")
    assert answered(case).number == answer.number


STEPS: dict[str, tuple[str, Callable[[Session], object]]] = {
    "approve": (CHAIR, lambda session: decided.approve(session, FIRST)),
    "return": (CHAIR, lambda session: decided.send_back(session, FIRST, "Perjelas.")),
    "read": (CHAIR, lambda session: preview(session, FIRST)),
    "edit": (OFFICER, lambda session: edited.take_out(session, FIRST, session.settings.var / "keluar")),
}


@pytest.mark.parametrize("step", STEPS)
def test_where_two_letters_wait_both_are_named_and_one_is_chosen(at_stage: At, step: str) -> None:
    office = at_stage("registered")
    decided.ask(office.session(OFFICER), FIRST, {})
    office.draft(FIRST)
    account, take = STEPS[step]
    with refused_with("office.several_letters") as refusal:
        take(office.session(account))
    assert "2026-0001-1 (clarification request), 2026-0001-2 (answer letter)" in refusal.value.text("en")
    act = "return-letter" if step == "return" else "review"
    assert refusal.value.next == (Next(act, FIRST, "2026-0001-1"), Next(act, FIRST, "2026-0001-2"))
    chosen = preview(office.session(CHAIR), FIRST, "2026-0001-1").letter
    assert chosen.kind == CLARIFICATION.word
    assert preview(office.session(CHAIR), FIRST, "2026-0001-1").findings == ()


def test_a_statement_names_its_letter_where_two_wait(at_stage: At) -> None:
    office = at_stage("registered")
    decided.ask(office.session(OFFICER), FIRST, {})
    office.approve(FIRST)
    office.draft(FIRST)
    office.approve(FIRST)
    for account, act, state in (
        (
            CLERK,
            "declare-copy-sent",
            lambda session: perform(
                declare_copy_sent.declare_copy_sent, session, FIRST, {"reason": "Sudah dikirim."}
            ),
        ),
        (
            CHAIR,
            "confirm-statement",
            lambda session: perform(declare_copy_sent.confirm_statement, session, FIRST, {}),
        ),
        (
            CHAIR,
            "refuse-statement",
            lambda session: perform(
                declare_copy_sent.refuse_statement, session, FIRST, {"reason": "Keliru."}
            ),
        ),
    ):
        with refused_with("office.several_letters") as refusal:
            state(office.session(account))
        assert refusal.value.next == (Next(act, FIRST, "2026-0001-1"), Next(act, FIRST, "2026-0001-2"))


def test_a_case_with_a_request_on_its_way_is_not_merged_away(unclear: Bureau) -> None:
    other = unclear.register(WIFE).number
    letter = asks(unclear)
    with refused_with("office.merge_too_early") as refused:
        look_over(merge.merge_case, unclear.session(CHAIR), FIRST, {"into": other, "reason": "x"})
    assert f"permintaan klarifikasi {letter.id} belum dijawab" in refused.value.text()
    look_over(merge.merge_case, unclear.session(CHAIR), other, {"into": FIRST, "reason": "x"})
