"""``rangkap merge`` and ``divide``: cases are merged, parted again, divided; shown first, with a reason."""

from __future__ import annotations

from pipeline.cases.fields.table import REGISTRATION
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason, confirm
from pipeline.cli.verbs.register import say_how_to_answer
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit, Text
from pipeline.office.base.desk import Desk
from pipeline.office.delivery import divide as dividing
from pipeline.office.delivery import merge as office

_SUMMARY = Text(
    "Kasus {left} (register {left_register}, {left_state}) digabung ke kasus {right} (register {right_register}, "
    "{right_state}).\n{left} ditutup dengan hasil “digabung”; nomor, dokumen dan riwayatnya tetap. Penanganan dan jawaban "
    "dilanjutkan dalam {right}.",
    "Case {left} (register {left_register}, {left_state}) goes into case {right} (register {right_register}, "
    "{right_state}).\n{left} is closed with the outcome “digabung”; its numbers, documents and history stay. Handling and "
    "answer go on in {right}.",
)
_WHY = Text("Alasan penggabungan", "Reason for merging")
_WHY_PART = Text("Alasan memisah lagi", "Reason for parting them again")
_WHY_DIVIDE = Text("Alasan pembagian", "Reason for dividing")
_QUESTION = Text("Gabungkan? (ya/tidak)", "Merge? (yes/no)")
_DRY = Text(
    "Belum ada yang digabung. Untuk menggabung, kirim alasan melalui masukan standar: "
    "rangkap merge {left} --into {right} --apply",
    "Nothing was merged yet. To merge, send the reason on standard input: rangkap merge {left} --into {right} --apply",
)
_NO = Text("Tidak ada yang digabung.", "Nothing was merged.")
_MERGED = Text(
    "Kasus {left} digabung ke {right}. Keliru? rangkap merge {left} --undo",
    "Case {left} was merged into {right}. A mistake? rangkap merge {left} --undo",
)
_PARTED = Text(
    "Kasus {case} berdiri sendiri lagi ({state}).", "Case {case} stands by itself again ({state})."
)
_DIVIDED = Text(
    "Terdaftar sebagai kasus {new}, nomor register {register_number}, dibagi dari kasus {case}. Dokumennya ada dalam kedua "
    "kasus; periksa isian kasus lama: rangkap show {case}",
    "Registered as case {new}, register number {register_number}, divided from case {case}. The documents are in both "
    "cases; check the answers of the old one: rangkap show {case}",
)


def merge(call: Call) -> int:
    """Show what would change, ask for the reason and a yes, and merge; or part a merged case again."""
    args, desk = call.args, desk_of(call)
    if args.undo:
        return _part(call, desk)
    planned = office.plan(desk, args.case, args.into)
    fields: dict[str, str] = {}
    for name, one in zip(("left", "right"), planned, strict=True):
        fields |= {
            name: one.number,
            f"{name}_register": one.register_number,
            f"{name}_state": one.state.value,
        }
    call.say(_SUMMARY, **fields)
    if not (args.apply or is_terminal()):
        call.say(_DRY, **fields)
        return call.give({**fields, "merged": False})
    reason = ask_reason(_WHY.fill(call.lang), call.lang)
    if not (args.apply or confirm(_QUESTION.fill(call.lang), call.lang)):
        call.say(_NO)
        return Exit.INCOMPLETE
    office.merge(desk, planned, reason)
    call.say(_MERGED, **fields)
    return call.give({**fields, "merged": True})


def _part(call: Call, desk: Desk) -> int:
    after = office.part(desk, call.args.case, ask_reason(_WHY_PART.fill(call.lang), call.lang))
    call.say(_PARTED, case=after.number, state=after.state.value)
    return call.give({"case": after.number, "state": after.state.value})


def divide(call: Call) -> int:
    """Ask for the reason and the answers of the new case, and register it with the documents chosen."""
    args, desk = call.args, desk_of(call)
    dividing.to_divide(desk, args.case, args.document)
    answers = call.answers()
    if answers is None and not is_terminal():
        raise Refusal("cli.needs_terminal")
    reason = ask_reason(_WHY_DIVIDE.fill(call.lang), call.lang)
    if answers is None:
        answers = ask(REGISTRATION, {}, desk.today, desk.places, call.lang)
    try:
        new = dividing.divide(desk, args.case, args.document, answers, reason)
    except Refusal as known:
        if known.code == "office.people_known":
            say_how_to_answer(call, known)
        raise
    call.say(_DIVIDED, new=new.number, register_number=new.register_number, case=args.case)
    return call.give(
        {"case": new.number, "register_number": new.register_number, "from": args.case}, new.number
    )
