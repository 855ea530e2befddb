"""Step 1: documents are looked at, joined, split, and both undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.lookup import visible
from pipeline.lookup.kinds import Arrival, ArrivalState
from pipeline.office.arrivals import arrange, arranged, edit_presence, proposals
from pipeline.office.arrivals.edit_presence import MATCHERS
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform
from pipeline.office.overview import own_papers
from pipeline.web import edit_conflict, refusals
from pipeline.web.labels import age, titled
from pipeline.web.links import address_of
from pipeline.web.middleware import STATUS
from pipeline.web.session import language, say, session_of

WITH = "dengan"
CHANGE = "ubah"


@require_GET
def arrival(request: HttpRequest, agenda: str) -> HttpResponse:
    """Show a document that came in."""
    session = session_of(request)
    layout = arranged.of(session, agenda)
    document = layout.arrival
    sees_names = session.actor.is_any(Role.CLERK)
    shown = {
        "found": layout,
        "arrival": document,
        "item": document.agenda or document.id,
        "name": document.name if sees_names else "",
        "note": document.note,
        "received": clock.stamp(document.scanned_at),
        "age": age(clock.stamp(document.scanned_at), language(request)),
        "opened": edit_presence.others(session, document.id).get(document.id, []),
        "pages": _pages(document),
        "is_struck": document.state == ArrivalState.STRUCK,
        "may": session.actor.is_any(*REGISTER_ROLES),
        "may_match": session.actor.is_any(*MATCHERS),
        "is_to_match": document.state == ArrivalState.UNMATCHED,
        "likely": proposals.named_at_foot(session, [visible.arrival(session, document.id)]).get(
            document.id, ""
        ),
        "title": titled(document, language(request)),
        **_paper(session, document),
    }
    return render(request, "web/arrival.html", shown)


def _paper(session: Session, document: Arrival) -> dict[str, Any]:
    if (paper := own_papers.of(document)) is None:
        return {"case": document.case}
    is_mine = session.actor.is_any(*paper.roles)
    to = address_of((paper.next,)) if paper.next and is_mine else ""
    return {"case": paper.case, "do": paper.do, "to": to}


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Join letters in a chosen order."""
    session = session_of(request, "join", REGISTER_ROLES)
    rows = arranged.joinable(session)
    given = {str(row.agenda): request.GET.get(str(row.agenda), "").strip() for row in rows}
    if request.method == "GET" and (CHANGE in request.GET or not any(given.values())):
        return _choose(request, rows, given)
    try:
        chosen = _in_order(rows, given)
    except Refusal as trouble:
        return _choose(request, rows, given, trouble)
    items = [str(piece.agenda) for piece in chosen]
    if edit_conflict.LEAVE in request.POST:
        return edit_conflict.leave(session, "join", *items)
    if conflict := edit_conflict.begin(request, session, "join", *items):
        return conflict
    if request.method == "GET":
        return _preview(request, chosen)
    try:
        return _arranged(request, session, arrange.join_arrivals, items[0], _pieces(request.POST, chosen))
    except Refusal as trouble:
        return _preview(request, chosen, trouble)


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, agenda: str) -> HttpResponse:
    """Make a letter of each run of pages."""
    session = session_of(request, "split", REGISTER_ROLES)
    layout = arranged.of(session, agenda)
    if edit_conflict.LEAVE in request.POST:
        return edit_conflict.leave(session, "split", agenda)
    if conflict := edit_conflict.begin(request, session, "split", agenda):
        return conflict
    if request.method == "GET":
        return _cuts(request, layout)
    try:
        ranges = _ranges(request.POST, layout.arrival.pages)
        return _arranged(request, session, arrange.split_arrival, agenda, ranges)
    except Refusal as trouble:
        return _cuts(request, layout, trouble)


def _arranged(
    request: HttpRequest, session: Session, act: Act, item: str, parts: Sequence[str]
) -> HttpResponse:
    made = perform(act, session, item, {arrange.PARTS: " ".join(parts)})
    say(request, made.said)
    return redirect("arrival", made.told["agenda"] or made.told["arrival"])


