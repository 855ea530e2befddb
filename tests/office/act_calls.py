"""Every act of the office as it is called about one subject: what the tables of rights and the sequences are recorded by.

A call takes the machine of the procedure, the subject (a case, an arrival, nothing) and the session. The moves of the
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
from pipeline.office.base.office_rows import SIGNATORIES
from pipeline.office.base.session import Session
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
Call = Callable[["Driver", str, Session], object]
LETTER, PASSWORD = "surat-masuk-1.pdf", "melati putih"
LATE = {"result": "tidak dapat disampaikan", "delivered_day": "24-11-2026", "never": "ditarik kembali", "delivery_note": "diambil"}  # fmt: skip
HOLIDAY = "09-12-2026"


def tray(m: Driver) -> Path:
    """Return where prints go."""
    m.calls += 1
    return m.home / "var" / f"cetak-{m.calls}"


def letter_of(case: str) -> str:
    """Return the newest letter of a case, or what its first would be called."""
    case_letters = letters.of_case(case)
    return case_letters[-1].id if case_letters else f"{case}-1"


def given(m: Driver) -> dict[str, Any]:
    """Return what is typed to register a call, never the same twice."""
    m.calls += 1
    answers = say.CALL_WITH_ADDRESS | {
        "summary": f"Telepon yang ke-{m.calls}.",
        work.register.NOT_A_DUPLICATE: True,
    }
    return {name: value for name, value in answers.items() if value != ""}


def in_time(m: Driver, moment: str, call: Callable[[], object]) -> object:
    """Call something at another moment."""
    with m.at(moment):
        return call()


def opened(paper: AbstractContextManager[object]) -> None:
    """Open a paper, and close it."""
    with paper:
        pass


def put_template(session: Session) -> object:
    """Put a template in place as it is."""
    name = post.templates.names(session.settings)[0]
    data = (session.settings.templates / f"{name}.docx").read_bytes()
    return perform(post.templates.put_template, session, name, {post.templates.DATA: data, "reason": REASON})


def document_of(case: str) -> str:
    """Return the first document that came in of a case."""
    names = sorted(document.logical for document in cases.documents(case))
    return next((name for name in names if name.startswith(("surat-masuk", "catatan-telepon"))), LETTER)


def edit(m: Driver, case: str) -> Path:
    """Return the newest draft of a case as somebody edited it in Word; no file where there is none."""
    m.calls += 1
    path, letter = m.home / "var" / f"suntingan-{m.calls}.docx", letters.find(letter_of(case))
    if letter is not None:
        path.write_bytes(beside.edit_of(m, letter, letter.revision))
    return path


def edit_of(case: str) -> str:
    """Return the edit of a case that waits for the chair."""
    return next((arrival.id for arrival in arrivals.listed(ArrivalState.EDITED) if arrival.case == case), "1")


def code_of(m: Driver) -> str:
    """Return the code of a copy that is printed and not back."""
    waiting = (copy for letter in letters.numbered() for copy in letters.copies(letter.id, letter.revision))
    return next(copy.code for copy in waiting if not copy.arrival)


def lay_in_sheet(m: Driver, name: str) -> None:
    """Let the signed sheet called ``name`` come back from the scanner."""
    with boot.transact():
        work.sheet_back.come_back(m.scanner(), scan(m, name, ArrivalState.DECISION), sheet_store.get(name))


def block(session: Session, case: str, account: str) -> object:
    """Block an account, as the chair does, or one's own."""
    why = {"relation": "keluarga", "reason": REASON}
    if account == session.actor.account and not session.actor.is_any(Role.CHAIR):
        return perform(work.conflicts.declare_conflict, session, case, why)
    return perform(work.conflicts.record_conflict, session, case, why | {"chosen": account})


def moves() -> dict[str, Call]:
    """Return the moves of the procedure that a person makes, nothing left out."""
    return {
        verb: lambda m, case, session, door=door: door(m, case, session, "") for verb, door in DOORS.items()
    }  # type: ignore[misc]


