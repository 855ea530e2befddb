"""Carrying out an act: right, what it is about, what stands against it, answers, plan, one transaction, filing (step 12).

The order is the same for every act. The role is asked before the case is looked for, so that a refusal never tells which
numbers exist. What stands against an act is one function (:func:`against`), which buttons, lists and :func:`perform` share.
The plan writes nothing; the transaction compares what was read (version and newest event) and, if something moved in
between, the act is planned again.
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
from pipeline.kernel.text import Next, Text
from pipeline.lookup import access, restriction, things
from pipeline.office.base import file_away, fresh, reported_sender
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role, steps
from pipeline.office.base.dossier import Paper
from pipeline.office.base.value_words import word_of
from pipeline.office.engine import papers
from pipeline.office.engine.declare import Act, CaseFile, Change, OfThing, Overtaken, Shown, Subject, Thing
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
"""How often an act is planned again because its case moved meanwhile."""


@dataclass(frozen=True)
class Preview:
    """What an act would do, and the ``stamp`` of what it was planned on: another one tells that something moved."""

    lines: Sequence[Text]
    stamp: str


@dataclass(frozen=True)
class Opened(OfThing):
    """An act as it stands before a person: what it is about, its ``version`` for the answers, what is asked, what is known, what is beside.

    What is typed of a document that came in is typed for no version: its state tells whether the act still can be done.
    """

    version: int | None
    fields: Sequence[Field]
    known: Values
    shown: Shown

    @property
    def arrivals(self) -> Sequence[Arrival]:
        """The documents that came in which are worked on."""
        return self.shown.arrivals or ([self.thing] if isinstance(self.thing, Arrival) else [])


class ReasonMissing(InvalidAnswers):
    """All that is missing is the reason, for which the act is done."""

    code = "office.reason_needed"


@dataclass(frozen=True)
class Result(OfThing):
    """What came of an act: what it was about as it is now, what was done in both languages, its values, and what comes next."""

    said: Text
    told: Mapping[str, object]
    next: Sequence[Next]


def open_case(desk: Desk, act: Act, number: str, about: str = "") -> CaseFile:
    """Return case ``number`` (or the document with this agenda number or id) for ``act``, before anything is asked.

    Raises NotFound, and what stands against it.
    """
    need_role(desk, act.events[0], act.roles)
    file = replace(_read(desk, act, number), about=about)
    if why_not := against(desk, act, file):
        raise why_not
    return file


@request_cache.read_once()
def open_act(desk: Desk, act: Act, number: str, about: str = "") -> Opened:
    """Return ``act`` as a page or a terminal opens it. Raises as :func:`open_case`."""
    file = open_case(desk, act, number, about)
    shown = act.shows(desk, file)
    if shown.is_look:
        history.looked_in(file.moment, desk.actor, act.events[0], number)
    return Opened(file.thing, version_of(act, file), act.asks(desk, file), act.known(desk, file), shown)


def read_case(desk: Desk, number: str, act: Act | None = None) -> CaseFile:
    """Return a case as it is read for an act, or as the other case of one. Raises NotFound."""
    mark, events = history.marked(number)  # before all else: the case is at least as new
    case = things.case(desk, number)
    move = act.move_from(case.state) if act else None
    return CaseFile(case, events, mark, clock.now(), move)


def _read(desk: Desk, act: Act, number: str) -> CaseFile:
    if act.thing is Thing.CASE:
        return read_case(desk, number, act)
    if act.thing is Thing.OFFICE:
        return CaseFile(number.strip(), (), history.mark(""), clock.now())
    is_arrival, given = act.thing is Thing.ARRIVAL, number.strip().upper()
    thing = things.arrival(desk, given) if is_arrival else things.disposal(desk, given)
    return CaseFile(thing, (), thing.version, clock.now())


def is_open(desk: Desk, act: Act, case: Case, events: Sequence[Event]) -> bool:
    """Tell whether ``act`` is offered for a case with this history to the one at ``desk``."""
    file = CaseFile(case, events, 0, clock.now(), act.move_from(case.state))
    return desk.actor.is_any(*act.roles) and against(desk, act, file) is None


def against(desk: Desk, act: Act, file: CaseFile) -> Refusal | None:
    """Return why ``act`` cannot be done now, whoever asks; None where it can."""
    if isinstance(file.thing, Case) and (why_not := _against_case(desk, act, file)):
        return why_not
    return next((found for blocker in act.blocked if (found := blocker(desk, file))), None)


def _against_case(desk: Desk, act: Act, file: CaseFile) -> Refusal | None:
    case, move = file.case, file.move
    if _is_shut(act, case):
        return Refusal("office.access_restricted", case=case.number)
    if case.state not in act.states:
        return NotPossible(verb=act.events[0], state=case.state.value).mended_by(*steps(case, desk.actor))
    if move and not desk.decider.is_any(*move.roles):
        roles = ", ".join(sorted(move.roles))
        return Refusal("office.not_yours", account=desk.actor.account, verb=move.verb, roles=roles)
    return None


def look_over(act: Act, desk: Desk, number: str, answers: Mapping[str, object], about: str = "") -> Preview:
    """Return what ``act`` would do with these answers, and the stamp of all that it was planned on. Raises as :func:`perform`."""
    file, change = _planned(act, desk, number, answers, about)
    return Preview(act.preview(change) if act.preview else (), _stamp(file, change))


def perform(
    act: Act,
    desk: Desk,
    number: str,
    answers: Mapping[str, object],
    about: str = "",
    *,
    looked_over: str = "",
) -> Result:
    """Do ``act`` to case ``number`` with ``answers`` as they were typed; with :data:`~pipeline.office.base.fresh.READ`, for that version.

    At a desk with a signed sheet it is done by the right of the chair and in the name of the sheet, entered by the actor; what
    the actor may see, and four eyes, are asked of the actor.
    ``looked_over`` is the stamp of what was shown of it before. Raises what :func:`open_case` raises, InvalidAnswers,
    StaleAnswers, Stale, ClockBehind, and ``office.filing_pending`` where the archive waits: the act itself stands.
    """
    for _ in range(TRIES):
        file, planned = _planned(act, desk, number, answers, about)
        if looked_over not in ("", _stamp(file, planned)):
            raise _moved(act, number)
        with suppress(Overtaken):
            if change := _commit(desk, act, file, planned):
                break
    else:
        raise _moved(act, number)
    for done in _parts(change):
        for call in done.afterwards:
            call()
        if done.filing:
            file_away.finish(desk, done.case.number)
            if done.filing.papers:
                papers.sweep(desk, done.case.number)
    said, told = _said(act, change)
    for warning in change.warnings:
        said = Text(f"{said.id} {warning.id}", f"{said.en} {warning.en}")
    return Result(change.thing, said, told, change.next or _next(desk, change.thing))


def _next(desk: Desk, thing: Subject) -> Sequence[Next]:
    if not isinstance(thing, Case) or thing.number in access.closed(desk):
        return ()
    return steps(thing, desk.actor)


def _said(act: Act, change: Change) -> tuple[Text, Mapping[str, object]]:
    """Return what is said of ``act`` once it is done, and what a command tells of it."""
    told, words = _told(change.thing)
    told |= change.told
    return filled(change.said or act.words.done, told | words), told


def _told(thing: Subject) -> tuple[dict[str, object], dict[str, object]]:
    """Return what a command tells of ``thing``, and what sentences call differently."""
    if isinstance(thing, Arrival):
        now = arrivals.get(thing.id)
        return {"agenda": now.agenda, "arrival": now.id, "state": str(now.state)}, {
            "agenda": now.agenda or now.id
        }
    if isinstance(thing, Disposal):
        return {"list": thing.id, "state": str(disposals.get(thing.id).state)}, {"count": len(thing.cases)}
    if isinstance(thing, str):
        return {}, {}
    return {"case": thing.number, "state": thing.state.value}, {"state": word_of("state", thing.state)}


def _moved(act: Act, number: str) -> Stale:
    return Stale(what=f"{_WHAT[act.thing]} {number}", read="sebelumnya", now="baru")


def _planned(
    act: Act, desk: Desk, number: str, answers: Mapping[str, object], about: str
) -> tuple[CaseFile, Change]:
    file, typed = _read_with_answers(act, desk, number, answers, about)
    file = replace(file, moment=clock.now())
    # nothing that was read is kept here: a plan may print for seconds, while another process writes
    change = act.plan(desk, file, typed)
    if (change.inside and act.thing is not Thing.OFFICE) or any(
        part.filing and not part.filing.at_once for part in _parts(change)
    ):
        moment_for_numbers()
    return file, change


@request_cache.read_once()
def _read_with_answers(
    act: Act, desk: Desk, number: str, answers: Mapping[str, object], about: str
) -> tuple[CaseFile, Values]:
    file = open_case(desk, act, number, about)
    version = version_of(act, file)
    given = fresh.parted(answers)[1] if version is None else fresh.need(desk, file.case, answers, version)
    if act.reads:
        return file, act.reads(desk, file, given)
    return file, read_answers(desk, act.asks(desk, file), given, act.known(desk, file))


def plan_within(act: Act, desk: Desk, number: str, answers: Mapping[str, object], about: str = "") -> Change:
    """Plan ``act`` as part of another, as what is decided on the sheet at ``desk``: with its event, and with what is said of it. Raises as :func:`perform`."""
    file, change = _planned(act, desk, number, answers, about)
    event = [_event(desk, act, file, file, change)] if change.has_event else []
    said, told = _said(act, change)
    return replace(
        change,
        has_event=False,
        events=[*event, *change.events],
        of=file,
        desk=desk,
        said=said,
        told=told,
    )


def version_of(act: Act, file: CaseFile) -> int | None:
    """Return what answers are typed for: the version of the case; for an act that leaves it alone, with the count of its events.

    Both only grow, so that their sum tells of a hold or a block that came in between. Without a case there is none.
    """
    if not isinstance(file.thing, Case):
        return None
    return file.case.version + (0 if act.moves else len(file.events))


def _stamp(file: CaseFile, change: Change) -> str:
    files = _files(file, change)
    return "-".join(f"{_name(read.thing)}.{getattr(read.thing, 'version', 0)}.{read.mark}" for read in files)


def _files(file: CaseFile, change: Change) -> list[CaseFile]:
    """Return what each part of ``change`` was read as."""
    return [part.of or file for part in _parts(change)]


def _name(thing: Subject) -> str:
    if isinstance(thing, str):
        return thing
    return thing.number if isinstance(thing, Case) else thing.id


def _mark(thing: Subject) -> int:
    """Return what tells, compared with :attr:`CaseFile.mark`, that something happened since it was read."""
    if isinstance(thing, Case | str):
        return history.mark("" if isinstance(thing, str) else thing.number)
    return arrivals.get(thing.id).version if isinstance(thing, Arrival) else disposals.get(thing.id).version


def _is_shut(act: Act, thing: Subject) -> bool:
    """Tell whether access to a case is restricted, as it may be since it was read by what is written of another only."""
    return (
        not act.while_restricted and isinstance(thing, Case) and restriction.since(thing.number) is not None
    )


def _parts(change: Change) -> list[Change]:
    """Return what ``change`` does to each of its cases, in the order in which it is filed."""
    return [*change.first, change, *change.then]


def read_answers(
    desk: Desk, fields: Sequence[Field], answers: Mapping[str, object], known: Values = MappingProxyType({})
) -> Values:
    """Return ``answers`` to ``fields`` in normal form, checked with what is ``known``; those to other questions are refused."""
    names = {field.name for field in fields}
    if foreign := [unknown_field(name) for name in answers if name not in names]:
        raise InvalidAnswers(foreign)
    checked = validate({**known, **answers}, desk.today, fields, desk.places)
    if [problem.field for problem in checked.problems] == [REASON] and not str(
        answers.get(REASON, "")
    ).strip():
        raise ReasonMissing(checked.problems)
    return {name: value for name, value in checked.need().items() if name in names}


def _commit(desk: Desk, act: Act, file: CaseFile, change: Change) -> Change | None:
    """Write ``change`` and return it as it was written; None where something happened to its cases since they were read."""
    made = change.filing.papers if change.filing else {}
    with papers.laying(desk.settings) if made else nullcontext():
        laid = papers.lay_down(desk, _name(file.thing), made)
        with boot.transact():
            is_moved = any(_mark(read.thing) != read.mark for read in _files(file, change))
            if is_moved or _is_shut(act, file.thing):
                return None
            change = change.inside() if change.inside else change
            operation = ""
            for part, read in zip(_parts(change), _files(file, change), strict=True):
                event = _event(desk, act, file, read, part)
                papers_made = laid if part is change else ()
                operation = write(part.desk or desk, read.thing, part, event, papers_made, after=operation)
    return change


def _event(desk: Desk, act: Act, file: CaseFile, read: CaseFile, part: Change) -> Event:
    """Return what the history is to keep of one ``part`` of ``act``, to the thing as it was ``read``."""
    verb = part.event or (file.move.verb if file.move else act.events[0])
    number, subject = _name(read.thing), part.subject
    if isinstance(read.thing, Arrival | str):
        number, subject = getattr(read.thing, "case", ""), subject or number
    return history.event(file.moment, desk.decider, verb, act.step, number, subject, **part.detail)


def write(
    desk: Desk,
    before: Subject,
    change: Change,
    event: Event,
    laid: Sequence[Paper] = (),
    *,
    after: str = "",
) -> str:
    """Write one part of an act, inside the transaction: value of the case, events, and the intent of its filing, which is returned."""
    filing = change.filing
    if isinstance(before, Case) and change.case is not before:
        cases.change(before, change.case)
    for made in change.writes:
        made()
    history.restore([event, *change.events] if change.has_event else change.events)
    if change.compares_senders:
        reported_sender.note(desk, event.at, change.case)
    operation = ""
    if filing:
        found = [*laid, *filing.scans]
        operation = file_away.begin(
            desk,
            change.case,
            filing.kind,
            filing.message,
            found,
            event.at,
            without=filing.without,
            after=after,
        )
    return operation


def filled(said: Text, told: Mapping[str, object]) -> Text:
    """Return ``said`` with its places filled in both languages, and filled no more."""
    filled = (
        said.fill(
            lang, **{name: one.fill(lang) if isinstance(one, Text) else one for name, one in told.items()}
        )
        for lang in ("id", "en")
    )
    return Text(*(words.replace("{", "{{").replace("}", "}}") for words in filled))
