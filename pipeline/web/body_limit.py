"""The first middleware."""

import sys
from collections.abc import Callable

from django.conf import settings as conf
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from pipeline.kernel.text import N_
from pipeline.web.bodies import LARGEST, UPLOAD

FILES = 5
"""Largest files that may come with one form."""


class BodyLimit:
    """Refuses a body that is too large; forbids every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        is_upload = request.path_info == UPLOAD
        limit = getattr(conf, "RANGKAP")["masuk.batas_mb"] << 20  # noqa: B009 - Django's types know no words of ours
        largest = LARGEST + (FILES * limit if is_upload else 0)
        if _length(request) > largest:
            message = (
                N_("This is too much at once, so nothing was taken. Go back and send fewer files at a time.")
                if is_upload
                else N_("The upload is too large. Send documents with the menu New letters.")
            ).fill("id")
            response = HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
        else:
            response = self._get_response(request)
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store"
        return response


def _length(request: HttpRequest) -> int:
    given = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(given) if given.isascii() and given.isdigit() else sys.maxsize
