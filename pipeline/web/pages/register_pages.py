"""The register pages."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pipeline.kernel.clock import MONTHS
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import N_
from pipeline.lookup import visible
from pipeline.lookup.kinds import Page, PageState
from pipeline.office.answer import page as office
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import page_todo
from pipeline.office.cases.forms_register import page_id
from pipeline.web import refusals
from pipeline.web.pages.books import tabs
from pipeline.web.pages.letter import PAPER, SCREEN
from pipeline.web.papers import drawn, pages_of
from pipeline.web.session import language, say, session_of


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Show the past months with their pages."""
    session = session_of(request)
    rows = [_row(month, page) for month, page in page_todo.standing(session)]
    return render(request, "web/register_pages.html", {"rows": rows, "tabs": tabs(session, "pages")})


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, month: str) -> HttpResponse:
    """Show or make the page of a month."""
    session, trouble = session_of(request), ""
    first, page = _of(session, month)
    if request.method == "POST":
        try:
            office.draw(session, month)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
        else:
            say(
                request,
                N_(
                    "The page is made and filed. Look at it below, then print both copies for the chair "
                    "to sign."
                ),
            )
            return redirect("register-page", month=month)
    return _page(request, session, first, page, trouble)


@require_POST
def printing(request: HttpRequest, month: str) -> HttpResponse:
    """Count a print, and show the pages."""
    session = session_of(request)
    first, page = _of(session, month)
    try:
        page, copies = office.to_print(session, month)
    except Refusal as error:
        return _page(request, session, first, page, refusals.kept(error, language(request)))
    shown = {
        "name": page.id,
        "month": month,
        "sheets": [(copy, number) for copy, pdf in copies for number in pages_of(pdf)],
        "paper": session.settings["surat.kertas"],
    }
    return render(request, "web/register_page_print.html", shown)


@require_GET
def picture(request: HttpRequest, month: str, copy: int, page: int) -> HttpResponse:
    """Draw a page of a copy."""
    _, register_page = _of(session_of(request), month)
    if register_page is None or not any(page_copy.copy == copy for page_copy in register_page.copies):
        raise Http404
    pdf = office.print_of(session_of(request).settings, register_page, copy)
    if page not in pages_of(pdf):
        raise Http404
    return drawn(pdf, page, PAPER if "cetak" in request.GET else SCREEN)


def _of(session: Session, month: str) -> tuple[date, Page | None]:
    for first, page in page_todo.standing(session):
        if f"{first:%Y-%m}" == month:
            return first, page
    raise Http404


def _page(
    request: HttpRequest, session: Session, first: date, page: Page | None, trouble: str = ""
) -> HttpResponse:
    copies = page.copies if page else ()
    shown = {
        **_row(first, page),
        "sheets": [(copy.copy, number) for copy in copies for number in range(1, copy.pages + 1)],
        "scans": _scans(session, page) if page is not None else [],
        "head": in_groups(page.head_hash) if page else "",
        "signatory": office.signatory_name(session.settings, page) if page else "",
        "tabs": tabs(session, "pages"),
        "trouble": trouble,
    }
    return render(request, "web/register_page.html", shown, status=409 if trouble else 200)


def _scans(session: Session, page: Page) -> list[tuple[int, int, str]]:
    back = [
        (page_copy.copy, visible.arrival(session, page_copy.arrival))
        for page_copy in page.copies
        if page_copy.arrival
    ]
    return [
        (copy, number, reverse("arrival-page", args=[scan.agenda or scan.id, number]))
        for copy, scan in back
        for number in range(1, max(1, scan.pages) + 1)
    ]


def _row(first: date, page: Page | None) -> dict[str, Any]:
    return {
        "month": f"{first:%Y-%m}",
        "words": f"{MONTHS[first.month - 1]} {first.year}",
        "name": page_id(first),
        "page": page,
        "is_signed": page is not None and page.state == PageState.SIGNED,
        "signed": page.signed.isoformat() if page and page.signed else "",
    }
