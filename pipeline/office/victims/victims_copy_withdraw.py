"""An approved copy for the victim that nobody fetches is withdrawn by the chair, for a reason; its prints are destroyed.

Otherwise it would keep its case from being closed, and from destruction, for ever. What was approved stays in the archive;
that it was not fetched stands in a version of the case. The office is told to destroy what was printed until somebody
says that it is done. A new copy is proposed and approved like any other.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from pipeline.kernel import clock
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_role
from pipeline.office.base.errors import FilingPending
from pipeline.office.base.errors_steps import ReasonNeeded
from pipeline.office.papers.errors import NoPrintsLeft, ReceiptIsBack
from pipeline.office.victims.victims_copy import VERB, copies_of, locked, the_copy
from pipeline.office.victims.victims_copy_decide import DECIDERS, sweep
from pipeline.office.victims.victims_copy_hand import PRINTERS
from pipeline.records import boot, cases, history, sheets
from pipeline.records.sheets import CopyState, Sheet

WITHDRAWN, SHREDDED = "victims_copy_withdraw", "victims_copy_shred"
KIND = "victims_copy_withdrawn"
LONG = timedelta(days=30)
"""After so long a copy that waits for the victim is shown to the chair as well."""


def to_withdraw(desk: Desk, number: str) -> Sheet:
    """Return the approved copy of case ``number`` that nobody has fetched, before a reason is asked.

    Raises NotYours, NotFound, AccessRestricted, NoVictimsCopy, ReceiptIsBack.
    """
    need_role(desk, "copy", DECIDERS)
    case_to_read(desk, number, VERB)
    found = the_copy(number, CopyState.APPROVED)
    if found.arrival:
        raise ReceiptIsBack(case=number, copy=found.id)
    return found


def withdraw(desk: Desk, number: str, reason: str) -> Sheet:
    """Withdraw the approved copy of case ``number`` that nobody fetches, for a ``reason``; it was "tidak diambil".

    Raises what :func:`to_withdraw` raises, ReasonNeeded, Stale, ClockBehind; what the archive cannot take now is filed later.
    """
    to_withdraw(desk, number)
    if not reason.strip():
        raise ReasonNeeded
    with locked(desk, number):
        found = to_withdraw(desk, number)
        moment = moment_for_numbers()
        with boot.transact():
            told = {**found.decision, "withdrawn": {"by": desk.actor.account, "reason": reason.strip()}}
            after = sheets.change(found, state=CopyState.UNCLAIMED, decision=told)
            detail = {"reason": reason.strip(), "printed": found.printed}
            history.note(moment, desk.actor, WITHDRAWN, None, number, found.id, **detail)
            file_away.begin(desk, cases.get(number), KIND, "salinan untuk korban tidak diambil", [], moment)
    with suppress(FilingPending):
        file_away.finish(desk, number)
    sweep(desk, number)
    return after


def has_prints(one: Sheet) -> bool:
    """Tell whether prints of a withdrawn copy may still lie in the office."""
    return one.state == CopyState.UNCLAIMED and one.printed > 0 and "shredded" not in one.decision


def shredded(desk: Desk, number: str) -> list[Sheet]:
    """Note that the prints of the withdrawn copies of case ``number`` and their receipts were destroyed.

    Raises NotYours, NotFound, AccessRestricted, NoPrintsLeft, Stale.
    """
    need_role(desk, "copy", PRINTERS)
    case_to_read(desk, number, VERB)
    with locked(desk, number):
        found = [one for one in copies_of(number) if has_prints(one)]
        if not found:
            raise NoPrintsLeft(case=number)
        moment, done = clock.now(), {"shredded": desk.actor.account}
        with boot.transact():
            after = [sheets.change(one, decision={**one.decision, **done}) for one in found]
            for one in found:
                history.note(moment, desk.actor, SHREDDED, None, number, one.id, printed=one.printed)
    return after
