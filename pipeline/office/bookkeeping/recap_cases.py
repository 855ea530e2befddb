"""Cases as the recap counts them: codes and moments, no names."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from pipeline.cases.case import Case
from pipeline.cases.lists import CHANNELS, PLACES, VIOLENCE, Choice
from pipeline.cases.old import OLD_KEY
from pipeline.cases.outcomes import MERGED, PARENT, of_office, root
from pipeline.cases.people import Person, Side
from pipeline.cases.states import State
from pipeline.cases.step_clock import read_clock
from pipeline.cases.values import ANONYMOUS, flag, items, text
from pipeline.kernel import clock
from pipeline.kernel.letter_kinds import ASKING, LETTER_KINDS
from pipeline.letters.context import signature
from pipeline.lookup.restriction import restricted
from pipeline.office.arrivals import move_document
from pipeline.office.base import absences
from pipeline.office.base.session import Session
from pipeline.office.cases import add_letter, follow_up
from pipeline.office.papers.forms_closing import clock_events
from pipeline.records import arrivals, cases, disposals, history, letters, numbers
from pipeline.register.recap import Counted, Party
from pipeline.register.recap_report import Signed
from pipeline.register.recap_tables import ELSEWHERE, HERSELF, INSTITUTION, NAMELESS, NO, SOMEBODY, YES
from pipeline.register.recap_times import MILESTONES, Course

_ABOUT_LETTER = frozenset({"draft", "approve", "sign", "file"})
_DRAFTED = frozenset({State.DRAFTED, State.APPROVED, State.SIGNED, State.UNNUMBERED, State.FILED, State.DELIVERED,
                      State.CLOSED})  # fmt: skip
ANSWERABLE = tuple(
    state
    for state in State
    if state
    not in {State.SIGNED, State.UNNUMBERED, State.FILED, State.DELIVERED, State.CLOSED, State.VOID, State.OLD}
)
_AT_A_TIME = 500


@dataclass
class Found:
    """A period's cases, in detail and as numbers."""

    restricted: int
    void: int
    merged: int = 0
    counted: list[Counted] = field(default_factory=list)
    old: list[Counted] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    at_desk: list[Mapping[int, timedelta]] = field(default_factory=list)
    calls: list[timedelta] = field(default_factory=list)
    outcomes: dict[str, str] = field(default_factory=dict)
    """The office's own → what each counts as (empty: itself)."""


def of_period(session: Session, since: date, until: date) -> Found:
    """Cases received in a period, read in portions."""
    hidden = restricted()
    here = {number: state for number, (_, state) in cases.received(since, until).items()}
    tally = Found(
        restricted=sum(state != State.VOID for number, state in here.items() if number in hidden),
        void=sum(state == State.VOID for state in here.values()),
    )
    shown = [number for number, state in here.items() if number not in hidden and state != State.VOID]
    for at in range(0, len(shown), _AT_A_TIME):
        read = list(cases.several(shown[at : at + _AT_A_TIME]).values())
        tally.old += [counted_old(session, case) for case in read if case.state is State.OLD]
        live = [case for case in read if case.state is not State.OLD]
        counting = [case for case in live if not is_merged(case)]
        tally.merged += len(live) - len(counting)
        _add(session, tally, counting)
    return tally


def _add(session: Session, tally: Found, read: Sequence[Case]) -> None:
    acts = history.with_documents({case.number: case.arrivals for case in read})
    answers = letters.answers_in([case.number for case in read])
    taken = arrivals.taken_in([case.arrivals[0] for case in read if case.arrivals])
    now = clock.now()
    for case in read:
        tally.counted.append(counted(session, case, acts[case.number]))
        tally.courses.append(course(case, came(session, case, taken), acts[case.number], answers))
        tally.at_desk.append(at_desk(case, acts[case.number], now))
        if (long := call(session, case)) is not None:
            tally.calls.append(long)
        if case.state is State.CLOSED:
            tally.outcomes[text(case.values, "outcome")] = text(case.values, PARENT)


def counted(session: Session, case: Case, acts: Sequence[history.Act]) -> Counted:
    """Codes of a case, its referrals by its ``acts``."""
    values, victim = case.values, case.victim
    victims = [person for person in case.people if person.side is Side.VICTIM]
    more = (text(values, f"victim_{name}") for name in ("education", "marital", "disability"))
    first = Party(victim.sex, victim.age_group, *more)
    return Counted(
        received=case.received,
        registered=_day(session, case.registered),
        channel=case.channel,
        medium="-" if case.channel == "phone" else text(values, "medium") or "surat",
        reporter=_reporter(case),
        relation=text(values, "reported_relation"),
        violence=items(values, "violence"),
        place=text(values, "place_category"),
        subdistrict=_place(session, text(values, "place_kecamatan")),
        risk=text(values, "risk"),
        services=items(values, "services_requested"),
        referral=(YES if text(values, "referral") else NO) if case.state in _DRAFTED else "-",
        state=case.state.value,
        outcome=root(values) if case.state is State.CLOSED else "",
        own_outcome=text(values, "outcome") if case.state is State.CLOSED else "",
        referrals=tuple((referral.kind, referral.state) for referral in follow_up.referrals_in(acts)),
        victims=(first, *map(_party, victims[1:])),
        reported=tuple(_party(person) for person in case.people if person.side is Side.REPORTED),
    )


def own_outcomes(session: Session, ended: Mapping[str, str]) -> dict[str, str]:
    """The office's own, in use or ``ended`` with, and their parents."""
    used = {
        outcome.value: outcome.parent for outcome in of_office(session.settings.outcomes) if outcome.parent
    }
    return used | {name: parent for name, parent in sorted(ended.items()) if parent}


