"""A case as it lies open before a person, from one look that is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.people import Person
from pipeline.cases.states import Progress, State, why_not, with_next
from pipeline.cases.step_clock import TARGET, Clock, read_clock
from pipeline.kernel import clock
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import Letter
from pipeline.office.base import reported_sender
from pipeline.office.base.desk import Desk
from pipeline.office.base.strokes import strokes
from pipeline.office.bookkeeping import due
from pipeline.office.cases import clocks
from pipeline.office.overview import case_next, case_told, find
from pipeline.office.papers.forms_closing import span
from pipeline.records import history


@dataclass(frozen=True)
class Line:
    """One step; ``by``, ``at`` and ``minutes`` where it was taken."""

    step: int
    label: Text
    progress: str
    why_not: Text | None = None
    by: str = ""
    at: str = ""
    minutes: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor barred."""
        return self.why_not is None and self.progress in (Progress.NOW, Progress.LATER)


@dataclass(frozen=True)
class StepLine:
    """The fourteen steps of a case and its clock."""

    steps: tuple[Line, ...]
    clock: Clock

    def times(self, lang: str = "id") -> Mapping[str, str]:
        """The times in words."""
        active = f"{self.clock.active.total_seconds() / 60:.1f}"
        return {
            "active": active if lang == "en" else active.replace(".", ","),
            "target": str(int(TARGET.total_seconds()) // 60),
            "elapsed": span(self.clock.elapsed, lang),
            "paused": span(self.clock.paused, lang),
        }

    @property
    def share(self) -> int:
        """The time at the desk in hundredths of the target."""
        return round(100 * self.clock.active / TARGET)


_NOTHING = Text("", "")


@dataclass(frozen=True)
class CaseSheet:
    """A case before a person; ``case`` None: it was destroyed."""

    plain: Mapping[str, Any]
    case: Case | None = None
    is_revealed: bool = False
    is_restricted: bool = False
    waits: Text = _NOTHING
    actions: Sequence[case_next.Action] = ()
    coming: case_next.Action | None = None
    line: StepLine | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    people: Sequence[Person] = ()
    questions: Sequence[Mapping[str, Any]] = ()
    contacts: Sequence[Mapping[str, Any]] = ()
    deliveries: Sequence[Mapping[str, Any]] = ()
    papers: Sequence[case_told.Paper] = ()
    reveals: Sequence[tuple[str, str, str]] = ()
    clocks: Sequence[Mapping[str, Any]] = ()
    due: Sequence[Mapping[str, Any]] = ()
    held: Text | None = None
    """What is told of a sender about whom the chair has to decide, or decided that nothing may go to them."""

    @property
    def open_questions(self) -> int:
        """How many questions of step 9 are open."""
        return sum("day" not in one for one in self.questions)


def sheet(desk: Desk, number: str, *, reason: str = "", reveal: bool = False, lang: str = "id") -> CaseSheet:
    """A case as it lies open; with ``reveal`` its identities. Notes both. Raises NotFound."""
    opened = find.revealed(desk, number, reason, lang) if reveal else {}
    found = find.show(desk, number, "show", reason, lang)
    if (case := found.case) is None:
        return CaseSheet(found.plain)
    acts, written, papers = (
        history.of_case(number),
        things.letters_of(desk, number),
        things.sheets_of(desk, number),
    )
    is_restricted = bool(found.plain["restricted_since"])
    coming = case_next.next_of(found.actions)
    return CaseSheet(
        plain={**found.plain, **opened},
        case=case,
        is_revealed=reveal,
        is_restricted=is_restricted,
        waits=case_told.waits(case, written, papers),
        actions=found.actions,
        coming=coming,
        line=_line(case, written, coming),
        answers=found.plain["answers"] | opened.get("answers", {})
        if case.state is State.OLD
        else case_told.answers(things.as_told(desk, case), lang, reveal=reveal),
        people=case_told.people(case, reveal=reveal) if case.state is not State.OLD else [],
        questions=case_told.questions(case, reveal=reveal) if case.state is not State.OLD else [],
        contacts=case_told.contacts(acts),
        deliveries=case_told.deliveries(papers),
        papers=case_told.papers(things.documents_of(desk, number)),
        reveals=list(case_told.reveals(acts, reveal=reveal)),
        clocks=[] if is_restricted else clocks.of_case(desk, case),
        due=[] if is_restricted else due.of_case(desk, case),
        held=reported_sender.standing(desk, case, acts),
    )


def _line(case: Case, written: Sequence[Letter], coming: case_next.Action | None) -> StepLine:
    acts, missing = history.of_case(case.number, case.arrivals), case_next.missing_of(case)
    found = read_clock(strokes(case, acts), clock.now())
    own = [one for one in acts if one.case == case.number]
    lines = []
    for status in with_next(find.steps_of(case, written, own), coming.step if coming else None):
        done = found.of(status.number)
        is_barred = status.progress not in (Progress.DONE, Progress.NOW, Progress.NOT_APPLICABLE)
        why = why_not(status.number, case.state, case.values, missing) if is_barred else None
        line = Line(status.number, status.label, status.progress.value, why)
        if done is not None:
            spent = round(done.active.total_seconds() / 60, 1)
            line = replace(line, by=done.by, at=clock.stamp(done.at), minutes=spent)
        lines.append(line)
    return StepLine(tuple(lines), found)
