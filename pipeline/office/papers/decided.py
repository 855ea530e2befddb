"""What came of a decision sheet, in words: the letter's number at an approval; and what is next."""

from dataclasses import dataclass, replace

from pipeline.cases.states import find_move
from pipeline.kernel.text import Next, Text
from pipeline.office.base.remarks import to_crisis
from pipeline.office.signing.review import APPROVED, BLANK, RETURNED
from pipeline.records import cases, letters
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet, SheetKind

_VETTED = Text("Kasus {case} terverifikasi. Berikutnya ketua menentukan petugasnya, dengan lembar atau langsung.",
               "Case {case} is verified. Next the chair names its officer, on a sheet or directly.")  # fmt: skip
_SENT_BACK = Text("Kasus {case} dikembalikan kepada petugas penerima untuk dilengkapi.",
                  "Case {case} was returned to its clerk to be completed.")  # fmt: skip
_ASSIGNED = Text("Kasus {case} ditangani oleh {officer}. Berikutnya dikerjakan oleh petugas itu.",
                 "Case {case} is handled by {officer}. That officer goes on with it.")  # fmt: skip
_CRISIS = Text("Ketua mencentang “Pindahkan ke SOP krisis”: beri tahu petugasnya sekarang juga. {said}",
               "The chair ticked “Move to the crisis procedure”: tell the officer at once. {said}")  # fmt: skip
_AGAIN = Text(
    "Cetak lembar baru untuk konsep yang sekarang.", "Print a new sheet for the draft as it is now."
)
_SEEN = Text("Lihat kasus {case}.", "See case {case}.")


@dataclass(frozen=True)
class Outcome:
    """What came of a sheet: the sentence ``said``, the ``letter`` and its ``number`` if it is about one, what is ``next``."""

    said: Text
    next: tuple[Next, ...]
    letter: str = ""
    number: str = ""


def outcome(sheet: Sheet, late: str = "") -> Outcome:
    """Return what came of a decided ``sheet``; ``late`` says why it changed nothing, if it came too late."""
    found = _plain(sheet, late)
    if not to_crisis(sheet):
        return found
    said = Text(_CRISIS.fill("id", said=found.said.id), _CRISIS.fill("en", said=found.said.en))
    return replace(found, said=said)


def _plain(sheet: Sheet, late: str) -> Outcome:
    letter = letters.get(sheet.letter) if sheet.letter else None
    if late:
        return _after_late(sheet, letter)
    if letter is not None:
        return _of_letter(sheet, letter)
    if sheet.kind == SheetKind.ASSIGN:
        state = cases.get(sheet.case).state
        can_draft = state in find_move("draft").sources
        step = Next("draft" if can_draft else "show", sheet.case)
        return _made(_ASSIGNED, step, case=sheet.case, officer=str(sheet.decision.get("officer", "")))
    if sheet.decision.get("accepted"):
        steps = (Next("sheet", sheet.case, SheetKind.ASSIGN), Next("assign-officer", sheet.case))
        return _made(_VETTED, *steps, case=sheet.case)
    return _made(_SENT_BACK, Next("record-clarification", sheet.case), case=sheet.case)


def _of_letter(sheet: Sheet, letter: Letter) -> Outcome:
    if not sheet.decision.get("accepted"):
        return _made(RETURNED, letter.drafting, letter=letter)
    step = Next("print", letter.case, letter.about)
    return _made(APPROVED if letter.number else BLANK, step, letter=letter)


def _after_late(sheet: Sheet, letter: Letter | None) -> Outcome:
    if letter is not None and letter.state == LetterState.DRAFTED:
        return _made(_AGAIN, Next("sheet-of-draft", sheet.case, letter.id), letter=letter)
    return _made(_SEEN, Next("show", sheet.case), letter=letter, case=sheet.case)


def _made(said: Text, *steps: Next, letter: Letter | None = None, **fields: str) -> Outcome:
    number = (letter.number or "") if letter else ""
    known = fields | {"letter": letter.id if letter else "", "number": number}
    words = Text(said.fill("id", **known), said.fill("en", **known))
    return Outcome(words, steps, letter.id if letter else "", number)
