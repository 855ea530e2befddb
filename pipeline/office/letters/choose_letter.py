"""Which letter is meant: the one that waits for a step, or the one named.

Answer and request for clarification (step 9) may be on their way at once. A request leaves the case's state
alone.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.kernel import ids
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.text import N_, Next, Text, as_it_is, joined
from pipeline.office.base.session import Session, steps
from pipeline.office.engine.declare import Blocker, CaseFile
from pipeline.records import letters
from pipeline.records.letters import Letter

_BY_ACT, _BY_HAND = Text("", ""), N_("; at the terminal by --letter")


def among(case: str, states: Collection[str], letter: str = "") -> list[Letter]:
    """Letters in one of ``states``; only ``letter`` if given."""
    candidates = [candidate for candidate in letters.of_case(case) if candidate.state in states]
    return [candidate for candidate in candidates if candidate.id == letter.strip()] if letter else candidates


def only(candidates: Sequence[Letter], *acts: str) -> Letter:
    """Refuses several, offering ``acts`` for each."""
    if len(candidates) > 1:
        names = {letter.id: letter.kind_row.name for letter in candidates}
        several = Refusal(
            "office.several_letters",
            case=candidates[0].case,
            letters=joined(
                (
                    as_it_is(f"{letter} ({name.id})", f"{letter} ({name.en})")
                    for letter, name in names.items()
                ),
                ", ",
            ),
            how=_BY_ACT if acts else _BY_HAND,
        )
        raise several.mended_by(*(Next(act, letter.case, letter.id) for letter in candidates for act in acts))
    return candidates[0]


def pick(case: str, *tiers: Collection[str], letter: str = "", act: str = "") -> Letter:
    """The first of ``tiers`` that has any counts; refuses several or none."""
    for states in tiers:
        candidates = among(case, states, letter)
        if candidates:
            return only(candidates, *([act] if act else []))
    raise Refusal(
        "office.no_letter", case=case, state=" / ".join(state for states in tiers for state in states)
    )


def of_file(file: CaseFile) -> list[Letter]:
    """Or only the one that the act was opened with."""
    rows = letters.of_case(file.case.number)
    if file.about and not (rows := [letter for letter in rows if letter.id == file.about.strip()]):
        raise NotFound(what="surat", given=file.about[:40])
    return rows


def parted(file: CaseFile) -> tuple[CaseFile, str]:
    """What else was named is a revision or edited draft."""
    names = file.about.split()
    named = [name for name in names if ids.case_of_letter(name)]
    return replace(file, about=" ".join(named), found={}), " ".join(
        name for name in names if name not in named
    )


def standing(file: CaseFile, states: Collection[str]) -> list[Letter]:
    """As :func:`of_file`, but only in one of ``states``."""
    return [letter for letter in of_file(parted(file)[0]) if letter.state in states]


def none_waits(verb: str, states: Collection[str]) -> Blocker:
    """No letter in one of ``states``; several pass, for :func:`only` to refuse."""

    def blocker(session: Session, file: CaseFile) -> Refusal | None:
        candidates = standing(file, states)
        if len(candidates) > 1:
            return None
        if candidates:
            return not_now(session, file, candidates[0], verb)
        if file.move is None:
            return NotPossible(verb=verb, state=file.case.state.value).mended_by(
                *steps(file.case, session.actor)
            )
        return Refusal("office.no_letter", case=file.case.number, state=" / ".join(states))

    return blocker


WhyNot = Callable[[Letter], Refusal | None]
"""Why not to a letter, or None."""


def blocked(candidates: Sequence[Letter], why_not: WhyNot) -> Refusal | None:
    """It can be done to none; the reason of the last."""
    reasons = [why_not(letter) for letter in candidates]
    return None if None in reasons else reasons[-1]


def chosen(candidates: Sequence[Letter], why_not: WhyNot, act: str) -> Letter:
    """What the act can be done to, after :func:`blocked`; refuses several."""
    return only([letter for letter in candidates if why_not(letter) is None], act)


def not_now(session: Session, file: CaseFile, letter: Letter, verb: str) -> Refusal | None:
    """The state of the case forbids it; a request only needs a case that is not over."""
    case = file.case
    if letter.is_beside and case.state in (State.CLOSED, State.VOID):
        return NotPossible(verb=verb, state=case.state.value).mended_by(Next("show", case.number))
    if letter.is_beside or file.move:
        return None
    return NotPossible(verb=verb, state=case.state.value).mended_by(*steps(case, session.actor))


def moved(file: CaseFile, letter: Letter) -> Case:
    """The case one version on."""
    return file.case.moved(file.case.state) if letter.is_beside else file.moved()
