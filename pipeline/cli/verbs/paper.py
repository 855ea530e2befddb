"""Papers to fill in, sign and send out."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered, ask_reason
from pipeline.cli.reminders import practice
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import Next, Text
from pipeline.lookup.kinds import SheetKind
from pipeline.office.answer import page as register_page
from pipeline.office.answer.print_out import Again, print_draft
from pipeline.office.answer.print_out import print_out as put_out
from pipeline.office.base import dispatches
from pipeline.office.base.fresh import with_version
from pipeline.office.delivery import deliver, deliver_print
from pipeline.office.papers import forms, sheets

_PRINTED = Text("{count} berkas siap dicetak di {folder}.", "{count} files are ready to print in {folder}.")
_NO_PDF = Text(
    "LibreOffice tidak ada, jadi hanya DOCX yang dibuat; buka dan cetak dari Word. Periksa dengan: rangkap doctor",
    "LibreOffice is missing, so only the DOCX was made; open and print it in Word. Look with: rangkap doctor",
)


def form(call: Call) -> int:
    """Put a form out as DOCX and PDF."""
    args, folder = call.args, Path(call.args.to).absolute()
    made = forms.make(
        desk_of(call), args.kind, args.number or "", folder, blank=args.blank, letter=args.letter
    )
    if not made.has_pdf:
        call.say(_NO_PDF)
    call.say(_PRINTED, count=len(made.files), folder=folder)
    files = [str(one) for one in made.files]
    return call.give({"kind": args.kind, "files": files, "pdf": made.has_pdf}, "\n".join(files))


_PAGE_MADE = Text(
    "Lembar {page} siap dicetak dua salinan (sidik catatan ke-{n}). Ketua menandatangani keduanya; pindai keduanya ke "
    "inbox. Lembar diarsipkan sendiri setelah kedua pindaian kembali.",
    "Page {page} is ready to print in two copies (hash of entry {n}). The chair signs both; scan both into the inbox. It "
    "files itself once both scans are back.",
)


def page(call: Call) -> int:
    """Put both copies of a month's register page out as PDF."""
    made, files = register_page.make(desk_of(call), call.args.month, Path(call.args.to).absolute())
    call.say(_PAGE_MADE, page=made.id, n=made.head_n)
    plain = {
        "page": made.id,
        "head": {"n": made.head_n, "hash": made.head_hash, "groups": in_groups(made.head_hash)},
        "printed": made.printed,
        "files": [str(one) for one in files],
    }
    return call.give(plain, "\n".join(str(one) for one in files))


_SHEET_MADE = Text("Lembar {sheet} siap dicetak: {path}. Setelah ditandatangani, pindai ke inbox, lalu: rangkap record-decision {sheet}",
                   "Sheet {sheet} is ready to print: {path}. When signed, scan it into the inbox, then: rangkap record-decision {sheet}")  # fmt: skip


def sheet(call: Call) -> int:
    """Print a sheet with a code for a decision of the chair (steps 6, 7 and 11)."""
    kind = SheetKind(call.args.kind)
    made, paths = sheets.make(
        desk_of(call), kind, call.args.case, Path(call.args.to).absolute(), call.args.letter
    )
    call.say(_SHEET_MADE, sheet=made.id, path=paths[0])
    return call.give(
        {"sheet": made.id, "kind": kind, "case": made.case, "files": list(map(str, paths))}, made.id
    )


_NEXT = Text(
    "Cetak dengan ukuran sebenarnya (100 %). Ketua menandatangani semua salinan; pindai semuanya ke inbox sebelum salinan ke-1 "
    "keluar.",
    "Print at actual size (100 %). The chair signs every copy; scan them all into the inbox before copy 1 leaves.",
)
_REASON = Text("Alasan mencetak ulang (macet, tercoret, …)", "Reason for printing again (jam, marked, …)")
_DESTROY = Text("Musnahkan cetakan lama: dua kertas dengan kode yang sama tidak dapat dibedakan.",
                "Destroy the earlier print: two papers with one code cannot be told apart.")  # fmt: skip


def print_out(call: Call) -> int:
    """Put out both copies (step 11), again for a reason, or the draft."""
    desk, args = desk_of(call), call.args
    folder = Path(args.to).absolute()
    is_new = not folder.exists()
    if args.draft:
        made = [print_draft(desk, args.case, folder, args.letter)]
    else:
        again = Again(ask_reason(_REASON.fill(call.lang), call.lang)) if args.again else None
        made = put_out(desk, args.case, folder, again, args.letter)
    if is_new and folder.exists():
        call.say(Text("Folder {folder} dibuat.", "The folder {folder} was made."), folder=folder)
    call.say(_PRINTED, count=len(made), folder=folder)
    if not args.draft:
        call.say(_NEXT)
    if args.again:
        call.say(_DESTROY)
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


_TO_SIGN = Text(
    "{count} berkas siap dicetak di {folder}. Minta tanda tangan penerima, pindai tanda terimanya ke inbox, lalu catat hasilnya.",
    "{count} files are ready to print in {folder}. Have the receiver sign, scan the receipt into the inbox, then record the result.",
)
_DOCX = Text("LibreOffice tidak ada, jadi berkasnya DOCX; cetak dari Word. Periksa dengan: rangkap doctor",
             "LibreOffice is missing, so the files are DOCX; print them in Word. Look with: rangkap doctor")  # fmt: skip


def send(call: Call) -> int:
    """Print receipt and envelope (step 13), proposing the way used before."""
    desk, folder, number = desk_of(call), Path(call.args.to).absolute(), call.args.case
    now, given = deliver.to_send(desk, number), call.answers()
    if given is None:
        call.say(deliver.safe(now))
        left = dispatches.sent(now.dispatch).get("way", "")
        base = {"way": left} if left in now.ways else {}
        given = answered(call, desk, None, deliver.fields_to_send(desk, now), base)
    one, made = deliver_print.put_out(desk, number, folder, with_version(now.case, given))
    if any(each.suffix == ".docx" for each in made):
        call.say(_DOCX)
    call.say(_TO_SIGN, count=len(made), folder=folder)
    call.steps([Next("record-delivery", number)])
    practice(call)
    return call.give({"sheet": one.id, "files": [str(each) for each in made]}, "\n".join(map(str, made)))
