"""The accounts, for the admin alone; no address holds a person's name."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.office.base import acts, users, web_door
from pipeline.office.base.desk import Desk
from pipeline.web import factors, refusals, texts, versions
from pipeline.web.door import language, say
from pipeline.web.sign_in import desk_of, office

_HISTORY = 20


@require_http_methods(["GET", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts; a new one's first word is shown once."""
    desk, trouble, post = desk_of(request, users.VERB, users.KEEPERS), "", request.POST
    if request.method == "POST":
        try:
            name, reason = post.get("account", "").strip(), post.get("reason", "").strip()
            return _slip(request, users.add(desk, name, _roles(request), reason))
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    owners = factors.owners()
    shown = {
        "rows": [one | {"factor": one["account"] in owners} for one in users.listed(desk)],
        "own": desk.actor.account,
        "roles": _choices(request, post.getlist("role")),
        "given": {name: post.get(name, "") for name in ("account", "reason")},
        "trouble": trouble,
    }
    return render(request, "web/users.html", shown, status=409 if trouble else 200)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show one account with its history, or change it."""
    desk, trouble = desk_of(request, users.VERB, users.KEEPERS), ""
    if request.method == "GET":
        return redirect("users")
    name, act = request.POST.get("account", "").strip(), request.POST.get("act", "")
    row = next((one for one in users.listed(desk) if one["account"] == name), None)
    if row is None:
        raise Refusal(
            "office.no_account",
            given=name[:40],
            known=", ".join(one["account"] for one in users.listed(desk)),
        )
    if act:
        try:
            return _done(request, desk, row)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
            row = next(one for one in users.listed(desk) if one["account"] == name)
    return _page(request, desk, row, trouble)


def _done(request: HttpRequest, desk: Desk, row: dict[str, Any]) -> HttpResponse:
    name, reason = row["account"], request.POST.get("reason", "").strip()
    act = versions.decision(request.POST, ("word", "roles", "lock", "unlock", "factor", "sessions"), "act")
    versions.need(request.POST, row["version"], f"Akun {name}", "version")
    if act == "word":
        return _slip(request, users.reset(desk, name, reason))
    deeds: dict[str, Callable[[], None]] = {
        "roles": lambda: users.change_roles(desk, name, _roles(request), reason, read=row["version"]),
        "lock": lambda: users.lock(desk, name, reason),
        "unlock": lambda: users.lock(desk, name, reason, undo=True),
        "factor": lambda: users.at_the_door(desk, name, reason, users.FACTOR, factors.forget),
        "sessions": lambda: users.at_the_door(desk, name, reason, users.SESSIONS, factors.end_sessions),
    }
    deeds[act]()
    say(request, texts.ALL[f"users.done.{act}"])
    return redirect("users")


def _page(request: HttpRequest, desk: Desk, row: dict[str, Any], trouble: str) -> HttpResponse:
    lang = language(request)
    told = [
        one | {"said": acts.told(one["verb"], one["detail"], lang), "why": one["detail"].get("reason", "")}
        for one in reversed(users.changes(desk, row["account"])[-_HISTORY:])
    ]
    shown = {
        "row": row | {"factor": row["account"] in factors.owners()},
        "is_own": row["account"] == desk.actor.account,
        "roles": _choices(request, request.POST.getlist("role") if trouble else row["roles"]),
        "reason": request.POST.get("reason", "") if trouble else "",
        "history": told,
        "trouble": trouble,
    }
    return render(request, "web/user.html", shown, status=409 if trouble else 200)


def _slip(request: HttpRequest, made: users.Word) -> HttpResponse:
    """Show a new word, this once."""
    shown = {"made": made, "address": web_door.url(office()), "office": office()["kantor.nama"]}
    return render(request, "web/user_word.html", shown)


def _roles(request: HttpRequest) -> frozenset[Role]:
    return frozenset(one for one in Role if str(one) in request.POST.getlist("role"))


def _choices(request: HttpRequest, chosen: list[str]) -> list[tuple[str, bool, str]]:
    lang = language(request)
    return [(str(one), str(one) in chosen, texts.ALL[f"users.role.{one}"].fill(lang)) for one in Role]
