"""Step 1: earlier cases of the same people are proposed; a person decides.

Initials, side, age and state are shown, and logged. Of restricted cases chair and archivist learn the number,
others only that one exists. Names are in no log, path or argument.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from pipeline.cases.earlier import Meeting, bearers, meeting, meetings, named, told
from pipeline.cases.people import Person
from pipeline.cases.privacy import initials_of
from pipeline.cases.sounds import likeness
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.lookup import access, restriction
from pipeline.office.base.session import Session, need_role
from pipeline.records import cases, history, people

ANSWER = "earlier_cases"
VERB, LOOKED = "compare", "compare_people"
SEEKERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
UNTOLD = "yang aksesnya dibatasi (tanyakan kepada ketua)"
NOT_ASKED = "akses dibatasi, belum ditanyakan"
"""A decision that the registrar could not be asked."""
_MOST = 10
_SHORTEST = 3


class Decision(StrEnum):
    """The typed and kept decision about an earlier case."""

    SAME = "sama"
    OTHER = "lain"
    UNSURE = "tidak tahu"


@dataclass(frozen=True)
class Earlier:
    """A restricted case is without people.

    If its number is secret, ``case`` is empty and ``untold`` has the numbers for the history alone.
    """

    case: str
    state: State
    received: str
    score: float
    people: tuple[Meeting, ...]
    is_restricted: bool = False
    untold: tuple[str, ...] = ()

    @property
    def is_at_work(self) -> bool:
        """A letter may be added; never told of a restricted case."""
        return not self.is_restricted and self.state not in (State.CLOSED, State.VOID, State.OLD)

    def plain(self) -> dict[str, Any]:
        """What may be shown."""
        if self.is_restricted:
            return {"case": self.case, "state": "akses dibatasi", "received": "", "people": []}
        return {
            "case": self.case,
            "state": self.state.value,
            "received": self.received,
            "people": [_plain(match) for match in self.people],
        }

    def message(self) -> str:
        """One line for the clerk."""
        if not self.case:
            return "ada dalam berkas yang aksesnya dibatasi; tanyakan kepada ketua"
        if self.is_restricted:
            return f"{self.case}: akses dibatasi"
        people = "; ".join(_format_meeting(match) for match in self.people)
        return f"{self.case} ({self.state.value}, diterima {self._day}): {people}"

    @property
    def _day(self) -> str:
        return "-".join(reversed(self.received.split("-")))

    def message_alone(self) -> str:
        """The answer to a look-up by name."""
        if self.is_restricted:
            return self.message()
        people = "; ".join(
            f"{match.there.side.value} {_who(match.there)} ({', '.join(match.because)})"
            for match in self.people
        )
        return f"{self.case}  {self.state.value}, diterima {self._day}  {people}"


def look(session: Session, values: Values) -> list[Earlier]:
    """May share people of ``values``, likeliest first; logged.

    Whether the sender is reported by another victim is a hint to the chair alone (:mod:`..base.reported_sender`).
    """
    may_seek(session)
    met: dict[str, list[Meeting]] = {}
    for here, candidate in people.like_bearers(bearers(values)):
        met.setdefault(candidate.case, []).append(meeting(here, candidate.bearer))
    scores = {case: [pair.score for pair in told(values, pairs)] for case, pairs in met.items()}
    best = {case: max(pair_scores) for case, pair_scores in scores.items() if pair_scores}
    return _seen(session, best, lambda old: meetings(values, old))


def may_seek(session: Session) -> None:
    """Refuse before a name is asked."""
    need_role(session, "find", SEEKERS)


def find(session: Session, name: str) -> list[Earlier]:
    """Cases in which ``name`` may stand, in any spelling."""
    may_seek(session)
    if len([character for character in name if character.isalpha()]) < (2 if "." in name else _SHORTEST):
        raise Refusal("office.name_too_short")
    best: dict[str, float] = {}
    for candidate in people.like(name):
        score = likeness(name, candidate.bearer.person.name)
        if score:
            best[candidate.case] = max(score, best.get(candidate.case, 0.0))
    return _seen(session, best, lambda old: named(name, old))


def _seen(
    session: Session, best: Mapping[str, float], meet: Callable[[Values], tuple[Meeting, ...]]
) -> list[Earlier]:
    """Without hidden cases; restricted ones of secret number become one."""
    unseen, closed = access.blocked(session), untold(session)
    ranked = [
        number
        for number in sorted(sorted(best, reverse=True), key=lambda case: -best[case])
        if number not in unseen
    ]
    nearest = [number for number in ranked if number not in closed][:_MOST]
    cases.read_ahead(nearest)
    shown = [_met(number, best[number], meet) for number in nearest]
    history.log_accesses(clock.now(), session.actor, LOOKED, [earlier.case for earlier in shown] or [""])
    kept = tuple(sorted(closed.intersection(ranked)))
    return [*shown, *([Earlier("", State.CLOSED, "", 0.0, (), True, kept)] if kept else [])]


def _met(number: str, score: float, meet: Callable[[Values], tuple[Meeting, ...]]) -> Earlier:
    case = cases.get(number)
    is_restricted = restriction.since(number) is not None
    return Earlier(number, case.state, case.received.isoformat(), score, meet(case.values), is_restricted)


def untold(session: Session) -> frozenset[str]:
    """Restricted cases whose numbers the actor may not know."""
    return frozenset() if session.actor.is_any(*restriction.OPENERS) else restriction.restricted()


def decided(others: Sequence[Earlier], answers: Mapping[str, object]) -> dict[str, Decision]:
    """The decision for each case of known number."""
    given = answers.get(ANSWER)
    typed = given if isinstance(given, Mapping) else {}
    if bad := [case for case, word in typed.items() if word not in tuple(Decision)]:
        raise Refusal("office.bad_decision", case=str(bad[0])[:20])
    known = {str(case): Decision(str(word)) for case, word in typed.items()}
    left = [earlier for earlier in others if earlier.case and earlier.case not in known]
    if left:
        raise Refusal(
            "office.people_known",
            told="\n".join(f"- {earlier.message()}" for earlier in left),
            first=next((earlier.case for earlier in left if earlier.is_at_work), ""),
            rows=[(earlier.case, earlier.message(), earlier.is_at_work) for earlier in left],
        )
    return {earlier.case: known[earlier.case] for earlier in others if earlier.case}


def note(
    session: Session, moment: datetime, case: str, others: Sequence[Earlier], answers: Mapping[str, Decision]
) -> None:
    """Record the decisions; inside the step's transaction."""
    for earlier in others:
        for number in earlier.untold:
            history.note(moment, session.actor, VERB, 1, case, number, decision=NOT_ASKED, sides=[])
        if earlier.case in answers:
            sides = [[match.here.side.value, match.there.side.value] for match in earlier.people]
            history.note(
                moment,
                session.actor,
                VERB,
                1,
                case,
                earlier.case,
                decision=str(answers[earlier.case]),
                sides=sides,
            )


