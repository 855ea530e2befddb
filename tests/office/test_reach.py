"""A letter or a call reaches whom it is for: by a contact of their own, as it is now, and not before approval."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.contact import contact_key
from pipeline.kernel.errors import Refusal
from pipeline.office.answer import ask, clarify
from pipeline.office.cases import contact_sheets, inform, register
from pipeline.office.cases.contact_sheets import contact_rows
from pipeline.office.cases.forms_sheets import checked
from pipeline.office.delivery import deliver
from pipeline.office.delivery.send import send
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import signed_letter
from pipeline.office.papers import forms
from pipeline.office.victims.victims_copy_hand import why_at_office
from pipeline.records import boot, cases, letters
from pipeline.records.letters import LetterState
from pipeline.rendering.errors import NoRenderer
from tests.office import decided, printouts
from tests.office.bureau import OFFICER, WIFE, Bureau, one_page
from tests.office.stages import FIRST, SENT, TO_SCHOOL
from tests.refused import is_any, refused_with

NEIGHBOUR, SISTER = "Wahyuni Sarimukti", "Yuniarti Talahu"
BY_NEIGHBOUR = {
    "sender": NEIGHBOUR, "reporter_name": NEIGHBOUR, "reporter_is_victim": False, "reporter_relation": "tetangga",
    "reporter_wants_secrecy": True, "reporter_phone": "0812-0000-1888", "safe_contact_way": "titip",
}  # fmt: skip
TO_NEIGHBOUR = {"addressee": NEIGHBOUR, "salutation": "Ibu", "comes": "yang bersangkutan, atau Ibu sendiri"}
CLARIFIED = {"clarified_day": "2026-11-24", "clarified_way": "di kantor"}


@pytest.fixture(autouse=True)
def no_office_suite_for_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make forms as DOCX alone; letters are converted as ever."""

    def missing(*_: Any, **__: Any) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)


def came(bureau: Bureau, **changed: Any) -> Case:
    """Register a letter about the victim of the sample with these answers in place of its own."""
    given = registration(WIFE) | changed | {register.NOT_A_DUPLICATE: True}
    arrival = bureau.arrive(one_page(f"{sorted(changed)} {bureau.home.name}"))
    return perform(
        register.register_arrival,
        bureau.session(),
        arrival.id,
        {name: answer for name, answer in given.items() if answer is not None},
    ).case


def state(bureau: Bureau, case: str, **answers: Any) -> None:
    """Record by a clarification what was not stated before."""
    perform(clarify.record_clarification, bureau.session(OFFICER), case, CLARIFIED | answers)


def alter(number: str, **values: Any) -> None:
    """Give a case these values, as one that was registered by an earlier release has them."""
    case = cases.get(number)
    kept = {name: answer for name, answer in {**case.values, **values}.items() if answer is not None}
    with boot.transact():
        cases.change(case, replace(case, values=kept, version=case.version + 1))


def refused(why: str | type[Refusal], *steps: Callable[[], object]) -> None:
    for step in steps:
        with refused_with(why) as refusal:
            step()
        assert is_any(refusal.value, why)


def envelopes(bureau: Bureau, number: str) -> tuple[Callable[[], object], ...]:
    folder = bureau.home / "var" / "cetak"
    return tuple(
        lambda kind=kind: forms.make(bureau.session(), kind, number, folder) for kind in ("amplop", "label")
    )


def test_whose_contact_it_is_is_asked_and_nothing_is_made_before_it_is_stated(
    bureau: Bureau, tmp_path: Path
) -> None:
    number = came(bureau, **BY_NEIGHBOUR).number
    refused("cases.gaps_open", lambda: bureau.draft(number, WIFE, **TO_NEIGHBOUR))
    refused(
        "office.contact_not_stated",
        lambda: decided.ask(
            bureau.session(OFFICER), number, {"salutation": "Ibu", "questions": ["Kapan Ibu dapat datang?"]}
        ),
        lambda: contact_sheets.put_out_slip(bureau.session(), number, tmp_path),
    )
    assert not letters.of_case(number)
    assert inform.contact(bureau.session(), cases.get(number)).ways == ("di kantor",)
    asked = [question.name for question in clarify.questions(cases.get(number))]
    assert asked.count("safe_contact_owner") == 1
    assert "safe_contact_owner_impossible" not in asked
    assert [gap.field for gap in gaps(cases.get(number)) if gap.required] == ["safe_contact_owner"]
    assert "safe_contact_owner" not in {question.field for question in ask.open_questions(cases.get(number))}
    assert {check.field: check.required for check in checked(cases.get(number))}["safe_contact_owner"]
    state(bureau, number, safe_contact_owner="korban")
    assert not any(gap.required for gap in gaps(cases.get(number)))


def test_a_neighbour_who_asked_for_secrecy_is_not_answered_at_the_sisters_address(bureau: Bureau) -> None:
    number = came(bureau, **BY_NEIGHBOUR, safe_contact_owner="korban").number
    refused("office.contact_of_another", lambda: bureau.draft(number, WIFE, **TO_NEIGHBOUR))
    state(bureau, number, safe_contact_owner="pelapor")
    bureau.draft(number, WIFE, **TO_NEIGHBOUR)
    alter(number, safe_contact_owner="korban")
    refused("office.contact_changed", lambda: bureau.approve(number))
    (letter,) = letters.of_case(number)
    letters.change(letter, contact=letter.contact[:-1])
    refused("office.contact_of_another", lambda: bureau.approve(number))


