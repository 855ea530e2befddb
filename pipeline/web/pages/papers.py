"""Pages of papers as pictures; the file itself needs a purpose."""

from mimetypes import guess_type

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.lookup import visible
from pipeline.office.arrivals import view_paper
from pipeline.office.bookkeeping import purposes
from pipeline.office.bookkeeping.books import EXPORTERS
from pipeline.office.overview import case_sheet
from pipeline.office.overview.original import take_out
from pipeline.web import refusals
from pipeline.web.pages.books import known_purposes
from pipeline.web.papers import DPI, THUMB, attached, count, shown
from pipeline.web.session import language, session_of


@require_GET
def of_arrival(request: HttpRequest, agenda: str, page: int) -> HttpResponse:
    """Show a page of a document that came in."""
    with view_paper.of_arrival(session_of(request), agenda, page) as paper:
        return shown(paper, page)


@require_GET
def small(request: HttpRequest, agenda: str, page: int) -> HttpResponse:
    """Show it small, for a list."""
    with view_paper.of_arrival(session_of(request), agenda, page, small=True) as paper:
        return shown(paper, page, THUMB)


@require_GET
def of_case(request: HttpRequest, number: str, name: str, page: int) -> HttpResponse:
    """Shows a document's page; ``kecil``: too small to be read."""
    small = "kecil" in request.GET
    with view_paper.of_case(session_of(request), number, name, small=small) as paper:
        return shown(paper, page, THUMB if small else DPI)


@require_GET
def document(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Show all pages of a case's document."""
    return _document(request, number, name)


@require_POST
def original(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Give out the file as filed, for a purpose."""
    session, post = session_of(request, "export", EXPORTERS), request.POST
    try:
        purpose = purposes.chosen(post.get("purpose", ""), post.get("own", ""))
    except Refusal as error:
        if error.code != "office.purpose_needed":
            raise
        return _document(request, number, name, error)
    file = take_out(session, number, name, purpose)
    return attached(file.data, file.name, guess_type(file.name)[0] or "application/octet-stream")


def _document(request: HttpRequest, number: str, name: str, refused: Refusal | None = None) -> HttpResponse:
    session = session_of(request)
    with view_paper.of_case(session, number, name) as paper:
        held = case_sheet.papers(visible.documents_of(session, number))
        told_of = next(other for other in held if other.name == name)
        pages = range(1, count(paper) + 1) if told_of.has_pages else range(0)
    context = {
        "case": number,
        "name": name,
        "pages": pages,
        "paper": told_of,
        "others": [other for other in held if other.has_pages],
        "may_export": session.actor.is_any(*EXPORTERS),
        "purposes": known_purposes(),
        "chosen": {"purpose": request.POST.get("purpose", ""), "own": request.POST.get("own", "")},
        "trouble": refusals.message(refused, language(request)) if refused else "",
    }
    return render(request, "web/document.html", context, status=400 if refused else 200)
