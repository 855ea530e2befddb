"""``rangkap form``: receipt, registration form, reports, envelope, label, the register page of a month."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.papers.forms import make
from pipeline.office.papers.forms_by_hand import blank_forms

_MADE = Text("{count} berkas siap dicetak di {folder}.", "{count} files are ready to print in {folder}.")
_NO_PDF = Text(
    "LibreOffice tidak ada, jadi hanya DOCX yang dibuat; buka dan cetak dari Word. Periksa dengan: rangkap doctor",
    "LibreOffice is missing, so only the DOCX was made; open and print it in Word. Look with: rangkap doctor",
)
_LATER = Text(
    "Cetak sebelum dibutuhkan. Yang ditulis tangan dicatat kemudian: rangkap register, dengan tanggal diterima yang sebenarnya.",
    "Print before they are needed. What is written by hand is entered later: rangkap register, with the true day of receipt.",
)


def form(call: Call) -> int:
    """Put a form out as DOCX and PDF."""
    folder = Path(call.args.to).absolute()
    made = make(
        desk_of(call),
        call.args.kind,
        call.args.number or "",
        folder,
        blank=call.args.blank,
        letter=call.args.letter,
    )
    if not made.has_pdf:
        call.say(_NO_PDF)
    call.say(_MADE, count=len(made.files), folder=folder)
    files = [str(one) for one in made.files]
    return call.give({"kind": call.args.kind, "files": files, "pdf": made.has_pdf}, "\n".join(files))


def forms(call: Call) -> int:
    """Put out the empty forms for days without a computer, as PDF."""
    folder = Path(call.args.to).absolute()
    files = [str(one) for one in blank_forms(desk_of(call), folder)]
    call.say(_MADE, count=len(files), folder=folder)
    call.say(_LATER)
    return call.give({"files": files}, "\n".join(files))
