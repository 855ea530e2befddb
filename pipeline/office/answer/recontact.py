"""The safe contact changed: what was made for the old one is set aside before it leaves.

A draft or approved letter goes back, keeps its number, and its prints are outdated. A signed letter, or one
whose copy 1 has left, is withdrawn with its number. A wrong address is worse than a slow answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.cases.case import Case
from pipeline.cases.clarify import CLARIFIED
from pipeline.cases.contact import Misfit, contact_key, route
from pipeline.cases.contacts import OWNER
from pipeline.cases.fields import registration
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.states import find_move
from pipeline.kernel import clock
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible
from pipeline.office.answer.requests import is_unanswered
from pipeline.office.arrivals import copies_out, edits
from pipeline.office.base import dispatches
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.records import history, letters, numbers, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import SheetKind

BECAUSE = "kontak aman berubah"
VERB = "recontact"
_NOT_NOW = N_(
    "An answer letter was made already; only the safe contact can be changed now. For other "
    "answers the chair returns the draft first."
)
_SIGNED = N_(
    "The answer is signed; only the safe contact can still be changed. What is learned afterwards "
    "is written into the account of the outcome when the case is closed."
)
_RETURNABLE = find_move("return").sources


def is_bound(case: Case) -> bool:
    """A letter was made for the contact: a change sets it aside."""
    return case.state in find_move(VERB).sources


def fields(case: Case) -> tuple[Field, ...]:
    """What may change while a letter is on its way."""
    if case.is_institution:
        return (*CLARIFIED, *official(case))
    return (*CLARIFIED, *registration.CONTACT)


def official(case: Case) -> tuple[Field, ...]:
    """An institution's address, and whose the safe contact is, to tell the victim."""
    owner = BY_NAME[OWNER]
    address = tuple(
        field for field in registration.INCOMING if field.name in ("sender_address", "sender_place")
    )
    return (*address, owner) if owner.when(case.values) else address


def need_contact_only(case: Case, answers: Mapping[str, object]) -> None:
    """Refuse answers about neither the contact nor the clarification."""
    may = {field.name for field in fields(case)}
    wrong = [name for name in answers if name in BY_NAME and name not in may]
    if wrong:
        why, act = (_NOT_NOW, "return-letter") if case.state in _RETURNABLE else (_SIGNED, "close-case")
        raise InvalidAnswers(Problem(name, why) for name in wrong).mended_by(Next(act, case.number))


def is_changed(before: Case, after: Case) -> bool:
    """Another way, or one no longer safe; stating for the first time whose contact it is counts as none."""
    way, known = route(after.values), before.values
    if route(known).misfit is Misfit.UNSTATED and OWNER in after.values:
        known = {**known, OWNER: after.values[OWNER]}
    was_confirmed = route(before.values).is_confirmed
    lapsed = not way.is_possible or (was_confirmed and not way.is_confirmed)
    return contact_key(known) != contact_key(after.values) or lapsed


@dataclass(frozen=True)
class Withdrawn:
    """Letters, writes, history events and filings."""

    letters: Sequence[Letter] = ()
    writes: Sequence[Callable[[], object]] = ()
    events: Sequence[history.Act] = ()
    papers: Sequence[Paper] = ()


