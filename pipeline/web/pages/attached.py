"""A file that leaves as an attachment, under a name without a person."""

from pathlib import PurePath

from django.http import HttpResponse

_KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def answer(data: bytes, name: str, kind: str = "") -> HttpResponse:
    """The attachment called ``name``; its media type follows from that."""
    response = HttpResponse(data, content_type=kind or _KINDS[PurePath(name).suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
