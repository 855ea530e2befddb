"""Step 11: an approved letter is voided with a reason; its number stays in the series as void.

Only the chair voids. Copy codes become invalid; the next letter has a new number. A signed letter is replaced
instead.
"""

from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.arrivals import copies_out, edits
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.letters import choose_letter
from pipeline.office.letters.numbering import voided_number
from pipeline.records import letters, numbers
from pipeline.records.letters import Letter, LetterState

VERB = "void_letter"
_NOTE = N_(
    "Letter {letter} {number} ({state}): the codes of both copies are no longer good. Its number "
    "stays in the series as void and is never used again; the case goes back to the officer for a "
    "new letter. Destroy what was printed."
)
_BLANK = N_("Letter {letter} is void; it had no number yet. Next: a new draft.")


def _why_not(session: Session, file: CaseFile, letter: Letter) -> Refusal | None:
    if letter.signed:
        return _signed(letter)
    details = {"letter": letter.id, "state": str(letter.state), "case": letter.case}
    if letter.state == LetterState.VOID:
        return Refusal("office.void_already", **details).mended_by(letter.drafting)
    if not letter.number and letter.state == LetterState.RETURNED:
        return Refusal("office.returned_unnumbered", **details).mended_by(letter.drafting)
    if not letter.number and letter.state != LetterState.APPROVED:
        return Refusal("office.nothing_to_void", **details)
    return copies_out.is_out(letter) or choose_letter.not_now(session, file, letter, VERB)


def _signed(letter: Letter) -> Refusal:
    if letter.number:
        return Refusal("office.signed_stays", letter=letter.id, case=letter.case, number=letter.number)
    if letter.state == LetterState.WITHDRAWN:
        return Refusal("office.withdrawn", letter=letter.id, case=letter.case).mended_by(letter.drafting)
    return Refusal("office.signed_unnumbered", letter=letter.id, case=letter.case)


def nothing_to_void(session: Session, file: CaseFile) -> Refusal | None:
    """No letter, or not the one named, can be voided."""
    candidates = choose_letter.of_file(file)
    if not candidates:
        return NotPossible(verb=VERB, state=file.case.state.value)
    return choose_letter.blocked(candidates, partial(_why_not, session, file))


def _chosen(session: Session, file: CaseFile) -> Letter:
    return choose_letter.chosen(choose_letter.of_file(file), partial(_why_not, session, file), "void-letter")


def _shown(session: Session, file: CaseFile) -> Shown:
    letter = _chosen(session, file)
    state = word_of("letter", letter.state)
    return Shown((_NOTE.of(letter=letter.id, number=letter.number or "", state=state),))


@act(
    moves=(VERB,),
    states=frozenset(State),
    words=Words(
        N_("Void a letter"),
        N_("Void the letter"),
        N_("Letter {letter} is void; number {number} is never used again. Next: a new draft."),
    ),
    blocked=(nothing_to_void,),
    shows=_shown,
    asks=(reason(N_("Reason for voiding the letter")),),
    is_grave=True,
)
def void_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Void a letter (step 11); its undecided edited drafts are filed with the case."""
    letter, why = _chosen(session, file), text(answers, REASON)
    papers = edits.papers(letter)
    return Change(
        choose_letter.moved(file, letter),
        Filing("voided", "surat dibatalkan", scans=[paper for _, paper in papers], ignores_clock=True),
        {"reason": why, "revision": letter.revision},
        letter.id,
        writes=(
            partial(letters.change, letter, state=LetterState.VOID, reason=why),
            partial(copies_out.outdate, letter, "surat ini dibatalkan oleh ketua"),
            partial(edits.close, letter, "surat dibatalkan tanpa suntingan ini"),
            *([partial(numbers.void, letter.number, why)] if letter.number else ()),
        ),
        events=voided_number(session, letter, why, file.moment),
        afterwards=(partial(copies_out.write_rows, session.settings, letter),),
        told={"letter": letter.id, "number": letter.number, "state": LetterState.VOID.value},
        said=None if letter.number else _BLANK,
        next=(letter.drafting,),
    )
