"""The rows of a case for :mod:`pipeline.office.overview.find`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.days import short_day
from pipeline.cases.old import old_written
from pipeline.cases.plain import to_plain
from pipeline.cases.privacy import masked, readable
from pipeline.cases.register_columns import register_columns
from pipeline.cases.states import Progress, State
from pipeline.kernel import clock
from pipeline.lookup import things
from pipeline.lookup.kinds import WAITING, Arrival, Letter, Sheet, Tombstone
from pipeline.office.arrivals import danger_later, opened
from pipeline.office.base import late
from pipeline.office.base.desk import Desk
from pipeline.office.base.file_away import location
from pipeline.office.base.retention import Retention
from pipeline.records import history, read_pages
from pipeline.records.numbers import bare
from pipeline.register.books import COLUMNS, is_day
from pipeline.register.tombstone import STATUS
from pipeline.signing.electronic import report_from_json
from pipeline.signing.electronic_words import words


def over(acts: Sequence[history.Act]) -> dict[str, Any]:
    """Danger words nobody has seen to, and late entry."""
    return {"danger": [one.head for one in danger_later.open_in(acts)], "late": late.of_case(acts)}


def mail(desk: Desk, one: Arrival) -> dict[str, Any]:
    """A document of the mail log that belongs to no case (yet)."""
    from pipeline.office.arrivals.read_pages import said

    return {
        "case": "",
        "agenda": [one.agenda],
        "arrival": one.id,
        "state": "menunggu pendaftaran" if one.state in WAITING else str(one.state),
        "received": clock.stamp(one.scanned_at),
        "progress": said(read_pages.progress(one.id)),
        "opened": opened.others(desk, one.id).get(one.id, []),
    }


def step(status: Any) -> dict[str, Any]:
    """Return one line of the steps."""
    return {"step": status.number, "label": status.label.id, "progress": Progress(status.progress).value}


def letter(letter: Letter, *, reveal: bool = False) -> dict[str, Any]:
    """A letter with its copies; the typed reason to ``reveal`` alone."""
    return {
        "letter": letter.id,
        "kind": letter.kind,
        "state": str(letter.state),
        "revision": letter.revision,
        "number": letter.number or "",
        "day": letter.day.isoformat() if letter.day else "",
        "signed": letter.signed.isoformat() if letter.signed else "",
        "reason": letter.reason if reveal else "",
        "copies": [
            {
                "copy": one.copy,
                "code": one.code,
                "received": clock.stamp(one.matched_at) if one.matched_at else "",
                "printed": one.printed,
                "spoilt": one.spoilt,
                "attested": ""
                if not one.attested
                else "ditegaskan"
                if one.confirmed_by
                else "menunggu ketua",
                "means": one.means,
                "signature": words(report_from_json(one.report)) if one.report else "",
            }
            for one in things.copies_of(letter)
        ],
    }


def sheet(sheet: Sheet) -> dict[str, Any]:
    """Return a decision sheet."""
    return {"sheet": sheet.id, "kind": str(sheet.kind), "state": str(sheet.state), "letter": sheet.letter}


def acts(known: Sequence[history.Act], *, reveal: bool) -> list[dict[str, Any]]:
    """The history; typed reasons may hold a name."""
    rows: list[dict[str, Any]] = to_plain(list(known))
    for row in [] if reveal else rows:
        row["detail"].pop("reason", None)
    return rows


def retention(found: Retention) -> dict[str, Any]:
    """How long a case is kept."""
    return {
        "code": found.code,
        "security": found.security,
        "series": found.schedule.series if found.schedule else "",
        "fate": found.fate,
        "event": found.event,
        "since": found.since.isoformat() if found.since else "",
        "until": found.until.isoformat() if found.until else "",
        "held": found.is_held,
    }


def answers(desk: Desk, case: Case, *, reveal: bool = False, lang: str = "id") -> dict[str, str]:
    """What is known of a case, by label."""
    if case.state is not State.OLD:
        return readable(case.values if reveal else masked(case.values), lang)
    row = old_written(case.values) if reveal else register_columns(case, None, location(desk, case.number))
    return {
        one.title: short_day(date.fromisoformat(row[one.key])) if is_day(one.key) else row[one.key]
        for one in COLUMNS
        if row.get(one.key)
    }


def stones_bearing(desk: Desk, given: str) -> list[Tombstone]:
    """The visible tombstones that bore ``given``."""
    wanted = bare(given)
    return [one for one in things.tombstones(desk) if wanted in map(bare, _numbers(one))]


def destroyed(desk: Desk, stone: Tombstone, verb: str) -> dict[str, Any]:
    """Return what a reader sees of it, and note the look."""
    history.looked(clock.now(), desk.actor, verb, stone.case)
    return {
        "case": stone.case,
        "destroyed": True,
        "register_number": stone.register_number,
        "state": STATUS,
        "minutes": dict(stone.minutes),
        "list": stone.disposal,
        "agenda": [number for number, _ in stone.agenda],
        "letter_numbers": [one["number"] for one in stone.letters],
        "inventory_sha512": stone.inventory_sha512,
    }


def _numbers(stone: Tombstone) -> list[str]:
    agenda = [number for number, _ in stone.agenda]
    letters = [str(one[key]) for one in stone.letters for key in ("number", "letter")]
    return [stone.case, stone.register_number, *agenda, *letters]
