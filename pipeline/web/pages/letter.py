"""Steps 10 and 11: the letter as the chair reads it, page by page; approved, returned, and both copies for the printer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from pipeline.kernel.errors import RangkapError
from pipeline.office.signing import preview, print_out, review
from pipeline.office.signing.print_out import Again
from pipeline.web.door import language
from pipeline.web.papers import drawn, pages_of
from pipeline.web.sign_in import desk_of

SCREEN, PAPER = 110, 200
"""Dots an inch on the screen and for the printer."""


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, number: str) -> HttpResponse:
    """Show the letter with what the rules find and what changed; approve it, or return it with a reason."""
    desk, trouble, lang = desk_of(request), "", language(request)
    if request.method == "POST":
        try:
            return _decided(request, number)
        except RangkapError as error:
            trouble = error.text(lang)
    seen = preview.preview(desk, number, request.GET.get("surat", ""))
    found, pdf = preview.paper_of(desk, number, seen.letter.id)
    shown = {
        "case": number,
        "seen": seen,
        "findings": [one.fill(lang) for one in seen.findings],
        "changes": [one.to_json(lang) for one in seen.changes],
        "pages": pages_of(pdf),
        "is_draft": str(found.state) == "konsep",
        "trouble": trouble,
    }
    return render(request, "web/letter.html", shown, status=409 if trouble else 200)


def _decided(request: HttpRequest, number: str) -> HttpResponse:
    """Approve or return what was read on this page, and nothing newer. Raises what the office says."""
    desk, post = desk_of(request), request.POST
    wanted = post.get("letter", "")
    if post.get("decision") == "approve":
        read = review.Read(_number(post.get("revision", "")), _number(post.get("version", "")))
        review.approve(desk, number, wanted, read)
    else:
        review.send_back(desk, number, post.get("reason", "").strip(), wanted)
    return redirect("case", number=number)


def _number(given: str) -> int:
    """Return a number that the page brought back; what is none is that of nothing that was read."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


@require_GET
def page(request: HttpRequest, number: str, letter: str, copy: int, page: int) -> HttpResponse:
    """Draw a page of a letter: of its draft (copy 0), or of one of its copies."""
    _, pdf = preview.paper_of(desk_of(request), number, letter, copy)
    return drawn(pdf, page, PAPER if "cetak" in request.GET else SCREEN)


@require_http_methods(["GET", "POST"])
def printing(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for a print of both copies; count it, and show their pages at true size for the printer. No file is left behind."""
    desk, post = desk_of(request), request.POST
    if request.method == "GET":
        shown = {"case": number, "letters": print_out.to_print(desk, number)}
        return render(request, "web/to_print.html", shown)
    again = Again(post["reason"]) if post.get("reason", "").strip() else None
    ready = print_out.printable(desk, number, again, post.get("letter", ""))
    print_out.count(desk, [ready])
    sheets = [(copy.copy, page) for copy, pdf in ready.copies for page in pages_of(pdf)]
    shown = {
        "case": number,
        "letter": ready.letter.id,
        "sheets": sheets,
        "paper": desk.settings["surat.kertas"],
    }
    return render(request, "web/print.html", shown)
