"""Step 11, the way back: an approved letter is voided with a reason; its number stays in the series as void.

The chair alone voids. The codes of the copies lose their validity, and the case goes back so that a new letter, with a
new number, can be drafted. A signed letter is not voided but replaced (product.md, *The answer letter*).
"""

from __future__ import annotations

from pipeline.cases.states import find_move
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.lookup import things
from pipeline.office.arrivals import copies_out, edits
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, need_reason, need_role
from pipeline.office.letters import which
from pipeline.office.letters.numbering import void_number
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import Letter, LetterState

VERB = "void_letter"
_UNUSED = "surat dibatalkan tanpa suntingan ini"


def void(desk: Desk, letter_id: str, reason: str) -> Letter:
    """Void the letter ``letter_id`` for a ``reason``.

    Raises NotFound, NotPossible, Stale.
    """
    letter = to_void(desk, letter_id)
    case, state = which.beside(desk, letter, VERB)
    need_reason(reason)
    moment = clock.now()
    with boot.transact():
        copies_out.need_here(letters.get(letter.id))
        after = letters.change(letter, state=LetterState.VOID, reason=reason)
        copies_out.outdate(letter, "surat ini dibatalkan oleh ketua")
        papers = edits.close(letter, _UNUSED)
        cases.change(case, case.moved(state))
        history.note(
            moment, desk.actor, VERB, 11, case.number, letter.id, reason=reason, revision=letter.revision
        )
        void_number(desk, letter, reason, moment)
        file_away.begin(desk, cases.get(case.number), "voided", "surat dibatalkan", papers, moment)
    copies_out.write_rows(desk.settings, letter)
    file_away.finish(desk, case.number)
    return after


def to_void(desk: Desk, letter_id: str) -> Letter:
    """Return the letter if it can be voided, before a reason is asked. Raises what :func:`void` raises."""
    need_role(desk, "void", find_move(VERB).roles)
    letter = things.letter(desk, letter_id)
    if letter.signed:
        raise _signed(letter)
    said = {"letter": letter.id, "state": str(letter.state), "case": letter.case}
    if letter.state == LetterState.VOID:
        raise Refusal("office.void_already", **said).mended_by(letter.drafting)
    if not letter.number and letter.state == LetterState.RETURNED:
        raise Refusal("office.returned_unnumbered", **said).mended_by(letter.drafting)
    if not letter.number and letter.state != LetterState.APPROVED:
        raise Refusal("office.nothing_to_void", **said)
    copies_out.need_here(letter)
    return letter


def _signed(letter: Letter) -> Refusal:
    """Return why a signed letter is not voided, with what to do instead."""
    if letter.number:
        return Refusal("office.signed_stays", letter=letter.id, case=letter.case, number=letter.number)
    if letter.state == LetterState.WITHDRAWN:
        return Refusal("office.withdrawn", letter=letter.id, case=letter.case).mended_by(letter.drafting)
    return Refusal("office.signed_unnumbered", letter=letter.id, case=letter.case)
