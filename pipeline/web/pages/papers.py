"""Pages of papers as pictures, drawn within walls; nothing of a paper reaches the browser but what it looks like."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from pipeline.intake.reader import Reader
from pipeline.office import view_paper
from pipeline.office.read import new_reader
from pipeline.web.sign_in import desk_of, office

DPI = 110
_KEPT = 80


class _Pictures:
    """The last pictures that were drawn, by the content they show; one reader draws them, one after the other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._reader: Reader | None = None
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def of(self, paper: view_paper.Paper, page: int) -> bytes:
        """Return page ``page`` of ``paper`` as PNG. Raises what a reader says of a document it cannot draw."""
        with self._lock:
            key = (paper.sha512, page)
            if key not in self._kept:
                self._reader = self._reader or new_reader(office())
                self._kept[key] = self._reader.picture(paper.descriptor, page, DPI)
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


_PICTURES = _Pictures()


@require_GET
def of_arrival(request: HttpRequest, agenda: str, page: int) -> HttpResponse:
    """Show a page of a document that came in."""
    with view_paper.of_arrival(desk_of(request), agenda, page) as paper:
        return _png(_PICTURES.of(paper, page))


@require_GET
def of_case(request: HttpRequest, number: str, name: str, page: int) -> HttpResponse:
    """Show a page of a document of a case."""
    with view_paper.of_case(desk_of(request), number, name) as paper:
        return _png(_PICTURES.of(paper, page))


def _png(data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type="image/png")
    response.headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    return response
