"""office.toml as it is read, signatories, mandates, code lists, retention."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pipeline.cases.outcomes import of_office
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.office.answer import mandate
from pipeline.office.base import absences, office_rows
from pipeline.office.base import holidays as days
from pipeline.office.base.session import READERS, Session, has_own_role
from pipeline.office.bookkeeping import change_rows, days_off
from pipeline.settings.options import OPTIONS, SECTIONS, Option
from pipeline.settings.signatories import Signatory, stands_for
from pipeline.web.pages.rows import ROW_WORDS
from pipeline.web.session import language, session_of

FOR_ADMIN = ("cadangan.tempat", "masuk.", "web.alamat", "web.porta", "web.nama")
"""How the keys begin that tell nobody else anything."""
LISTED = frozenset({*office_rows.WORDS.values(), *(key for key, *_ in office_rows.PAIRS.values())})
"""Shown and changed as code lists."""
_CHANGES = 12


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show office.toml with the meaning of each key."""
    session, lang = session_of(request), language(request)
    is_admin = session.actor.is_any(Role.ADMIN)
    sections: dict[str, list[dict[str, Any]]] = {}
    for option in OPTIONS:
        if option.key not in LISTED and (is_admin or not option.key.startswith(FOR_ADMIN)):
            sections.setdefault(option.key.partition(".")[0], []).append(_row(session, option, lang))
    return render(
        request,
        "web/settings.html",
        {
            "tab": "settings",
            "sections": [(SECTIONS[name], rows) for name, rows in sections.items()],
            "is_admin": is_admin,
        },
    )


def _row(session: Session, option: Option, lang: str) -> dict[str, Any]:
    value = session.settings[option.key]
    return {
        "name": option.key.partition(".")[2],
        "help": option.help.verbatim(lang),
        "lines": list(_lines(value, lang)),
        "is_said": isinstance(value, bool),
        "is_own": value != option.default,
    }


def _lines(value: Any, lang: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield (N_("yes") if value else N_("no")).fill(lang)
    elif isinstance(value, dict):
        yield from (f"{name}: {part}" for name, part in value.items())
    elif isinstance(value, list):
        yield from map(str, value)
    elif value != "":
        yield str(value)


@require_GET
def signatories(request: HttpRequest) -> HttpResponse:
    """Show who may sign and who deputises."""
    session = session_of(request)
    settings = session.settings
    may_see = session.actor.is_any(*READERS, *mandate.RECORDERS)
    rows = office_rows.rows(settings, office_rows.SIGNATORIES)
    shown_rows = [
        {
            "name": row.name,
            "who": signatory,
            "is_in": signatory.in_office(session.today),
            "is_orphan": _is_orphan(session, signatory),
        }
        for row in rows
        for signatory in office_rows.signatories([row])
        if signatory.until is None or signatory.until >= session.today or not row.versions
    ]
    shown = {
        "tab": "settings-signatories",
        **_of_list(session, office_rows.SIGNATORIES),
        "signatories": shown_rows,
        "retired": [row for row in rows if row.name not in {shown_row["name"] for shown_row in shown_rows}],
        "nobody": not absences.signatories_on(settings, session.today),
        "mandates": [
            (absence, absence.covers(session.today), absence.ended is None and session.today <= absence.until)
            for absence in reversed(mandate.listed(session) if may_see else ())
        ],
        "may_record": has_own_role(session, mandate.RECORDERS),
        "can_deputise": all(mandate.accounts(session)),
    }
    return render(request, "web/settings_signatories.html", shown)


def _of_list(session: Session, called: str) -> dict[str, Any]:
    rows = office_rows.rows(session.settings, called)
    first = min((version.at for row in rows for version in row.versions), default=None)
    return {
        "called": called,
        "may_change": change_rows.may(session),
        "kept_since": first.astimezone(session.settings.zone).date() if first else None,
        "retired": [row for row in rows if not row.is_used(session.today)],
    }


def _is_orphan(session: Session, deputy: Signatory) -> bool:
    others = [signatory for signatory in session.settings.signatories if not signatory.is_deputy]
    return deputy.is_deputy and not any(stands_for(deputy, signatory) for signatory in others)


@require_GET
def holidays(request: HttpRequest) -> HttpResponse:
    """List the holidays and their changes."""
    session = session_of(request)
    listed = days.listed(session)
    years = sorted({day.year for day, _ in listed} | {session.today.year})
    shown = {
        "tab": "settings-holidays",
        "years": [(year, [(day, name) for day, name in listed if day.year == year]) for year in years],
        "may_change": session.actor.is_any(*days_off.KEEPERS),
        "history": [
            (clock.stamp(change.at), change) for change in reversed(days.lines(session.settings)[-_CHANGES:])
        ],
        "saturday": session.settings["kantor.libur_sabtu"],
        "sunday": session.settings["kantor.libur_minggu"],
    }
    return render(request, "web/settings_holidays.html", shown)


@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Show the office's code lists."""
    session = session_of(request)
    settings = session.settings
    shown = {
        "tab": "settings-lists",
        "is_admin": session.actor.is_any(Role.ADMIN),
        "places": settings["wilayah.kecamatan"],
        "own": [_own_list(session, called) for called in office_rows.CODE_LISTS],
        "main_code": settings["nomor.kode"],
        "kinds": sorted(settings["nomor.kode_jenis"].items()),
        "outcomes": of_office(settings.outcomes),
    }
    return render(request, "web/settings_lists.html", shown)


def _own_list(session: Session, called: str) -> dict[str, Any]:
    shown = _of_list(session, called)
    rows = [row for row in office_rows.rows(session.settings, called) if row.is_used(session.today)]
    return shown | {
        "title": ROW_WORDS[called].title,
        "add": ROW_WORDS[called].add,
        "lines": [(row.name, *_line(called, row)) for row in rows],
        "retired": [(row.name, *_line(called, row)) for row in shown["retired"]],
    }


def _line(called: str, row: office_rows.Row) -> tuple[str, str]:
    if called in office_rows.WORDS:
        return "", str(row.value["isi"])
    _, name, meaning = office_rows.PAIRS[called]
    return str(row.value[name]), str(row.value[meaning])


@require_GET
def retention(request: HttpRequest) -> HttpResponse:
    """Show the retention schedule (JRA), past ones too."""
    session = session_of(request)
    listed = office_rows.rows(session.settings, office_rows.SCHEDULES)
    shown = _of_list(session, office_rows.SCHEDULES) | {
        "tab": "settings-jra",
        "rows": [(row.name, schedule) for row in listed for schedule in office_rows.schedules([row])],
        "retired": [row for row in listed if not row.spans],
    }
    return render(request, "web/settings_jra.html", shown)
