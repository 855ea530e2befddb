"""The letter templates, addressed by a digest of their content, not by name."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, as_it_is
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.office.letters import templates
from pipeline.web import background, refusals, versions
from pipeline.web.papers import attached
from pipeline.web.previews import SAMPLES, Busy, Superseded
from pipeline.web.session import language, say, session_of

ALL = "templates"


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """List the templates, and the last check."""
    session = session_of(request)
    known = templates.known_clean(session.settings)
    rows = [
        {"name": name, "mark": mark, "is_clean": name in known}
        for name, mark in templates.marks(session.settings).items()
    ]
    may = session.actor.is_any(*templates.KEEPERS)
    shown = {
        "tab": "settings-templates",
        "rows": rows,
        "may": may,
        "run": background.of(ALL) if may else None,
    }
    return render(request, "web/settings_templates.html", shown)


@require_POST
def check_all(request: HttpRequest) -> HttpResponse:
    """Check every template in the background."""
    session = session_of(request, templates.VERB, templates.KEEPERS)
    background.start(ALL, lambda _tell: _found(session))
    say(request, N_("The check of the templates has begun."))
    return redirect("settings-templates")


def _found(session: Session) -> Sequence[background.Found]:
    return [
        background.Found(
            as_it_is(f"{report.template}: {flaw.text('id')}", f"{report.template}: {flaw.text('en')}")
        )
        for report in templates.check(session.settings)
        for flaw in report.flaws
    ]


@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, mark: str) -> HttpResponse:
    """Show a template; replace or restore it."""
    session, trouble = session_of(request, templates.VERB, templates.KEEPERS), ""
    name = templates.marked(session.settings, mark)
    if request.method == "POST":
        try:
            _put(session, request, name)
            say(
                request,
                N_("The template is in place. The next draft uses it; the former one can be put back below."),
            )
            return redirect(reverse("settings-template", args=[templates.marks(session.settings)[name]]))
        except Refusal as error:
            trouble = refusals.kept(error, language(request), is_sought=True)
    shown = {
        "tab": "settings-templates",
        "name": name,
        "mark": mark,
        "former": [
            {
                "sha256": former.sha256,
                "at": clock.stamp(former.at),
                "by": former.account,
                "why": former.reason,
            }
            for former in templates.former(session, name)
        ],
        "trouble": trouble,
    }
    return render(request, "web/settings_template.html", shown, status=409 if trouble else 200)


def _put(session: Session, request: HttpRequest, name: str) -> None:
    reason = request.POST.get("reason", "").strip()
    if versions.decision(request.POST, ("put", "back"), "act") == "back":
        templates.put_back(session, name, request.POST.get("former", ""), reason)
        return
    given = request.FILES.get("file")
    answers = {templates.DATA: given.read() if given else b"", REASON: reason}
    perform(templates.put_template, session, name, answers)


@require_GET
def sample(request: HttpRequest, mark: str) -> HttpResponse:
    """Show the filled sample and what was found."""
    session, lang = session_of(request, templates.VERB, templates.KEEPERS), language(request)
    name = templates.marked(session.settings, mark)

    def laid_out() -> tuple[templates.Report, list[bytes]]:
        report = templates.check(session.settings, name, samples=True)[-1]
        pages = templates.pictured(session.settings, [report]) if report.sample else []
        return report, [png for _, _, png in pages]

    trouble, flaws, count, is_busy = "", [], 0, False
    try:
        report, pages = SAMPLES.drawn(session.actor.account, mark, laid_out)
        flaws, count = [flaw.text(lang) for flaw in report.flaws], len(pages)
    except (Busy, Superseded):
        is_busy = True
    except Refusal as error:
        trouble = refusals.message(error, lang)
    shown: dict[str, Any] = {
        "mark": mark,
        "is_busy": is_busy,
        "flaws": flaws,
        "pages": range(1, count + 1),
        "trouble": trouble,
    }
    return render(request, "web/settings_sample.html", shown)


@require_GET
def sample_page(request: HttpRequest, mark: str, page: int) -> HttpResponse:
    """Draw a page of the last sample."""
    session = session_of(request, templates.VERB, templates.KEEPERS)
    _, pages = SAMPLES.found(session.actor.account, mark) or (None, [])
    if not 1 <= page <= len(pages):
        raise Http404
    return HttpResponse(pages[page - 1], content_type="image/png")


@require_GET
def download(request: HttpRequest, mark: str) -> HttpResponse:
    """Give out the template as a file."""
    session = session_of(request, templates.VERB, templates.KEEPERS)
    name = templates.marked(session.settings, mark)
    data = (session.settings.templates / f"{name}.docx").read_bytes()
    return attached(data, "templat.docx")
