"""``rangkap form``: receipt, registration form, reports, envelope, label, the register page of a month."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.papers.forms import make

_MADE = Text("{count} berkas siap dicetak di {folder}.", "{count} files are ready to print in {folder}.")
_NO_PDF = Text(
    "LibreOffice tidak ada, jadi hanya DOCX yang dibuat; buka dan cetak dari Word. Periksa dengan: rangkap doctor",
    "LibreOffice is missing, so only the DOCX was made; open and print it in Word. Look with: rangkap doctor",
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
