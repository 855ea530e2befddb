"""Nothing goes out to a sender who may be the reported person of the same victim before the chair has decided."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cases import contacts, telephone_answers
from pipeline.cases.contact import route
from pipeline.cases.likeness import may_be_person
from pipeline.cases.safety import reported_among
from pipeline.cases.states import State
from pipeline.cases.values import UNKNOWN
from pipeline.kernel.errors import NoRoute
from pipeline.kernel.text import Next
from pipeline.office.base import reported_sender
from pipeline.office.base.reported_sender import Decision
from pipeline.office.cases import add_letter, contact_sheets, crisis, enquire, inform
from pipeline.office.cases.inform import why_no_more
from pipeline.office.cases.sender import decide_sender
from pipeline.office.delivery import close, merge
from pipeline.office.engine.perform import open_case, perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import case_next
from pipeline.office.overview.case_sheet import CaseSheet, sheet
from pipeline.office.overview.find import todo
from pipeline.office.papers import forms
from pipeline.records import boot, cases, history, people
from tests.office import decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.office.stages import FIRST
from tests.office.test_reach import SISTER, alter, came, envelopes, refused, state

HUSBAND = "Darsono Peliwang"
BY_HUSBAND = {
    "sender": HUSBAND, "reporter_name": HUSBAND, "reporter_is_victim": False, "reporter_relation": "suami/istri",
    "reporter_phone": "0812-0000-1777", "reported_name": None, "reported_relation": None, "reported_sex": None,
    "reported_age": None, "reported_age_is_estimate": None, "reported_shares_home": None,
    "safe_contact_way": "surat", "safe_contact_owner": "pelapor", "safe_contact_name": HUSBAND,
    "safe_contact_address": "Jalan Rotan RT 11 No. 4", "safe_contact_phone": None, "safe_contact_hours": None,
}  # fmt: skip
OTHER_VICTIM = BY_HUSBAND | {
    "sender": "Tono Sarimukti", "reporter_name": "Tono Sarimukti", "reporter_relation": "tetangga", "reporter_phone": None,
    "victim_name": "Suharti Wibisono", "victim_nik": None, "victim_phone": None, "victim_birth_date": None,
    "reported_name": "Anton Barus", "reported_relation": "tetangga",
    "safe_contact_way": "titip", "safe_contact_address": "Gang Melati 9 No. 3, Kelurahan Muara Lanting",
}  # fmt: skip
TO_TONO = {"addressee": "Tono Sarimukti", "salutation": "Bapak", "comes": "Bapak"}
REPORTED = {
    "reported_phone": "0812-0000-1777",
    "reported_address": "Jalan Rotan RT 11 No. 4",
    "reported_shares_home": "tidak",
}
IMPOSSIBLE = {"reported_name_impossible": "tidak disebut"}


def contact_offered(seen: CaseSheet) -> tuple[str, bool]:
    """Return how the page of a case offers contact with the victim, and whether as what comes next."""
    (offer,) = [action for action in seen.actions if action.verb == "inform"]
    return offer.label.en, offer.is_main


def decide(bureau: Bureau, number: str, decision: Decision, why: str) -> None:
    """Let the chair decide about the sender of a case."""
    perform(decide_sender, bureau.session(CHAIR), number, {"chosen": decision, "reason": why})


@pytest.mark.parametrize(
    ("written", "is_his"),
    [("Herman T.", True), ("H. Talib", True), ("Herman", True), ("Bp. Herman Talib, S.Pd.", True), ("Hermin Sutalib", False),
     ("H.T.", True), ("H.", False), ("Rukmini T.", False)],
)  # fmt: skip
def test_a_name_with_an_initial_is_the_name(written: str, is_his: bool) -> None:
    assert may_be_person(written, "Herman Talib") is is_his


def test_a_number_is_the_reported_persons_however_it_is_written() -> None:
    theirs = {"reported_name": "Herman Talib", "reported_phone": "+62 812-0000-1777"}
    assert reported_among({"reporter_name": "Tono", "caller_number": "081200001777"}, theirs) == (
        "caller_number",
    )
    for sender, fields in (
        ("Herman T.", ()),
        ("Kantor Desa Talib", ()),
        ("Yayasan H. Herman Talib, S.Pd.", ("sender",)),
    ):
        assert reported_among({"sender": sender, "is_institution": True}, theirs) == fields


def test_a_reported_person_who_writes_about_the_same_victim_gets_nothing(
    bureau: Bureau, tmp_path: Path
) -> None:
    bureau.register(WIFE)
    case = came(bureau, **BY_HUSBAND)
    number, clerk = case.number, bureau.session(CLERK)
    assert reported_sender.held_message(clerk, case) is not None
    state(bureau, number, **IMPOSSIBLE)
    to_him = {"addressee": HUSBAND, "salutation": "Bapak", "comes": "Bapak"}
    refused(
        "office.sender_held",
        lambda: bureau.draft(number, WIFE, **to_him),
        lambda: decided.ask(
            bureau.session(OFFICER), number, {"salutation": "Bapak", "questions": ["Kapan dapat datang?"]}
        ),
        lambda: forms.make(clerk, "tanda-terima", number, tmp_path),
        lambda: contact_sheets.put_out_slip(clerk, number, tmp_path),
        *envelopes(bureau, number),
    )
    assert (inform.look(clerk, number).ways, inform.look(clerk, number).number) == (("di kantor",), "")
    assert [sender["case"] for sender in todo(bureau.session(CHAIR))["senders"]] == [number]
    assert not todo(clerk)["senders"]
    decide(bureau, number, Decision.REPORTED, "sama dengan terlapor kasus pertama")
    assert not todo(bureau.session(CHAIR))["senders"]
    with pytest.raises(NoRoute, match="chair"):  # what looks at an edited draft catches it by this name
        bureau.draft(number, WIFE, **to_him)
    refused("office.sender_is_reported", lambda: bureau.draft(number, WIFE, **to_him))
    own = {
        "safe_contact_owner": "korban",
        "safe_contact_name": SISTER,
        "safe_contact_address": "Gang Kenanga 2 No. 0",
    }
    state(bureau, number, **own)
    bureau.draft(number, WIFE, addressee="Rusmini Talahu")


def test_a_sender_is_released_and_a_new_number_is_asked_anew(bureau: Bureau) -> None:
    bureau.register(WIFE)
    number = came(bureau, **BY_HUSBAND | {"sender": "Darsono P.", "reporter_name": "Darsono P."}).number
    why = {"reason": "salah ketik"}
    refused(
        "cases.invalid_answers", lambda: perform(decide_sender, bureau.session(CHAIR), number, why, "terlapr")
    )
    decide(bureau, number, Decision.OTHER, "sepupu dengan nama depan sama")
    refused("office.no_sender_held", lambda: open_case(bureau.session(CHAIR), decide_sender, number))
    state(bureau, number, **IMPOSSIBLE)
    to_him = {
        "addressee": "Darsono P.",
        "salutation": "Bapak",
        "comes": "Bapak",
        "addressee_place": "Lanting Tengah",
    }
    bureau.draft(number, WIFE, **to_him)
    alter(FIRST, reported_phone="0812-0000-1777")
    refused("office.sender_held", lambda: bureau.approve(number))


def test_a_case_whose_sender_waits_leads_to_the_chair_and_not_to_a_contact(bureau: Bureau) -> None:
    bureau.register(WIFE)
    number, clerk = came(bureau, **BY_HUSBAND).number, bureau.session(CLERK)
    seen = sheet(clerk, number)
    assert seen.held is not None
    assert seen.coming is not None
    assert (seen.coming.verb, seen.coming.is_mine) == ("sender", False)
    assert contact_offered(seen) == ("Record that the victim came", False)
    (row,) = [contact for contact in todo(clerk)["contacts"] if contact["case"] == number]
    assert "next" not in row
    decide(bureau, number, Decision.OTHER, "orang lain")
    after = sheet(bureau.session(CLERK), number)
    assert after.held is None
    assert after.coming is not None
    assert after.coming.verb == "inform"
    assert contact_offered(after) == ("Contact the victim", True)
    (row,) = [line for line in todo(bureau.session(CLERK))["contacts"] if line["case"] == number]
    assert row["next"] == (Next("inform-victim", number),)


def test_a_case_whose_sender_was_found_to_be_reported_says_so_to_whoever_opens_it(bureau: Bureau) -> None:
    bureau.register(WIFE)
    number = came(bureau, **BY_HUSBAND).number
    before = sheet(bureau.session(CLERK), number).held
    assert inform.look(bureau.session(CLERK), number).held == "office.sender_held"
    decide(bureau, number, Decision.REPORTED, "orang yang sama")
    seen = sheet(bureau.session(CLERK), number)
    after = seen.held
    assert after is not None
    assert after != before
    assert seen.coming is not None
    assert seen.coming.verb == "vet"
    assert contact_offered(seen) == ("Record that the victim came", False)
    contact = inform.look(bureau.session(CLERK), number)
    assert contact.held == "office.sender_is_reported"
    values = contact.case.values
    assert why_no_more(values, held="office.sender_is_reported") != why_no_more(
        values, held="office.sender_held"
    )
    rebuild.rebuild(bureau.settings, bureau.session(CHAIR).actor)
    assert "sender_decided" in {act.verb for act in history.of_case(number)}
    assert not reported_sender.is_held(cases.get(number))


def test_what_waits_for_the_chair_is_on_her_list_after_a_rebuild(bureau: Bureau) -> None:
    number = came(bureau, **OTHER_VICTIM | {"safe_contact_name": HUSBAND}).number
    came(bureau, **REPORTED)
    for _ in range(2):
        assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [number]
        rebuild.rebuild(bureau.settings, bureau.session(CHAIR).actor)
    assert len([act for act in history.of_case(number) if act.verb == reported_sender.FOUND]) == 1


BROTHER = {"safe_contact_name": "D. Peliwang", "safe_contact_address": "Gang Kenanga 2 No. 0"}


def named(bureau: Bureau, number: str, name: str, decision: Decision = Decision.OTHER) -> None:
    """Let the chair decide about a person who did not write."""
    given = {"person": name, "chosen": decision, "reason": "adik iparnya, sudah ditanyakan kepada korban"}
    perform(decide_sender, bureau.session(CHAIR), number, given)


def test_a_contact_with_a_like_name_is_taken_once_the_chair_has_told_him_apart(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    like = "cases.invalid_answers"
    refused(like, lambda: state(bureau, number, **BROTHER))
    refused(like, *(lambda name=name: named(bureau, number, name) for name in (HUSBAND, "Kustinah")))
    refused("office.not_yours", lambda: perform(decide_sender, bureau.session(CLERK), number, {}))
    named(bureau, number, "Bapak D. Peliwang")
    (event,) = [act for act in history.of_case(number) if act.verb == reported_sender.DECIDED]
    assert event.detail["reason"].startswith("adik")
    assert "eliwang" not in str(event.detail)
    for other in ("Darsono", "Peliwang", HUSBAND):
        refused(like, lambda other=other: state(bureau, number, **BROTHER | {"safe_contact_name": other}))
    state(bureau, number, **BROTHER)
    bureau.draft(number, WIFE)
    alter(number, reported_name="Dartono Peliwang")
    refused("office.contact_changed", lambda: bureau.approve(number))
    assert not route(cases.get(number).values).is_safe
    alter(number, reported_name=HUSBAND)
    named(bureau, number, "D. Peliwang", Decision.REPORTED)
    refused(NoRoute, lambda: bureau.approve(number))
    assert bureau.verify() == []


def test_a_sender_whom_the_chair_let_through_may_be_reached_by_his_own_contact(bureau: Bureau) -> None:
    brother = {
        "sender": "D. Peliwang",
        "reporter_name": "D. Peliwang",
        "reporter_relation": "keluarga/saudara",
    }
    answers = BY_HUSBAND | REPORTED | {"reported_name": HUSBAND, "reporter_phone": "0812-0000-1888"}
    none = {f"safe_contact_{part}": None for part in contacts.PARTS} | {
        "safe_contact_way": "tidak ada",
        contacts.OWNER: None,
    }
    number = came(bureau, **answers | brother | none).number
    own = BROTHER | {
        "safe_contact_way": "surat",
        "safe_contact_owner": "pelapor",
        "safe_contact_confirmed": "ya",
    }
    refused("cases.invalid_answers", lambda: state(bureau, number, **own))
    decide(bureau, number, Decision.OTHER, "adik iparnya")
    state(bureau, number, **own)
    bureau.draft(number, WIFE, addressee="D. Peliwang", salutation="Bapak", comes="Bapak")


def test_no_registration_brings_a_decision_of_the_chair(bureau: Bureau) -> None:
    answers = {"not_reported": ["d peliwang bukan darsono peliwang"]}
    refused("cases.invalid_answers", lambda: came(bureau, **answers | BROTHER))
    assert "not_reported" not in came(bureau, **answers).values


def test_who_is_reported_later_holds_the_earlier_case_too(bureau: Bureau) -> None:
    number = came(bureau, **BY_HUSBAND).number
    assert not reported_sender.is_held(cases.get(number))
    bureau.register(WIFE)
    assert reported_sender.is_held(cases.get(number))
    assert [sender["case"] for sender in todo(bureau.session(CHAIR))["senders"]] == [number]


def test_a_person_reported_by_another_victim_holds_nothing(bureau: Bureau) -> None:
    bureau.register(WIFE)
    case = came(
        bureau,
        **BY_HUSBAND | {"victim_name": "Suharti Wibisono", "victim_nik": None, "victim_phone": None},
    )
    assert not reported_sender.is_held(case)


@pytest.mark.parametrize(
    "writer",
    [
        {"reporter_name": HUSBAND},
        {"sender": "Bp. Darsono Peliwang"},
        {"reporter_phone": "+62 812-0000-1777"},
    ],
)
def test_the_chair_alone_reads_that_another_victim_reports_who_writes_and_nothing_is_held(
    bureau: Bureau, writer: dict[str, str]
) -> None:
    reported = came(bureau, **REPORTED).number
    case = came(bureau, **OTHER_VICTIM | {"safe_contact_name": "Lestari"} | writer)
    hint = sheet(bureau.session(CHAIR), case.number).hint
    assert hint is not None
    assert reported in hint.en
    for reader in (CLERK, OFFICER):
        assert sheet(bureau.session(reader), case.number).hint is None
    assert not reported_sender.is_held(case)
    assert not todo(bureau.session(CHAIR))["senders"]
    assert sheet(bureau.session(CHAIR), reported).hint is None
    stranger = {"sender": "Wahyuni", "reporter_name": "Wahyuni", "reporter_phone": "0812-0000-1888"}
    alter(case.number, **stranger)
    assert sheet(bureau.session(CHAIR), case.number).hint is None
    alter(case.number, **stranger | writer)
    assert sheet(bureau.session(CHAIR), case.number).hint is not None
    bureau.block(reported, CHAIR)
    assert sheet(bureau.session(CHAIR), case.number).hint is None


def test_the_hint_names_no_restricted_case(bureau: Bureau) -> None:
    reported = came(bureau, **REPORTED).number
    case = came(bureau, **OTHER_VICTIM | {"safe_contact_name": "Lestari", "reporter_name": HUSBAND})
    assert sheet(bureau.session(CHAIR), case.number).hint is not None
    bureau.restrict(reported)
    assert sheet(bureau.session(CHAIR), case.number).hint is None


BY_A_CONTACT = pytest.mark.parametrize(
    "contact",
    [
        {"safe_contact_name": "Bp. Darsono Peliwang"},
        {"safe_contact_name": "Lestari", "safe_contact_phone": "+62 812-0000-1777"},
        {"safe_contact_name": "Lestari", "safe_contact_address": "Jln. Rotan No 4, RT. 11"},
    ],
)


@BY_A_CONTACT
def test_a_contact_that_is_reported_by_another_victim_is_reached_only_as_the_chair_decides(
    bureau: Bureau, tmp_path: Path, contact: dict[str, str]
) -> None:
    bureau.register(WIFE)
    alter(
        FIRST,
        reported_phone="0812-0000-1777",
        reported_address="Jalan Rotan RT 11 No. 4",
        reported_name=HUSBAND,
    )
    people.follow(cases.get(FIRST))
    case = came(bureau, **OTHER_VICTIM | contact)
    number, clerk = case.number, bureau.session(CLERK)
    assert reported_sender.is_held(case)
    message = reported_sender.held_message(clerk, case)
    assert message is not None
    assert FIRST not in message.en
    refused("office.sender_held", *envelopes(bureau, number), lambda: bureau.draft(number, WIFE, **TO_TONO))
    assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [number]
    decide(bureau, number, Decision.OTHER, "orang lain, ditanyakan langsung")
    assert not reported_sender.is_held(cases.get(number))
    alter(FIRST, reported_phone="0812-0000-1778", reported_address="Jalan Rotan RT 11 No. 6")
    people.follow(cases.get(FIRST))
    is_same_name = "Darsono" in contact["safe_contact_name"]
    assert reported_sender.is_held(cases.get(number)) is is_same_name, "what was decided about has changed"


@BY_A_CONTACT
def test_a_contact_of_an_older_case_waits_for_the_chair_once_another_victim_reports_it(
    bureau: Bureau, contact: dict[str, str]
) -> None:
    older = came(bureau, **OTHER_VICTIM | contact)
    assert not todo(bureau.session(CHAIR))["senders"]
    newer = came(bureau, **REPORTED)
    assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [older.number]
    message = reported_sender.standing(bureau.session(CLERK), older, history.of_case(older.number))
    assert message is not None
    assert newer.number not in message.en


@pytest.mark.parametrize("is_older", [True, False])
@pytest.mark.parametrize(
    ("contact", "is_theirs"),
    [
        ({"safe_contact_phone": "+62 812-0000-1777"}, True),
        ({"safe_contact_address": "Jln. Rotan No 4, RT. 11"}, True),
        ({"safe_contact_name": HUSBAND}, False),
    ],
)
def test_a_contact_with_the_number_or_home_of_an_unnamed_reported_person_waits_and_none_by_name(
    bureau: Bureau, contact: dict[str, str], *, is_theirs: bool, is_older: bool
) -> None:
    by_contact = OTHER_VICTIM | {"safe_contact_name": "Lestari"} | contact
    number = came(bureau, **by_contact).number if is_older else ""
    came(bureau, **REPORTED | {"reported_name": UNKNOWN})
    number = number or came(bureau, **by_contact).number
    assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == ([number] if is_theirs else [])


def test_a_contact_waits_too_where_the_person_is_reported_only_by_a_clarification(bureau: Bureau) -> None:
    older = came(bureau, **OTHER_VICTIM | {"safe_contact_name": HUSBAND})
    newer = came(bureau, **REPORTED | {"reported_name": UNKNOWN})
    assert not todo(bureau.session(CHAIR))["senders"]
    state(bureau, newer.number, reported_name=HUSBAND)
    assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [older.number]


def test_a_contact_of_a_closed_case_waits_once_the_case_is_open_again(bureau: Bureau) -> None:
    older = came(bureau, **OTHER_VICTIM | {"safe_contact_name": HUSBAND})
    with boot.transact():
        cases.change(older, replace(older, state=State.CLOSED, version=older.version + 1))
    bureau.register(WIFE)
    chair = bureau.session(CHAIR)
    assert not todo(chair)["senders"]
    perform(close.reopen_case, chair, older.number, {"reason": "masih ada yang ditanyakan"})
    assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [older.number]


def test_a_further_letter_of_his_is_taken_and_the_victims_answer_still_goes(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    answers = {"channel": "letter", "received_day": "2026-11-24", "sender": HUSBAND, "is_institution": False,
               "summary": "Permintaan keterangan", "needs_answer": True}  # fmt: skip
    came = bureau.arrive(one_page("lanjutan"))
    after = perform(add_letter.add_letter, bureau.session(), number, answers, came.id).case
    assert reported_sender.held_message(bureau.session(), after) is not None
    bureau.draft(number, WIFE)
    chair = bureau.session(CHAIR)
    assert "sender" in {
        action.verb for action in case_next.actions(chair, cases.get(number), history.of_case(number))
    }


def test_a_caller_who_may_be_the_reported_person_hears_nothing_by_his_password(bureau: Bureau) -> None:
    words = "rembulan jati tujuh"
    bureau.register(WIFE)
    number = came(bureau, **BY_HUSBAND | {enquire.ANSWER: words}).number

    def told() -> str:
        given = {enquire.NUMBER: number, enquire.SPOKEN: words}
        return str(perform(enquire.enquire, bureau.session(), "", given).told["sentence"])

    assert told() == telephone_answers.NOTHING
    decide(bureau, number, Decision.REPORTED, "orang yang sama")
    assert told() == telephone_answers.NOTHING
    alter(number, reporter_phone="0812-0000-1888", sender="Lukman Sari", reporter_name="Lukman Sari",
          reporter_relation="tetangga", safe_contact_name="Lukman Sari")  # fmt: skip
    assert told() == "keterangan-diterima"


def test_the_crisis_sheet_has_no_contact_that_the_reported_person_may_have_given(bureau: Bureau) -> None:
    bureau.register(WIFE)
    by_number = {
        "safe_contact_owner": "korban",
        "safe_contact_way": "telepon",
        "safe_contact_name": SISTER,
        "safe_contact_phone": "0812-0000-1102",
        "safe_contact_address": None,
        "risk": "tinggi",
    }
    number = came(bureau, **BY_HUSBAND | by_number).number

    def printed() -> str:
        case = cases.get(number)
        sheet = contact_sheets.sheet(bureau.session(), case, crisis.known(number), contact_sheets.Fit(1, 0))
        return repr(sheet)

    assert "00001102" not in printed()
    decide(bureau, number, Decision.OTHER, "sepupu dengan nama sama")
    assert "00001102" in printed()


def test_a_husband_by_another_name_is_held_where_the_husband_is_reported(bureau: Bureau) -> None:
    bureau.register(WIFE)
    other = {"sender": "Eman", "reporter_name": "Eman", "safe_contact_name": "Eman"}
    assert reported_sender.is_held(came(bureau, **BY_HUSBAND | other))


def test_the_chair_learns_of_a_sender_whose_letter_comes_by_a_merger(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    misnamed = {"victim_name": "Suharti Wibisono", "victim_nik": None, "victim_phone": None}
    other = came(bureau, **BY_HUSBAND | misnamed).number
    chair = bureau.session(CHAIR)
    assert not todo(chair)["senders"]
    perform(merge.merge_case, chair, other, {"into": number, "reason": "korban yang sama"})
    assert number in [sender["case"] for sender in todo(bureau.session(CHAIR))["senders"]]
