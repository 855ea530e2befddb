"""Working days: neither Saturday nor Sunday where the office says so, nor a holiday of its table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.cases.deadlines import SATURDAY, SUNDAY, WorkingDays, working_days

CHRISTMAS = date(2026, 12, 25)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("days", "after", "count", "expected"),
    [
        (WorkingDays(), FRIDAY, 1, date(2026, 11, 30)),
        (WorkingDays(frozenset({SUNDAY})), FRIDAY, 1, date(2026, 11, 28)),
        (WorkingDays(frozenset()), FRIDAY, 2, date(2026, 11, 29)),
        (WorkingDays(holidays=frozenset({date(2026, 11, 30)})), FRIDAY, 1, date(2026, 12, 1)),
        (WorkingDays(), date(2026, 11, 28), 1, date(2026, 11, 30)),
        (WorkingDays(), FRIDAY, 0, FRIDAY),
        (WorkingDays(holidays=frozenset({CHRISTMAS})), date(2026, 12, 24), 1, date(2026, 12, 28)),
    ],
)
def test_the_next_working_days_skip_what_is_free(
    days: WorkingDays, after: date, count: int, expected: date
) -> None:
    assert days.after(after, count) == expected


def test_an_office_that_is_free_on_every_day_of_the_week_would_never_come_to_an_end() -> None:
    assert working_days(range(7), ()).free == frozenset()


@given(
    some.sets(some.integers(0, 6), max_size=6),
    some.sets(some.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40),
    some.dates(date(2026, 1, 1), date(2026, 12, 1)),
    some.integers(1, 30),
)
def test_counting_there_and_counting_between_agree(
    free: set[int], holidays: set[date], since: date, count: int
) -> None:
    days = working_days(free, holidays)
    until = days.after(since, count)
    assert days.is_one(until)
    assert days.between(since, until) == count
    assert days.between(until, since) == 0
    one_by_one = [since + timedelta(days=place) for place in range(1, (until - since).days + 1)]
    assert sum(days.is_one(day) for day in one_by_one) == count


def test_saturday_and_sunday_are_free_by_themselves() -> None:
    assert [WorkingDays().is_one(FRIDAY + timedelta(days=place)) for place in range(4)] == [
        True,
        False,
        False,
        True,
    ]
    assert (FRIDAY + timedelta(days=1)).weekday() == SATURDAY