def _choose(
    request: HttpRequest, rows: list[Arrival], given: Mapping[str, str], trouble: Refusal | None = None
) -> HttpResponse:
    first = request.GET.get(WITH, "")
    shown = [
        {"arrival": row, "age": age(clock.stamp(row.scanned_at), language(request)),
         "order": given[str(row.agenda)] or ("1" if row.agenda == first and not any(given.values()) else "")}
        for row in rows
    ]  # fmt: skip
    return render(
        request,
        "web/join.html",
        {"rows": shown, "said": _trouble_message(request, trouble)},
        status=_status(trouble),
    )


def _in_order(rows: list[Arrival], given: Mapping[str, str]) -> list[Arrival]:
    named = [(given[str(piece.agenda)], piece) for piece in rows if given[str(piece.agenda)]]
    if wrong := [word for word, _ in named if not _is_number(word)]:
        raise Refusal("office.order_unclear", given=wrong[0][:30])
    if len(named) < 2:
        raise Refusal("office.one_part")
    numbers = [int(word) for word, _ in named]
    if len(set(numbers)) < len(numbers):
        raise Refusal(
            "office.order_unclear", given=next(str(number) for number in numbers if numbers.count(number) > 1)
        )
    return [piece for _, piece in sorted(named, key=lambda row: int(row[0]))]


def _preview(request: HttpRequest, chosen: list[Arrival], trouble: Refusal | None = None) -> HttpResponse:
    pages = [(str(piece.agenda), page) for piece in chosen for page in range(1, max(1, piece.pages) + 1)]
    shown = [
        {"agenda": agenda, "page": page, "name": f"{agenda}:{page}", "order": request.POST.get(f"{agenda}:{page}", str(place))}
        for place, (agenda, page) in enumerate(pages, 1)
    ]  # fmt: skip
    order = {str(piece.agenda): str(place) for place, piece in enumerate(chosen, 1)}
    more = {"chosen": chosen, "others": [piece.agenda for piece in chosen[1:]], "said": _trouble_message(request, trouble),
            "back": f"{reverse('join')}?{urlencode(order | {CHANGE: 1})}"}  # fmt: skip
    return render(request, "web/join_preview.html", {"pages": shown, **more}, status=_status(trouble))


def _pieces(post: Mapping[str, Any], chosen: list[Arrival]) -> list[str]:
    """Parts such as ``A-2026-0007:1-2`` in the typed order."""
    pages = [(str(piece.agenda), page) for piece in chosen for page in range(1, piece.pages + 1)]
    typed = [
        str(post.get(f"{agenda}:{page}", place)).strip() for place, (agenda, page) in enumerate(pages, 1)
    ]
    if wrong := [place for place in typed if not _is_number(place)]:
        raise Refusal("office.order_unclear", given=wrong[0][:30])
    if twice := [place for place in typed if typed.count(place) > 1]:
        raise Refusal("office.order_unclear", given=twice[0])
    runs: list[tuple[str, int, int]] = []
    for _, (agenda, page) in sorted(zip(map(int, typed), pages, strict=True)):
        if runs and runs[-1][0] == agenda and runs[-1][2] == page - 1:
            runs[-1] = (agenda, runs[-1][1], page)
        else:
            runs.append((agenda, page, page))
    return [f"{agenda}:{first}-{last}" for agenda, first, last in runs]


def _cuts(request: HttpRequest, layout: arranged.Arranged, trouble: Refusal | None = None) -> HttpResponse:
    chosen = set(request.POST.getlist("begins"))
    pages = [{"page": page, "begins": str(page) in chosen} for page in _pages(layout.arrival)]
    shown = {"found": layout, "item": layout.arrival.agenda, "pages": pages}
    return render(
        request,
        "web/split.html",
        shown | {"said": _trouble_message(request, trouble)},
        status=_status(trouble),
    )


def _ranges(post: Any, pages: int) -> list[str]:
    ticked = {int(page) for page in post.getlist("begins") if _is_number(page) and 1 < int(page) <= pages}
    starts = [1, *sorted(ticked)]
    ends = [*(start - 1 for start in starts[1:]), pages]
    return [f"{first}-{last}" for first, last in zip(starts, ends, strict=True)]


def _pages(document: Arrival) -> range:
    return range(1, max(1, document.pages) + 1) if document.has_pages else range(0)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 4


def _trouble_message(request: HttpRequest, trouble: Refusal | None) -> str:
    return refusals.kept(trouble, language(request), is_sought=True) if trouble else ""


def _status(trouble: Refusal | None) -> int:
    return STATUS.get(trouble.status, 500) if trouble else 200
