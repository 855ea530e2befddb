"""The cases of a recap, counted month by month; a month at which nothing changed since it was counted is not counted again.

What was counted is kept in the database under a mark of all it was counted from (:mod:`pipeline.records.months`), of the
rules by which it is counted, and of the list of subdistricts. It holds numbers by code and durations, and nobody's name.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes
from pipeline.office.base.desk import Desk
from pipeline.office.base.restriction import restricted
from pipeline.office.bookkeeping import recap_cases
from pipeline.records import arrivals, cases, history, letters, months
from pipeline.register import recap, recap_month, recap_tables
from pipeline.register.recap import Counted
from pipeline.register.recap_month import Month, month_from_json
from pipeline.register.recap_times import desk_spans, elapsed_spans

_PORTION = 500
_ALL = recap_tables.plans((), {"-": "-"})
"""Every table that can be in a recap; what each counts does not depend on its rows."""
_PACKAGE = Path(__file__).parents[2]
_RULES = ("cases", "register", "office/base", "office/bookkeeping")


@dataclass(frozen=True)
class Fresh:
    """A month that was counted just now, and the mark of what it was counted from."""

    since: date
    until: date
    mark: str
    counted: Month


def of_period(desk: Desk, since: date, until: date) -> tuple[Month, list[Fresh]]:
    """Return the cases received from ``since`` until ``until``, and which months were counted anew for it (:func:`keep`)."""
    found: list[Month] = []
    new: list[Fresh] = []
    for first, last in _months(since, until):
        mark = months.mark(first, last, _rules(desk))
        plain = months.kept(_name(first), mark) if _is_whole(first, last) else None
        if plain is not None:
            found.append(month_from_json(plain))
            continue
        found.append(count(desk, first, last))
        new.append(Fresh(first, last, mark, found[-1]))
    return recap_month.whole(found), new


def keep(desk: Desk, new: Sequence[Fresh]) -> None:
    """Keep what was counted, inside the caller's transaction; not of a month in which something has changed meanwhile."""
    for one in new:
        if _is_whole(one.since, one.until) and months.mark(one.since, one.until, _rules(desk)) == one.mark:
            months.keep(_name(one.since), one.mark, one.counted.to_json())


def count(desk: Desk, since: date, until: date) -> Month:
    """Count the cases received from ``since`` until ``until`` by reading each, so many at a time."""
    hidden = restricted()
    here = {number: state for number, (_, state) in cases.received(since, until).items()}
    shown = [(number, state) for number, state in here.items() if number not in hidden]
    live = [number for number, state in shown if state not in (State.OLD, State.VOID)]
    paper = [number for number, state in shown if state == State.OLD]
    parts = [_detailed(desk, live[at : at + _PORTION]) for at in range(0, len(live), _PORTION)]
    parts += [_of_paper(desk, paper[at : at + _PORTION]) for at in range(0, len(paper), _PORTION)]
    rest = Month(
        void=sum(state == State.VOID for state in here.values()),
        restricted=sum(state != State.VOID for number, state in here.items() if number in hidden),
    )
    return recap_month.whole([*parts, rest])


def _detailed(desk: Desk, numbers: Sequence[str]) -> Month:
    read = recap_cases.read(numbers)
    found = [one for one in read if not recap_cases.is_merged(one)]
    told = [recap_cases.counted(desk, one) for one in found]
    acts = history.with_documents({one.number: one.arrivals for one in found})
    answers = letters.answers_in(numbers)
    taken = arrivals.taken_in([one.arrivals[0] for one in found if one.arrivals])
    courses = (
        recap_cases.course(one, recap_cases.came(desk, one, taken), acts[one.number], answers)
        for one in found
    )
    now = clock.now()
    calls = [long for one in found if (long := recap_cases.call(desk, one)) is not None]
    desk_of, within = desk_spans([recap_cases.at_desk(one, acts[one.number], now) for one in found], calls)
    return Month(
        cases=len(told),
        merged=len(read) - len(found),
        tables=_tables(told),
        registered=Counter(one.registered.isoformat() for one in told),
        outcomes=_outcomes(found),
        elapsed=elapsed_spans(courses),
        desk=desk_of,
        within=within,
    )


def _of_paper(desk: Desk, numbers: Sequence[str]) -> Month:
    told = [recap_cases.counted_old(desk, one) for one in recap_cases.read(numbers)]
    return Month(old=len(told), old_tables=_tables(told))


def _tables(told: Collection[Counted]) -> dict[str, recap.Things]:
    return {one.id: recap.things(one, told) for one in _ALL}


def _outcomes(found: Collection[Case]) -> Mapping[str, tuple[str, str]]:
    said = ((one.number, *recap_cases.outcome(one)) for one in found if one.state is State.CLOSED)
    return {name: (number, parent) for number, name, parent in sorted(said)}


def _months(since: date, until: date) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each month of a period; of one that is not whole, those within it."""
    first = since
    while first <= until:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        yield first, min(last, until)
        if last >= until:
            return
        first = date.fromordinal(last.toordinal() + 1)


def _is_whole(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _name(first: date) -> str:
    return f"{first.year:04d}-{first.month:02d}"


def _rules(desk: Desk) -> str:
    """Return by what is counted: the program's own rules, the list of subdistricts, the zone in which a day begins."""
    return repr((_program(), desk.places, str(desk.settings.zone)))


@cache
def _program() -> str:
    """Return a digest of the modules that count, so that a version that counts otherwise counts again."""
    found = sorted(path for part in _RULES for path in (_PACKAGE / part).rglob("*.py"))
    return digest_bytes(b"".join(path.read_bytes() for path in found), "sha256")
