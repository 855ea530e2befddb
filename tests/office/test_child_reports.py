"""To the home of a child who reports nothing is posted: the answer waits, is told, or goes through an adult."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.cases.contact import REPORTER, VICTIM, Misfit, misfit, route
from pipeline.cases.delivery import SENT, Way, ways
from pipeline.cases.fields.conditions import reporter_is_child
from pipeline.cases.people import Side, people_of
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.engine.perform import perform
from pipeline.records import boot, cases
from tests.office.bureau import OFFICER, WIFE, Bureau
from tests.refused import refused_with

FRIEND: dict[str, Any] = {
    "reporter_name": "Dewi", "reporter_relation": "pacar/teman", "reporter_age": 15, "victim_name": "Sari",
    "victim_age": 31, "safe_contact_way": "surat", "safe_contact_owner": "pelapor", "safe_contact_confirmed": True,
    "safe_contact_address": "Jalan Melur No. 3, Hulu Asri",
}  # fmt: skip
HERSELF = {"reporter_is_victim": True, "reporter_relation": "korban sendiri", "victim_age": 15, "safe_contact_way": "surat"}  # fmt: skip


def test_age_or_relation_tells_that_a_child_reports() -> None:
    assert reporter_is_child(FRIEND)
    assert reporter_is_child(HERSELF)
    assert not reporter_is_child({**FRIEND, "reporter_age": 18})
    assert not reporter_is_child({"victim_age": 9, "reporter_relation": "orang tua"})
    (child,) = [person for person in people_of(FRIEND) if person.side is Side.REPORTER]
    assert child.is_child


@pytest.mark.parametrize("values", [FRIEND, HERSELF | {"safe_contact_confirmed": True}])
def test_no_letter_leaves_for_its_home(values: dict[str, Any]) -> None:
    assert route(values).misfit is Misfit.CHILD
    assert set(ways(values)).isdisjoint(SENT)
    assert Way.READ in ways(values)


def test_what_is_posted_to_another_is_no_matter_of_the_child() -> None:
    assert misfit({**FRIEND, "safe_contact_owner": "korban"}, VICTIM) is None
    assert misfit({**FRIEND, "safe_contact_way": "titip"}, REPORTER) is None


def test_the_draft_is_refused_until_the_child_chose_another_way(bureau: Bureau) -> None:
    case = bureau.register(WIFE)
    age = {
        "victim_age": 15,
        "safe_contact_way": "surat",
        "safe_contact_address": "Jalan Melur No. 3, Hulu Asri",
    }
    left = {name: value for name, value in case.values.items() if name != "victim_birth_date"}
    with boot.transact():
        cases.change(case, replace(case, values={**left, **age}, version=case.version + 1))
    with refused_with("office.no_post_to_child"):
        bureau.draft(case.number, WIFE, referral="", cc=[])
    answers = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    adult = {
        "safe_contact_way": "titip",
        "safe_contact_name": "Yuniarti Talahu",
        "safe_contact_confirmed": "ya",
    }
    perform(record_clarification, bureau.session(OFFICER), case.number, answers | adult)
    bureau.draft(case.number, WIFE, referral="", cc=[])
