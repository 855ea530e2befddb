"""A file that leaves by the browser: as an attachment, under a name without a person, kept by nobody on the way."""

from django.http import HttpResponse


def answer(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return ``data`` as an attachment called ``name``, of media type ``kind``."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
