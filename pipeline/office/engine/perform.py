"""Carrying out an act, in the same order for each; filing comes last (step 12).

The role is checked first, so that a refusal never tells which numbers exist. The transaction compares version
and newest event with what was read; after a change the act is planned again.
"""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import REASON
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.validate import unknown_field, validate
from pipeline.cases.problems import InvalidAnswers, NotPossible
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.text import Next, Text, joined
from pipeline.lookup import access, restriction, visible
from pipeline.office.base import filings, optimistic_lock, reported_sender
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session, moment_for_numbers, need_role, steps
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine import unfiled_papers
from pipeline.office.engine.declare import Act, CaseFile, Change, OfThing, Shown, Subject, Superseded, Thing
from pipeline.records import arrivals, boot, cases, disposals, history, request_cache
from pipeline.records.arrivals import Arrival
from pipeline.records.disposals import Disposal
from pipeline.records.history import Act as Event

_WHAT = {
    Thing.CASE: "Kasus",
    Thing.ARRIVAL: "Surat masuk",
    Thing.DISPOSAL: "Daftar",
    Thing.OFFICE: "Catatan kantor",
}
TRIES = 5
"""How often an act is planned again."""


@dataclass(frozen=True)
class Preview:
    """``stamp`` differs once something it was planned on changed."""

    lines: Sequence[Text]
    stamp: str


@dataclass(frozen=True)
class Opened(OfThing):
    """An act as shown; ``version`` is the one that the answers are typed for.

    An arrival has none: its state tells whether the act can still be done.
    """

    version: int | None
    fields: Sequence[Field]
    known: Values
    shown: Shown

    @property
    def arrivals(self) -> Sequence[Arrival]:
        """The arrivals that are worked on."""
        return self.shown.arrivals or ([self.thing] if isinstance(self.thing, Arrival) else [])


class ReasonMissing(InvalidAnswers):
    """The error where only the reason is missing."""

    code = "office.reason_needed"


@dataclass(frozen=True)
class Result(OfThing):
    """What came of it, what comes next, papers to print by name."""

    said: Text
    told: Mapping[str, object]
    next: Sequence[Next]
    prints: Mapping[str, bytes]


def open_case(session: Session, act: Act, number: str, about: str = "") -> CaseFile:
    """A case, or the document of this agenda number or id, before anything is asked."""
    need_role(session, act.events[0], act.roles)
    file = replace(_read(session, act, number), about=about)
    if why_not := refusal_of(session, act, file):
        raise why_not
    return file


@request_cache.read_once()
def open_act(session: Session, act: Act, number: str, about: str = "") -> Opened:
    """The act as a page or terminal opens it."""
    file = open_case(session, act, number, about)
    shown = act.shows(session, file)
    if shown.is_look:
        history.log_visit(file.moment, session.actor, act.events[0], number)
    return Opened(file.thing, version_of(act, file), act.asks(session, file), act.known(session, file), shown)


def read_case(session: Session, number: str, act: Act | None = None) -> CaseFile:
    """A case for an act, or the second one of an act."""
    events = history.by_key(number)  # before all else: what is read below is at least as new
    case = visible.case(session, number)
    move = act.move_from(case.state) if act else None
    return CaseFile(case, [*events.values()], max(events, default=0), clock.now(), move)


def _read(session: Session, act: Act, number: str) -> CaseFile:
    if act.thing is Thing.CASE:
        return read_case(session, number, act)
    if act.thing is Thing.OFFICE:
        return CaseFile(number.strip(), (), history.mark(""), clock.now())
    is_arrival, given = act.thing is Thing.ARRIVAL, number.strip().upper()
    subject = visible.arrival(session, given) if is_arrival else visible.disposal(session, given)
    return CaseFile(subject, (), subject.version, clock.now())


def is_open(session: Session, act: Act, case: Case, events: Sequence[Event]) -> bool:
    """``act`` is offered in ``session`` for a case with this history."""
    file = CaseFile(case, events, 0, clock.now(), act.move_from(case.state))
    return session.actor.is_any(*act.roles) and refusal_of(session, act, file) is None


def refusal_of(session: Session, act: Act, file: CaseFile) -> Refusal | None:
    """Whoever asks; None where it can be done."""
    if isinstance(file.thing, Case) and (why_not := _why_not_on_case(session, act, file)):
        return why_not
    return next((refusal for blocker in act.blocked if (refusal := blocker(session, file))), None)


