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
from pipeline.office.base.desk import READERS, Desk, has_own_role
from pipeline.office.bookkeeping import change_rows, days_off
from pipeline.settings.options import OPTIONS, SECTIONS, Option
from pipeline.settings.signatories import Signatory, stands_for
from pipeline.web.pages.rows import ROW_WORDS
from pipeline.web.session import desk_of, language

FOR_ADMIN = frozenset({"cadangan.tempat", "web.alamat", "web.porta", "web.nama"})
_CHANGES = 12


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show office.toml with the meaning of each key."""
    desk, lang = desk_of(request), language(request)
    is_admin = desk.actor.is_any(Role.ADMIN)
    sections: dict[str, list[dict[str, Any]]] = {}
    for option in OPTIONS:
        if is_admin or option.key not in FOR_ADMIN:
            sections.setdefault(option.key.partition(".")[0], []).append(_row(desk, option, lang))
    named = [(SECTIONS[name], rows) for name, rows in sections.items()]
    return render(request, "web/settings.html", {"tab": "settings", "sections": named, "is_admin": is_admin})


def _row(desk: Desk, one: Option, lang: str) -> dict[str, Any]:
    value = desk.settings[one.key]
    return {
        "name": one.key.partition(".")[2],
        "help": one.help.verbatim(lang),
        "lines": list(_lines(value, lang)),
        "is_said": isinstance(value, bool),
        "is_own": value != one.default,
    }


def _lines(value: Any, lang: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield (N_("yes") if value else N_("no")).fill(lang)
    elif isinstance(value, dict):
        yield from (f"{name}: {item}" for name, item in value.items())
    elif isinstance(value, list):
        yield from map(str, value)
    elif value != "":
        yield str(value)


@require_GET
def signatories(request: HttpRequest) -> HttpResponse:
    """Show who may sign and who deputises."""
    desk = desk_of(request)
    settings = desk.settings
    may_see = desk.actor.is_any(*READERS, *mandate.RECORDERS)
    rows = office_rows.rows(settings, office_rows.SIGNATORIES)
    shown_rows = [
        {
            "name": row.name,
            "who": signatory,
            "is_in": signatory.in_office(desk.today),
            "is_orphan": _is_orphan(desk, signatory),
        }
        for row in rows
        for signatory in office_rows.signatories([row])
        if signatory.until is None or signatory.until >= desk.today or not row.versions
    ]
    shown = {
        "tab": "settings-signatories",
        **_of_list(desk, office_rows.SIGNATORIES),
        "signatories": shown_rows,
        "retired": [row for row in rows if row.name not in {shown_row["name"] for shown_row in shown_rows}],
        "nobody": not absences.signatories_on(settings, desk.today),
        "mandates": [
            (absence, absence.covers(desk.today), absence.ended is None and desk.today <= absence.until)
            for absence in reversed(mandate.listed(desk) if may_see else ())
        ],
        "may_record": has_own_role(desk, mandate.RECORDERS),
        "can_deputise": all(mandate.accounts(desk)),
    }
    return render(request, "web/settings_signatories.html", shown)


def _of_list(desk: Desk, called: str) -> dict[str, Any]:
    rows = office_rows.rows(desk.settings, called)
    first = min((version.at for row in rows for version in row.versions), default=None)
    return {
        "called": called,
        "may_change": change_rows.may(desk),
        "kept_since": first.astimezone(desk.settings.zone).date() if first else None,
        "retired": [row for row in rows if not row.is_used(desk.today)],
    }


def _is_orphan(desk: Desk, one: Signatory) -> bool:
    others = [signatory for signatory in desk.settings.signatories if not signatory.is_deputy]
    return one.is_deputy and not any(stands_for(one, signatory) for signatory in others)


@require_GET
def holidays(request: HttpRequest) -> HttpResponse:
    """List the holidays and their changes."""
    desk = desk_of(request)
    listed = days.listed(desk)
    years = sorted({day.year for day, _ in listed} | {desk.today.year})
    shown = {
        "tab": "settings-holidays",
        "years": [(year, [(day, name) for day, name in listed if day.year == year]) for year in years],
        "may_change": desk.actor.is_any(*days_off.KEEPERS),
        "history": [
            (clock.stamp(change.at), change) for change in reversed(days.lines(desk.settings)[-_CHANGES:])
        ],
        "saturday": desk.settings["kantor.libur_sabtu"],
        "sunday": desk.settings["kantor.libur_minggu"],
    }
    return render(request, "web/settings_holidays.html", shown)


@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Show the office's code lists."""
    desk = desk_of(request)
    settings = desk.settings
    shown = {
        "tab": "settings-lists",
        "is_admin": desk.actor.is_any(Role.ADMIN),
        "places": settings["wilayah.kecamatan"],
        "own": [_own_list(desk, called) for called in office_rows.CODE_LISTS],
        "main_code": settings["nomor.kode"],
        "kinds": sorted(settings["nomor.kode_jenis"].items()),
        "outcomes": of_office(settings.outcomes),
    }
    return render(request, "web/settings_lists.html", shown)


def _own_list(desk: Desk, called: str) -> dict[str, Any]:
    shown = _of_list(desk, called)
    rows = [row for row in office_rows.rows(desk.settings, called) if row.is_used(desk.today)]
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
    desk = desk_of(request)
    listed = office_rows.rows(desk.settings, office_rows.SCHEDULES)
    shown = _of_list(desk, office_rows.SCHEDULES) | {
        "tab": "settings-jra",
        "rows": [(row.name, schedule) for row in listed for schedule in office_rows.schedules([row])],
        "retired": [row for row in listed if not row.spans],
    }
    return render(request, "web/settings_jra.html", shown)
