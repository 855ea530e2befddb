"""What letters on their way wait for: printer, signed copies, chair; a request its answer (step 9).

What a request asked stands in the history, since the telephone may clarify meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.fields import registration
from pipeline.cases.states import CONFIRMERS, PRINTERS, find_move
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text, joined
from pipeline.lookup import visible
from pipeline.office.base.session import Session
from pipeline.records import cases, history, letters
from pipeline.records.letters import Letter, LetterState

_CONTACT = frozenset({"sender_address", "sender_place"} | {field.name for field in registration.CONTACT})


def asked(letter: Letter) -> frozenset[str]:
    """Fields that the current revision asks; empty: its own questions only."""
    own = letter.kind_row.act
    acts = [act for act in history.of_case(letter.case) if act.verb == own and act.subject == letter.id]
    return frozenset(acts[-1].detail["asked"]) if acts else frozenset()


def is_unanswered(case: Case, letter: Letter) -> bool:
    """Nothing that a signed request asked was answered; the contact is no answer."""
    if not letter.kind_row.asks or letter.signed is None:
        return False
    fields, since = asked(letter), letter.signed
    return not any(
        clarification.answered
        and clarification.day >= since
        and (clarification.field in fields if fields else clarification.field not in _CONTACT)
        for clarification in case.clarifications
    )


def is_awaited(case: Case, letter: Letter) -> bool:
    """Something that a signed request asked is still open."""
    if not letter.kind_row.asks or letter.state != LetterState.SIGNED:
        return False
    fields = asked(letter)
    return bool(fields & {gap.field for gap in gaps(case)}) if fields else is_unanswered(case, letter)


def rows(session: Session) -> list[dict[str, Any]]:
    """Those that wait for somebody in the actor's roles."""
    entries = []
    states = [state.value for state in find_move("clarify").sources]
    unclear = {number for number, _ in visible.cases_in(session, states)}
    for letter in visible.letters_beside(session):
        if letter.state == LetterState.SIGNED and letter.number and letter.case not in unclear:
            continue
        for waits, steps, roles in _next(cases.get(letter.case), letter):
            if session.actor.is_any(*roles):
                entries.append(
                    {"case": letter.case, "letter": letter.id, "state": str(letter.state), "waits": waits, "next": steps}
                )  # fmt: skip
    return entries


def _next(case: Case, letter: Letter) -> Iterator[tuple[Text, tuple[Next, ...] | str, frozenset[Role]]]:
    if letter.state == LetterState.DRAFTED:
        roles = find_move("approve").roles
        yield N_("waits for the chair's approval"), (Next("review", case.number, letter.id),), roles
    elif letter.state == LetterState.RETURNED and case.state in find_move(letter.kind_row.act).sources:
        yield N_("returned by the chair"), (letter.drafting,), find_move(letter.kind_row.act).roles
    elif letter.state == LetterState.APPROVED:
        wait = wait_of(letter)
        yield wait.waits, wait.next, wait.roles
    elif letter.state == LetterState.SIGNED and not letter.number:
        step = Next("enter-number", case.number, letter.id)
        yield N_("waits for the secretariat's number"), (step,), find_move("number").roles
    elif is_awaited(case, letter):
        yield (
            N_("waits for an answer"),
            (Next("record-clarification", case.number),),
            find_move("clarify").roles,
        )


class Awaited(Enum):
    """Printing, scans, or the chair's word about copy 1."""

    PRINT = auto()
    SCAN = auto()
    CONFIRM = auto()


@dataclass(frozen=True)
class Wait:
    """What, what is next, and who may do it."""

    waits: Text
    next: tuple[Next, ...] | str
    roles: frozenset[Role]
    what: Awaited


def of_case(number: str) -> Wait | None:
    """None without an approved answer."""
    answers = (letter for letter in letters.of_case(number) if not letter.is_beside)
    letter = next((letter for letter in answers if letter.state == LetterState.APPROVED), None)
    return None if letter is None else wait_of(letter)


def wait_of(letter: Letter) -> Wait:
    """``letter`` is approved; an attested copy 1 needs no scan."""
    copies = letters.copies(letter.id, letter.revision)
    if not all(copy.printed for copy in copies):
        return Wait(
            N_("not printed yet"), (Next("print", letter.case, letter.about),), PRINTERS, Awaited.PRINT
        )
    open_ = [copy for copy in copies if not (copy.arrival or copy.confirmed_by)]
    unsure = [copy for copy in open_ if copy.attested]
    scanned = [copy.copy for copy in open_ if not copy.attested]
    if not scanned:
        step = Next("confirm-statement", letter.case, letter.about)
        confirmed = N_("waits for the chair to confirm the statement about copy 1")
        return Wait(confirmed, (step,), CONFIRMERS, Awaited.CONFIRM)
    signed = N_("waits for signed copy {copy}").of(copy=scanned[0])
    parts = [signed if len(scanned) == 1 else N_("waits for signed copies 1 and 2")]
    if unsure:
        parts.append(N_("the statement about copy 1 waits for the chair"))
    listed = " dan ".join(f"ke-{copy}" for copy in scanned)
    return Wait(joined(parts), f"pindai salinan {listed} ke inbox", PRINTERS, Awaited.SCAN)
