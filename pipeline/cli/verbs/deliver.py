"""``rangkap deliver``: the receipt of a letter is printed as it leaves, and what came of it is recorded (step 13)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field
from pipeline.cases.values import text
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask
from pipeline.cli.reminders import practice
from pipeline.kernel.commands import commands_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import DispatchState, Sheet
from pipeline.office.base import dispatches
from pipeline.office.base.desk import Desk, steps
from pipeline.office.base.fresh import with_version
from pipeline.office.delivery import deliver as office
from pipeline.office.delivery import deliver_late, deliver_print

_SAFE = Text("Surat {letter}. Cara yang aman: {ways}. Yang boleh menerima: {who}.{hours}",
             "Letter {letter}. Safe ways: {ways}. Who may receive it: {who}.{hours}")  # fmt: skip
_HOURS = Text(" Jam yang diizinkan: {hours}.", " Allowed hours: {hours}.")
_CHANGED = Text(
    "Surat {letter} ditarik: kontak aman kasus {case} berubah pada {day}. Yang dicatat di sini ialah yang terjadi dengan surat "
    "itu menurut kontak aman sebelumnya.",
    "Letter {letter} was withdrawn: the safe contact of case {case} changed on {day}. What became of that letter by the contact "
    "before is recorded here.",
)
_PRINTED = Text(
    "{count} berkas siap dicetak di {folder}. Minta tanda tangan penerima, pindai tanda terimanya ke inbox, lalu catat: "
    "rangkap deliver {case}",
    "{count} files are ready to print in {folder}. Have the receiver sign, scan the receipt into the inbox, then record: "
    "rangkap deliver {case}",
)
_DOCX = Text("LibreOffice tidak ada, jadi berkasnya DOCX; cetak dari Word. Periksa dengan: rangkap doctor",
             "LibreOffice is missing, so the files are DOCX; print them in Word. Look with: rangkap doctor")  # fmt: skip
_DONE = {
    DispatchState.DELIVERED: Text("Surat {letter} tercatat disampaikan.", "Letter {letter} is recorded as delivered."),
    DispatchState.NEVER: Text("Surat {letter} tercatat tidak dapat disampaikan; salinan ke-1 disimpan di kantor.",
                              "Letter {letter} is recorded as undeliverable; copy 1 is kept at the office."),
    DispatchState.OPEN: Text("Percobaan tercatat ({tried} kali belum berhasil); surat {letter} tetap menunggu di kantor. Keluar lagi: "
                             "rangkap deliver {case} --to DIR; diambil: rangkap deliver {case}",
                             "The attempt is recorded ({tried} failed so far); letter {letter} waits at the office. To send it again: "
                             "rangkap deliver {case} --to DIR; fetched: rangkap deliver {case}"),
}  # fmt: skip
_SCAN = Text("Pindai tanda terima {sheet} ke inbox; tanpa itu kasus belum dapat ditutup. Belum dicetak? rangkap deliver "
             "{case} --to DIR",
             "Scan receipt {sheet} into the inbox; without it the case cannot be closed. Not printed yet? rangkap "
             "deliver {case} --to DIR")  # fmt: skip
_NEXT = Text("Berikutnya: {next}", "Next: {next}")


def deliver(call: Call) -> int:
    """With ``--to`` print receipt and envelope as the letter leaves; else record what came of it, ``--late`` of a withdrawn one."""
    desk = desk_of(call)
    if call.args.late:
        return _late(call, desk)
    return _print(call, desk) if call.args.to else _record(call, desk)


def _print(call: Call, desk: Desk) -> int:
    folder, number = Path(call.args.to).absolute(), call.args.case
    now = office.standing(desk, number, office.SEND)
    answers = _answers(call, desk, now, office.fields_to_send(desk, now))
    one, made = deliver_print.put_out(desk, number, folder, answers)
    if any(each.suffix == ".docx" for each in made):
        call.say(_DOCX)
    call.say(_PRINTED, count=len(made), folder=folder, case=number)
    practice(call)
    return call.give({"sheet": one.id, "files": [str(each) for each in made]}, "\n".join(map(str, made)))


def _record(call: Call, desk: Desk) -> int:
    number = call.args.case
    now = office.standing(desk, number)
    answers = _answers(call, desk, now, office.fields_to_record(desk, now))
    return _told(call, desk, office.record(desk, number, answers))


def _told(call: Call, desk: Desk, one: Sheet) -> int:
    """Say what was recorded with the dispatch ``one``, and what comes next."""
    number = one.case
    state = DispatchState(one.state)
    call.say(_DONE[state], letter=one.letter, case=number, tried=len(dispatches.attempts(one)))
    if dispatches.awaits_receipt(one):
        call.say(_SCAN, sheet=one.id, case=number)
    case = things.case(desk, number)
    if state is not DispatchState.OPEN:
        call.say(_NEXT, next=commands_of(steps(case, desk.actor)))
    return call.give(
        {"case": number, "sheet": one.id, "state": str(state), "status": case.state.value}, one.id
    )


def _late(call: Call, desk: Desk) -> int:
    number = call.args.case
    late = deliver_late.standing(desk, number)
    call.say(_CHANGED, letter=late.then.letter.id, case=number, day=short_day(late.change.day))
    answers = _answers(call, desk, late.then, deliver_late.fields(desk, late))
    return _told(call, desk, deliver_late.record(desk, number, answers))


def _answers(call: Call, desk: Desk, now: office.Standing, fields: Sequence[Field]) -> dict[str, object]:
    """Return the answers: prepared ones, or those of the person at the terminal, who is told first what is safe.

    The way by which the letter left, if its receipt was printed, is proposed.
    """
    given = call.answers()
    if given is not None:
        return with_version(now.case, given)
    if not is_terminal():
        raise Refusal("cli.needs_terminal")
    hours = text(now.case.values, "safe_contact_hours")
    call.say(
        _SAFE,
        letter=now.letter.id,
        ways=", ".join(now.ways),
        who=", ".join(now.receivers),
        hours=_HOURS.fill(call.lang, hours=hours) if hours else "",
    )
    left = dispatches.sent(now.dispatch).get("way", "")
    base = {"way": left} if left in now.ways else {}
    return with_version(now.case, ask(fields, {}, desk.today, desk.places, call.lang, base))
