"""A wrong registration is voided with a reason: its number and register number stay, and are never given again.

Letter and object stay where they are, as with everything that was filed; the register says that it is void. A document
that belongs to another case is moved there instead (:mod:`pipeline.office.arrivals.move_document`).
"""

from __future__ import annotations

from pipeline.cases.case import Case
from pipeline.kernel.errors import Refusal
from pipeline.lookup import access
from pipeline.office.base import file_away, joined
from pipeline.office.base.desk import Desk, case_for, moment_for_numbers, need_reason
from pipeline.office.victims import victims_copy
from pipeline.records import boot, cases, history

VERB, KIND = "void", "registration_voided"


def to_void(desk: Desk, number: str) -> Case:
    """Return the case if its registration can be voided, before a reason is asked.

    Raises NotFound, NotPossible.
    """
    case, _ = case_for(desk, number, VERB)
    others = joined.merged_here(number)
    if others:
        merged = next(iter(access.seen(desk, others)), "")
        raise Refusal("office.holds_merged", case=number, other=merged or "–", merged=merged)
    out = [one for one in victims_copy.copies_of(number) if one.state in victims_copy.UNDER_WAY]
    if out:
        raise Refusal("office.victims_copy_is_out", case=number, copy=out[-1].id, state=out[-1].state)
    return case


def void(desk: Desk, number: str, reason: str) -> Case:
    """Void the registration of case ``number`` for a ``reason``.

    Raises what :func:`to_void` raises, Stale, ClockBehind.
    """
    case = to_void(desk, number)
    need_reason(reason)
    after, moment = case.moved(case_for(desk, number, VERB)[1]), moment_for_numbers()
    with boot.transact():
        cases.change(case, after)
        history.note(moment, desk.actor, VERB, 1, number, reason=reason.strip())
        file_away.begin(desk, after, KIND, "pendaftaran dibatalkan", [], moment)
    file_away.finish(desk, number)
    return after
