"""The approved copy for the victim goes out: printed with two receipts, handed over in person, the receipt filed.

Handed over at the office unless the confirmed safe contact allows another way, since the paper itself can tell a
violent partner who has spoken. The receipt bears a code and comes back through the inbox like any signed paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pipeline.cases.contact import VICTIM, RouteKind, as_it_went, misfit, route
from pipeline.cases.fields.delivery import handing_fields
from pipeline.cases.fields.field import Field
from pipeline.cases.safety import reported_names, same_person
from pipeline.cases.values import Values
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import write_durably
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.letters import forms as filling
from pipeline.letters.numbers import long_date
from pipeline.letters.sheet_code import mark
from pipeline.lookup import restriction, things
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.receipt_scan import filed_scan
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_reason, need_role
from pipeline.office.base.folders import need_folder
from pipeline.office.base.own_office import need_own
from pipeline.office.cases import inform
from pipeline.office.cases.forms_case import office_fields
from pipeline.office.letters.templates import need_clean
from pipeline.office.papers.forms_post import sender_lines
from pipeline.office.victims.victims_copy import VERB, copies_of, locked, the_copy
from pipeline.office.victims.victims_copy_decide import DECIDERS, sweep
from pipeline.office.victims.victims_copy_still import filed, need_still
from pipeline.records import arrivals, boot, cases, history, sheets
from pipeline.records.sheets import CopyState, Sheet
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.errors import NoRenderer

HANDERS = frozenset({Role.CLERK, Role.OFFICER})
PRINTERS = HANDERS | {Role.CHAIR}
PRINTED, HANDED = "victims_copy_print", "victims_copy_hand"
RECEIPT = "serah-terima-salinan"
AT_OFFICE, BY_CONTACT = "di kantor", "lewat kontak aman"
_FOR = ("Lembar ke-1 dari 2: untuk penerima", "Lembar ke-2 dari 2: untuk arsip kantor")
WITHDRAWN, SHREDDED = "victims_copy_withdraw", "victims_copy_shred"
KIND = "victims_copy_withdrawn"
LONG = timedelta(days=30)
"""After so long a copy that waits for the victim is shown to the chair as well."""


@dataclass(frozen=True)
class Handing:
    """How a copy was handed over: to whom (``korban``, ``wali``, ``pendamping``), their name, the day, the proof seen."""

    receiver: str
    name: str
    day: str
    proof: str
    way: str = AT_OFFICE


def print_out(desk: Desk, number: str, target: Path) -> tuple[Sheet, list[Path]]:
    """Put the approved copy of case ``number`` and two receipts into ``target``; each time is written down.

    Without LibreOffice the receipts come as DOCX. Raises NotFound, Stale.
    """
    need_role(desk, "copy", PRINTERS)
    need_own(desk.settings)
    case_to_read(desk, number, f"{VERB} print")
    found = the_copy(number, CopyState.APPROVED)
    folder = need_folder(target)
    need_still(found)
    data = filed(desk.settings, found)
    receipts = _receipts(desk, found)
    with boot.transact():
        after = sheets.change(found, printed=found.printed + 1)
        history.note(clock.now(), desk.actor, PRINTED, None, number, found.id, times=after.printed)
    made = [folder / f"{found.id}-salinan.pdf"]
    write_durably(made[0], data)
    for name, receipt in receipts:
        made.append(folder / name)
        write_durably(made[-1], receipt)
    return after, made


def _receipts(desk: Desk, one: Sheet) -> list[tuple[str, bytes]]:
    code = ids.read_code(one.code)
    assert code is not None
    need_clean(desk.settings, RECEIPT)
    docx = [
        mark(filling.render(desk.settings, RECEIPT, _fields(desk, one, whose)), code, "Tanda terima salinan")
        for whose in _FOR
    ]
    try:
        pdfs = to_pdf(
            docx, accept_risk=desk.settings["masuk.tanpa_isolasi"], folder=desk.settings.var / "pdf"
        )
    except NoRenderer:
        return [(f"{one.id}-tanda-terima-{at}.docx", data) for at, data in enumerate(docx, 1)]
    return [(f"{one.id}-tanda-terima-{at}.pdf", data) for at, data in enumerate(pdfs, 1)]


def _fields(desk: Desk, one: Sheet, whose: str) -> dict[str, object]:
    """Return what stands on a receipt: numbers and pages, no name and no kind of case."""
    pages = one.decision["pages"]
    return {
        **office_fields(desk),
        "pengirim": sender_lines(desk.settings),
        "nomor": one.id,
        "nomor_kasus": one.case,
        "lembar": whose,
        "berkas": str(len(one.decision["documents"])),
        "halaman": str(pages),
        "disetujui": long_date(one.decided_at.astimezone(desk.settings.zone).date())
        if one.decided_at
        else "",
        "tanggal_isi": "____________________",
    }


def need_to_hand(desk: Desk, number: str) -> None:
    """Refuse before anything is asked. Raises NotFound."""
    need_role(desk, "copy", HANDERS)
    things.case(desk, number)
    restriction.need_open(number)
    the_copy(number, CopyState.APPROVED)


def hand(desk: Desk, number: str, how: Handing) -> Sheet:
    """Record that the copy of case ``number`` was handed over, and file it with the receipt if its scan is here.

    Raises NotFound, Stale, ClockBehind.
    """
    need_role(desk, "copy", HANDERS)
    case = case_to_read(desk, number, VERB)
    found = the_copy(number, CopyState.APPROVED)
    _need_allowed(case.number, case.values, how)
    moment = clock.now()
    told = {"receiver": how.receiver, "name": how.name, "day": how.day, "proof": how.proof, "way": how.way}
    with boot.transact():
        after = sheets.change(found, state=CopyState.HANDED, decision={**found.decision, "handed": told})
        history.note(
            moment,
            desk.actor,
            HANDED,
            None,
            number,
            found.id,
            receiver=how.receiver,
            day=how.day,
            way=how.way,
        )
        scan = filed_scan(after)
        file_away.begin(desk, cases.get(number), "victims_copy_handed", "salinan diserahkan", scan, moment)
    if found.arrival:
        arrival_files.write_row(desk.settings, arrivals.get(found.arrival))
    file_away.try_finish(desk, number)
    sweep(desk, number)
    return after


def _need_allowed(number: str, values: Values, how: Handing) -> None:
    """Refuse a receiver of the other side, and a way that the safe contact does not allow."""
    if how.name and any(same_person(how.name, one) for one in reported_names(values)):
        raise Refusal("office.copy_not_to_them")
    why = None if how.way == AT_OFFICE else why_at_office(values)
    if why:
        raise Refusal("office.copy_not_handed_there", case=number, reason_id=why.id, reason_en=why.en)


def why_at_office(values: Values) -> Text | None:
    """Return why the copy is handed over at the office alone, or None where the safe contact allows to bring or entrust it."""
    if misfit(values, VICTIM):
        return Text(
            "kontak aman tidak dinyatakan milik korban", "the safe contact is not stated to be the victim's"
        )
    way = route(as_it_went(values))
    if not way.is_possible:
        return Text("tidak ada kontak aman", "there is no safe contact")
    if not way.is_confirmed:
        return Text("kontak aman belum dipastikan", "the safe contact is not confirmed")
    if way.kind not in (RouteKind.POST, RouteKind.ENTRUSTED):
        return Text(f"kontak amannya “{way.kind.value}”", "the safe contact does not allow it")
    if inform.wants_none(values):
        return Text("korban meminta tidak dihubungi lagi", "the victim asked not to be contacted any more")
    return None


def handing(desk: Desk, number: str) -> tuple[Field, ...]:
    """Return what is asked about handing over the copy of case ``number``: only the ways that its safe contact allows."""
    is_beside = why_at_office(things.case(desk, number).values) is None
    return handing_fields(desk.today, (AT_OFFICE, BY_CONTACT) if is_beside else (AT_OFFICE,))


def to_withdraw(desk: Desk, number: str) -> Sheet:
    """Return the approved copy of case ``number`` that nobody has fetched, before a reason is asked.

    Raises NotFound.
    """
    need_role(desk, "copy", DECIDERS)
    case_to_read(desk, number, VERB)
    found = the_copy(number, CopyState.APPROVED)
    if found.arrival:
        raise Refusal("office.copy_receipt_is_back", case=number, copy=found.id)
    return found


def withdraw(desk: Desk, number: str, reason: str) -> Sheet:
    """Withdraw the approved copy of case ``number`` that nobody fetches, for a ``reason``; it was "tidak diambil".

    Raises what :func:`to_withdraw` raises, Stale, ClockBehind; what the archive cannot take now is filed later.
    """
    to_withdraw(desk, number)
    need_reason(reason)
    with locked(desk, number):
        found = to_withdraw(desk, number)
        moment = moment_for_numbers()
        with boot.transact():
            told = {**found.decision, "withdrawn": {"by": desk.actor.account, "reason": reason.strip()}}
            after = sheets.change(found, state=CopyState.UNCLAIMED, decision=told)
            detail = {"reason": reason.strip(), "printed": found.printed}
            history.note(moment, desk.actor, WITHDRAWN, None, number, found.id, **detail)
            file_away.begin(desk, cases.get(number), KIND, "salinan untuk korban tidak diambil", [], moment)
    file_away.try_finish(desk, number)
    sweep(desk, number)
    return after


def has_prints(one: Sheet) -> bool:
    """Tell whether prints of a withdrawn copy may still lie in the office."""
    return one.state == CopyState.UNCLAIMED and one.printed > 0 and "shredded" not in one.decision


def shredded(desk: Desk, number: str) -> list[Sheet]:
    """Note that the prints of the withdrawn copies of case ``number`` and their receipts were destroyed.

    Raises NotFound, Stale.
    """
    need_role(desk, "copy", PRINTERS)
    case_to_read(desk, number, VERB)
    with locked(desk, number):
        found = [one for one in copies_of(number) if has_prints(one)]
        if not found:
            raise Refusal("office.no_prints_left", case=number)
        moment, done = clock.now(), {"shredded": desk.actor.account}
        with boot.transact():
            after = [sheets.change(one, decision={**one.decision, **done}) for one in found]
            for one in found:
                history.note(moment, desk.actor, SHREDDED, None, number, one.id, printed=one.printed)
    return after
