"""Changes of the office's lists, by chair or admin with a reason, never by a mandate.

The archivist, who proposes destruction, may not set retention times. Every version stays. Acts name a row as
"list/row", a new one as "list"; its page has forms of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from pipeline.cases.fields.field import Field
from pipeline.cases.fields.kinds import shown
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import joined
from pipeline.office.base import row_fields
from pipeline.office.base.office_rows import CODES, FOUNDED, SCHEDULES, Row, founded, name_of, rows, spans
from pipeline.office.base.optimistic_lock import Both, Changed, StaleAnswers
from pipeline.office.base.session import Session, has_own_role, need_own_role, not_yours
from pipeline.office.engine.declare import Act, CaseFile, Change, Plan, Thing, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.records import office_rows

VERB = "rows"
KEEPERS = frozenset({Role.CHAIR, Role.ADMIN})
VERSION, FORMER = "row_version", "row_former"
"""A row's versions: the one looked at, and the one to count again."""


def may(session: Session) -> bool:
    """Whether this person may change the lists."""
    return has_own_role(session, KEEPERS)


def need(session: Session) -> None:
    """Refuse whoever may not change them."""
    need_own_role(session, VERB, KEEPERS)


def row_of(session: Session, called: str, name: str) -> Row:
    """A row of a list."""
    list_row = next((row for row in rows(session.settings, called) if row.name == name), None)
    if list_row is None:
        raise Refusal("office.no_row")
    return list_row


def _by_mandate(session: Session, _file: CaseFile) -> Refusal | None:
    return None if may(session) else not_yours(session, VERB, KEEPERS)


Questions = Callable[[Session, str], Sequence[Field]]


