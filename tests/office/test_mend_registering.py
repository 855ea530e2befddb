"""What is registered already is not registered again unseen, and nothing typed is lost or changed without trace."""

from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.text import Next
from pipeline.office.answer import clarify
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, history, letters
from tests.office.bureau import CALL, OFFICER, SCHOOL, WIFE, Bureau, one_page
from tests.refused import refused_with


def acts(case: str, verb: str) -> list[dict[str, Any]]:
    """Return the details of what was done by ``verb`` in ``case``."""
    return [dict(act.detail) for act in history.of_case(case) if act.verb == verb]


@pytest.mark.parametrize(
    "changed",
    [
        {"sender": "Sekolah Lain", "letter_date": "2026-11-01", "victim_name": "Orang Lain"},
        {"letter_number": "LAIN/1", "victim_name": "Orang Lain", "received_day": "2026-11-24"},
        {"letter_number": "LAIN/1", "sender": "Sekolah Lain", "letter_date": "2026-11-01"},
        {"letter_number": "400.3.5 / 087 / smpn3-ha / xi / 2026", "sender": "x", "victim_name": "Orang Lain"},
    ],
    ids=["letter number", "sender and day", "victim", "letter number in another spelling"],
)
def test_each_likeness_alone_is_told(bureau: Bureau, changed: dict[str, Any]) -> None:
    bureau.register(SCHOOL)
    arrival = bureau.arrive(one_page("lain"))
    with refused_with("office.maybe_known") as known:
        perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL) | changed)
    assert known.value.fields["cases"] == "2026-0001"
    assert known.value.next == (Next("show", "2026-0001"), Next("add-letter", "2026-0001"))
    assert registration(SCHOOL)["victim_name"] not in known.value.text()
    assert (cases.numbers(), arrivals.get(arrival.id).state) == (["2026-0001"], "baru")


def test_another_complaint_about_a_known_victim_is_registered_when_a_person_says_so(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    case = perform(
        register.register_arrival,
        bureau.session(),
        bureau.arrive(one_page("lain")).id,
        registration(SCHOOL) | {"not_a_duplicate": True},
    ).case
    assert case.number == "2026-0002"
    assert acts("2026-0002", "register")[0]["not_a_duplicate_of"] == ["2026-0001"]
    assert "not_a_duplicate_of" not in acts("2026-0001", "register")[0]
    assert "not_a_duplicate" not in case.values


def test_a_call_that_was_typed_in_already_is_told_and_leaves_no_record(bureau: Bureau) -> None:
    perform(register.register_call, bureau.session(), "", registration(CALL))
    before = sorted(path.name for path in bureau.settings.arrivals.iterdir())
    with refused_with("office.maybe_known"):
        perform(register.register_call, bureau.session(), "", registration(CALL) | {"not_a_duplicate": "ya"})
    assert sorted(path.name for path in bureau.settings.arrivals.iterdir()) == before
    again = registration(CALL) | {"not_a_duplicate": True, "summary": "menelepon lagi"}
    assert perform(register.register_call, bureau.session(), "", again).case.number == "2026-0002"


def test_a_letter_that_was_read_while_the_clerk_typed_is_registered(bureau: Bureau) -> None:
    picked = register.pick(bureau.session(), bureau.arrive(one_page()).id)
    arrivals.change(picked, state=arrivals.ArrivalState.READ, danger="pisau")
    case = perform(register.register_arrival, bureau.session(), picked.id, registration(SCHOOL)).case
    now = arrivals.get(picked.id)
    assert (now.state, now.case, now.danger) == ("terdaftar", case.number, "pisau")
    with refused_with("office.not_waiting"):
        perform(register.register_arrival, bureau.session(), picked.id, registration(WIFE))


def test_the_safe_contact_is_not_changed_by_a_draft(bureau: Bureau) -> None:
    bureau.register(WIFE)
    before = cases.get("2026-0001").values
    for name in ("safe_contact_address", "victim_name", "folow_up", "entah"):
        with pytest.raises(InvalidAnswers) as refused:
            bureau.draft("2026-0001", WIFE, **{name: "Jalan Lain"})
        assert refused.value.fields["fields"] == (name,)
        is_known = name in before or name.startswith("safe")
        assert refused.value.next == ((Next("record-clarification", "2026-0001"),) if is_known else ())
        assert ("“follow_up”" in refused.value.text()) == (name == "folow_up")
    assert cases.get("2026-0001").values == before
    assert letters.of_case("2026-0001") == []


def test_what_is_known_already_is_not_rewritten_by_a_clarification(bureau: Bureau) -> None:
    bureau.register(WIFE)
    head = {"clarified_day": "2026-11-24", "clarified_way": "di kantor"}
    for name, value in (("received_day", "2026-11-20"), ("channel", "phone"), ("salutation", "Saudari")):
        with pytest.raises(InvalidAnswers) as refused:
            perform(clarify.record_clarification, bureau.session(OFFICER), "2026-0001", head | {name: value})
        assert refused.value.fields["fields"] == (name,)
    after = perform(
        clarify.record_clarification, bureau.session(OFFICER), "2026-0001", head | {"event_time": "21.00"}
    ).case
    assert after.version == 2
    assert acts("2026-0001", "clarify")[0]["changed"] == ["event_time"]
