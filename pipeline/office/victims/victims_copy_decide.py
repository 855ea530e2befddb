"""The chair decides about a copy for the victim: by sight of these very bytes, and never about her own proposal."""

from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base.desk import Desk
from pipeline.office.base.other_eyes import may_not
from pipeline.office.engine.declare import CaseFile, Change, Filing, Words, act
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy import (
    change_copy,
    is_not_looked_at,
    propose_copy,
    shows,
    stands,
    submit_copy,
    the_copy,
)
from pipeline.office.victims.victims_copy_still import need_still, working
from pipeline.records import sheets
from pipeline.records.sheets import CopyState

DECIDERS = frozenset({Role.CHAIR})
_MAKING = frozenset({*propose_copy.events, *change_copy.events, *submit_copy.events})


def is_own(desk: Desk, file: CaseFile) -> Refusal | None:
    """Return that the actor made the proposal or any revision of it, or sent it on, under whatever account."""
    copy, number = the_copy(file.case.number, CopyState.WAITING), file.case.number
    events = [event for event in file.events if event.subject == copy.id and event.verb in _MAKING]
    accounts = {copy.made_by, *(event.account for event in events)}
    by_account = any(may_not(desk, number, account, _MAKING, copy.id) for account in accounts)
    same_user = desk.actor.operator and any(event.operator == desk.actor.operator for event in events)
    is_free = desk.settings["kantor.percobaan"] or desk.settings["aturan.verifikasi_sendiri"]
    is_theirs = by_account or (same_user and not is_free)
    return Refusal("office.own_victims_copy", case=number, copy=copy.id) if is_theirs else None


@act(
    events=("victims_copy_approve",),
    roles=DECIDERS,
    words=Words(
        Text("Menyetujui salinan untuk korban", "Approve the copy for the victim"),
        Text("Setujui", "Approve"),
        Text("Salinan {copy} disetujui.", "Copy {copy} is approved."),
    ),
    shows=shows(CopyState.WAITING, Text("Tepat seperti halaman yang sudah Anda lihat.", "Exactly as the pages you looked at.")),
    blocked=(stands(CopyState.WAITING), is_own, is_not_looked_at),
)  # fmt: skip
def approve_copy(desk: Desk, file: CaseFile, _answers: Values) -> Change:
    """Approve the copy that waits, exactly as it was put out for the actor, and file it."""
    copy = the_copy(file.case.number, CopyState.WAITING)
    data = working(desk.settings, copy)
    need_still(copy)
    decided = {"decided_by": desk.actor.account, "decided_at": to_seconds(file.moment)}
    return Change(
        file.case,
        Filing("victims_copy", "salinan untuk korban", {files.logical(copy.id): data}),
        {"digest": copy.digest},
        copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.APPROVED, **decided),),
        afterwards=(partial(files.discard, desk.settings, copy.id),),
        told={"copy": copy.id},
        next=(Next("copy-print", copy.case),),
    )


@act(
    events=("victims_copy_return",),
    roles=DECIDERS,
    words=Words(
        Text("Mengembalikan salinan untuk korban", "Return the copy for the victim"),
        Text("Kembalikan", "Return it"),
        Text("Salinan {copy} dikembalikan.", "Copy {copy} is returned."),
    ),
    shows=shows(CopyState.WAITING, Text("Kembali kepada pembuatnya.", "Back to who made it.")),
    asks=(reason(Text("Alasan pengembalian", "Reason for returning")),),
    blocked=(stands(CopyState.WAITING),),
)
def return_copy(_desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Return the copy that waits to who made it, for a reason."""
    copy, why = the_copy(file.case.number, CopyState.WAITING), text(answers, REASON)
    decision = {**copy.decision, "reason": why}
    return Change(
        file.case,
        detail={"reason": why},
        subject=copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.RETURNED, decision=decision),),
        told={"copy": copy.id},
        next=(Next("copy", copy.case),),
    )
