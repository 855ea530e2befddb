"""Error pages."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pipeline.kernel import log
from pipeline.kernel.text import N_, Text
from pipeline.web.session import LANG, office

_BROKEN = N_(
    "Something failed. The last change was not saved. Try again; if it happens again, tell "
    "the technical admin."
)
_NOT_FROM_HERE = N_(
    "This page was open for too long, or the form did not come from the office's page. Open it again, then repeat."
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that cannot be read."""
    return _refused_page(
        request, N_("This request cannot be read, or its address is not this office's."), 400
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person without the right."""
    return _refused_page(request, N_("You may not open this page."), 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an unknown address."""
    return _refused_page(request, N_("There is no page at this address."), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer a failure, whose place is logged."""
    if error := sys.exception():
        log.keep_unforeseen(office().var, "web", error)
    try:
        return _refused_page(request, _BROKEN, 500)
    except Exception:  # noqa: BLE001 - the last wall: whatever a page needs may be what broke
        return _plain_page(_BROKEN, "id", 500)


def not_from_here(request: HttpRequest, reason: str = "", **_more: Any) -> HttpResponse:
    """Answer a form from elsewhere, or too old (CSRF)."""
    return _refused_page(request, _NOT_FROM_HERE, 403)


def _refused_page(request: HttpRequest, message: Text, status: int) -> HttpResponse:
    chosen = "en" if getattr(request, "session", {}).get(LANG) == "en" else "id"
    if hasattr(request, "session"):
        return render(request, "web/refused.html", {"said": message.fill(chosen)}, status=status)
    return _plain_page(message, chosen, status)


def _plain_page(message: Text, lang: str, status: int) -> HttpResponse:
    return HttpResponse(message.fill(lang), status=status, content_type="text/plain; charset=utf-8")
