"""A case as shown to a person; the look is noted.

Unless ``reveal``, people are initials and typed text is left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.completeness import gaps
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.lists import SEXES, label_of
from pipeline.cases.people import Person, people_of
from pipeline.cases.privacy import HIDDEN, initials_of, masked
from pipeline.cases.states import Progress, State, why_not, with_next
from pipeline.cases.step_clock import TARGET, Clock, read_clock
from pipeline.cases.values import UNKNOWN, text
from pipeline.kernel import clock
from pipeline.kernel.text import N_, NOTHING, Text, figure
from pipeline.lookup import visible
from pipeline.lookup.kinds import Act, Letter, LetterState, Sheet, SheetKind
from pipeline.office.answer.draft import awaits_report
from pipeline.office.base import dispatches, reported_sender
from pipeline.office.base.document_kinds import in_words
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import due
from pipeline.office.cases import clocks
from pipeline.office.overview import case_next, find
from pipeline.office.papers.forms_closing import clock_events, span
from pipeline.records import history

_PICTURES = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tiff", ".tif", ".heic", ".bmp", ".webp"})


@dataclass(frozen=True)
class Line:
    """One step; ``by``, ``at`` and ``minutes`` once taken."""

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
    """The fourteen steps and the clock."""

    steps: tuple[Line, ...]
    clock: Clock

    def times(self, lang: str = "id") -> Mapping[str, str]:
        """The times in words."""
        return {
            "active": figure(self.clock.active.total_seconds() / 60, lang, 1),
            "target": str(int(TARGET.total_seconds()) // 60),
            "elapsed": span(self.clock.elapsed, lang),
            "paused": span(self.clock.paused, lang),
        }

    @property
    def share(self) -> int:
        """Time at the desk in per cent of the target."""
        return round(100 * self.clock.active / TARGET)


@dataclass(frozen=True)
class Paper:
    """One document of a case."""

    name: str
    what: Text
    version: int
    has_pages: bool

    @property
    def is_derivative(self) -> bool:
        """Whether it was made of another document."""
        return self.name.startswith("turunan/")


@dataclass(frozen=True)
class CaseSheet:
    """A case before a person; ``case`` None: destroyed."""

    plain: Mapping[str, Any]
    case: Case | None = None
    is_revealed: bool = False
    is_restricted: bool = False
    waits: Text = NOTHING
    actions: Sequence[case_next.Action] = ()
    coming: case_next.Action | None = None
    line: StepLine | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    people: Sequence[Person] = ()
    questions: Sequence[Mapping[str, Any]] = ()
    contacts: Sequence[Mapping[str, Any]] = ()
    deliveries: Sequence[Mapping[str, Any]] = ()
    papers: Sequence[Paper] = ()
    reveals: Sequence[tuple[str, str, str]] = ()
    clocks: Sequence[Mapping[str, Any]] = ()
    due: Sequence[Mapping[str, Any]] = ()
    held: Text | None = None
    """Told of a sender whom the chair barred or must decide about."""
    hint: Text | None = None
    """Told the chair alone of a sender whom another victim reports."""

    @property
    def open_questions(self) -> int:
        """How many questions of step 9 are open."""
        return sum("day" not in question for question in self.questions)


def sheet(
    session: Session, number: str, *, reason: str = "", reveal: bool = False, lang: str = "id"
) -> CaseSheet:
    """``reveal`` opens the identities; both are noted."""
    opened = find.revealed(session, number, reason, lang) if reveal else {}
    result = find.show(session, number, "show", reason, lang)
    if (case := result.case) is None:
        return CaseSheet(result.plain)
    acts, written, sheets = (
        history.of_case(number),
        visible.letters_of(session, number),
        visible.sheets_of(session, number),
    )
    is_restricted = bool(result.plain["restricted_since"])
    coming = case_next.next_of(result.actions)
    return CaseSheet(
        plain={**result.plain, **opened},
        case=case,
        is_revealed=reveal,
        is_restricted=is_restricted,
        waits=waits(case, written, sheets),
        actions=result.actions,
        coming=coming,
        line=_line(case, written, coming),
        answers=result.plain["answers"] | opened.get("answers", {})
        if case.state is State.OLD
        else answers(visible.as_told(session, case), lang, reveal=reveal),
        people=people(case, reveal=reveal) if case.state is not State.OLD else [],
        questions=questions(case, reveal=reveal) if case.state is not State.OLD else [],
        contacts=contacts(acts),
        deliveries=deliveries(sheets),
        papers=papers(visible.documents_of(session, number)),
        reveals=list(reveals(acts, reveal=reveal)),
        clocks=[] if is_restricted else clocks.of_case(session, case),
        due=[] if is_restricted else due.of_case(session, case),
        held=reported_sender.standing(session, case, acts),
        hint=reported_sender.hint(session, case),
    )


def _line(case: Case, written: Sequence[Letter], coming: case_next.Action | None) -> StepLine:
    acts, missing = history.of_case(case.number, case.arrivals), case_next.missing_of(case)
    step_clock, awaits = read_clock(clock_events(case, acts), clock.now()), awaits_report(case, acts)
    own = [act for act in acts if act.case == case.number]
    lines = []
    for status in with_next(find.steps_of(case, written, own), coming.step if coming else None):
        done = step_clock.of(status.number)
        is_barred = status.progress not in (Progress.DONE, Progress.NOW, Progress.NOT_APPLICABLE)
        why = why_not(status.number, case.state, case.values, missing, awaits_report=awaits)
        line = Line(status.number, status.label, status.progress.value, why if is_barred else None)
        if done is not None:
            spent = round(done.active.total_seconds() / 60, 1)
            line = replace(line, by=done.by, at=clock.stamp(done.at), minutes=spent)
        lines.append(line)
    return StepLine(tuple(lines), step_clock)


def people(case: Case, *, reveal: bool = False) -> list[Person]:
    """Everybody of ``case``."""
    return [
        replace(person, name=(person.name or UNKNOWN) if reveal else initials_of(person))
        for person in people_of(case.values)
    ]


def answers(case: Case, lang: str, *, of: Collection[str] = BY_NAME, reveal: bool = False) -> dict[str, str]:
    """Answers by label, to the questions ``of`` alone."""
    values = case.values if reveal else masked(case.values)
    by_label = {}
    for name, asked in BY_NAME.items():
        if name not in values or name not in of:
            continue
        value = values[name]
        if value == HIDDEN or asked.choices != SEXES:
            words = HIDDEN if value == HIDDEN else shown(asked, value, lang)
        else:
            words = label_of(SEXES, str(value), lang)
        by_label[asked.label.fill(lang)] = words.replace(HIDDEN, Text(HIDDEN, "(masked)").fill(lang))
    return by_label


def questions(case: Case, *, reveal: bool = False) -> list[dict[str, Any]]:
    """Open questions, then those asked, newest first."""
    still = [{"question": gap.question, "required": gap.required} for gap in gaps(case)]
    asked = [
        {
            "question": BY_NAME[clarification.field].label
            if clarification.field in BY_NAME
            else Text(clarification.field, clarification.field),
            "day": clarification.day.isoformat(),
            "way": clarification.way if reveal else "",
            "is_answered": clarification.answered,
            "why": clarification.reason if reveal else "",
        }
        for clarification in reversed(case.clarifications)
    ]
    return [*still, *asked]


def contacts(acts: Sequence[Act]) -> list[dict[str, Any]]:
    """Attempts to reach the victim (step 5), newest first."""
    return [
        {
            "at": clock.stamp(act.at),
            "by": act.account,
            "against": tuple(act.detail.get("against", ())),
            **{name: str(act.detail.get(name) or "") for name in ("way", "outcome", "hours", "wish")},
        }
        for act in reversed(acts)
        if act.verb in case_next.CONTACTS
    ]


def deliveries(papers: Sequence[Sheet]) -> list[dict[str, Any]]:
    """How the letters went out."""
    return [
        {
            "letter": paper.letter,
            "state": str(paper.state),
            "sent": dispatches.sent(paper),
            "attempts": [
                {name: attempt.get(name, "") for name in ("delivered_day", "way", "failure")}
                for attempt in dispatches.attempts(paper)
            ],
            "day": result.get("delivered_day", ""),
            "way": result.get("way", ""),
            "has_receipt": bool(paper.arrival),
        }
        for paper in papers
        if paper.kind == SheetKind.DELIVERY
        for result in [dispatches.result(paper)]
    ]


def papers(documents: Sequence[Document]) -> list[Paper]:
    """The documents; nothing of their content."""
    return [
        Paper(
            document.logical,
            in_words(document.logical),
            document.version,
            PurePath(document.logical).suffix.lower() in _PICTURES,
        )
        for document in documents
    ]


_WAITS = {
    State.REGISTERED: N_("Waits for verification and assignment."),
    State.VETTED: N_("Waits for the chair to assign an officer."),
    State.ASSIGNED: N_("Waits for the draft of the answer."),
    State.CLARIFYING: N_("Waits for a clarification; the clock is paused."),
    State.DRAFTED: N_("Waits for the chair's approval."),
    State.RETURNED: N_("Waits for the mended draft."),
    State.UNNUMBERED: N_("Waits for the number of the secretariat."),
    State.SIGNED: N_("Being archived."),
    State.DELIVERED: N_("Delivered; waits to be closed."),
    State.CLOSED: N_("Closed; nothing waits."),
    State.VOID: N_("Voided; its number stays on record."),
    State.OLD: N_("From the paper register; found and counted."),
}  # fmt: skip
_TO_PRINT = N_("Approved; the copies are not printed yet.")
_TO_DELIVER = N_("Archived; waits for its delivery.")


def waits(case: Case, written: Sequence[Letter], sheets: Sequence[Sheet]) -> Text:
    """What a case waits for, in one sentence."""
    answers = [letter for letter in written if not letter.is_beside]
    if case.state is State.APPROVED:
        return next(
            (_copies(letter) for letter in answers if letter.state == LetterState.APPROVED), _TO_PRINT
        )
    if case.state is State.FILED and answers:
        sent = dispatches.of_letter(sheets, answers[-1].id)
        if dispatches.is_handled(sent):
            return N_("Undeliverable; waits to be closed.")
        return N_("Sent; its delivery is not recorded yet.") if dispatches.is_out(sent) else _TO_DELIVER
    if case.state is State.CLOSED and not text(case.values, "simfoni_day") and not merged_into(case):
        return N_("Closed; its entry into SIMFONI-PPA is not recorded yet.")
    return _WAITS.get(case.state, _TO_DELIVER)


def _copies(letter: Letter) -> Text:
    copies = visible.copies_of(letter)
    if not all(copy.printed for copy in copies):
        return _TO_PRINT
    left = [str(copy.copy) for copy in copies if not (copy.arrival or copy.confirmed_by or copy.attested)]
    if not left:
        return N_("Waits for the chair about copy 1.")
    return Text(
        *(
            N_("Waits for the signed copies to be scanned: {copies}.").fill(lang, copies=", ".join(left))
            for lang in ("id", "en")
        )
    )


def reveals(acts: Sequence[Act], *, reveal: bool = False) -> Iterator[tuple[str, str, str]]:
    """Who opened the identities before, newest first."""
    for act in reversed(acts):
        if act.verb == "reveal":
            yield act.account, clock.stamp(act.at), str(act.detail.get("reason", "")) if reveal else ""
