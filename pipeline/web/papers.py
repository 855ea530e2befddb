"""Pictures of pages, drawn by one sandboxed reader and kept for a while."""

import io
import os
from collections import OrderedDict
from pathlib import PurePath
from threading import Lock

from django.http import HttpResponse
from pypdf import PdfReader

from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals.scans import Reader, new_reader
from pipeline.office.arrivals.view_paper import Paper
from pipeline.web.session import office

DPI = 110
THUMB = 32
"""Dots per inch of a picture too small to read."""
_KEPT, _SMALL, _LARGEST = 80, 600, 256 << 20
"""How many pages and small pictures are kept (apart: a list displaces no page being read), and bytes of either."""


class _Pictures:
    def __init__(self) -> None:
        self._lock = Lock()
        self._reader: Reader | None = None
        self._pages: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._small: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def of(self, paper: Paper, page: int, dpi: int) -> bytes:
        kept, most = (self._small, _SMALL) if dpi <= THUMB else (self._pages, _KEPT)
        with self._lock:
            key = (paper.sha512, page, dpi)
            if key not in kept:
                self._reader = self._reader or new_reader(office())
                kept[key] = self._reader.picture(paper.descriptor, page, dpi, light=dpi <= THUMB)
                while len(kept) > most or (len(kept) > 1 and sum(map(len, kept.values())) > _LARGEST):
                    kept.popitem(last=False)
            kept.move_to_end(key)
            return kept[key]

    def pages(self, paper: Paper) -> int:
        with self._lock:
            self._reader = self._reader or new_reader(office())
            return self._reader.glance(paper.descriptor).pages


_PICTURES = _Pictures()


def count(paper: Paper) -> int:
    """How many pages a paper has."""
    return _PICTURES.pages(paper)


def pictures(paper: Paper, dpi: int) -> list[bytes]:
    """A PNG of each page."""
    return [_PICTURES.of(paper, page, dpi) for page in range(1, count(paper) + 1)]


def shown(paper: Paper, page: int, dpi: int = DPI) -> HttpResponse:
    """Answer with a picture of a page."""
    kind = "image/jpeg" if dpi <= THUMB else "image/png"
    return HttpResponse(_PICTURES.of(paper, page, dpi), content_type=kind)


def drawn(pdf: bytes, page: int, dpi: int = DPI) -> HttpResponse:
    """Answer with a page of our own PDF."""
    descriptor = os.memfd_create("surat", os.MFD_CLOEXEC)
    try:
        os.write(descriptor, pdf)
        return shown(Paper(descriptor, digest_bytes(pdf, "sha512")), page, dpi)
    finally:
        os.close(descriptor)


def pages_of(pdf: bytes) -> range:
    """The page numbers of our own PDF."""
    return range(1, len(PdfReader(io.BytesIO(pdf)).pages) + 1)


_KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def attached(data: bytes, name: str, kind: str = "") -> HttpResponse:
    """Answer with a file; ``name`` holds no person's name."""
    response = HttpResponse(data, content_type=kind or _KINDS[PurePath(name).suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
