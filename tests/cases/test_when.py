"""The event may be a day, a month, a year or a span: read, checked, shown, and told to the rules of letters."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps_left
from pipeline.cases.fields.days import event_days, when_at_length
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import read, shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import AFTER_RECEIPT, BAD_WHEN, IN_FUTURE, BadAnswer
from pipeline.cases.register_columns import register_columns
from pipeline.cases.values import day
from pipeline.register.printed import shown as printed
from tests.cases.conftest import TODAY, answers

FIELD, CONTEXT = BY_NAME["event_date"], Context(TODAY)
READ = {
    "15-11-2026": "2026-11-15",
    "kemarin": "2026-11-23",
    "Agustus 2026": "2026-08",
    "bulan Agt. 2026": "2026-08",
    "8/2026": "2026-08",
    "2025": "2025",
    "1 Agustus 2026 sampai 15-11-2026": "2026-08-01/2026-11-15",
    "1-8-2026 - 15-11-2026": "2026-08-01/2026-11-15",
    "Agustus 2026 – November 2026": "2026-08/2026-11",
    "Agustus 2026 s.d. 15 November 2026": "2026-08/2026-11-15",
    "berulang sejak Agustus 2026": "2026-08/",
    "sejak tanggal 1-8-2026": "2026-08-01/",
    "terjadi berulang-ulang sejak 2024": "2024/",
}


@pytest.mark.parametrize(("typed", "kept"), READ.items())
def test_what_is_written_is_kept_as_exact_as_it_was_and_read_again_as_shown(typed: str, kept: str) -> None:
    assert read(FIELD, typed, CONTEXT) == kept
    assert read(FIELD, kept, CONTEXT) == kept
    assert {read(FIELD, shown(FIELD, kept, lang), CONTEXT) for lang in ("id", "en")} == {kept}


@pytest.mark.parametrize(
    "typed",
    [
        "minggu lalu",
        "13-2026",
        "awal 2026",
        "November 2026 sampai Agustus 2026",
        "sejak dulu",
        "sampai 2026",
        "1850",
    ],
)
def test_what_can_be_meant_in_two_ways_or_none_is_refused(typed: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read(FIELD, typed, CONTEXT)
    assert refused.value.said == BAD_WHEN


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Desember 2026", IN_FUTURE),
        ("1-8-2026 sampai 25-11-2026", IN_FUTURE),
        ("23-11-2026", AFTER_RECEIPT),
        ("Agustus 2026 sampai 22-11-2026", AFTER_RECEIPT),
    ],
)
def test_no_part_of_it_begins_after_the_receipt(typed: str, said: object) -> None:
    result = validate(answers(1) | {"event_date": typed}, TODAY)
    assert [(problem.field, problem.said) for problem in result.problems] == [("event_date", said)]


def test_a_span_closes_the_gap_is_sorted_in_the_register_and_written_out_on_papers(
    sample: Callable[..., Case],
) -> None:
    case = sample(1, event_date="berulang sejak Agustus 2026")
    assert gaps_left(case) is None
    kept = register_columns(case)["event_date"]
    assert sorted([kept, "2026-09-01", "2025"]) == ["2025", kept, "2026-09-01"]
    assert printed("event_date", kept) == "berulang sejak 08-2026"
    assert when_at_length(case.values) == "berulang sejak Agustus 2026"
    assert day(case.values, "event_date") is None
    assert when_at_length({"event_date": "2026-08/2026-11-15"}) == "Agustus 2026 s.d. 15 November 2026"
    assert when_at_length({}) == ""


def test_each_recorded_part_is_told_to_the_rules_of_letters() -> None:
    assert event_days({"event_date": "2026-08/"}) == ("2026-08",)
    assert event_days({"event_date": "2026-08-01/2026-11-15"}) == ("2026-08-01", "2026-11-15")
    assert event_days({}) == ()
    assert day({"event_date": "2026-11-15"}, "event_date") == date(2026, 11, 15)
