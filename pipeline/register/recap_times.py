"""How long the steps took: median and ninetieth percentile, and which answers are late; plain values.

*Elapsed* is from one milestone of a case to the next, by the clock on the wall, without the time in which the office
waited for an answer to a clarification. *Desk time* is work at a desk, against the target of fifteen minutes, as the
clock of the procedure measures it (:mod:`pipeline.cases.step_clock`); a telephone call counts from its start to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from pipeline.cases.states import STEPS
from pipeline.cases.step_clock import TARGET

_NINETY = 90
_HUNDRED = 100
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)

MILESTONES: tuple[tuple[str, int, str], ...] = (
    ("register", 1, "didaftarkan, sejak surat masuk"),
    ("vet", 6, "diverifikasi"),
    ("assign", 7, "petugas ditentukan"),
    ("draft", 10, "konsep pertama diajukan"),
    ("approve", 11, "konsep disetujui"),
    ("sign", 11, "kedua salinan bertanda tangan kembali"),
    ("file", 12, "diarsipkan"),
    ("deliver", 13, "surat jawaban disampaikan"),
    ("close", 14, "kasus ditutup"),
)
"""Verb of the history, step, and what has then happened; each counts from the one before that the case has."""


@dataclass(frozen=True)
class Course:
    """When a case came in and reached each milestone (verb → moment), and from when to when it waited for answers."""

    came: datetime | None
    reached: Mapping[str, datetime]
    waits: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True)
class Took:
    """How long one step took over ``count`` cases: in hours, or for desk time in minutes; None where there is none."""

    key: str
    step: str
    title: str
    unit: str
    count: int
    median: float | None
    ninety: float | None
    within: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "key": self.key,
            "step": self.step,
            "title": self.title,
            "unit": self.unit,
            "count": self.count,
            "median": self.median,
            "p90": self.ninety,
            "within_target": self.within,
        }


def elapsed(courses: Iterable[Course]) -> tuple[Took, ...]:
    """Return for each milestone how long the step before it took, in hours, and for the whole to the archive."""
    spans: dict[str, list[timedelta]] = {verb: [] for verb, _, _ in MILESTONES}
    whole: list[timedelta] = []
    for one in courses:
        before = one.came
        for verb, _, _ in MILESTONES:
            at = one.reached.get(verb)
            if at is None:
                continue
            if before is not None and at >= before:
                spans[verb].append(_without_waits(before, at, one.waits))
            before = at
        start, end = one.came or one.reached.get("register"), one.reached.get("file")
        if start and end and end >= start:
            whole.append(_without_waits(start, end, one.waits))
    steps = tuple(
        _took(verb, str(step), words, "jam", spans[verb], _HOUR) for verb, step, words in MILESTONES
    )
    return (*steps, _took("whole", "1–12", "dari surat masuk sampai diarsipkan", "jam", whole, _HOUR))


def _without_waits(start: datetime, end: datetime, waits: Iterable[tuple[datetime, datetime]]) -> timedelta:
    waited = sum(
        (max(timedelta(), min(end, until) - max(start, since)) for since, until in waits), timedelta()
    )
    return end - start - waited


def at_desk(cases: Sequence[Mapping[int, timedelta]], calls: Sequence[timedelta]) -> tuple[Took, ...]:
    """Return the time at the desk in minutes: of each step of the ``cases`` (step → time), of a whole case, of calls."""
    steps = {one.number: one.label.id for one in STEPS}
    found = [
        _took(f"step-{step}", str(step), f"di meja: {words}", "menit", spans, _MINUTE)
        for step, words in steps.items()
        if (spans := [one[step] for one in cases if one.get(step)])
    ]
    wholes = [sum(one.values(), timedelta()) for one in cases if any(one.values())]
    whole = _took("whole", "1–14", "di meja: seluruh langkah satu kasus", "menit", wholes, _MINUTE)
    phone = _took("phone", "1–4", "percakapan telepon", "menit", calls, _MINUTE)
    return (*found, _within(whole, wholes), _within(phone, calls))


def _within(one: Took, spans: Sequence[timedelta]) -> Took:
    return replace(one, within=sum(span <= TARGET for span in spans))


def _took(key: str, step: str, title: str, unit: str, spans: Sequence[timedelta], of: timedelta) -> Took:
    found = sorted(round(one / of, 2) for one in spans)
    return Took(key, step, title, unit, len(found), median(found), percentile(found, _NINETY))


def median(numbers: Sequence[float]) -> float | None:
    """Return the middle of sorted ``numbers``: of two middle ones their mean. None where there are none."""
    if not numbers:
        return None
    half, is_odd = divmod(len(numbers), 2)
    return numbers[half] if is_odd else round((numbers[half - 1] + numbers[half]) / 2, 2)


def percentile(numbers: Sequence[float], share: int) -> float | None:
    """Return the smallest of sorted ``numbers`` that ``share`` percent do not exceed (nearest rank), or None."""
    if not numbers:
        return None
    return numbers[max(1, -(-len(numbers) * share // _HUNDRED)) - 1]
