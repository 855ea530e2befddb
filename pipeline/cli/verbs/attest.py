"""``rangkap attest`` and ``void``: copy 1 has left unscanned (step 11); an approved letter is voided."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Text
from pipeline.office.signing import attest as office
from pipeline.office.signing import void as voiding

_REASON = Text("Mengapa salinan ke-1 tidak dapat dipindai", "Why copy 1 cannot be scanned")
_STATED = Text("Pernyataan salinan ke-1 surat {letter} dicatat; ketua menegaskannya dengan: rangkap attest {case} --confirm",
               "The statement for copy 1 of letter {letter} is recorded; the chair confirms it with: "
               "rangkap attest {case} --confirm")  # fmt: skip
_CONFIRMED = Text("Salinan ke-1 surat {letter}: pernyataan. Keadaan surat: {state}.",
                  "Copy 1 of letter {letter}: attested. The letter is: {state}.")  # fmt: skip


_WHY = Text("Mengapa pernyataan itu ditolak", "Why the statement is refused")
_REFUSED = Text("Pernyataan salinan ke-1 surat {letter} ditolak; salinan itu ditunggu pindaiannya seperti biasa.",
                "The statement for copy 1 of letter {letter} is refused; its scan is waited for as usual.")  # fmt: skip


def attest(call: Call) -> int:
    """State, or with ``--confirm`` confirm, or with ``--refuse`` refuse."""
    desk, case = desk_of(call), call.args.case
    if call.args.refuse:
        letter = office.refuse(desk, case, ask_reason(_WHY.fill(call.lang), call.lang), call.args.letter)
        call.say(_REFUSED, letter=letter.id)
        return call.give({"case": case, "letter": letter.id, "state": letter.state}, letter.id)
    if call.args.confirm:
        letter = office.confirm(desk, case, call.args.letter)
        call.say(_CONFIRMED, letter=letter.id, state=letter.state)
        return call.give({"case": case, "letter": letter.id, "state": letter.state}, letter.id)
    copy = office.attest(desk, case, ask_reason(_REASON.fill(call.lang), call.lang), call.args.letter)
    call.say(_STATED, letter=copy.letter, case=case)
    return call.give({"case": case, "letter": copy.letter, "copy": copy.copy}, copy.letter)


_WHY_VOID = Text("Alasan pembatalan surat", "Reason for voiding the letter")
_VOID = Text(
    "Surat {letter} dibatalkan; nomor {number} tidak dipakai lagi. Buat surat baru dengan: {next}",
    "Letter {letter} is void; number {number} is never used again. Make a new letter with: {next}",
)
_VOID_BLANK = Text(
    "Surat {letter} dibatalkan; surat itu belum bernomor. Buat surat baru dengan: {next}",
    "Letter {letter} is void; it had no number yet. Make a new letter with: {next}",
)


def void(call: Call) -> int:
    """Void a letter, for a reason that is written down."""
    desk = desk_of(call)
    letter = voiding.to_void(desk, call.args.letter)
    after = voiding.void(desk, letter.id, ask_reason(_WHY_VOID.fill(call.lang), call.lang))
    said = _VOID if after.number else _VOID_BLANK
    call.say(said, letter=after.id, number=after.number, next=command_of(after.drafting))
    return call.give({"letter": after.id, "case": after.case, "number": after.number, "state": after.state})
