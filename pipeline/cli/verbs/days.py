"""``rangkap holidays`` and ``rangkap clock``: the days the office does not work, and the clocks of the law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pipeline.cases.fields.clocks import answer_fields, start_fields
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field
from pipeline.cli.call import Call, NeedsTerminal
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason
from pipeline.kernel.errors import Text
from pipeline.office.base import holidays as office
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors_days import CaseForClock, NoClock, NotADay
from pipeline.office.bookkeeping import due
from pipeline.office.cases import clocks

_ADDED = Text("{day} dicatat sebagai hari libur: {name}.", "{day} is a holiday now: {name}.")
_REMOVED = Text("{day} ({name}) bukan hari libur lagi.", "{day} ({name}) is no holiday any more.")
_EMPTY = Text(
    "Daftar hari libur masih kosong. Isi dengan: rangkap holidays add 2026-12-25",
    "The table of holidays is empty. Fill it with: rangkap holidays add 2026-12-25",
)
_NAME = Text("Nama hari libur", "Name of the holiday")
_WAS = {True: "ditambahkan", False: "dihapus"}
_NO_CLOCK = Text("Tidak ada tenggat undang-undang yang berjalan.", "No clock of the law runs.")
_STARTED = Text(
    "{id}: {waits}. Jawab dengan: rangkap clock answer {id}",
    "{id}: {waits}. Answer with: rangkap clock answer {id}",
)
_ANSWERED = Text("{id}: {waits}.", "{id}: {waits}.")


def holidays(call: Call) -> int:
    """List the holidays, add or remove one, or tell who changed the table when."""
    desk, action = desk_of(call), call.args.action
    if action == "history":
        return _history(call, desk)
    if action == "list":
        found = office.listed(desk, call.args.year)
        if not found:
            call.say(_EMPTY)
        rows = [{"day": day.isoformat(), "name": name} for day, name in found]
        return call.give(rows, "\n".join(f"{short_day(day)}  {name}" for day, name in found))
    day = _day(call.args.day)
    if action == "add":
        name = ask_reason(_NAME.fill(call.lang), call.lang)
        office.add(desk, day, name)
    else:
        name = office.remove(desk, day)
    call.say(_ADDED if action == "add" else _REMOVED, day=short_day(day), name=name)
    return call.give({"day": day.isoformat(), "name": name, "action": action})


def _history(call: Call, desk: Desk) -> int:
    office.listed(desk)
    rows = [
        {
            "at": one.at.isoformat(),
            "day": one.day.isoformat(),
            "name": one.name,
            "free": one.is_free,
            "by": one.account,
        }
        for one in office.lines(desk.settings)
    ]
    zone = call.settings.zone
    told = [
        f"{one.at.astimezone(zone):%d-%m-%Y %H.%M}  {one.account}  {short_day(one.day)}  {one.name}  {_WAS[one.is_free]}"
        for one in office.lines(desk.settings)
    ]
    return call.give(rows, "\n".join(told))


def _day(given: str) -> date:
    for pattern in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(given, pattern).date()  # noqa: DTZ007 - a day of the office, no moment
        except ValueError:
            continue
    raise NotADay(given=given[:20])


def clock(call: Call) -> int:
    """List the clocks that run (``--all``: also those answered), start one, or answer one with the day."""
    desk, action = desk_of(call), call.args.action
    if call.args.unanswered is not None:
        late = due.unanswered(desk, call.args.unanswered)
        told = [f"{case}  belum dijawab {days} hari kerja" for case, days in late]
        return call.give([{"case": case, "working_days": days} for case, days in late], "\n".join(told))
    if action == "list":
        return _list(call, desk)
    words = [*call.args.words, "", ""]
    if action == "start":
        kind = next((one for one in clocks.Kind if one == words[0]), None)
        if kind is None:
            raise CaseForClock
        clocks.to_start(desk, kind, words[1])
        one = clocks.start(desk, kind, words[1], _answers(call, desk, start_fields(desk.today)))
    else:
        if not words[0]:
            raise NoClock(given="")
        clocks.to_answer(desk, words[0])
        one = clocks.answer(desk, words[0], _answers(call, desk, answer_fields(desk.today)))
    plain = clocks.plain(desk, one)
    call.say(_STARTED if action == "start" else _ANSWERED, id=plain["id"], waits=plain["waits"])
    return call.give(plain)


def _list(call: Call, desk: Desk) -> int:
    found = [clocks.plain(desk, one) for one in clocks.listed(desk) if call.args.all or not one.answered]
    if not found:
        call.say(_NO_CLOCK)
    return call.give(found, "\n".join(f"{one['id']}  {one['case'] or '–'}  {one['waits']}" for one in found))


def _answers(call: Call, desk: Desk, fields: tuple[Field, ...]) -> Mapping[str, Any]:
    given = call.answers()
    if given is None:
        if not is_terminal():
            raise NeedsTerminal
        return ask(fields, {}, desk.today, desk.places, call.lang)
    return given
