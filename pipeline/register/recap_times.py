"""How long steps took: median and ninetieth percentile.

*Elapsed*: wall clock without waiting for clarifications. *Desk time*: :mod:`pipeline.cases.step_clock`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from pipeline.cases.states import STEPS
from pipeline.cases.step_clock import TARGET
from pipeline.kernel.text import N_, Text

_HOURS = timedelta(hours=1), N_("hours")
_MINUTES = timedelta(minutes=1), N_("minutes")

MILESTONES: tuple[tuple[str, int, Text], ...] = (
    ("register", 1, N_("registered, since the letter came")),
    ("vet", 6, N_("verified")),
    ("assign", 7, N_("officer named")),
    ("draft", 10, N_("first draft submitted")),
    ("approve", 11, N_("draft approved")),
    ("sign", 11, N_("both signed copies back")),
    ("file", 12, N_("archived")),
    ("deliver", 13, N_("answer delivered")),
    ("close", 14, N_("case closed")),
)
"""Counted from the one before that the case has."""


@dataclass(frozen=True)
class Course:
    """Milestones (verb → moment), and waits for answers."""

    came: datetime | None
    reached: Mapping[str, datetime]
    waits: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True)
class Took:
    """Over ``count`` cases, in hours or (desk) minutes."""

    key: str
    step: str
    title: Text
    unit: Text
    count: int
    median: float | None
    ninety: float | None
    within: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "key": self.key, "step": self.step, "title": self.title.id, "unit": self.unit.id, "count": self.count,
            "median": self.median, "p90": self.ninety, "within_target": self.within,
        }  # fmt: skip


WHOLE, PHONE = "whole", "phone"


def elapsed(courses: Iterable[Course]) -> tuple[Took, ...]:
    """Hours to each milestone, and to the archive."""
    spans: dict[str, list[timedelta]] = {verb: [] for verb, _, _ in MILESTONES}
    whole: list[timedelta] = []
    for course in courses:
        before = course.came
        for verb, _, _ in MILESTONES:
            if (at := course.reached.get(verb)) is None:
                continue
            if before is not None and at >= before:
                spans[verb].append(_without_waits(before, at, course.waits))
            before = at
        start, end = course.came or course.reached.get("register"), course.reached.get("file")
        if start and end and end >= start:
            whole.append(_without_waits(start, end, course.waits))
    steps = (_took(verb, str(step), words, _HOURS, spans[verb]) for verb, step, words in MILESTONES)
    words = N_("from the letter to the archive")
    return (*steps, _took(WHOLE, "1–12", words, _HOURS, whole))


def _without_waits(start: datetime, end: datetime, waits: Iterable[tuple[datetime, datetime]]) -> timedelta:
    waited = sum(
        (max(timedelta(), min(end, until) - max(start, since)) for since, until in waits), timedelta()
    )
    return end - start - waited


def at_desk(cases: Sequence[Mapping[int, timedelta]], calls: Sequence[timedelta]) -> tuple[Took, ...]:
    """Minutes of steps, whole cases, calls."""
    spans = {step: [case[step.number] for case in cases if case.get(step.number)] for step in STEPS}
    titles = {step: N_("service time: {label}").of(label=step.label) for step in STEPS}
    steps = (
        _took(f"step-{step.number}", str(step.number), titles[step], _MINUTES, spent)
        for step, spent in spans.items()
        if spent
    )
    whole = [sum(case.values(), timedelta()) for case in cases if any(case.values())]
    return (
        *steps,
        _took(
            WHOLE,
            "1–14",
            N_("service time: all steps of one case"),
            _MINUTES,
            whole,
            sum(span <= TARGET for span in whole),
        ),
        _took(
            PHONE,
            "1–4",
            N_("telephone call", "recap times"),
            _MINUTES,
            calls,
            sum(span <= TARGET for span in calls),
        ),
    )


def _took(
    key: str,
    step: str,
    title: Text,
    unit: tuple[timedelta, Text],
    spans: Iterable[timedelta],
    within: int | None = None,
) -> Took:
    lengths = sorted(round(span / unit[0], 2) for span in spans)
    middle = round(median(lengths), 2) if lengths else None
    return Took(key, step, title, unit[1], len(lengths), middle, percentile(lengths, 90), within)


def percentile(numbers: Sequence[float], share: int) -> float | None:
    """By nearest rank, of sorted ``numbers``."""
    return None if not numbers else numbers[max(1, -(-len(numbers) * share // 100)) - 1]
