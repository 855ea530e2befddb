"""No way of contact is offered that the case forbids, on any form that reaches somebody, and it is said why."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.cases import delivery
from pipeline.cases.contact_hours import forbids_telephone, only_forbids_telephone
from pipeline.cases.delivery import Receiver, Way
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.office.answer import clarify
from pipeline.office.cases import inform
from pipeline.office.cases.contact_sheets import contact_rows, slip
from pipeline.office.cases.inform import why_no_more
from pipeline.office.engine.perform import open_act, perform, read_case
from pipeline.office.victims import victims_copy_hand
from pipeline.records import boot, cases
from tests.office.bureau import POLICE, WIFE, Bureau
from tests.refused import refused_with

CALLED = {
    "safe_contact_way": "telepon", "safe_contact_phone": "081200007777", "safe_contact_name": "Yuniarti",
    "safe_contact_confirmed": True,
}  # fmt: skip
NEVER = "Jangan pernah menelepon"


def known(bureau: Bureau, **values: Any) -> str:
    """Register a case with these values beside its own, and return its number."""
    case = bureau.register(WIFE)
    with boot.transact():
        cases.change(case, replace(case, values={**case.values, **values}, version=case.version + 1))
    return case.number


def offered(fields: tuple[Field, ...], name: str) -> set[str]:
    """Return the values that a question offers."""
    return {choice.value for field in fields if field.name == name for choice in field.choices}


@pytest.mark.parametrize(
    "written",
    ["jangan telepon", NEVER, "tidak boleh ditelepon", "mohon jangan dihubungi lewat telepon; surat saja", "tanpa telepon",
     "Jangan telpon saya sama sekali, kirim SMS", "dilarang menelepon rumah", "jgn telpon", "jangan ditelp", "jangan di telepon",
     "tdk boleh nelpon", "kada kawa ditelpon", "jangan tlp, SMS aja", "dilarang telfon", "telepon berbahaya", "hanya WA",
     "bahaya kalau ditelepon", "tidak aman ditelepon", "HP dipegang suami", "HP korban diperiksa oleh suami",
     "pesan tertulis saja", "jangan call"],
)  # fmt: skip
def test_a_word_against_any_call_is_understood(written: str) -> None:
    assert forbids_telephone(written)


@pytest.mark.parametrize(
    "written",
    ["jangan menelepon malam", "jangan menelepon kalau suami di rumah", "jangan telepon sesudah 17.00 WIB", "telepon saja",
     "sebelum pukul 17.00", "", "jangan dihubungi malam", "jangan telpon malam", "telepon jangan malam hari",
     "HP dipegang suami malam hari", "tdk boleh ditelpon sesudah pukul 17.00", "boleh ditelepon, tidak boleh didatangi"],
)  # fmt: skip
def test_a_word_about_hours_or_circumstances_forbids_no_call(written: str) -> None:
    assert not forbids_telephone(written)


@pytest.mark.parametrize(
    ("values", "ways"),
    [
        ({"safe_contact_way": "surat"}, {"surat", "di kantor"}),
        ({"safe_contact_way": "pesan"}, {"pesan", "di kantor"}),
        ({"safe_contact_way": "titip"}, {"orang kepercayaan", "di kantor"}),
        ({"safe_contact_way": "ambil"}, {"di kantor"}),
        ({"safe_contact_way": "telepon"}, {"telepon", "di kantor"}),
        ({"safe_contact_way": "telepon", "safe_contact_hours": NEVER}, {"di kantor"}),
        ({"safe_contact_way": "telepon", "safe_contact_confirmed": False}, {"di kantor"}),
        ({"safe_contact_way": "tidak ada"}, {"di kantor"}),
        ({"safe_contact_way": "telepon", "victim_wish": "tidak ingin dihubungi lagi"}, {"di kantor"}),
    ],
)
def test_only_safe_ways_are_offered_and_what_is_missing_is_explained(
    bureau: Bureau, values: dict[str, Any], ways: set[str]
) -> None:
    number = known(bureau, **CALLED | values)
    contact = inform.contact(bureau.session(), cases.get(number))
    assert offered(inform.questions(contact), "informed_way") == ways | {"menghubungi kantor", "lainnya"}
    message, places = why_no_more(contact.case.values)
    filled = {
        lang: message.fill(lang, **{name: place.fill(lang) for name, place in places.items()})
        for lang in ("id", "en")
    }
    assert all("{" not in text for text in filled.values())
    for way in {"telepon", "pesan", "surat"} - ways:
        with refused_with("office.no_safe_way", "office.no_contact_wanted"):
            perform(
                inform.inform_victim,
                bureau.session(),
                number,
                {"informed_way": way, "informed_outcome": "tidak diangkat"},
            )


@pytest.mark.parametrize(
    ("way", "is_shown"), [("surat", False), ("ambil", False), ("telepon", True), ("pesan", True)]
)
def test_a_number_that_may_not_be_used_is_shown_and_printed_nowhere(
    bureau: Bureau, way: str, is_shown: bool
) -> None:
    number = known(bureau, **CALLED | {"safe_contact_way": way})
    contact = inform.look(bureau.session(), number)
    assert bool(contact.number) is is_shown
    printed = dict(contact_rows(contact.case.values))["Telepon"]
    assert ("081200007777" in printed) is is_shown
    assert ("JANGAN MENELEPON" in printed) is (way == "pesan")


def test_one_who_forbids_calls_is_not_called_through_the_trusted_person_either(bureau: Bureau) -> None:
    number = known(bureau, **CALLED | {"safe_contact_way": "titip", "safe_contact_hours": NEVER})
    assert inform.look(bureau.session(), number).number == ""
    assert dict(contact_rows(cases.get(number).values))["Telepon"] == "-"


def test_who_wants_no_contact_and_came_by_herself_is_recorded(bureau: Bureau) -> None:
    number = known(bureau, **CALLED, victim_wish="tidak ingin dihubungi lagi")
    with refused_with("office.no_contact_wanted"):
        inform.look(bureau.session(), number)
    contact = inform.contact(bureau.session(), cases.get(number))
    assert (contact.ways, contact.number) == (("di kantor",), "")


def test_the_example_of_a_clarification_is_a_way_of_the_case(bureau: Bureau) -> None:
    number = known(
        bureau, **CALLED | {"safe_contact_way": "surat", "safe_contact_address": "Gang Kenanga 2 No. 9"}
    )
    fields = clarify.questions(cases.get(number))
    assert next(field for field in fields if field.name == "clarified_way").example == "surat"


FORBIDDEN: list[dict[str, Any]] = [
    {"safe_contact_way": "surat", "safe_contact_address": "Gang Kenanga 2 No. 9"},
    {"safe_contact_way": "pesan"},
    {"safe_contact_hours": NEVER},
    {"safe_contact_confirmed": False},
    {"victim_wish": "tidak ingin dihubungi lagi"},
]
ASKED = {"clarified_day": "24-11-2026", "clarified_way": "telepon", "event_date": "2026-11-10"}


@pytest.mark.parametrize("values", FORBIDDEN)
def test_a_clarification_offers_and_saves_no_call_that_the_safe_contact_forbids(
    bureau: Bureau, values: dict[str, Any]
) -> None:
    number = known(bureau, **CALLED | values)
    case = cases.get(number)
    fields = clarify.questions(case)
    assert "telepon" not in offered(fields, "clarified_way")
    with refused_with("office.no_safe_way"):
        perform(clarify.record_clarification, bureau.session(), number, ASKED)
    assert cases.get(number) == case


@pytest.mark.parametrize("way", ["menghubungi kantor", "di kantor"])
@pytest.mark.parametrize("values", FORBIDDEN)
def test_what_she_tells_by_herself_is_always_recorded(
    bureau: Bureau, values: dict[str, Any], way: str
) -> None:
    number = known(bureau, **CALLED | values)
    fields = clarify.questions(cases.get(number))
    assert way in offered(fields, "clarified_way")
    after = perform(
        clarify.record_clarification, bureau.session(), number, ASKED | {"clarified_way": way}
    ).case
    assert after.clarifications[-1].way == way


def test_a_call_that_is_safe_and_one_to_an_institution_are_offered_and_saved(bureau: Bureau) -> None:
    for number in (known(bureau, **CALLED), bureau.register(POLICE).number):
        assert "telepon" in offered(clarify.questions(cases.get(number)), "clarified_way")
        assert (
            perform(clarify.record_clarification, bureau.session(), number, ASKED).case.clarifications[-1].way
            == "telepon"
        )


@pytest.mark.parametrize("values", [*FORBIDDEN, {"reported_phone": CALLED["safe_contact_phone"]}])
def test_no_paper_for_a_contact_bears_a_number_that_may_not_be_called(
    bureau: Bureau, values: dict[str, Any]
) -> None:
    printed = dict(contact_rows(cases.get(known(bureau, **CALLED | values)).values))["Telepon"]
    assert printed == "-" or "JANGAN MENELEPON" in printed


def ways_of(**values: Any) -> tuple[Way, ...]:
    return delivery.ways({"channel": "letter", "safe_contact_owner": "pelapor", **CALLED, **values})


def test_an_answer_is_not_told_by_a_telephone_that_is_forbidden() -> None:
    assert Way.TOLD in ways_of()
    assert Way.TOLD not in ways_of(safe_contact_hours=NEVER)
    assert Way.TOLD not in ways_of(safe_contact_way="pesan")


def test_a_victim_who_wants_no_contact_gets_her_answer_at_the_office_alone() -> None:
    letter: Values = {"safe_contact_way": "surat", "safe_contact_address": "Gang Kenanga 2 No. 9"}
    stop = {"victim_wish": "tidak ingin dihubungi lagi"}
    assert Way.POST in ways_of(**letter, **stop)
    hers = ways_of(**letter, **stop, reporter_is_victim=True)
    assert set(hers) == {Way.COLLECTED, Way.READ}
    assert Receiver.ADDRESSEE in delivery.receivers({**letter, **stop, "safe_contact_owner": "pelapor"})


def test_the_copy_for_the_victim_leaves_the_office_only_where_the_contact_allows_it(bureau: Bureau) -> None:
    number = known(bureau, **CALLED)
    assert offered(
        victims_copy_hand.handing(bureau.session(), read_case(bureau.session(), number)), "way"
    ) == {"di kantor"}
    assert victims_copy_hand.why_at_office(cases.get(number).values) is not None
    entrusted = {"safe_contact_way": "titip", "safe_contact_address": "Gang Kenanga 2 No. 9"}
    other = known(bureau, **CALLED | entrusted)
    assert offered(
        victims_copy_hand.handing(bureau.session(), read_case(bureau.session(), other)), "way"
    ) == {
        "di kantor",
        "lewat kontak aman",
    }


@pytest.mark.parametrize("values", FORBIDDEN[:-1])
def test_the_slip_for_a_contact_without_a_call_says_nothing_of_one(
    bureau: Bureau, values: dict[str, Any]
) -> None:
    called = {line for block in slip(cases.get(known(bureau, **CALLED))).blocks for line in block.lines}
    written = {
        line for block in slip(cases.get(known(bureau, **CALLED | values))).blocks for line in block.lines
    }
    assert any("diangkat" in line for line in called)
    assert not any(
        word in line for line in written for word in ("diangkat", "salah sambung", "menelepon ulang")
    )
    assert any("JANGAN MENELEPON" in line for line in written)


@pytest.mark.parametrize(
    ("values", "has_alarm"),
    [
        ({"safe_contact_way": "pesan", "safe_contact_hours": "jangan ditelepon, WA saja"}, False),
        ({"safe_contact_way": "pesan", "safe_contact_hours": "jangan ditelepon; WA kalau suami kerja"}, True),
        ({"safe_contact_way": "pesan", "safe_contact_hours": "HP dipegang suami"}, True),
        ({"safe_contact_way": "surat", "safe_contact_hours": "kalau suami kerja"}, False),
        ({"safe_contact_hours": "kalau suami kerja"}, True),
    ],
)
def test_hours_that_are_none_leave_the_alarm_to_the_forbidden_ways_and_ask_for_no_hour(
    bureau: Bureau, values: dict[str, Any], has_alarm: bool
) -> None:
    number = known(bureau, **CALLED | values)
    shown = open_act(bureau.session(), inform.inform_victim, number).shown
    contact = inform.contact(bureau.session(), cases.get(number))
    forbidden, places = inform.why_no_more(contact.case.values, held=contact.held)
    assert (shown.alarm != forbidden.of(**places)) is has_alarm
    assert (forbidden.of(**places) in shown.notes) is has_alarm
    asked = [question for question in inform.questions(contact) if question.name == "informed_hours"]
    assert any(question.when({"informed_way": contact.ways[0]}) for question in asked) is has_alarm
    if not has_alarm:
        attempt = {"informed_way": contact.ways[0], "informed_outcome": "tidak diangkat"}
        perform(inform.inform_victim, bureau.session(), number, attempt)


def test_a_word_of_circumstances_or_hours_is_more_than_a_word_against_calls() -> None:
    assert only_forbids_telephone("Jangan telpon saya sama sekali, kirim SMS")
    assert not any(
        only_forbids_telephone(note)
        for note in ("HP korban diperiksa oleh suami", "tanpa telepon, pagi saja", "")
    )
