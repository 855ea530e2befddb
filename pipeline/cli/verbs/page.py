"""``rangkap page``: the register page of a month that is over, in two copies for the chair to sign."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.signing.page import make
from pipeline.register.chain import in_groups

_MADE = Text(
    "Lembar {page} siap dicetak dua salinan (sidik catatan ke-{n}). Ketua menandatangani keduanya; pindai keduanya ke "
    "inbox. Lembar diarsipkan sendiri setelah kedua pindaian kembali.",
    "Page {page} is ready to print in two copies (hash of entry {n}). The chair signs both; scan both into the inbox. It "
    "files itself once both scans are back.",
)


def page(call: Call) -> int:
    """Put both copies of the page of a month out as PDF."""
    made, files = make(desk_of(call), call.args.month, Path(call.args.to).absolute())
    call.say(_MADE, page=made.id, n=made.head_n)
    plain = {
        "page": made.id,
        "head": {"n": made.head_n, "hash": made.head_hash, "groups": in_groups(made.head_hash)},
        "printed": made.printed,
        "files": [str(one) for one in files],
    }
    return call.give(plain, "\n".join(str(one) for one in files))
