"""Who opens a document that is open elsewhere is told, and may go on."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pipeline.kernel.errors import Refusal
from pipeline.lookup import visible
from pipeline.office.arrivals import edit_presence
from pipeline.office.base.session import Session
from pipeline.web.labels import paper_label
from pipeline.web.session import language

BESIDE, LEAVE = "beside", "leave"


def begin(request: HttpRequest, session: Session, verb: str, *items: str) -> HttpResponse | None:
    """Shows the person at ``items``; returns a page if another is."""
    beside = BESIDE in request.GET or BESIDE in request.POST
    try:
        edit_presence.begin(session, verb, *items, beside=beside)
    except Refusal as told:
        if told.code != "office.opened_elsewhere":
            raise
        lang, arrival = language(request), visible.arrival(session, items[0])
        message = told.text(lang).replace(arrival.id, paper_label(arrival, lang))
        shown = {"said": message, "item": items[0], "query": request.GET.urlencode()}
        return render(request, "web/opened.html", shown, status=200 if request.method == "GET" else 409)
    return None


def leave(session: Session, verb: str, *items: str) -> HttpResponse:
    """End what :func:`begin` showed, and lead back."""
    with suppress(Refusal):
        edit_presence.end(session, verb, *items)
    return redirect("arrival", items[0]) if len(items) == 1 else redirect("home")
