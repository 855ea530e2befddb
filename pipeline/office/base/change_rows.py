"""Changes of the office's lists, by chair or admin with a reason, never by a mandate.

The archivist, who proposes destruction, may not set retention times. Every version stays.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.office.base import row_fields
from pipeline.office.base.desk import Desk, has_own_role, need_own_role
from pipeline.office.base.fresh import Both, Changed, StaleAnswers
from pipeline.office.base.office_rows import CODES, FOUNDED, SCHEDULES, Row, founded, name_of, rows, spans
from pipeline.records import boot, history, office_rows

VERB = "rows"
KEEPERS = frozenset({Role.CHAIR, Role.ADMIN})
ADDED, CHANGED, RETIRED, RETURNED = "row_add", "row_change", "row_retire", "row_return"


def may(desk: Desk) -> bool:
    """Whether this person may change the lists."""
    return has_own_role(desk, KEEPERS)


def need(desk: Desk) -> None:
    """Refuse whoever may not change them."""
    need_own_role(desk, VERB, KEEPERS)


def row_of(desk: Desk, called: str, name: str) -> Row:
    """A row of a list."""
    found = next((one for one in rows(desk.settings, called) if one.name == name), None)
    if found is None:
        raise Refusal("office.no_row")
    return found


def add(desk: Desk, called: str, answers: Mapping[str, object]) -> str:
    """Add a row; returns its name."""
    need(desk)
    given = _read(desk, called, answers, is_new=True)
    with boot.transact():
        name = name_of(called, len(rows(desk.settings, called)) + 1)
        value = row_fields.value_of(called, given, desk.settings, {})
        since = _day(given, row_fields.COUNTS)
        _enter(desk, _next(desk, called, name, value, since, given), None, ADDED)
    return name


def change(desk: Desk, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """Change a row from a day on. Raises StaleAnswers unless ``read`` is its version."""
    need(desk)
    given = _read(desk, called, answers, is_new=False)
    since = _day(given, row_fields.COUNTS)
    if not row_fields.LISTS[called].has_days:
        since = desk.today
    _need_fit(row_fields.day_problem(called, since, desk.today))
    with boot.transact():
        row = row_of(desk, called, name)
        value = row_fields.value_of(called, given, desk.settings, row.value)
        _need_fresh(desk, called, row, read, given)
        if _is_same(row, value, since, called):
            raise Refusal("office.nothing_changed")
        _enter(desk, _next(desk, called, name, value, since, given, row), row, CHANGED)


def retire(desk: Desk, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """End a row after its last day; ``read`` as in :func:`change`."""
    need(desk)
    given = validate(answers, desk.today, row_fields.retiring(called)).need()
    last = _day(given, row_fields.LAST) or desk.today - timedelta(days=1)
    with boot.transact():
        row = row_of(desk, called, name)
        _need_fresh(desk, called, row, read, {})
        _need_unused(desk, called, row)
        made = _next(desk, called, name, row.value, last + timedelta(days=1), given, row)
        _enter(desk, replace(made, retired=True), row, RETIRED)


def bring_back(
    desk: Desk, called: str, name: str, version: int, answers: Mapping[str, object], read: int
) -> None:
    """Make an earlier ``version`` count again; retention rows from its own day."""
    need(desk)
    given = validate(answers, desk.today, (row_fields.WHY,)).need()
    with boot.transact():
        row = row_of(desk, called, name)
        _need_fresh(desk, called, row, read, {})
        former = next((one for one in row.versions if one.version == version and not one.retired), None)
        if former is None:
            raise Refusal("office.no_row")
        since = former.since if row_fields.LISTS[called].may_be_past else _again(row, desk.today)
        _enter(desk, _next(desk, called, name, former.value, since, given, row), row, RETURNED)


def _read(desk: Desk, called: str, answers: Mapping[str, object], *, is_new: bool) -> Values:
    return validate(answers, desk.today, row_fields.fields(desk.settings, called, is_new=is_new)).need()


def _next(
    desk: Desk, called: str, name: str, value: Mapping[str, Any], since: date | None, given: Values, row: Row | None = None
) -> office_rows.Version:  # fmt: skip
    number, why = (row.version + 1 if row else 1), str(given[row_fields.WHY.name])
    return office_rows.Version(
        called, name, number, value, since, False, desk.actor.account, clock.now(), why
    )


def _enter(desk: Desk, one: office_rows.Version, row: Row | None, verb: str) -> None:
    versions = (*(row.versions if row else ()), one)
    listed = rows(desk.settings, one.called)
    first = _taken_over(desk, one.called) if not any(each.versions for each in listed) else []
    before = [each for each in first if each.name == one.name]
    made = Row(one.name, one.value, versions, spans([*before, *versions]))
    _need_fit(row_fields.problems(one.called, made, [each for each in listed if each.name != one.name]))
    office_rows.add([*first, one])
    since = one.since.isoformat() if one.since else ""
    history.note(
        one.at, desk.actor, verb, subject=f"{one.called}/{one.name}", version=one.version, since=since, reason=one.reason
    )  # fmt: skip


def _taken_over(desk: Desk, called: str) -> list[office_rows.Version]:
    now = clock.now()
    return [
        office_rows.Version(called, name, 1, value, None, False, FOUNDED, now)
        for name, value in founded(desk.settings, called)
    ]


def _again(row: Row, today: date) -> date:
    last = row.versions[-1]
    return min(last.since or today, today) if last.retired else today


def _is_same(row: Row, value: Mapping[str, Any], since: date | None, called: str) -> bool:
    if not row.spans or dict(row.spans[-1].value) != value:
        return False
    return (
        row.spans[-1].since == since if row_fields.LISTS[called].may_be_past else row.spans[-1].until is None
    )


def _need_fit(found: Any) -> None:
    if wrong := tuple(found):
        raise InvalidAnswers(wrong)


def _need_unused(desk: Desk, called: str, row: Row) -> None:
    lists = rows(desk.settings, SCHEDULES if called == CODES else called)
    used = list(row_fields.uses_of(desk.settings, called, row, lists, desk.today))
    if used:
        raise Refusal(
            "office.row_in_use",
            what=str(row.value.get("kode") or row.value.get("isi")),
            used_id=", ".join(one.id for one in used),
            used_en=", ".join(one.en for one in used),
        )


def _need_fresh(desk: Desk, called: str, row: Row, read: int, given: Values) -> None:
    if read == row.version:
        return
    now = row_fields.proposed(called, row.value, desk.settings, desk.today)
    both = tuple(
        Both(one.label, shown(one, typed) if typed else "", shown(one, there) if there else "")
        for one in row_fields.LISTS[called].fields(desk.settings).values()
        for typed, there in [(given.get(one.name), now.get(one.name))]
        if given and typed != there
    )
    last = row.versions[-1] if row.versions else None
    by = Changed(last.account, f"{last.at.astimezone(desk.settings.zone):%d-%m-%Y %H.%M}") if last else None
    raise StaleAnswers(f"Baris {row.name}", read, row.version, both, by)


def _day(given: Values, name: str) -> date | None:
    found = given.get(name)
    return date.fromisoformat(str(found)) if found else None
