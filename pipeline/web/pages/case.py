"""A case: where it stands, what comes next and who does it, its papers as pictures, letters and history."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pipeline.cases.states import BY_VERB, OFFERED
from pipeline.office.base.acts import told
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors_steps import ReasonNeeded
from pipeline.office.overview import find
from pipeline.office.signing.print_out import PRINTERS
from pipeline.records.letters import LetterState
from pipeline.web import texts
from pipeline.web.addresses_of import page_of
from pipeline.web.door import language
from pipeline.web.sign_in import desk_of

_MOVE_OF = {words: verb for verb, words in reversed(OFFERED.items())}


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show a case, people as initials; with a reason, which is written down, their names."""
    desk = desk_of(request)
    reason = request.POST.get("reason", "").strip()
    trouble, opened = "", None
    if request.method == "POST":
        try:
            opened = find.revealed(desk, number, reason)
        except ReasonNeeded as error:
            trouble = error.text(language(request))
    found = find.show(desk, number, "show", reason)
    plain = found.plain | (opened or {})
    if found.case is None:
        return render(request, "web/case_gone.html", {"plain": plain})
    return render(
        request,
        "web/case.html",
        {
            "plain": plain,
            "is_open": opened is not None,
            "trouble": trouble,
            "next": _next(desk, plain),
            "acts": [_act(one) for one in reversed(plain["history"])],
            "on_the_way": [
                str(one) for one in (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED)
            ],
            "pictures": [one["name"] for one in plain["documents"] if _has_pages(one["name"])],
        },
        status=400 if trouble else 200,
    )


def _has_pages(name: str) -> bool:
    return name.rpartition(".")[2] in {"pdf", "jpg", "png", "tiff", "heic", "bmp", "webp"}


def _act(one: dict[str, Any]) -> dict[str, Any]:
    return {"at": one["at"], "account": one["account"], "said": told(one["verb"], one.get("detail", {}))}


def _next(desk: Desk, plain: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the steps that can be taken now: which are this person's, and of the others who may."""
    found = []
    for words in plain["possible"]:
        verb, _, rest = words.partition(" ")
        known = BY_VERB[_MOVE_OF[words]]
        roles = PRINTERS if verb == "print" else known.roles
        found.append({
            "label": texts.ALL["print.do"] if verb == "print" else known.label,
            "url": page_of(words, plain["case"]),
            "command": f"rangkap {verb} {plain['case']} {rest}".strip(),
            "step": known.step,
            "is_mine": desk.actor.is_any(*roles),
            "roles": ", ".join(sorted(one.value.replace("_", " ") for one in roles)),
        })  # fmt: skip
    return sorted(found, key=lambda one: not one["is_mine"])
