"""The rows of people say what the cases say, give what a comparison with every case would, and forget whom they must."""

import random
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from bench.names import Names
from bench.names import cases as invented
from pipeline.cases.contact import ReportedPerson
from pipeline.cases.earlier import meetings, named
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.office.cases import earlier
from pipeline.records import boot, cases, disposals, erase, people
from pipeline.records.models import CaseRow, PersonRow
from tests.office.bureau import Bureau
from tests.records.examples import case, tombstone

pytestmark = pytest.mark.backend

_MANY = 120


@pytest.fixture
def office(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def everywhere(values: Values) -> list[tuple[str, float]]:
    """Return what a comparison with every case gives: the ten likeliest, the newer first."""
    known = [cases.get(number) for number in reversed(cases.numbers())]
    hits = [(record.number, met[0].score) for record in known if (met := meetings(values, record.values))]
    return sorted(hits, key=lambda hit: -hit[1])[:10]


def by_name(name: str) -> list[tuple[str, float]]:
    known = [cases.get(number) for number in reversed(cases.numbers())]
    hits = [(record.number, met[0].score) for record in known if (met := named(name, record.values))]
    return sorted(hits, key=lambda hit: -hit[1])[:10]


def shown(hits: list[earlier.Earlier]) -> list[tuple[str, float]]:
    return [(hit.case, hit.score) for hit in hits]


@pytest.mark.parametrize("seed", range(2))
def test_what_the_normalised_names_give_is_what_reading_every_case_gives(office: Bureau, seed: int) -> None:
    names, session = Names(seed), office.session()
    known = list(invented(names, 1, _MANY))
    with boot.transact():
        for record in known:
            cases.add(record)
    dice, met = random.Random(seed), 0
    for number in range(40):
        near = dict(dice.choice(known).values)
        near["victim_name"] = slipped(str(near["victim_name"]), dice)
        near |= {"received_day": "2026-12-20", **({"reported_name": names.name()} if number % 2 else {})}
        expected = everywhere(near)
        assert shown(earlier.look(session, near)) == expected
        met += bool(expected)
        name = str(near["victim_name"])
        if len([letter for letter in name if letter.isalpha()]) > 2:
            assert shown(earlier.find(session, name)) == by_name(name)
    assert met > 20


def slipped(name: str, dice: random.Random) -> str:
    """Return ``name`` as another hand writes it: a letter otherwise, a word left out, an initial for a word."""
    words = name.split()
    place = dice.randrange(len(words))
    kind = dice.randrange(4)
    if kind == 0 and len(words) > 1:
        del words[place]
    elif kind == 1:
        words[place] = f"{words[place][0]}."
    elif kind == 2 and len(words[place]) > 4:
        inside = dice.randrange(1, len(words[place]) - 1)
        words[place] = words[place][:inside] + dice.choice("aeiou") + words[place][inside + 1 :]
    return " ".join(words)


def test_a_case_that_changes_is_found_by_its_new_name_alone_and_by_a_number_whatever_the_name(
    office: Bureau,
) -> None:
    first = case(
        values={
            "received_day": "2026-11-19",
            "victim_name": "Rusmini Talahu",
            "victim_phone": "0811-2233-445",
        }
    )
    cases.add(first)
    assert shown(earlier.find(office.session(), "Roesmini Talahoe")) == [(first.number, 1.0)]
    second = replace(first, version=2, values={**first.values, "victim_name": "Sulastri Ningsih"})
    cases.change(first, second)
    assert earlier.find(office.session(), "Rusmini Talahu") == []
    assert shown(earlier.find(office.session(), "Soelastri")) != []
    assert people.agrees(second)
    assert not people.agrees(first)
    assert set(PersonRow.objects.values_list("words", flat=True)) == {
        "sulastri ningsi +sulastriningsi 8112233445"
    }
    cases.change(second, replace(second, version=3, state=State.VOID))
    assert not PersonRow.objects.exists()
    number = {"received_day": "2026-11-19", "victim_name": "Rusmini", "victim_phone": "+62 811 2233 445"}
    cases.add(case(2, values=number))
    (hit,) = earlier.look(office.session(), {"victim_name": "Zubaidah", "victim_phone": "0811-2233-445"})
    assert hit.score == 0.9


def test_the_contact_of_an_open_case_is_nobody_who_is_found_by_name_or_number(office: Bureau) -> None:
    reached = {"safe_contact_name": "Yuniarti Talahu", "safe_contact_phone": "0811-2233-445"}
    first = case(values={"received_day": "2026-11-19", "victim_name": "Sulastri", **reached})
    cases.add(first)
    assert earlier.find(office.session(), "Yuniarti Talahu") == []
    assert earlier.look(office.session(), {"victim_name": "Zubaidah", "victim_phone": "0811-2233-445"}) == []
    assert people.agrees(first)
    reported = [ReportedPerson("2026-0002", numbers=("+62 811 2233 445",))]
    assert people.reaching(reported) == {first.number}
    cases.change(first, replace(first, version=2, state=State.CLOSED))
    assert people.reaching(reported) == set()


def test_an_unnamed_reported_person_is_met_by_number_and_home_and_is_nobody_for_a_look_up_of_people(
    office: Bureau,
) -> None:
    values = {
        "victim_name": "Sulastri",
        "reported_phone": "0811-2233-445",
        "reported_address": "Jalan Rotan No. 4",
    }
    first = case(values={"received_day": "2026-11-19", **values})
    cases.add(first)
    assert earlier.look(office.session(), {"victim_name": "Zubaidah", "victim_phone": "0811-2233-445"}) == []
    assert list(people.reported_like([("Rotan", "")])) == []
    person = ReportedPerson(first.number, (), ("Jalan Rotan No. 4",), ("8112233445",))
    for address in ("+62 811 2233 445", "Jln Rotan 4"):
        assert list(people.reported_like([("Zubaidah", address)])) == [(0, person)]


def test_who_was_destroyed_is_found_no_more(office: Bureau) -> None:
    for number, name in enumerate(("Rusmini Talahu", "Rusmini Ningsih"), 1):
        cases.add(case(number, values={"received_day": "2026-11-19", "victim_name": name}))
    with boot.transact():
        disposals.bury([tombstone("2026-0001")])
        erase.erase("2026-0001", [])
    assert [hit.case for hit in earlier.find(office.session(), "Rusmini")] == ["2026-0002"]
    assert set(PersonRow.objects.values_list("case", flat=True)) == {"2026-0002"}


def test_rows_of_people_made_anew_are_the_same(office: Bureau) -> None:
    with boot.transact():
        for record in invented(Names(5), 1, 30):
            cases.add(record)
        cases.change(record, replace(record, version=2, state=State.VOID))
    before = content()
    entered_anew = import_module("pipeline.records.migrations.0023_no_sounds")._fill
    entered_anew(apps, None)
    assert content() == before
    assert CaseRow.objects.count() == 30


def content() -> list[object]:
    return list(PersonRow.objects.order_by("case", "pk").values_list("case", "plain", "words"))
