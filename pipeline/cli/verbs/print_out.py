"""``rangkap print``: both copies as PDF, again for a reason, or the draft (step 11)."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.text import Text
from pipeline.office.signing.print_out import Again, print_draft
from pipeline.office.signing.print_out import print_out as put_out

_PRINTED = Text("{count} berkas siap dicetak di {folder}.", "{count} files are ready to print in {folder}.")
_NEXT = Text(
    "Cetak dengan ukuran sebenarnya (100 %). Ketua menandatangani semua salinan; pindai semuanya ke inbox sebelum salinan ke-1 "
    "keluar.",
    "Print at actual size (100 %). The chair signs every copy; scan them all into the inbox before copy 1 leaves.",
)
_MADE = Text("Folder {folder} dibuat.", "The folder {folder} was made.")
_REASON = Text("Alasan mencetak ulang (macet, tercoret, …)", "Reason for printing again (jam, marked, …)")
_DESTROY = Text("Musnahkan cetakan lama: dua kertas dengan kode yang sama tidak dapat dibedakan.",
                "Destroy the earlier print: two papers with one code cannot be told apart.")  # fmt: skip


def print_out(call: Call) -> int:
    """Put the copies out as PDF."""
    desk, args = desk_of(call), call.args
    folder = Path(args.to).absolute()
    is_new = not folder.exists()
    made = (
        [print_draft(desk, args.case, folder, args.letter)]
        if args.draft
        else put_out(desk, args.case, folder, _again(call), args.letter)
    )
    if is_new and folder.exists():
        call.say(_MADE, folder=folder)
    call.say(_PRINTED, count=len(made), folder=folder)
    if not args.draft:
        call.say(_NEXT)
    if args.again:
        call.say(_DESTROY)
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _again(call: Call) -> Again | None:
    return Again(ask_reason(_REASON.fill(call.lang), call.lang)) if call.args.again else None
