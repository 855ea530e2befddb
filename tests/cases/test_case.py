"""A case is one value: it survives its plain form, and a change gives a new version."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cases.case import Case, Clarification, from_json
from pipeline.cases.deadlines import deadlines
from pipeline.cases.people import Side, people_of
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.problems import BadCase
from pipeline.cases.register_columns import Answered, register_columns
from pipeline.cases.states import State
from pipeline.cases.values import Value, day, flag, items, number, text
from pipeline.kernel.text import Exit
from pipeline.register.books import COLUMNS

VALUE = st.one_of(st.text(), st.integers(), st.booleans(), st.lists(st.text()).map(tuple))


@given(st.dictionaries(st.text(), VALUE))
def test_values_survive_json(values: dict[str, str | int | bool | tuple[str, ...]]) -> None:
    assert from_plain(dict[str, Value], json.loads(json.dumps(to_plain(values)))) == values


def test_a_value_no_field_can_hold_is_refused() -> None:
    with pytest.raises(ValueError):
        from_plain(dict[str, Value], {"x": None})


def test_an_absent_or_other_value_reads_as_nothing() -> None:
    values: dict[str, Value] = {"a": True, "b": 3, "c": ("x",), "d": "2026-11-24"}
    assert (text(values, "a"), number(values, "a"), number(values, "b"), items(values, "d")) == (
        "",
        None,
        3,
        (),
    )
    assert (flag(values, "b"), day(values, "d"), day(values, "e")) == (False, date(2026, 11, 24), None)


@pytest.mark.parametrize("number_", range(1, 7))
def test_every_sample_survives_its_plain_form(number_: int, sample: Callable[..., Case]) -> None:
    row = Clarification("event_date", date(2026, 11, 24), "SMS", answered=False, reason="tidak tahu")
    case = replace(sample(number_), clarifications=(row,), officer="siti")
    assert from_json(json.loads(json.dumps(case.to_json()))) == case


@pytest.mark.parametrize(
    "change",
    [
        {"values": None},
        {"values": {"x": None}},
        {"state": "hilang"},
        {"version": "dua"},
        {"registered": "kemarin"},
        {"agenda": "A-2026-0001"},
        {"clarifications": [{"field": "x"}]},
        {"clarifications": ["x"]},
    ],
)
def test_a_damaged_record_is_named_not_guessed(
    change: dict[str, object], sample: Callable[..., Case]
) -> None:
    with pytest.raises(BadCase) as caught:
        from_json({**sample(1).to_json(), **change})
    assert caught.value.status is Exit.DAMAGED


def test_a_missing_part_is_named(sample: Callable[..., Case]) -> None:
    plain = sample(1).to_json()
    del plain["officer"]
    with pytest.raises(BadCase, match="officer"):
        from_json(plain)


def test_a_change_gives_a_new_version_and_leaves_the_old_value_alone(sample: Callable[..., Case]) -> None:
    case = sample(1)
    assert case.moved(State.DRAFTED).version == 2
    assert case.with_values({"risk": "tinggi"}).values["risk"] == "tinggi"
    assert case.values["risk"] == "sedang"
    joined = case.with_arrival("01ARZ3NDEKTSV4RRFFQ69G5FAW", "A-2026-0009")
    assert joined.agenda == ("A-2026-0001", "A-2026-0009")
    assert case.with_arrival("01ARZ3NDEKTSV4RRFFQ69G5FAW", "").agenda == case.agenda
    with pytest.raises(FrozenInstanceError):
        case.version = 3  # type: ignore[misc]


def test_a_case_tells_where_it_comes_from(sample: Callable[..., Case]) -> None:
    case = sample(5)
    assert (case.channel, case.is_institution, case.received) == ("referral", True, date(2026, 11, 19))
    assert case.clarified is None
    assert Case("2026-0001", "1", case.registered).received == date(2026, 11, 24)


def test_the_people_of_a_case_stand_on_their_sides(sample: Callable[..., Case]) -> None:
    people = sample(5).people
    assert [(person.side, person.name, person.age, person.is_child) for person in people] == [
        (Side.VICTIM, "M.R.", 12, True),
        (Side.GUARDIAN, "Ibu Masriah", None, False),
        (Side.REPORTED, "F.A.", 14, True),
        (Side.REPORTED, "D.K.", 15, True),
        (Side.REPORTED, "Y.P.", 14, True),
    ]
    assert sample(3).victim.age == 13
    assert sample(3).victim.age_group == "13–17"
    assert [person.side for person in people_of({})] == [Side.VICTIM]
    assert [
        (victim.name, victim.age, victim.sex) for victim in people_of({"other_victims": ("A.B., ?, ?",)})[1:]
    ] == [("A.B.", None, "")]


def test_deadlines_follow_from_the_answers(sample: Callable[..., Case]) -> None:
    sent = sample(3).values
    assert [(limit.day, limit.time) for limit in deadlines(sent)] == [(date(2026, 11, 25), "09:00")], (
        "by the police"
    )
    assert [(deadline.day, deadline.time) for deadline in deadlines({**sent, "sender": "SMP Negeri 3"})] == [
        (date(2026, 11, 24), ""),
        (date(2026, 11, 25), "09:00"),
    ]
    assert [deadline.to_json() for deadline in deadlines(sample(6).values)] == [
        {"what": "pelapor berjanji datang", "day": "2026-11-26", "time": "09:00"}
    ]
    assert deadlines(sample(1).values) == ()


def test_the_register_row_has_every_column_and_no_name(sample: Callable[..., Case]) -> None:
    for number_ in range(1, 7):
        case = sample(number_)
        row = register_columns(case)
        assert list(row) == [column.key for column in COLUMNS]
        assert all(isinstance(value, str) for value in row.values())
        for person in case.people:
            if len(person.name.split()) > 1:
                assert person.name not in " ".join(row.values())


def test_the_register_row_of_an_answered_case_is_complete(sample: Callable[..., Case]) -> None:
    day_ = date(2026, 11, 25)
    rows = (
        Clarification("event_date", date(2026, 11, 24), "SMS", answered=True),
        Clarification("reported_name", date(2026, 11, 24), "SMS", answered=False, reason="tidak tahu"),
    )
    case = replace(sample(2), clarifications=rows)
    assert case.clarified == date(2026, 11, 24)
    row = register_columns(case, Answered("400.2/001", day_, day_, day_, "diambil"), "archive/2026/2026-0002")
    assert row["clarification"] == "2026-11-24: 1 dijawab, 1 tidak mungkin"
    assert row["victim_age"] == "±10"
    assert (row["answer_date"], row["delivery"]) == ("2026-11-25", "diambil")
    assert row["archive_location"] == "archive/2026/2026-0002"
    assert register_columns(sample(5))["reporter"] == "sekolah (disamarkan)"
    row = register_columns(sample(4))
    assert (row["reporter"], row["relation"]) == ("Puskesmas Sungai Bakung, N.B.", "keluarga/saudara")
    secret = sample(4)
    secret = replace(secret, values=secret.values | {"reporter_wants_secrecy": True})
    assert register_columns(secret)["reporter"] == "Puskesmas Sungai Bakung"


def test_the_row_of_several_victims_tells_of_each_and_of_the_child_among_them(
    sample: Callable[..., Case],
) -> None:
    row = register_columns(sample(1, other_victims="P.T., 9, P; B.T., ?, L"))
    assert (row["victim"], row["victim_sex"]) == ("R.T., P.T., B.T.", "P, P, L")
    assert (row["victim_age"], row["age_group"], row["is_child"]) == ("32, 9, ?", "25–44, 6–12, ?", "ya")


def test_a_row_without_an_age_leaves_its_columns_empty(sample: Callable[..., Case]) -> None:
    row = register_columns(sample(2, victim_age=None, victim_age_is_estimate=None))
    assert (row["victim_age"], row["age_group"], row["is_child"]) == ("", "", "")


def test_the_library_that_reads_values_is_imported_with_the_first_value_alone() -> None:
    code = "import sys, pipeline.cli.__main__, pipeline.records.cases; sys.exit('cattrs' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
