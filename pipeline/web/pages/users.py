"""The accounts, for the admin alone; no address holds a person's name."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.office.base import acts as events
from pipeline.office.base import users, web_door
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import change_accounts as acts
from pipeline.office.bookkeeping.change_accounts import ROLES, VERSION
from pipeline.office.engine.perform import perform
from pipeline.web import factors, refusals, versions
from pipeline.web.session import language, office, say, session_of

_HISTORY = 20
_ACTS = {
    "word": acts.reset_password, "roles": acts.change_roles, "lock": acts.lock_account, "unlock": acts.unlock_account,
}  # fmt: skip
_ROLES = {
    Role.CLERK: N_("receiving clerk: takes in and registers letters, files, delivers"),
    Role.OFFICER: N_("identification officer: verifies and studies cases, clarifies, drafts answers, closes cases"),
    Role.CHAIR: N_("chair: verifies, assigns, approves, signs (with two-step verification)"),
    Role.ARCHIVIST: N_("archivist: finds and reads cases, checks the archive, disposal"),
    Role.ADMIN: N_("technical admin: runs the server and the accounts, sees no case; an account of its own (with two-step verification)"),
    Role.OVERSEER: N_("overseer: sees figures of recaps only"),
}  # fmt: skip
_DONE = {
    "roles": N_("The roles were changed; sessions have ended."),
    "lock": N_("The account is locked. Unlock it by Manage."),
    "unlock": N_("The account is unlocked."),
    "factor": N_("Two-step verification was reset; it is set up again at the next sign-in."),
    "sessions": N_("All sessions of that account have ended."),
}
_AT_THE_DOOR: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "factor": (users.FACTOR, factors.forget),
    "sessions": (users.SESSIONS, factors.end_sessions),
}
"""What only the web application can do to an account."""


@require_http_methods(["GET", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """A new account's first word is shown once."""
    session, trouble, post = session_of(request, users.VERB, users.KEEPERS), "", request.POST
    if request.method == "POST":
        try:
            name, reason = post.get("account", "").strip(), post.get("reason", "").strip()
            given = {ROLES: _roles(request), REASON: reason}
            return _slip(request, perform(acts.add_account, session, name, given).told)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    owners = factors.owners()
    shown = {
        "rows": [user | {"factor": user["account"] in owners} for user in users.listed(session)],
        "own": session.actor.account,
        "roles": _choices(request, post.getlist("role")),
        "given": {name: post.get(name, "") for name in ("account", "reason")},
        "trouble": trouble,
    }
    return render(request, "web/users.html", shown, status=409 if trouble else 200)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show one account with its history, or change it."""
    session, trouble = session_of(request, users.VERB, users.KEEPERS), ""
    if request.method == "GET":
        return redirect("users")
    name, act = request.POST.get("account", "").strip(), request.POST.get("act", "")
    row = next((user for user in users.listed(session) if user["account"] == name), None)
    if row is None:
        raise Refusal(
            "office.no_account",
            given=name[:40],
            known=", ".join(user["account"] for user in users.listed(session)),
        )
    if act:
        try:
            return _done(request, session, row)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
            row = next(user for user in users.listed(session) if user["account"] == name)
    return _page(request, session, row, trouble)


def _done(request: HttpRequest, session: Session, row: dict[str, Any]) -> HttpResponse:
    name, reason = row["account"], request.POST.get("reason", "").strip()
    act = versions.decision(request.POST, (*_ACTS, *_AT_THE_DOOR), "act")
    versions.need(request.POST, row["version"], f"Akun {name}", "version")
    if act in _AT_THE_DOOR:
        users.at_the_door(session, name, reason, *_AT_THE_DOOR[act])
    else:
        given = {
            REASON: reason,
            VERSION: row["version"],
            **({ROLES: _roles(request)} if act == "roles" else {}),
        }
        made = perform(_ACTS[act], session, name, given)
        if act == "word":
            return _slip(request, made.told)
    say(request, _DONE[act])
    return redirect("users")


def _page(request: HttpRequest, session: Session, row: dict[str, Any], trouble: str) -> HttpResponse:
    lang = language(request)
    changes = [
        change
        | {
            "said": events.format_act(change["verb"], change["detail"], lang),
            "why": change["detail"].get("reason", ""),
        }
        for change in reversed(users.changes(session, row["account"])[-_HISTORY:])
    ]
    shown = {
        "row": row | {"factor": row["account"] in factors.owners()},
        "is_own": row["account"] == session.actor.account,
        "roles": _choices(request, request.POST.getlist("role") if trouble else row["roles"]),
        "reason": request.POST.get("reason", "") if trouble else "",
        "history": changes,
        "trouble": trouble,
    }
    return render(request, "web/user.html", shown, status=409 if trouble else 200)


def _slip(request: HttpRequest, made: Mapping[str, object]) -> HttpResponse:
    """Show a new word, this once."""
    shown = {"made": made, "address": web_door.url(office()), "office": office()["kantor.nama"]}
    return render(request, "web/user_password.html", shown)


def _roles(request: HttpRequest) -> list[str]:
    return [role for role in Role if role in request.POST.getlist("role")]


def _choices(request: HttpRequest, chosen: list[str]) -> list[tuple[str, bool, str]]:
    lang = language(request)
    return [(str(role), str(role) in chosen, _ROLES[role].fill(lang)) for role in Role]
