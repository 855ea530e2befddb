"""The recap: counts of a period with their charts, for the office at a look, for others by a deed that is written down."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from pipeline.kernel.errors import RangkapError
from pipeline.kernel.people import Role
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.bookkeeping import purposes, recap_files, recap_words
from pipeline.office.bookkeeping import recap as office
from pipeline.office.bookkeeping.books import Period
from pipeline.office.bookkeeping.errors_recap import OverlapsPublished, PeriodNotBegun
from pipeline.office.bookkeeping.recap import DAYS, EDITIONS, LISTERS, Asked, Recipient
from pipeline.register.recap import Table
from pipeline.register.recap_report import SUPPRESSED, Report
from pipeline.register.recap_tables import OPEN
from pipeline.register.recap_times import Took
from pipeline.web import charts, period, refusals, texts
from pipeline.web.door import language
from pipeline.web.pages import attached
from pipeline.web.pages.books import known_purposes
from pipeline.web.sign_in import desk_of
from pipeline.web.stays import stays

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "json": "application/json",
}
_FORMS = {
    "text": "recap.form_text", "pdf": "books.form_pdf", "xlsx": "books.form_xlsx", "json": "books.form_json",
}  # fmt: skip
_RECIPIENTS = {one.word: str(each) for each, one in EDITIONS.items()}
_NARROW = 4
"""Columns up to which a table without a chart stands beside another."""
_WIDE = 8


@require_GET
def recap(request: HttpRequest) -> HttpResponse:
    """Show the counts of a period as the office sees them."""
    desk, lang, trouble = desk_of(request), language(request), ""
    need_role(desk, office.VERB, EDITIONS[Recipient.OFFICE].makers)
    now = period.chosen(desk, {})
    try:
        now = period.chosen(desk, {"periode": request.GET.get("periode", "")})
        return _page(request, desk, now, office.look(desk, Asked(now)))
    except PeriodNotBegun:
        trouble = texts.ALL["recap.wait"].fill(lang, words=period.said(now, lang))
    except RangkapError as error:
        if not period.is_wrong(error):
            raise
        trouble = texts.ALL["period.bad"].fill(lang)
    now = period.chosen(desk, {})
    return _page(request, desk, now, office.look(desk, Asked(now)), trouble)


@require_POST
def made(request: HttpRequest) -> HttpResponse:
    """Make a recap for a recipient: shown here, or as a file; or say what stands in the way."""
    desk, post = desk_of(request), request.POST
    need_role(desk, office.VERB, EDITIONS[Recipient.OFFICE].makers)
    now, lang = period.chosen(desk, {}), language(request)
    try:
        now = period.chosen(desk, {"periode": post.get("periode", "")})
        asked = _asked(now, post)
        if asked.form == "text":
            return _page(request, desk, now, office.make(desk, asked), is_made=True)
        name, data = recap_files.file_of(desk, asked)
        return attached.answer(data, name, _TYPES[asked.form])
    except OverlapsPublished as error:
        trouble = texts.ALL["recap.overlaps"].fill(lang, **error.fields_in(lang))
    except RangkapError as error:
        trouble = texts.ALL["period.bad"].fill(lang) if period.is_wrong(error) else refusals.told(error, lang)
        if isinstance(error, PeriodNotBegun):
            now = period.chosen(desk, {})
        elif not stays(error):
            raise
    return _page(request, desk, now, office.look(desk, Asked(now)), trouble)


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """List which cases wait for their answer longer than :data:`DAYS`, for who follows them up."""
    desk = desk_of(request)
    need_role(desk, office.VERB, LISTERS)
    now = period.named(f"{desk.today:%Y}")
    rows = [(case, day, (desk.today - day).days) for case, day in office.unanswered(desk, Asked(now))]
    return render(request, "web/recap_waiting.html", {"rows": rows, "days": DAYS})


def _asked(now: Period, post: QueryDict) -> Asked:
    """Return what the form asks for. Raises PurposeNeeded."""
    given, form = post.get("recipient", ""), post.get("form", "")
    recipient = Recipient(given) if given in {str(one) for one in Recipient} else Recipient.OFFICE
    purpose = post.get("purpose", "")
    return Asked(
        now,
        recipient,
        form if form in _FORMS else "text",
        purpose=purposes.chosen(purpose, post.get("own", "")) if purpose else "",
        overlapping=bool(post.get("overlapping")),
    )


def _page(
    request: HttpRequest, desk: Desk, now: Period, report: Report, trouble: str = "", *, is_made: bool = False
) -> HttpResponse:
    lang = language(request)
    recipients = [one for one in Recipient if desk.actor.is_any(*EDITIONS[one].makers)]
    shown = {
        **period.shown(desk, now, lang),
        "report": report,
        "is_made": is_made,
        "facts": [] if report.is_public else _facts(report, lang),
        "told": _told(report, lang),
        "tables": [_table(one, lang) for one in report.tables],
        "old": [_table(one, lang) for one in report.old],
        "times": [_took(one, lang) for one in (*report.elapsed, *report.desk)],
        "desk_chart": charts.of_desk(report.desk, texts.ALL["recap.times"].fill(lang), lang),
        "recipients": [(str(one), texts.ALL[f"recap.for_{one}"]) for one in recipients],
        "forms": [(one, texts.ALL[key]) for one, key in _FORMS.items()],
        "purposes": known_purposes(),
        "chosen": request.POST,
        "may_list": desk.actor.is_any(*LISTERS),
        "may_overlap": desk.actor.is_any(Role.CHAIR),
        "trouble": trouble,
    }
    return render(request, "web/recap.html", shown, status=409 if trouble else 200)


def _facts(report: Report, lang: str) -> list[tuple[str, str]]:
    """Return the numbers that stand over the tables: words and number."""
    by = {one.id: one for one in report.tables}
    say = texts.ALL
    ended = sum(row.cells[-1] or 0 for row in by["hasil"].rows if row.key != OPEN)
    late = by["belum-dijawab"].rows[0].cells[-1]
    whole = next(one for one in report.desk if one.key == "whole")
    of = say["recap.of"]
    return [
        (say["recap.cases"].fill(lang), str(_sum(by["ikhtisar"]))),
        (say["recap.victims"].fill(lang), str(_sum(by["korban"]))),
        (say["recap.ended"].fill(lang), of.fill(lang, part=ended, whole=report.cases)),
        (say["recap.desk"].fill(lang), of.fill(lang, part=whole.within or 0, whole=whole.count)),
        (say["recap.late"].fill(lang, days=DAYS), str(late)),
    ]


def _sum(table: Table) -> int:
    return (table.total[-1] if table.total else 0) or 0


def _told(report: Report, lang: str) -> dict[str, Any]:
    """Return what stands around the tables, in the language of the reader."""
    recipient = texts.ALL[f"recap.for_{_RECIPIENTS[report.recipient]}"].fill(lang)
    purpose = recap_words.purpose(report.purpose, dict(known_purposes()), lang)
    return {
        "heading": report.heading_in(lang, period.said(period.named(report.period), lang)),
        "state": report.state_in(lang),
        "mark": report.mark_in(lang, purpose, recipient),
        "recipient": recipient,
        "warnings": report.warnings_in(lang),
        "notes": report.notes_in(lang),
        "time_notes": report.time_notes_in(lang),
        "changes": recap_words.changed(report, lang),
    }


def _table(table: Table, lang: str) -> dict[str, Any]:
    """Return a table as the page shows it: numbers as words, a chart where it has one, how much room it takes."""
    words = recap_words.titles(table, lang, DAYS)
    chart = charts.of_table(table, words)
    return {
        "id": table.id,
        "title": words.title,
        "unit": words.unit,
        "note": words.note,
        "columns": words.columns,
        "rows": [
            (title, [_number(one) for one in row.cells])
            for title, row in zip(words.rows, table.rows, strict=True)
        ],
        "total": [_number(one) for one in table.total] if table.total is not None else None,
        "chart": chart,
        "is_whole": chart is not None or len(table.columns) > _NARROW,
        "is_wide": len(table.columns) > _WIDE,
    }


def _number(cell: int | None) -> str:
    return SUPPRESSED if cell is None else str(cell)


def _took(one: Took, lang: str) -> dict[str, Any]:
    return {
        "step": one.step,
        "title": recap_words.step(one, lang),
        "count": one.count,
        "median": charts.number(one.median, lang),
        "ninety": charts.number(one.ninety, lang),
        "unit": recap_words.unit(one.unit, lang),
        "within": "–" if one.within is None else str(one.within),
    }