def withdraw_outdated(session: Session, case: Case, after: Case, moment: datetime) -> Withdrawn:
    """Edited drafts of a withdrawn letter are filed.

    A signed request is withdrawn unless answered, for then it has arrived.
    """
    case_letters = letters.of_case(case.number)
    stale = [letter for letter in case_letters if letter.state in (LetterState.DRAFTED, LetterState.APPROVED)]
    answers = [
        letter for letter in case_letters if not letter.is_beside and letter.state == LetterState.SIGNED
    ]
    if is_bound(case):
        stale += answers[-1:]
    stale += [
        letter
        for letter in case_letters
        if letter.state == LetterState.SIGNED and is_unanswered(after, letter)
    ]
    writes: list[Callable[[], object]] = []
    events: list[history.Act] = []
    papers: list[Paper] = []
    day = after.clarifications[-1].day.isoformat() if after.clarifications else ""
    cause = {"because": BECAUSE, "changed_day": day, "was_confirmed": route(case.values).is_confirmed}
    for letter in stale:
        is_signed = letter.state == LetterState.SIGNED or copies_out.has_left(letter)
        state = LetterState.WITHDRAWN if is_signed else LetterState.RETURNED
        writes.append(partial(letters.change, letter, state=state, reason=BECAUSE))
        if is_signed:
            writes.append(partial(edits.close, letter, f"surat ditarik tanpa suntingan ini: {BECAUSE}"))
            papers += [paper for _, paper in edits.papers(letter)]
        if is_signed and letter.number:
            writes.append(partial(numbers.commit, letter.number))
        if not (letter.state == LetterState.SIGNED and letter.number):
            note = f"revisi {letter.revision} tidak berlaku: {BECAUSE}"
            writes.append(partial(copies_out.outdate, letter, note))
        verb = "withdraw" if is_signed else "set_back"
        number = {"number": letter.number} if letter.number else {}
        detail = {"revision": letter.revision, **cause, **number}
        events.append(
            history.event(
                moment, session.actor, verb, 13 if is_signed else 11, case.number, letter.id, **detail
            )
        )
    return Withdrawn(stale, writes, events, papers)


DAY, CONFIRMED, WITHDRAW = "changed_day", "was_confirmed", "withdraw"
LATE = "deliver_late"


@dataclass(frozen=True)
class ContactChange:
    """``was_confirmed`` is about the old contact."""

    day: date
    since: datetime
    was_confirmed: bool

    def is_after(self, day: date, time: str, zone: ZoneInfo) -> bool | None:
        """Later than ``day`` and ``time`` ("09:00" or ""); None where only the time could tell."""
        local = self.since.astimezone(zone)
        if day != self.day or local.date() != day:
            return day < min(self.day, local.date())
        return f"{local:%H:%M}" > time if time else None


def withdrawn(number: str) -> Letter | None:
    """The oldest signed answer withdrawn for its contact and not accounted for."""
    known = sheets.of_case(number)
    return next(
        (letter for letter in letters.of_case(number) if _is_gone(letter) and not dispatches.is_handled(dispatches.of_letter(known, letter.id))),
        None,
    )  # fmt: skip


def _is_gone(letter: Letter) -> bool:
    is_signed = letter.state == LetterState.WITHDRAWN and letter.signed is not None and bool(letter.number)
    return is_signed and letter.reason == BECAUSE and not letter.is_beside


def change_of(letter: Letter) -> ContactChange:
    """What withdrew ``letter``; without a stored day, the letter's day counts."""
    act = [act for act in history.of_subject(letter.id) if act.verb == WITHDRAW][-1]
    day = act.detail.get(DAY)
    since = act.detail.get(history.SINCE)
    return ContactChange(
        date.fromisoformat(day) if day else letter.day or act.at.date(),
        clock.read_stamp(since) if since else act.at,
        bool(act.detail.get(CONFIRMED)),
    )


def rows(session: Session) -> list[dict[str, Any]]:
    """Letters whose contact changed on the way, for whoever takes them back."""
    if not session.actor.is_any(*find_move(LATE).roles):
        return []
    open_ = (
        sheet
        for sheet in visible.sheets_of_kind(session, SheetKind.DELIVERY)
        if dispatches.sent(sheet) and not dispatches.is_handled(sheet)
    )
    pairs = ((sheet, letters.find(sheet.letter)) for sheet in open_)
    return [
        _row(session, dispatches.sent(sheet), letter)
        for sheet, letter in pairs
        if letter and _is_gone(letter)
    ]


def _row(session: Session, sent: dict[str, Any], letter: Letter) -> dict[str, Any]:
    left, changed = date.fromisoformat(sent["day"]), change_of(letter).day
    return {
        "case": letter.case,
        "letter": letter.id,
        "waits": N_(
            "SAFE CONTACT CHANGED {changed}, the letter left {left} ({way}): take it back, tell the chair"
        ).of(changed=short_day(changed), left=short_day(left), way=sent["way"]),
        "next": (Next("record-late-delivery", letter.case),),
    }
