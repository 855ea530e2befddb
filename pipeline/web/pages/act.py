"""The page of any move, and their lists."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from pipeline.cases.fields.field import Context
from pipeline.cases.fields.validate import validate
from pipeline.kernel.errors import Refusal
from pipeline.lookup import visible
from pipeline.lookup.kinds import without_access_log
from pipeline.office.base import optimistic_lock
from pipeline.office.base.session import READERS, case_to_read
from pipeline.web import edit_conflict, refusals, versions
from pipeline.web.acts.base import ABOUT, LOOKED, ActContext, ActForm, ActPage
from pipeline.web.acts.table import MOVES, offered, offered_in_office
from pipeline.web.fields import Form, answered, typed_in
from pipeline.web.links import address_of
from pipeline.web.session import language, say, session_of


@require_GET
def acts(request: HttpRequest, number: str) -> HttpResponse:
    """List the moves of this case."""
    session = session_of(request)
    case = case_to_read(session, number, "show")
    return render(request, "web/acts.html", {"case": number, "groups": offered(session, case)})


@require_GET
def office_acts(request: HttpRequest) -> HttpResponse:
    """List the moves without a case."""
    session = session_of(request, "moves", READERS)
    return render(request, "web/acts.html", {"groups": offered_in_office(session)})


@require_http_methods(["GET", "POST"])
def act_page(request: HttpRequest, verb: str, number: str = "", agenda: str = "") -> HttpResponse:
    """Show or make a move."""
    page = MOVES.get(verb)
    if page is None or (page.is_of_case, page.is_of_arrival) != (bool(number), bool(agenda)):
        raise Http404
    at = ActContext(
        session_of(request, verb, page.roles), number or agenda, request.GET.get(ABOUT, ""), language(request)
    )
    if request.method == "POST" and "state" in request.GET:
        with without_access_log():
            seen = (page.asked or page.opened)(at)
        return JsonResponse(_form(at, seen, typed_in(request.POST, seen.fields)).state())
    if agenda and edit_conflict.LEAVE in request.POST:
        return edit_conflict.leave(at.session, verb, agenda)
    seen = page.opened(at)
    if agenda and (opened := edit_conflict.begin(request, at.session, verb, agenda)):
        return opened
    if request.method == "GET" or seen.is_over:
        return _page(request, at, page, seen)
    typed = typed_in(request.POST, seen.fields)
    try:
        return _made(request, at, page, seen, typed)
    except Refusal as error:
        if not error.code.startswith(("office.", "letters.", "cases.", "records.")):
            raise
        more, status, wrong = refusals.on_form(error, seen.fields, at.lang, is_sought=True)
        # what waits for the archive stands: opened anew the act could be done a second time, or not at all
        if not wrong and error.code != "office.filing_pending":
            seen = page.opened(at)
    return _page(request, at, page, seen, typed, more, status, wrong)


def _made(
    request: HttpRequest, at: ActContext, page: ActPage, seen: ActForm, typed: Mapping[str, Any]
) -> HttpResponse:
    answers = answered(_form(at, seen, typed), typed)
    now = _version(at, page, seen)
    version = versions.read(request.POST) if now is not None else None
    if page.is_compared:
        given: Mapping[str, Any] = answers | {optimistic_lock.READ: version}
    elif version != now:
        assert now is not None
        by = optimistic_lock.changed(at.session, visible.history_of(at.session, at.number))
        raise optimistic_lock.StaleAnswers(f"Kasus {at.number}", version, now, by=by)
    else:
        given = validate(answers, at.session.today, seen.fields, at.session.places).need()
    if page.summary is not None:
        summary = page.summary(at, given)
        before = request.POST.get(LOOKED, "")
        if before != summary.stamp:  # it is shown; where it was shown before, that things have changed since
            shown = {"summary": summary, "is_changed": bool(before)}
            return _page(request, at, page, seen, typed, shown, 409 if before else 200)
        given = {**given, LOOKED: summary.stamp}
    made = page.act(at, given)
    if made.shown:
        return _page(request, at, page, seen, {}, {"said": made})
    say(request, made.said)
    if to := made.url or address_of(made.next):
        return redirect(to)
    if page.is_of_arrival:
        return redirect("arrival", at.number)
    return redirect("case", number=at.number) if at.number else redirect("home")


def _form(
    at: ActContext, seen: ActForm, typed: Mapping[str, Any], problems: Mapping[str, str] | None = None
) -> Form:
    context = Context(at.session.today, at.session.places)
    return Form(
        tuple(seen.fields), context, at.lang, typed, seen.proposals if not typed else {}, problems=problems or {},
        base=seen.base,
    )  # fmt: skip


def _version(at: ActContext, page: ActPage, seen: ActForm) -> int | None:
    """A hold or block leaves the version alone, so the history's length is added."""
    if seen.version is not None or seen.case is None:
        return seen.version
    return seen.case.version + (
        0 if page.is_compared else len(visible.history_of(at.session, seen.case.number))
    )


def _page(
    request: HttpRequest,
    at: ActContext,
    page: ActPage,
    seen: ActForm,
    typed: Mapping[str, Any] | None = None,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
    wrong: Mapping[str, str] | None = None,
) -> HttpResponse:
    sections = list(_form(at, seen, typed or {}, wrong).sections())
    version = _version(at, page, seen)
    shown = {
        "move": page, "seen": seen, "case": at.number if page.is_of_case else "", "arrival": at.number if page.is_of_arrival else "", "version": "" if version is None else version, "sections": sections,
        "has_headings": len(sections) > 1, "is_looked_over": page.summary is not None, "has_list": at.session.actor.is_any(*READERS), **(more or {}),
    }  # fmt: skip
    return render(request, "web/act.html", shown, status=status)
