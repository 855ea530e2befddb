"""``rangkap crisis`` and ``heed``: what left for the crisis procedure, who takes it, its sheet; danger words that were seen to."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.pages import crisis_told, typed
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.arrivals import danger_later
from pipeline.office.cases import crisis as office
from pipeline.office.cases import crisis_print

_NONE = Text("Tidak ada kasus yang menunggu SOP krisis.", "No case waits for the crisis procedure.")
_TAKEN = Text(
    "Kasus {case} Anda ambil alih menurut SOP krisis. Lembarnya: rangkap crisis {case} --to DIR. Surat jawaban menyusul.",
    "You have taken case {case} into the crisis procedure. Its sheet: rangkap crisis {case} --to DIR. The letter follows.",
)
_WHY = Text("Bahaya apa yang diketahui", "Which danger is known of")
_DECLARED = Text(
    "Kasus {case} ditandai pindah ke SOP krisis, dan tampil pada setiap halaman sampai ada yang mengambil alih: rangkap crisis {case} --take",
    "Case {case} is marked for the crisis procedure, and shows on every page until somebody takes it: rangkap crisis {case} --take",
)
_PRINTED = Text("Siap dicetak: {file}", "Ready to print: {file}")


def crisis(call: Call) -> int:
    """Show what waits, declare a danger, take it, or print its sheet."""
    desk, number = desk_of(call), call.args.case
    if not number:
        if call.args.take or call.args.to or call.args.declare:
            raise Refusal("cli.which_crisis")
        rows = list(map(typed, office.rows(desk)))
        if not rows:
            call.say(_NONE)
        return call.give(rows, "\n".join(crisis_told(one, call.settings.zone) for one in rows))
    if call.args.to:
        path = crisis_print.put_out(desk, number, Path(call.args.to).absolute())
        call.say(_PRINTED, file=path)
        return call.give({"file": str(path)}, str(path))
    if call.args.declare:
        found = office.declare(desk, number, ask_reason(_WHY.fill(call.lang), call.lang))
        call.say(_DECLARED, case=number)
        return call.give(found.plain(), number)
    if call.args.take:
        found = office.take(desk, number)
        call.say(_TAKEN, case=number)
        return call.give(found.plain(), number)
    found = office.look(desk, number)
    return call.give(found.plain(), crisis_told(found.plain(), call.settings.zone))


_HEEDED = Text(
    "Kata bahaya dalam surat {agenda} kasus {case} dicatat sudah ditangani.",
    "The danger words in letter {agenda} of case {case} are noted as seen to.",
)


def heed(call: Call) -> int:
    """State it; the history keeps who and when."""
    found = danger_later.heed(desk_of(call), call.args.case)
    for one in found:
        call.say(_HEEDED, agenda=one.agenda, case=one.case)
    return call.give([vars(one) for one in found], call.args.case)
