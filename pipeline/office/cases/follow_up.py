"""Steps 10 to 14, beside the letter: referrals, services and visits.

Their events in the history are the record; free text is a reason there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.fields import follow_up as asked
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.fields.field import Field, Section
from pipeline.cases.states import State
from pipeline.cases.values import Values, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text, as_it_is, joined
from pipeline.lookup import visible
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of, words_of
from pipeline.office.cases.clocks import KEEPERS
from pipeline.office.engine.declare import CaseFile, Change, Filing, Words, act
from pipeline.records import history
from pipeline.records.history import Act

REFERRED, ANSWERED, REVOKED = "referral", "referral_answer", "referral_revoke"
PLANNED, CAME = "visit", "visit_outcome"
ANSWER_WITHIN = timedelta(days=7)
"""Unanswered for so long, a referral is on the worklist."""
_LIVE = frozenset(State) - {State.CLOSED, State.VOID, State.OLD}
_ANSWERABLE = _LIVE | {State.CLOSED}


@dataclass(frozen=True)
class Referral:
    """``kind`` of the institution; ``state`` is one of ``REFERRAL_STATES``."""

    id: str
    case: str
    kind: str
    day: date
    state: str = asked.WAITING

    @property
    def is_open(self) -> bool:
        """The institution neither refused nor ended it, and consent stands."""
        return self.state in (asked.WAITING, asked.ACCEPTED)


@dataclass(frozen=True)
class Visit:
    """``time`` may be empty; a missed one stays open."""

    id: str
    case: str
    service: str
    who: str
    day: date
    time: str
    state: str = asked.AWAITED

    @property
    def is_open(self) -> bool:
        """Whether it was neither given nor ended."""
        return self.state in (asked.AWAITED, asked.MISSED)

    @property
    def words(self) -> Text:
        """What is given to whom, when on that day."""
        parts = word_of(asked.SERVICE, self.service), word_of(asked.WHO, self.who)
        return joined([*parts, as_it_is(self.time.replace(":", "."))], ", ")


def referrals_in(acts: Iterable[Act]) -> list[Referral]:
    """``acts`` may be of several cases."""
    referrals: dict[tuple[str, str], Referral] = {}
    for event in acts:
        key, detail = (event.case, event.subject), event.detail
        if event.verb == REFERRED:
            referrals[key] = Referral(
                event.subject, event.case, detail[asked.KIND], date.fromisoformat(detail["day"])
            )
        elif event.verb in (ANSWERED, REVOKED):
            referrals[key] = replace(referrals[key], state=detail.get(asked.ANSWER, asked.REVOKED))
    return list(referrals.values())


def visits_in(acts: Iterable[Act]) -> list[Visit]:
    """``acts`` may be of several cases."""
    visits: dict[tuple[str, str], Visit] = {}
    for event in acts:
        key, detail = (event.case, event.subject), event.detail
        if event.verb == PLANNED:
            day, time = date.fromisoformat(detail["day"]), detail["time"]
            visits[key] = Visit(
                event.subject, event.case, detail[asked.SERVICE], detail[asked.WHO], day, time
            )
        elif event.verb == CAME and detail[asked.OUTCOME] == asked.NEW_DAY:
            day, time = date.fromisoformat(detail["day"]), detail["time"]
            visits[key] = replace(visits[key], day=day, time=time, state=asked.AWAITED)
        elif event.verb == CAME:
            visits[key] = replace(visits[key], state=detail[asked.OUTCOME])
    return list(visits.values())


def _open_referrals(acts: Iterable[Act]) -> dict[str, Text]:
    referrals = (referral for referral in referrals_in(acts) if referral.is_open)
    return {
        referral.id: joined([
            word_of("document", referral.id), word_of(asked.KIND, referral.kind), as_it_is(short_day(referral.day)),
            word_of("referral_state", referral.state),
        ], ", ")
        for referral in referrals
    }  # fmt: skip


def _open_visits(acts: Iterable[Act]) -> dict[str, Text]:
    visits = (visit for visit in visits_in(acts) if visit.is_open)
    return {
        visit.id: joined([word_of("document", visit.id), as_it_is(short_day(visit.day)), visit.words], ", ") for visit in visits
    }  # fmt: skip


def has_no_referral(_session: Session, file: CaseFile) -> Refusal | None:
    """No referral is open."""
    is_open = bool(_open_referrals(file.events))
    return None if is_open else Refusal("office.no_referral", case=file.case.number)


def has_no_visit(_session: Session, file: CaseFile) -> Refusal | None:
    """No service or visit is open."""
    return None if _open_visits(file.events) else Refusal("office.no_visit", case=file.case.number)


def _which(file: CaseFile, label: Text, choices: Mapping[str, Text]) -> Field:
    proposed = file.about if file.about in choices else next(iter(choices)) if len(choices) == 1 else ""
    which = one_of(CHOSEN, label, N_("One of the list."), list(choices.items()), proposed=proposed)
    return replace(which, section=Section.FOLLOW_UP)


def _referral(file: CaseFile) -> Field:
    return _which(file, N_("Which referral"), _open_referrals(file.events))


def _next_id(file: CaseFile, word: str, verb: str) -> str:
    return f"{word}-{sum(event.verb == verb for event in file.events) + 1}"


def _need_allowed(case: Case, answers: Values) -> None:
    """Refuse an institution without consent or a named law, and what she wants withheld."""
    if not (asked.is_consented({**case.values, **answers}) or text(answers, consent.LAW)):
        raise Refusal("office.referral_not_allowed", case=case.number, names=text(answers, asked.TO))
    if held := set(items(answers, asked.PASSED)).intersection(items(case.values, consent.WITHHOLD)):
        raise Refusal("office.referral_withheld", case=case.number, what=words_of(asked.PASSED, sorted(held)))


@act(
    events=(REFERRED,),
    roles=KEEPERS,
    states=_LIVE,
    words=Words(
        N_("Record a referral"),
        N_("Record the referral"),
        N_("The referral of case {case} is recorded; without an answer it shows among the tasks on {until}."),
    ),
    asks=asked.REFERRAL,
    known=lambda _session, file: {
        name: value for name, value in file.case.values.items() if name == consent.SHARE
    },
)
def record_referral(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a referral on her consent or a named law, filed and entered in the register."""
    _need_allowed(file.case, answers)
    day = date.fromisoformat(text(answers, asked.SENT))
    detail = {
        asked.KIND: answers[asked.KIND], asked.PASSED: items(answers, asked.PASSED), asked.WAY: answers[asked.WAY],
        "day": day.isoformat(), "basis": text(answers, consent.LAW) or text(file.case.values, consent.BY),
        REASON: "; ".join(filter(None, (text(answers, asked.TO), text(answers, consent.REASON)))),
    }  # fmt: skip
    return Change(
        file.case, Filing(REFERRED, "rujukan dicatat"), detail, _next_id(file, "rujukan", REFERRED),
        told={"until": short_day(day + ANSWER_WITHIN)},
    )  # fmt: skip


