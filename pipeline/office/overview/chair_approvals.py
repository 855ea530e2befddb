"""What waits for the chair: drafts that wait, and approved letters (SOP step 11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.cases.states import PRINTERS, State
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text
from pipeline.lookup import visible
from pipeline.lookup.kinds import Copy, Letter, LetterState
from pipeline.office.answer import preview
from pipeline.office.answer.requests import Wait, wait_of
from pipeline.office.arrivals import danger_later, edits
from pipeline.office.base.absences import signatories_on
from pipeline.office.base.session import Session, need_role
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import crisis
from pipeline.records import history

CHAIRS = frozenset({Role.CHAIR})


@dataclass(frozen=True)
class Waiting:
    """``is_of_other``: made for another signatory than today's."""

    letter: Letter
    since: datetime
    age: timedelta
    state: State
    dangers: tuple[Text, ...]
    edits: int
    is_of_other: bool


@dataclass(frozen=True)
class Approved:
    """An approved letter with its copies."""

    letter: Letter
    copies: tuple[Copy, ...]
    wait: Wait

    @property
    def printed(self) -> int:
        """The most prints of any copy."""
        return max((copy.printed for copy in self.copies), default=0)

    @property
    def is_to_print(self) -> bool:
        """Whether a copy was never printed."""
        return not all(copy.printed for copy in self.copies)

    @property
    def sheets(self) -> int:
        """Pages of both copies together."""
        return sum(copy.pages for copy in self.copies)


def drafts(session: Session) -> tuple[Waiting, ...]:
    """Drafts that wait for the chair, oldest first."""
    need_role(session, "review", CHAIRS)
    return tuple(sorted(_drafts(session), key=lambda waiting: (waiting.since, waiting.letter.id)))


def _drafts(session: Session) -> Iterator[Waiting]:
    signing = {signatory.account for signatory in signatories_on(session.settings, session.today)} | {""}
    now = clock.now()
    drafted = visible.letters_in(session, LetterState.DRAFTED)
    held = visible.several(session, {letter.case for letter in drafted})
    for letter in drafted:
        acts = history.of_case(letter.case)
        detail = crisis.crisis_as_plain(acts)
        heads = [danger.head for danger in danger_later.open_in(acts)]
        made = next(iter(preview.listed(letter)), None)
        since = made.at if made else now
        yield Waiting(
            letter,
            since,
            now - since,
            held[letter.case].state,
            tuple([N_("crisis procedure: {why}").of(why=word_of("crisis", detail["why"]))] if detail else [])
            + tuple(heads),
            len(edits.waiting(letter)),
            letter.signatory not in signing,
        )


def counted(session: Session) -> int:
    """How many drafts wait."""
    return len(visible.letters_in(session, LetterState.DRAFTED))


def approved(session: Session) -> tuple[Approved, ...]:
    """Approved letters not signed yet, for whoever prints."""
    need_role(session, "print", PRINTERS)
    return tuple(
        Approved(letter, tuple(visible.copies_of(letter)), wait_of(letter))
        for letter in visible.letters_in(session, LetterState.APPROVED)
    )
