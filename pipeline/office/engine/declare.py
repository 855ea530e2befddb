"""An act, declared once for pages, commands, lists and refusals.

The function below :func:`act` is the plan: it returns a :class:`Change` and writes nothing.
:func:`pipeline.office.engine.perform.perform` carries the change out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.states import Move, State, find_move
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.records.arrivals import Arrival
from pipeline.records.disposals import Disposal
from pipeline.records.history import Act as Event


class Thing(StrEnum):
    """What an act is about; a disposal lists cases to be destroyed."""

    CASE = "case"
    ARRIVAL = "arrival"
    DISPOSAL = "disposal"
    OFFICE = "office"


_Found = TypeVar("_Found")
Subject = Case | Arrival | Disposal | str
"""The thing; for the office the id given, or ""."""


@dataclass(frozen=True)
class OfThing:
    """Typed access to the thing."""

    thing: Subject

    @property
    def case(self) -> Case:
        """A case."""
        assert isinstance(self.thing, Case)
        return self.thing

    @property
    def arrival(self) -> Arrival:
        """A document that came in."""
        assert isinstance(self.thing, Arrival)
        return self.thing

    @property
    def disposal(self) -> Disposal:
        """A list of cases to be destroyed."""
        assert isinstance(self.thing, Disposal)
        return self.thing

    @property
    def given(self) -> str:
        """A word given with an act of the office."""
        assert isinstance(self.thing, str)
        return self.thing


@dataclass(frozen=True)
class CaseFile(OfThing):
    """A thing as read for an act at ``moment``.

    ``mark`` shows whether something happened since: the newest event of a case (for the office, of no case),
    or the version of an arrival or disposal, which have no ``events``. ``move`` is the act's row in the table
    of states; ``about`` a second thing, such as another case.
    """

    events: Sequence[Event]
    mark: int
    moment: datetime
    move: Move | None = None
    about: str = ""
    found: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def cached(self, name: str, find: Callable[[], _Found]) -> _Found:
        """``find`` is called once for this reading.

        Only for what is never written without an event of the case, so that ``mark`` shows it.
        """
        if name not in self.found:
            self.found[name] = find()
        value: _Found = self.found[name]
        return value

    def moved(self) -> Case:
        """The state is that to which the act leads."""
        return self.case.moved((self.move and self.move.target) or self.case.state)


@dataclass(frozen=True)
class Filing:
    """A version to be filed.

    ``papers`` were made by the act; ``scans`` lie where they came in; documents in ``without`` are removed.
    ``ignores_clock``: filed even while the clock stands before the last entry.
    """

    kind: str
    message: str
    papers: Mapping[str, bytes] = field(default_factory=dict)
    scans: Sequence[Paper] = ()
    without: Sequence[str] = ()
    ignores_clock: bool = False


@dataclass(frozen=True)
class Change(OfThing):
    """What an act does to its thing: new value, event and filing.

    ``writes`` are calls of the stores after the value of the case and before the event; an arrival changes by
    them alone. ``event`` is by default the act's name, about ``subject``; ``events`` are written besides.
    Changes to other cases (``of``) stand in ``first`` (filed before) or ``then`` (filed after), all in one
    transaction. ``session`` is that in which a part was decided, if another, as on a signed sheet. ``inside`` runs in
    the transaction and replaces this change, for what is known only there (a new case's number).
    ``afterwards`` makes files anew from the written rows. ``prints`` are files by name, for the printer once
    all is written. ``compares_senders`` checks again whether a sender is a reported person. ``told`` fills
    :attr:`Words.done` (or ``said``) and is the result of the command.
    """

    filing: Filing | None = None
    detail: Mapping[str, object] = field(default_factory=dict)
    subject: str = ""
    event: str = ""
    has_event: bool = True
    writes: Sequence[Callable[[], object]] = ()
    events: Sequence[Event] = ()
    first: Sequence[Change] = ()
    then: Sequence[Change] = ()
    of: CaseFile | None = None
    session: Session | None = None
    inside: Callable[[], Change] | None = None
    compares_senders: bool = False
    afterwards: Sequence[Callable[[], object]] = ()
    told: Mapping[str, object] = field(default_factory=dict)
    said: Text | None = None
    warnings: Sequence[Text] = ()
    next: Sequence[Next] = ()
    prints: Mapping[str, bytes] = field(default_factory=dict)


class Superseded(Stale):
    """Planned on something taken meanwhile, such as the next letter number: to be planned again."""


_UNSAID = Text("", "")


@dataclass(frozen=True)
class Words:
    """Read where its pages have no words of their own.

    ``done`` may name {case}, {agenda}, {state} and :attr:`Change.told`.
    """

    title: Text = _UNSAID
    button: Text = _UNSAID
    done: Text = _UNSAID


@dataclass(frozen=True)
class Shown:
    """What stands beside the questions of an act.

    ``document`` is one of the case, ``arrivals`` came in; ``others`` are what else the act can be about. With
    ``is_over`` nothing can be done yet. ``is_look``: opening the act reads the case, which is recorded once a
    visit. ``typed`` words may name a person: no log gets them.
    """

    notes: Sequence[Text] = ()
    alarm: Text | None = None
    is_look: bool = False
    next: Sequence[Next] = ()
    document: str = ""
    arrivals: Sequence[Arrival] = ()
    others: Sequence[tuple[str, Text]] = ()
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    more: Sequence[Text] = ()
    is_over: bool = False
    typed: Sequence[Text] = ()


Blocker = Callable[[Session, CaseFile], Refusal | None]
"""Why it cannot be done now, or None."""
Preview = Callable[[Change], Sequence[Text]]
"""What an act on two cases would do, said beforehand."""
Plan = Callable[[Session, CaseFile, Values], Change]
Known = Callable[[Session, CaseFile], Values]
Asks = Callable[[Session, CaseFile], Sequence[Field]]
Shows = Callable[[Session, CaseFile], Shown]
Reads = Callable[[Session, CaseFile, Mapping[str, object]], Values]
"""Used where more is taken than the form asks."""


@dataclass(frozen=True)
class Act:
    """Named ``verb_object``; ``events`` are the words that the history stores.

    ``moves`` are its rows in the table of states. An act that ``is_printed`` makes papers to be printed.
    """

    name: str
    thing: Thing
    plan: Plan
    words: Words
    events: tuple[str, ...]
    roles: frozenset[Role]
    states: frozenset[State]
    moves: tuple[Move, ...]
    step: int | None
    asks: Asks
    known: Known
    reads: Reads | None
    shows: Shows
    blocked: tuple[Blocker, ...]
    preview: Preview | None
    is_grave: bool
    is_printed: bool
    while_restricted: bool

    @property
    def command(self) -> str:
        """The name as typed and in addresses."""
        return self.name.replace("_", "-")

    def move_from(self, state: State) -> Move | None:
        """The row of the table of states."""
        return next((move for move in self.moves if state in move.sources), None)


DECLARED: dict[str, list[Act]] = {}
"""The acts of each module, by its name."""


def act(
    *,
    words: Words,
    thing: Thing = Thing.CASE,
    moves: Sequence[str] = (),
    events: Sequence[str] = (),
    roles: Collection[Role] = (),
    states: Collection[State] = (),
    step: int | None = None,
    asks: Asks | Sequence[Field] = (),
    known: Known = lambda _session, _file: {},
    reads: Reads | None = None,
    shows: Shows | Shown = Shown(),
    blocked: Sequence[Blocker] = (),
    preview: Preview | None = None,
    is_grave: bool = False,
    is_printed: bool = False,
    while_restricted: bool = False,
) -> Callable[[Plan], Act]:
    """The decorated function is the plan of an act of its name.

    ``moves`` names rows of :data:`pipeline.cases.states.MOVES`, which give step, roles, states and events.
    """
    move_rows = tuple(find_move(move) for move in moves)

    def declared(plan: Plan) -> Act:
        made = Act(
            name=plan.__name__,
            thing=thing,
            plan=plan,
            words=words,
            events=tuple(events) or tuple(moves),
            roles=frozenset(roles).union(*(move.roles for move in move_rows)),
            states=frozenset(states)
            or frozenset().union(*(move.sources for move in move_rows))
            or frozenset(State),
            moves=move_rows,
            step=move_rows[0].step if move_rows else step,
            asks=asks if callable(asks) else lambda _session, _file: asks,
            known=known,
            reads=reads,
            shows=shows if callable(shows) else lambda _session, _file: shows,
            blocked=tuple(blocked),
            preview=preview,
            is_grave=is_grave,
            is_printed=is_printed,
            while_restricted=while_restricted,
        )
        DECLARED.setdefault(plan.__module__, []).append(made)
        return made

    return declared
