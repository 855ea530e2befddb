"""What is kept of a month for the recap: it is what reading every case by itself gives, whatever came after it was counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.office.base import restriction
from pipeline.office.base.desk import Desk
from pipeline.office.bookkeeping import recap, recap_cases, recap_months
from pipeline.office.bookkeeping.recap import Asked, Recipient
from pipeline.records import arrivals, boot, cases, history, letters, months
from pipeline.records.models import CaseRow, MonthRow
from pipeline.register import recap as register
from pipeline.register import recap_tables
from pipeline.register.recap_times import at_desk, elapsed
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST, SECOND

NOVEMBER, QUARTER = recap.period(month="2026-11"), recap.period(quarter="2026-Q4")
YEAR = recap.period(year="2026")
_STATES = (State.REGISTERED, State.ASSIGNED, State.CLARIFYING, State.DRAFTED, State.FILED, State.DELIVERED)
_VERBS = ("vet", "assign", "ask", "clarify", "draft", "approve", "sign", "file", "deliver", "close", "reveal")


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two registered cases, opened."""
    bureau = at_stage("registered")
    bureau.desk(CHAIR)
    return bureau


def by_hand(desk: Desk, asked: recap.Period) -> dict[str, Any]:
    """Count a period as it was counted before anything was kept: every case read by itself, its history too."""
    hidden = restriction.restricted()
    here = [cases.get(one) for one in cases.received(asked.since, asked.until) if one not in hidden]
    live = [one for one in here if one.state not in (State.OLD, State.VOID)]
    found = [one for one in live if not recap_cases.is_merged(one)]
    told = [recap_cases.counted(desk, one) for one in found]
    acts = {one.number: history.of_case(one.number, one.arrivals) for one in found}
    calls = [long for one in found if (long := recap_cases.call(desk, one)) is not None]
    return {
        "tables": [register.count(one, told).to_json() for one in recap_tables.plans(desk.places)],
        "elapsed": [one.to_json() for one in elapsed(_course(desk, one, acts[one.number]) for one in found)],
        "desk": [
            one.to_json()
            for one in at_desk(
                [recap_cases.at_desk(one, acts[one.number], clock.now()) for one in found], calls
            )
        ],
        "merged": f"Digabung ke kasus lain: {len(live) - len(found)};",
        "restricted": sum(
            one in hidden and state != State.VOID
            for one, (_, state) in cases.received(asked.since, asked.until).items()
        ),
    }


def _course(desk: Desk, case: Case, acts: list[history.Act]) -> Any:
    answers = {one.id for one in letters.of_case(case.number) if one.kind == letters.LetterKind.ANSWER}
    taken = {one: arrivals.get(one).taken_at for one in case.arrivals}
    return recap_cases.course(case, recap_cases.came(desk, case, taken), acts, answers)


def seen(desk: Desk, asked: recap.Period) -> dict[str, Any]:
    """Return the same of a recap that is looked at."""
    found = recap.look(desk, Asked(asked)).to_json()
    first, *tables = found["tables"]
    merged = first["note"].partition("(terhitung). ")[2].partition(" pendaftaran")[0]
    ids = {one.id for one in recap_tables.plans(desk.places)}
    return {
        "tables": [one for one in tables if one["id"] in ids],
        "elapsed": found["elapsed"],
        "desk": found["desk"],
        "merged": merged,
        "restricted": next(row["cells"][0] for row in first["rows"] if row["key"] == "restricted"),
    }


