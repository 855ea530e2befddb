"""A letter of a case that another sender wrote: its answer is not given in this case, and what to do instead."""

from __future__ import annotations

from pipeline.cases.case import Case
from pipeline.cases.earlier import same_sender
from pipeline.cases.further import Further
from pipeline.office.base.errors_steps import NotTheirLetter


def need_their_own(case: Case, letter: Further) -> None:
    """Refuse to answer ``letter`` in ``case`` where another sent it than the first. Raises NotTheirLetter."""
    if not same_sender(case.values, letter.values):
        raise NotTheirLetter(
            agenda=letter.agenda,
            case=case.number,
            remedy=apart(case, letter),
            first=next(iter(case.agenda), "–"),
        )


def apart(case: Case, letter: Further) -> str:
    """Return the command by which ``letter`` gets a case of its own: a merger is undone, else the case is divided."""
    other, found, _ = letter.document.partition("/")
    return (
        f"rangkap merge {other} --undo"
        if found
        else f"rangkap divide {case.number} --document {letter.document}"
    )
