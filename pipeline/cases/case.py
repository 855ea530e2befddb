"""The case as one frozen value, and its plain form in ``kasus.json``.

A change gives a new value with the next version; whoever stores it compares the version it was read at.
History and register entries stand beside the case in ``kasus.json``; ``office`` puts them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipeline.cases.errors import BadCase
from pipeline.cases.further import Further, further_from
from pipeline.cases.people import Person, people_of, victim_of
from pipeline.cases.rendering import Rendering, rendering_from
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, flag, from_plain, text, to_plain
from pipeline.kernel.clock import read_stamp, stamp


@dataclass(frozen=True)
class Clarification:
    """``field`` was asked on ``day`` by ``way``; ``answered``, or impossible for ``reason``."""

    field: str
    day: date
    way: str
    answered: bool
    reason: str = ""

    def to_json(self) -> dict[str, object]:
        """Return plain values, for ``kasus.json``."""
        return {
            "field": self.field,
            "day": self.day.isoformat(),
            "way": self.way,
            "answered": self.answered,
            "reason": self.reason,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, object]) -> Clarification:
        """Read back what :meth:`to_json` gave. Raises ``KeyError`` or ``ValueError``."""
        return cls(
            str(plain["field"]),
            date.fromisoformat(str(plain["day"])),
            str(plain["way"]),
            plain["answered"] is True,
            str(plain["reason"]),
        )


@dataclass(frozen=True)
class Case:
    """One case: numbers, ``state``, ``version`` (1 at registration), and the answers in ``values``.

    ``agenda`` and ``arrivals`` are the mail log numbers and arrival ids of its documents, the first
    one first; ``further`` says what is known of those after the first. ``registered`` is the moment the register row was opened (aware, to the second).
    """

    number: str
    register_number: str
    registered: datetime
    state: State = State.REGISTERED
    version: int = 1
    values: Values = field(default_factory=dict)
    agenda: tuple[str, ...] = ()
    arrivals: tuple[str, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    registered_by: str = ""
    officer: str = ""
    further: tuple[Further, ...] = ()
    renderings: tuple[Rendering, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the case, from its values."""
        return people_of(self.values)

    @property
    def victim(self) -> Person:
        """The first victim."""
        return victim_of(self.values)

    @property
    def received(self) -> date:
        """The day received, from which deadlines count."""
        return day(self.values, "received_day") or self.registered.date()

    @property
    def channel(self) -> str:
        """letter, phone or referral."""
        return text(self.values, "channel")

    @property
    def is_institution(self) -> bool:
        """Tell whether an institution sent it."""
        return flag(self.values, "is_institution")

    @property
    def clarified(self) -> date | None:
        """The day of the last clarification that was answered, or ``None``."""
        return max((one.day for one in self.clarifications if one.answered), default=None)

    def moved(self, state: State) -> Case:
        """Return the case in ``state``, one version on."""
        return replace(self, state=state, version=self.version + 1)

    def with_values(self, values: Values) -> Case:
        """Return the case with ``values`` laid over its own, one version on."""
        return replace(self, values={**self.values, **values}, version=self.version + 1)

    def with_arrival(self, arrival: str, agenda: str, further: Further | None = None) -> Case:
        """Return the case with one more document (what is known of it, if anything), one version on."""
        return replace(
            self,
            arrivals=(*self.arrivals, arrival),
            agenda=(*self.agenda, agenda) if agenda else self.agenda,
            further=(*self.further, further) if further else self.further,
            version=self.version + 1,
        )

    def without_arrival(self, arrival: str, agenda: str) -> Case:
        """Return the case without one of its documents, one version on."""
        return replace(
            self,
            arrivals=tuple(one for one in self.arrivals if one != arrival),
            agenda=tuple(one for one in self.agenda if one != agenda),
            further=tuple(one for one in self.further if one.arrival != arrival),
            version=self.version + 1,
        )

    def to_json(self) -> dict[str, object]:
        """Return the case as plain values. ``people`` is there for readers; it follows from ``values``."""
        more = {"further": [one.to_json() for one in self.further]} if self.further else {}
        more |= {"renderings": [one.to_json() for one in self.renderings]} if self.renderings else {}
        return {
            "number": self.number,
            "register_number": self.register_number,
            "registered": stamp(self.registered),
            "registered_by": self.registered_by,
            "state": self.state.value,
            "version": self.version,
            "officer": self.officer,
            "agenda": list(self.agenda),
            "arrivals": list(self.arrivals),
            "values": to_plain(self.values),
            "people": [one.to_json() for one in self.people],
            "clarifications": [one.to_json() for one in self.clarifications],
            **more,
        }


def from_json(plain: Mapping[str, object]) -> Case:
    """Read back what :meth:`Case.to_json` gave. Raises :class:`BadCase` with the part that is wrong."""
    part = "values"
    try:
        values = from_plain(_mapping(plain["values"]))
        part = "clarifications"
        clarifications = tuple(Clarification.from_json(_mapping(one)) for one in _rows(plain[part]))
        part = "further"
        further = tuple(further_from(_mapping(one)) for one in _rows(plain.get(part, [])))
        part = "renderings"
        renderings = tuple(rendering_from(_mapping(one)) for one in _rows(plain.get(part, [])))
        part = "state"
        return Case(
            number=str(plain["number"]),
            register_number=str(plain["register_number"]),
            registered=read_stamp(str(plain["registered"])),
            registered_by=str(plain["registered_by"]),
            state=State(str(plain["state"])),
            version=int(str(plain["version"])),
            officer=str(plain["officer"]),
            agenda=tuple(str(one) for one in _rows(plain["agenda"])),
            arrivals=tuple(str(one) for one in _rows(plain["arrivals"])),
            values=values,
            clarifications=clarifications,
            further=further,
            renderings=renderings,
        )
    except KeyError as missing:
        raise BadCase(part=missing.args[0]) from None
    except (TypeError, ValueError):
        raise BadCase(part=part) from None


def _mapping(found: object) -> Mapping[str, object]:
    if not isinstance(found, Mapping):
        raise TypeError
    return found


def _rows(found: object) -> list[object]:
    if not isinstance(found, list):
        raise TypeError
    return found
