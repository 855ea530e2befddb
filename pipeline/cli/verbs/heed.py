"""``rangkap heed``: somebody has seen to the danger words that were read after a letter was registered."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.arrivals import danger_later

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
