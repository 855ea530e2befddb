"""``rangkap form`` and ``page``: forms to print, and the register page of a month."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import Text
from pipeline.office.papers.forms import make
from pipeline.office.signing.page import make as make_page

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


_PAGE_MADE = Text(
    "Lembar {page} siap dicetak dua salinan (sidik catatan ke-{n}). Ketua menandatangani keduanya; pindai keduanya ke "
    "inbox. Lembar diarsipkan sendiri setelah kedua pindaian kembali.",
    "Page {page} is ready to print in two copies (hash of entry {n}). The chair signs both; scan both into the inbox. It "
    "files itself once both scans are back.",
)


def page(call: Call) -> int:
    """Put both copies of the page out as PDF."""
    made, files = make_page(desk_of(call), call.args.month, Path(call.args.to).absolute())
    call.say(_PAGE_MADE, page=made.id, n=made.head_n)
    plain = {
        "page": made.id,
        "head": {"n": made.head_n, "hash": made.head_hash, "groups": in_groups(made.head_hash)},
        "printed": made.printed,
        "files": [str(one) for one in files],
    }
    return call.give(plain, "\n".join(str(one) for one in files))