def test_the_call_sheet_for_the_victim_never_has_the_reporters_number(bureau: Bureau, tmp_path: Path) -> None:
    by_phone = {
        "safe_contact_way": "telepon",
        "safe_contact_name": NEIGHBOUR,
        "safe_contact_phone": "0812-0000-1888",
    }
    number = came(bureau, **BY_NEIGHBOUR | by_phone, safe_contact_owner="pelapor").number
    refused(
        "office.contact_of_another", lambda: contact_sheets.put_out_slip(bureau.session(), number, tmp_path)
    )
    contact = inform.look(bureau.session(), number)
    assert (contact.ways, contact.number) == (("di kantor",), "")
    assert not any("1888" in cell for row in contact_rows(contact.case.values) for cell in row)
    assert why_at_office(contact.case.values) is not None
    state(
        bureau,
        number,
        safe_contact_owner="korban",
        safe_contact_phone="0812-0000-1102",
        safe_contact_name=SISTER,
    )
    assert contact_sheets.put_out_slip(bureau.session(), number, tmp_path).exists()


def test_the_call_sheet_says_how_to_speak_to_whom_answers(bureau: Bureau) -> None:
    case = bureau.register(WIFE)

    def slip(**changed: Any) -> tuple[dict[str, str], str]:
        contact, words, *_ = contact_sheets.slip(replace(case, values={**case.values, **changed})).blocks
        return dict(contact.rows), " ".join(words.lines)

    rows, through_sister = slip()
    assert rows["Cara"] == "dititipkan kepada orang yang dipercaya"
    assert "menghubungkan kami dengan yang bersangkutan" in through_sister
    assert "hal yang ia sampaikan sudah kami terima" in through_sister
    assert "ada yang memperhatikan" not in through_sister
    by_neighbour = {
        "reporter_is_victim": False,
        "reporter_relation": "tetangga",
        "safe_contact_owner": "korban",
    }
    rows, to_herself = slip(**by_neighbour, safe_contact_way="telepon")
    assert rows["Cara"] == "telepon"
    assert "ada yang memperhatikan" in to_herself
    assert "menghubungkan" not in to_herself


def test_a_letter_of_before_leaves_once_it_is_stated_whose_contact_it_is(bureau: Bureau) -> None:
    number = came(bureau, **BY_NEIGHBOUR, safe_contact_owner="pelapor").number
    bureau.draft(number, WIFE, **TO_NEIGHBOUR)
    bureau.approve(number)
    (letter,) = letters.of_case(number)
    letters.change(letter, contact=letter.contact[:-1])
    alter(number, safe_contact_owner=None)
    refused("office.contact_not_stated", lambda: bureau.printed(number), *envelopes(bureau, number))
    state(bureau, number, safe_contact_owner="pelapor")
    assert letters.of_case(number)[0].state == LetterState.APPROVED
    assert len(bureau.printed(number)) == 2
    for make in envelopes(bureau, number):
        make()
    alter(number, safe_contact_owner="korban")
    refused(
        "office.contact_of_another",
        lambda: printouts.letter(bureau.session(), number, bureau.home / "var", "kertas macet"),
        *envelopes(bureau, number),
    )


def test_an_unstated_contact_stops_the_dispatch_and_not_the_record_of_what_happened(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("filed")
    values = {
        "is_institution": False, "reporter_is_victim": False, "reporter_name": "Rahmat Sejati", "addressee": "Rahmat Sejati",
        "safe_contact_way": "surat", "safe_contact_name": "Rahmat Sejati", "safe_contact_confirmed": True,
        "safe_contact_address": "Jalan Anggrek No. 0",
    }  # fmt: skip
    alter(FIRST, **values)
    (letter,) = letters.of_case(FIRST)
    letters.change(letter, contact=contact_key(cases.get(FIRST).values)[:-1])
    refused(
        "office.contact_not_stated",
        lambda: open_act(office.session(), send, FIRST),
        lambda: printouts.sent(office.session(), FIRST, office.home / "var", SENT),
    )
    assert "pos" in deliver.standing(cases.get(FIRST)).ways


def test_there_is_no_envelope_before_a_letter_is_approved_and_numbered(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    refused("office.not_approved", *envelopes(bureau, number))
    bureau.draft(number, WIFE)
    refused("office.not_approved", *envelopes(bureau, number))
    bureau.approve(number)
    for make in envelopes(bureau, number):
        make()
    alter(number, safe_contact_address="Gang Melur No. 3")
    refused("office.contact_changed", lambda: bureau.printed(number), *envelopes(bureau, number))


def test_a_signed_copy_is_printed_anew_by_the_contact_of_now_until_it_has_arrived(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("filed")
    address = cases.get(FIRST).values["sender_address"]

    def print_signed() -> None:
        with signed_letter.to_print(office.session(), FIRST, f"{FIRST}-1", 1) as paper:
            assert paper.sha512

    print_signed()
    alter(FIRST, sender_address="Jalan Lain No. 9")
    refused("office.contact_changed", print_signed)
    alter(FIRST, sender_address=address)
    perform(deliver.record_delivery, office.session(), FIRST, TO_SCHOOL)
    alter(FIRST, sender_address="Jalan Lain No. 9")
    print_signed()
