"""What a move is: how it is opened before a person, what it asks, what it does, and what is said afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.urls import reverse

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import things
from pipeline.office.base.desk import READERS, Desk
from pipeline.office.engine.perform import Preview, filled
from pipeline.web import prints

ABOUT = "tentang"
"""Which paper a move is about, in the address."""
LOOKED = "looked_over"
"""The state of things that was looked over, in the form and in the answers of a move that compares it."""


@dataclass(frozen=True)
class At:
    """Where a move is asked for: at which desk, of which case or arrival (empty: of none), ``about`` which paper of it, in which language."""

    desk: Desk
    number: str = ""
    about: str = ""
    lang: str = "id"


@dataclass(frozen=True)
class Link:
    """A way on from a page: its words, and its address."""

    words: Text
    url: str


@dataclass(frozen=True)
class Seen:
    """What a person sees before a move: what is said, what is asked, and what is known of the answers.

    ``version`` is that of what was read (None: nothing that has versions); ``pictures`` are addresses of pages that stand
    beside the form, ``links`` ways on, ``next`` what is done first, ``more`` is said to whoever asks why, and ``is_over`` tells that there is nothing to press.
    """

    case: Case | None = None
    fields: Sequence[Field] = ()
    base: Values = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    notes: Sequence[Text] = ()
    alarm: Text | None = None
    version: int | None = None
    pictures: Sequence[str] = ()
    links: Sequence[Link] = ()
    next: Sequence[Next] = ()
    aloud: Sequence[tuple[Text, str]] = ()
    """What is read aloud, under its heading: words of the office, Indonesian on every page."""
    more: Sequence[Text] = ()
    is_over: bool = False


@dataclass(frozen=True)
class Done:
    """What was done, in words without names; where it leads on (``url``, ``next``), or ``shown`` on the same page (to read aloud)."""

    said: Text
    url: str = ""
    next: Sequence[Next] = ()
    shown: Sequence[str] = ()


@dataclass(frozen=True)
class Move:
    """One move: its words, who may make it (``roles``) in which ``states`` it is offered, and what it does.

    ``asked`` opens it for its questions alone, where ``opened`` does more than look. ``act`` gets the answers in normal form; where ``is_compared``, as they were typed, with the
    version under which they were read, for an office function that reads and compares them itself, so that both values are shown. ``summary`` is shown before it is done.
    """

    title: Text
    button: Text
    opened: Callable[[At], Seen]
    act: Callable[[At, Mapping[str, Any]], Done]
    roles: frozenset[Role] = READERS
    states: frozenset[State] = frozenset(State)
    summary: Callable[[At, Mapping[str, Any]], Preview] | None = None
    is_compared: bool = False
    is_grave: bool = False
    is_of_case: bool = True
    is_of_arrival: bool = False
    asked: Callable[[At], Seen] | None = None


def just(note: Text) -> Callable[[At], Seen]:
    """Return how a move of a case is opened of which no more is said than ``note``."""
    return lambda at: Seen(things.case(at.desk, at.number), notes=(note,))


def nothing(_at: At, _answers: Mapping[str, Any]) -> Done:
    """Do nothing: the move is there to be looked at."""
    return Done(Text("", ""))


_READY = Text("Siap dicetak.", "Ready to print.")


def printed(at: At, put: Callable[[Path], object], said: Text = _READY) -> Done:
    """Let ``put`` write its papers; return that they are ready for the printer."""
    key = prints.put_out(at.desk, at.number, put)
    return Done(filled(said, {"case": at.number}), reverse("printed", args=[key]))
