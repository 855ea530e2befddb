"""Pages of papers as pictures; nothing of a paper reaches the browser but what it looks like."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.office.arrivals import view_paper
from pipeline.office.overview import case_told
from pipeline.records import cases
from pipeline.web.papers import DPI, THUMB, count, shown
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
    """Show a page of a document of a case; with ``kecil`` as small as a thumbnail, on which nothing can be read."""
    small = "kecil" in request.GET
    with view_paper.of_case(desk_of(request), number, name, small=small) as paper:
        return shown(paper, page, THUMB if small else DPI)


@require_GET
def document(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Show all pages of a document of a case, one below the other."""
    desk = desk_of(request)
    with view_paper.of_case(desk, number, name) as paper:
        pages = range(1, count(paper) + 1)
    held = case_told.papers(cases.documents(number))
    told = {
        "case": number,
        "name": name,
        "pages": pages,
        "paper": next(one for one in held if one.name == name),
        "others": [one for one in held if one.has_pages],
    }
    return render(request, "web/document.html", told)
