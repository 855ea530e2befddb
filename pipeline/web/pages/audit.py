"""The audit, asked for by POST."""

import io
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.office.base import accounts
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import books, purposes
from pipeline.office.keeping import verify_state
from pipeline.office.overview import audit as trail
from pipeline.office.overview import health
from pipeline.office.overview.audit import Kind, Place
from pipeline.web import refusals
from pipeline.web.health_findings import finding_in_words
from pipeline.web.pages.books import known_purposes
from pipeline.web.papers import attached
from pipeline.web.session import language, session_of
from pipeline.web.versions import number

_DAYS = 30


@require_http_methods(["GET", "POST"])
def audit(request: HttpRequest) -> HttpResponse:
    """Show what the person may see of it."""
    return _page(request, session_of(request), request.POST)


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Export the rows, for a purpose."""
    session = session_of(request, "export", trail.EXPORTERS)
    out = io.BytesIO()
    try:
        asked = _asked(session, request.POST)
        purpose = purposes.chosen(request.POST.get("purpose", ""), request.POST.get("own", ""))
        trail.export(session, asked, purpose, out)
    except Refusal as error:
        if error.code not in ("office.bad_period", "office.purpose_needed"):
            raise
        return _page(request, session, request.POST, error)
    return attached(out.getvalue(), f"jejak-{asked.period.name}.csv")


def _page(
    request: HttpRequest, session: Session, post: QueryDict, refused: Refusal | None = None
) -> HttpResponse:
    lang = language(request)
    trouble, asked = "", trail.Asked(books.period(session.today, since=_first(session)))
    try:
        asked = _asked(session, post)
    except Refusal as error:
        if error.code != "office.bad_period":
            raise
        refused = error
    if refused is not None:
        trouble = refusals.message(refused, lang)
    counts = trail.counted(session, asked.period)
    check = finding_in_words(health.checked(session.settings), lang)
    sees_rows = trail.sees_rows(session)
    shown: dict[str, Any] = {
        "asked": asked,
        "since": post.get("since", "").strip() or ("" if post.get("until", "").strip() else _first(session)),
        "until": post.get("until", "").strip(),
        "counts": [(kind, many) for kind, many in counts.items()],
        "total": sum(counts.values()),
        "kinds": list(Kind),
        "sees_rows": sees_rows,
        "sees_cases": trail.sees_cases(session),
        "accounts": [account.name for account in accounts.in_office(session.settings).accounts]
        if sees_rows
        else [],
        "page": trail.page(session, asked) if sees_rows else None,
        "purposes": known_purposes()[:-1],
        "is_damaged": verify_state.has_damage(session.settings),
        "is_well": check.is_well,
        "checked": check.said,
        "trouble": trouble,
    }
    return render(request, "web/audit.html", shown, status=400 if trouble else 200)


def _first(session: Session) -> str:
    return f"{session.today - timedelta(days=_DAYS):%d-%m-%Y}"


def _asked(session: Session, post: QueryDict) -> trail.Asked:
    """An unknown kind counts as all."""
    since, until = post.get("since", "").strip(), post.get("until", "").strip()
    period = books.period(session.today, since=since if since or until else _first(session), until=until)
    kind = post.get("kind", "")
    return trail.Asked(
        period,
        post.get("account", "").strip()[:64],
        Kind(kind) if kind in tuple(Kind) else None,
        post.get("case", "").strip()[:16],
        Place(number(post.get("looks", "")), number(post.get("acts", ""))),
    )
