"""The record of a call, which stands for the letter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from pipeline.office.cases import phone
from pipeline.web.pages.letter import PAPER, SCREEN
from pipeline.web.papers import drawn, pages_of
from pipeline.web.sign_in import desk_of


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Show the records of the calls; by POST print them."""
    desk, is_print = desk_of(request), request.method == "POST"
    found = phone.drawn_records(desk, number, is_print=is_print)
    shown = {
        "case": number,
        "sheets": [(agenda, page) for agenda, pdf in found for page in pages_of(pdf)],
        "paper": desk.settings["surat.kertas"],
    }
    return render(request, "web/call_print.html" if is_print else "web/call.html", shown)


@require_GET
def page(request: HttpRequest, number: str, agenda: str, page: int) -> HttpResponse:
    """Draw a page of a record."""
    pdf = dict(phone.drawn_records(desk_of(request), number)).get(agenda)
    if pdf is None or page not in pages_of(pdf):
        raise Http404
    return drawn(pdf, page, PAPER if "cetak" in request.GET else SCREEN)
