"""``rangkap print``: both copies as PDF, once more for a reason, many letters in one job, or the draft (step 11)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call, OneCase
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.cli.verbs.review import outcome, worst
from pipeline.kernel.errors import Text
from pipeline.office.base.desk import Desk
from pipeline.office.signing.batch import print_job
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
_REFUSED = Text("{case}: tidak dicetak. {reason}", "{case}: not printed. {reason}")


def print_out(call: Call) -> int:
    """Put the copies out as PDF."""
    desk, args = desk_of(call), call.args
    folder = Path(args.to).absolute()
    is_new = not folder.exists()
    if args.one_job and not args.letter:
        return _one_job(call, desk, folder, is_new=is_new)
    if len(args.case) > 1:
        raise OneCase
    case = args.case[0]
    made = (
        [print_draft(desk, case, folder, args.letter)]
        if args.draft
        else put_out(desk, case, folder, _again(call), args.letter)
    )
    _say(call, len(made), folder, is_new=is_new)
    if not args.draft:
        call.say(_NEXT)
    if args.again:
        call.say(_DESTROY)
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def _again(call: Call) -> Again | None:
    args = call.args
    if not args.again:
        return None
    copies = (args.copy,) if args.copy else (1, 2)
    return Again(ask_reason(_REASON.fill(call.lang), call.lang), args.spoilt, copies)


def _one_job(call: Call, desk: Desk, folder: Path, *, is_new: bool) -> int:
    path, found = print_job(desk, call.args.case, folder)
    for one in found:
        if one.error:
            call.say(_REFUSED, case=one.case, reason=f"{one.error.text(call.lang)} [{one.error.code}]")
    made = [str(path)] if path else []
    _say(call, len(made), folder, is_new=is_new)
    if made:
        call.say(_NEXT)
    plain = {"files": made, "letters": [outcome(one, call.lang) for one in found]}
    call.give(plain, "\n".join(made))
    return worst(found)


def _say(call: Call, count: int, folder: Path, *, is_new: bool) -> None:
    if is_new and folder.exists():
        call.say(_MADE, folder=folder)
    call.say(_PRINTED, count=count, folder=folder)
