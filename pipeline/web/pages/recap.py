"""The recap; making it for others is recorded."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import purposes, recap_files
from pipeline.office.bookkeeping import recap as office
from pipeline.office.bookkeeping.books import Period
from pipeline.office.bookkeeping.recap import EDITIONS, Asked, Recipient, Report
from pipeline.web import period, refusals
from pipeline.web.pages.books import known_purposes
from pipeline.web.papers import attached
from pipeline.web.session import language, session_of
from pipeline.web.versions import is_recoverable

_FORMS = {
    "text": N_("Show on this page"),
    "pdf": N_("PDF (ready to print)"),
    "xlsx": N_("XLSX (spreadsheet)"),
    "json": N_("JSON (for programs)"),
}
_NARROW, _WIDE = 4, 8
"""Columns up to which tables stand side by side; beyond which type is small."""


@require_GET
def recap(request: HttpRequest) -> HttpResponse:
    """Show the counts of a period."""
    session, lang, trouble = (
        session_of(request, office.VERB, EDITIONS[Recipient.OFFICE].makers),
        language(request),
        "",
    )
    now = period.chosen(session, {})
    try:
        now = period.chosen(session, {"periode": request.GET.get("periode", "")})
        return _page(request, session, now, office.look(session, Asked(now)))
    except Refusal as error:
        if error.code == "office.period_not_begun":
            trouble = N_("{words} has not begun. Choose one that has.").fill(lang, words=now.label.fill(lang))
        elif period.is_wrong(error):
            trouble = N_(
                "That period cannot be read. Choose from the list, or type days like 01-11-2026; the "
                "first day not after the last."
            ).fill(lang)
        else:
            raise
    now = period.chosen(session, {})
    return _page(request, session, now, office.look(session, Asked(now)), trouble)


@require_POST
def made(request: HttpRequest) -> HttpResponse:
    """Make a recap for a recipient."""
    session, post = session_of(request, office.VERB, EDITIONS[Recipient.OFFICE].makers), request.POST
    now, lang = period.chosen(session, {}), language(request)
    try:
        now = period.chosen(session, {"periode": post.get("periode", "")})
        asked = _asked(now, post)
        if asked.form == "text":
            return _page(request, session, now, office.make(session, asked), is_made=True)
        name, data = recap_files.file_of(session, asked)
        return attached(data, name)
    except Refusal as error:
        trouble = (
            N_(
                "That period cannot be read. Choose from the list, or type days like 01-11-2026; the "
                "first day not after the last."
            ).fill(lang)
            if period.is_wrong(error)
            else refusals.message(error, lang)
        )
        if error.code == "office.period_not_begun":
            now = period.chosen(session, {})
        elif not is_recoverable(error):
            raise
    return _page(request, session, now, office.look(session, Asked(now)), trouble)


def _asked(now: Period, post: QueryDict) -> Asked:
    given, form = post.get("recipient", ""), post.get("form", "")
    recipient = Recipient(given) if given in {str(recipient) for recipient in Recipient} else Recipient.OFFICE
    purpose = post.get("purpose", "")
    return Asked(
        now,
        recipient,
        form if form in _FORMS else "text",
        purpose=purposes.chosen(purpose, post.get("own", "")) if purpose else "",
    )


def _page(
    request: HttpRequest,
    session: Session,
    now: Period,
    report: Report,
    trouble: str = "",
    *,
    is_made: bool = False,
) -> HttpResponse:
    lang = language(request)
    purpose = next((words for _, words in known_purposes() if words.id == report.purpose), None)
    report = replace(report, purpose=purpose.verbatim(lang) if purpose else report.purpose)
    recipients = [recipient for recipient in Recipient if session.actor.is_any(*EDITIONS[recipient].makers)]
    context = {
        **period.shown(session, now, lang),
        "report": report,
        "is_made": is_made,
        "recipient": report.recipient_words.verbatim(lang),
        "heads": [f"{report.office} – {report.heading(lang)}. {report.state(lang)}.", report.mark(lang), *report.notes(lang)],
        "tables": [
            (block, block.printed(lang),
             len(block.columns) > _NARROW, len(block.columns) > _WIDE)
            for block in report.blocks(lang)
        ],
        "recipients": [(str(recipient), EDITIONS[recipient].recipient) for recipient in recipients],
        "forms": list(_FORMS.items()),
        "purposes": known_purposes(),
        "chosen": request.POST,
        "trouble": trouble,
    }  # fmt: skip
    return render(request, "web/recap.html", context, status=409 if trouble else 200)
