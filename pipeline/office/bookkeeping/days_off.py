"""Holidays: days, or a whole list, are added and removed."""

from datetime import date
from functools import partial

from pipeline.cases.fields.days import read_day, short_day
from pipeline.cases.fields.decisions import lines
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text
from pipeline.office.base.holidays import named, table, write
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act

KEEPERS = frozenset({Role.CLERK, Role.CHAIR, Role.ADMIN})
ROWS = "holiday_rows"


@act(
    thing=Thing.OFFICE,
    events=("holiday_add",),
    roles=KEEPERS,
    words=Words(
        N_("Add holidays"),
        N_("Add"),
        N_("{count} holidays were entered."),
    ),
    asks=(lines(ROWS, N_("Holidays"),
                N_("One day a line: the day, then its name, for example: 25-12-2026 Christmas. What is "
                   "there is left; one wrong line holds all back."), 4000),),
)  # fmt: skip
def add_holidays(session: Session, file: CaseFile, answers: Values) -> Change:
    """Make days holidays, one or a list."""
    known, asked = (
        table(session.settings),
        dict(_row(session, row) for row in str(answers[ROWS]).splitlines() if row),
    )
    new = {day: name for day, name in sorted(asked.items()) if known.get(day) != name}
    if not new:
        day, name = next(iter(asked.items()))
        raise Refusal("office.already_holiday", day=day.isoformat(), name=name)
    writes = [partial(write, session, file.moment, day, name, is_free=True) for day, name in new.items()]
    return Change(file.thing, has_event=False, writes=writes, told={"count": len(new)})


def _row(session: Session, row: str) -> tuple[date, str]:
    """Read "25-12-2026 Hari Raya Natal", or with a semicolon between."""
    for sign in (";", " "):
        first, _, rest = row.strip().partition(sign)
        if (day := read_day(first, session.today)) is not None:
            return day, named(rest.strip(" ;"))
    raise _not_a_day(row)


def _not_a_day(given: str) -> Refusal:
    return Refusal("office.not_a_day", given=given.strip()[:20])


def is_no_holiday(session: Session, file: CaseFile) -> Refusal | None:
    """Refuse a day that is no holiday."""
    day = read_day(file.given, session.today)
    if day is None:
        return _not_a_day(file.given)
    return None if day in table(session.settings) else Refusal("office.no_holiday", day=day.isoformat())


@act(
    thing=Thing.OFFICE,
    events=("holiday_remove",),
    roles=KEEPERS,
    words=Words(
        N_("Remove a holiday"),
        N_("Remove"),
        N_("{day} is no holiday any more. A mistake? Add it again."),
    ),
    shows=lambda _session, file: Shown((Text(file.given, file.given),)),
    blocked=(is_no_holiday,),
)
def remove_holiday(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Take a day out of the table."""
    day = read_day(file.given, session.today)
    assert day is not None
    name = table(session.settings)[day]
    gone = partial(write, session, file.moment, day, name, is_free=False)
    return Change(file.thing, has_event=False, writes=(gone,), told={"day": short_day(day), "name": name})
