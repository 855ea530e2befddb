"""Step 9: clarification of gaps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases import problems as say
from pipeline.cases.case import Case, Clarification
from pipeline.cases.completeness import OF_ROUTE, gaps
from pipeline.cases.fields import informing
from pipeline.cases.fields.conditions import is_any, lacks
from pipeline.cases.fields.field import Context, Field, Kind, Section, always, never
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.fields.validate import take, unknown_field, validate
from pipeline.cases.lists import Choice
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.values import Value, Values, text
from pipeline.kernel.text import N_, Text

IMPOSSIBLE = "_impossible"
_SAID_OUTSIDE = re.compile(r"luar (?:wilayah|daerah)\s*:\s*\w", re.IGNORECASE)

WAYS: tuple[Choice, ...] = (
    Choice(informing.CALL, N_("telephone"), ("telp", "telpon")),
    Choice(informing.MESSAGE, N_("written message (SMS, WhatsApp, e-mail)"),
           ("pesan tertulis", "sms", "wa", "whatsapp", "pos-el", "email")),
    Choice(informing.TRUSTED, N_("through the trusted person"), ("titip", "dititipkan")),
    Choice(informing.LETTER, N_("letter")),
    Choice(informing.OFFICE, N_("at the office"), ("kantor", "datang", "datang langsung")),
    informing.CAME_IN_CHOICE,
    Choice(informing.OTHER, N_("another, say it in the note"), ("lain",)),
    Choice(informing.READ, N_("read in the letter, nobody was asked"), ("surat masuk", "terbaca")),
)  # fmt: skip


CLARIFIED: tuple[Field, ...] = (
    Field("clarified_day", N_("Day of the clarification"), Kind.DAY, Section.CLARIFY, 9,
          N_("When the answer came, or the last attempt."),
          "24-11-2026", required=always),
    Field("clarified_way", N_("Way"), Kind.CHOICE, Section.CLARIFY, 9,
          N_("How the answer was got; the office goes by the safe route only."),
          informing.CALL, WAYS, required=always),
    Field("clarified_note", N_("Note", "clarify"), Kind.LONG, Section.CLARIFY, 9,
          N_("What was answered; may stay empty but for another way."),
          "", required=is_any("clarified_way", informing.OTHER), most=1000),
)  # fmt: skip


def clarification_fields(case: Case) -> tuple[Field, ...]:
    """Each gap, and why a required one stays open."""
    asked: list[Field] = list(CLARIFIED)
    for gap in gaps(case):
        asked.append(replace(BY_NAME[gap.field], label=gap.question, required=never, section=Section.CLARIFY))
        if gap.required and gap.field not in OF_ROUTE:
            label = BY_NAME[gap.field].label
            asked.append(replace(
                _reason_of(gap.field + IMPOSSIBLE), example="pelapor tidak tahu", when=lacks(gap.field),
                label=N_("{label}: why impossible").of(label=label),
                help=N_("Only if it cannot be answered."),
            ))  # fmt: skip
    return tuple(asked)


def clarify(case: Case, answers: Mapping[str, object], today: date, places: Sequence[str] = ()) -> Case:
    """``answers`` hold new values, and ``<field>_impossible`` with a reason."""
    context = Context(today, places)
    own = {field.name: field for field in CLARIFIED}
    reasons = {name: answer for name, answer in answers.items() if name.endswith(IMPOSSIBLE)}
    changed = {name: answer for name, answer in answers.items() if name not in own and name not in reasons}
    head, problems = _read(own, answers, context)
    declared, refused = _read({name: _reason_of(name) for name in reasons}, reasons, context)
    problems += refused
    problems += [unknown_field(name) for name in reasons if name.removesuffix(IMPOSSIBLE) not in BY_NAME]
    if text(head, "clarified_day") > today.isoformat():
        problems.append(Problem("clarified_day", say.IN_FUTURE))
    elif "clarified_day" in head and text(head, "clarified_day") < case.received.isoformat():
        problems.append(Problem("clarified_day", say.BEFORE_RECEIPT))
    checked = validate({**case.values, **changed}, today, places=places, fill=False)
    problems.extend(checked.problems)
    problems.extend(_outside(case, checked.values, places))
    if problems:
        raise InvalidAnswers(problems)
    day, way = date.fromisoformat(text(head, "clarified_day")), text(head, "clarified_way")
    note = text(head, "clarified_note")
    new = [name for name in changed if checked.values.get(name) != case.values.get(name)]
    rows = [Clarification(name, day, way, answered=True, reason=note) for name in new]
    rows += [
        Clarification(name.removesuffix(IMPOSSIBLE), day, way, answered=False, reason=str(why))
        for name, why in declared.items()
    ]
    return replace(case.with_values(checked.values), clarifications=(*case.clarifications, *rows))


def _outside(case: Case, values: Values, places: Sequence[str]) -> list[Problem]:
    given = text(values, "place_kecamatan")
    if (
        not places
        or not given
        or given == text(case.values, "place_kecamatan")
        or given in places
        or _SAID_OUTSIDE.match(given)
    ):
        return []
    listed = ", ".join(places)
    return [Problem("place_kecamatan", Text(*(sentence.format(places=listed) for sentence in say.OUTSIDE)))]


def _reason_of(name: str) -> Field:
    return Field(name, N_("Reason"), Kind.TEXT, Section.CLARIFY, 9, Text("", ""), most=200)


def _read(
    fields: Mapping[str, Field], answers: Mapping[str, object], context: Context
) -> tuple[dict[str, Value], list[Problem]]:
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, field in fields.items():
        wrong = take(field, answers.get(name), context, values)
        is_missing = not wrong and name not in values and field.required(values)
        problems += [Problem(name, say.MISSING)] if is_missing else wrong
    return values, problems
