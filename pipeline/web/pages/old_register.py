"""A paper register comes in: a sheet is looked through first, doubtful rows are told; then it is brought in, a portion at a time.

The sheet itself travels with the page and back again, so that nothing of it is kept before somebody says yes.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pipeline.kernel.errors import RangkapError
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.keeping import import_register as office
from pipeline.office.keeping.import_register import IMPORTERS, Plan
from pipeline.office.letters import old_letters
from pipeline.register.doubts import Doubt, ranges
from pipeline.web import refusals, texts, versions
from pipeline.web.door import language
from pipeline.web.figures import figure
from pipeline.web.pages.books import tabs
from pipeline.web.sign_in import desk_of
from pipeline.web.stays import stays

LARGEST = 1_400_000
"""Bytes of a sheet: written out for the way back it fits the largest form."""
PORTION = 100
"""Rows that come in with one press of the button: the page answers soon, and what came in stays in."""
_TOGETHER, _SHOWN = 3, 200


@require_http_methods(["GET", "POST"])
def old(request: HttpRequest) -> HttpResponse:
    """Ask for the sheet; tell what would come in; bring it in once that was confirmed."""
    desk = desk_of(request)
    need_role(desk, "import-register", IMPORTERS)
    if request.method == "GET":
        return _page(request, desk, {})
    data, which = _sheet(request), _which(request.POST.get("which", ""))
    is_entered = "decision" in request.POST and versions.decision(request.POST, ("enter",)) == "enter"
    if data is None:
        said = texts.ALL["old.no_sheet"].fill(
            language(request), most=figure(LARGEST / 1e6, language(request), 1)
        )
        return _page(request, desk, {"trouble": said}, 400)
    try:
        planned = office.plan_of(desk, data, which=which)
        done = _entered(desk, planned) if is_entered else None
        planned = office.plan_of(desk, data, which=which) if done is not None else planned
    except RangkapError as error:
        if not stays(error, is_sought=True):
            raise
        return _page(request, desk, {"trouble": refusals.told(error, language(request))}, 409)
    return _page(request, desk, _told(request, desk, planned, data, which) | {"came_in": done})


def _entered(desk: Desk, planned: Plan) -> int:
    """Bring the first rows of a plan in; return how many."""
    return office.enter(desk, replace(planned, rows=planned.rows[:PORTION])).rows


def _sheet(request: HttpRequest) -> bytes | None:
    """Return the sheet that was chosen, or that came back with the page; None where there is none, or it is too large."""
    given = request.FILES.get("sheet")
    if given is not None:
        return given.read() if 0 < (given.size or 0) <= LARGEST else None
    try:
        data = base64.urlsafe_b64decode(request.POST.get("kept", ""))
    except (binascii.Error, ValueError):
        return None
    return data if 0 < len(data) <= LARGEST else None


def _which(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 3 else 1


def _told(request: HttpRequest, desk: Desk, planned: Plan, data: bytes, which: int) -> dict[str, Any]:
    lang = language(request)
    taken = old_letters.taken(desk, planned.book) if planned else None
    doubts = [_doubt(group, lang) for group in groups(planned.doubts)]
    return {
        "planned": planned,
        "has_plan": True,  # a plan of which nothing comes in counts as none
        "count": len(planned.rows),
        "doubtful": len({one.line for one in planned.doubts}),
        "doubts": doubts[:_SHOWN],
        "more": max(0, len(doubts) - _SHOWN),
        "titles": [one.text(lang) for one in planned.book.unread],
        "others": ", ".join(f"“{one[:40]}”" for one in planned.book.others[:20]),
        "numbers": [one.number for one in planned.rows[:_SHOWN]],
        "portion": min(PORTION, len(planned.rows)),
        "may_enter": bool(planned) and taken is None,
        "taken": refusals.told(taken, lang) if taken else "",
        "kept": base64.urlsafe_b64encode(data).decode(),
        "which": which,
    }


def groups(doubts: Sequence[Doubt]) -> Iterator[list[Doubt]]:
    """Yield doubts as a person mends them: row by row, but many with one reason in one column together."""
    by_reason: dict[tuple[str, str], list[Doubt]] = {}
    for one in doubts:
        by_reason.setdefault((one.word, one.place), []).append(one)
    for one in doubts:
        group = by_reason[one.word, one.place]
        if len(group) <= _TOGETHER:
            yield [one]
        elif one is group[0]:
            yield group


def _doubt(group: Sequence[Doubt], lang: str) -> dict[str, str]:
    first = group[0]
    return {
        "lines": ranges([one.line for one in group]),
        "place": f"{first.place} ({first.column})" if first.place else "–",
        "what": first.what(lang),
        "mend": first.mend(lang),
    }


def _page(request: HttpRequest, desk: Desk, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {"tabs": tabs(desk, "old"), "most": figure(LARGEST / 1e6, language(request), 1), **shown}
    return render(request, "web/old_register.html", context, status=status)