def _why_not_on_case(session: Session, act: Act, file: CaseFile) -> Refusal | None:
    case, move = file.case, file.move
    if _is_shut(act, case):
        return Refusal("office.access_restricted", case=case.number)
    if case.state not in act.states:
        return NotPossible(verb=act.events[0], state=case.state.value).mended_by(*steps(case, session.actor))
    if move and not session.decider.is_any(*move.roles):
        roles = ", ".join(sorted(move.roles))
        return Refusal("office.not_yours", account=session.actor.account, verb=move.verb, roles=roles)
    return None


def look_over(
    act: Act, session: Session, number: str, answers: Mapping[str, object], about: str = ""
) -> Preview:
    """What ``act`` would do with these answers."""
    file, change = _planned(act, session, number, answers, about)
    return Preview(act.preview(change) if act.preview else (), _stamp(file, change))


def perform(
    act: Act,
    session: Session,
    number: str,
    answers: Mapping[str, object],
    about: str = "",
    *,
    looked_over: str = "",
) -> Result:
    """``answers`` are as typed.

    With :data:`~pipeline.office.base.optimistic_lock.READ` they are for that version; ``looked_over`` is the stamp of
    the preview that was shown. In a session with a signed sheet the right is the chair's, the name the sheet's;
    access and four eyes are checked for the actor. ``office.filing_pending`` means that the archive waits,
    but the act stands.
    """
    for _ in range(TRIES):
        file, planned = _planned(act, session, number, answers, about)
        if looked_over not in ("", _stamp(file, planned)):
            raise _moved(act, number)
        with suppress(Superseded):
            if change := _commit(session, act, file, planned):
                break
    else:
        raise _moved(act, number)
    for done in _parts(change):
        for call in done.afterwards:
            call()
        if done.filing:
            filings.complete_case(session, done.case.number)
            if done.filing.papers:
                unfiled_papers.sweep(session, done.case.number)
    message, fields = _done_message(act, change)
    for warning in change.warnings:
        message = joined([message, warning], " ")
    return Result(change.thing, message, fields, change.next or _next(session, change.thing), change.prints)


def _next(session: Session, subject: Subject) -> Sequence[Next]:
    if not isinstance(subject, Case) or subject.number in access.closed(session):
        return ()
    return steps(subject, session.actor)


def _done_message(act: Act, change: Change) -> tuple[Text, Mapping[str, object]]:
    fields, words = _subject_fields(change.thing)
    fields |= change.told
    return (change.said or act.words.done).of(**(fields | words)), fields


def _subject_fields(subject: Subject) -> tuple[dict[str, object], dict[str, object]]:
    if isinstance(subject, Arrival):
        now = arrivals.get(subject.id)
        return {"agenda": now.agenda, "arrival": now.id, "state": str(now.state)}, {
            "agenda": now.agenda or now.id
        }
    if isinstance(subject, Disposal):
        return {"list": subject.id, "state": str(disposals.get(subject.id).state)}, {
            "count": len(subject.cases)
        }
    if isinstance(subject, str):
        return {}, {}
    return {"case": subject.number, "state": subject.state.value}, {"state": word_of("state", subject.state)}


def _moved(act: Act, number: str) -> Stale:
    return Stale(what=f"{_WHAT[act.thing]} {number}", read="sebelumnya", now="baru")


def _planned(
    act: Act, session: Session, number: str, answers: Mapping[str, object], about: str
) -> tuple[CaseFile, Change]:
    file, typed = _read_with_answers(act, session, number, answers, about)
    file = replace(file, moment=clock.now())
    # nothing that was read is kept here: a plan may print for seconds, while another process writes
    change = act.plan(session, file, typed)
    if (change.inside and act.thing is not Thing.OFFICE) or any(
        part.filing and not part.filing.ignores_clock for part in _parts(change)
    ):
        moment_for_numbers()
    return file, change


@request_cache.read_once()
def _read_with_answers(
    act: Act, session: Session, number: str, answers: Mapping[str, object], about: str
) -> tuple[CaseFile, Values]:
    file = open_case(session, act, number, about)
    version = version_of(act, file)
    given = (
        optimistic_lock.parted(answers)[1]
        if version is None
        else optimistic_lock.need(session, file.case, answers, version)
    )
    if act.reads:
        return file, act.reads(session, file, given)
    return file, read_answers(session, act.asks(session, file), given, act.known(session, file))


