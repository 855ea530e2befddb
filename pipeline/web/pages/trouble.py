"""Error pages."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pipeline.kernel import log
from pipeline.web import texts
from pipeline.web.door import LANG
from pipeline.web.sign_in import office


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that cannot be read."""
    return _told(request, "trouble.bad", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person without the right."""
    return _told(request, "trouble.forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an unknown address."""
    return _told(request, "trouble.not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer a failure, whose place is logged."""
    if error := sys.exception():
        log.keep_unforeseen(office().var, "web", error)
    try:
        return _told(request, "trouble.broken", 500)
    except Exception:  # noqa: BLE001 - the last wall: whatever a page needs may be what broke
        return _bare("trouble.broken", "id", 500)


def not_from_here(request: HttpRequest, reason: str = "", **_more: Any) -> HttpResponse:
    """Answer a form from elsewhere, or too old (CSRF)."""
    return _told(request, "trouble.not_from_here", 403)


def _told(request: HttpRequest, name: str, status: int) -> HttpResponse:
    chosen = "en" if getattr(request, "session", {}).get(LANG) == "en" else "id"
    said = texts.ALL[name].fill(chosen)
    if hasattr(request, "session"):
        return render(request, "web/refused.html", {"said": said}, status=status)
    return _bare(name, chosen, status)


def _bare(name: str, lang: str, status: int) -> HttpResponse:
    return HttpResponse(texts.ALL[name].fill(lang), status=status, content_type="text/plain; charset=utf-8")
