"""The first of the middleware that a request meets: what is too large is not read, and no answer is kept by anybody.

It stands before the session, so that also the answer to a request that cannot be read passes it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from threading import Lock, Thread
from typing import Any

from django.conf import settings as conf
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from pipeline.web import texts

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest form, but that of the one page where files are handed in."""
UPLOAD = "/surat-baru/"
"""The address of that page: it streams what comes into the office's own folder, file by file (:mod:`pipeline.web.uploads`)."""
BODY_COMES = 10.0
"""Seconds within which a form has to come whole."""
AWAITED_MOST = 6
"""So many forms may be on their way from one machine at a time."""
_AWAITED: Counter[str] = Counter()
_COUNTING = Lock()
FILES = 5
"""So many of the largest files may come with one form."""


class Gate:
    """Refuses a body that is too large for its page; tells everybody between here and the reader to keep nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        is_upload = request.path_info == UPLOAD
        largest = LARGEST + (FILES * _file_limit() if is_upload else 0)
        if _length(request) > largest:
            response = self._too_large(is_upload)
        elif not is_upload and not _has_come(request):
            said = texts.ALL["trouble.slow"].fill("id")
            response = HttpResponse(said, status=408, content_type="text/plain; charset=utf-8")
        else:
            response = self._get_response(request)
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _too_large(self, is_upload: bool) -> HttpResponse:
        said = texts.ALL["upload.too_much" if is_upload else "trouble.too_large"].fill("id")
        return HttpResponse(said, status=413, content_type="text/plain; charset=utf-8")


def _has_come(request: HttpRequest) -> bool:
    """Take the whole body in before a page is asked; False if it does not come in time, or too many already keep us waiting.

    Who sends a little and then waits would else hold one of the few threads that answer everybody.
    """
    if not _length(request):
        return True
    given, machine = getattr(request, "environ"), str(request.META.get("REMOTE_ADDR", ""))  # noqa: B009 - a WSGI request
    if not _sit_down(machine):
        return False
    came: list[bytes] = []
    reader = Thread(target=_read, args=(given["wsgi.input"], _length(request), came), daemon=True)
    reader.start()
    reader.join(BODY_COMES)
    _get_up(machine)
    if not came:
        return False
    given["wsgi.input"] = BytesIO(came[0])
    setattr(request, "_stream", given["wsgi.input"])  # noqa: B010 - where Django reads a form from
    return True


def _read(stream: Any, length: int, came: list[bytes]) -> None:
    with suppress(Exception):  # the sender is gone: there is nobody to be told
        came.append(stream.read(length))


def _sit_down(machine: str) -> bool:
    """Count a body that is awaited from a machine; False where it keeps too many waiting already."""
    with _COUNTING:
        if _AWAITED[machine] >= AWAITED_MOST:
            return False
        _AWAITED[machine] += 1
        return True


def _get_up(machine: str) -> None:
    with _COUNTING:
        _AWAITED[machine] -= 1
        if not _AWAITED[machine]:
            del _AWAITED[machine]


def _file_limit() -> int:
    return int(getattr(conf, "RANGKAP")["masuk.batas_mb"]) << 20  # noqa: B009 - Django's types know no words of ours


def _length(request: HttpRequest) -> int:
    """Return how many bytes the request says that it brings; what says nothing brings nothing to a page."""
    given = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(given) if given.isascii() and given.isdigit() else sys.maxsize
