"""The safe contact is never the reported person and never the shared home."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.case import Case
from pipeline.cases.contact import Route, RouteKind, addressed, contact_key, is_bound, route
from pipeline.cases.contacts import REPORTER, VICTIM
from pipeline.cases.fields.table import ALL
from pipeline.cases.fields.validate import validate
from pipeline.cases.likeness import address_words, bare_name, may_be_person
from pipeline.cases.safety import contact_problems, shares_home
from tests.cases.conftest import TODAY, answers


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("", REPORTER), ("Siti Aminah", REPORTER), ("S. Aminah", REPORTER), ("Bapak Camat", REPORTER),
        ("Rina Wulandari", VICTIM), ("R. Wulandari", VICTIM), ("Dewi Lestari", VICTIM), ("Ibu Marlina", VICTIM),
    ],
)  # fmt: skip
def test_a_letter_is_of_the_side_that_its_addressee_stands_on_and_else_of_the_reporter(
    name: str, whose: str
) -> None:
    names = {"reporter_name": "Siti Aminah", "victim_name": "Rina Wulandari", "guardian_name": "Marlina"}
    assert addressed({**names, "other_victims": ("Dewi Lestari, 9 tahun",), "addressee": name}) == whose


def refused(number: int, **changed: object) -> list[str]:
    result = validate(answers(number) | changed, TODAY, ALL)
    return [problem.field for problem in result.problems]


@pytest.mark.parametrize(
    "address",
    [
        "RT 03 Desa Tumbang Randu, Kecamatan Lanting Tengah",
        "Desa Tumbang Randu RT.3, Kec. Lanting Tengah",
        "ds tumbang randu rt 003",
        "Tumbang Randoe RT 3",
        "sama dengan alamat saya",
        "rumah",
    ],
)
def test_the_shared_home_is_refused_however_it_is_spelt(address: str) -> None:
    assert "safe_contact_address" in refused(1, safe_contact_address=address)


@pytest.mark.parametrize(
    "name", ["Darsono Peliwang", "Bapak Darsono", "PELIWANG, DARSONO", "darsono peliwamg"]
)
def test_the_reported_person_is_refused_as_contact(name: str) -> None:
    assert "safe_contact_name" in refused(1, safe_contact_name=name)


def test_a_further_reported_person_is_refused_too() -> None:
    assert "safe_contact_name" in refused(1, other_reported="Yuniarti Talahu")


def test_the_number_of_the_reported_person_is_refused() -> None:
    assert "safe_contact_phone" in refused(1, reported_phone="0812-0000-1102")


def test_the_address_of_the_reported_person_is_refused_though_they_live_apart() -> None:
    changed = {"reported_shares_home": "tidak", "reported_address": "Gg. Kenanga 2 no 0"}
    assert "safe_contact_address" in refused(1, **changed)


def test_her_own_home_is_allowed_where_the_reported_person_lives_elsewhere() -> None:
    changed = {
        "reported_shares_home": "tidak",
        "reported_address": None,
        "safe_contact_address": "RT 03 Desa Tumbang Randu",
    }
    assert refused(1, **changed) == []


def test_a_spouse_is_taken_to_share_the_home_until_somebody_knows_better() -> None:
    assert shares_home({"reported_relation": "suami/istri"})
    assert shares_home({"reported_relation": "orang tua", "reported_shares_home": "tidak tahu"})
    assert not shares_home({"reported_relation": "tetangga"})
    assert not shares_home({"reported_relation": "suami/istri", "reported_shares_home": "tidak"})
    for relation in ("keluarga/saudara", "pacar/teman", "majikan"):
        assert shares_home({"reported_relation": relation, "reported_shares_home": "tidak tahu"}), relation
        assert not shares_home({"reported_relation": relation, "reported_shares_home": "tidak"}), relation
    for relation in ("guru", "rekan kerja", "lainnya", ""):
        assert not shares_home({"reported_relation": relation}), relation
    assert shares_home({"reported_address": "sama dengan alamat saya"})
    assert shares_home({"reported_address": "Jl. Melati no. 3", "victim_address": "Jalan Melati Nomor 3"})
    home = {"reported_address": "Jl. Mawar no. 3", "victim_address": "Jalan Melati Nomor 3"}
    assert not shares_home({**home, "reported_relation": "suami/istri"})


def test_her_own_address_waits_until_the_shared_home_is_known() -> None:
    hers = {
        "victim_name": "Rusmini Talahu", "reported_relation": "suami/istri", "reported_shares_home": "ya",
        "safe_contact_name": "Ibu Rusmini", "safe_contact_address": "Jalan Rotan 5",
    }  # fmt: skip
    assert [problem.field for problem in contact_problems(hers)] == ["safe_contact_address"]
    assert list(contact_problems(hers | {"victim_address": "Jalan Melati Nomor 3"})) == []
    assert list(contact_problems(hers | {"safe_contact_name": "Jumi Lestari"})) == []
    assert list(contact_problems(hers | {"reported_shares_home": "tidak"})) == []


@pytest.mark.parametrize(
    ("safe", "home", "is_refused"),
    [
        ("Jalan Melati No. 3, Kelurahan Muara", "Jl Melati No 3", True),
        ("Jalan Melati No. 5", "Jalan Melati No. 3", False),
        ("Jalan Melati No. 5, sebelah rumah No. 3", "Jalan Melati No. 3", False),
        ("Jalan Melati", "Jalan Melati No. 3", True),
        ("Jln Melati 3", "Jalan Melati RT 05 No. 3, Kelurahan Muara", True),
        ("Melati 05", "Jalan Melati RT 05 No. 3, Kelurahan Muara", True),
        ("Jalan Melati Rt 5 sebelah rumah Bu Ani", "Jalan Melati RT 05 No. 3", True),
        ("Gang Kenanga 2, Desa Tumbang Randu", "Desa Tumbang Randu", False),
        ("Desa Tumbang Randu", "Desa Tumbang Randu", True),
        ("Desa Tumbang Randu RT 4", "Desa Tumbang Randu RT 3", False),
        ("RT 03/RW 01 Desa X", "Desa X RT.3 RW.1", True),
        ("Rumah Bu Ani, RT 3 Desa X", "Rumah Pak Karto, RT 3 Desa X", False),
        ("Kecamatan Lanting Tengah", "Jalan Melati No. 3", True),
        ("Jalan Melati No. 3", "", False),
        ("Jalan Melati No. 3", "Kecamatan Lanting Tengah", False),
    ],
)
def test_the_shared_home_is_refused_in_doubt_but_not_the_house_beside_it(
    safe: str, home: str, is_refused: bool
) -> None:
    values = {"reported_shares_home": "ya", "victim_address": home, "safe_contact_address": safe}
    assert any(contact_problems(values)) is is_refused


@pytest.mark.parametrize("safe", ["Rumah Bapak Darsono, RT 9", "RT 9 Desa Randu, sebelah rumah Darsono"])
def test_a_house_named_by_the_reported_person_is_refused(safe: str) -> None:
    values = {"reported_name": "Darsono Peliwang", "safe_contact_address": safe}
    assert [problem.field for problem in contact_problems(values)] == ["safe_contact_address"]
    assert not list(contact_problems({**values, "reported_name": "Kusnadi"}))


def test_an_address_is_reduced_to_its_telling_words() -> None:
    written = "Jl. Rotan RT 011/RW 02 No. 007, Kel. Muara, Kec. Lanting Tengah, Kab. X"
    assert address_words(written) == {"rotan", "rt11", "rw2", "no7", "muara"}


def test_names_are_compared_without_titles() -> None:
    assert may_be_person("Ibu Jumi", "Jumi")
    assert not may_be_person("Yanto", "Anto")
    assert not may_be_person("", "Anto")
    assert bare_name("Drs. Kusnadi Lanting, M.Pd.") == "Kusnadi Lanting"
    assert bare_name("Ibu") == "Ibu"


def test_the_letter_to_a_victim_goes_through_the_person_she_trusts(sample: Callable[..., Case]) -> None:
    way = route(sample(1).values)
    assert way == Route(
        RouteKind.ENTRUSTED,
        "Yuniarti Talahu",
        "Gang Kenanga 2 No. 0, Kelurahan Muara Lanting",
        "Kelurahan Muara Lanting",
        is_confirmed=True,
        is_safe=True,
    )
    assert way.is_possible


def test_a_written_complaint_without_a_postal_route_is_answered_at_the_office(
    sample: Callable[..., Case],
) -> None:
    assert route(sample(2).values).kind is RouteKind.COLLECTED
    assert route({"channel": "phone", "safe_contact_way": "ambil"}).kind is RouteKind.COLLECTED


def test_an_institution_is_answered_at_its_official_address(sample: Callable[..., Case]) -> None:
    way = route(sample(5).values)
    assert (way.kind, way.address, way.is_possible) == (
        RouteKind.INSTITUTION,
        "Jalan Pelajar No. 0, Kecamatan Hulu Asri",
        True,
    )
    assert not route(sample(5, sender_address=None).values).is_possible


def test_a_call_is_answered_by_letter_only_with_a_safe_address(sample: Callable[..., Case]) -> None:
    assert route(sample(6).values).kind is RouteKind.POST
    assert route(sample(6).values).care_of == ""
    nothing = sample(6, safe_contact_way="telepon", safe_contact_address=None)
    assert route(nothing.values).kind is RouteKind.NONE
    assert not route(nothing.values).is_possible


def test_a_contact_that_turns_out_to_be_the_home_is_never_safe(sample: Callable[..., Case]) -> None:
    values = {**sample(1).values, "safe_contact_address": "RT 3 Desa Tumbang Randu"}
    assert not route(values).is_safe
    assert contact_key(values) != contact_key(sample(1).values)


@pytest.mark.parametrize(
    ("number", "changed"),
    [
        (1, {"safe_contact_place": "Hilir"}),
        (5, {"sender_place": "Hilir"}),
        (1, {"other_reported": ("Budi, 40, L",)}),
    ],
)
def test_a_letter_is_bound_to_places_and_to_everybody_reported(
    sample: Callable[..., Case], number: int, changed: dict[str, Any]
) -> None:
    before = sample(number).values
    assert is_bound(contact_key(before), before)
    assert not is_bound(contact_key(before), {**before, **changed})


def test_a_place_to_which_the_letter_does_not_go_sets_nothing_aside(sample: Callable[..., Case]) -> None:
    school, wife = sample(5).values, sample(1).values
    assert is_bound(contact_key(school), {**school, "safe_contact_place": "Hilir"})
    assert is_bound(contact_key(wife), {**wife, "sender_place": "Hilir"})


def test_a_letter_on_its_way_is_bound_to_what_counted_when_it_was_made(sample: Callable[..., Case]) -> None:
    values = sample(1).values
    earlier = contact_key(values)[:9]
    assert is_bound(earlier, {**values, "safe_contact_place": "Hilir"})
    assert not is_bound(earlier, {**values, "safe_contact_address": "Jalan Lain 1"})
