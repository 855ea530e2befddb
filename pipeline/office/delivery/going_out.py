"""The work of step 13 on one desk: answers that are to leave, those that left, receipts to scan, what came of the others.

People stand as initials; no way is named that the safe contact of the case does not allow. What is opened here is written
down as one look at the desk; a step of it is written down with its case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pipeline.cases import delivery as rules
from pipeline.cases.contact import is_bound
from pipeline.cases.delivery import Receiver, Way
from pipeline.cases.privacy import initials
from pipeline.cases.states import State
from pipeline.cases.values import known_name, text
from pipeline.kernel import clock
from pipeline.office.base import dispatches, known, sight
from pipeline.office.base.desk import READERS, Desk, case_to_read, need_role
from pipeline.office.base.letter_kinds import is_request
from pipeline.records import arrivals, cases, history, letters, sheets
from pipeline.records.errors import NotFound
from pipeline.records.letters import Letter
from pipeline.records.sheets import DispatchState, Sheet, SheetKind

VERB = "dispatch"
MOST = 200
"""How many rows of what is over are shown of a period, at most."""


@dataclass(frozen=True)
class Leaving:
    """An answer that nobody has yet: how, to whom and when it may go; how often and how it left before.

    ``is_bound`` tells whether it was signed for the safe contact as it is now: otherwise it stays at the office.
    """

    case: str
    letter: str
    number: str
    ways: tuple[Way, ...]
    receivers: tuple[Receiver, ...]
    contact: str
    hours: str
    is_bound: bool
    sheet: str = ""
    sent_way: str = ""
    sent_day: str = ""
    tried: int = 0


@dataclass(frozen=True)
class Over:
    """A dispatch that came to its end: delivered by which ``way`` to which ``receiver``, or ``never`` and why; its proof.

    ``scan`` is the number by which the scan of the receipt is looked at (empty: none), ``awaits`` whether it is missing.
    """

    case: str
    letter: str
    sheet: str
    day: str
    way: str
    receiver: str
    never: str
    by: str
    is_delivered: bool
    proof: str
    scan: str
    awaits: bool
    printed: int


@dataclass(frozen=True)
class Board:
    """Everything at once: what is to leave, what left without news, the receipts to scan, and what is over in the period."""

    to_leave: tuple[Leaving, ...]
    on_the_way: tuple[Leaving, ...]
    receipts: tuple[Over, ...]
    over: tuple[Over, ...]


def board(desk: Desk, since: date, until: date) -> Board:
    """Return the desk of step 13; ``since`` and ``until`` bound what is over (days, inclusive). Raises NotYours."""
    need_role(desk, VERB, READERS)
    hidden = sight.closed(desk.settings, desk.actor)
    history.looked(clock.now(), desk.actor, VERB, "")
    open_ = tuple(_open(hidden))
    ended = [_over(one) for one in _ended(desk, since, until) if one.case not in hidden][:MOST]
    awaited = [one for one in sheets.in_state(DispatchState.DELIVERED) if dispatches.awaits_receipt(one)]
    return Board(
        tuple(one for one in open_ if not one.sent_day),
        tuple(one for one in open_ if one.sent_day),
        tuple(_over(one) for one in awaited if one.case not in hidden),
        tuple(ended),
    )


def proof(desk: Desk, sheet: str) -> tuple[Over, int]:
    """Return a dispatch whose receipt was scanned, and how many pages that has. Raises NotYours, NotFound, AccessRestricted."""
    need_role(desk, VERB, READERS)
    one = known.find_sheet(desk, sheet)
    if one is None or one.kind != SheetKind.DELIVERY or not one.arrival:
        raise NotFound(what="tanda terima", given=sheet[:40])
    case_to_read(desk, one.case, VERB)
    return _over(one), max(1, arrivals.get(one.arrival).pages)


def _open(hidden: frozenset[str] | set[str]) -> Iterator[Leaving]:
    """Return the answers that wait: the oldest of each filed case that nobody has."""
    for number, _ in cases.in_states([State.FILED.value]):
        if number in hidden:
            continue
        papers = sheets.of_case(number)
        written = [one for one in letters.of_case(number) if not is_request(one)]
        waiting = [one for one in dispatches.undelivered(written, papers) if one.number]
        if waiting:
            yield _leaving(waiting[0], dispatches.of_letter(papers, waiting[0].id))


def _leaving(letter: Letter, one: Sheet | None) -> Leaving:
    values = cases.get(letter.case).values
    sent = dispatches.sent(one)
    tried = dispatches.attempts(one)
    is_back = not dispatches.is_out(one)
    return Leaving(
        letter.case,
        letter.id,
        letter.number or "",
        rules.ways(values),
        rules.receivers(values),
        initials(known_name(values, "safe_contact_name")),
        text(values, "safe_contact_hours"),
        is_bound(letter.contact, values),
        one.id if one else "",
        "" if is_back else str(sent.get("way", "")),
        "" if is_back else str(sent.get("day", "")),
        len(tried),
    )


def _ended(desk: Desk, since: date, until: date) -> list[Sheet]:
    """Return the dispatches that ended within the period, the newest first."""
    zone = desk.settings.zone
    first = datetime.combine(since, time.min, zone)
    last = datetime.combine(until + timedelta(days=1), time.min, zone)
    return sheets.decided_between(SheetKind.DELIVERY, first, last)


def _over(one: Sheet) -> Over:
    result = dispatches.result(one)
    scan = arrivals.get(one.arrival) if one.arrival else None
    return Over(
        one.case,
        one.letter,
        one.id,
        str(result.get("delivered_day", "")),
        str(result.get("way", "")),
        str(result.get("receiver", "")),
        str(result.get("never", "")),
        one.decided_by,
        one.state == DispatchState.DELIVERED,
        str(result.get("proof", "")),
        (scan.agenda or scan.id) if scan else "",
        dispatches.awaits_receipt(one),
        one.printed,
    )
