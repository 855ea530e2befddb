"""What was done, said once on the next page; it lies in the session until then, so without a name."""

from django.http import HttpRequest

from pipeline.kernel.text import Text
from pipeline.web.door import language

_SAID = "done"


def say(request: HttpRequest, said: Text, **fields: object) -> None:
    """Keep ``said`` for the next page of this person; ``fields`` are numbers and days, never names."""
    request.session[_SAID] = said.fill(language(request), **fields)


def take(request: HttpRequest) -> str:
    """Return what was kept and forget it; a picture beside the page takes nothing away."""
    is_page = "text/html" in request.headers.get("Accept", "text/html")
    return str(request.session.pop(_SAID, "")) if is_page and _SAID in request.session else ""
