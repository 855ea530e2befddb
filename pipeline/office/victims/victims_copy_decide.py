"""The chair decides about a copy for the victim: by sight of these very bytes, and never about her own proposal."""

from __future__ import annotations

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_reason, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.base.other_eyes import may_not
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy import MAKING, VERB, copies_of, locked, need_looked, the_copy
from pipeline.office.victims.victims_copy_files import PDF, logical
from pipeline.office.victims.victims_copy_still import need_still, working
from pipeline.records import boot, cases, entries, history, sheets
from pipeline.records.sheets import CopyState, Sheet

DECIDERS = frozenset({Role.CHAIR})
APPROVED, RETURNED = "victims_copy_approve", "victims_copy_return"
KIND = "victims_copy"


def approve(desk: Desk, number: str) -> Sheet:
    """Approve the copy of case ``number`` that waits, exactly as it was put out for the actor, and file it.

    Raises NotFound, Stale, ClockBehind.
    """
    need_role(desk, "copy", DECIDERS)
    case = case_to_read(desk, number, VERB)
    with locked(desk, number):
        found = the_copy(number, CopyState.WAITING)
        if _is_own(desk, found):
            raise Refusal("office.own_victims_copy", case=number, copy=found.id)
        need_looked(desk, found)
        data = working(desk.settings, found)
        need_still(found)
        moment = moment_for_numbers()
        where = files.path_of(desk.settings, found.id, PDF, found.revision).relative_to(desk.settings.home)
        paper = Paper(logical(found.id), where.as_posix(), digest_bytes(data), len(data))
        with boot.transact():
            after = sheets.change(
                found, state=CopyState.APPROVED, decided_by=desk.actor.account, decided_at=to_seconds(moment)
            )
            history.note(moment, desk.actor, APPROVED, None, number, after.id, digest=found.digest)
            file_away.begin(desk, case, KIND, "salinan untuk korban", [paper], moment)
    file_away.try_finish(desk, number)
    sweep(desk, number)
    return after


def send_back(desk: Desk, number: str, reason: str) -> Sheet:
    """Return the copy that waits to who made it, for a ``reason``. Raises as :func:`approve`."""
    need_role(desk, "copy", DECIDERS)
    case_to_read(desk, number, VERB)
    need_reason(reason)
    with locked(desk, number):
        found = the_copy(number, CopyState.WAITING)
        with boot.transact():
            after = sheets.change(
                found, state=CopyState.RETURNED, decision={**found.decision, "reason": reason.strip()}
            )
            history.note(clock.now(), desk.actor, RETURNED, None, number, after.id, reason=reason.strip())
    return after


def sweep(desk: Desk, number: str) -> None:
    """Remove the working files of copies of ``number`` that are filed; while a filing is open they are needed."""
    if entries.unfinished_of(number):
        return
    held = {one.logical for one in cases.documents(number)}
    for one in copies_of(number):
        if logical(one.id) in held:
            files.discard(desk.settings, one.id)


def _is_own(desk: Desk, one: Sheet) -> bool:
    """Tell whether the actor made the proposal or any revision of it, or sent it on, under whatever account."""
    acts = [act for act in history.of_case(one.case) if act.subject == one.id and act.verb in MAKING]
    by_account = any(
        may_not(desk, one.case, each, MAKING, one.id)
        for each in {one.made_by, *(act.account for act in acts)}
    )
    same_user = desk.actor.operator and any(act.operator == desk.actor.operator for act in acts)
    is_free = desk.settings["kantor.percobaan"] or desk.settings["aturan.verifikasi_sendiri"]
    return by_account or bool(same_user and not is_free)
