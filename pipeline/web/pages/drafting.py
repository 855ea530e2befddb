"""Step 10: the form of the answer beside a preview."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import DRAFT
from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.kernel.text import N_
from pipeline.office.answer import draft as step
from pipeline.office.answer import draft_preview
from pipeline.office.answer.draft_preview import OPENING, Choice, Part
from pipeline.office.arrivals import kept_answers
from pipeline.office.base.optimistic_lock import READ
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.web import refusals, versions
from pipeline.web.fields import Form, answered, labelled, messages, typed_in
from pipeline.web.papers import drawn, pages_of
from pipeline.web.previews import TRIALS, Busy, Superseded
from pipeline.web.session import language, office, say, session_of


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, number: str) -> HttpResponse:
    """Show the form; submit the letter to the chair."""
    session = session_of(request)
    case, choice = draft_preview.opened(session, number)
    if request.method == "GET":
        form = _form(session, case, language(request), _kept(session, case, language(request)))
        return _page(request, session, case, form, choice)
    typed, choice = typed_in(request.POST, DRAFT), _chosen(request)
    form = _form(session, case, language(request), typed)
    if "state" in request.GET:
        return JsonResponse(form.state())
    if READ not in request.POST:
        trouble = N_(
            "The form did not arrive whole. Look through the answers below, then hand it in once more."
        ).fill(language(request))
        return _page(request, session, case, form, choice, {"trouble": trouble}, 400)
    return _handed_in(request, session, case, form, choice)


def _handed_in(
    request: HttpRequest, session: Session, case: Case, form: Form, choice: Choice
) -> HttpResponse:
    lang, version = language(request), versions.read(request.POST)
    answers = _answers(form, case)
    kept_answers.keep(session.settings, case.number, answers)
    kept_answers.keep_choice(session.settings, case.number, choice)
    try:
        made = perform(
            step.draft_letter, session, case.number, answers | {READ: version, step.CHOICE: choice}
        )
    except Refusal as error:
        more, status, wrong = refusals.on_form(error, DRAFT, lang)
        return _page(
            request, session, case, _form(session, case, lang, form.typed, wrong), choice, more, status
        )
    kept_answers.forget(session.settings, case.number)
    say(
        request,
        N_(
            "Draft {letter} revision {revision} is handed in to the chair. Look at both copies "
            "below; until it is approved the draft can still be replaced."
        ),
        **made.told,
    )
    return redirect(f"{reverse('letter', args=[case.number])}?surat={made.told['letter']}")


@require_POST
def preview(request: HttpRequest, number: str) -> HttpResponse:
    """Checks rules and draws pages; a failure keeps the last ones."""
    session = session_of(request)
    case, _ = draft_preview.opened(session, number)
    typed, choice = typed_in(request.POST, DRAFT), _chosen(request)
    form = _form(session, case, language(request), typed)
    shown: dict[str, Any] = {
        "case": case.number,
        "parts": _parts(session, case, form, choice),
        "is_piece": True,
    }
    try:
        trial = draft_preview.trial(session, case.number, _answers(form, case), choice)
        shown |= {
            "findings": [_pointed(finding, language(request)) for finding in trial.findings],
            "is_whole": True,
        }
        shown |= _drawn(request, session, trial)
    except InvalidAnswers as error:
        lang = language(request)
        shown["open"] = labelled(messages(error.problems, lang), DRAFT, lang)
    except (Busy, Superseded):
        shown["is_busy"] = True
    except Refusal as error:
        shown["trouble"] = refusals.message(error, language(request))
        if isinstance(error, SandboxFailed) or error.code == "rendering.not_rendered":
            shown["trouble"] = N_(
                "The preview was not made within {seconds} seconds. Your answers "
                "are kept. Try again in a moment; if it happens again, tell the "
                "technical admin."
            ).fill(language(request), seconds=int(draft_preview.WALL))
    return render(request, "web/draft_state.html", shown)


def _drawn(request: HttpRequest, session: Session, trial: draft_preview.Trial) -> dict[str, Any]:
    copy = {"1": 1, "2": 2}.get(request.POST.get("copy", ""), 0)
    key = f"{digest_bytes(trial.docx, 'sha256')[:24]}{copy}"
    pdf = TRIALS.drawn(session.actor.account, key, lambda: draft_preview.pages(session, trial, copy))
    numbers = pages_of(pdf)
    for page in numbers:
        drawn(pdf, page)  # so that it is there at once when it is asked for
    at = clock.now().astimezone(office().zone).strftime("%H.%M.%S")
    return {"pages": numbers, "key": key, "copy": copy, "at": at}


@require_GET
def page(request: HttpRequest, number: str, key: str, page: int) -> HttpResponse:
    """Show a page of the last preview."""
    session = session_of(request)
    draft_preview.opened(session, number)
    pdf = TRIALS.found(session.actor.account, key)
    if pdf is None or page not in pages_of(pdf):
        raise Http404
    return drawn(pdf, page)


@require_POST
def forget(request: HttpRequest, number: str) -> HttpResponse:
    """Discard what was typed and not submitted."""
    draft_preview.forget(session_of(request), number)
    say(request, N_("What was not handed in is thrown away; what you see is what was handed in last."))
    return redirect("draft", number=number)


def _chosen(request: HttpRequest) -> Choice:
    post = request.POST
    named = [key.removeprefix("clause-") for key in post if key.startswith("clause-")]
    words = {
        name: post.get(f"words-{name}", "")
        for name in named
        if f"own-{name}" in post and post.get(f"words-{name}", "").strip()
    }
    return Choice(
        post.get("template", ""), frozenset(name for name in named if f"with-{name}" not in post), words
    )


def _answers(form: Form, case: Case) -> dict[str, Any]:
    """An emptied answer counts too."""
    applies = set(form.state()["applies"])
    emptied = {
        name: "" for name, value in form.typed.items() if not value and name in applies & case.values.keys()
    }
    return emptied | answered(form, form.typed)


def _kept(session: Session, case: Case, lang: str) -> dict[str, Any]:
    kept, fields = kept_answers.kept(session.settings, case.number), {field.name: field for field in DRAFT}
    return {
        name: value if isinstance(value, str) else shown(fields[name], value, lang)
        for name, value in kept.items()
    }


def _form(
    session: Session,
    case: Case,
    lang: str,
    typed: Mapping[str, Any],
    problems: Mapping[str, str] | None = None,
) -> Form:
    context = Context(session.today, session.places)
    return Form(tuple(DRAFT), context, lang, typed, problems=problems or {}, base=case.values)


def _parts(session: Session, case: Case, form: Form, choice: Choice) -> Sequence[Part]:
    try:
        return draft_preview.parts(session, case, {**case.values, **form.values()}, choice)
    except Refusal:
        return ()


def _pointed(pointed: draft_preview.Pointed, lang: str) -> dict[str, str]:
    goal = pointed.field or (f"clause-{pointed.clause}" if pointed.clause else "")
    return {"said": pointed.found.text(lang, quoted=True), "goal": goal, "clause": pointed.clause}


def _page(
    request: HttpRequest,
    session: Session,
    case: Case,
    form: Form,
    choice: Choice,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    parts = _parts(session, case, form, choice)
    try:
        templates = draft_preview.templates(session, case, {**case.values, **form.values()})
    except Refusal:
        templates = ()
    before = step.sent_back(case.number)
    page = {
        "case": case.number,
        "version": case.version,
        "sections": list(form.sections()),
        "parts": parts,
        "opening": OPENING,
        "templates": templates,
        "template": choice.template,
        "is_institution": case.is_institution,
        "before": before,
        "waiting": None if before else step.to_revise(case.number),
        "is_kept": bool(kept_answers.kept_choice(session.settings, case.number)),
        **(more or {}),
    }
    return render(request, "web/draft.html", page, status=status)