CASE_ACTS: dict[str, Call] = moves() | {
    "add_letter": lambda m, case, session: perform(work.add_letter.add_letter, session, case, _FURTHER | {"needs_answer": "tidak"}, m.waiting),
    "answer_again": lambda m, case, session: perform(work.add_letter.add_letter, session, case, _FURTHER | {"needs_answer": "ya"}, m.waiting),
    "take_edited": lambda m, case, session: decided.take(session, case),
    "leave_edited": lambda m, case, session: decided.leave(session, case, edit_of(case), REASON),
    "hand_in_edited": lambda m, case, session: answer.edited.give(session, case, edit(m, case)),
    "take_out_draft": lambda m, case, session: answer.edited.take_out(session, case, tray(m)),
    "add_call": lambda m, case, session: perform(work.add_call.add_call, session, case, given(m)),
    "return_report": lambda m, case, session: perform(work.verify_report.return_report, session, case, {"reason": REASON}),
    "look_at_report": lambda m, case, session: open_act(session, work.verify_report.verify_report, case),
    "agree_password": lambda m, case, session: perform(work.enquire.set_password, session, case, {"password": PASSWORD}),
    "withdraw_password": lambda m, case, session: perform(work.enquire.withdraw_password, session, case, {}),
    "enquire": lambda m, case, session: perform(work.enquire.enquire, session, "", {"number": case, "password": PASSWORD}),
    "declare_crisis": lambda m, case, session: perform(work.crisis.declare_crisis, session, case, {"reason": REASON}),
    "take_crisis": lambda m, case, session: perform(work.crisis.take_crisis, session, case, {}),
    "print_crisis": lambda m, case, session: work.contact_sheets.put_out_crisis(session, case, tray(m)),
    "print_inform": lambda m, case, session: work.contact_sheets.put_out_slip(session, case, tray(m)),
    "print_call": lambda m, case, session: work.phone.put_out(session, case, tray(m)),
    "record_erasure": lambda m, case, session: perform(work.erasure.record_erasure, session, case, ERASURE),
    "grant_erasure": lambda m, case, session: perform(work.erasure.grant_erasure, session, case, {"reason": REASON}),
    "refuse_erasure": lambda m, case, session: perform(work.erasure.refuse_erasure, session, case, {"ground": "pidana", "reason": REASON}),
    "lift_erasure": lambda m, case, session: perform(work.erasure.lift_restriction, session, case, {"reason": REASON}),
    "print_erasure_letter": lambda m, case, session: work.erasure.letter(session, case),
    "transcribe": lambda m, case, session: perform(work.transcribe.transcribe_document, session, case, {"typed": "Yang tertulis."}, LETTER),
    "heed": lambda m, case, session: perform(mail.danger_later.acknowledge_danger, session, case, {}),
    "decide_sender": lambda m, case, session: perform(work.sender.decide_sender, session, case, {"chosen": "bukan terlapor", "reason": REASON}),
    "block": lambda m, case, session: block(session, case, ARCHIVIST),
    "block_oneself": lambda m, case, session: block(session, case, session.actor.account),
    "lift_block": lambda m, case, session: perform(work.conflicts.lift_conflict, session, case, {"chosen": ARCHIVIST, "reason": REASON}),
    "list_blocks": lambda m, case, session: work.conflicts.listed(session, case),
    "attest": lambda m, case, session: perform(answer.declare_copy_sent.declare_copy_sent, session, case, {"reason": REASON}),
    "confirm_attest": lambda m, case, session: perform(answer.declare_copy_sent.confirm_statement, session, case, {}),
    "refuse_attest": lambda m, case, session: perform(answer.declare_copy_sent.refuse_statement, session, case, {"reason": REASON}),
    "print": lambda m, case, session: printouts.letter(session, case, tray(m)),
    "print_again": lambda m, case, session: printouts.letter(session, case, tray(m), "kertas macet"),
    "print_draft": lambda m, case, session: answer.print_out.print_draft(session, case, tray(m)),
    "read_draft": lambda m, case, session: answer.preview.preview(session, case),
    "print_vetting_sheet": lambda m, case, session: printouts.sheet(session, SheetKind.VET, case, tray(m)),
    "print_disposition_sheet": lambda m, case, session: printouts.sheet(session, SheetKind.ASSIGN, case, tray(m)),
    "print_approval_sheet": lambda m, case, session: printouts.sheet(session, SheetKind.REVIEW, case, tray(m)),
    "decide_sheet": lambda m, case, session: perform(papers.decide.record_decision, session, case, {"signed": True, "accepted": True}, f"D-{case}-1"),
    "deliver_late": lambda m, case, session: perform(delivery.deliver_late.record_late_delivery, session, case, LATE),
    "hold": lambda m, case, session: perform(disposal.hold.place_hold, session, case, {"reason": REASON}),
    "lift_hold": lambda m, case, session: perform(disposal.hold.lift_hold, session, case, {"reason": REASON}),
    "hand_over": lambda m, case, session: keeping.hand_over.hand_over(session, case, tray(m), "045/BA"),
    "move_document": lambda m, case, session: perform(mail.move_document.move_document, session, case, {"chosen": document_of(case), "into": m.other(case), "reason": REASON}),
    "take_out_original": lambda m, case, session: overview.original.take_out(session, case, document_of(case), "arsip"),
    "read_signed": lambda m, case, session: overview.signed_letter.read(session, case, letter_of(case)),
    "print_signed": lambda m, case, session: perform(overview.signed_letter.print_signed, session, case, {}, f"{letter_of(case)} 2"),
    "start_clock": lambda m, case, session: perform(work.clocks.start_clock, session, case, CLOCK),
    "answer_clock": lambda m, case, session: perform(work.clocks.answer_clock, session, f"akses-{case}", ANSWERED),
    "show": lambda m, case, session: overview.find.show(session, case),
    "reveal": lambda m, case, session: overview.find.reveal(session, case, REASON),
    "find": lambda m, case, session: overview.find.find(session, case),
    "read_code": lambda m, case, session: overview.find.resolve(session, letter_of(case)),
    "print_envelope": lambda m, case, session: papers.forms.make(session, "amplop", case, tray(m)),
    "propose_copy": lambda m, case, session: perform(victims.victims_copy.propose_copy, session, case, {"chosen": [LETTER]}),
    "drop_copy": lambda m, case, session: perform(victims.victims_copy.drop_copy, session, case, {}),
    "change_copy": lambda m, case, session: perform(victims.victims_copy.change_copy, session, case, {"added": "1: 1 1 2 2"}),
    "show_copy": lambda m, case, session: victims.victims_copy.show(session, case, tray(m)),
    "submit_copy": lambda m, case, session: perform(victims.victims_copy.submit_copy, session, case, {}),
    "approve_copy": lambda m, case, session: perform(victims.victims_copy.approve_copy, session, case, {}),
    "return_copy": lambda m, case, session: perform(victims.victims_copy.return_copy, session, case, {"reason": REASON}),
    "print_copy": lambda m, case, session: printouts.copy(session, case, tray(m)),
    "hand_copy": lambda m, case, session: perform(victims.victims_copy_hand.hand_over_copy, session, case, {"receiver": "korban", "handed_day": "24-11-2026", "proof": "KTP"}),
    "withdraw_copy": lambda m, case, session: perform(victims.victims_copy_hand.withdraw_copy, session, case, {"reason": REASON}),
    "look_at_loads": lambda m, case, session: open_act(session, work.assign.assign_officer, case),
    "shred_copy": lambda m, case, session: perform(victims.victims_copy_hand.shred_copy, session, case, {}),
}  # fmt: skip
"""What is done at a case. The second arrival is the one that waits."""
ARRIVAL_ACTS: dict[str, Call] = {
    "register_arrival": lambda m, item, session: perform(work.register.register_arrival, session, work.register.pick(session, item).id, given(m)).case,
    "pick_arrival": lambda m, item, session: work.register.pick(session, item),
    "strike": lambda m, item, session: perform(mail.strike.strike_arrival, session, item, {"chosen": "salah-pindai", "reason": REASON}),
    "take_back_struck": lambda m, item, session: perform(mail.strike.unstrike_arrival, session, item, {"reason": REASON}),
    "join_arrivals": lambda m, item, session: perform(mail.arrange.join_arrivals, session, item, {"parts": f"{item} {m.waiting}"}),
    "split_arrival": lambda m, item, session: perform(mail.arrange.split_arrival, session, item, {"parts": "1 2"}),
    "match": lambda m, item, session: perform(answer.match.match_scan, session, item, {"text": code_of(m)}),
    "put_aside": lambda m, item, session: perform(mail.dismiss.put_scan_aside, session, item, {"reason": REASON}),
    "check_signature": lambda m, item, session: perform(answer.electronic.check_signature, session, item, {}),
    "confirm_signature": lambda m, item, session: perform(answer.electronic.confirm_signature, session, item, {"reason": REASON}),
    "show_signature": lambda m, item, session: mail.electronic_report.shown(session, item),
    "keep_form": lambda m, item, session: mail.kept_forms.keep(session, item, {"summary": "Surat."}),
    "begin_registering": lambda m, item, session: mail.edit_presence.begin(session, "register", item),
    "begin_matching": lambda m, item, session: mail.edit_presence.begin(session, "match", item),
    "find_arrival": lambda m, item, session: overview.find.find(session, item),
    "view_arrival": lambda m, item, session: opened(mail.view_paper.of_arrival(session, item, 1)),
}  # fmt: skip
OFFICE_ACTS: dict[str, Call] = {
    "register_call": lambda m, _, session: perform(work.register.register_call, session, "", given(m)).case,
    "waiting": lambda m, _, session: work.register.waiting(session),
    "todo": lambda m, _, session: overview.find.todo(session),
    "list_numbers": lambda m, _, session: post.numbering.number_list(session),
    "search_people": lambda m, _, session: work.earlier.find(session, "Ningsih"),
    "list_drafts": lambda m, _, session: overview.chair_approvals.drafts(session),
    "list_erasures": lambda m, _, session: work.erasure.listed(session),
    "list_clocks": lambda m, _, session: work.clocks.listed(session),
    "list_holds": lambda m, _, session: disposal.hold.listed(session),
    "read_script": lambda m, _, session: work.phone.script(session),
    "make_page": lambda m, _, session: in_time(m, NEXT_MONTH, lambda: answer.page.make(session, "2026-11", tray(m))),
    "export_register": lambda m, _, session: bookkeeping.books.file_of(session, bookkeeping.books.Asked("register", purpose="arsip")),
    "look_at_book": lambda m, _, session: bookkeeping.books.look(session, "register", bookkeeping.books.Period()),
    "recap": lambda m, _, session: bookkeeping.recap.look(session, bookkeeping.recap.Asked(bookkeeping.recap.period(month="2026-11"))),
    "list_disposals": lambda m, _, session: disposal.dispose.look(session),
    "propose_disposal": lambda m, _, session: in_time(m, LATER, lambda: perform(disposal.dispose.propose_disposal, m.session(session.actor.account), "", {})),
    "approve_disposal": lambda m, _, session: perform(disposal.dispose.approve_disposal, session, "M-2026-1", APPROVAL.answers),
    "withdraw_disposal": lambda m, _, session: perform(disposal.dispose.withdraw_disposal, session, "M-2026-1", {"reason": REASON}),
    "destroy": lambda m, _, session: perform(disposal.destroy.destroy_disposal, session, "M-2026-1", MINUTES.answers | {"sure": "M-2026-1"}),
    "print_disposal": lambda m, _, session: disposal.dispose_print.put(session, "M-2026-1", tray(m)),
    "close_year": lambda m, _, session: in_time(m, LATER, lambda: keeping.close_year.close(m.session(session.actor.account), 2026, incomplete=True, reason=REASON)),
    "verify": lambda m, _, session: keeping.reconcile.verify_all(session, "2026-0001"),
    "backup": lambda m, _, session: disposal.backup.backup(session, str(m.home / "tidak-ada" / "usb")),
    "list_keys": lambda m, _, session: keeping.key_keeping.listed(session),
    "rotate_key": lambda m, _, session: perform(keeping.key_keeping.rotate_key, session, "code", {}),
    "print_recovery_sheet": lambda m, _, session: keeping.key_keeping.print_sheet(session, tray(m)),
    "make_certificate": lambda m, _, session: base.certificate.make(session),
    "confirm_clock": lambda m, _, session: perform(post.confirm_clock.confirm_clock, session, "", {"reason": REASON}),
    "audit": lambda m, _, session: overview.audit.page(session, overview.audit.Asked()),
    "retry_job": lambda m, _, session: perform(overview.health.retry_reading, session, "1", {}),
    "metrics": lambda m, _, session: overview.metrics.of(session),
    "record_mandate": lambda m, _, session: perform(answer.mandate.record_mandate, session, "", ABSENT),
    "end_mandate": lambda m, _, session: perform(answer.mandate.end_mandate, session, "M-2026-1", {"reason": REASON}),
    "list_mandates": lambda m, _, session: answer.mandate.listed(session),
    "add_holiday": lambda m, _, session: perform(bookkeeping.days_off.add_holidays, session, "", {"holiday_rows": "08-12-2026 Hari uji"}),
    "remove_holiday": lambda m, _, session: perform(bookkeeping.days_off.remove_holiday, session, HOLIDAY, {}),
    "list_holidays": lambda m, _, session: base.holidays.listed(session),
    "add_row": lambda m, _, session: lists.add(session, SIGNATORIES, OWN_DEPUTY),
    "change_row": lambda m, _, session: lists.change(session, SIGNATORIES, "P-1", CHAIR_ROW | {"row_person": "Orang Lain", "row_counts": "hari ini"}, 1),
    "retire_row": lambda m, _, session: lists.retire(session, SIGNATORIES, "P-1", {"row_last": "30-11-2026", "reason": REASON}, 1),
    "put_template": lambda m, _, session: put_template(session),
    "take_back_row": lambda m, _, session: lists.bring_back(session, SIGNATORIES, "P-1", 1, {"reason": REASON}, 1),
    "plan_import": lambda m, _, session: keeping.import_register.plan(session, m.home / "var" / "lembar.xlsx"),
    "rebuild": lambda m, _, session: keeping.rebuild.rebuild(replace(session.settings, home=m.home / "tidak-ada"), session.actor),
    "check_head": lambda m, _, session: keeping.typed_head.check_head(session, "ab" * 32),
    "confirm_recovery_sheet": lambda m, _, session: keeping.key_keeping.confirm(session, 1, ""),
    "take_out_certificate": lambda m, _, session: base.certificate.put_out(session, tray(m)),
    "list_users": lambda m, _, session: base.users.listed(session),
    "add_user": lambda m, _, session: staff.add(session, "baru", [Role.CLERK], REASON),
    "change_roles": lambda m, _, session: staff.change_roles(session, ARCHIVIST, [Role.CLERK], REASON),
    "lock_user": lambda m, _, session: staff.lock(session, ARCHIVIST, REASON),
    "reset_user": lambda m, _, session: staff.reset(session, ARCHIVIST, REASON),
    "end_sessions": lambda m, _, session: base.users.at_the_door(session, ARCHIVIST, REASON, base.users.SESSIONS, lambda name: None),
}  # fmt: skip
_WRITTEN = "".join(
    map(inspect.getsource, (beside, decided, printouts, procedure_doors, importlib.import_module(__name__)))
)


def _as_declared(act: Act) -> Call:
    """Return the call of an act with the first answer to each question of a case that has to be answered."""

    def call(m: Driver, subject: str, session: Session) -> object:
        given: dict[str, Value] = {}
        if session.actor.is_any(*act.roles) and act.thing is Thing.CASE:
            file = read_case(session, subject, act)
            values = {**file.case.values, **act.known(session, file)}
            for field in act.asks(session, file):
                if field.when(values) and field.required(values) and field.default(values) is None:
                    given[field.name] = values[field.name] = _first(field)
        return perform(act, session, subject, given or {"reason": REASON})

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
