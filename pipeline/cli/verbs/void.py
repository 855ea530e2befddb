"""``rangkap void``: an approved letter is voided; its number stays in the series with the reason."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Text
from pipeline.kernel.ids import is_case
from pipeline.office.base.letter_kinds import kind_option
from pipeline.office.delivery import void_case
from pipeline.office.signing import void as office

_WHY = Text("Alasan pembatalan surat", "Reason for voiding the letter")
_DONE = Text(
    "Surat {letter} dibatalkan; nomor {number} tidak dipakai lagi. Buat surat baru dengan: rangkap draft {case}{kind}",
    "Letter {letter} is void; number {number} is never used again. Make a new letter with: rangkap draft {case}{kind}",
)
_DONE_BLANK = Text(
    "Surat {letter} dibatalkan; surat itu belum bernomor. Buat surat baru dengan: rangkap draft {case}{kind}",
    "Letter {letter} is void; it had no number yet. Make a new letter with: rangkap draft {case}{kind}",
)


_WHY_CASE = Text("Alasan pembatalan pendaftaran", "Reason for voiding the registration")
_DONE_CASE = Text(
    "Pendaftaran {case} dibatalkan; nomornya tetap ada dalam register dan tidak dipakai lagi. Dokumennya tinggal di situ. Milik "
    "kasus lain: rangkap move {case} DOKUMEN --into KASUS. Harus didaftarkan lagi: pindai kertasnya sekali lagi.",
    "The registration {case} is void; its number stays in the register and is never used again. Its documents stay with it. "
    "Does one belong to another case: rangkap move {case} DOCUMENT --into CASE. Is it to be registered anew: scan the paper again.",
)


def void(call: Call) -> int:
    """Void a letter, or the registration of a case, for a reason that is written down."""
    desk = desk_of(call)
    if is_case(call.args.letter):
        number = void_case.to_void(desk, call.args.letter).number
        case = void_case.void(desk, number, ask_reason(_WHY_CASE.fill(call.lang), call.lang))
        call.say(_DONE_CASE, case=number)
        return call.give({"case": number, "state": case.state.value})
    letter = office.to_void(desk, call.args.letter)
    after = office.void(desk, letter.id, ask_reason(_WHY.fill(call.lang), call.lang))
    said = _DONE if after.number else _DONE_BLANK
    call.say(said, letter=after.id, number=after.number, case=after.case, kind=kind_option(after))
    return call.give({"letter": after.id, "case": after.case, "number": after.number, "state": after.state})
