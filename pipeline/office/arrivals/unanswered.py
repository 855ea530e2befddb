"""The further letters of a case that still need an answer.

A signed answer is delivered or undeliverable before the next is begun.
"""

from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.earlier import same_sender
from pipeline.cases.further import REPLIES_TO, Further
from pipeline.cases.states import find_move
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text, joined
from pipeline.office.base import dispatches
from pipeline.office.base.other_sender import need_their_own, parting
from pipeline.office.base.session import Session
from pipeline.records import history, letters, sheets
from pipeline.records.letters import LetterState

AGAIN = "answer_again"
_DIVIDE = "divide"
_LINE = N_("further letter {agenda} is not answered")
_OR_REASON = N_("further letter {agenda} is not answered (or say why there is no answer letter)")
_OTHER = N_("one other further letter is not answered (or say why there is no answer letter)")


def letters_of(case: Case) -> tuple[Further, ...]:
    """No answer on its way, no case of its own."""
    if not case.further:
        return ()
    acts = history.of_case(case.number)
    last = {act.subject: str(act.detail.get(REPLIES_TO, "")) for act in acts if act.verb == "draft"}
    cited = {
        last.get(letter.id, "")
        for letter in letters.of_case(case.number)
        if letter.state in (LetterState.DRAFTED, LetterState.APPROVED, LetterState.SIGNED)
    }
    apart_ = {name for act in acts if act.verb == _DIVIDE for name in act.detail.get("documents", ())}
    wanted = (letter for letter in case.further if letter.needs_answer and letter.document not in apart_)
    return tuple(letter for letter in wanted if letter.agenda not in cited)


def undelivered(number: str) -> tuple[str, ...]:
    """The signed answers neither delivered nor declared undeliverable."""
    return tuple(
        letter.id for letter in dispatches.undelivered(letters.of_case(number), sheets.of_case(number))
    )


def is_answered(case: Case) -> bool:
    """Another letter may return the case to step 10."""
    return case.state in find_move(AGAIN).sources and not undelivered(case.number)


def next_to_answer(case: Case) -> Case:
    """``case`` as the draft to its oldest unanswered letter sees it."""
    waiting = letters_of(case)
    open_ = undelivered(case.number)
    if open_:
        raise Refusal("office.deliver_first", case=case.number, letter=open_[0])
    chosen = ([letter for letter in waiting if same_sender(case.values, letter.values)] or waiting)[0]
    need_their_own(case, chosen)
    return replace(case, values={**case.values, REPLIES_TO: chosen.agenda})


def step(session: Session, case: Case, letter: Further) -> tuple[Text, tuple[Next, ...]]:
    """What ``letter`` waits for, and the actor's acts."""
    waits = _LINE.of(agenda=letter.agenda)
    if not same_sender(case.values, letter.values):
        own_case = N_("of another sender, needs a case of its own")
        return joined([waits, own_case]), _may(session, *way(case, letter))
    if case.state in find_move(AGAIN).sources:
        if undelivered(case.number):
            first = _may(session, "deliver", Next("record-delivery", case.number))
            return joined([waits, N_("first the answer before is delivered")]), first
        return waits, _may(session, "draft", Next("draft", case.number))
    if case.state in find_move("draft").sources and case.values.get(REPLIES_TO) == letter.agenda:
        return waits, _may(session, "draft", Next("draft", case.number))
    return joined([waits, N_("after the answer that is being made")]), ()


def way(case: Case, letter: Further) -> tuple[str, Next]:
    """Move and act that continue ``letter`` after the earlier answer."""
    if same_sender(case.values, letter.values):
        return "draft", Next("draft", case.number)
    return "unmerge" if "/" in letter.document else _DIVIDE, parting(case, letter)


def _may(session: Session, verb: str, step: Next) -> tuple[Next, ...]:
    return (step,) if session.actor.is_any(*find_move(verb).roles) else ()


def lacking(case: Case, view: Case) -> tuple[tuple[Text, Next], ...]:
    """What closing lacks, each with its act.

    What ``view`` hides from the actor is counted, not named.
    """
    return tuple(
        (
            _OR_REASON.of(agenda=letter.agenda),
            way(case, letter)[1],
        )
        if letter in view.further
        else (_OTHER, Next("close-case", case.number))
        for letter in letters_of(case)
    )
