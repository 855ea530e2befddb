"""A file that leaves by the browser: an attachment, under a name without a person."""

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
    """The answer that gives ``data`` as an attachment called ``name``, of media type ``kind`` or by its name."""
    response = HttpResponse(data, content_type=kind or _KINDS[PurePath(name).suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
