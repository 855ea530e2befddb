"""Steps 6 and 7: the report is verified, its officer named."""

from collections.abc import Iterator
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.lookup import visible
from pipeline.office.arrivals import view_paper
from pipeline.office.base.optimistic_lock import READ
from pipeline.office.base.session import Session
from pipeline.office.cases import verify_report as reports
from pipeline.office.cases import workloads
from pipeline.office.cases.assign import OFFICER, assign_officer
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import case_sheet
from pipeline.web import refusals, versions
from pipeline.web.papers import count
from pipeline.web.session import language, say, session_of

_WHERE = {
    "inside": N_("the event was within the office's area"),
    "outside": N_("the event was outside the office's area"),
    "nowhere": N_("the place of the event is not known"),
}


@require_http_methods(["GET", "POST"])
def verify_report(request: HttpRequest, number: str) -> HttpResponse:
    """Show what is missing; take the decision."""
    session, post, trouble = session_of(request), request.POST, ""
    report = reports.report(session, open_act(session, reports.verify_report, number).case)
    if request.method == "POST":
        is_accepted = versions.decision(post, ("accept", "return")) == "accept"
        act = reports.verify_report if is_accepted else reports.return_report
        answers = {REASON: post.get(REASON, ""), READ: versions.read(post, "version")}
        try:
            say(request, perform(act, session, number, answers).said)
            return redirect("case", number=number)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    shown = {
        "case": number,
        "report": report,
        "missing": len(report.missing),
        "required": report.required,
        "trouble": trouble,
        "reason": post.get(REASON, ""),
        "authority": _WHERE[report.place],
        "answers": case_sheet.answers(report.case, language(request), reveal=True),
        "papers": list(_pictures(session, number)),
    }
    return render(request, "web/verify_report.html", shown, status=409 if trouble else 200)


def _pictures(session: Session, number: str) -> Iterator[tuple[case_sheet.Paper, list[str]]]:
    for document in case_sheet.papers(visible.documents_of(session, number)):
        if (
            not document.name.startswith(("surat-masuk-", "catatan-telepon", "pindaian-lama-"))
            or "-laporan-tte" in document.name
        ):
            continue
        pages = 0
        with suppress(Refusal), view_paper.of_case(session, number, document.name) as paper:
            pages = count(paper) if document.has_pages else 0
        yield (
            document,
            [reverse("case-page", args=[number, document.name, page]) for page in range(1, pages + 1)],
        )


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Name the officer of a case."""
    session, trouble, post = session_of(request), "", request.POST
    now = open_act(session, assign_officer, number)
    if request.method == "POST":
        answers = {OFFICER: post.get(OFFICER, ""), REASON: post.get(REASON, "")}
        try:
            perform(assign_officer, session, number, answers | {READ: versions.read(post, "version")})
            return redirect("case", number=number)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    officers, why = workloads.of_case(session, now.case), post.get(REASON, "")
    shown = {
        "now": now,
        "facts": case_sheet.answers(now.case, language(request), of=("received_day", "violence", "risk")),
        "officers": officers,
        "reason": why,
        "trouble": trouble,
    }
    return render(request, "web/assign.html", shown, status=409 if trouble else 200)