def decisions(session: Session, case: str) -> list[dict[str, str]]:
    """Between ``case`` and others, from either side, without hidden ones."""
    acts = [*history.of_case(case), *(act for act in history.of_subject(case) if act.case != case)]
    pairs = [
        (act.subject if act.case == case else act.case, act)
        for act in sorted(acts, key=lambda act: act.at)
        if act.verb == VERB and "decision" in act.detail
    ]
    unseen = access.hidden(session) if pairs else frozenset[str]()
    return [
        {
            "case": other,
            "decision": str(act.detail["decision"]),
            "account": act.account,
            "at": clock.stamp(act.at),
        }
        for other, act in pairs
        if other not in unseen
    ]


def visible_acts(session: Session, acts: Sequence[history.Act]) -> list[history.Act]:
    """``acts`` without cases whose number is secret from the actor."""
    hidden = access.hidden(session)
    return access.acts_left((act for act in acts if act.verb != VERB or act.subject not in hidden), hidden)


def _plain(pair: Meeting) -> dict[str, Any]:
    return {
        "here": pair.here.side.value,
        "there": pair.there.side.value,
        "initials": initials_of(pair.there),
        "age": pair.there.age,
        "score": round(pair.score, 2),
        "because": [str(reason) for reason in pair.because],
    }


def _format_meeting(pair: Meeting) -> str:
    because = ", ".join(pair.because)
    return f"{pair.here.side.value} mungkin {pair.there.side.value} {_who(pair.there)} di sana ({because})"


def _who(person: Person) -> str:
    return initials_of(person) + ("" if person.age is None else f", {person.age_told} tahun")
