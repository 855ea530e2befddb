"""What waits for whoever is signed in: the first page, and the piece of it that keeps itself new."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.kernel.people import Role
from pipeline.office.base.desk import READERS, Desk
from pipeline.office.overview import find
from pipeline.web import texts
from pipeline.web.sign_in import desk_of

FURTHER = (
    "contacts", "dangers", "clocks", "due", "erasures", "requests", "receipts", "simfoni", "conflicts", "mandates",
    "statements", "victims_copies", "pages", "disposals", "emptied", "further",
)  # fmt: skip


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits; an account without case work is told what it is for."""
    return render(request, "web/home.html", _shown(desk_of(request)))


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Return the list alone, for the page that asks for it every few seconds."""
    return render(request, "web/waiting.html", _shown(desk_of(request)))


def _shown(desk: Desk) -> dict[str, Any]:
    if not desk.actor.is_any(*READERS):
        return {"is_reader": False}
    rows = find.todo(desk)
    further = [
        (texts.ALL[f"todo.{name}"], [_line(one) for one in rows[name]]) for name in FURTHER if rows[name]
    ]
    return {
        "is_reader": True,
        "may_register": desk.actor.is_any(Role.CLERK, Role.OFFICER),
        "crises": rows["crises"],
        "arrivals": rows["arrivals"],
        "cases": rows["cases"],
        "refused": rows["refused"],
        "further": further,
        "is_empty": not any(rows.values()),
    }


def _line(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a page shows it: the case it leads to, and what it waits for."""
    case = str(row.get("case") or "")
    about = str(row.get("letter") or row.get("page") or row.get("list") or row.get("account") or "")
    return {
        "case": case,
        "about": about if about != case else "",
        "waits": row.get("waits") or row.get("what") or "",
    }