def plan_within(
    act: Act, session: Session, number: str, answers: Mapping[str, object], about: str = ""
) -> Change:
    """Part of another act, as a decision on the sheet of ``session``."""
    file, change = _planned(act, session, number, answers, about)
    event = [_event(session, act, file, file, change)] if change.has_event else []
    message, fields = _done_message(act, change)
    return replace(
        change,
        has_event=False,
        events=[*event, *change.events],
        of=file,
        session=session,
        said=message,
        told=fields,
    )


def version_of(act: Act, file: CaseFile) -> int | None:
    """The case's version, plus its events where the act has no moves.

    Both only grow, so the sum shows a hold or block in between.
    """
    if not isinstance(file.thing, Case):
        return None
    return file.case.version + (0 if act.moves else len(file.events))


def _stamp(file: CaseFile, change: Change) -> str:
    files = _files(file, change)
    return "-".join(f"{_name(read.thing)}.{getattr(read.thing, 'version', 0)}.{read.mark}" for read in files)


def _files(file: CaseFile, change: Change) -> list[CaseFile]:
    return [part.of or file for part in _parts(change)]


def _name(subject: Subject) -> str:
    if isinstance(subject, str):
        return subject
    return subject.number if isinstance(subject, Case) else subject.id


def _mark(subject: Subject) -> int:
    if isinstance(subject, Case | str):
        return history.mark("" if isinstance(subject, str) else subject.number)
    return (
        arrivals.get(subject.id).version
        if isinstance(subject, Arrival)
        else disposals.get(subject.id).version
    )


def _is_shut(act: Act, subject: Subject) -> bool:
    """Asked again: another case's events may have restricted access."""
    return (
        not act.while_restricted
        and isinstance(subject, Case)
        and restriction.since(subject.number) is not None
    )


def _parts(change: Change) -> list[Change]:
    return [*change.first, change, *change.then]


def read_answers(
    session: Session,
    fields: Sequence[Field],
    answers: Mapping[str, object],
    known: Values = MappingProxyType({}),
) -> Values:
    """Checked against ``known``; answers to other questions are refused."""
    names = {field.name for field in fields}
    if foreign := [unknown_field(name) for name in answers if name not in names]:
        raise InvalidAnswers(foreign)
    checked = validate({**known, **answers}, session.today, fields, session.places)
    if [problem.field for problem in checked.problems] == [REASON] and not str(
        answers.get(REASON, "")
    ).strip():
        raise ReasonMissing(checked.problems)
    return {name: value for name, value in checked.need().items() if name in names}


def _commit(session: Session, act: Act, file: CaseFile, change: Change) -> Change | None:
    """Returns what was written; None where its cases changed since read."""
    made = change.filing.papers if change.filing else {}
    with unfiled_papers.laying(session.settings) if made else nullcontext():
        laid = unfiled_papers.lay_down(session, _name(file.thing), made)
        with boot.transact():
            is_moved = any(_mark(read.thing) != read.mark for read in _files(file, change))
            if is_moved or _is_shut(act, file.thing):
                return None
            change = change.inside() if change.inside else change
            operation = ""
            for part, read in zip(_parts(change), _files(file, change), strict=True):
                event = _event(session, act, file, read, part)
                papers_made = laid if part is change else ()
                operation = write(
                    part.session or session, read.thing, part, event, papers_made, after=operation
                )
    return change


def _event(session: Session, act: Act, file: CaseFile, read: CaseFile, part: Change) -> Event:
    verb = part.event or (file.move.verb if file.move else act.events[0])
    number, subject = _name(read.thing), part.subject
    if isinstance(read.thing, Arrival | str):
        number, subject = getattr(read.thing, "case", ""), subject or number
    return history.event(file.moment, session.decider, verb, act.step, number, subject, **part.detail)


def write(
    session: Session,
    before: Subject,
    change: Change,
    event: Event,
    laid: Sequence[Paper] = (),
    *,
    after: str = "",
) -> str:
    """Value, events and filing intent, in the caller's transaction; returns the operation."""
    filing = change.filing
    if isinstance(before, Case) and change.case is not before:
        cases.change(before, change.case)
    for made in change.writes:
        made()
    history.append([event, *change.events] if change.has_event else change.events)
    if change.compares_senders:
        reported_sender.note(session, event.at, change.case)
    operation = ""
    if filing:
        papers = [*laid, *filing.scans]
        operation = filings.begin(
            session,
            change.case,
            filing.kind,
            filing.message,
            papers,
            event.at,
            without=filing.without,
            after=after,
        )
    return operation
