"""The approved copy for the victim is printed with two receipts and handed over.

At the office, unless the confirmed safe contact allows another way: the paper can tell a violent partner who
has spoken. The signed receipt comes back through the inbox.
"""

from datetime import timedelta
from functools import partial
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.contact import RouteKind, as_it_went, misfit, route
from pipeline.cases.contacts import VICTIM
from pipeline.cases.delivery import is_reported
from pipeline.cases.fields.decisions import REASON, THUMB_LANGUAGE, THUMB_PEOPLE, reason
from pipeline.cases.fields.delivery import handing_fields
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.arrivals.receipt_scan import mark_scan_filed, rows_of, scan_of
from pipeline.office.base.sample_office import not_own
from pipeline.office.base.session import Session
from pipeline.office.cases import inform
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import is_open
from pipeline.office.papers import forms
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy import (
    DECIDERS,
    LOOKED_AT,
    MAKERS,
    SEERS,
    approve_copy,
    change_copy,
    copies_of,
    drop_copy,
    propose_copy,
    return_copy,
    shows,
    stands,
    submit_copy,
    the_copy,
)
from pipeline.office.victims.victims_copy_choice import filed, need_still
from pipeline.records import history, sheets
from pipeline.records.sheets import CopyState, Sheet

HANDERS = frozenset({Role.CLERK, Role.OFFICER})
PRINTERS = HANDERS | {Role.CHAIR}
PRINTED, SHREDDED = "victims_copy_print", "victims_copy_shred"
RECEIPT = "serah-terima-salinan"
AT_OFFICE, BY_CONTACT = "di kantor", "lewat kontak aman"
_FOR = ("Lembar ke-1 dari 2: untuk penerima", "Lembar ke-2 dari 2: untuk arsip kantor")
LONG = timedelta(days=30)
"""A copy not fetched for so long is shown to the chair too."""


def _not_own(session: Session, _file: CaseFile) -> Refusal | None:
    return not_own(session.settings)


