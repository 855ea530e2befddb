"""The step line of a case with its clock: which step is done, by whom, when, and how long somebody sat at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.step_clock import TARGET, Clock, read_clock
from pipeline.cases.steps import with_next
from pipeline.kernel import clock
from pipeline.kernel.errors import Text
from pipeline.lookup.kinds import Letter
from pipeline.office.base.strokes import strokes
from pipeline.office.overview.case_next import Action
from pipeline.office.overview.find import steps_of
from pipeline.office.papers.forms_closing import span
from pipeline.records import history


@dataclass(frozen=True)
class Line:
    """One step: number, label, progress, and where it was taken by whom, when (a stamp), and its minutes at the desk."""

    step: int
    label: Text
    progress: str
    by: str = ""
    at: str = ""
    minutes: float = 0.0


@dataclass(frozen=True)
class StepLine:
    """The fourteen steps of a case and its clock."""

    steps: tuple[Line, ...]
    clock: Clock

    def times(self, lang: str = "id") -> Mapping[str, str]:
        """Return the times in words."""
        active = f"{self.clock.active.total_seconds() / 60:.1f}"
        return {
            "active": active if lang == "en" else active.replace(".", ","),
            "target": str(int(TARGET.total_seconds()) // 60),
            "elapsed": span(self.clock.elapsed, lang),
            "paused": span(self.clock.paused, lang),
        }

    @property
    def share(self) -> int:
        """Return the time at the desk in hundredths of the target; 100 and more where the target is reached."""
        return round(100 * self.clock.active / TARGET)


def line_of(case: Case, written: Sequence[Letter], coming: Action | None) -> StepLine:
    """Return the step line of a case that was read already; the step of the act that is ``coming`` is the one that is next."""
    number = case.number
    acts = history.of_case(number, case.arrivals)
    found = read_clock(strokes(case, acts), clock.now())
    own = [one for one in acts if one.case == number]
    lines = []
    for status in with_next(steps_of(case, written, own), coming.step if coming else None):
        label, progress = status.label, status.progress.value
        done = found.of(status.number)
        if done is None:
            lines.append(Line(status.number, label, progress))
            continue
        spent = _minutes(done.active.total_seconds())
        lines.append(Line(status.number, label, progress, done.by, clock.stamp(done.at), spent))
    return StepLine(tuple(lines), found)


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)
