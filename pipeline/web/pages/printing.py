"""Step 11: both copies for the printer at true size."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel.errors import Refusal
from pipeline.office.answer import print_out
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import Result, perform
from pipeline.office.overview import chair_approvals
from pipeline.web import refusals
from pipeline.web.prints import sizes_of
from pipeline.web.session import language, session_of
from pipeline.web.versions import is_recoverable


@require_http_methods(["GET", "POST"])
def printing(request: HttpRequest, number: str) -> HttpResponse:
    """Count a print, and show the pages."""
    session, post, trouble = session_of(request), request.POST, ""
    if request.method == "POST":
        letter, why = post.get("letter", ""), post.get("reason", "").strip()
        try:
            made = perform(print_out.print_letter, session, number, {REASON: why} if why else {}, letter)
            return _sheets(request, session, [made])
        except Refusal as error:
            if not letter or not is_recoverable(error):
                raise
            trouble = refusals.message(error, language(request))
    shown = {
        "case": number,
        "letters": print_out.to_print(session, number),
        "paper": session.settings["surat.kertas"],
        "trouble": trouble,
    }
    return render(request, "web/to_print.html", shown, status=409 if trouble else 200)


@require_http_methods(["GET", "POST"])
def all_letters(request: HttpRequest) -> HttpResponse:
    """Show the approved letters; print those ticked."""
    session, lang = session_of(request), language(request)
    rows = chair_approvals.approved(session)
    refused: list[dict[str, str]] = []
    if request.method == "POST":
        wanted = set(request.POST.getlist("letter"))
        ready, refused = _printed(session, [row for row in rows if row.letter.id in wanted], lang)
        if ready:
            return _sheets(request, session, ready, refused)
    shown = {
        "to_print": [row for row in rows if row.is_to_print],
        "printed": [row for row in rows if not row.is_to_print],
        "refused": refused,
        "nothing": request.method == "POST" and not refused,
        "paper": session.settings["surat.kertas"],
    }
    return render(request, "web/print_all.html", shown, status=400 if request.method == "POST" else 200)


def _printed(
    session: Session, rows: Sequence[chair_approvals.Approved], lang: str
) -> tuple[list[Result], list[dict[str, str]]]:
    ready, refused = [], []
    for row in rows:
        try:
            ready.append(perform(print_out.print_letter, session, row.letter.case, {}, row.letter.id))
        except Refusal as error:  # also of a right: what was counted before it is shown all the same
            refused.append({"letter": row.letter.id, "why": refusals.message(error, lang)})
    return ready, refused


def _sheets(
    request: HttpRequest, session: Session, ready: Sequence[Result], refused: Sequence[dict[str, str]] = ()
) -> HttpResponse:
    """In two-sided printing each copy begins on a new sheet."""
    sheets: list[dict[str, Any]] = []
    for result in ready:
        for name, pdf in result.prints.items():
            if session.settings["surat.bolak_balik"] and len(sheets) % 2:
                sheets.append({"is_blank": True, "size": sheets[-1]["size"]})
            copy = name.removesuffix(".pdf").rpartition("-")[2]
            named = {"case": result.case.number, "letter": result.told["letter"], "copy": copy}
            sheets += [{**named, "page": page, "size": size} for page, size in enumerate(sizes_of(pdf), 1)]
    shown = {
        "case": ready[0].case.number if len(ready) == 1 else "",
        "letters": [result.told["letter"] for result in ready],
        "sheets": sheets,
        "count": sum("page" in sheet for sheet in sheets),
        "paper": ", ".join(sorted({str(sheet["size"]).upper() for sheet in sheets})),
        "is_again": any(result.told["again"] for result in ready),
        "refused": refused,
    }
    return render(request, "web/print.html", shown)
