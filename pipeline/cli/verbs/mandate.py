"""``rangkap mandate``: what is recorded of the chair's absences, and who signs instead."""

from pipeline.cases.fields.days import short_day
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.office.signing import mandate as office
from pipeline.settings.signatories import Absence


def mandate(call: Call) -> int:
    """List the absences."""
    found = office.listed(desk_of(call))
    return call.give({"mandates": [office.plain(one) for one in found]}, "\n".join(map(_line, found)))


def _line(one: Absence) -> str:
    ended = f", berakhir {short_day(one.ended)}" if one.ended else ""
    days = f"{short_day(one.since)}–{short_day(one.until)}{ended}"
    return f"{one.id}  {days}  {one.deputy} mewakili {one.absent}  ({one.mandate})"
