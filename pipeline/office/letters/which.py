"""Which letter of a case is meant: the one that waits for a step, or the one that was named.

A case may have two letters on their way at once, its answer and a request for clarification (step 9). A request
goes beside the case: what is done to it leaves the state of the case alone.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.kernel import ids
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.text import Next, Text
from pipeline.office.base.desk import Desk, steps
from pipeline.office.engine.declare import Blocker, CaseFile
from pipeline.records import letters
from pipeline.records.letters import Letter

_BY_ACT, _BY_HAND = Text("", ""), Text("; di terminal dengan --letter", "; at the terminal by --letter")
"""How a letter is named: by the act that follows the sentence, or by whoever repeats the step."""


def among(case: str, states: Collection[str], letter: str = "") -> list[Letter]:
    """Return the letters of ``case`` in one of ``states``; only the one named ``letter``, if one is."""
    found = [one for one in letters.of_case(case) if one.state in states]
    return [one for one in found if one.id == letter.strip()] if letter else found


def only(found: Sequence[Letter], *acts: str) -> Letter:
    """Return the one letter of ``found``; where there are more, ``acts`` say what was asked for."""
    if len(found) > 1:
        names = {one.id: one.kind_row.name for one in found}
        several = Refusal(
            "office.several_letters",
            case=found[0].case,
            letters_id=", ".join(f"{letter} ({name.id})" for letter, name in names.items()),
            letters_en=", ".join(f"{letter} ({name.en})" for letter, name in names.items()),
            how=_BY_ACT if acts else _BY_HAND,
        )
        raise several.mended_by(*(Next(act, one.case, one.id) for one in found for act in acts))
    return found[0]


def pick(case: str, *tiers: Collection[str], letter: str = "", act: str = "") -> Letter:
    """Return the letter of ``case`` in a state of the first of ``tiers`` that has any, for an ``act``."""
    for states in tiers:
        found = among(case, states, letter)
        if found:
            return only(found, *([act] if act else []))
    raise Refusal("office.no_letter", case=case, state=" / ".join(one for states in tiers for one in states))


def of_file(file: CaseFile) -> list[Letter]:
    """Return the letters of the case of an act; only the one with which it was opened, if it was. Raises NotFound."""
    found = letters.of_case(file.case.number)
    if file.about and not (found := [letter for letter in found if letter.id == file.about.strip()]):
        raise NotFound(what="surat", given=file.about[:40])
    return found


def parted(file: CaseFile) -> tuple[CaseFile, str]:
    """Return the file as if it was opened with a letter alone, and what else was named: a revision, an edited draft."""
    names = file.about.split()
    named = [name for name in names if ids.case_of_letter(name)]
    return replace(file, about=" ".join(named)), " ".join(name for name in names if name not in named)


def standing(file: CaseFile, states: Collection[str]) -> list[Letter]:
    """Return the letters of the case of an act (only the one that was named, if one was) in one of ``states``."""
    return [letter for letter in of_file(parted(file)[0]) if letter.state in states]


def none_waits(verb: str, states: Collection[str]) -> Blocker:
    """Return what tells why ``verb`` is done to no letter in one of ``states``; of more than one it says nothing (:func:`only`)."""

    def blocker(desk: Desk, file: CaseFile) -> Refusal | None:
        found = standing(file, states)
        if len(found) > 1:
            return None
        if found:
            return not_now(desk, file, found[0], verb)
        if file.move is None:
            return NotPossible(verb=verb, state=file.case.state.value).mended_by(
                *steps(file.case, desk.actor)
            )
        return Refusal("office.no_letter", case=file.case.number, state=" / ".join(states))

    return blocker


WhyNot = Callable[[Letter], Refusal | None]
"""Why an act cannot be done to a letter; None where it can."""


def blocked(found: Sequence[Letter], why_not: WhyNot) -> Refusal | None:
    """Return why an act can be done to none of ``found``: what stands against the last of them."""
    reasons = [why_not(letter) for letter in found]
    return None if None in reasons else reasons[-1]


def chosen(found: Sequence[Letter], why_not: WhyNot, act: str) -> Letter:
    """Return the one of ``found`` to which ``act`` can be done, where :func:`blocked` said nothing. Refuses where there are more."""
    return only([letter for letter in found if why_not(letter) is None], act)


def not_now(desk: Desk, file: CaseFile, letter: Letter, verb: str) -> Refusal | None:
    """Return that the case stands where ``verb`` is not done to ``letter``; a request only needs a case that is not over."""
    case = file.case
    if letter.is_beside and case.state in (State.CLOSED, State.VOID):
        return NotPossible(verb=verb, state=case.state.value).mended_by(Next("show", case.number))
    if letter.is_beside or file.move:
        return None
    return NotPossible(verb=verb, state=case.state.value).mended_by(*steps(case, desk.actor))


def moved(file: CaseFile, letter: Letter) -> Case:
    """Return the case of ``letter`` after the act, one version on: a request leaves its state as it is."""
    return file.case.moved(file.case.state) if letter.is_beside else file.moved()
