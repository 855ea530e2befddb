"""What a measure gives: lines with a value, its target, whether that is met, and what it stands against."""

import math
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One number. ``value`` and ``met`` are None where nothing was measured, ``met`` also without target."""

    id: str
    what: str
    value: float | None
    unit: str
    target: str
    met: bool | None
    against: str


@dataclass(frozen=True)
class Run:
    """What a measure is given: an empty folder of its own and how much to measure."""

    room: Path
    n: int


@dataclass(frozen=True)
class Measure:
    """One measure: id, name for choosing, what ``n`` counts and its default, and the function."""

    id: str
    name: str
    counts: str
    n: int
    take: Callable[[Run], Sequence[Line]]


def at_most(id: str, what: str, value: float, unit: str, limit: float, against: str) -> Line:  # noqa: A002
    """Return a line whose ``value`` may not exceed ``limit``."""
    return Line(id, what, value, unit, f"≤ {limit:g}", value <= limit, against)


def at_least(id: str, what: str, value: float, unit: str, limit: float, against: str) -> Line:  # noqa: A002
    """Return a line whose ``value`` may not fall below ``limit``."""
    return Line(id, what, value, unit, f"≥ {limit:g}", value >= limit, against)


def plain(id: str, what: str, value: float, unit: str, against: str) -> Line:  # noqa: A002
    """Return a line without a target."""
    return Line(id, what, value, unit, "", None, against)


def not_measured(id: str, what: str, unit: str, target: str, reason: str) -> Line:  # noqa: A002
    """Return a line without a value: what it would need is not here."""
    return Line(id, what, None, unit, target, None, f"not measured: {reason}")


def say(words: str) -> None:
    """Say on stderr how far a measure is, with the time."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {words}\n")
    sys.stderr.flush()


def told(line: Line) -> Line:
    """Say a line on stderr as soon as it is known, and return it."""
    value = "not measured" if line.value is None else f"{line.value:.4g} {line.unit}"
    say(f"{line.id} {line.what}: {value} ({line.against})")
    return line


def percentile(values: Iterable[float], share: float = 0.95) -> float:
    """Return the smallest of ``values`` that at least ``share`` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values: Iterable[float]) -> float:
    """Return the median of ``values``."""
    return float(statistics.median(values))
