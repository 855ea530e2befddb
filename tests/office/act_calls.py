"""Every act of the office as it is called about one subject: what the tables of rights and the sequences are recorded by.

A call takes the machine of the procedure, the subject (a case, an arrival, nothing) and the desk. The moves of the
table of states are those of :mod:`tests.office.procedure_doors`; what stands here is all else that somebody may do.
When an act moves or is renamed, its line here changes and the golden files do not.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pipeline.office
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Value
from pipeline.kernel.people import Role
from pipeline.office import answer, base, bookkeeping, delivery, disposal, keeping, overview, papers, victims
from pipeline.office import arrivals as mail
from pipeline.office import cases as work
from pipeline.office import letters as post
from pipeline.office.acts import ACTS
from pipeline.office.base.desk import Desk
from pipeline.office.base.office_rows import SIGNATORIES
from pipeline.office.engine.declare import Act, Thing
from pipeline.office.engine.perform import open_act, perform, read_case
from pipeline.records import arrivals, boot, cases, letters
from pipeline.records import sheets as sheet_store
from pipeline.records.arrivals import ArrivalState
from pipeline.records.sheets import SheetKind
from tests.office import decided, lists, printouts, procedure_doors, staff
from tests.office import procedure_beside as beside
from tests.office.bureau import ARCHIVIST, ERASURE
from tests.office.procedure_doors import _FURTHER, DOORS, REASON, scan
from tests.office.retained import APPROVAL, LATER, MINUTES
from tests.office.stages import NEXT_MONTH
from tests.office.test_days import ASKED as CLOCK
from tests.office.test_days import REPORTED as ANSWERED
from tests.office.test_mandate import ASKED as ABSENT
from tests.office.test_office_rows import CHAIR_ROW, OWN_DEPUTY
from tests.street import further_answers as say

if TYPE_CHECKING:
    from tests.office.procedure_driver import Driver

for _room in pkgutil.walk_packages(pipeline.office.__path__, "pipeline.office."):
    importlib.import_module(_room.name)
Call = Callable[["Driver", str, Desk], object]
LETTER, PASSWORD = "surat-masuk-1.pdf", "melati putih"
LATE = {"result": "tidak dapat disampaikan", "delivered_day": "24-11-2026", "never": "ditarik kembali", "delivery_note": "diambil"}  # fmt: skip
HOLIDAY = "09-12-2026"


def tray(m: Driver) -> Path:
    """Return where prints go."""
    m.calls += 1
    return m.home / "var" / f"cetak-{m.calls}"


def letter_of(case: str) -> str:
    """Return the newest letter of a case, or what its first would be called."""
    found = letters.of_case(case)
    return found[-1].id if found else f"{case}-1"


def given(m: Driver) -> dict[str, Any]:
    """Return what is typed to register a call, never the same twice."""
    m.calls += 1
    said = say.CALL_WITH_ADDRESS | {
        "summary": f"Telepon yang ke-{m.calls}.",
        work.register.NOT_A_DUPLICATE: True,
    }
    return {name: one for name, one in said.items() if one != ""}


def in_time(m: Driver, moment: str, call: Callable[[], object]) -> object:
    """Call something at another moment."""
    with m.at(moment):
        return call()


def opened(paper: AbstractContextManager[object]) -> None:
    """Open a paper, and close it."""
    with paper:
        pass


def put_template(desk: Desk) -> object:
    """Put a template in place as it is."""
    name = post.templates.names(desk.settings)[0]
    data = (desk.settings.templates / f"{name}.docx").read_bytes()
    return perform(post.templates.put_template, desk, name, {post.templates.DATA: data, "reason": REASON})


def document_of(case: str) -> str:
    """Return the first document that came in of a case."""
    names = sorted(one.logical for one in cases.documents(case))
    return next((one for one in names if one.startswith(("surat-masuk", "catatan-telepon"))), LETTER)


def edit(m: Driver, case: str) -> Path:
    """Return the newest draft of a case as somebody edited it in Word; no file where there is none."""
    m.calls += 1
    path, letter = m.home / "var" / f"suntingan-{m.calls}.docx", letters.find(letter_of(case))
    if letter is not None:
        path.write_bytes(beside.edit_of(m, letter, letter.revision))
    return path


def edit_of(case: str) -> str:
    """Return the edit of a case that waits for the chair."""
    return next((one.id for one in arrivals.listed(ArrivalState.EDITED) if one.case == case), "1")


def code_of(m: Driver) -> str:
    """Return the code of a copy that is printed and not back."""
    waiting = (copy for one in letters.numbered() for copy in letters.copies(one.id, one.revision))
    return next(copy.code for copy in waiting if not copy.arrival)


def lay_in_sheet(m: Driver, name: str) -> None:
    """Let the signed sheet called ``name`` come back from the scanner."""
    with boot.transact():
        work.sheet_back.come_back(m.scanner(), scan(m, name, ArrivalState.DECISION), sheet_store.get(name))


def block(desk: Desk, case: str, account: str) -> object:
    """Block an account, as the chair does, or one's own."""
    why = {"relation": "keluarga", "reason": REASON}
    if account == desk.actor.account and not desk.actor.is_any(Role.CHAIR):
        return perform(work.conflicts.declare_conflict, desk, case, why)
    return perform(work.conflicts.record_conflict, desk, case, why | {"chosen": account})


