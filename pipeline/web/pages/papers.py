"""Pages of papers as pictures; nothing of a paper reaches the browser but what it looks like."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.office.arrivals import view_paper
from pipeline.web.papers import THUMB, count, shown
from pipeline.web.sign_in import desk_of


@require_GET
def of_arrival(request: HttpRequest, agenda: str, page: int) -> HttpResponse:
    """Show a page of a document that came in."""
    with view_paper.of_arrival(desk_of(request), agenda, page) as paper:
        return shown(paper, page)


@require_GET
def small(request: HttpRequest, agenda: str, page: int) -> HttpResponse:
    """Show a page of a document that came in as a small picture, for a list."""
    with view_paper.of_arrival(desk_of(request), agenda, page, small=True) as paper:
        return shown(paper, page, THUMB)


@require_GET
def of_case(request: HttpRequest, number: str, name: str, page: int) -> HttpResponse:
    """Show a page of a document of a case."""
    with view_paper.of_case(desk_of(request), number, name) as paper:
        return shown(paper, page)


@require_GET
def document(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Show all pages of a document of a case, one below the other."""
    with view_paper.of_case(desk_of(request), number, name) as paper:
        pages = range(1, count(paper) + 1)
    return render(request, "web/document.html", {"case": number, "name": name, "pages": pages})
