"""Every declared act by the name that is typed.

Registration, the draft, prints of letters, accounts, rows of lists and templates have doors of their own.
"""

from collections.abc import Iterable, Mapping

from pipeline.kernel.people import Actor
from pipeline.kernel.text import Next
from pipeline.office.answer import (
    approval,
    ask,
    clarify,
    correct,
    declare_copy_sent,
    edited,
    electronic,
    enter_number,
    mandate,
    match,
    void_letter,
)
from pipeline.office.arrivals import arrange, danger_later, dismiss, move_document, strike
from pipeline.office.bookkeeping import days_off
from pipeline.office.cases import (
    add_call,
    add_letter,
    assign,
    chair_word,
    clocks,
    conflicts,
    consents,
    crisis,
    enquire,
    erasure,
    follow_up,
    inform,
    notes,
    sender,
    transcribe,
    verify_report,
)
from pipeline.office.delivery import close, deliver, deliver_late, divide, merge, send, void_case
from pipeline.office.disposal import destroy, dispose, hold
from pipeline.office.engine.declare import DECLARED, Act
from pipeline.office.keeping import key_keeping
from pipeline.office.letters import confirm_clock
from pipeline.office.papers import decide, identify, sheets
from pipeline.office.victims import victims_copy, victims_copy_hand

_MODULES = (
    arrange,
    strike,
    add_letter,
    add_call,
    danger_later,
    crisis,
    sender,
    conflicts,
    enquire,
    erasure,
    inform,
    follow_up,
    notes,
    consents,
    chair_word,
    verify_report,
    assign,
    transcribe,
    identify,
    ask,
    clarify,
    correct,
    sheets,
    decide,
    approval,
    edited,
    void_letter,
    match,
    dismiss,
    declare_copy_sent,
    enter_number,
    electronic,
    mandate,
    clocks,
    confirm_clock,
    days_off,
    send,
    deliver,
    deliver_late,
    void_case,
    close,
    move_document,
    divide,
    merge,
    hold,
    dispose,
    destroy,
    key_keeping,
    victims_copy,
    victims_copy_hand,
)
ACTS: tuple[Act, ...] = tuple(act for module in _MODULES for act in DECLARED[module.__name__])
"""In the order of the modules."""
BY_COMMAND: Mapping[str, Act] = {act.command: act for act in ACTS}


def theirs(actor: Actor, steps: Iterable[Next]) -> list[Next]:
    """No act, or one that ``actor`` may do."""
    return [step for step in steps if step.act not in BY_COMMAND or actor.is_any(*BY_COMMAND[step.act].roles)]
