"""The first of the middleware that a request meets: what is too large is not read, and no answer is kept by anybody.

It stands before the session, so that also the answer to a request that cannot be read passes it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from pipeline.web import texts

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest form: papers come in through the inbox, never through a page."""


class Gate:
    """Refuses a body larger than :data:`LARGEST`; tells everybody between here and the reader to keep nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self._too_large() if _length(request) > LARGEST else self._get_response(request)
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _too_large(self) -> HttpResponse:
        said = texts.ALL["trouble.too_large"].fill("id")
        return HttpResponse(said, status=413, content_type="text/plain; charset=utf-8")


def _length(request: HttpRequest) -> int:
    """Return how many bytes the request says that it brings; what says nothing brings nothing to a page."""
    given = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(given) if given.isascii() and given.isdigit() else LARGEST + 1
