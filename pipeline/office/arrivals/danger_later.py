"""Danger words read only after registration raise the case until a person responds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.base.session import Session
from pipeline.office.base.stored import DANGER_LATER
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act
from pipeline.records import history
from pipeline.records.arrivals import Arrival
from pipeline.records.history import Act

FOUND, HEEDED = "danger_later", "heed"
HEEDERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})


@dataclass(frozen=True)
class Danger:
    """Unheeded words in one letter (``arrival``: its id)."""

    case: str
    arrival: str
    agenda: str
    words: str

    @property
    def head(self) -> Text:
        """The line above the case."""
        line = N_("DANGER WORDS in letter {agenda}, read after it was registered: {words}")
        return line.of(agenda=self.agenda, words=self.words)


def danger_note(words: str) -> str:
    """The note on the letter itself."""
    return DANGER_LATER.of(words=words).fill("id") if words else ""


def note(session: Session, moment: datetime, arrival: Arrival, words: str) -> None:
    """Record ``words`` found in a registered letter."""
    agenda = arrival.agenda or arrival.id
    history.note(moment, session.actor, FOUND, None, arrival.case, arrival.id, agenda=agenda, words=words)


def open_in(acts: Sequence[Act]) -> list[Danger]:
    """The unheeded words in one or more cases."""
    heeded = {(event.case, event.subject) for event in acts if event.verb == HEEDED}
    return [
        Danger(event.case, event.subject, str(event.detail["agenda"]), str(event.detail["words"]))
        for event in acts
        if event.verb == FOUND and (event.case, event.subject) not in heeded
    ]


def rows(session: Session) -> list[dict[str, Any]]:
    """The rows of ``todo``."""
    may = session.actor.is_any(*HEEDERS)
    dangers = open_in([*visible.acts_of(session, FOUND), *visible.acts_of(session, HEEDED)])
    return [
        {
            "case": danger.case,
            "waits": danger.head,
            "next": (Next("acknowledge-danger", danger.case),) if may else (),
        }
        for danger in dangers
    ]


def has_no_danger(_session: Session, file: CaseFile) -> Refusal | None:
    """No danger words wait."""
    return None if open_in(file.events) else Refusal("office.nothing_to_heed", case=file.case.number)


def _shown(_session: Session, file: CaseFile) -> Shown:
    return Shown([danger.head for danger in open_in(file.events)], is_look=True)


@act(
    events=(HEEDED,),
    roles=HEEDERS,
    words=Words(
        N_("Danger words are seen to"),
        N_("I have seen to it"),
        N_("The danger words of case {case} are seen to."),
    ),
    shows=_shown,
    blocked=(has_no_danger,),
)  # fmt: skip
def acknowledge_danger(session: Session, file: CaseFile, _answers: Values) -> Change:
    """State that the actor dealt with a case's danger words."""
    events = [
        history.event(
            file.moment, session.actor, HEEDED, None, danger.case, danger.arrival, agenda=danger.agenda, words=danger.words
        )
        for danger in open_in(file.events)
    ]  # fmt: skip
    return Change(file.case, has_event=False, events=events)
