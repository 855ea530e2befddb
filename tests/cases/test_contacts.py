"""A contact belongs to a person: what is sent to one never travels by another's."""

import pytest

from pipeline.cases.consent import leaked
from pipeline.cases.contact import RouteKind, as_bound, contact_key, is_bound, misfit, route
from pipeline.cases.contacts import OWNER, REPORTER, VICTIM, of_person
from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.privacy import masked
from pipeline.cases.values import Values
from tests.cases.conftest import TODAY

TWO: Values = {
    "channel": "surat", "victim_name": "Rusmini Talahu", "reporter_name": "Yuniarti Talahu", "reporter_is_victim": False,
    "reporter_relation": "tetangga", "reported_name": "Herman Talib", "reported_phone": "0812-0000-9901",
    "addressee": "Yuniarti Talahu", "safe_contact_way": "titip", "safe_contact_name": "Lestari Purnamaring",
    "safe_contact_address": "Gang Kenanga 2 No. 7, Kelurahan Muara Lanting", "safe_contact_confirmed": True, OWNER: VICTIM,
}  # fmt: skip
OWN: Values = {
    "reporter_contact_way": "surat", "reporter_contact_name": "Yuniarti Talahu",
    "reporter_contact_address": "Jalan Rotan No. 3, Kelurahan Hulu Asri", "reporter_contact_confirmed": True,
}  # fmt: skip


def test_an_answer_to_the_reporter_travels_by_the_reporters_own_contact_alone() -> None:
    assert not route(TWO).is_possible
    way = route(TWO | OWN)
    assert (way.kind, way.address, way.is_confirmed) == (
        RouteKind.POST,
        OWN["reporter_contact_address"],
        True,
    )
    assert "Lestari" not in str(way)
    hers = route(TWO | OWN | {"addressee": "Rusmini Talahu"})
    assert (hers.kind, hers.care_of) == (RouteKind.ENTRUSTED, "Lestari Purnamaring")
    assert misfit(TWO | OWN, REPORTER) is None
    assert misfit(TWO | OWN, VICTIM) is None


def test_a_letter_is_bound_to_the_contact_of_whom_it_is_for() -> None:
    known = contact_key(TWO | OWN)
    assert is_bound(known, TWO | OWN | {"safe_contact_address": "Gang Melati 1"})
    moved = TWO | OWN | {"reporter_contact_address": "Jalan Rotan No. 30"}
    assert not is_bound(known, moved)
    assert route(as_bound(known, moved, is_confirmed=True)).address == OWN["reporter_contact_address"]


@pytest.mark.parametrize(
    ("part", "given"), [("name", "Pak Herman Talib"), ("phone", "+62 812 0000 9901")]
)  # fmt: skip
def test_the_reported_person_is_no_contact_of_anybody(part: str, given: str) -> None:
    values = TWO | OWN | {f"reporter_contact_{part}": given}
    assert [problem.field for problem in cross_problems(values, TODAY)] == [f"reporter_contact_{part}"]
    assert not route(values).is_safe


def test_a_further_contact_is_as_hidden_as_the_first() -> None:
    shown = str(masked(TWO | OWN))
    assert "Rotan" not in shown
    assert "Yuniarti" not in shown
    draft = {"withhold": ("alamat",), "follow_up": "Dikirim ke Jalan Rotan No. 3, Kelurahan Hulu Asri."}
    assert leaked(TWO | OWN | draft) == ("alamat",)


def test_without_one_of_ones_own_nothing_changes() -> None:
    assert of_person(TWO, REPORTER) is TWO