@act(
    events=(PRINTED,),
    roles=PRINTERS,
    words=Words(
        N_("Print the copy for the victim"),
        N_("Prepare the print"),
        N_("Copy {copy} is ready to print. Hand it to the victim at the office, have both receipts signed, "
           "scan sheet 2 into the inbox, then record the handing over."),
    ),
    shows=shows(
        CopyState.APPROVED,
        N_("The copy and two receipts; each print is recorded."),
    ),
    blocked=(_not_own, stands(CopyState.APPROVED)),
    is_printed=True,
)  # fmt: skip
def print_copy(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Print the approved copy with two receipts; each time is recorded."""
    copy = the_copy(file.case.number, CopyState.APPROVED)
    need_still(copy)
    data = filed(session.settings, copy)
    fields = [_fields(session, copy, whose) for whose in _FOR]
    documents = [forms.receipt(session, RECEIPT, copy, "Tanda terima salinan", filled) for filled in fields]
    suffix, receipts = forms.laid_out(session, documents)
    named = {f"{copy.id}-tanda-terima-{at}.{suffix}": receipt for at, receipt in enumerate(receipts, 1)}
    return Change(
        file.case,
        detail={"times": copy.printed + 1},
        subject=copy.id,
        writes=(partial(sheets.change, copy, printed=copy.printed + 1),),
        told={"copy": copy.id},
        next=(Next("hand-over-copy", copy.case),),
        prints={f"{copy.id}-salinan.pdf": data, **named},
    )


def _fields(session: Session, sheet: Sheet, whose: str) -> dict[str, object]:
    """Numbers and pages, neither name nor kind of case."""
    return {
        "nomor_kasus": sheet.case,
        "lembar": whose,
        "berkas": str(len(sheet.decision["documents"])),
        "halaman": str(sheet.decision["pages"]),
        "disetujui": long_date(session.local(sheet.decided_at).date()) if sheet.decided_at else "",
    }


def why_at_office(values: Values) -> Text | None:
    """None where the safe contact allows to bring or entrust it."""
    if misfit(values, VICTIM):
        return N_("the safe contact is not stated to be the victim's")
    way = route(as_it_went(values, VICTIM), VICTIM)
    if not way.is_possible:
        return N_("there is no safe contact")
    if not way.is_confirmed:
        return N_("the safe contact is not confirmed")
    if way.kind not in (RouteKind.POST, RouteKind.ENTRUSTED):
        return N_("the safe contact allows only “{way}”").of(way=way.kind.value)
    if inform.wants_none(values):
        return N_("the victim asked not to be contacted any more")
    return None


def handing(session: Session, file: CaseFile) -> tuple[Field, ...]:
    """Offers only the ways that the safe contact allows."""
    is_beside = why_at_office(file.case.values) is None
    return handing_fields(session.today, (AT_OFFICE, BY_CONTACT) if is_beside else (AT_OFFICE,))


def _shown(_session: Session, file: CaseFile) -> Shown:
    notes = [N_("Record it once the receiver has signed both receipts; scan the one for the office.")]
    if why := why_at_office(file.case.values):
        note = N_("Handed over at the office alone: {why}. Another way can put the victim in danger.")
        notes.append(note.of(why=why))
    return Shown(notes)


@act(
    events=("victims_copy_hand",),
    roles=HANDERS,
    words=Words(
        N_("Record the handing over of the copy"),
        N_("Record it", "victims copy hand"),
        N_("Copy {copy} is recorded as handed over."),
    ),
    shows=_shown,
    asks=handing,
    blocked=(stands(CopyState.APPROVED),),
)
def hand_over_copy(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record the handing over, never to the other side; file the copy, with its receipt if scanned."""
    copy, name = the_copy(file.case.number, CopyState.APPROVED), text(answers, "receiver_name")
    hands = (name, *(text(answers, field) for field in THUMB_PEOPLE))
    if any(is_reported(file.case.values, person) for person in hands):
        raise Refusal("office.copy_not_to_them")
    kept = {
        "receiver": "receiver",
        "name": "receiver_name",
        "day": "handed_day",
        "proof": "proof",
        "way": "way",
    }
    handover = {word: text(answers, asked) for word, asked in kept.items()}
    handover |= {field: text(answers, field) for field in (*THUMB_PEOPLE, THUMB_LANGUAGE) if field in answers}
    decision = {**copy.decision, "handed": handover}
    scan = N_("Scan sheet 2 of its receipt into the inbox; it is filed with this case.")  # fmt: skip
    return Change(
        file.case,
        Filing("victims_copy_handed", "salinan diserahkan", scans=scan_of(copy), ignores_clock=True),
        {word: handover[word] for word in ("receiver", "day", "way")},
        copy.id,
        writes=(
            partial(sheets.change, copy, state=CopyState.HANDED, decision=decision),
            partial(mark_scan_filed, copy),
        ),
        afterwards=(*rows_of(session, copy), partial(files.discard, session.settings, copy.id)),
        told={"copy": copy.id},
        warnings=() if copy.arrival else (scan,),
        next=(Next("copy", copy.case),),
    )


def receipt_is_back(_session: Session, file: CaseFile) -> Refusal | None:
    """A signed receipt shows that the copy was fetched."""
    copy = the_copy(file.case.number, CopyState.APPROVED)
    return Refusal("office.copy_receipt_is_back", case=copy.case, copy=copy.id) if copy.arrival else None


@act(
    events=("victims_copy_withdraw",),
    roles=DECIDERS,
    words=Words(
        N_("Withdraw a copy that is not fetched"),
        N_("Withdraw", "victims copy hand"),
        N_("Copy {copy} is withdrawn: not fetched."),
    ),
    shows=shows(CopyState.APPROVED, N_("Its prints are destroyed after this.")),
    asks=(reason(N_("Reason for withdrawing the copy")),),
    blocked=(stands(CopyState.APPROVED), receipt_is_back),
    is_grave=True,
)  # fmt: skip
def withdraw_copy(session: Session, file: CaseFile, answers: Values) -> Change:
    """Withdraw an approved copy that nobody fetches, for a reason."""
    copy, why = the_copy(file.case.number, CopyState.APPROVED), text(answers, REASON)
    decision = {**copy.decision, "withdrawn": {"by": session.actor.account, "reason": why}}
    shred = N_("Its prints ({count} times) with their receipts must be destroyed and not handed over.").of(count=copy.printed)  # fmt: skip
    return Change(
        file.case,
        Filing("victims_copy_withdrawn", "salinan untuk korban tidak diambil"),
        {"reason": why, "printed": copy.printed},
        copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.UNCLAIMED, decision=decision),),
        afterwards=(partial(files.discard, session.settings, copy.id),),
        told={"copy": copy.id, "printed": copy.printed},
        warnings=(shred,) if copy.printed else (),
        next=(Next("shred-copy" if copy.printed else "copy", copy.case),),
    )


