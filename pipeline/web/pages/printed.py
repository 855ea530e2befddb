"""Papers for the printer, and the record of a call."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from pipeline.kernel.errors import NotFound
from pipeline.office.cases import phone
from pipeline.web import prints
from pipeline.web.pages.letter import PAPER, SCREEN
from pipeline.web.papers import drawn, pages_of
from pipeline.web.session import session_of


@require_GET
def printed(request: HttpRequest, key: str) -> HttpResponse:
    """Show the pages of what was put out."""
    output = prints.of(session_of(request), key)
    return render(request, "web/printed.html", {"key": key, "case": output.case, "sheets": output.sheets()})


@require_GET
def page(request: HttpRequest, key: str, paper: int, page: int) -> HttpResponse:
    """Draw one page of it."""
    papers = prints.of(session_of(request), key).papers
    if not 1 <= paper <= len(papers):
        raise NotFound(what="halaman", given=str(page))
    return drawn(papers[paper - 1], page, PAPER)


@require_GET
def picture(request: HttpRequest, key: str, page: int) -> HttpResponse:
    """Show a picture put out with the papers."""
    pictures = prints.of(session_of(request), key).pictures
    if not 1 <= page <= len(pictures):
        raise NotFound(what="halaman", given=str(page))
    return HttpResponse(pictures[page - 1], content_type="image/png")


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Show the records of calls; POST prints them."""
    session, is_print = session_of(request), request.method == "POST"
    records = phone.drawn_records(session, number, is_print=is_print)
    shown = {
        "case": number,
        "sheets": [(agenda, page) for agenda, pdf in records for page in pages_of(pdf)],
        "paper": session.settings["surat.kertas"],
    }
    return render(request, "web/call_print.html" if is_print else "web/call.html", shown)


@require_GET
def record_page(request: HttpRequest, number: str, agenda: str, page: int) -> HttpResponse:
    """Draw a page of a record."""
    pdf = dict(phone.drawn_records(session_of(request), number)).get(agenda)
    if pdf is None or page not in pages_of(pdf):
        raise Http404
    return drawn(pdf, page, PAPER if "cetak" in request.GET else SCREEN)
