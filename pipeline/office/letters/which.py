"""Which letter of a case is meant: the one that waits for a step, or the one that was named.

A case may have two letters on their way at once, its answer and a request for clarification (step 9). A request
goes beside the case: what is done to it leaves the state of the case alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.cases.case import Case
from pipeline.cases.errors import NotPossible
from pipeline.cases.states import State, find_move
from pipeline.lookup import restriction, things
from pipeline.office.base.desk import Desk, case_for, need_role
from pipeline.office.base.errors import NoLetter
from pipeline.office.base.letter_kinds import is_request, named
from pipeline.office.letters.errors import SeveralLetters
from pipeline.records import letters
from pipeline.records.letters import Letter

_OVER = (State.CLOSED, State.VOID)


def among(case: str, states: Collection[str], letter: str = "") -> list[Letter]:
    """Return the letters of ``case`` in one of ``states``; only the one named ``letter``, if one is."""
    found = [one for one in letters.of_case(case) if one.state in states]
    return [one for one in found if one.id == letter.strip()] if letter else found


def only(found: Sequence[Letter]) -> Letter:
    """Return the one letter of ``found``. Raises SeveralLetters, which names them."""
    if len(found) > 1:
        names = [named(one) for one in found]
        raise SeveralLetters(
            case=found[0].case,
            letters_id=", ".join(one.id for one in names),
            letters_en=", ".join(one.en for one in names),
            first=found[0].id,
        )
    return found[0]


def pick(case: str, *tiers: Collection[str], letter: str = "") -> Letter:
    """Return the letter of ``case`` in a state of the first of ``tiers`` that has any. Raises NoLetter, SeveralLetters."""
    for states in tiers:
        found = among(case, states, letter)
        if found:
            return only(found)
    raise NoLetter(case=case, state=" / ".join(one for states in tiers for one in states))


def for_move(
    desk: Desk, number: str, verb: str, states: Collection[str], letter: str = ""
) -> tuple[Case, State, Letter]:
    """Return the case, its state after ``verb``, and the letter in one of ``states`` to which it is done.

    Raises NotYours, NotFound, SeveralLetters, NotPossible, NoLetter.
    """
    need_role(desk, verb, find_move(verb).roles)
    found = among(things.case(desk, number).number, states, letter)
    if found:
        wanted = only(found)
        return *beside(desk, wanted, verb), wanted
    case_for(desk, number, verb)
    raise NoLetter(case=number, state=" / ".join(states))


def beside(desk: Desk, letter: Letter, verb: str) -> tuple[Case, State]:
    """Return the case of ``letter`` and its state after ``verb``: a request leaves it as it is. Raises as :func:`case_for`."""
    if not is_request(letter):
        return case_for(desk, letter.case, verb)
    need_role(desk, verb, find_move(verb).roles)
    case = things.case(desk, letter.case)
    restriction.need_open(case.number)
    if case.state in _OVER:
        raise NotPossible(verb=verb, state=case.state.value, possible=f"rangkap show {case.number}")
    return case, case.state
