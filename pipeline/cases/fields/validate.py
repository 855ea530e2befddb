"""Answers become normal values or problems (steps 1–4, 10)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.cases import problems as say
from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.fields.field import Context, Field
from pipeline.cases.fields.kinds import read
from pipeline.cases.fields.table import BY_NAME, REGISTRATION, near_name
from pipeline.cases.problems import BadAnswer, InvalidAnswers, Problem
from pipeline.cases.values import Value, Values, flag


@dataclass(frozen=True)
class Checked:
    """Normal ``values`` and ``problems``, in field order."""

    values: Values
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no problem."""
        return not self.problems

    def need(self) -> Values:
        """The values. Raises :class:`InvalidAnswers`."""
        if self.problems:
            raise InvalidAnswers(self.problems)
        return self.values


def validate(
    answers: Mapping[str, object],
    today: date,
    fields: Sequence[Field] = REGISTRATION,
    places: Sequence[str] = (),
    fill: bool = True,
) -> Checked:
    """``answers`` are text or JSON values, by field name.

    Only ``fields`` are required and, with ``fill``, filled in. Others are kept; bad answers become problems, never
    errors.
    """
    context = Context(today, places)
    values: dict[str, Value] = {}
    names = {field.name for field in fields}
    asked = (*fields, *(field for field in BY_NAME.values() if field.name not in names))
    order = [field.name for field in asked]
    problems = [unknown_field(name) for name in answers if name not in order]
    for field in asked:
        problems.extend(take(field, answers.get(field.name), context, values))
    if fill:
        problems.extend(_filled(fields, context, values))
    known = {problem.field for problem in problems}
    problems.extend(_applicable(fields, values, known))
    problems.extend(problem for problem in cross_problems(values, today) if problem.field not in known)
    place = {name: number for number, name in enumerate(order)}
    return Checked(values, tuple(sorted(problems, key=lambda problem: place.get(problem.field, -1))))


def unknown_field(name: str) -> Problem:
    """Names the nearest field."""
    near = near_name(name)
    return Problem(name[:60], say.UNKNOWN_FIELD.of(near=say.MEANT.of(near=near) if near else ""))


def take(field: Field, given: object, context: Context, values: dict[str, Value]) -> list[Problem]:
    """Put ``given`` among ``values``; return what is wrong."""
    try:
        value = read(field, given, context)
    except BadAnswer as bad:
        return [Problem(field.name, bad.said)]
    if value is not None:
        values[field.name] = value
    return []


def _filled(fields: Sequence[Field], context: Context, values: dict[str, Value]) -> list[Problem]:
    wrong: list[Problem] = []
    for field in fields:
        if field.name not in values and field.when(values):
            value = field.default(values)
            if field.choices:
                wrong.extend(take(field, value, context, values))
            elif value is not None:
                values[field.name] = value
    return wrong


_LEAST = frozenset({"channel", "received_day", "phone_started", "summary"})
_REGISTRATION_STEPS = 4


def _waits(field: Field, values: Values) -> bool:
    """Whether it may stay open since the call broke off (telepon terputus)."""
    is_asked_then = field.step <= _REGISTRATION_STEPS and field.name not in _LEAST
    return is_asked_then and flag(values, "call_broken")


def _applicable(fields: Sequence[Field], values: Values, known: set[str]) -> Iterator[Problem]:
    for field in (field for field in fields if field.name not in known):
        if field.name in values and not field.when(values):
            yield Problem(field.name, say.NOT_APPLICABLE)
        elif (
            field.name not in values
            and field.when(values)
            and field.required(values)
            and not _waits(field, values)
        ):
            yield Problem(field.name, say.MISSING)
