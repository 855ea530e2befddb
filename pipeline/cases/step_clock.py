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
class Stroke:
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
        return next((one for one in self.steps if one.step == step), None)


def read_clock(strokes: Sequence[Stroke], now: datetime) -> Clock:
    """From acts, oldest first."""
    spent: dict[int, timedelta] = {}
    last: dict[int, Stroke] = {}
    seen: dict[str, datetime] = {}
    for one in strokes:
        if one.step is None:
            continue
        last[one.step] = one
        spent[one.step] = spent.get(one.step, timedelta()) + _spent(one, seen)
    steps = tuple(StepTime(step, one.at, one.by, spent[step]) for step, one in sorted(last.items()))
    paused = _paused(strokes, now)
    elapsed = max(_end(strokes, now) - strokes[0].at - paused, timedelta()) if strokes else timedelta()
    return Clock(steps, sum(spent.values(), timedelta()), elapsed, paused)


def _spent(one: Stroke, seen: dict[str, datetime]) -> timedelta:
    if one.since is None:
        return timedelta()
    begun = max(one.since, seen.get(one.by, one.since))
    seen[one.by] = max(one.at, seen.get(one.by, one.at))
    return min(max(one.at - begun, timedelta()), _MOST)


def _end(strokes: Sequence[Stroke], now: datetime) -> datetime:
    ends = [one for one in strokes if one.verb in _ENDS | _OPENS]
    return ends[-1].at if ends and ends[-1].verb in _ENDS else now


def _paused(strokes: Sequence[Stroke], now: datetime) -> timedelta:
    total, since = timedelta(), None
    for one in strokes:
        if one.verb in ASKING and since is None:
            since = one.at
        elif one.verb in _GOES_ON and since is not None:
            total, since = total + (one.at - since), None
    return total + (now - since) if since is not None else total
