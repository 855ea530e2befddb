"""``rangkap mandate``: the chair is absent, who signs instead; without options, what is recorded."""

from datetime import date
from typing import Any

from pipeline.cases.fields.days import read_day, short_day
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base import mandate as office
from pipeline.settings.signatories import Absence

_WHY = Text("Alasan berhalangan", "Reason of the absence")
_WHY_END = Text("Alasan mandat diakhiri", "Reason why the mandate ends")
_RECORDED = Text(
    "Mandat {id} dicatat: {deputy} mewakili {absent} dari {since} sampai {until}. Konsep yang menunggu dibuat lagi "
    "dengan rangkap draft agar bertanda tangan wakil.",
    "Mandate {id} is recorded: {deputy} signs for {absent} from {since} to {until}. Draft letters that wait again "
    "with rangkap draft, so that they bear the deputy's signature block.",
)
_ENDED = Text("Mandat {id} tidak berlaku lagi sejak {day}.", "Mandate {id} no longer counts from {day}.")
_NEEDED = ("absent", "deputy", "since", "until", "letter", "dated")


def mandate(call: Call) -> int:
    """Record an absence, end one, or list them."""
    desk = desk_of(call)
    args = call.args
    if args.end:
        ended = office.end(desk, args.end, ask_reason(_WHY_END.fill(call.lang), call.lang))
        call.say(_ENDED, id=ended.id, day=short_day(ended.ended or desk.today))
        return call.give(_plain(ended), ended.id)
    if not any(getattr(args, name) for name in _NEEDED):
        found = office.listed(desk)
        return call.give({"mandates": [_plain(one) for one in found]}, "\n".join(map(_line, found)))
    asked = office.Asked(
        _given(call, "absent"),
        _given(call, "deputy"),
        _day(call, "since", desk.today),
        _day(call, "until", desk.today),
        _given(call, "letter"),
        _day(call, "dated", desk.today),
    )
    made = office.record(desk, asked, ask_reason(_WHY.fill(call.lang), call.lang))
    words = {"since": short_day(made.since), "until": short_day(made.until)}
    call.say(_RECORDED, id=made.id, deputy=made.deputy, absent=made.absent, **words)
    return call.give(_plain(made), made.id)


def _given(call: Call, name: str) -> str:
    found = getattr(call.args, name)
    if not found:
        raise Refusal("cli.mandate_options", what=_option(name))
    return str(found)


def _day(call: Call, name: str, today: date) -> date:
    found = read_day(_given(call, name), today)
    if found is None:
        raise Refusal("cli.mandate_options", what=_option(name))
    return found


def _option(name: str) -> str:
    return "--from" if name == "since" else f"--{name}"


def _plain(one: Absence) -> dict[str, Any]:
    return {
        "id": one.id,
        "absent": one.absent,
        "deputy": one.deputy,
        "since": one.since.isoformat(),
        "until": one.until.isoformat(),
        "mandate": one.mandate,
        "ended": one.ended.isoformat() if one.ended else "",
    }


def _line(one: Absence) -> str:
    ended = f", berakhir {short_day(one.ended)}" if one.ended else ""
    days = f"{short_day(one.since)}–{short_day(one.until)}{ended}"
    return f"{one.id}  {days}  {one.deputy} mewakili {one.absent}  ({one.mandate})"
