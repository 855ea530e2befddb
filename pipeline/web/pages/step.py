"""The pages of the steps that are a form: its questions come from the field tables, its rules from the office.

One page serves them all; what differs stands in :data:`pipeline.web.steps.STEPS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.field import Context
from pipeline.kernel.errors import Refusal
from pipeline.lookup.kinds import again
from pipeline.office.base.desk import Desk
from pipeline.office.base.fresh import READ, StaleAnswers
from pipeline.records.errors import Stale
from pipeline.web import done, refusals, versions
from pipeline.web.door import language
from pipeline.web.fields import Form, answered, labelled, told, typed_in
from pipeline.web.sign_in import desk_of
from pipeline.web.stays import stays
from pipeline.web.steps import STEPS, Opened, Step


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """Show the form of a step, or take it with what was typed."""
    if verb not in STEPS:
        raise Http404
    desk, one, lang = desk_of(request), STEPS[verb], language(request)
    if request.method == "POST" and "state" in request.GET:
        with again():
            now = one.opened(desk, number)
        return JsonResponse(_form(desk, now, lang, typed_in(request.POST, now.fields)).state())
    now = one.opened(desk, number)
    typed = typed_in(request.POST, now.fields) if request.method == "POST" else {}
    form = _form(desk, now, lang, typed)
    if request.method == "GET":
        return _page(request, one, now, form)
    answers = answered(form, typed) | {READ: versions.read(request.POST)}
    try:
        one.act(desk, number, answers)
    except InvalidAnswers as error:
        wrong = told(error.problems, lang)
        more = {"wrong": labelled(wrong, now.fields, lang)}
        return _page(request, one, now, _form(desk, now, lang, typed, wrong), more, 400)
    except StaleAnswers as error:
        return _page(
            request,
            one,
            now,
            form,
            {"trouble": refusals.told(error, lang), "beside": error.beside(lang)},
            409,
        )
    except Refusal as error:
        if isinstance(error, Stale) or not (stays(error) and _is_of_form(error)):
            raise
        return _page(request, one, now, form, {"trouble": refusals.told(error, lang)}, 409)
    done.say(request, one.said(answers), case=number)
    return redirect(one.leads) if one.leads != "case" else redirect("case", number=number)


def _is_of_form(error: Refusal) -> bool:
    """Tell whether a refusal is about what was typed."""
    return error.code.startswith(("office.", "letters.", "cases."))


def _form(
    desk: Desk, now: Opened, lang: str, typed: Mapping[str, Any], problems: Mapping[str, str] | None = None
) -> Form:
    context = Context(desk.today, desk.places)
    return Form(tuple(now.fields), context, lang, typed, problems=problems or {}, base=now.base)


def _page(
    request: HttpRequest,
    one: Step,
    now: Opened,
    form: Form,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "title": one.title,
        "case": now.case.number,
        "version": now.case.version,
        "notes": now.notes,
        "next": now.next,
        "alarm": now.alarm,
        "sections": list(form.sections()),
        **(more or {}),
    }
    return render(request, "web/step.html", shown, status=status)
