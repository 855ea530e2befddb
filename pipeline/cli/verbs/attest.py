"""``rangkap attest``: copy 1 has left unscanned; the officer states it, the chair confirms it (step 11)."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Text
from pipeline.office.signing import attest as office

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