class _Life:
    """What happens in an office, at random: new cases, corrections of old ones, steps, restriction, destruction."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random, self.last = desk, Random(seed), 100

    def go_on(self) -> None:
        number = self.random.choice([one for one in cases.numbers() if one not in (FIRST, SECOND)] or [FIRST])
        way = self.random.choice(
            (
                self.new,
                self.new,
                self.step,
                self.step,
                self.step,
                self.correct,
                self.end,
                self.close,
                self.gone,
            )
        )
        way(cases.get(number) if way != self.new else cases.get(FIRST))

    def new(self, like: Case) -> None:
        self.last += 1
        day = date(2026, 10, 1) + timedelta(days=self.random.randrange(54))
        values = {
            **like.values, "received_day": day.isoformat(), "risk": self.random.choice(("rendah", "sedang", "tinggi")),
            "victim_sex": self.random.choice(("P", "L")), "victim_age": self.random.randrange(1, 90),
            "channel": self.random.choice(("phone", "letter")), "phone_started": "10:12", "phone_ended": "10:31",
        }  # fmt: skip
        number = f"2026-{self.last:04d}"
        state = self.random.choice((*_STATES, State.OLD))
        cases.add(
            replace(
                like,
                number=number,
                register_number=f"{self.last:04d}/TL/X/2026",
                values=values,
                state=state,
                version=1,
            )
        )
        self.note("register", number, 1)

    def step(self, case: Case) -> None:
        cases.change(case, case.moved(self.random.choice(_STATES)))
        self.note(self.random.choice(_VERBS), case.number, self.random.randrange(1, 15))

    def correct(self, case: Case) -> None:
        day = date(2026, 10, 1) + timedelta(days=self.random.randrange(54))
        cases.change(case, case.with_values({"received_day": day.isoformat(), "victim_sex": "L"}))
        self.note("correct", case.number, None)

    def end(self, case: Case) -> None:
        verb = self.random.choice((restriction.GRANTED, restriction.LIFTED))
        self.note(verb, case.number, None)

    def close(self, case: Case) -> None:
        ends = ("digabung", "datang langsung", "pengaduan dicabut")
        changed = case.with_values({"outcome": self.random.choice(ends)})
        cases.change(
            case, replace(changed, state=self.random.choice((State.CLOSED, State.CLOSED, State.VOID)))
        )
        self.note("close", case.number, 14)

    def gone(self, case: Case) -> None:
        if case.number not in (FIRST, SECOND):
            CaseRow.objects.filter(pk=case.number).delete()

    def note(self, verb: str, number: str, step: int | None) -> None:
        now = clock.now() + timedelta(minutes=self.random.randrange(9000))
        actor = replace(self.desk.actor, since=now - timedelta(minutes=self.random.randrange(40)))
        history.note(now, actor, verb, step, number)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_counts_as_reading_every_case_does(office: Bureau, seed: int) -> None:
    desk = office.desk(CHAIR)
    life = _Life(desk, seed)
    for round_ in range(60):
        with boot.transact():
            for _ in range(life.random.randrange(1, 4)):
                life.go_on()
        for asked in (NOVEMBER, QUARTER, YEAR) if round_ % 6 == 0 else (QUARTER,):
            assert seen(desk, asked) == by_hand(desk, asked), (seed, round_)
    assert MonthRow.objects.count() == 12


def test_a_month_that_is_over_is_counted_once(office: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[date] = []
    real = recap_months.count
    monkeypatch.setattr(
        recap_months, "count", lambda desk, since, until: counted.append(since) or real(desk, since, until)
    )
    desk = office.desk(CHAIR)
    recap.look(desk, Asked(QUARTER))
    assert [one.month for one in counted] == [10, 11, 12]
    recap.look(office.desk(CLERK), Asked(QUARTER))
    recap.make(desk, Asked(NOVEMBER, Recipient.PROVINCE))
    recap.make(desk, Asked(NOVEMBER, Recipient.PUBLICATION))
    assert len(counted) == 3


def test_a_late_correction_of_a_month_that_was_counted_is_counted(office: Bureau) -> None:
    desk = office.desk(CHAIR)
    october = recap.period(month="2026-10")
    assert (recap.look(desk, Asked(october)).cases, recap.look(desk, Asked(NOVEMBER)).cases) == (0, 2)
    case = cases.get(FIRST)
    with boot.transact():
        cases.change(case, case.with_values({"received_day": "2026-10-30"}))
    assert (recap.look(desk, Asked(october)).cases, recap.look(desk, Asked(NOVEMBER)).cases) == (1, 1)


def test_what_is_counted_while_a_case_changes_is_not_kept(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, real = office.desk(CHAIR), recap_months.count

    def beside(desk: Desk, since: date, until: date) -> Any:
        found = real(desk, since, until)
        with boot.transact():
            case = cases.get(FIRST)
            cases.change(case, case.moved(State.VOID))
        return found

    monkeypatch.setattr(recap_months, "count", beside)
    recap.look(desk, Asked(NOVEMBER))
    assert MonthRow.objects.count() == 0
    monkeypatch.undo()
    assert recap.look(desk, Asked(NOVEMBER)).cases == 1


@pytest.mark.parametrize("times", [1, 9])
def test_a_recap_that_is_made_holds_what_came_while_it_was_counted(
    office: Bureau, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    desk, real, left = office.desk(ARCHIVIST), recap_months.of_period, [times]

    def beside(desk: Desk, since: date, until: date) -> Any:
        found = real(desk, since, until)
        if left[0] and not boot.connection.in_atomic_block:
            left[0] -= 1
            with boot.transact():
                case = cases.get(SECOND)
                cases.change(case, case.with_values({"risk": "rendah", "summary": f"{left[0]}"}))
                history.note(clock.now(), desk.actor, "correct", None, SECOND)
        return found

    monkeypatch.setattr(recap_months, "of_period", beside)
    made = recap.make(desk, Asked(NOVEMBER))
    risks = next(one for one in made.tables if one.id == "risiko")
    assert {row.key: row.cells[0] for row in risks.rows}["rendah"] >= 1
    assert len(list(history.of_verb(recap.VERB))) == 1
    assert left[0] == max(0, times - 2)


def test_another_way_to_count_counts_again(office: Bureau) -> None:
    recap.look(office.desk(CHAIR), Asked(NOVEMBER))
    (row,) = MonthRow.objects.all()
    assert row.month == "2026-11"
    assert months.kept("2026-11", row.mark) is not None
    assert months.kept("2026-11", months.mark(date(2026, 11, 1), date(2026, 11, 30), "otherwise")) is None


def test_nothing_that_is_kept_names_anybody(office: Bureau) -> None:
    recap.look(office.desk(CHAIR), Asked(NOVEMBER))
    said = " ".join(MonthRow.objects.values_list("counted", flat=True))
    for number in (FIRST, SECOND):
        for one in cases.get(number).people:
            assert one.name not in said or not one.name
