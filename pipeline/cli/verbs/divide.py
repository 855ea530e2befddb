"""``rangkap divide``: a case is divided, with a reason."""

from __future__ import annotations

from pipeline.cases.fields.table import REGISTRATION
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason
from pipeline.cli.verbs.register import say_how_to_answer
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.delivery import divide as dividing

_WHY_DIVIDE = Text("Alasan pembagian", "Reason for dividing")
_DIVIDED = Text(
    "Terdaftar sebagai kasus {new}, nomor register {register_number}, dibagi dari kasus {case}. Dokumennya ada dalam kedua "
    "kasus; periksa isian kasus lama: rangkap show {case}",
    "Registered as case {new}, register number {register_number}, divided from case {case}. The documents are in both "
    "cases; check the answers of the old one: rangkap show {case}",
)


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
