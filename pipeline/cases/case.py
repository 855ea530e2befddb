"""The case and its plain form in ``kasus.json``."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from pipeline.cases.fields.informing import UNASKED
from pipeline.cases.further import Further
from pipeline.cases.people import Person, people_of, victim_of
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.problems import BadCase
from pipeline.cases.rendering import Rendering
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, flag, text


@dataclass(frozen=True)
class Clarification:
    """``answered``, or impossible for ``reason``."""

    field: str
    day: date
    way: str
    answered: bool
    reason: str = ""


@dataclass(frozen=True)
class Case:
    """``agenda`` and ``arrivals`` are of its documents, in order."""

    number: str
    register_number: str
    registered: datetime
    registered_by: str = ""
    state: State = State.REGISTERED
    version: int = 1
    officer: str = ""
    agenda: tuple[str, ...] = ()
    arrivals: tuple[str, ...] = ()
    values: Values = field(default_factory=dict)
    clarifications: tuple[Clarification, ...] = ()
    further: tuple[Further, ...] = ()
    renderings: tuple[Rendering, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in it."""
        return people_of(self.values)

    @property
    def victim(self) -> Person:
        """The first victim."""
        return victim_of(self.values)

    @property
    def received(self) -> date:
        """The day from which deadlines count."""
        return day(self.values, "received_day") or self.registered.date()

    @property
    def channel(self) -> str:
        """Letter, phone or referral."""
        return text(self.values, "channel")

    @property
    def is_institution(self) -> bool:
        """Whether an institution sent it."""
        return flag(self.values, "is_institution")

    @property
    def clarified(self) -> date | None:
        """The day of the last answer that the office asked for."""
        asked = (
            clarification.day
            for clarification in self.clarifications
            if clarification.answered and clarification.way not in UNASKED
        )
        return max(asked, default=None)

    def moved(self, state: State) -> Case:
        """The case in ``state``."""
        return replace(self, state=state, version=self.version + 1)

    def with_values(self, values: Values) -> Case:
        """The case with ``values`` over its own."""
        return replace(self, values={**self.values, **values}, version=self.version + 1)

    def with_arrival(self, arrival: str, agenda: str, further: Further | None = None) -> Case:
        """The case with one more document."""
        return replace(
            self,
            arrivals=(*self.arrivals, arrival),
            agenda=(*self.agenda, agenda) if agenda else self.agenda,
            further=(*self.further, further) if further else self.further,
            version=self.version + 1,
        )

    def without_arrival(self, arrival: str, agenda: str) -> Case:
        """The case without one of its documents."""
        return replace(
            self,
            arrivals=tuple(arrival_id for arrival_id in self.arrivals if arrival_id != arrival),
            agenda=tuple(agenda_number for agenda_number in self.agenda if agenda_number != agenda),
            further=tuple(letter for letter in self.further if letter.arrival != arrival),
            version=self.version + 1,
        )

    def to_json(self) -> dict[str, object]:
        """Plain values; ``people`` is for readers only."""
        plain = to_plain(self) | {"people": [person.to_json() for person in self.people]}
        return {name: part for name, part in plain.items() if part or name in _ALWAYS}


_ALWAYS = {member.name for member in fields(Case)} - {"further", "renderings"}


def from_json(plain: Any) -> Case:
    """Read back what :meth:`Case.to_json` gave."""
    try:
        return from_plain(Case, {name: plain[name] for name in (plain.keys() | _ALWAYS) - {"people"}})
    except (AttributeError, KeyError, ValueError) as error:
        raise BadCase(part=str(error.args[0])) from None