def _on_row(event: str, asks: Questions) -> Callable[[Plan], Act]:
    def reads(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
        read = {name: int(str(answers[name])) for name in (VERSION, FORMER) if name in answers}
        given = {name: answer for name, answer in answers.items() if name not in read}
        return {**read_answers(session, asks(session, _parted(file)[0]), given), **read}

    return act(
        thing=Thing.OFFICE,
        events=(event,),
        roles=KEEPERS,
        words=Words(),
        blocked=(_by_mandate,),
        reads=reads,
    )  # fmt: skip


def _parted(file: CaseFile) -> tuple[str, str]:
    called, _, name = file.given.partition("/")
    return called, name


def _looked_at(
    session: Session, file: CaseFile, answers: Values, given: Values | None = None
) -> tuple[str, Row]:
    """Raises StaleAnswers where the row changed since it was looked at."""
    called, name = _parted(file)
    row = row_of(session, called, name)
    _need_fresh(session, called, row, int(str(answers[VERSION])), given or {})
    return called, row


@_on_row("row_add", lambda session, called: row_fields.fields(session.settings, called, is_new=True))
def add_row(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add a row."""
    called = file.given
    name = name_of(called, len(rows(session.settings, called)) + 1)
    value = row_fields.value_of(called, answers, session.settings, {})
    return _entered(
        session, file, _next(session, file, called, name, value, _day(answers, row_fields.COUNTS), answers)
    )


@_on_row("row_change", lambda session, called: row_fields.fields(session.settings, called, is_new=False))
def change_row(session: Session, file: CaseFile, answers: Values) -> Change:
    """Change a row from a day on."""
    called, name = _parted(file)
    since = _day(answers, row_fields.COUNTS)
    if not row_fields.LISTS[called].has_days:
        since = session.today
    _need_fit(row_fields.day_problem(called, since, session.today))
    given = {key: answer for key, answer in answers.items() if key != VERSION}
    called, row = _looked_at(session, file, answers, given)
    value = row_fields.value_of(called, given, session.settings, row.value)
    if _is_same(row, value, since, called):
        raise Refusal("office.nothing_changed")
    return _entered(session, file, _next(session, file, called, name, value, since, answers, row), row)


@_on_row("row_retire", lambda _session, called: row_fields.retiring(called))
def retire_row(session: Session, file: CaseFile, answers: Values) -> Change:
    """End a row after its last day."""
    called, row = _looked_at(session, file, answers)
    last = _day(answers, row_fields.LAST) or session.today - timedelta(days=1)
    _need_unused(session, called, row)
    made = _next(session, file, called, row.name, row.value, last + timedelta(days=1), answers, row)
    return _entered(session, file, replace(made, retired=True), row)


@_on_row("row_return", lambda _session, _called: (row_fields.WHY,))
def return_row(session: Session, file: CaseFile, answers: Values) -> Change:
    """Make an earlier version count again; retention rows from its own day."""
    called, row = _looked_at(session, file, answers)
    wanted = answers[FORMER]
    former = next(
        (version for version in row.versions if version.version == wanted and not version.retired), None
    )
    if former is None:
        raise Refusal("office.no_row")
    since = former.since if row_fields.LISTS[called].may_be_past else _restored_from(row, session.today)
    return _entered(
        session, file, _next(session, file, called, row.name, former.value, since, answers, row), row
    )


def _next(
    session: Session, file: CaseFile, called: str, name: str, value: Mapping[str, Any], since: date | None, given: Values,
    row: Row | None = None,
) -> office_rows.Version:  # fmt: skip
    number, why = (row.version + 1 if row else 1), str(given[row_fields.WHY.name])
    return office_rows.Version(
        called, name, number, value, since, False, session.actor.account, file.moment, why
    )


def _entered(session: Session, file: CaseFile, newest: office_rows.Version, row: Row | None = None) -> Change:
    versions = (*(row.versions if row else ()), newest)
    listed = rows(session.settings, newest.called)
    first = (
        _taken_over(session, newest.called, newest.at) if not any(other.versions for other in listed) else []
    )
    before = [version for version in first if version.name == newest.name]
    made = Row(newest.name, newest.value, versions, spans([*before, *versions]))
    _need_fit(
        row_fields.problems(newest.called, made, [other for other in listed if other.name != newest.name])
    )
    since = newest.since.isoformat() if newest.since else ""
    return Change(
        file.thing,
        detail={"version": newest.version, "since": since, "reason": newest.reason},
        subject=f"{newest.called}/{newest.name}",
        writes=(partial(office_rows.add, [*first, newest]),),
        told={"name": newest.name},
    )


def _taken_over(session: Session, called: str, at: datetime) -> list[office_rows.Version]:
    return [
        office_rows.Version(called, name, 1, value, None, False, FOUNDED, at)
        for name, value in founded(session.settings, called)
    ]


def _restored_from(row: Row, today: date) -> date:
    last = row.versions[-1]
    return min(last.since or today, today) if last.retired else today


def _is_same(row: Row, value: Mapping[str, Any], since: date | None, called: str) -> bool:
    if not row.spans or dict(row.spans[-1].value) != value:
        return False
    return (
        row.spans[-1].since == since if row_fields.LISTS[called].may_be_past else row.spans[-1].until is None
    )


def _need_fit(problems: Any) -> None:
    if wrong := tuple(problems):
        raise InvalidAnswers(wrong)


def _need_unused(session: Session, called: str, row: Row) -> None:
    lists = rows(session.settings, SCHEDULES if called == CODES else called)
    used = list(row_fields.uses_of(session.settings, called, row, lists, session.today))
    if used:
        raise Refusal(
            "office.row_in_use",
            what=str(row.value.get("kode") or row.value.get("isi")),
            used=joined(used, ", "),
        )


def _need_fresh(session: Session, called: str, row: Row, read: int, given: Values) -> None:
    if read == row.version:
        return
    now = row_fields.proposed(called, row.value, session.settings, session.today)
    both = tuple(
        Both(field.label, shown(field, typed) if typed else "", shown(field, there) if there else "")
        for field in row_fields.LISTS[called].fields(session.settings).values()
        for typed, there in [(given.get(field.name), now.get(field.name))]
        if given and typed != there
    )
    last = row.versions[-1] if row.versions else None
    by = (
        Changed(last.account, f"{last.at.astimezone(session.settings.zone):%d-%m-%Y %H.%M}") if last else None
    )
    raise StaleAnswers(f"Baris {row.name}", read, row.version, both, by)


def _day(given: Values, name: str) -> date | None:
    answer = given.get(name)
    return date.fromisoformat(str(answer)) if answer else None
