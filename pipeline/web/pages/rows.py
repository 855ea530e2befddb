"""A row of a list that the office keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import shown
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.office.base import row_fields
from pipeline.office.base.office_rows import (
    CODE_LISTS,
    CODES,
    DANGERS,
    EMERGENCY,
    FOUNDED,
    INSTITUTIONS,
    SCHEDULES,
    SERVICES,
    SIGNATORIES,
    Row,
    Version,
)
from pipeline.office.base.optimistic_lock import READ, StaleAnswers
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import change_rows
from pipeline.office.engine.perform import perform
from pipeline.web import refusals, versions
from pipeline.web.fields import Form, answered, typed_in
from pipeline.web.session import language, say, session_of

NEW = "baru"
_PAGES = {SIGNATORIES: "settings-signatories", SCHEDULES: "settings-jra"} | dict.fromkeys(
    CODE_LISTS, "settings-lists"
)


_ALL_LISTS = N_("All code lists")


@dataclass(frozen=True, kw_only=True)
class RowWords:
    """``retire`` says what counts after a row's last day."""

    change: Text
    retire: Text
    add: Text
    title: Text
    back: Text = _ALL_LISTS


ROW_WORDS: Mapping[str, RowWords] = {
    SIGNATORIES: RowWords(
        title=N_("Signatories"),
        add=N_("Add a signatory"),
        change=N_("Change a signatory"),
        back=N_("All signatories"),
        retire=N_("After that last day this person has no right to sign. The row is not deleted and can be used again."),
    ),
    SCHEDULES: RowWords(
        title=N_("Retention schedule (JRA)"),
        add=N_("Add a row to the retention schedule"),
        change=N_("Change a row of the retention schedule"),
        back=N_("The whole retention schedule"),
        retire=N_("Cases finished after that day no longer use this row. Cases finished before keep it."),
    ),
    CODES: RowWords(
        title=N_("Classification codes"),
        add=N_("Add a classification code"),
        change=N_("Change a classification code"),
        retire=N_("The code is no longer offered. Letters and cases that bear it stay as they are."),
    ),
    SERVICES: RowWords(
        title=N_("Services in letters"),
        add=N_("Add a service"),
        change=N_("Change a service"),
        retire=N_("Drafts made from today do not name this service. Letters already approved stay as they are."),
    ),
    INSTITUTIONS: RowWords(
        title=N_("Further institutions recognised in letters"),
        add=N_("Add an institution"),
        change=N_("Change an institution"),
        retire=N_("Letters read from today do not recognise this institution."),
    ),
    DANGERS: RowWords(
        title=N_("Further danger words"),
        add=N_("Add a danger word"),
        change=N_("Change a danger word"),
        retire=N_("From today this word raises the priority of no further letter. Letters already "
                  "raised stay where they are."),
    ),
    EMERGENCY: RowWords(
        title=N_("Numbers on the crisis sheet"),
        add=N_("Add a number"),
        change=N_("Change a number"),
        retire=N_("Crisis sheets printed from today do not bear this number."),
    ),
}  # fmt: skip
_DONE = {
    "add": N_("Row {name} was added."),
    "change": N_(
        "The change of row {name} was kept. A mistake? Open the row and use the earlier version again."
    ),
    "retire": N_("Row {name} was retired. A mistake? Open the row and use it again."),
    "again": N_("The earlier version of row {name} counts again."),
}
_ACTS = {
    "change": change_rows.change_row,
    "retire": change_rows.retire_row,
    "again": change_rows.return_row,
}


@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, called: str, name: str) -> HttpResponse:
    """Show or change a row of the list ``called``."""
    session = session_of(request)
    change_rows.need(session)
    if called not in _PAGES:
        raise Http404
    entry = None if name == NEW else change_rows.row_of(session, called, name)
    fields = row_fields.fields(session.settings, called, is_new=entry is None)
    typed = typed_in(request.POST, fields)
    if request.method == "POST" and "state" in request.GET:
        return JsonResponse(_form(request, session, called, entry, typed).state())
    if request.method == "GET":
        return _page(request, session, called, entry)
    try:
        act, name = _done(request, session, called, entry, typed)
    except Refusal as error:
        if error.code == "office.no_row":
            raise
        asked = (*fields, *row_fields.retiring(called))
        more, status, wrong = refusals.on_form(error, asked, language(request))
        if isinstance(error, StaleAnswers):
            entry = change_rows.row_of(session, called, name)
        return _page(request, session, called, entry, typed, more, status, wrong)
    say(request, _DONE[act], name=name)
    return redirect(_PAGES[called])


