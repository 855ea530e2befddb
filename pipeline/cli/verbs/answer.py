"""``rangkap clarify``, ``draft``, ``review``, ``print``: steps 9–11."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.fields.field import Field
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.table import DRAFT
from pipeline.cases.values import Values
from pipeline.cli.call import Call, NeedsTerminal
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason
from pipeline.kernel.errors import Text
from pipeline.office.clarify import clarify as record
from pipeline.office.clarify import questions
from pipeline.office.desk import Desk
from pipeline.office.draft import case_to_draft, returned_because
from pipeline.office.draft import draft as make
from pipeline.office.print_out import print_draft
from pipeline.office.print_out import print_out as put_out
from pipeline.office.review import approve, send_back

_CLARIFIED = Text("Klarifikasi kasus {case} dicatat.", "The clarification of case {case} is recorded.")
_DRAFTED = Text("Konsep {letter} (revisi {revision}) diajukan kepada ketua.",
                "Draft {letter} (revision {revision}) was submitted to the chair.")  # fmt: skip
_BECAUSE = Text("Dikembalikan ketua: {reason}", "Returned by the chair: {reason}")
_APPROVED = Text("Surat {letter} disetujui dengan nomor {number}. Cetak kedua salinan: rangkap print {case} --to DIR",
                 "Letter {letter} is approved as {number}. Print both copies: rangkap print {case} --to DIR")  # fmt: skip
_RETURNED = Text("Konsep {letter} dikembalikan.", "Draft {letter} was returned.")
_REASON = Text("Alasan pengembalian", "Reason for returning")
_PRINTED = Text("{count} berkas siap dicetak di {folder}.", "{count} files are ready to print in {folder}.")


def clarify(call: Call) -> int:
    """Record a clarification (step 9)."""
    desk = desk_of(call)
    case, fields = questions(desk, call.args.case)
    answers = call.answers()
    given = answers if answers is not None else _ask(call, desk, fields, case.values)
    after = record(desk, case.number, given)
    call.say(_CLARIFIED, case=case.number)
    return call.give({"case": after.number, "version": after.version})


def draft(call: Call) -> int:
    """Draft the answer and submit it (step 10)."""
    desk = desk_of(call)
    case, _ = case_to_draft(desk, call.args.case)
    reason = returned_because(case.number)
    if reason:
        call.say(_BECAUSE, reason=reason)
    answers = call.answers()
    if answers is None:
        answers = _ask(call, desk, DRAFT, case.values) if is_terminal() else {}
    letter = make(desk, case.number, answers)
    call.say(_DRAFTED, letter=letter.id, revision=letter.revision)
    return call.give({"case": case.number, "letter": letter.id, "revision": letter.revision}, letter.id)


def review(call: Call) -> int:
    """Approve the draft, or return it with a reason (step 11)."""
    desk = desk_of(call)
    case = call.args.case
    if call.args.approve:
        letter = approve(desk, case)
        call.say(_APPROVED, letter=letter.id, number=letter.number, case=case)
    else:
        letter = send_back(desk, case, ask_reason(_REASON.fill(call.lang), call.lang))
        call.say(_RETURNED, letter=letter.id)
    return call.give(
        {"case": case, "letter": letter.id, "number": letter.number, "state": letter.state},
        letter.number or "",
    )


def print_out(call: Call) -> int:
    """Put both copies out as PDF."""
    desk = desk_of(call)
    folder = Path(call.args.to).absolute()
    if call.args.draft:
        made = [print_draft(desk, call.args.case, folder)]
    else:
        made = put_out(desk, call.args.case, folder)
    call.say(_PRINTED, count=len(made), folder=folder)
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _ask(call: Call, desk: Desk, fields: tuple[Field, ...], base: Values) -> Values:
    if not is_terminal():
        raise NeedsTerminal
    none: dict[str, Proposal] = {}
    return ask(fields, none, desk.today, desk.places, call.lang, base)
