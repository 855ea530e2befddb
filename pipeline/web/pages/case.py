"""The page of a case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.cases.states import PRINTERS, Progress, State
from pipeline.cases.step_clock import TARGET
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, figure
from pipeline.lookup.kinds import LetterState
from pipeline.office.base.acts import format_act
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.overview import find
from pipeline.office.overview.case_next import Action
from pipeline.office.overview.case_sheet import CaseSheet, Line, sheet
from pipeline.web import refusals
from pipeline.web.links import address_of
from pipeline.web.session import language, session_of

ON_THE_WAY = tuple(str(state) for state in (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED))
SHUTS_AFTER = 300
"""Seconds after which open identities are masked again."""
SHOWN_ACTS = 40
_CLOCKS = {
    "polisi": N_("Report to the police (UU 12/2022)"),
    "akses": N_("Request for access to data (UU 27/2022)"),
    "kebocoran": N_("Notice of a breach (UU 27/2022)"),
}
_MARKS = {Progress.DONE: "✓", Progress.NOW: "▶", Progress.NOT_APPLICABLE: "–", Progress.LATER: "○"}
_MOODS = {State.DELIVERED: "good", State.CLOSED: "good", State.VOID: "", State.OLD: ""}
_SCAN_ID = 26


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show a case; for a recorded reason, names too."""
    session, lang = session_of(request), language(request)
    if find.needs_reason(session, number):
        return _restricted(request, session, number)
    if request.method != "POST":
        return _page(request, session, sheet(session, number, lang=lang))
    try:
        seen = sheet(session, number, reason=_reason(request), reveal=True, lang=lang)
    except Refusal as error:
        if error.code != "office.reason_needed":
            raise
        return _page(
            request,
            session,
            sheet(session, number, lang=lang),
            trouble=refusals.message(error, lang),
            status=400,
        )
    return _page(request, session, seen)


def _restricted(request: HttpRequest, session: Session, number: str) -> HttpResponse:
    reason, lang = _reason(request), language(request)
    shown = {"case": number, "reasons": find.REASONS}
    if request.method != "POST":
        return render(request, "web/case_restricted.html", shown)
    if not reason:
        return render(
            request,
            "web/case_restricted.html",
            shown | {"trouble": Refusal("office.reason_needed").text(lang)},
            status=400,
        )
    wants_names = "names" in request.POST
    return _page(request, session, sheet(session, number, reason=reason, reveal=wants_names, lang=lang))


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip() or request.POST.get("chosen", "").strip()


def _page(
    request: HttpRequest, session: Session, seen: CaseSheet, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    if seen.case is None:
        return render(request, "web/case_gone.html", {"plain": seen.plain})
    assert seen.line is not None
    plain, number = seen.plain, seen.case.number
    acts = [_act(request, act) for act in reversed(plain["history"])]
    mine = [action for action in seen.actions if action.is_mine]
    shown = {
        "seen": seen,
        "plain": plain,
        "case": number,
        "trouble": trouble,
        "state_mood": _MOODS.get(seen.case.state, "check"),
        **_to_do(seen.coming, [action for action in mine if action.why_not is None]),
        "barred": [action for action in mine if action.why_not is not None],
        "theirs": list(
            _by_role(
                request, [todo for todo in seen.actions if not todo.is_mine and todo.verb != "reopen"]
            )  # for which nobody waits
        ),
        "steps": [_step(request, line) for line in seen.line.steps],
        "turn": _roles(seen.coming, language(request))
        if seen.coming is not None and not seen.coming.is_mine
        else "",
        "clock": _clock(seen, language(request)),
        "clocks": [
            {
                "what": _CLOCKS[clock["kind"]],
                "due": clock["due"],
                "do_by": clock["do_by"],
                "overdue": clock["overdue"],
            }
            for clock in seen.clocks
        ],
        "further": reverse("moves", args=[number]),
        "forms": reverse("move", args=[number, "form"]) if session.actor.is_any(*PRINTERS) else "",
        "reasons": find.REASONS,
        "on_the_way": ON_THE_WAY,
        **_history(request, acts, is_whole=seen.is_revealed),
    }
    response = render(request, "web/case.html", shown, status=status)
    if seen.is_revealed:
        response.headers["Refresh"] = f"{SHUTS_AFTER}; url={reverse('case', args=[number])}"
    return response


def _to_do(coming: Action | None, mine: Sequence[Action]) -> dict[str, Any]:
    main = next((button for action in mine if action is coming and (button := _button(action))["url"]), None)
    return {"main": main, "besides": [_button(action) for action in mine if action is not coming or not main]}


def _roles(action: Action, lang: str) -> str:
    return " / ".join(sorted(word_of("role", role.value).fill(lang) for role in action.roles))


def _button(action: Action) -> dict[str, Any]:
    return {"label": action.label, "step": action.step, "url": address_of((action.next,)),
            "is_alarm": action.verb in ("crisis", "heed")}  # fmt: skip


def _by_role(request: HttpRequest, actions: Iterable[Action]) -> Iterator[tuple[str, list[Action]]]:
    lang, by = language(request), dict[str, list[Action]]()
    for action in actions:
        by.setdefault(_roles(action, lang), []).append(action)
    yield from by.items()


def _step(request: HttpRequest, line: Line) -> dict[str, Any]:
    progress = Progress(line.progress)
    return {
        "line": line,
        "mark": _MARKS[progress],
        "css": progress.name.lower().replace("_", "-"),
        "minutes": figure(line.minutes, language(request), 1) if line.minutes else "",
    }


def _clock(seen: CaseSheet, lang: str) -> dict[str, Any]:
    assert seen.line is not None
    times, share = seen.line.times(lang), seen.line.share
    return {
        **times,
        "share": min(share, 100),
        "is_over": seen.line.clock.active > TARGET,
        "is_paused": seen.case is not None and seen.case.state is State.CLARIFYING,
    }


def _act(request: HttpRequest, act: Mapping[str, Any]) -> dict[str, Any]:
    detail = act.get("detail", {})
    return {
        "at": act["at"],
        "account": act["account"],
        "verb": act["verb"],
        "subject": _named(str(act.get("subject", ""))),
        "step": act.get("step"),
        "said": format_act(act["verb"], detail, language(request)),
        "reason": detail.get("reason", ""),
    }


def _named(subject: str) -> str:
    return "" if len(subject) == _SCAN_ID and subject.isalnum() and subject.isupper() else subject


def _history(request: HttpRequest, acts: list[dict[str, Any]], *, is_whole: bool) -> dict[str, Any]:
    wants_all = is_whole or "semua" in request.GET
    return {
        "acts": acts if wants_all else acts[:SHOWN_ACTS],
        "act_count": len(acts),
        "has_more": not wants_all and len(acts) > SHOWN_ACTS,
    }