@act(
    events=(ANSWERED,),
    roles=KEEPERS,
    states=_ANSWERABLE,
    words=Words(
        N_("Record the answer to a referral"),
        N_("Record the answer"),
        N_("The answer to the referral of case {case} is recorded."),
    ),
    asks=lambda _session, file: (_referral(file), *asked.REFERRAL_ANSWER),
    blocked=(has_no_referral,),
)
def record_referral_answer(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record an institution's answer to a referral, or its end; filed."""
    detail = {asked.ANSWER: answers[asked.ANSWER], "day": answers[asked.ANSWERED]}
    why = {REASON: answers[REASON]} if REASON in answers else {}
    filing = Filing(ANSWERED, "jawaban rujukan dicatat")
    return Change(file.case, filing, detail | why, str(answers[CHOSEN]))


@act(
    events=(REVOKED,),
    roles=KEEPERS,
    states=_ANSWERABLE,
    words=Words(
        N_("Revoke a referral"),
        N_("Revoke it"),
        N_("The referral of case {case} is revoked. Tell the institution that the consent is withdrawn."),
    ),
    asks=lambda _session, file: (
        _referral(file),
        replace(reason(N_("Who withdrew the consent, and how")), section=Section.FOLLOW_UP),
    ),
    blocked=(has_no_referral,),
    is_grave=True,
)
def revoke_referral(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Revoke a referral as consent is withdrawn, filed and entered in the register."""
    filing = Filing(REVOKED, "rujukan dicabut")
    return Change(file.case, filing, {REASON: answers[REASON]}, str(answers[CHOSEN]))


@act(
    events=(PLANNED,),
    roles=KEEPERS,
    states=_LIVE,
    words=Words(
        N_("Plan a service or visit"),
        N_("Plan it"),
        N_("The service of case {case} shows among the tasks on {until}."),
    ),
    asks=asked.VISIT,
)
def plan_visit(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Plan a service or visit, on the worklist of its day."""
    place = {REASON: answers[asked.PLACE]} if asked.PLACE in answers else {}
    detail = {asked.SERVICE: answers[asked.SERVICE], asked.WHO: answers[asked.WHO], **_when(answers), **place}
    until = short_day(date.fromisoformat(text(answers, asked.DAY)))
    return Change(
        file.case, None, detail, _next_id(file, "layanan", PLANNED), told={"until": until}
    )  # fmt: skip


@act(
    events=(CAME,),
    roles=KEEPERS,
    states=_LIVE,
    words=Words(
        N_("Record what came of a service or visit"),
        N_("Save"),
        N_("The service of case {case}: {outcome}."),
    ),
    asks=lambda _session, file: (
        _which(file, N_("Which service or visit"), _open_visits(file.events)),
        *asked.VISIT_OUTCOME,
    ),
    blocked=(has_no_visit,),
)
def record_visit(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record that a service or visit was given, missed, put off or ended."""
    outcome = text(answers, asked.OUTCOME)
    when = _when(answers) if outcome == asked.NEW_DAY else {}
    why = {REASON: answers[REASON]} if REASON in answers else {}
    words = {"outcome": word_of(asked.OUTCOME, outcome)}
    return Change(file.case, None, {asked.OUTCOME: outcome, **when, **why}, str(answers[CHOSEN]), told=words)


def _when(answers: Values) -> dict[str, str]:
    return {"day": text(answers, asked.DAY), "time": text(answers, asked.TIME)}


def rows(session: Session) -> list[dict[str, Any]]:
    """Due by today: unanswered referrals, services and visits that took no place yet."""
    acts, today = (
        visible.acts_of(session, REFERRED, ANSWERED, REVOKED, PLANNED, CAME),
        session.today.isoformat(),
    )
    due = [(states, row) for states, row in _open(session, list(acts)) if row["due"] <= today]
    held = visible.several(session, {row["case"] for _, row in due})
    return [row for states, row in due if held[row["case"]].state in states]


def of_case(session: Session, case: Case) -> list[dict[str, Any]]:
    """Open in one case, also for later."""
    return [row for states, row in _open(session, history.of_case(case.number)) if case.state in states]


def _open(session: Session, acts: Sequence[Act]) -> Iterator[tuple[frozenset[State], dict[str, Any]]]:
    """Rows with the states of a case in which they are work."""
    for referral in referrals_in(acts):
        if referral.state == asked.WAITING:
            task = N_("answer to the referral ({kind})").of(kind=word_of(asked.KIND, referral.kind))
            step = Next("record-referral-answer", referral.case, referral.id)
            yield _ANSWERABLE, _row(session, task, referral.day + ANSWER_WITHIN, step)
    for visit in visits_in(acts):
        if visit.is_open:
            step = Next("record-visit", visit.case, visit.id)
            yield _LIVE, _row(
                session, N_("service or visit ({what})").of(what=visit.words), visit.day, step,
                is_missed=visit.state == asked.MISSED,
            )  # fmt: skip


def _row(session: Session, task: Text, due: date, step: Next, *, is_missed: bool = False) -> dict[str, Any]:
    message = (
        N_("{what}: missed on {day}") if is_missed
        else N_("{what}: today (due {day})") if due == session.today
        else N_("{what}: was due {day}")
    )  # fmt: skip
    return {
        "case": step.subject, "what": task, "due": due.isoformat(), "overdue": due < session.today,
        "waits": message.of(what=task, day=short_day(due)), "next": (step,),
    }  # fmt: skip
