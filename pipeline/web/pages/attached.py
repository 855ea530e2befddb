"""A file that leaves by the browser: an attachment, under a name without a person."""

from django.http import HttpResponse


def answer(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return ``data`` as an attachment called ``name``."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
