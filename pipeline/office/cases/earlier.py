"""Step 1: earlier cases of the same people are proposed; a person decides.

Initials, side, age and state are shown, and logged. Of restricted cases chair and archivist learn the number,
others only that one exists. Names are in no log, path or argument.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from pipeline.cases.earlier import ENOUGH, Meeting, bearers, meeting, meetings, named
from pipeline.cases.people import Person
from pipeline.cases.privacy import initials_of
from pipeline.cases.sounds import likeness
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.lookup import access, restriction
from pipeline.office.base.desk import Desk, need_role
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
            "people": [_plain(one) for one in self.people],
        }

    def message(self) -> str:
        """One line for the clerk."""
        if not self.case:
            return "ada dalam berkas yang aksesnya dibatasi; tanyakan kepada ketua"
        if self.is_restricted:
            return f"{self.case}: akses dibatasi"
        people = "; ".join(_format_meeting(one) for one in self.people)
        return f"{self.case} ({self.state.value}, diterima {self._day}): {people}"

    @property
    def _day(self) -> str:
        return "-".join(reversed(self.received.split("-")))

    def message_alone(self) -> str:
        """The answer to a look-up by name."""
        if self.is_restricted:
            return self.message()
        people = "; ".join(
            f"{one.there.side.value} {_who(one.there)} ({', '.join(one.because)})" for one in self.people
        )
        return f"{self.case}  {self.state.value}, diterima {self._day}  {people}"


def look(desk: Desk, values: Values) -> list[Earlier]:
    """May share people of ``values``, likeliest first; logged."""
    may_seek(desk)
    best: dict[str, float] = {}
    for here, one in people.like_bearers(bearers(values)):
        score = meeting(here, one.bearer).score
        if score >= ENOUGH:
            best[one.case] = max(score, best.get(one.case, 0.0))
    return _seen(desk, best, lambda old: meetings(values, old))


def may_seek(desk: Desk) -> None:
    """Refuse before a name is asked."""
    need_role(desk, "find", SEEKERS)


def find(desk: Desk, name: str) -> list[Earlier]:
    """Cases in which ``name`` may stand, in any spelling."""
    may_seek(desk)
    if len([one for one in name if one.isalpha()]) < (2 if "." in name else _SHORTEST):
        raise Refusal("office.name_too_short")
    best: dict[str, float] = {}
    for one in people.like(name):
        score = likeness(name, one.bearer.person.name)
        if score:
            best[one.case] = max(score, best.get(one.case, 0.0))
    return _seen(desk, best, lambda old: named(name, old))


def _seen(
    desk: Desk, best: Mapping[str, float], meet: Callable[[Values], tuple[Meeting, ...]]
) -> list[Earlier]:
    """Without hidden cases; restricted ones of secret number become one."""
    unseen, closed = access.blocked(desk), untold(desk)
    ranked = [
        one for one in sorted(sorted(best, reverse=True), key=lambda case: -best[case]) if one not in unseen
    ]
    nearest = [one for one in ranked if one not in closed][:_MOST]
    cases.read_ahead(nearest)
    shown = [_met(number, best[number], meet) for number in nearest]
    history.log_accesses(clock.now(), desk.actor, LOOKED, [one.case for one in shown] or [""])
    kept = tuple(sorted(closed.intersection(ranked)))
    return [*shown, *([Earlier("", State.CLOSED, "", 0.0, (), True, kept)] if kept else [])]


def _met(number: str, score: float, meet: Callable[[Values], tuple[Meeting, ...]]) -> Earlier:
    case = cases.get(number)
    is_restricted = restriction.since(number) is not None
    return Earlier(number, case.state, case.received.isoformat(), score, meet(case.values), is_restricted)


def untold(desk: Desk) -> frozenset[str]:
    """Restricted cases whose numbers the actor may not know."""
    return frozenset() if desk.actor.is_any(*restriction.OPENERS) else restriction.restricted()


def decided(found: Sequence[Earlier], answers: Mapping[str, object]) -> dict[str, Decision]:
    """The decision for each case of known number."""
    given = answers.get(ANSWER)
    typed = given if isinstance(given, Mapping) else {}
    if bad := [case for case, word in typed.items() if word not in tuple(Decision)]:
        raise Refusal("office.bad_decision", case=str(bad[0])[:20])
    known = {str(case): Decision(str(word)) for case, word in typed.items()}
    left = [one for one in found if one.case and one.case not in known]
    if left:
        raise Refusal(
            "office.people_known",
            told="\n".join(f"- {one.message()}" for one in left),
            first=next((one.case for one in left if one.is_at_work), ""),
            rows=[(one.case, one.message(), one.is_at_work) for one in left],
        )
    return {one.case: known[one.case] for one in found if one.case}


def note(
    desk: Desk, moment: datetime, case: str, found: Sequence[Earlier], answers: Mapping[str, Decision]
) -> None:
    """Record the decisions; inside the step's transaction."""
    for one in found:
        for number in one.untold:
            history.note(moment, desk.actor, VERB, 1, case, number, decision=NOT_ASKED, sides=[])
        if one.case in answers:
            sides = [[each.here.side.value, each.there.side.value] for each in one.people]
            history.note(
                moment, desk.actor, VERB, 1, case, one.case, decision=str(answers[one.case]), sides=sides
            )


def decisions(desk: Desk, case: str) -> list[dict[str, str]]:
    """Between ``case`` and others, from either side, without hidden ones."""
    acts = [*history.of_case(case), *(one for one in history.of_subject(case) if one.case != case)]
    found = [
        (one.subject if one.case == case else one.case, one)
        for one in sorted(acts, key=lambda each: each.at)
        if one.verb == VERB and "decision" in one.detail
    ]
    unseen = access.hidden(desk) if found else frozenset[str]()
    return [
        {
            "case": other,
            "decision": str(one.detail["decision"]),
            "account": one.account,
            "at": clock.stamp(one.at),
        }
        for other, one in found
        if other not in unseen
    ]


def visible_acts(desk: Desk, acts: Sequence[history.Act]) -> list[history.Act]:
    """``acts`` without cases whose number is secret from the actor."""
    hidden = access.hidden(desk)
    return access.acts_left((one for one in acts if one.verb != VERB or one.subject not in hidden), hidden)


def _plain(one: Meeting) -> dict[str, Any]:
    return {
        "here": one.here.side.value,
        "there": one.there.side.value,
        "initials": initials_of(one.there),
        "age": one.there.age,
        "score": round(one.score, 2),
        "because": [str(each) for each in one.because],
    }


def _format_meeting(one: Meeting) -> str:
    because = ", ".join(one.because)
    return f"{one.here.side.value} mungkin {one.there.side.value} {_who(one.there)} di sana ({because})"


def _who(person: Person) -> str:
    return initials_of(person) + ("" if person.age is None else f", {person.age_told} tahun")