def has_prints(copy: Sheet) -> bool:
    """A withdrawn copy's may still lie in the office."""
    return copy.state == CopyState.UNCLAIMED and copy.printed > 0 and "shredded" not in copy.decision


def has_no_prints(_session: Session, file: CaseFile) -> Refusal | None:
    """Refuse where no prints are left to destroy."""
    number = file.case.number
    left = any(map(has_prints, copies_of(number)))
    return None if left else Refusal("office.no_prints_left", case=number)


@act(
    events=("victims_copy_shred",),
    roles=PRINTERS,
    words=Words(
        N_("The prints of the copy are destroyed"),
        N_("Record it", "victims copy hand+"),
        N_("The prints of copy {copies} are recorded as destroyed."),
    ),
    shows=Shown((N_("All prints and their receipts."),)),
    blocked=(has_no_prints,),
)  # fmt: skip
def shred_copy(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Note that prints of withdrawn copies and receipts were destroyed."""
    copies = [copy for copy in copies_of(file.case.number) if has_prints(copy)]
    done = {"shredded": session.actor.account}
    return Change(
        file.case,
        detail={"printed": copies[0].printed},
        subject=copies[0].id,
        writes=[partial(sheets.change, copy, decision={**copy.decision, **done}) for copy in copies],
        events=[
            history.event(
                file.moment, session.actor, SHREDDED, None, copy.case, copy.id, printed=copy.printed
            )
            for copy in copies[1:]
        ],
        told={"copies": ", ".join(copy.id for copy in copies)},
        next=(Next("copy", file.case.number),),
    )


COPY_ACTS = (
    propose_copy, change_copy, submit_copy, drop_copy, approve_copy, return_copy, print_copy, hand_over_copy, withdraw_copy,
    shred_copy,
)  # fmt: skip
"""Acts on a copy, in order."""


def next_steps(session: Session, case: Case) -> tuple[Next, ...]:
    """What the actor may do with the copies."""
    file = CaseFile(case, history.of_case(case.number), 0, clock.now())
    may_look = session.actor.is_any(*SEERS) and not stands(*LOOKED_AT)(session, file)
    names = ["copy-look"] if may_look else []
    names += [act.command for act in COPY_ACTS if is_open(session, act, case, file.events)]
    return tuple(Next(name, case.number) for name in names)


_WAITS: dict[CopyState, tuple[Text, frozenset[Role], str]] = {
    CopyState.PROPOSED: (N_("the proposal is not passed on yet"), MAKERS, "copy-look"),
    CopyState.RETURNED: (N_("returned by the chair"), MAKERS, "change-copy"),
    CopyState.WAITING: (N_("waits for the chair"), frozenset({Role.CHAIR}), "copy-look"),
    CopyState.UNCLAIMED: (N_("not fetched, shred {count} prints and the receipt"), PRINTERS, "shred-copy"),
    CopyState.APPROVED: (N_("approved, not handed over yet"), MAKERS, "print-copy"),
}  # fmt: skip


def rows(session: Session) -> list[dict[str, Any]]:
    """Copies under way, with the actor's next step."""
    entries = []
    for sheet in visible.sheets_in(session, *_WAITS):
        waits, roles, act = _WAITS[CopyState(sheet.state)]
        if sheet.state == CopyState.UNCLAIMED:
            if not has_prints(sheet):
                continue
            waits = waits.of(count=sheet.printed)
        elif (
            sheet.state == CopyState.APPROVED
            and not sheet.arrival
            and sheet.decided_at is not None
            and clock.now() - sheet.decided_at >= LONG
        ):
            since = session.local(sheet.decided_at).strftime("%d-%m-%Y")
            waits = N_("approved, not handed over since {day}").of(day=since)
            if session.actor.is_any(*DECIDERS):  # the chair may withdraw it
                act = "withdraw-copy"
            roles = roles | DECIDERS
        may = not session.actor.roles.isdisjoint(roles)
        entries.append(
            {
                "copy": sheet.id,
                "case": sheet.case,
                "waits": waits,
                "next": (Next(act, sheet.case),) if may else (),
            }
        )
    return entries
