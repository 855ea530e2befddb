"""The days on which the office does not work."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pipeline.cases.fields.days import read_day, short_day
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base import holidays as office
from pipeline.office.base.desk import Desk, need_role
from pipeline.web import refusals, texts, versions
from pipeline.web.done import say
from pipeline.web.door import language
from pipeline.web.sign_in import desk_of

_HISTORY = 12


@require_GET
def holidays(request: HttpRequest) -> HttpResponse:
    """List the holidays."""
    return _page(request, desk_of(request))


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Add a holiday, remove one, or take a list in."""
    desk = desk_of(request)
    need_role(desk, office.VERB, office.KEEPERS)
    try:
        said, fields = _changed(desk, request)
    except Refusal as error:
        return _page(request, desk, refusals.kept(error, language(request), is_sought=True))
    say(request, said, **fields)
    return redirect("settings-holidays")


def _page(request: HttpRequest, desk: Desk, trouble: str = "") -> HttpResponse:
    listed = office.listed(desk)
    years = sorted({day.year for day, _ in listed} | {desk.today.year})
    shown = {
        "tab": "settings-holidays",
        "version": len(office.lines(desk.settings)),
        "years": [(year, [(day, name) for day, name in listed if day.year == year]) for year in years],
        "may_change": desk.actor.is_any(*office.KEEPERS),
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
        "given": request.POST if trouble else {},
        "trouble": trouble,
    }
    return render(request, "web/settings_holidays.html", shown, status=409 if trouble else 200)


def _changed(desk: Desk, request: HttpRequest) -> tuple[Text, dict[str, object]]:
    post = request.POST
    act = versions.decision(post, ("add", "remove", "list"), "act")
    versions.need(post, len(office.lines(desk.settings)), "Daftar hari libur")
    if act == "list":
        count = office.add_all(
            desk, dict(_row(desk, line) for line in post.get("rows", "").splitlines() if line.strip())
        )
        return texts.ALL["holidays.done.list"], {"count": count}
    day = _day(desk, post.get("day", ""))
    if act == "remove":
        office.remove(desk, day)
        return texts.ALL["holidays.done.remove"], {"day": short_day(day)}
    office.add(desk, day, post.get("name", ""))
    return texts.ALL["holidays.done.add"], {"day": short_day(day)}


def _row(desk: Desk, line: str) -> tuple[date, str]:
    """A line "25-12-2026 Hari Raya Natal", or with a semicolon or tab between."""
    for sign in (";", "\t", " "):
        first, found, rest = line.strip().partition(sign)
        if found and (day := read_day(first, desk.today)) is not None:
            return day, rest.strip(" ;\t")
    return _day(desk, line), ""


def _day(desk: Desk, given: str) -> date:
    if (found := read_day(given, desk.today)) is None:
        raise Refusal("office.not_a_day", given=given.strip()[:20])
    return found
