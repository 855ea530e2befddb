"""Steps 6 and 7: the report is verified or returned; its officer is named, or another, with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.kernel.errors import Refusal
from pipeline.lookup import things
from pipeline.office.arrivals import view_paper
from pipeline.office.base.desk import Desk
from pipeline.office.cases import assign as assigning
from pipeline.office.cases import loads
from pipeline.office.cases import vet as vetting
from pipeline.office.overview import case_told
from pipeline.web import done, refusals, texts, versions
from pipeline.web.door import language
from pipeline.web.papers import count
from pipeline.web.sign_in import desk_of


@require_http_methods(["GET", "POST"])
def vet(request: HttpRequest, number: str) -> HttpResponse:
    """Show what is there and what is missing; take the decision."""
    desk, trouble = desk_of(request), ""
    report = vetting.look(desk, number)
    if request.method == "POST":
        accepted = versions.decision(request.POST, ("accept", "return")) == "accept"
        reason = request.POST.get("reason", "").strip()
        read = versions.read(request.POST, "version")
        try:
            vetting.vet(desk, number, accepted=accepted, reason=reason, read=read)
            done.say(request, texts.ALL["vet.done" if accepted else "vet.returned"], case=number)
            return redirect("case", number=number)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    missing = [one for one in report.checked if one.is_open]
    shown = {
        "case": report.case.number,
        "report": report,
        "missing": len(missing),
        "required": sum(one.required for one in missing),
        "trouble": trouble,
        "reason": request.POST.get("reason", ""),
        "authority": texts.ALL[f"vet.{report.place}"],
        "answers": case_told.answers(report.case, language(request), reveal=True),
        "papers": list(_pictures(desk, number)),
    }
    return render(request, "web/vet.html", shown, status=409 if trouble else 200)


def _pictures(desk: Desk, number: str) -> Iterator[tuple[case_told.Paper, list[str]]]:
    """Yield each document with which the case came in, as it came, with the addresses of its pages; none that cannot be drawn."""
    for one in case_told.papers(things.documents_of(desk, number)):
        if one.kind != "incoming":
            continue
        pages = 0
        with suppress(Refusal), view_paper.of_case(desk, number, one.name) as paper:
            pages = count(paper) if one.has_pages else 0
        yield one, [reverse("case-page", args=[number, one.name, page]) for page in range(1, pages + 1)]


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Name the officer of a case."""
    desk, trouble, post = desk_of(request), "", request.POST
    now = assigning.present(desk, number)
    if request.method == "POST":
        version = versions.read(post, "version")
        read = assigning.Seen(version, post.get("before", ""), post.get("state", ""))
        try:
            officer, reason = post.get("officer", ""), post.get("reason", "").strip()
            assigning.assign(desk, number, officer, instruction=reason, seen=read)
            return redirect("case", number=number)
        except Refusal as error:
            trouble = refusals.kept(error, language(request))
    shown = {
        "case": number,
        "now": now,
        "before": now.officer,
        "officers": loads.look(desk, number),
        "trouble": trouble,
    }
    return render(request, "web/assign.html", shown, status=409 if trouble else 200)
