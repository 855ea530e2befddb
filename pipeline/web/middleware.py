"""What every page passes: sign-in, language, refusals; access is denied by default."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.base import accounts, database
from pipeline.office.base.session import note_refused
from pipeline.web import refusals
from pipeline.web.session import language, office, sit_down
from pipeline.web.sign_in import MUST_CHANGE, TWICE_PROVED, is_proved_twice

View = Callable[..., HttpResponse]
_OPEN, _BEFORE = "is_open_to_all", "is_before_all"
_SEEN, _SEEN_EACH = "seen", 60.0
_SINCE, LONGEST = "since", 12 * 3600.0
"""A session ends after 12 hours, even in use (ASVS 5.0, 7.3.2)."""
_AT_DESK = frozenset({"register", "phone", "vet", "assign", "draft", "letter", "move", "print"})
"""Pages where the time of a step counts (the SOP's 15 minutes)."""
STATUS = {
    Exit.USAGE: 400, Exit.NOT_FOUND: 404, Exit.NO_RIGHT: 403, Exit.REFUSED: 409, Exit.INCOMPLETE: 409, Exit.STALE: 409,
}  # fmt: skip
"""The HTTP status for a refusal."""
_STATUS_OF = {"records.too_many_words": 503, "office.clock_behind": 409}


def open_to_all(view: View) -> View:
    """Mark a page that asks for no sign-in."""
    setattr(view, _OPEN, True)
    return view


def before_all(view: View) -> View:
    """May come before the second factor and a new word."""
    setattr(view, _BEFORE, True)
    return view


class AccessMiddleware:
    """The last middleware before a page."""

    def __init__(self, get_response: View) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """A page that changes nothing reads each thing once."""
        with database.read_once(is_kept=request.method == "GET"):
            return self._get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """First sign in, change the word or prove a factor."""
        if getattr(view, _OPEN, False):
            return None
        if not request.user.is_authenticated:
            return _led(request, "sign-in")
        if _is_over(request):
            request.session.flush()
            return _led(request, "sign-in")
        _stay(request)
        if getattr(view, _BEFORE, False):
            return None
        if request.session.get(MUST_CHANGE):
            return _led(request, "change-word")
        if needs_factor(request) and not is_proved_twice(request):
            return _led(request, "factor")
        match = request.resolver_match
        if request.method == "GET" and match is not None and match.url_name in _AT_DESK:
            sit_down(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show a refusal as a page."""
        if not isinstance(error, Refusal):
            return None
        if error.code == "office.account_locked":
            request.session.flush()
            return _led(request, "sign-in")
        message = refusals.message(error, language(request))
        match = request.resolver_match
        if error.status is Exit.NO_RIGHT and match is not None:
            note_refused(
                request.user.get_username(), str(match.url_name), str(match.kwargs.get("number", ""))
            )
        shown = {"said": message, "case": match.kwargs.get("number", "") if match else ""}
        status = _STATUS_OF.get(error.code, STATUS.get(error.status, 500))
        return render(request, "web/refused.html", shown, status=status)


def needs_factor(request: HttpRequest) -> bool:
    """Chair, admin, and those who have one are asked."""
    from django_otp import user_has_device

    name = request.user.get_username()
    user = next((account for account in accounts.in_office(office()).accounts if account.name == name), None)
    return (user is not None and not user.roles.isdisjoint(TWICE_PROVED)) or user_has_device(request.user)


def _led(request: HttpRequest, name: str) -> HttpResponse:
    if "HX-Request" in request.headers:
        return HttpResponseClientRedirect(reverse(name))
    return redirect(name)


def _is_over(request: HttpRequest) -> bool:
    now = clock.now().timestamp()
    if _SINCE not in request.session and "poll" not in request.GET:
        request.session[_SINCE] = now
    return bool(now - request.session.get(_SINCE, now) > LONGEST)


def _stay(request: HttpRequest) -> None:
    """Polling does not keep a session alive."""
    now = clock.now().timestamp()
    if "poll" not in request.GET and now - request.session.get(_SEEN, 0) > _SEEN_EACH:
        request.session[_SEEN] = now
