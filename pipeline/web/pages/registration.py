"""Steps 1–4 on one page; ``?state`` and ``?earlier`` are asked during typing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import shown as written
from pipeline.cases.fields.proposals import FROM_SUGGESTION, QUOTED, Proposal
from pipeline.cases.fields.table import BY_NAME, REGISTRATION
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, joined
from pipeline.lookup import visible
from pipeline.lookup.kinds import Arrival, ArrivalState
from pipeline.office.arrivals import edit_presence, kept_forms
from pipeline.office.base import reported_sender
from pipeline.office.base.session import Session
from pipeline.office.cases import crisis, earlier, enquire
from pipeline.office.cases import phone as phone_script
from pipeline.office.cases import register as step
from pipeline.office.cases.add_call import add_call
from pipeline.office.cases.add_letter import add_letter
from pipeline.office.engine.perform import perform
from pipeline.web import refusals
from pipeline.web.fields import Form, answered, labelled, messages, typed_in
from pipeline.web.session import language, say, session_of

_DECIDED, _NEXT = "earlier-", "next"
_LETTER, _CALL = (
    N_("Letter {agenda} is registered as case {case}, register number {register}. Write the case number on the letter."),
    N_("The call has the agenda number {agenda} and is case {case}, register number {register}. Print its record."),
)  # fmt: skip
_LETTER_HIGH, _CALL_HIGH = (
    N_("Letter {agenda} is registered as case {case}, register number {register}. HIGH RISK: over to the "
       "crisis procedure now; open the case and take it. The answer follows later."),
    N_("The call has the agenda number {agenda} and is case {case}, register number {register}. HIGH "
       "RISK: over to the crisis procedure now; open the case and take it."),
)  # fmt: skip
_GONE = {
    ArrivalState.STRUCK.value: N_("This letter is marked as not a complaint: {why}."),
    ArrivalState.JOINED.value: N_("This letter was joined with another one."),
    ArrivalState.SPLIT.value: N_("This scan was split into several letters."),
}
_EARLIER = {
    earlier.Decision.SAME: N_("the same person"),
    earlier.Decision.OTHER: N_("another person", "registration"),
    earlier.Decision.UNSURE: N_("don't know"),
}


@sensitive_post_parameters(enquire.ANSWER)
@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    """Show the script of a call; register it."""
    session = session_of(request, "register", REGISTER_ROLES)
    return _answer(request, session, None)


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, agenda: str) -> HttpResponse:
    """Show the letter and its form; register it."""
    session = session_of(request)
    try:
        arrival = step.pick(session, agenda)
    except Refusal as error:
        if error.code != "office.not_waiting":
            raise
        return HttpResponse(status=204) if request.GET else _gone(request, session, agenda)
    return _answer(request, session, arrival)


def _answer(request: HttpRequest, session: Session, arrival: Arrival | None) -> HttpResponse:
    if request.method == "GET":
        kept = kept_forms.kept(session, _item(arrival))
        typed, looked = (kept.typed, kept.looked) if kept else ({}, ())
        form = _form_of(request, session, arrival, typed, looked)
        return _page(request, session, arrival, form, {"kept": _kept_at(session, kept.at) if kept else ""})
    if "left" in request.GET:
        if arrival:
            edit_presence.end(session, "register", arrival.id)
        return HttpResponse(status=204)
    if "discard" in request.GET:
        kept_forms.forget(session, _item(arrival))
        say(request, N_("The draft is thrown away. The form is as it was proposed."))
        return redirect(request.path)
    form = _form_of(
        request, session, arrival, typed_in(request.POST, REGISTRATION), request.POST.getlist("looked")
    )
    if "state" in request.GET:
        return JsonResponse(_state(request, session, arrival, form))
    if "earlier" in request.GET:
        cases = [
            (known.case, known.message(), known.is_at_work) for known in earlier.look(session, form.values())
        ]
        return render(request, "web/earlier.html", {"earlier": _earlier_rows(request, cases)})
    return _registered(request, session, arrival, form)


def _item(arrival: Arrival | None) -> str:
    return arrival.id if arrival else kept_forms.CALL


def _state(request: HttpRequest, session: Session, arrival: Arrival | None, form: Form) -> dict[str, Any]:
    given = answered(form, form.typed) | {name: str(value) for name, value in form.base.items()}
    checked = validate(given, session.today, places=session.places)
    state = form.state() | {"wrong": messages(checked.problems, form.lang), "notes": _minutes(form)}
    if request.POST.get("keep"):
        made = kept_forms.keep(session, _item(arrival), form.typed, sorted(form.looked))
        state["kept"] = _kept_at(session, made.at) if made else ""
    if arrival:  # the page that was left before may say so only after this one was opened
        edit_presence.begin(session, "register", arrival.id, beside=True)
    return state


def _registered(request: HttpRequest, session: Session, arrival: Arrival | None, form: Form) -> HttpResponse:
    answers, lang = answered(form, form.typed) | _decisions(request), form.lang
    shown: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    try:
        made = _made(session, arrival, request.POST.get("into", ""), answers)
    except InvalidAnswers as error:
        wrong = messages(error.problems, lang)
        shown = {"wrong": labelled(wrong, REGISTRATION, lang)}
    except Refusal as error:
        match error.code:
            case "office.maybe_known":
                shown = {"maybe": error.fields["cases"]}
            case "office.people_known":
                shown = {"earlier": _earlier_rows(request, error.fields["rows"]), "must_decide": True}
            case "office.weak_password":
                shown = {"trouble": refusals.message(error, lang)}
            case "office.not_waiting":
                return _gone(request, session, arrival.id if arrival else "")
            case _:
                raise
    else:
        return _on(request, session, arrival, made)
    kept_forms.keep(session, _item(arrival), form.typed, sorted(form.looked))
    again = _form_of(request, session, arrival, form.typed, sorted(form.looked), wrong)
    return _page(request, session, arrival, again, shown, 400 if wrong else 409)


def _made(session: Session, arrival: Arrival | None, into: str, answers: Mapping[str, Any]) -> Case:
    if arrival is None:
        return perform(add_call if into else step.register_call, session, into, answers).case
    if into:
        return perform(add_letter, session, into, answers, arrival.id).case
    return perform(step.register_arrival, session, arrival.id, answers).case


def _on(request: HttpRequest, session: Session, arrival: Arrival | None, made: Case) -> HttpResponse:
    agenda = made.further[-1].agenda if made.further else made.agenda[0]
    if made.further:
        message = N_("{agenda} was added to case {case}. Write that case number on the letter.")
    elif crisis.is_high(made.values):
        message = _LETTER_HIGH if arrival else _CALL_HIGH
    else:
        message = _LETTER if arrival else _CALL
    to_case = arrival is not None and request.POST.get("then") != _NEXT  # a page that says it itself
    if not to_case and (held := reported_sender.held_message(session, made)):
        message = joined([held, message], " ")
    say(request, message, agenda=agenda, case=made.number, register=made.register_number)
    if arrival is None:
        return redirect("call-record", number=made.number)
    if to_case:
        return redirect("case", number=made.number)
    following = _next_of(session)
    return redirect("register", agenda=following) if following else redirect("home")


def _next_of(session: Session) -> str:
    arrivals, taken = step.waiting(session), edit_presence.rows()
    free = [
        arrival
        for arrival in arrivals
        if all(row["account"] == session.actor.account for row in taken.get(arrival.id, []))
    ]
    return next((str(arrival.agenda) for arrival in (*free, *arrivals)), "")


def _decisions(request: HttpRequest) -> dict[str, Any]:
    post = request.POST
    people = {
        name.removeprefix(_DECIDED): post[name] for name in post if name.startswith(_DECIDED) and post[name]
    }
    answers: dict[str, Any] = {earlier.ANSWER: people} if people else {}
    if post.get(step.NOT_A_DUPLICATE):
        answers |= {step.NOT_A_DUPLICATE: True, earlier.ANSWER: people}
    if post.get(enquire.ANSWER, "").strip():
        answers[enquire.ANSWER] = post[enquire.ANSWER]
    return answers


def _gone(request: HttpRequest, session: Session, item: str) -> HttpResponse:
    arrival = visible.arrival(session, item)
    is_case = arrival.state in (ArrivalState.REGISTERED, ArrivalState.FILED) and bool(arrival.case)
    other = N_("This document does not wait for registration (it is: {state}).")
    message = _GONE.get(str(arrival.state), other)
    if is_case:
        message = N_("This letter is registered already as case {case}.")
    shown = {
        "agenda": arrival.agenda or arrival.id,
        "said": message.fill(language(request), case=arrival.case, why=arrival.struck, state=arrival.state),
        "case": arrival.case if is_case else "",
        "was_typed": request.method == "POST",
        "following": _next_of(session),
    }
    return render(request, "web/letter_gone.html", shown, status=409)


def _page(
    request: HttpRequest,
    session: Session,
    arrival: Arrival | None,
    form: Form,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    others: list[dict[str, str]] = []
    if arrival:
        edit_presence.begin(session, "register", arrival.id, beside=True)
        others = [
            row
            for row in edit_presence.rows(arrival.id).get(arrival.id, [])
            if row["account"] != session.actor.account
        ]
    shown = {
        "arrival": arrival,
        "pages": range(1, max(1, arrival.pages) + 1) if arrival else (),
        "script": phone_script.script(session) if arrival is None else (),
        "sections": list(form.sections()),
        "looked": sorted(form.looked),
        "is_unread": arrival is not None and not arrival.reading,
        "others": others,
        "now": _office_time(session),
        "address": reverse("register", args=[arrival.agenda]) if arrival else reverse("phone"),
        **(more or {}),
    }
    return render(request, "web/register.html", shown, status=status)


def _form_of(
    request: HttpRequest,
    session: Session,
    arrival: Arrival | None,
    typed: Mapping[str, Any],
    looked: Sequence[str] = (),
    problems: Mapping[str, str] | None = None,
) -> Form:
    is_aside = request.method == "POST" and bool(request.GET)
    return Form(
        tuple(field for field in REGISTRATION if arrival or field.name != "channel"),
        Context(session.today, session.places),
        language(request),
        typed,
        {} if is_aside else step.propose(session, arrival) if arrival else _of_call(session),
        _places(arrival) if arrival and not is_aside else {},
        problems or {},
        {} if arrival else {"channel": "phone"},
        frozenset(looked) & BY_NAME.keys(),
    )


def _of_call(session: Session) -> dict[str, Proposal]:
    now = clock.now().astimezone(session.settings.zone)
    return {
        "received_day": Proposal(
            "received_day", written(BY_NAME["received_day"], session.today.isoformat()), 1.0
        ),
        "phone_started": Proposal("phone_started", f"{now:%H.%M}", 1.0),
    }


def _places(arrival: Arrival) -> dict[str, dict[str, Any]]:
    """Page, and the box in hundredths of its sides."""
    reading = step.Reading.from_json(arrival.reading) if arrival.reading else None
    sizes = {page.number: (page.width, page.height) for page in reading.pages} if reading else {}
    places: dict[str, dict[str, Any]] = {}
    fields = FROM_SUGGESTION | {name: quoted[0] for name, quoted in QUOTED.items()}
    for name, suggestion in (reading.suggestions if reading else {}).items():
        width, height = sizes.get(suggestion.page, (0, 0))
        if name in fields and suggestion.box and width and height:
            x0, y0, x1, y1 = suggestion.box
            box = [100 * x0 / width, 100 * y0 / height, 100 * (x1 - x0) / width, 100 * (y1 - y0) / height]
            places[fields[name]] = {"page": suggestion.page, "box": " ".join(f"{side:.2f}" for side in box)}
    return places


def _earlier_rows(request: HttpRequest, cases: object) -> list[dict[str, Any]]:
    rows: Iterable[tuple[str, str, bool]] = cases  # type: ignore[assignment]
    return [_earlier(request, *row) for row in rows]


def _earlier(request: HttpRequest, case: str, message: str, is_at_work: bool) -> dict[str, Any]:
    name = f"earlier-{case}"
    chosen = request.POST.get(name, "")
    choices = [
        (decision.value, _EARLIER[decision], decision.value == chosen) for decision in earlier.Decision
    ]
    return {
        "name": name,
        "case": case,
        "said": message,
        "is_at_work": is_at_work,
        "choices": choices if case else [],
    }


def _kept_at(session: Session, stamp: str) -> str:
    at = clock.read_stamp(stamp).astimezone(session.settings.zone)
    return f"{at:%H.%M}" if at.date() == session.today else f"{at:%d-%m-%Y %H.%M}"


def _office_time(session: Session) -> int:
    """Seconds since midnight in the office's zone."""
    now = clock.now().astimezone(session.settings.zone)
    return 3600 * now.hour + 60 * now.minute + now.second


def _minutes(form: Form) -> dict[str, str]:
    """How long a call lasted."""
    values = form.values()
    begun, ended = (text(values, name) for name in ("phone_started", "phone_ended"))
    if not begun or not ended:
        return {}
    first, last = (time.fromisoformat(given) for given in (begun, ended))
    lasted = 60 * last.hour + last.minute - 60 * first.hour - first.minute
    return (
        {}
        if lasted < 0
        else {"phone_ended": N_("Length of the call: {count} minutes").fill(form.lang, count=lasted)}
    )
