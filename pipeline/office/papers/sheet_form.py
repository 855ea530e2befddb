"""What is asked about a signed decision sheet, and how the answers are read: the fields of its paper."""

from collections.abc import Mapping
from datetime import date

from pipeline.cases.deadlines import deadlines
from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.sheet import PRINTED, assign_fields, review_fields, vet_fields
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.cases.values import Values, flag, items, text
from pipeline.office.base.desk import Desk
from pipeline.office.cases.loads import officers_for
from pipeline.office.cases.sheet_back import overtaken
from pipeline.office.papers.decide import Ticked
from pipeline.records import arrivals, cases, sheets
from pipeline.records.sheets import Sheet, SheetKind, SheetState


def fields_of(desk: Desk, sheet: Sheet) -> tuple[Field, ...]:
    """Return the fields of a sheet that is back; the day of its scan is proposed for the decision.

    On a late disposition sheet any officer may be ticked, and none is proposed: it tells what the chair wrote.
    """
    day = arrivals.get(sheet.arrival).scanned_at.astimezone(desk.settings.zone).date()
    day = max(min(day, desk.today), _printed(desk, sheet))
    if sheet.kind == SheetKind.VET:
        return vet_fields(day)
    if sheet.kind == SheetKind.REVIEW:
        return review_fields(day)
    case = cases.get(sheet.case)
    coming = [one.day for one in deadlines(case.values) if one.day >= day]
    if overtaken(sheet):
        return assign_fields(
            day, officers_for(desk.settings, sheet.case), min(coming, default=None), proposes=False
        )
    known = [one for one in officers_for(desk.settings, sheet.case) if one != case.officer]
    return assign_fields(day, known, min(coming, default=None), replaces=case.officer)


def about(desk: Desk, sheet: Sheet) -> dict[str, str]:
    """Return what is told before anything is asked: sheet, kind, case, where it stands, day of printing."""
    return {
        "sheet": sheet.id,
        "kind": str(sheet.kind),
        "case": sheet.case,
        "state": cases.get(sheet.case).state.value,
        "day": f"{_printed(desk, sheet):%d-%m-%Y}",
    }


def first(sheet: Sheet) -> str:
    """Return the verification sheet of the same case that is back too and should be typed in before ``sheet``, if any."""
    if sheet.kind != SheetKind.ASSIGN or cases.get(sheet.case).state is not State.REGISTERED:
        return ""
    waiting = (one for one in sheets.of_case(sheet.case) if one.state == SheetState.RETURNED)
    return next((one.id for one in waiting if one.kind == SheetKind.VET), "")


def known_of(desk: Desk, sheet: Sheet) -> Values:
    """Return what is known before anything is asked: the day of printing, and what was typed in vain before."""
    names = {one.name for one in fields_of(desk, sheet)}
    before = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in sheet.decision.items()
        if name in names and value not in ("", [])
    }
    return {**before, PRINTED: _printed(desk, sheet).isoformat()}


def read(desk: Desk, sheet: Sheet, answers: Mapping[str, object]) -> Ticked:
    """Return what stands on ``sheet``, from typed or prepared ``answers``. Raises InvalidAnswers."""
    fields = fields_of(desk, sheet)
    values = validate(answers, desk.today, fields, desk.places).need()
    printed = {PRINTED: _printed(desk, sheet).isoformat()}
    wrong = [one for one in cross_problems({**values, **printed}, desk.today) if one.field != PRINTED]
    if wrong:
        raise InvalidAnswers(wrong)
    return Ticked(
        accepted=flag(values, "accepted") or sheet.kind == SheetKind.ASSIGN,
        officer=text(values, "officer"),
        reason=text(values, "reason"),
        day=text(values, "decided_day"),
        due=text(values, "due_day"),
        instructions=tuple(items(values, "instructions")),
        signed=flag(values, "signed"),
    )


def _printed(desk: Desk, sheet: Sheet) -> date:
    return sheet.made_at.astimezone(desk.settings.zone).date()
