"""Desk time by step, elapsed time, pauses of step 9.

The SOP's *15 minutes* are desk time, never blocking.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.kernel.letter_kinds import ASKING

TARGET = timedelta(minutes=15)
_MOST = timedelta(minutes=60)
"""After longer the person had left the desk."""
_GOES_ON = frozenset({"clarify", "draft", "close", "close_unanswered", "void"})
_ENDS, _OPENS = frozenset({"close", "close_unanswered", "void", "merge"}), frozenset({"reopen", "unmerge"})


@dataclass(frozen=True)
class ClockEvent:
    """One act, and since when at the desk."""

    verb: str
    step: int | None
    at: datetime
    by: str
    since: datetime | None = None


@dataclass(frozen=True)
class StepTime:
    """The last time, by whom, how long."""

    step: int
    at: datetime
    by: str
    active: timedelta


@dataclass(frozen=True)
class Clock:
    """Times of one case; ``elapsed`` excludes the pauses."""

    steps: tuple[StepTime, ...]
    active: timedelta
    elapsed: timedelta
    paused: timedelta

    def of(self, step: int) -> StepTime | None:
        """What was done in ``step``."""
        return next((row for row in self.steps if row.step == step), None)


def read_clock(events: Sequence[ClockEvent], now: datetime) -> Clock:
    """From acts, oldest first."""
    spent: dict[int, timedelta] = {}
    last: dict[int, ClockEvent] = {}
    seen: dict[str, datetime] = {}
    for event in events:
        if event.step is None:
            continue
        last[event.step] = event
        spent[event.step] = spent.get(event.step, timedelta()) + _spent(event, seen)
    steps = tuple(StepTime(step, event.at, event.by, spent[step]) for step, event in sorted(last.items()))
    paused = _paused(events, now)
    elapsed = max(_end(events, now) - events[0].at - paused, timedelta()) if events else timedelta()
    return Clock(steps, sum(spent.values(), timedelta()), elapsed, paused)


def _spent(event: ClockEvent, seen: dict[str, datetime]) -> timedelta:
    if event.since is None:
        return timedelta()
    begun = max(event.since, seen.get(event.by, event.since))
    seen[event.by] = max(event.at, seen.get(event.by, event.at))
    return min(max(event.at - begun, timedelta()), _MOST)


def _end(events: Sequence[ClockEvent], now: datetime) -> datetime:
    ends = [event for event in events if event.verb in _ENDS | _OPENS]
    return ends[-1].at if ends and ends[-1].verb in _ENDS else now


def _paused(events: Sequence[ClockEvent], now: datetime) -> timedelta:
    total, since = timedelta(), None
    for event in events:
        if event.verb in ASKING and since is None:
            since = event.at
        elif event.verb in _GOES_ON and since is not None:
            total, since = total + (event.at - since), None
    return total + (now - since) if since is not None else total
