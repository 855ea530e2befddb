"""One field for a number, name or word, which is not kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pipeline.cases.lists import CHANNELS
from pipeline.cases.states import State
from pipeline.office.cases.earlier import SEEKERS
from pipeline.office.overview import look_up
from pipeline.web.session import session_of
from pipeline.web.versions import number

_OLDEST = 1900


@sensitive_post_parameters("wanted")
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """A number of just one case opens it."""
    session = session_of(request)
    may_seek = session.actor.is_any(*SEEKERS)
    shown: dict[str, Any] = {
        "may_seek": may_seek,
        "states": [state.value for state in State],
        "channels": CHANNELS,
        "asked": look_up.Asked(""),
        "was_asked": False,
    }
    if request.method == "GET":
        return render(request, "web/search.html", shown)
    asked = _asked(request.POST)
    result = look_up.look_up(session, asked)
    only = _only(result)
    if only and not asked.is_narrowed:
        return redirect("case", number=only)
    shown |= {"asked": asked, "found": result, "was_asked": bool(asked.given.strip())}
    return render(
        request, "web/search.html", shown, status=404 if shown["was_asked"] and result.is_empty else 200
    )


def _asked(post: QueryDict) -> look_up.Asked:
    state, channel = post.get("state", ""), post.get("channel", "")
    year = number(post.get("year", "")) or 0
    return look_up.Asked(
        post.get("wanted", ""),
        year if _OLDEST <= year < 10_000 else 0,
        state if state in tuple(State) else "",
        channel if channel in {choice.value for choice in CHANNELS} else "",
        number(post.get("before", "")) or 0,
    )


def _only(result: look_up.LookedUp) -> str:
    if len(result.numbers) != 1 or result.people:
        return ""
    (hit,) = result.numbers
    return str(hit.plain.get("case") or "") if hit.case is not None else ""
