"""What was done, said once on the next page."""

from django.http import HttpRequest

from pipeline.kernel.text import Text
from pipeline.web.door import language

_SAID = "done"


def say(request: HttpRequest, said: Text, **fields: object) -> None:
    """Keep ``said`` in the session; ``fields`` are numbers and days, never names."""
    request.session[_SAID] = said.fill(language(request), **fields)


def take(request: HttpRequest) -> str:
    """What was kept, forgotten with that; a picture takes nothing away."""
    is_page = "text/html" in request.headers.get("Accept", "text/html")
    return str(request.session.pop(_SAID, "")) if is_page and _SAID in request.session else ""
