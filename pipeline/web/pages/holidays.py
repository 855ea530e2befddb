"""The days on which the office does not work: listed; who changed them when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.kernel import clock
from pipeline.office.base import holidays as office
from pipeline.office.bookkeeping import days_off
from pipeline.web.sign_in import desk_of

_HISTORY = 12


@require_GET
def holidays(request: HttpRequest) -> HttpResponse:
    """List the holidays."""
    desk = desk_of(request)
    listed = office.listed(desk)
    years = sorted({day.year for day, _ in listed} | {desk.today.year})
    shown = {
        "tab": "settings-holidays",
        "years": [(year, [(day, name) for day, name in listed if day.year == year]) for year in years],
        "may_change": desk.actor.is_any(*days_off.KEEPERS),
        "history": [
            {
                "at": clock.stamp(one.at),
                "by": one.account,
                "day": one.day,
                "name": one.name,
                "free": one.is_free,
            }
            for one in reversed(office.lines(desk.settings)[-_HISTORY:])
        ],
        "saturday": desk.settings["kantor.libur_sabtu"],
        "sunday": desk.settings["kantor.libur_minggu"],
    }
    return render(request, "web/settings_holidays.html", shown)
