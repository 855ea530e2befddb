"""A letter that is signed and filed, as it is kept: both copies page by page, who signed, its number, its place, whether it is whole."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pipeline.office.base import dispatches
from pipeline.office.overview import signed_letter
from pipeline.office.overview.signed_letter import CopyKept
from pipeline.web.sign_in import desk_of


@require_GET
def signed(request: HttpRequest, number: str, letter: str) -> HttpResponse:
    """Show a letter that is signed, withdrawn or void; nothing is decided here."""
    seen = signed_letter.read(desk_of(request), number, letter)
    told = dispatches.result(seen.delivery)
    shown: dict[str, Any] = {
        "case": number,
        "seen": seen,
        "letter": seen.letter,
        "day": seen.letter.day.isoformat() if seen.letter.day else "",
        "signed": seen.letter.signed.isoformat() if seen.letter.signed else "",
        "copies": [{"one": one, "pages": _pages(number, one)} for one in seen.copies],
        "sent": dispatches.sent(seen.delivery),
        "delivered": told if told.get("way") else {},
    }
    return render(request, "web/letter_signed.html", shown)


def _pages(number: str, one: CopyKept) -> list[str]:
    """Return the addresses of the pages of a copy: of the document in the archive, else of the scan that came in."""
    if not (one.name or one.scan):
        return []
    name, args = ("case-page", [number, one.name]) if one.name else ("arrival-page", [one.scan])
    return [reverse(name, args=[*args, page]) for page in range(1, one.pages + 1)]
