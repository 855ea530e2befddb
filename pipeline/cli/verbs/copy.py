"""``rangkap copy``: the copy for the victim, from the choice of documents to the receipt she signs, and its words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.validate import validate
from pipeline.cases.values import text
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered, ask_reason, typed
from pipeline.cli.reminders import practice
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import CopyState, Sheet
from pipeline.office.base.desk import Desk
from pipeline.office.victims import victims_copy as office
from pipeline.office.victims import victims_copy_decide, victims_copy_hand
from pipeline.office.victims.victims_copy import Seen
from pipeline.office.victims.victims_copy_choice import Option, options
from pipeline.office.victims.victims_copy_hand import Handing, has_prints

_CHOOSE = Text("Nomor dokumen yang dipilih, pisahkan dengan koma (kosong: batal)",
               "Numbers of the documents chosen, separated by commas (empty: cancel)")  # fmt: skip
_WRONG = Text("Ketik nomor dari daftar, misalnya 1,3.", "Type numbers of the list, for example 1,3.")
_HOW = Text(
    "Satu perubahan tiap baris, baris kosong selesai. + kata-kata   + HALAMAN: KIRI ATAS KANAN BAWAH (persen)   "
    "- HALAMAN.NOMOR",
    "One change a line, an empty line ends. + words   + PAGE: LEFT TOP RIGHT BOTTOM (per cent)   - PAGE.NUMBER",
)
_WHY = Text("Alasan pengembalian", "Reason for returning")
_READY = Text("Salinan {copy} diteruskan. Berikutnya, oleh ketua: rangkap copy {case} --show DIR",
              "Copy {copy} was sent on. Next, by the chair: rangkap copy {case} --show DIR")  # fmt: skip
_APPROVED = Text("Salinan {copy} disetujui dan diarsipkan. Berikutnya, oleh petugas: rangkap copy {case} --print DIR",
                 "Copy {copy} is approved and filed. Next, by a clerk: rangkap copy {case} --print DIR")  # fmt: skip
_RETURNED = Text("Salinan {copy} dikembalikan. Berikutnya, oleh petugas: rangkap copy {case} --change",
                 "Copy {copy} was returned. Next, by a clerk: rangkap copy {case} --change")  # fmt: skip
_DROPPED = Text("Usulan {copy} dibuang; dokumen kasusnya tetap. Mulai lagi: rangkap copy {case}",
                "The proposal {copy} was dropped; the documents of the case stay. Begin anew: rangkap copy {case}")  # fmt: skip
_PRINTED = Text(
    "{count} berkas siap dicetak di {folder}. Serahkan langsung kepada korban di kantor, minta tanda tangan pada kedua "
    "tanda terima, pindai lembar ke-2 ke inbox, lalu: rangkap copy {case} --handed",
    "{count} files are ready to print in {folder}. Hand it to the victim at the office, have both receipts signed, scan "
    "sheet 2 into the inbox, then: rangkap copy {case} --handed",
)
_DOCX = Text("LibreOffice tidak ada, jadi tanda terima berupa DOCX; cetak dari Word. Periksa dengan: rangkap doctor",
             "LibreOffice is missing, so the receipts are DOCX; print them in Word. Look with: rangkap doctor")  # fmt: skip
_HANDED = Text("Penyerahan salinan {copy} dicatat.", "The handing over of copy {copy} is recorded.")
_WHY_LEFT = Text(
    "Alasan menarik salinan yang tidak diambil", "Reason for withdrawing the copy that was not fetched"
)
_WITHDRAWN = Text("Salinan {copy} ditarik: tidak diambil. Kasusnya tidak menunggu salinan itu lagi; yang baru: rangkap copy {case}",
                  "Copy {copy} is withdrawn: not fetched. The case waits for it no more; a new one: rangkap copy {case}")  # fmt: skip
_TO_SHRED = Text("Cetakannya ({count} kali) beserta tanda terimanya harus dimusnahkan, jangan diserahkan. Sesudahnya: rangkap copy "
                 "{case} --shredded",
                 "Its prints ({count} times) with their receipts must be destroyed and not handed over. Afterwards: rangkap copy "
                 "{case} --shredded")  # fmt: skip
_SHREDDED = Text(
    "Dicatat: cetakan salinan {copies} sudah dimusnahkan.", "Recorded: the prints of {copies} are destroyed."
)
_SCAN = Text("Pindai lembar ke-2 tanda terimanya ke inbox; ia disimpan dengan kasus ini.",
             "Scan sheet 2 of its receipt into the inbox; it is filed with this case.")  # fmt: skip
_SHOWN = Text("{count} berkas ada di {folder}. Lihat setiap halaman: tulisan tangan, foto, dan cap tidak ditemukan komputer. "
              "Hapus sesudah dilihat.",
              "{count} files are in {folder}. Look at each page: handwriting, photos and stamps are not found by the "
              "computer. Erase them afterwards.")  # fmt: skip


def copy(call: Call) -> int:
    """Do the step that was asked for; without one tell how it stands, and on a terminal offer to choose."""
    args, desk = call.args, desk_of(call)
    steps: Sequence[tuple[Any, Callable[[Call, Desk, str], int]]] = (
        (args.document, _propose),
        (args.show, _show),
        (args.change, _change),
        (args.drop, _drop),
        (args.ready, _ready),
        (args.approve, _approve),
        (args.send_back, _send_back),
        (args.print_to, _print),
        (args.handed, _hand),
        (args.withdraw, _withdraw),
        (args.shredded, _shredded),
    )
    step = next((each for asked, each in steps if asked), _look)
    return step(call, desk, args.case)


def _look(call: Call, desk: Desk, number: str) -> int:
    case, found = office.seen(desk, number)
    known = options(case)
    status = call.give(to_json(known, found, call.lang), state(known, found, call.lang))
    may_make = desk.actor.is_any(*office.MAKERS) and not any(
        one.sheet.state in office.UNDER_WAY for one in found
    )
    if not may_make or not is_terminal() or call.args.json:
        return status
    chosen = _chosen(call, case, known)
    return _made(call, desk, number, chosen) if chosen else status


def _chosen(call: Call, case: Case, known: Sequence[Option]) -> list[str]:
    """Ask for the numbers of documents."""
    may = [one.name for one in known if one.why_not is None]

    def numbers(given: str) -> list[int] | None:
        parts = [one for one in given.replace(",", " ").split() if one]
        found = [int(one) for one in parts if one.isdigit() and 1 <= int(one) <= len(may)]
        return found if len(found) == len(parts) else None

    wrong = _WRONG.fill(call.lang)
    given = typed(f"{_CHOOSE.fill(call.lang)}: ", lambda text: None if numbers(text) is not None else wrong)
    return [may[one - 1] for one in numbers(given) or ()]


def _propose(call: Call, desk: Desk, number: str) -> int:
    return _made(call, desk, number, call.args.document)


def _made(call: Call, desk: Desk, number: str, names: Sequence[str]) -> int:
    with progress_bar() as bar:
        task = bar.add_task("salinan", total=None)
        made = office.propose(
            desk, number, names, lambda done, total: bar.update(task, completed=done, total=total)
        )
    return _told(call, made)


def _told(call: Call, made: office.Seen) -> int:
    call.say(marks(made, call.lang))
    call.say(next_of(made.sheet, call.lang))
    return call.give(copy_json(made), made.sheet.id)


def _show(call: Call, desk: Desk, number: str) -> int:
    folder = Path(call.args.show).absolute()
    made = office.show(desk, number, folder)
    call.say(_SHOWN, count=len(made), folder=folder)
    call.say(after_look(office.seen(desk, number)[1][-1].sheet, desk.actor, call.lang))
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _change(call: Call, desk: Desk, number: str) -> int:
    lines = _lines(call) if is_terminal() else sys.stdin.read().splitlines()
    with progress_bar() as bar:
        task = bar.add_task("salinan", total=None)
        made = office.change(
            desk, number, lines, lambda done, total: bar.update(task, completed=done, total=total)
        )
    return _told(call, made)


def _lines(call: Call) -> list[str]:
    say(_HOW.fill(call.lang))
    found: list[str] = []
    while given := typed("> "):
        found.append(given)
    if not found:
        raise Refusal("cli.abandoned")
    return found


def _ready(call: Call, desk: Desk, number: str) -> int:
    return _done(call, office.ready(desk, number), _READY)


def _drop(call: Call, desk: Desk, number: str) -> int:
    return _done(call, office.drop(desk, number), _DROPPED)


def _approve(call: Call, desk: Desk, number: str) -> int:
    return _done(call, victims_copy_decide.approve(desk, number), _APPROVED)


def _send_back(call: Call, desk: Desk, number: str) -> int:
    reason = ask_reason(_WHY.fill(call.lang), call.lang)
    return _done(call, victims_copy_decide.send_back(desk, number, reason), _RETURNED)


def _done(call: Call, found: Sheet, said: Text) -> int:
    call.say(said, copy=found.id, case=found.case)
    return call.give({"case": found.case, "copy": found.id, "state": str(found.state)}, found.id)


def _print(call: Call, desk: Desk, number: str) -> int:
    folder = Path(call.args.print_to).absolute()
    found, made = victims_copy_hand.print_out(desk, number, folder)
    if any(one.suffix == ".docx" for one in made):
        call.say(_DOCX)
    call.say(_PRINTED, count=len(made), folder=folder, case=number)
    practice(call)
    return call.give({"copy": found.id, "files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _withdraw(call: Call, desk: Desk, number: str) -> int:
    victims_copy_hand.to_withdraw(desk, number)
    reason = ask_reason(_WHY_LEFT.fill(call.lang), call.lang)
    found = victims_copy_hand.withdraw(desk, number, reason)
    call.say(_WITHDRAWN, copy=found.id, case=number)
    if victims_copy_hand.has_prints(found):
        call.say(_TO_SHRED, count=found.printed, case=number)
    return call.give(
        {"case": number, "copy": found.id, "state": str(found.state), "printed": found.printed}, found.id
    )


def _shredded(call: Call, desk: Desk, number: str) -> int:
    found = [one.id for one in victims_copy_hand.shredded(desk, number)]
    call.say(_SHREDDED, copies=", ".join(found))
    return call.give({"case": number, "copies": found}, "\n".join(found))


def _hand(call: Call, desk: Desk, number: str) -> int:
    victims_copy_hand.need_to_hand(desk, number)
    fields = victims_copy_hand.handing(desk, number)
    answers = answered(call, desk, call.answers(), fields)
    values = validate(answers, desk.today, fields, desk.places).need()
    names = ("receiver", "receiver_name", "handed_day", "proof", "way")
    found = victims_copy_hand.hand(desk, number, Handing(*(text(values, one) for one in names)))
    call.say(_HANDED, copy=found.id)
    if not found.arrival:
        call.say(_SCAN)
    return call.give({"case": number, "copy": found.id, "state": str(found.state)}, found.id)


_MAY = Text("Boleh dipilih:", "May be chosen:")
_MAY_NOT = Text("Tidak diserahkan:", "Not handed over:")
_COPIES = Text("Salinan untuk korban:", "Copies for the victim:")
_PAGE = Text("Halaman {page} ({document}): {count} bagian", "Page {page} ({document}): {count} places")
_POOR = Text(
    "    ! halaman ini sulit dibaca: lihat sendiri", "    ! this page is hard to read: look at it yourself"
)
_NOTHING = Text("    tidak ada yang ditemukan", "    nothing was found")
_LOOK_AT = Text("Komputer tidak melihat tulisan tangan dan gambar. Lihat halamannya: rangkap copy {case} --show DIR",
             "The computer sees neither handwriting nor pictures. Look at the pages: rangkap copy {case} --show DIR")  # fmt: skip
_NEXT = {
    CopyState.PROPOSED: Text("ubah: rangkap copy {case} --change; lihat: rangkap copy {case} --show DIR; teruskan: rangkap copy "
                             "{case} --ready",
                             "change: rangkap copy {case} --change; look: rangkap copy {case} --show DIR; send on: rangkap "
                             "copy {case} --ready"),
    CopyState.RETURNED: Text("perbaiki: rangkap copy {case} --change", "mend it: rangkap copy {case} --change"),
    CopyState.WAITING: Text("ketua: rangkap copy {case} --show DIR", "chair: rangkap copy {case} --show DIR"),
    CopyState.APPROVED: Text("cetak: rangkap copy {case} --print DIR; sesudah diserahkan: rangkap copy {case} --handed; tidak diambil "
                             "(ketua): rangkap copy {case} --withdraw",
                             "print: rangkap copy {case} --print DIR; once handed over: rangkap copy {case} --handed; not fetched "
                             "(chair): rangkap copy {case} --withdraw"),
}  # fmt: skip
_SHRED_THEN = Text("musnahkan {count} cetakan dan tanda terimanya, lalu: rangkap copy {case} --shredded",
                 "destroy {count} prints and their receipts, then: rangkap copy {case} --shredded")  # fmt: skip
_SEND_ON = Text("Bila ada yang kurang: rangkap copy {case} --change. Bila lengkap: rangkap copy {case} --ready",
                "If something is missing: rangkap copy {case} --change. If nothing is: rangkap copy {case} --ready")  # fmt: skip
_DECIDE = Text("Setujui: rangkap copy {case} --approve. Kembalikan: rangkap copy {case} --return",
               "Approve: rangkap copy {case} --approve. Return: rangkap copy {case} --return")  # fmt: skip
_POORLY = 0.75


def state(known: Sequence[Option], found: Sequence[Seen], lang: str) -> str:
    """Return what may be chosen and why not the rest, and how each copy stands."""
    may = [one for one in known if one.why_not is None]
    lines = [_MAY.fill(lang), *(f"  {at} {one.name}" for at, one in enumerate(may, 1))]
    rest = [(one.name, one.why_not) for one in known if one.why_not is not None]
    if rest:
        lines += ["", _MAY_NOT.fill(lang), *(f"  {name}: {why.fill(lang)}" for name, why in rest)]
    if found:
        lines += ["", _COPIES.fill(lang)]
    for one in found:
        sheet = one.sheet
        why = f" ({_why(sheet)})" if _why(sheet) else ""
        lines.append(f"  {sheet.id}  {sheet.state}{why}  {next_of(sheet, lang)}".rstrip())
    return "\n".join(lines)


def _why(sheet: Sheet) -> str:
    """Return the reason for which a copy was returned or withdrawn."""
    if sheet.state == CopyState.UNCLAIMED:
        return str(sheet.decision["withdrawn"]["reason"])
    return str(sheet.decision["reason"]) if sheet.state == CopyState.RETURNED else ""


def marks(made: Seen, lang: str) -> str:
    """Return what is blacked out, page by page, with the numbers of the frames."""
    lines, number = [], 0
    for document in made.plan.documents if made.plan else ():
        for each in document.pages:
            number += 1
            lines.append(_PAGE.fill(lang, page=number, document=document.name, count=len(each.marks)))
            lines += [f"    {number}.{at} {one.words} ({one.why})" for at, one in enumerate(each.marks, 1)]
            if not each.marks:
                lines.append(_NOTHING.fill(lang))
            if each.page.source == "ocr" and each.page.confidence < _POORLY:
                lines.append(_POOR.fill(lang))
    return "\n".join([*lines, _LOOK_AT.fill(lang, case=made.sheet.case)])


def next_of(sheet: Sheet, lang: str) -> str:
    """Return what comes next for a copy, as whole commands; nothing where it is over."""
    if has_prints(sheet):
        return _SHRED_THEN.fill(lang, case=sheet.case, count=sheet.printed)
    words = _NEXT.get(CopyState(sheet.state))
    return words.fill(lang, case=sheet.case) if words else ""


def after_look(sheet: Sheet, actor: Actor, lang: str) -> str:
    """Return what who has just looked at the pages may type."""
    is_waiting = sheet.state == CopyState.WAITING
    words = (
        _DECIDE
        if is_waiting and actor.is_any(Role.CHAIR)
        else _NEXT[CopyState.WAITING]
        if is_waiting
        else _SEND_ON
    )
    return words.fill(lang, case=sheet.case)


def copy_json(made: Seen) -> dict[str, Any]:
    """Return a copy as plain values, with its marks."""
    sheet = made.sheet
    plain: dict[str, Any] = {
        "copy": sheet.id,
        "case": sheet.case,
        "state": str(sheet.state),
        "revision": sheet.revision,
        "sha256": sheet.digest,
        "documents": list(sheet.decision.get("documents", ())),
    }
    if made.plan:
        plain["pages"] = [
            [{"box": list(mark.box), "words": mark.words, "why": mark.why} for mark in each.marks]
            for each in made.plan.pages
        ]
    return plain


def to_json(known: Sequence[Option], found: Sequence[Seen], lang: str) -> dict[str, Any]:
    """Return what may be chosen and the copies there are as plain values."""
    rows = [
        {
            "name": one.name,
            "choosable": one.why_not is None,
            "reason": one.why_not.fill(lang) if one.why_not else "",
        }
        for one in known
    ]
    return {"documents": rows, "copies": [copy_json(one) for one in found]}
