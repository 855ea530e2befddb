"""``rangkap void``: an approved letter is voided; its number stays in the series with the reason."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Text
from pipeline.office import void as office
from pipeline.office.letter_kinds import kind_option

_WHY = Text("Alasan pembatalan surat", "Reason for voiding the letter")
_DONE = Text(
    "Surat {letter} dibatalkan; nomor {number} tidak dipakai lagi. Buat surat baru dengan: rangkap draft {case}{kind}",
    "Letter {letter} is void; number {number} is never used again. Make a new letter with: rangkap draft {case}{kind}",
)
_DONE_BLANK = Text(
    "Surat {letter} dibatalkan; surat itu belum bernomor. Buat surat baru dengan: rangkap draft {case}{kind}",
    "Letter {letter} is void; it had no number yet. Make a new letter with: rangkap draft {case}{kind}",
)


def void(call: Call) -> int:
    """Void a letter, for a reason that is written down."""
    desk = desk_of(call)
    letter = office.to_void(desk, call.args.letter)
    after = office.void(desk, letter.id, ask_reason(_WHY.fill(call.lang), call.lang))
    said = _DONE if after.number else _DONE_BLANK
    call.say(said, letter=after.id, number=after.number, case=after.case, kind=kind_option(after))
    return call.give({"letter": after.id, "case": after.case, "number": after.number, "state": after.state})
