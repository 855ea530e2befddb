"""Step 9: what was asked, what was answered, what cannot be answered."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cases.case import Case
from pipeline.cases.clarify import clarification_fields
from pipeline.cases.clarify import clarify as clarified
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields import event, people
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import Problem
from pipeline.kernel import clock
from pipeline.kernel.errors import Text
from pipeline.office.desk import Desk, case_for
from pipeline.records import boot, cases, history

_OFFICIAL = frozenset({"sender_address", "sender_place"})
_ALWAYS = _OFFICIAL | {one.name for one in (*people.REPORTER, *event.EVENT, *event.CONTACT)}
_NOT_HERE = Text(
    "Isian ini sudah jelas dan tidak diubah lewat klarifikasi.",
    "This is known already and is not changed by a clarification.",
)


def questions(desk: Desk, number: str) -> tuple[Case, tuple[Field, ...]]:
    """Return the case and what is open in it. Raises NotYourMove, NotFound, NotPossible."""
    case, _ = case_for(desk, number, "clarify")
    return case, clarification_fields(case)


def clarify(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Record a clarification; the history names the fields that it changed, never their values.

    Only what is open, the event, the reporter and the safe contact may be changed here. Raises
    InvalidAnswers, NotYourMove, NotFound, NotPossible, Stale.
    """
    case, _ = case_for(desk, number, "clarify")
    _need_open(case, answers)
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
            changed=sorted(name for name in after.values if after.values[name] != case.values.get(name)),
            answered=sorted(one.field for one in new if one.answered),
            impossible=sorted(one.field for one in new if not one.answered),
        )
    return after


def _need_open(case: Case, answers: Mapping[str, object]) -> None:
    """Raise InvalidAnswers for a field that is neither open nor of those that may change at any time."""
    may = _ALWAYS | {one.name for one in clarification_fields(case)}
    wrong = [name for name in answers if name in BY_NAME and name not in may]
    if wrong:
        raise InvalidAnswers(Problem(name, _NOT_HERE) for name in wrong)
