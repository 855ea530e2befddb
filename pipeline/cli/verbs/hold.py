"""``rangkap hold``: a case is not destroyed while somebody still needs it; ``--lift`` takes that back."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Text
from pipeline.office import hold as office

_WHY = Text("Alasan pemusnahan ditangguhkan", "Reason of the hold")
_WHY_LIFT = Text("Alasan penangguhan dicabut", "Reason why the hold is lifted")
_HELD = Text(
    "Pemusnahan kasus {case} ditangguhkan: kasus itu tidak masuk daftar usul musnah sampai ketua mencabutnya.",
    "Case {case} is under a legal hold: it comes on no list until the chair lifts it.",
)
_LIFTED = Text(
    "Penangguhan kasus {case} dicabut; masa simpannya berlaku lagi.",
    "The hold of case {case} is lifted; its retention counts again.",
)


def hold(call: Call) -> int:
    """Place a hold, or lift it."""
    desk, lift = desk_of(call), call.args.lift
    office.need_open(desk, call.args.case, lift=lift)
    reason = ask_reason((_WHY_LIFT if lift else _WHY).fill(call.lang), call.lang)
    case = office.hold(desk, call.args.case, reason, lift=lift)
    call.say(_LIFTED if lift else _HELD, case=case.number)
    return call.give({"case": case.number, "held": not lift}, case.number)
