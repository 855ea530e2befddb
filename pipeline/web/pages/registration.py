"""Steps 1–4 on one page: the letter beside the form, what was read of it in the fields, doubtful ones marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pipeline.cases.case import Case
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.proposals import FROM_SUGGESTION, Proposal
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.states import REGISTER_ROLES
from pipeline.intake.reading import Reading
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.errors import MaybeKnown, NotWaiting
from pipeline.office.cases import add_call, add_letter
from pipeline.office.cases import phone as phone_script
from pipeline.office.cases import register as step
from pipeline.office.cases.earlier import ANSWER, Decision
from pipeline.office.cases.errors_earlier import PeopleKnown
from pipeline.records.arrivals import Arrival
from pipeline.web import texts
from pipeline.web.door import language
from pipeline.web.fields import Form, answered, told, typed_in
from pipeline.web.sign_in import desk_of

_DECIDED = "earlier-"
_PHONE = {"channel": Proposal("channel", "telepon", 1.0)}


@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    """Show the script and the form of a call; register it with what was typed."""
    desk = desk_of(request)
    need_role(desk, "register", REGISTER_ROLES)
    form = _form(
        request, desk, None, typed_in(request.POST, REGISTRATION) if request.method == "POST" else None
    )
    if request.method == "GET":
        return _page(request, desk, None, form)
    if "state" in request.GET:
        return JsonResponse(form.state())
    return _registered(request, desk, None, form)


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, agenda: str) -> HttpResponse:
    """Show the letter and its form; register it with what was typed, or say what is missing."""
    desk = desk_of(request)
    arrival = step.pick(desk, agenda)
    if request.method == "GET":
        return _page(request, desk, arrival, _form(request, desk, arrival))
    form = _form(request, desk, arrival, typed_in(request.POST, REGISTRATION))
    if "state" in request.GET:
        return JsonResponse(form.state())
    return _registered(request, desk, arrival, form)


def _registered(request: HttpRequest, desk: Desk, arrival: Arrival | None, form: Form) -> HttpResponse:
    """Register, and go on to the case; or show the page again with what stands in the way."""
    typed, lang = dict(form.typed), language(request)
    answers = answered(form, typed) | _decisions(request)
    shown: dict[str, Any] = {}
    try:
        made = _made(desk, arrival, request.POST.get("into", ""), answers)
    except InvalidAnswers as error:
        wrong = told(error.problems, lang)
        form = _form(request, desk, arrival, typed, wrong)
        shown = {"wrong": [(name, _label(name, lang), said) for name, said in wrong.items()]}
    except MaybeKnown as error:
        shown = {"maybe": error.fields["cases"]}
    except PeopleKnown as error:
        shown = {"earlier": [_earlier(request, row) for row in error.fields["rows"]]}  # type: ignore[attr-defined]
    except NotWaiting:
        return redirect("home")
    else:
        return redirect("case", number=made.number)
    return _page(request, desk, arrival, form, shown, 409 if "wrong" not in shown else 400)


def _made(desk: Desk, arrival: Arrival | None, into: str, answers: Mapping[str, Any]) -> Case:
    """Register what came in, or add it to the case ``into``. Raises what the office says."""
    if arrival is None:
        return add_call.add(desk, into, answers) if into else step.register_call(desk, answers)
    return (
        add_letter.add(desk, arrival, into, answers)
        if into
        else step.register_arrival(desk, arrival, answers)
    )


def _decisions(request: HttpRequest) -> dict[str, Any]:
    """Return what a person said about letters and people that may be known already."""
    post = request.POST
    people = {
        name.removeprefix(_DECIDED): post[name] for name in post if name.startswith(_DECIDED) and post[name]
    }
    found: dict[str, Any] = {ANSWER: people} if people else {}
    if post.get(step.NOT_A_DUPLICATE):
        found |= {step.NOT_A_DUPLICATE: True, ANSWER: people}
    return found


def _earlier(request: HttpRequest, row: tuple[str, str, bool]) -> dict[str, Any]:
    case, said, is_at_work = row
    chosen = request.POST.get(f"{_DECIDED}{case}", "")
    return {
        "name": f"{_DECIDED}{case}",
        "case": case,
        "said": said,
        "is_at_work": is_at_work,
        "choices": [
            (one.value, texts.ALL[f"earlier.{one.name.lower()}"], one.value == chosen) for one in Decision
        ],
    }


def _form(
    request: HttpRequest,
    desk: Desk,
    arrival: Arrival | None,
    typed: Mapping[str, Any] | None = None,
    problems: Mapping[str, str] | None = None,
) -> Form:
    proposals = _PHONE if arrival is None else step.propose(desk, arrival) if request.method == "GET" else {}
    return Form(
        REGISTRATION,
        Context(desk.today, desk.places),
        language(request),
        typed or {},
        proposals,
        _places(arrival) if arrival else {},
        problems or {},
    )


def _places(arrival: Arrival) -> dict[str, dict[str, Any]]:
    """Return where on the paper each field was read: page, and the box in hundredths of the page's sides."""
    reading = Reading.from_json(arrival.reading) if arrival.reading else None
    sizes = {one.number: (one.width, one.height) for one in reading.pages} if reading else {}
    found: dict[str, dict[str, Any]] = {}
    for name, one in (reading.suggestions if reading else {}).items():
        width, height = sizes.get(one.page, (0, 0))
        if name in FROM_SUGGESTION and one.box and width and height:
            x0, y0, x1, y1 = one.box
            box = [100 * x0 / width, 100 * y0 / height, 100 * (x1 - x0) / width, 100 * (y1 - y0) / height]
            found[FROM_SUGGESTION[name]] = {"page": one.page, "box": " ".join(f"{side:.2f}" for side in box)}
    return found


def _label(name: str, lang: str) -> str:
    return next((one.label.fill(lang) for one in REGISTRATION if one.name == name), name)


def _page(
    request: HttpRequest,
    desk: Desk,
    arrival: Arrival | None,
    form: Form,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "arrival": arrival,
        "pages": range(1, max(1, arrival.pages) + 1) if arrival else (),
        "script": phone_script.script(desk) if arrival is None else (),
        "sections": list(form.sections()),
        "is_unread": arrival is not None and not arrival.reading,
        "may_add": "into" in request.POST,
        **(more or {}),
    }
    return render(request, "web/register.html", shown, status=status)
