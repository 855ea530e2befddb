"""The steps that are a form: its questions come from the field tables, its rules from the office.

One page serves them all; what differs stands in :data:`STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pipeline.cases.case import Case
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.closing import CLOSING, SIMFONI
from pipeline.cases.fields.field import Context, Field
from pipeline.cases.rendering import STUDY
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import RangkapError, Text
from pipeline.office.base import known
from pipeline.office.base.desk import Desk
from pipeline.office.base.fresh import READ, StaleAnswers
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import inform, study
from pipeline.office.delivery import close, deliver, simfoni
from pipeline.office.signing import clarify
from pipeline.records import history
from pipeline.records.errors import Stale
from pipeline.web import done, versions
from pipeline.web.door import language
from pipeline.web.fields import Form, answered, told, typed_in
from pipeline.web.moves.base import same
from pipeline.web.sign_in import desk_of
from pipeline.web.stays import stays


@dataclass(frozen=True)
class Opened:
    """A step as it stands before a person: its case, its questions, what is known already, what is said above them."""

    case: Case
    fields: Sequence[Field]
    base: Values = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    alarm: Text | None = None


@dataclass(frozen=True)
class Step:
    """One step with a page: how it is opened, what is done with the answers, what is said then, and to which page it leads."""

    title: Text
    opened: Callable[[Desk, str], Opened]
    act: Callable[[Desk, str, Mapping[str, Any]], object]
    said: Text
    leads: str = "case"


_ROUTE = Text(
    "Jalur aman: {ways}. Jam yang diizinkan: {hours}. Nomor: {number}.",
    "Safe route: {ways}. Allowed hours: {hours}. Number: {number}.",
)
_NOW = Text("Sekarang boleh dihubungi ({now}).", "She may be contacted now ({now}).")
_NOT_NOW = Text("JANGAN menghubungi sekarang: {now}.", "Do NOT make contact now: {now}.")
_UNREAD = Text(
    "Jam yang diizinkan tidak terbaca mesin. Baca sendiri catatannya dahulu; di luar jam itu jangan menghubungi. Perjelas "
    "jamnya lewat klarifikasi (“sebelum pukul 17.00”).",
    "The allowed hours cannot be read by the machine. Read them yourself first; outside them make no contact. Write them "
    "clearly by a clarification (“sebelum pukul 17.00”).",
)
_DELIVERY = Text(
    "Surat {letter}. Cara yang aman: {ways}. Yang boleh menerima: {who}.",
    "Letter {letter}. Safe ways: {ways}. Who may take it: {who}.",
)
_HOURS = Text("Jam yang diizinkan: {hours}.", "Allowed hours: {hours}.")


def _both(values: Sequence[object], kind: str) -> Text:
    """Return stored values as words of both languages, one after the other."""
    return Text(*(", ".join(word_of(kind, one).fill(lang) for one in values) for lang in ("id", "en")))


def _filled(said: Text, **fields: Text) -> Text:
    """Return words whose places are filled with words of their own language, and filled no more."""
    told = (
        said.fill(lang, **{name: one.fill(lang) for name, one in fields.items()}) for lang in ("id", "en")
    )
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in told))


def _inform(desk: Desk, number: str) -> Opened:
    route = inform.look(desk, number)
    ways, may_now = _both(route.ways, "informed_way"), route.now in (inform.NOT_SAID, inform.WITHIN)
    hours, call = same(route.hours or "–"), same(str(route.plain()["number"] or "–"))
    return Opened(
        route.case,
        inform.questions(route),
        notes=(_filled(_ROUTE, ways=ways, hours=hours, number=call), *([_now(route)] if may_now else [])),
        alarm=None if may_now else _now(route),
    )


def _now(route: inform.Contact) -> Text:
    """Return how this moment stands to her hours; loud where she may not be contacted now."""
    if route.now == inform.UNREAD:
        return _UNREAD
    said = word_of("hours", route.now)
    return _filled(_NOW if route.now in (inform.NOT_SAID, inform.WITHIN) else _NOT_NOW, now=said)


def _study(desk: Desk, number: str) -> Opened:
    return Opened(study.need(desk, number), STUDY)


def _clarify(desk: Desk, number: str) -> Opened:
    case, fields = clarify.questions(desk, number)
    return Opened(case, fields, case.values)


def _clarified(desk: Desk, number: str, answers: Mapping[str, Any]) -> object:
    """Record it; whether the safe contact was to be gone through is no answer of the case."""
    given = {name: one for name, one in answers.items() if name != clarify.ASKED}
    return clarify.clarify(desk, number, given)


def _deliver(desk: Desk, number: str) -> Opened:
    now = deliver.standing(desk, number)
    hours = text(now.case.values, "safe_contact_hours")
    ways, who = _both(now.ways, "way"), _both(now.receivers, "receiver")
    notes: tuple[Text, ...] = (_filled(_DELIVERY, letter=same(now.letter.id), ways=ways, who=who),)
    if hours:
        notes = (*notes, _filled(_HOURS, hours=same(hours)))
    return Opened(now.case, deliver.fields_to_record(desk, now), notes=notes)


def _close(desk: Desk, number: str) -> Opened:
    now = close.ending(desk, number)
    return Opened(now.case, CLOSING, close.base(now.case))


def _simfoni(desk: Desk, number: str) -> Opened:
    simfoni.need(desk, number)
    return Opened(known.case(desk, number), SIMFONI)


def _entered(desk: Desk, number: str, answers: Mapping[str, Any]) -> object:
    return simfoni.enter(desk, number, {name: one for name, one in answers.items() if name != READ})


STEPS = {
    "inform": Step(
        Text("Menghubungi korban (langkah 5)", "Contact with the victim (step 5)"), _inform, inform.record,
        Text("Percobaan menghubungi korban dicatat.", "The attempt to reach the victim is recorded."),
    ),
    "study": Step(
        Text("Bahasa dan maksud (langkah 8)", "Language and intent (step 8)"), _study, study.study,
        Text("Bahasa dan maksud dicatat.", "Language and intent are recorded."),
    ),
    "clarify": Step(
        Text("Klarifikasi (langkah 9)", "Clarification (step 9)"), _clarify, _clarified,
        Text("Klarifikasi dicatat.", "The clarification is recorded."),
    ),
    "deliver": Step(
        Text("Penyampaian (langkah 13)", "Delivery (step 13)"), _deliver, deliver.record,
        Text("Hasil penyampaian surat kasus {case} dicatat.", "What came of the letter of case {case} is recorded."),
        "dispatch",
    ),
    "close": Step(
        Text("Penutupan (langkah 14)", "Closing (step 14)"), _close, close.close,
        Text("Kasus ditutup dan laporannya diarsipkan.", "The case is closed and its report filed."),
    ),
    "simfoni": Step(
        Text("Entri SIMFONI-PPA (langkah 14)", "Entry into SIMFONI-PPA (step 14)"), _simfoni, _entered,
        Text("Entri SIMFONI-PPA dicatat.", "The entry into SIMFONI-PPA is recorded."),
    ),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """Show the form of a step, or take it with what was typed."""
    if verb not in STEPS:
        raise Http404
    desk, one, lang = desk_of(request), STEPS[verb], language(request)
    if request.method == "POST" and "state" in request.GET:
        with history.again():
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
        rows = [(name, _label(now, name, lang), said) for name, said in wrong.items()]
        return _page(request, one, now, _form(desk, now, lang, typed, wrong), {"wrong": rows}, 400)
    except StaleAnswers as error:
        return _page(
            request, one, now, form, {"trouble": error.text(lang), "beside": error.beside(lang)}, 409
        )
    except RangkapError as error:
        if isinstance(error, Stale) or not (stays(error) and _is_of_form(error)):
            raise
        return _page(request, one, now, form, {"trouble": error.text(lang)}, 409)
    done.say(request, one.said, case=number)
    return redirect(one.leads) if one.leads != "case" else redirect("case", number=number)


def _is_of_form(error: RangkapError) -> bool:
    """Tell whether a refusal is about what was typed."""
    return error.code.startswith(("office.", "letters.", "cases."))


def _form(
    desk: Desk, now: Opened, lang: str, typed: Mapping[str, Any], problems: Mapping[str, str] | None = None
) -> Form:
    context = Context(desk.today, desk.places)
    return Form(tuple(now.fields), context, lang, typed, problems=problems or {}, base=now.base)


def _label(now: Opened, name: str, lang: str) -> str:
    return next((one.label.fill(lang) for one in now.fields if one.name == name), name)


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
        "alarm": now.alarm,
        "sections": list(form.sections()),
        **(more or {}),
    }
    return render(request, "web/step.html", shown, status=status)
