"""``rangkap review`` and ``edited``: the chair reads the letter, then decides; a draft goes out to be edited in Word and comes back (steps 10–11)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.cli import difference
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason, chosen, confirm
from pipeline.cli.reminders import practice
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Letter, LetterState
from pipeline.office.arrivals.edits import Edit
from pipeline.office.base.desk import Desk
from pipeline.office.signing import edited as edits
from pipeline.office.signing.preview import edit_to_json, preview, put_pages
from pipeline.office.signing.review import Read, approve, send_back
from pipeline.office.signing.revisions import only_revision

_APPROVED = Text("Surat {letter} disetujui dengan nomor {number}. Cetak kedua salinan: rangkap print {case} --to DIR",
                 "Letter {letter} is approved as {number}. Print both copies: rangkap print {case} --to DIR")  # fmt: skip
_BLANK = Text("Surat {letter} disetujui; nomor dan tanggal ditulis tangan. Cetak kedua salinan: rangkap print {case} --to DIR",
              "Letter {letter} is approved; number and date are written by hand. Print both copies: "
              "rangkap print {case} --to DIR")  # fmt: skip
_RETURNED = Text(
    "Konsep {letter} dikembalikan. Berikutnya, oleh petugas identifikasi: {next}",
    "Draft {letter} was returned. Next, by the officer: {next}",
)
_REASON = Text("Alasan pengembalian", "Reason for returning")
_LEAVING = Text("Alasan suntingan tidak dipakai", "Reason for leaving the edit")
_PAGES = Text("{count} berkas untuk dibaca ada di {folder}.", "{count} files to read are in {folder}.")
_TAKEN = Text("Suntingan dipakai: {letter} sekarang revisi {revision} dan menunggu persetujuan Anda.",
              "The edit is taken: {letter} is now revision {revision} and waits for your approval.")  # fmt: skip
_LEFT = Text("Suntingan tidak dipakai; berkasnya tetap disimpan.", "The edit is left; its file is kept.")
_TAKE = Text("Pakai suntingan ke-{number} sebagai revisi berikutnya? (ya/tidak)",
             "Take edit {number} as the next revision? (yes/no)")  # fmt: skip
_SURE = Text("Setujui surat {letter} revisi {revision} ini? (ya/tidak)",
             "Approve this letter {letter}, revision {revision}? (yes/no)")  # fmt: skip
_ASK = Text(
    "s setujui   k kembalikan   p pakai suntingan   n nanti",
    "s approve   k return   p take the edit   n later",
)
_WRONG = Text("Ketik s, k, p, atau n.", "Type s, k, p or n.")


def review(call: Call) -> int:
    """Show the letter, or do with it what was asked."""
    desk, args = desk_of(call), call.args
    case = args.case
    if args.approve:
        return _approve_named(call, desk, case)
    if args.send_back:
        return _send_back(call, desk, case, args.letter, Read(args.revision) if args.revision else None)
    if args.show is not None:
        return _pages(call, desk, case)
    if args.take_edited is not None:
        return _take(call, desk, case, args.take_edited, args.letter)
    if args.leave_edited is not None:
        return _leave(call, desk, case, args.leave_edited)
    return _read(call, desk, case)


def _read(call: Call, desk: Desk, case: str) -> int:
    """Show the letter; on a terminal ask what to do with it."""
    seen = preview(desk, case, call.args.letter)
    asks = is_terminal() and not call.args.json and seen.letter.state == LetterState.DRAFTED
    status = call.give(
        seen.to_json(call.lang), difference.page(seen, call.lang, colours=difference.has_colours())
    )
    if not asks:
        return status
    call.say(_ASK)
    choice, read = chosen("skpn", _WRONG, call.lang), Read(seen.letter.revision, seen.letter.version)
    if choice == "s":
        return _approve(call, desk, case, seen.letter.id, read)
    if choice == "k":
        return _send_back(call, desk, case, seen.letter.id, read)
    if choice == "p":
        return _take(call, desk, case, "", seen.letter.id, shown=True)
    return status


def _approve_named(call: Call, desk: Desk, case: str) -> int:
    """Approve the revision that was named; without one, show the letter on a terminal and ask.

    Elsewhere a draft that has several revisions is not approved unless one is named.
    """
    wanted, revision = call.args.letter, call.args.revision
    if revision:
        return _approve(call, desk, case, wanted, Read(revision))
    if not is_terminal() or call.args.json:
        return _approve(call, desk, case, wanted, only_revision(desk, case, wanted))
    seen = preview(desk, case, wanted)
    letter = seen.letter
    if letter.state == LetterState.DRAFTED:
        call.say(difference.page(seen, call.lang))
        if not confirm(_SURE.fill(call.lang, letter=letter.id, revision=letter.revision), call.lang):
            raise Refusal("cli.abandoned")
    return _approve(call, desk, case, letter.id, Read(letter.revision, letter.version))


def _approve(call: Call, desk: Desk, case: str, wanted: str, read: Read) -> int:
    letter = approve(desk, case, wanted, read)
    said = _APPROVED if letter.number else _BLANK
    call.say(said, letter=letter.id, number=letter.number, case=letter.case)
    practice(call)
    return _give(call, letter, letter.number or "")


def _send_back(call: Call, desk: Desk, case: str, wanted: str, read: Read | None) -> int:
    letter = send_back(desk, case, ask_reason(_REASON.fill(call.lang), call.lang), wanted, read)
    call.say(_RETURNED, letter=letter.id, next=command_of(letter.drafting))
    return _give(call, letter, letter.number or "")


def _give(call: Call, letter: Letter, text: str) -> int:
    return call.give(
        {"case": letter.case, "letter": letter.id, "number": letter.number, "state": letter.state}, text
    )


def _pages(call: Call, desk: Desk, case: str) -> int:
    folder = Path(call.args.show).absolute()
    made = put_pages(desk, case, folder, call.args.letter)
    call.say(_PAGES, count=len(made), folder=folder)
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _take(call: Call, desk: Desk, case: str, item: str, of: str, *, shown: bool = False) -> int:
    """Show the edit and ask, where there is a terminal; then take it."""
    if is_terminal():
        wanted = _wanted(edits.waiting(desk, case, of), item)
        if wanted is not None:
            if not shown:
                call.say(difference.edit(wanted, call.lang))
            if not wanted.reasons and not confirm(_TAKE.fill(call.lang, number=wanted.number), call.lang):
                raise Refusal("cli.abandoned")
    letter = edits.take(desk, case, item, of)
    call.say(_TAKEN, letter=letter.id, revision=letter.revision)
    return call.give({"case": case, "letter": letter.id, "revision": letter.revision}, letter.id)


def _wanted(waiting: Sequence[Edit], item: str) -> Edit | None:
    found = [one for one in waiting if item in ("", str(one.number), one.arrival.id)]
    return found[0] if len(found) == 1 else None


def _leave(call: Call, desk: Desk, case: str, item: str) -> int:
    arrival = edits.leave(desk, case, item, ask_reason(_LEAVING.fill(call.lang), call.lang), call.args.letter)
    call.say(_LEFT)
    return call.give({"case": case, "arrival": arrival.id}, arrival.id)


_OUT = Text("Konsep ada di {path}. Sunting di Word, simpan sebagai .docx, lalu taruh di inbox atau jalankan: "
            "rangkap edited {case} BERKAS",
            "The draft is at {path}. Edit it in Word, save it as .docx, then put it into the inbox or run: "
            "rangkap edited {case} FILE")  # fmt: skip
_IN = Text("Suntingan ke-{number} diterima dan menunggu ketua: rangkap review {case} --take-edited {number}",
           "Edit {number} came in and waits for the chair: rangkap review {case} --take-edited {number}")  # fmt: skip
_IDLE = Text("Suntingan ke-{number} disimpan, tetapi tidak menunggu ketua dan tidak menahan persetujuan.",
             "Edit {number} is kept, but does not wait for the chair and holds no approval up.")  # fmt: skip
_UNFIT = Text("Suntingan ke-{number} disimpan, tetapi tidak dapat dipakai dan tidak menahan persetujuan. Betulkan menurut "
              "sebabnya di bawah ini, lalu serahkan lagi: rangkap edited {case} BERKAS",
              "Edit {number} is kept, but cannot be used and holds no approval up. Correct it by the reasons below, then "
              "give it back again: rangkap edited {case} FILE")  # fmt: skip
_NONE = Text("Tidak ada suntingan yang menunggu pada kasus {case}.", "No edit waits in case {case}.")
_NEXT_EDIT = Text("Ketua membaca dan memutuskannya dengan: rangkap review {case}",
             "The chair reads and decides them with: rangkap review {case}")  # fmt: skip


def edited(call: Call) -> int:
    """Take the draft out, or take the edited file in; without either, show what waits."""
    desk, case = desk_of(call), call.args.case
    if call.args.to is not None:
        path = edits.take_out(desk, case, Path(call.args.to).absolute(), call.args.letter)
        call.say(_OUT, path=path, case=case)
        return call.give({"files": [str(path)]}, str(path))
    if call.args.file is None:
        return _waiting(call, desk, case)
    edit = edits.give(desk, case, Path(call.args.file))
    said = _UNFIT if edit.reasons else _IDLE if edit.why_idle else _IN
    call.say(said, number=edit.number, case=case)
    text = difference.edit(edit, call.lang, colours=difference.has_colours())
    return call.give(edit_to_json(edit, call.lang), text)


def _waiting(call: Call, desk: Desk, case: str) -> int:
    """Show the edits that nobody decided about; where there are none, say so and what to do."""
    found = edits.waiting(desk, case, call.args.letter)
    if found:
        call.say(_NEXT_EDIT, case=case)
    else:
        call.say(_NONE, case=case)
        instead = edits.instead(desk, case, call.args.letter)
        call.say(instead.said)
        call.steps(instead.next)
    colours = difference.has_colours()
    text = "\n\n".join(difference.edit(one, call.lang, colours=colours) for one in found)
    return call.give([edit_to_json(one, call.lang) for one in found], text)
