"""``rangkap move``: a document that was filed in the wrong case goes into the right one; shown first, then done."""

from __future__ import annotations

import shlex

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason, confirm
from pipeline.kernel.text import Exit, Text
from pipeline.office.arrivals import move_document as office
from pipeline.office.arrivals.move_document import Planned

_SUMMARY = Text(
    "Dokumen {document}{agenda}\n  dari kasus {wrong} (register {wrong_register}, {wrong_state})\n"
    "  ke kasus {right} (register {right_register}, {right_state}), di sana bernama {name}\n"
    "Riwayat dan register kedua kasus mencatatnya. Dalam kasus {wrong} dokumen ini tidak ditampilkan lagi. Isian kedua "
    "kasus tidak ikut berubah.",
    "Document {document}{agenda}\n  from case {wrong} (register {wrong_register}, {wrong_state})\n"
    "  into case {right} (register {right_register}, {right_state}), called {name} there\n"
    "History and register of both cases say so. Case {wrong} shows this document no longer. The answers of both cases "
    "stay as they are.",
)
_AGENDA = Text(" (agenda {agenda})", " (agenda {agenda})")
_EMPTY = Text(
    "Kasus {wrong} lalu tidak memuat surat masuk dan menunggu yang benar. Bila surat yang benar ada dalam kasus lain: "
    "rangkap move KASUS DOKUMEN --into {wrong}. Bila pendaftarannya yang salah, batalkan sekaligus: {command}",
    "Case {wrong} then holds no incoming letter and waits for the right one. If that is in another case: "
    "rangkap move CASE DOCUMENT --into {wrong}. If the registration was wrong, void it at once: {command}",
)
_EMPTY_AT_WORK = Text(
    "Kasus {wrong} lalu tidak memuat surat masuk dan menunggu yang benar. Bila surat yang benar ada dalam kasus lain: "
    "rangkap move KASUS DOKUMEN --into {wrong}",
    "Case {wrong} then holds no incoming letter and waits for the right one. If that is in another case: "
    "rangkap move CASE DOCUMENT --into {wrong}",
)
_VOID = Text(
    "Pendaftaran kasus {wrong} dibatalkan; nomor kasus dan nomor registernya tidak dipakai lagi.",
    "The registration of case {wrong} is voided; its case number and register number are never used again.",
)
_ANSWERS = Text(
    "Kasus {wrong} sudah memuat surat {letters}; baca lagi apakah surat itu menjawab dokumen ini.",
    "Case {wrong} already holds letter {letters}; read again whether it answers this document.",
)
_WHY = Text("Alasan pemindahan", "Reason for the move")
_QUESTION = Text("Pindahkan? (ya/tidak)", "Move it? (yes/no)")
_DRY = Text(
    "Belum ada yang dipindahkan. Untuk memindahkannya, kirim alasan melalui masukan standar: {command}",
    "Nothing was moved yet. To move it, send the reason on standard input: {command}",
)
_NO = Text("Tidak ada yang dipindahkan.", "Nothing was moved.")
_DONE = Text(
    "{document} sekarang ada dalam kasus {right} sebagai {name}. Periksa isian kedua kasus: rangkap show {wrong}; "
    "rangkap show {right}",
    "{document} is now in case {right} as {name}. Check the answers of both cases: rangkap show {wrong}; "
    "rangkap show {right}",
)


def move(call: Call) -> int:
    """Show what would change, ask for the reason and a yes, and move the document."""
    args, desk = call.args, desk_of(call)
    planned = office.plan(desk, args.case, args.document, args.into, void=args.void)
    _show(call, planned)
    if not (args.apply or is_terminal()):
        call.say(_DRY, command=_command(call, "--apply"))
        return call.give(_plain(planned, is_done=False))
    reason = ask_reason(_WHY.fill(call.lang), call.lang)
    if not (args.apply or confirm(_QUESTION.fill(call.lang), call.lang)):
        call.say(_NO)
        call.give(_plain(planned, is_done=False))
        return Exit.INCOMPLETE
    office.move(desk, planned, reason)
    call.say(_DONE, **_fields(planned))
    return call.give(_plain(planned, is_done=True))


def _show(call: Call, planned: Planned) -> None:
    fields = _fields(planned)
    number = planned.arrival.agenda if planned.arrival else None
    agenda = _AGENDA.fill(call.lang, agenda=number) if number else ""
    call.say(_SUMMARY, **fields, agenda=agenda)
    if planned.is_voided:
        call.say(_VOID, **fields)
    elif not planned.left:
        said = _EMPTY if planned.may_be_voided else _EMPTY_AT_WORK
        call.say(said, **fields, command=_command(call, "--void"))
    if planned.answers:
        call.say(_ANSWERS, **fields, letters=", ".join(planned.answers))


def _fields(planned: Planned) -> dict[str, str]:
    wrong, right = planned.wrong, planned.right
    return {
        "document": planned.document,
        "name": planned.name,
        "wrong": wrong.number,
        "wrong_register": wrong.register_number,
        "wrong_state": wrong.state.value,
        "right": right.number,
        "right_register": right.register_number,
        "right_state": right.state.value,
    }


def _command(call: Call, *more: str) -> str:
    """Return the whole command with one option more."""
    args = call.args
    words = ["rangkap", "move", args.case, args.document, "--into", args.into]
    return shlex.join([*words, *(["--void"] if args.void else []), *more])


def _plain(planned: Planned, *, is_done: bool) -> dict[str, object]:
    return {
        "document": planned.document,
        "from": planned.wrong.number,
        "into": planned.right.number,
        "name": planned.name,
        "left": planned.left,
        "void": planned.is_voided,
        "letters": list(planned.answers),
        "moved": is_done,
    }
