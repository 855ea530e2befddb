"""An act of the procedure, declared once: who may do it and when, what it asks, what it changes, what is said of it.

The function below :func:`act` is the plan: it gets the office, the case (or the document that waits) as it was read and the checked
answers, and returns the :class:`Change`; it writes nothing. Only :func:`pipeline.office.engine.perform.perform` carries it out. Pages, commands,
lists of what can be done and their refusals all read the same declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.states import Move, State, find_move
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import Paper
from pipeline.records.arrivals import Arrival
from pipeline.records.disposals import Disposal
from pipeline.records.history import Act as Event


class Thing(StrEnum):
    """What an act is about: a case, a document that came in, a list of cases to be destroyed, or the office itself."""

    CASE = "case"
    ARRIVAL = "arrival"
    DISPOSAL = "disposal"
    OFFICE = "office"


Subject = Case | Arrival | Disposal | str
"""The thing itself; of an act of the office the word that was given with it (an id, or "")."""


@dataclass(frozen=True)
class OfThing:
    """Something about a thing: of an act on a case it is the case, and so on."""

    thing: Subject

    @property
    def case(self) -> Case:
        """The case."""
        assert isinstance(self.thing, Case)
        return self.thing

    @property
    def arrival(self) -> Arrival:
        """The document that came in."""
        assert isinstance(self.thing, Arrival)
        return self.thing

    @property
    def disposal(self) -> Disposal:
        """The list of cases to be destroyed."""
        assert isinstance(self.thing, Disposal)
        return self.thing

    @property
    def given(self) -> str:
        """The word that was given with an act of the office."""
        assert isinstance(self.thing, str)
        return self.thing


@dataclass(frozen=True)
class CaseFile(OfThing):
    """A case as it was read for an act: its value, its history, the ``mark`` of the newest event in it, the ``moment``.

    Of a document that came in and of a list ``mark`` is the version, and there are no events; of the office it is the newest event of no case. ``move`` is the row of the table of states by which the act leads on, if it is one of them; ``about`` a second thing that
    the act was opened with, such as another case.
    """

    events: Sequence[Event]
    mark: int
    moment: datetime
    move: Move | None = None
    about: str = ""

    def moved(self) -> Case:
        """Return the case in the state to which the act leads, one version on."""
        return self.case.moved((self.move and self.move.target) or self.case.state)


@dataclass(frozen=True)
class Filing:
    """A version for the archive: its ``kind`` in the register, its message, and the papers that come with it.

    ``papers`` were made by the act, by name; ``scans`` lie where they came in; documents ``without`` which the case goes on are dropped. What is filed ``at_once`` is filed also while the
    clock stands before the last entry.
    """

    kind: str
    message: str
    papers: Mapping[str, bytes] = field(default_factory=dict)
    scans: Sequence[Paper] = ()
    without: Sequence[str] = ()
    at_once: bool = False


@dataclass(frozen=True)
class Change(OfThing):
    """What an act does to its case: the value it gets (a document that came in stays as it was read, and is changed by ``writes``), the event that is written, the version that is filed.

    ``subject`` is what the event is about; its word is that of the act unless ``event`` says so, and without ``has_event`` there is none. ``told`` fills the places of
    :attr:`Words.done` (``said`` where that depends on the answers) and is the result of the command; ``warnings`` are said behind. ``writes`` are calls of the stores for what else changes (letters,
    sheets, arrivals), made after the value of the case and before the event; ``events`` are written besides. What an act does to other cases
    (``of``) is in ``first``, written in the same transaction and filed before, or in ``then``, filed after. ``compares_senders`` asks anew whether a sender of
    the case is a reported person. ``desk`` is where a part was decided, if not at that of the act: on a signed sheet. What can be told only inside the transaction, such as the number of a new case, is returned by ``inside``, called there in place of all else. ``afterwards`` are calls by which files are made anew from the rows, once these stand.
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
    desk: Desk | None = None
    inside: Callable[[], Change] | None = None
    compares_senders: bool = False
    afterwards: Sequence[Callable[[], object]] = ()
    told: Mapping[str, object] = field(default_factory=dict)
    said: Text | None = None
    warnings: Sequence[Text] = ()
    next: Sequence[Next] = ()


class Overtaken(Stale):
    """What a plan counted on, such as the next number of a series, was taken meanwhile: the act is planned again."""


@dataclass(frozen=True)
class Words:
    """What people read of an act: the ``title`` of its page, its ``button``, what is ``done`` ({case}, {agenda}, {state}, what a change tells)."""

    title: Text
    button: Text
    done: Text


@dataclass(frozen=True)
class Shown:
    """What stands beside the questions of an act: sentences, an ``alarm`` above them, and what may have to be done first.

    ``document`` is a document of the case whose pages are looked at, or ``arrivals`` such as came in; ``others`` are what else the act
    can be about, with its words; ``more`` is for whoever asks why. ``proposals`` stand in the answers; with ``is_over`` nothing can be done yet. ``is_look`` tells that a case is read by opening the act: that is written down, once for a visit.
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


Blocker = Callable[[Desk, CaseFile], Refusal | None]
"""A named reason why an act cannot be done to a case now, or None."""
Preview = Callable[[Change], Sequence[Text]]
"""What an act on two cases would do, said before it is done."""
Plan = Callable[[Desk, CaseFile, Values], Change]
Known = Callable[[Desk, CaseFile], Values]
Asks = Callable[[Desk, CaseFile], Sequence[Field]]
Shows = Callable[[Desk, CaseFile], Shown]
Reads = Callable[[Desk, CaseFile, Mapping[str, object]], Values]
"""How answers are read where more is taken than a form asks: what has happened, or what a script brings along. Raises InvalidAnswers."""


@dataclass(frozen=True)
class Act:
    """One act of a ``step`` of the SOP, by its ``name`` (``verb_object``), with the words that the history stores for it (``events``).

    ``moves`` are its rows in the table of states: from each it takes step, roles, and the states between which it leads.
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
    while_restricted: bool

    @property
    def command(self) -> str:
        """The act as it is typed and as it stands in an address."""
        return self.name.replace("_", "-")

    def move_from(self, state: State) -> Move | None:
        """Return the row of the table of states by which the act leads on from ``state``."""
        return next((move for move in self.moves if state in move.sources), None)


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
    known: Known = lambda _desk, _file: {},
    reads: Reads | None = None,
    shows: Shows | Shown = Shown(),
    blocked: Sequence[Blocker] = (),
    preview: Preview | None = None,
    is_grave: bool = False,
    while_restricted: bool = False,
) -> Callable[[Plan], Act]:
    """Declare the function below as the plan of an act that bears its name.

    ``moves`` names its rows of :data:`pipeline.cases.states.MOVES`, which then give its step, roles, states and events. ``known`` is
    what the answers are checked with, beside what was typed.
    """
    found = tuple(find_move(move) for move in moves)

    def declared(plan: Plan) -> Act:
        return Act(
            name=plan.__name__,
            thing=thing,
            plan=plan,
            words=words,
            events=tuple(events) or tuple(moves),
            roles=frozenset(roles).union(*(move.roles for move in found)),
            states=frozenset(states)
            or frozenset().union(*(move.sources for move in found))
            or frozenset(State),
            moves=found,
            step=found[0].step if found else step,
            asks=asks if callable(asks) else lambda _desk, _file: asks,
            known=known,
            reads=reads,
            shows=shows if callable(shows) else lambda _desk, _file: shows,
            blocked=tuple(blocked),
            preview=preview,
            is_grave=is_grave,
            while_restricted=while_restricted,
        )

    return declared
