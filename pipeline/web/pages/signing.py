"""Signing in and out, and changing one's word."""

from typing import Any

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.office.base import sign_in as proof
from pipeline.office.base import users
from pipeline.web import factors, refusals
from pipeline.web.middleware import before_all, needs_factor, open_to_all
from pipeline.web.session import LANG, language, office, say
from pipeline.web.sign_in import MUST_CHANGE, OfficeBackend, is_password, is_proved_twice, seconds_to_wait


@open_to_all
@sensitive_post_parameters("word")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Never tells which of account and word was wrong."""
    if request.method == "GET":
        return redirect("home") if request.user.is_authenticated else _form(request)
    account = request.POST.get("account", "").strip()
    try:
        user = authenticate(request, username=account, password=request.POST.get("word", ""))
    except Refusal as error:
        if error.code != "records.too_many_words":
            raise
        return _form(request, refusals.message(error, language(request)), 503)
    if user is None:
        return _form(
            request,
            N_(
                "Account and password do not match, or the account cannot be used. After five failed "
                "attempts the account is locked on this computer for 15 minutes."
            ).fill(language(request)),
            401,
        )
    must_change = bool(request.session.get(MUST_CHANGE))
    enter(request, user, must_change=must_change)
    return redirect("change-word" if must_change else "home")


@open_to_all
@sensitive_post_parameters("word", "new", "again")
@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Asks for the link's word and a new one; wrong words count as at sign-in."""
    if not (account := users.first_waiting(office())):
        return redirect("sign-in")
    if request.method == "GET":
        return _first_form(request, account)
    word, new = request.POST.get("word", "").strip(), request.POST.get("new", "")
    if new != request.POST.get("again", ""):
        return _first_form(
            request, account, N_("The two new words differ. Type both again.").fill(language(request)), word
        )
    try:
        proof.need_strong(account, word, new, proof.names_of(office()))
    except Refusal as error:
        return _first_form(request, account, refusals.message(error, language(request)), word)
    if authenticate(request, username=account, password=word) is None:
        again = Next("reset-at-console", account)
        message = refusals.with_next(
            N_(
                "That one-time password does not match. Open the link shown at the server again, or "
                "ask for a new one there."
            ).fill(language(request)),
            [again],
        )
        return _first_form(request, account, message, status=401)
    proof.choose_password(office(), account, new)
    enter(request, OfficeBackend().get_user(account), must_change=False)
    return redirect("home")


def _first_form(
    request: HttpRequest, account: str, trouble: str = "", word: str = "", status: int = 400
) -> HttpResponse:
    shown = {
        "account": account,
        "office": office()["kantor.nama"],
        "trouble": trouble,
        "word": word,
        "least": proof.LEAST,
    }
    return render(request, "web/first.html", shown, status=status if trouble else 200)


def enter(request: HttpRequest, user: Any, *, must_change: bool) -> None:
    """Open the session of ``user``, in the chosen language."""
    chosen = request.session.get(LANG)
    login(request, user, backend=f"{OfficeBackend.__module__}.{OfficeBackend.__name__}")
    request.session[MUST_CHANGE], request.session[LANG] = must_change, chosen


def shut(request: HttpRequest, *_args: Any, **_more: Any) -> HttpResponse:
    """Answer after too many wrong words."""
    seconds = seconds_to_wait(request)
    message = (
        N_("Too many wrong tries from this machine. Wait {seconds} seconds, then try again.")
        if seconds
        else N_("Too many tries from this machine. Wait 15 minutes, or ask the admin for a new password.")
    ).fill(language(request), seconds=seconds)
    return _form(request, message, 429)


def _form(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    shown = {"trouble": trouble, "office": office()["kantor.nama"]}
    return render(request, "web/sign_in.html", shown, status=status)


@before_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    chosen = request.session.get(LANG)
    logout(request)
    request.session[LANG] = chosen
    return redirect("sign-in")


@before_all
@sensitive_post_parameters("word", "new", "again")
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Asks the second factor first where it is needed; other sessions end."""
    if not request.session.get(MUST_CHANGE) and needs_factor(request) and not is_proved_twice(request):
        return redirect("factor")
    trouble = ""
    if request.method == "POST":
        try:
            trouble = _changed(request)
        except Refusal as error:
            trouble = refusals.message(error, language(request))
        if not trouble:
            return redirect("home")
    return _password_form(request, trouble)


@sensitive_post_parameters("word")
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """End one's other sessions, for the word (ASVS 5.0, 7.5.2)."""
    if not is_password(request, request.POST.get("word", "")):
        return _password_form(
            request,
            N_(
                "That password does not match. Type your present password; five wrong tries shut the "
                "account from this machine."
            ).fill(language(request)),
        )
    factors.end_sessions(request.user.get_username(), but=str(request.session.session_key))
    say(request, N_("Your account is signed out everywhere else."))
    return redirect("change-word")


def _password_form(request: HttpRequest, trouble: str) -> HttpResponse:
    shown = {
        "trouble": trouble,
        "must": bool(request.session.get(MUST_CHANGE)),
        "least": proof.LEAST,
        "browsers": factors.open_sessions(request.user.get_username()),
    }
    return render(request, "web/change_password.html", shown, status=400 if trouble else 200)


def _changed(request: HttpRequest) -> str:
    name, new = request.user.get_username(), request.POST.get("new", "")
    if new != request.POST.get("again", ""):
        return N_("The two new words differ. Type both again.").fill(language(request))
    if request.session.get(MUST_CHANGE):
        proof.choose_password(office(), name, new)
    elif not is_password(request, request.POST.get("word", "")):
        return N_(
            "That password does not match. Type your present password; five wrong tries shut "
            "the account from this machine."
        ).fill(language(request))
    else:
        proof.change_password(office(), name, request.POST.get("word", ""), new)
    update_session_auth_hash(request, OfficeBackend().get_user(name))
    request.session[MUST_CHANGE] = False
    return ""


@open_to_all
@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Switch between Indonesian and English for this session."""
    request.session[LANG] = "id" if language(request) == "en" else "en"
    return redirect("home")