def is_merged(case: Case) -> bool:
    """Whether another case counts its persons."""
    return case.state is State.CLOSED and text(case.values, "outcome") == MERGED


def _day(session: Session, moment: datetime) -> date:
    return moment.astimezone(session.settings.zone).date()


def _reporter(case: Case) -> str:
    if case.is_institution:
        return INSTITUTION
    if flag(case.values, "reporter_is_victim"):
        return HERSELF
    name = text(case.values, "reporter_name")
    return NAMELESS if name == ANONYMOUS else SOMEBODY if name else ""


def _place(session: Session, named: str) -> str:
    return named if named in session.places or not named else ELSEWHERE


def _party(person: Person) -> Party:
    return Party(person.sex, person.age_group)


def counted_old(session: Session, case: Case) -> Counted:
    """A case of the paper register, where its words are in the lists."""
    columns = {
        key.removeprefix(OLD_KEY): str(value) for key, value in case.values.items() if key.startswith(OLD_KEY)
    }
    sex = columns.get("victim_sex", "").strip()[:1].upper()
    victims = [person for person in case.people if person.side is Side.VICTIM]
    first = Party(sex if sex in ("L", "P") else "", case.victim.age_group)
    return Counted(
        received=case.received,
        registered=_day(session, case.registered),
        channel=_one(CHANNELS, columns.get("channel", "")),
        medium="-" if case.channel == "phone" else "",
        reporter=INSTITUTION if case.is_institution else "",
        violence=tuple(
            kind for part in columns.get("violence", "").split(",") if (kind := _one(VIOLENCE, part))
        ),
        place=_one(PLACES, columns.get("place", "")),
        subdistrict=_place(session, columns.get("subdistrict", "").strip()),
        state=case.state.value,
        victims=(first, *map(_party, victims[1:])),
    )


def _one(choices: Sequence[Choice], written: str) -> str:
    word = " ".join(written.lower().split())
    return next(
        (
            choice.value
            for choice in choices
            if word in (choice.value.lower(), choice.label.id, *choice.words)
        ),
        "",
    )


def course(
    case: Case, came: datetime | None, acts: Sequence[history.Act], answers: Collection[str]
) -> Course:
    """When a case reached each milestone."""
    verbs = {verb for verb, _, _ in MILESTONES}
    reached: dict[str, datetime] = {}
    for act in acts:
        verb = "close" if act.verb == "close_unanswered" else act.verb
        if (
            act.case == case.number
            and verb in verbs
            and (verb not in _ABOUT_LETTER or act.subject in answers)
        ):
            reached.setdefault(verb, act.at)
    return Course(came, reached, tuple(_waits(acts)))


def at_desk(case: Case, acts: Sequence[history.Act], now: datetime) -> dict[int, timedelta]:
    """Time at each step."""
    return {step.step: step.active for step in read_clock(clock_events(case, acts), now).steps if step.active}


def came(session: Session, case: Case, taken: Mapping[str, datetime]) -> datetime | None:
    """Decided by its first document or call."""
    if case.channel == "phone":
        return _at(session, case, "phone_started")
    return taken.get(case.arrivals[0]) if case.arrivals else None


def _at(session: Session, case: Case, name: str) -> datetime | None:
    if not (clock_time := text(case.values, name)):
        return None
    return datetime.combine(case.received, time.fromisoformat(clock_time), session.settings.zone)


def _waits(acts: Sequence[history.Act]) -> Iterator[tuple[datetime, datetime]]:
    asked: datetime | None = None
    for act in acts:
        if act.verb in ASKING and asked is None:
            asked = act.at
        elif act.verb == "clarify" and asked is not None:
            yield asked, act.at
            asked = None


def call(session: Session, case: Case) -> timedelta | None:
    """Length of its call, if known."""
    start, end = _at(session, case, "phone_started"), _at(session, case, "phone_ended")
    return end - start if start and end and end >= start else None


def _days_of_further(known: Collection[str]) -> dict[str, date]:
    acts = history.details(add_letter.VERB, known, move_document.OUT)
    return {act["agenda"]: date.fromisoformat(act["received"]) for act in acts if act.get("received")}


def mail(session: Session, since: date, until: date) -> Mapping[str, int]:
    """Documents received and letters sent, by kind."""
    out_by_kind = [kind.recap[0] for kind in LETTER_KINDS.values()]
    counts = dict.fromkeys(("in", "struck", *out_by_kind, "void"), 0)
    came_in = arrivals.mail_counted(since, until)
    known = {case for case, *_ in came_in if case}
    days, further = cases.days_of(known), _days_of_further(known)
    for case, scanned, agenda, is_struck in came_in:
        day = further.get(agenda) or days.get(case) or _day(session, scanned)
        if since <= day <= until:
            counts["in"] += 1
            counts["struck"] += is_struck
    for stone in disposals.tombstones():
        counts["in"] += sum(since.isoformat() <= day <= until.isoformat() for _, day in stone.agenda)
    listed = numbers.of_days(since, until)
    out = letters.outgoing({number.letter for number in listed})
    for number in listed:
        named, state, kind = out[number.letter]
        if number.state == numbers.NumberState.VOID:
            counts["void"] += 1
        elif named == number.text and state in (letters.LetterState.APPROVED, letters.LetterState.SIGNED):
            counts[LETTER_KINDS[kind].recap[0]] += 1
    return counts


def signed(session: Session) -> Signed:
    """Today's signatory, if any."""
    who = next(iter(absences.signatories_on(session.settings, session.today)), None)
    if who is None:
        return Signed()
    block = signature(who)
    return Signed(tuple(block["jabatan"]), block["nama"], block["nip"], block["pangkat"])
