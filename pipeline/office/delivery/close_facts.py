"""Step 14: what the closing shows: letter, papers that are out, requests."""

from collections.abc import Iterator, Sequence

from pipeline.cases.case import Case
from pipeline.cases.closing import Facts
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.answer.requests import is_awaited
from pipeline.office.arrivals import unanswered
from pipeline.office.base import dispatches
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import crisis
from pipeline.records import arrivals, history, letters, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import CopyState, Sheet, SheetKind

_COPY_OPEN = (CopyState.PROPOSED, CopyState.WAITING, CopyState.RETURNED, CopyState.APPROVED)


def of(case: Case, view: Case | None = None) -> Facts:
    """``view`` is the case as the actor may read it, if less."""
    written, known = letters.of_case(case.number), sheets.of_case(case.number)
    answers = [letter for letter in written if not letter.is_beside and letter.state == LetterState.SIGNED]
    sent = [sheet for sheet in (dispatches.of_letter(known, letter.id) for letter in answers) if sheet]
    danger = crisis.of(history.of_case(case.number))
    return Facts(
        has_answer=bool(answers),
        is_handled=bool(answers) and not dispatches.undelivered(written, known),
        receipt=next((sheet.id for sheet in sent if dispatches.awaits_receipt(sheet)), ""),
        unanswered=unanswered.lacking(case, view or case),
        beside=tuple(_beside(case, written)),
        waiting=(*_numbered(written), *_waiting(case.number, known)),
        is_crisis_taken=None if danger is None else not danger.is_open,
    )


def _beside(case: Case, written: Sequence[Letter]) -> Iterator[tuple[Text, Next]]:
    for letter in written:
        if letter.is_beside and (
            letter.state in (LetterState.DRAFTED, LetterState.APPROVED) or is_awaited(case, letter)
        ):
            note = letter.kind_row.open_end
            step = Next("record-clarification" if letter.kind_row.asks else "show", case.number)
            yield Text(*(note.fill(lang, letter=letter.id) for lang in ("id", "en"))), step


def _numbered(written: Sequence[Letter]) -> Iterator[tuple[Text, Next]]:
    for letter in written:
        if letter.state == LetterState.RETURNED and letter.number:
            note = N_("number {number} is kept for letter {letter}")
            yield note.of(number=letter.number, letter=letter.id), Next("void-letter", letter.case, letter.id)


def _waiting(number: str, known: Sequence[Sheet]) -> Iterator[tuple[Text, Next]]:
    for sheet in known:
        if sheet.kind == SheetKind.COPY and sheet.state in _COPY_OPEN:
            note = N_("copy {copy} for the victim is still “{state}”")
            yield note.of(copy=sheet.id, state=word_of("sheet", sheet.state)), Next("copy", number)
    for arrival in arrivals.of_case(number):
        if arrival.state in (ArrivalState.UNMATCHED, ArrivalState.DECISION):
            item = arrival.agenda or arrival.id
            note = N_("scan {item} waits for a person").of(item=item)
            yield note, Next("todo")