def moves() -> dict[str, Call]:
    """Return the moves of the procedure that a person makes, nothing left out."""
    return {verb: lambda m, case, desk, door=door: door(m, case, desk, "") for verb, door in DOORS.items()}  # type: ignore[misc]


CASE_ACTS: dict[str, Call] = moves() | {
    "add_letter": lambda m, case, desk: perform(work.add_letter.add_letter, desk, case, _FURTHER | {"needs_answer": "tidak"}, m.waiting),
    "answer_again": lambda m, case, desk: perform(work.add_letter.add_letter, desk, case, _FURTHER | {"needs_answer": "ya"}, m.waiting),
    "take_edited": lambda m, case, desk: decided.take(desk, case),
    "leave_edited": lambda m, case, desk: decided.leave(desk, case, edit_of(case), REASON),
    "hand_in_edited": lambda m, case, desk: answer.edited.give(desk, case, edit(m, case)),
    "take_out_draft": lambda m, case, desk: answer.edited.take_out(desk, case, tray(m)),
    "add_call": lambda m, case, desk: perform(work.add_call.add_call, desk, case, given(m)),
    "return_report": lambda m, case, desk: perform(work.verify_report.return_report, desk, case, {"reason": REASON}),
    "look_at_report": lambda m, case, desk: open_act(desk, work.verify_report.verify_report, case),
    "agree_password": lambda m, case, desk: perform(work.enquire.set_password, desk, case, {"password": PASSWORD}),
    "withdraw_password": lambda m, case, desk: perform(work.enquire.withdraw_password, desk, case, {}),
    "enquire": lambda m, case, desk: perform(work.enquire.enquire, desk, "", {"number": case, "password": PASSWORD}),
    "declare_crisis": lambda m, case, desk: perform(work.crisis.declare_crisis, desk, case, {"reason": REASON}),
    "take_crisis": lambda m, case, desk: perform(work.crisis.take_crisis, desk, case, {}),
    "print_crisis": lambda m, case, desk: work.contact_sheets.put_out_crisis(desk, case, tray(m)),
    "print_inform": lambda m, case, desk: work.contact_sheets.put_out_slip(desk, case, tray(m)),
    "print_call": lambda m, case, desk: work.phone.put_out(desk, case, tray(m)),
    "record_erasure": lambda m, case, desk: perform(work.erasure.record_erasure, desk, case, ERASURE),
    "grant_erasure": lambda m, case, desk: perform(work.erasure.grant_erasure, desk, case, {"reason": REASON}),
    "refuse_erasure": lambda m, case, desk: perform(work.erasure.refuse_erasure, desk, case, {"ground": "pidana", "reason": REASON}),
    "lift_erasure": lambda m, case, desk: perform(work.erasure.lift_restriction, desk, case, {"reason": REASON}),
    "print_erasure_letter": lambda m, case, desk: work.erasure.letter(desk, case),
    "transcribe": lambda m, case, desk: perform(work.transcribe.transcribe_document, desk, case, {"typed": "Yang tertulis."}, LETTER),
    "heed": lambda m, case, desk: perform(mail.danger_later.acknowledge_danger, desk, case, {}),
    "decide_sender": lambda m, case, desk: perform(work.sender.decide_sender, desk, case, {"chosen": "bukan terlapor", "reason": REASON}),
    "block": lambda m, case, desk: block(desk, case, ARCHIVIST),
    "block_oneself": lambda m, case, desk: block(desk, case, desk.actor.account),
    "lift_block": lambda m, case, desk: perform(work.conflicts.lift_conflict, desk, case, {"chosen": ARCHIVIST, "reason": REASON}),
    "list_blocks": lambda m, case, desk: work.conflicts.listed(desk, case),
    "attest": lambda m, case, desk: perform(answer.declare_copy_sent.declare_copy_sent, desk, case, {"reason": REASON}),
    "confirm_attest": lambda m, case, desk: perform(answer.declare_copy_sent.confirm_statement, desk, case, {}),
    "refuse_attest": lambda m, case, desk: perform(answer.declare_copy_sent.refuse_statement, desk, case, {"reason": REASON}),
    "print": lambda m, case, desk: printouts.letter(desk, case, tray(m)),
    "print_again": lambda m, case, desk: printouts.letter(desk, case, tray(m), "kertas macet"),
    "print_draft": lambda m, case, desk: answer.print_out.print_draft(desk, case, tray(m)),
    "read_draft": lambda m, case, desk: answer.preview.preview(desk, case),
    "print_vetting_sheet": lambda m, case, desk: printouts.sheet(desk, SheetKind.VET, case, tray(m)),
    "print_disposition_sheet": lambda m, case, desk: printouts.sheet(desk, SheetKind.ASSIGN, case, tray(m)),
    "print_approval_sheet": lambda m, case, desk: printouts.sheet(desk, SheetKind.REVIEW, case, tray(m)),
    "decide_sheet": lambda m, case, desk: perform(papers.decide.record_decision, desk, case, {"signed": True, "accepted": True}, f"D-{case}-1"),
    "deliver_late": lambda m, case, desk: perform(delivery.deliver_late.record_late_delivery, desk, case, LATE),
    "hold": lambda m, case, desk: perform(disposal.hold.place_hold, desk, case, {"reason": REASON}),
    "lift_hold": lambda m, case, desk: perform(disposal.hold.lift_hold, desk, case, {"reason": REASON}),
    "hand_over": lambda m, case, desk: keeping.hand_over.hand_over(desk, case, tray(m), "045/BA"),
    "move_document": lambda m, case, desk: perform(mail.move_document.move_document, desk, case, {"chosen": document_of(case), "into": m.other(case), "reason": REASON}),
    "take_out_original": lambda m, case, desk: overview.original.take_out(desk, case, document_of(case), "arsip"),
    "read_signed": lambda m, case, desk: overview.signed_letter.read(desk, case, letter_of(case)),
    "print_signed": lambda m, case, desk: perform(overview.signed_letter.print_signed, desk, case, {}, f"{letter_of(case)} 2"),
    "start_clock": lambda m, case, desk: perform(work.clocks.start_clock, desk, case, CLOCK),
    "answer_clock": lambda m, case, desk: perform(work.clocks.answer_clock, desk, f"akses-{case}", ANSWERED),
    "show": lambda m, case, desk: overview.find.show(desk, case),
    "reveal": lambda m, case, desk: overview.find.reveal(desk, case, REASON),
    "find": lambda m, case, desk: overview.find.find(desk, case),
    "read_code": lambda m, case, desk: overview.find.resolve(desk, letter_of(case)),
    "print_envelope": lambda m, case, desk: papers.forms.make(desk, "amplop", case, tray(m)),
    "propose_copy": lambda m, case, desk: perform(victims.victims_copy.propose_copy, desk, case, {"chosen": [LETTER]}),
    "drop_copy": lambda m, case, desk: perform(victims.victims_copy.drop_copy, desk, case, {}),
    "change_copy": lambda m, case, desk: perform(victims.victims_copy.change_copy, desk, case, {"added": "1: 1 1 2 2"}),
    "show_copy": lambda m, case, desk: victims.victims_copy.show(desk, case, tray(m)),
    "submit_copy": lambda m, case, desk: perform(victims.victims_copy.submit_copy, desk, case, {}),
    "approve_copy": lambda m, case, desk: perform(victims.victims_copy.approve_copy, desk, case, {}),
    "return_copy": lambda m, case, desk: perform(victims.victims_copy.return_copy, desk, case, {"reason": REASON}),
    "print_copy": lambda m, case, desk: printouts.copy(desk, case, tray(m)),
    "hand_copy": lambda m, case, desk: perform(victims.victims_copy_hand.hand_over_copy, desk, case, {"receiver": "korban", "handed_day": "24-11-2026", "proof": "KTP"}),
    "withdraw_copy": lambda m, case, desk: perform(victims.victims_copy_hand.withdraw_copy, desk, case, {"reason": REASON}),
    "look_at_loads": lambda m, case, desk: open_act(desk, work.assign.assign_officer, case),
    "shred_copy": lambda m, case, desk: perform(victims.victims_copy_hand.shred_copy, desk, case, {}),
}  # fmt: skip
"""What is done at a case. The second arrival is the one that waits."""
ARRIVAL_ACTS: dict[str, Call] = {
    "register_arrival": lambda m, item, desk: perform(work.register.register_arrival, desk, work.register.pick(desk, item).id, given(m)).case,
    "pick_arrival": lambda m, item, desk: work.register.pick(desk, item),
    "strike": lambda m, item, desk: perform(mail.strike.strike_arrival, desk, item, {"chosen": "salah-pindai", "reason": REASON}),
    "take_back_struck": lambda m, item, desk: perform(mail.strike.unstrike_arrival, desk, item, {"reason": REASON}),
    "join_arrivals": lambda m, item, desk: perform(mail.arrange.join_arrivals, desk, item, {"parts": f"{item} {m.waiting}"}),
    "split_arrival": lambda m, item, desk: perform(mail.arrange.split_arrival, desk, item, {"parts": "1 2"}),
    "match": lambda m, item, desk: perform(answer.match.match_scan, desk, item, {"text": code_of(m)}),
    "put_aside": lambda m, item, desk: perform(mail.dismiss.put_scan_aside, desk, item, {"reason": REASON}),
    "check_signature": lambda m, item, desk: perform(answer.electronic.check_signature, desk, item, {}),
    "confirm_signature": lambda m, item, desk: perform(answer.electronic.confirm_signature, desk, item, {"reason": REASON}),
    "show_signature": lambda m, item, desk: mail.electronic_report.shown(desk, item),
    "keep_form": lambda m, item, desk: mail.kept_forms.keep(desk, item, {"summary": "Surat."}),
    "begin_registering": lambda m, item, desk: mail.edit_presence.begin(desk, "register", item),
    "begin_matching": lambda m, item, desk: mail.edit_presence.begin(desk, "match", item),
    "find_arrival": lambda m, item, desk: overview.find.find(desk, item),
    "view_arrival": lambda m, item, desk: opened(mail.view_paper.of_arrival(desk, item, 1)),
}  # fmt: skip
OFFICE_ACTS: dict[str, Call] = {
    "register_call": lambda m, _, desk: perform(work.register.register_call, desk, "", given(m)).case,
    "waiting": lambda m, _, desk: work.register.waiting(desk),
    "todo": lambda m, _, desk: overview.find.todo(desk),
    "list_numbers": lambda m, _, desk: post.numbering.number_list(desk),
    "search_people": lambda m, _, desk: work.earlier.find(desk, "Ningsih"),
    "list_drafts": lambda m, _, desk: overview.chair_desk.drafts(desk),
    "list_erasures": lambda m, _, desk: work.erasure.listed(desk),
    "list_clocks": lambda m, _, desk: work.clocks.listed(desk),
    "list_holds": lambda m, _, desk: disposal.hold.listed(desk),
    "read_script": lambda m, _, desk: work.phone.script(desk),
    "make_page": lambda m, _, desk: in_time(m, NEXT_MONTH, lambda: answer.page.make(desk, "2026-11", tray(m))),
    "export_register": lambda m, _, desk: bookkeeping.books.file_of(desk, bookkeeping.books.Asked("register", purpose="arsip")),
    "look_at_book": lambda m, _, desk: bookkeeping.books.look(desk, "register", bookkeeping.books.Period()),
    "recap": lambda m, _, desk: bookkeeping.recap.look(desk, bookkeeping.recap.Asked(bookkeeping.recap.period(month="2026-11"))),
    "list_disposals": lambda m, _, desk: disposal.dispose.look(desk),
    "propose_disposal": lambda m, _, desk: in_time(m, LATER, lambda: perform(disposal.dispose.propose_disposal, m.desk(desk.actor.account), "", {})),
    "approve_disposal": lambda m, _, desk: perform(disposal.dispose.approve_disposal, desk, "M-2026-1", APPROVAL.answers),
    "withdraw_disposal": lambda m, _, desk: perform(disposal.dispose.withdraw_disposal, desk, "M-2026-1", {"reason": REASON}),
    "destroy": lambda m, _, desk: perform(disposal.destroy.destroy_disposal, desk, "M-2026-1", MINUTES.answers | {"sure": "M-2026-1"}),
    "print_disposal": lambda m, _, desk: disposal.dispose_print.put(desk, "M-2026-1", tray(m)),
    "close_year": lambda m, _, desk: in_time(m, LATER, lambda: keeping.close_year.close(m.desk(desk.actor.account), 2026, incomplete=True, reason=REASON)),
    "verify": lambda m, _, desk: keeping.reconcile.verify_all(desk, "2026-0001"),
    "backup": lambda m, _, desk: disposal.backup.backup(desk, str(m.home / "tidak-ada" / "usb")),
    "list_keys": lambda m, _, desk: keeping.key_keeping.listed(desk),
    "rotate_key": lambda m, _, desk: perform(keeping.key_keeping.rotate_key, desk, "code", {}),
    "print_recovery_sheet": lambda m, _, desk: keeping.key_keeping.print_sheet(desk, tray(m)),
    "make_certificate": lambda m, _, desk: base.certificate.make(desk),
    "confirm_clock": lambda m, _, desk: perform(post.confirm_clock.confirm_clock, desk, "", {"reason": REASON}),
    "audit": lambda m, _, desk: overview.audit.page(desk, overview.audit.Asked()),
    "retry_job": lambda m, _, desk: perform(overview.health.retry_reading, desk, "1", {}),
    "metrics": lambda m, _, desk: overview.metrics.of(desk),
    "record_mandate": lambda m, _, desk: perform(answer.mandate.record_mandate, desk, "", ABSENT),
    "end_mandate": lambda m, _, desk: perform(answer.mandate.end_mandate, desk, "M-2026-1", {"reason": REASON}),
    "list_mandates": lambda m, _, desk: answer.mandate.listed(desk),
    "add_holiday": lambda m, _, desk: perform(bookkeeping.days_off.add_holidays, desk, "", {"holiday_rows": "08-12-2026 Hari uji"}),
    "remove_holiday": lambda m, _, desk: perform(bookkeeping.days_off.remove_holiday, desk, HOLIDAY, {}),
    "list_holidays": lambda m, _, desk: base.holidays.listed(desk),
    "add_row": lambda m, _, desk: lists.add(desk, SIGNATORIES, OWN_DEPUTY),
    "change_row": lambda m, _, desk: lists.change(desk, SIGNATORIES, "P-1", CHAIR_ROW | {"row_person": "Orang Lain", "row_counts": "hari ini"}, 1),
    "retire_row": lambda m, _, desk: lists.retire(desk, SIGNATORIES, "P-1", {"row_last": "30-11-2026", "reason": REASON}, 1),
    "put_template": lambda m, _, desk: put_template(desk),
    "take_back_row": lambda m, _, desk: lists.bring_back(desk, SIGNATORIES, "P-1", 1, {"reason": REASON}, 1),
    "plan_import": lambda m, _, desk: keeping.import_register.plan(desk, m.home / "var" / "lembar.xlsx"),
    "rebuild": lambda m, _, desk: keeping.rebuild.rebuild(replace(desk.settings, home=m.home / "tidak-ada"), desk.actor),
    "check_head": lambda m, _, desk: keeping.typed_head.check_head(desk, "ab" * 32),
    "confirm_recovery_sheet": lambda m, _, desk: keeping.key_keeping.confirm(desk, 1, ""),
    "take_out_certificate": lambda m, _, desk: base.certificate.put_out(desk, tray(m)),
    "list_users": lambda m, _, desk: base.users.listed(desk),
    "add_user": lambda m, _, desk: staff.add(desk, "baru", [Role.CLERK], REASON),
    "change_roles": lambda m, _, desk: staff.change_roles(desk, ARCHIVIST, [Role.CLERK], REASON),
    "lock_user": lambda m, _, desk: staff.lock(desk, ARCHIVIST, REASON),
    "reset_user": lambda m, _, desk: staff.reset(desk, ARCHIVIST, REASON),
    "end_sessions": lambda m, _, desk: base.users.at_the_door(desk, ARCHIVIST, REASON, base.users.SESSIONS, lambda name: None),
}  # fmt: skip
_WRITTEN = "".join(
    map(inspect.getsource, (beside, decided, printouts, procedure_doors, importlib.import_module(__name__)))
)


def _as_declared(act: Act) -> Call:
    """Return the call of an act with the first answer to each question of a case that has to be answered."""

    def call(m: Driver, subject: str, desk: Desk) -> object:
        given: dict[str, Value] = {}
        if desk.actor.is_any(*act.roles) and act.thing is Thing.CASE:
            file = read_case(desk, subject, act)
            values = {**file.case.values, **act.known(desk, file)}
            for field in act.asks(desk, file):
                if field.when(values) and field.required(values) and field.default(values) is None:
                    given[field.name] = values[field.name] = _first(field)
        return perform(act, desk, subject, given or {"reason": REASON})

    return call


def _first(field: Field) -> Value:
    return field.choices[0].value if field.choices else field.example or REASON


FURTHER_ACTS: dict[Thing, dict[str, Call]] = {
    thing: {
        act.name: _as_declared(act)
        for act in ACTS
        if act.thing is thing and not re.search(rf"[.(]{act.name}\b", _WRITTEN)
    }
    for thing in Thing
}
"""The acts that nothing above calls, by what they are about: called as they are declared, and in no sequence."""
