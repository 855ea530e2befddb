"""Papers on their way to the printer, at true size."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.kernel.errors import NotFound
from pipeline.web import prints
from pipeline.web.pages.letter import PAPER
from pipeline.web.papers import drawn
from pipeline.web.sign_in import desk_of


@require_GET
def printed(request: HttpRequest, key: str) -> HttpResponse:
    """Show the pages of what was put out."""
    found = prints.of(desk_of(request), key)
    return render(request, "web/printed.html", {"key": key, "case": found.case, "sheets": found.sheets()})


@require_GET
def page(request: HttpRequest, key: str, paper: int, page: int) -> HttpResponse:
    """Draw one page of it."""
    papers = prints.of(desk_of(request), key).papers
    if not 1 <= paper <= len(papers):
        raise NotFound(what="halaman", given=str(page))
    return drawn(papers[paper - 1], page, PAPER)


@require_GET
def picture(request: HttpRequest, key: str, page: int) -> HttpResponse:
    """Show a picture that was put out beside the papers."""
    pictures = prints.of(desk_of(request), key).pictures
    if not 1 <= page <= len(pictures):
        raise NotFound(what="halaman", given=str(page))
    return HttpResponse(pictures[page - 1], content_type="image/png")