def _done(
    request: HttpRequest, session: Session, called: str, entry: Row | None, typed: Mapping[str, Any]
) -> tuple[str, str]:
    post, answers = request.POST, answered(_form(request, session, called, entry, typed), typed)
    if entry is None:
        return "add", str(perform(change_rows.add_row, session, called, answers).told["name"])
    act = versions.decision(post, tuple(_ACTS), "act")
    read = {change_rows.VERSION: versions.read(post)}
    if act == "again":
        read |= {change_rows.FORMER: versions.read(post, "former")}
    given = {
        key: post[key]
        for key in (row_fields.LAST, row_fields.WHY.name)
        if post.get(key) and (key != row_fields.LAST or (act == "retire" and called in row_fields.ASKS_LAST))
    }
    perform(
        _ACTS[act], session, f"{called}/{entry.name}", {**(answers if act == "change" else given), **read}
    )
    return act, entry.name


def _form(
    request: HttpRequest,
    session: Session,
    called: str,
    entry: Row | None,
    typed: Mapping[str, Any],
    problems: Mapping[str, str] | None = None,
) -> Form:
    fields = row_fields.fields(session.settings, called, is_new=entry is None)
    value = entry.value if entry else {}
    base = row_fields.proposed(called, value, session.settings, session.today)
    return Form(
        fields,
        Context(session.today, session.places),
        language(request),
        typed,
        problems=problems or {},
        base=base,
    )


def _page(
    request: HttpRequest,
    session: Session,
    called: str,
    entry: Row | None,
    typed: Mapping[str, Any] | None = None,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
    wrong: Mapping[str, str] | None = None,
) -> HttpResponse:
    lang, act, words = language(request), request.POST.get("act", ""), ROW_WORDS[called]
    is_change = act not in ("retire", "again")
    form = _form(
        request, session, called, entry, typed or {} if is_change else {}, wrong if is_change else {}
    )
    fixed = row_fields.LISTS[called].fixed if entry else frozenset()
    last = next((field for field in row_fields.retiring(called) if field.name == row_fields.LAST), None)
    kept = {"last": request.POST.get(row_fields.LAST, ""), "why": request.POST.get("reason", "")}
    shown_on_it = {
        "title": words.change if entry else words.add, "back": words.back, "back_to": _PAGES[called],
        "called": called, "row": entry, "asked": [asked for _, fields in form.sections() for asked in fields],
        "facts": [(label, text) for key, label, text in _proposed(session, called, entry.value, lang) if key in fixed] if entry else [],
        "is_used": entry is not None and entry.is_used(session.today), "retire_why": words.retire,
        "last": last, "given": kept if act == "retire" and status != 200 else {"last": f"{session.today:%d-%m-%Y}", "why": ""},
        "history": list(_history(session, called, entry, lang)) if entry else [], "read_name": READ,
        **(more or {}),
    }  # fmt: skip
    return render(request, "web/settings_row.html", shown_on_it, status=status)


def _proposed(
    session: Session, called: str, value: Mapping[str, Any], lang: str
) -> Iterator[tuple[str, str, str]]:
    values = row_fields.proposed(called, value, session.settings, session.today)
    for key, field in row_fields.LISTS[called].fields(session.settings).items():
        given = values.get(field.name)
        yield key, field.label.fill(lang), "" if given is None else shown(field, given, lang)


def _history(session: Session, called: str, entry: Row, lang: str) -> Iterator[dict[str, Any]]:
    for place in reversed(range(len(entry.versions))):
        now = entry.versions[place]
        before = entry.versions[place - 1] if place else None
        yield {
            "version": now, "at": clock.stamp(now.at), "is_first": now.account == FOUNDED,
            "changes": list(_changes(session, called, before, now, lang)),
            "may_again": not now.retired and place < len(entry.versions) - 1,
        }  # fmt: skip


def _changes(
    session: Session, called: str, before: Version | None, now: Version, lang: str
) -> Iterator[tuple[str, str, str]]:
    was = {key: text for key, _, text in _proposed(session, called, before.value, lang)} if before else {}
    for key, label, text in _proposed(session, called, now.value, lang):
        if text != was.get(key, ""):
            yield label, was.get(key, ""), text
