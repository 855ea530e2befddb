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


WHOLE, PHONE = "whole", "phone"


def elapsed(courses: Iterable[Course]) -> tuple[Took, ...]:
    """Return for each milestone how long the step before it took, in hours, and for the whole to the archive."""
    return took_elapsed(elapsed_spans(courses))


def took_elapsed(spans: Mapping[str, Sequence[float]]) -> tuple[Took, ...]:
    """Return the same by the hours of each milestone (its verb) and of the whole."""
    steps = tuple(
        _took(verb, str(step), words, "jam", spans.get(verb, ())) for verb, step, words in MILESTONES
    )
    return (*steps, _took(WHOLE, "1–12", "dari surat masuk sampai diarsipkan", "jam", spans.get(WHOLE, ())))


def elapsed_spans(courses: Iterable[Course]) -> dict[str, list[float]]:
    """Return the hours that each milestone took, case by case, and the whole."""
    spans: dict[str, list[timedelta]] = {verb: [] for verb, _, _ in MILESTONES}
    whole = spans.setdefault(WHOLE, [])
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
    return {key: _in(_HOUR, found) for key, found in spans.items()}


def _without_waits(start: datetime, end: datetime, waits: Iterable[tuple[datetime, datetime]]) -> timedelta:
    waited = sum(
        (max(timedelta(), min(end, until) - max(start, since)) for since, until in waits), timedelta()
    )
    return end - start - waited


def at_desk(cases: Sequence[Mapping[int, timedelta]], calls: Sequence[timedelta]) -> tuple[Took, ...]:
    """Return the time at the desk in minutes: of each step of the ``cases`` (step → time), of a whole case, of calls."""
    return took_at_desk(*desk_spans(cases, calls))


def took_at_desk(spans: Mapping[str, Sequence[float]], within: Mapping[str, int]) -> tuple[Took, ...]:
    """Return the same by the minutes of each step, of the whole and of calls, and how many were ``within`` the target."""
    found = [
        _took(f"step-{one.number}", str(one.number), f"di meja: {one.label.id}", "menit", spent)
        for one in STEPS
        if (spent := spans.get(str(one.number)))
    ]
    whole = _took(WHOLE, "1–14", "di meja: seluruh langkah satu kasus", "menit", spans.get(WHOLE, ()))
    phone = _took(PHONE, "1–4", "percakapan telepon", "menit", spans.get(PHONE, ()))
    return (*found, *(replace(one, within=within.get(one.key, 0)) for one in (whole, phone)))


def desk_spans(
    cases: Sequence[Mapping[int, timedelta]], calls: Sequence[timedelta]
) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Return the minutes at the desk of each step, of whole cases and of calls, and how many were within the target."""
    steps = {str(step.number): [one[step.number] for one in cases if one.get(step.number)] for step in STEPS}
    both = {
        WHOLE: [sum(one.values(), timedelta()) for one in cases if any(one.values())],
        PHONE: list(calls),
    }
    within = {key: sum(span <= TARGET for span in spans) for key, spans in both.items()}
    return {key: _in(_MINUTE, spans) for key, spans in (steps | both).items()}, within


def _in(of: timedelta, spans: Iterable[timedelta]) -> list[float]:
    return [round(one / of, 2) for one in spans]


def _took(key: str, step: str, title: str, unit: str, spans: Sequence[float]) -> Took:
    found = sorted(spans)
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
