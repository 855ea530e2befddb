"""The desk of step 13: what is to leave, what left, the receipts to scan, and what came of the others with their proofs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET

from pipeline.cases.fields.days import read_day, short_day
from pipeline.cases.states import find_move
from pipeline.office.base.desk import Desk
from pipeline.office.delivery import going_out
from pipeline.office.signing import overtaken
from pipeline.web import texts
from pipeline.web.door import language
from pipeline.web.sign_in import desk_of


@require_GET
def dispatch(request: HttpRequest) -> HttpResponse:
    """Show the desk; what is over for a period of days, this month without one."""
    desk = desk_of(request)
    since, until, wrong = _period(desk, request)
    found = going_out.board(desk, since, until)
    shown: dict[str, Any] = {
        "board": found,
        "late": overtaken.rows(desk),
        "since": short_day(since),
        "until": short_day(until),
        "trouble": texts.ALL["dispatch.bad_days"].fill(language(request)) if wrong else "",
        "may": desk.actor.is_any(*find_move(going_out.VERB).roles),
        "book": _book(),
    }
    return render(request, "web/dispatch.html", shown, status=400 if wrong else 200)


@require_GET
def proof(request: HttpRequest, sheet: str) -> HttpResponse:
    """Show the scan of a receipt beside what was recorded of its delivery."""
    one, pages = going_out.proof(desk_of(request), sheet)
    return render(request, "web/dispatch_proof.html", {"one": one, "pages": range(1, pages + 1)})


def _period(desk: Desk, request: HttpRequest) -> tuple[date, date, bool]:
    """Return the days that were asked for, and whether they could not be read: then this month's."""
    first, last = desk.today.replace(day=1), desk.today
    given = [request.GET.get(name, "").strip() for name in ("dari", "sampai")]
    days = [
        read_day(one, desk.today) if one else default
        for one, default in zip(given, (first, last), strict=True)
    ]
    since, until = days
    if since is None or until is None or until < since:
        return first, last, True
    return since, until, False


def _book() -> str:
    try:
        return reverse("book", args=["ekspedisi"])
    except NoReverseMatch:
        return ""
