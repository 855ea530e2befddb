"""The chair's desk: drafts that wait for her, the oldest first, and what became of those she approved (SOP step 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.cases.states import PRINTERS, State
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.arrivals import danger_later, edits
from pipeline.office.base import sight
from pipeline.office.base.absences import signatories_on
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.cases import crisis
from pipeline.office.signing import revisions
from pipeline.office.signing.copies_wait import Wait, wait_of
from pipeline.records import cases, history, letters
from pipeline.records.letters import Copy, Letter, LetterState

CHAIRS = frozenset({Role.CHAIR})


@dataclass(frozen=True)
class Waiting:
    """A draft that waits: since when, the state of its case, what stands over the case, what else must be decided first.

    ``dangers`` are danger words and the crisis procedure, ``edits`` the drafts that came back from Word, ``is_of_other``
    tells that it was made for another signatory than those of today.
    """

    letter: Letter
    since: datetime
    age: timedelta
    state: State
    dangers: tuple[str, ...]
    edits: int
    is_of_other: bool


@dataclass(frozen=True)
class Approved:
    """An approved letter with its copies: what it waits for, and how often it was printed."""

    letter: Letter
    copies: tuple[Copy, ...]
    wait: Wait

    @property
    def printed(self) -> int:
        """How often its copies were printed, at most."""
        return max((one.printed for one in self.copies), default=0)

    @property
    def is_to_print(self) -> bool:
        """A copy of it was never printed."""
        return not all(one.printed for one in self.copies)

    @property
    def sheets(self) -> int:
        """How many pages both copies have together."""
        return sum(one.pages for one in self.copies)


def drafts(desk: Desk) -> tuple[Waiting, ...]:
    """Return the drafts that wait for the chair, the oldest first. Raises NotYours."""
    need_role(desk, "review", CHAIRS)
    return tuple(sorted(_drafts(desk), key=lambda one: (one.since, one.letter.id)))


def _drafts(desk: Desk) -> Iterator[Waiting]:
    signing = {one.account for one in signatories_on(desk.settings, desk.today)} | {""}
    now = clock.now()
    for letter in _seen(desk, LetterState.DRAFTED):
        acts = history.of_case(letter.case)
        told = crisis.told(acts)
        heads = [one.head for one in danger_later.open_in(acts)]
        since = _since(letter) or now
        yield Waiting(
            letter,
            since,
            now - since,
            cases.get(letter.case).state,
            tuple([f"SOP krisis: {told['why']}"] if told else []) + tuple(heads),
            len(edits.waiting(letter)),
            letter.signatory not in signing,
        )


def counted(desk: Desk) -> int:
    """Return how many drafts wait: a number alone, for whoever keeps the machine."""
    return sum(1 for _ in _seen(desk, LetterState.DRAFTED))


def _since(letter: Letter) -> datetime | None:
    made = next(iter(revisions.listed(letter)), None)
    return made.at if made else None


def approved(desk: Desk) -> tuple[Approved, ...]:
    """Return the approved letters that are not signed yet, by id, to whoever prints. Raises NotYours."""
    need_role(desk, "print", PRINTERS)
    return tuple(
        Approved(one, tuple(letters.copies(one.id, one.revision)), wait_of(one))
        for one in _seen(desk, LetterState.APPROVED)
    )


def _seen(desk: Desk, state: LetterState) -> Iterator[Letter]:
    """Yield the letters in ``state`` whose case this person may see and that is open."""
    away = sight.closed(desk.settings, desk.actor)
    return (one for one in letters.in_state(state) if one.case not in away)
