"""A move: how it is opened, what it asks, does, and says afterwards."""

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
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.base.session import READERS, Session
from pipeline.office.engine.perform import Preview
from pipeline.web import prints

ABOUT = "tentang"
"""Names, in an address, the paper that a move is about."""
LOOKED = "looked_over"
"""Names, in a form and in answers of a comparing move, the state looked over."""


@dataclass(frozen=True)
class ActContext:
    """``number`` is of a case or arrival, ``about`` a paper of it."""

    session: Session
    number: str = ""
    about: str = ""
    lang: str = "id"


@dataclass(frozen=True)
class Link:
    """A way on from a page."""

    words: Text
    url: str


@dataclass(frozen=True)
class ActForm:
    """Seen before a move.

    ``version`` is that of what was read, ``pictures`` are addresses, ``next`` is done first, ``more`` explains on
    demand; ``is_over``: there is no button.
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
    """Read aloud under their headings; Indonesian on every page."""
    more: Sequence[Text] = ()
    is_over: bool = False


@dataclass(frozen=True)
class ActResult:
    """What was done, without names; ``url`` and ``next`` lead on, ``shown`` stays on the page."""

    said: Text
    url: str = ""
    next: Sequence[Next] = ()
    shown: Sequence[str] = ()


@dataclass(frozen=True)
class ActPage:
    """One move, offered to ``roles`` in ``states``.

    ``asked`` opens it for its questions alone, where ``opened`` does more than look. ``act`` gets answers in
    normal form; with ``is_compared`` as typed and with the version read, since the office compares them itself.
    ``summary`` is shown before it is done.
    """

    title: Text
    button: Text
    opened: Callable[[ActContext], ActForm]
    act: Callable[[ActContext, Mapping[str, Any]], ActResult]
    roles: frozenset[Role] = READERS
    states: frozenset[State] = frozenset(State)
    summary: Callable[[ActContext, Mapping[str, Any]], Preview] | None = None
    is_compared: bool = False
    is_grave: bool = False
    is_of_case: bool = True
    is_of_arrival: bool = False
    asked: Callable[[ActContext], ActForm] | None = None


def just(note: Text) -> Callable[[ActContext], ActForm]:
    """Open a move with a note alone."""
    return lambda at: ActForm(visible.case(at.session, at.number), notes=(note,))


def nothing(_at: ActContext, _answers: Mapping[str, Any]) -> ActResult:
    """The move is only looked at."""
    return ActResult(Text("", ""))


_READY = N_("Ready to print.")


def printed(at: ActContext, put: Callable[[Path], object], message: Text = _READY) -> ActResult:
    """Let ``put`` write its papers, and lead to them."""
    key = prints.put_out(at.session, at.number, put)
    return ActResult(message.of(case=at.number), reverse("printed", args=[key]))
