"""Step 14: that a case was typed into SIMFONI-PPA, when and under which number; a further entry of the register."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cases.case import Case
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.closing import SIMFONI
from pipeline.cases.fields.validate import unknown_field, validate
from pipeline.cases.values import text
from pipeline.office.base import file_away, fresh
from pipeline.office.base.desk import Desk, case_for, moment_for_numbers
from pipeline.office.papers.simfoni_consent import standing
from pipeline.records import boot, cases, history

VERB = "simfoni"
_NAMES = frozenset(one.name for one in SIMFONI)


def need(desk: Desk, number: str) -> None:
    """Refuse before anything is asked. Raises NotFound, NotPossible."""
    case_for(desk, number, VERB)


def enter(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Record the entry of case ``number``; a later one takes its place, and both stay in the history.

    Raises what :func:`need` raises, InvalidAnswers, Stale, ClockBehind.
    """
    case, _ = case_for(desk, number, VERB)
    answers = fresh.need(desk, case, answers)
    foreign = [unknown_field(name) for name in answers if name not in _NAMES]
    if foreign:
        raise InvalidAnswers(foreign)
    values = validate(answers, desk.today, SIMFONI, desk.places).need()
    after, moment = case.with_values({name: values[name] for name in _NAMES}), moment_for_numbers()
    with boot.transact():
        cases.change(case, after)
        told = {
            "day": text(values, "simfoni_day"),
            "number": text(values, "simfoni_number"),
            "consent": standing(case.values),
        }
        history.note(moment, desk.actor, VERB, 14, number, **told)
        file_away.begin(desk, after, VERB, "entri SIMFONI-PPA dicatat", [], moment)
    file_away.try_finish(desk, number)
    return after
