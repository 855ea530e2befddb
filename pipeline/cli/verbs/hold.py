"""``rangkap hold``: a case is not destroyed while somebody still needs it; ``--lift`` takes that back, ``list`` lists."""

from __future__ import annotations

from datetime import date

from pipeline.cases.fields.days import short_day
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.base.desk import Desk
from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.disposal import hold as office

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


_NONE = Text("Tidak ada kasus yang pemusnahannya ditangguhkan.", "No case is under a legal hold.")


class NoCase(RangkapError):
    """A hold is to be lifted, and it was not said of which case."""

    code = "cli.hold_case"
    said = Text(
        "Sebut kasusnya: rangkap hold 2026-0001 --lift. Daftarnya: rangkap hold list",
        "Name the case: rangkap hold 2026-0001 --lift. Their list: rangkap hold list",
    )
    status = Exit.USAGE


def hold(call: Call) -> int:
    """Place a hold, or lift it; without a case list all."""
    desk, lift = desk_of(call), call.args.lift
    if call.args.case == "list":
        if lift:
            raise NoCase
        return _list(call, desk)
    office.need_open(desk, call.args.case, lift=lift)
    reason = ask_reason((_WHY_LIFT if lift else _WHY).fill(call.lang), call.lang)
    case = office.hold(desk, call.args.case, reason, lift=lift)
    call.say(_LIFTED if lift else _HELD, case=case.number)
    return call.give({"case": case.number, "held": not lift}, case.number)


def _list(call: Call, desk: Desk) -> int:
    found = office.listed(desk)
    zone = call.settings.zone
    plain = [
        {"case": one.case, "since": one.since.astimezone(zone).date().isoformat(), "by": one.by}
        for one in found
    ]
    lines = [
        f"{one['case']}  ditangguhkan sejak {short_day(date.fromisoformat(one['since']))}  "
        + (f"oleh {one['by']}" if one["by"] else BY_ITSELF)
        for one in plain
    ]
    return call.give(plain, "\n".join(lines) or _NONE.fill(call.lang))
