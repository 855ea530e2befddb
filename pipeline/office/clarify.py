"""Step 9: what was asked, what was answered, what cannot be answered."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cases.case import Case
from pipeline.cases.clarify import clarification_fields
from pipeline.cases.clarify import clarify as clarified
from pipeline.cases.fields.field import Field
from pipeline.kernel import clock
from pipeline.office.desk import Desk, case_for
from pipeline.records import boot, cases, history


def questions(desk: Desk, number: str) -> tuple[Case, tuple[Field, ...]]:
    """Return the case and what is open in it. Raises NotYourMove, NotFound, NotPossible."""
    case, _ = case_for(desk, number, "clarify")
    return case, clarification_fields(case)


def clarify(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Record a clarification. Raises InvalidAnswers, NotYourMove, NotFound, NotPossible, Stale."""
    case, _ = case_for(desk, number, "clarify")
    after = clarified(case, answers, desk.today, desk.places)
    new = after.clarifications[len(case.clarifications) :]
    with boot.transact():
        cases.change(case, after)
        history.note(
            clock.now(),
            desk.actor,
            "clarify",
            9,
            number,
            answered=sorted(one.field for one in new if one.answered),
            impossible=sorted(one.field for one in new if not one.answered),
        )
    return after
