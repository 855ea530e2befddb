"""What came of a decision sheet, in words: the letter's number at an approval, and the whole command that is next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.cases.states import find_move
from pipeline.kernel.text import Text
from pipeline.office.base.letter_kinds import kind_option, letter_option
from pipeline.office.base.remarks import to_crisis
from pipeline.records import cases, letters
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet, SheetKind

_VETTED = Text("Kasus {case} terverifikasi. Berikutnya: {next}, atau ketua: rangkap assign {case} AKUN",
               "Case {case} is verified. Next: {next}, or the chair: rangkap assign {case} ACCOUNT")  # fmt: skip
_SENT_BACK = Text("Kasus {case} dikembalikan kepada petugas penerima. Berikutnya: {next}",
                  "Case {case} was returned to its clerk. Next: {next}")  # fmt: skip
_ASSIGNED = Text("Kasus {case} ditangani oleh {officer}. Berikutnya, oleh petugas itu: {next}",
                 "Case {case} is handled by {officer}. Next, by that officer: {next}")  # fmt: skip
_APPROVED = Text("Surat {letter} disetujui dengan nomor {number}. Cetak kedua salinan: {next}",
                 "Letter {letter} is approved as {number}. Print both copies: {next}")  # fmt: skip
_BLANK = Text("Surat {letter} disetujui; nomor dan tanggal ditulis tangan. Cetak kedua salinan: {next}",
              "Letter {letter} is approved; number and date are written by hand. Print both copies: {next}")  # fmt: skip
_RETURNED = Text("Konsep {letter} dikembalikan. Berikutnya, oleh petugas identifikasi: {next}",
                 "Draft {letter} was returned. Next, by the identification officer: {next}")  # fmt: skip
_CRISIS = Text("Ketua mencentang “Pindahkan ke SOP krisis”: beri tahu petugasnya sekarang juga. {said}",
               "The chair ticked “Move to the crisis procedure”: tell the officer at once. {said}")  # fmt: skip
_LATE = Text("Berikutnya: {next}", "Next: {next}")


@dataclass(frozen=True)
class Outcome:
    """What came of a sheet: the sentence ``said``, the ``letter`` and its ``number`` if it is about one, the ``next`` command."""

    said: Text
    next: str
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
        return _made(_LATE, _after_late(sheet, letter), letter)
    if letter is not None:
        return _of_letter(sheet, letter)
    if sheet.kind == SheetKind.ASSIGN:
        state = cases.get(sheet.case).state
        can_draft = state in find_move("draft").sources
        command = f"rangkap {'draft' if can_draft else 'show'} {sheet.case}"
        return _made(_ASSIGNED, command, case=sheet.case, officer=str(sheet.decision.get("officer", "")))
    if sheet.decision.get("accepted"):
        return _made(_VETTED, f"rangkap sheet {SheetKind.ASSIGN} {sheet.case} --to DIR", case=sheet.case)
    return _made(_SENT_BACK, f"rangkap clarify {sheet.case}", case=sheet.case)


def _of_letter(sheet: Sheet, letter: Letter) -> Outcome:
    if not sheet.decision.get("accepted"):
        return _made(_RETURNED, f"rangkap draft {letter.case}{kind_option(letter)}", letter)
    command = f"rangkap print {letter.case}{letter_option(letter)} --to DIR"
    return _made(_APPROVED if letter.number else _BLANK, command, letter)


def _after_late(sheet: Sheet, letter: Letter | None) -> str:
    if letter is not None and letter.state == LetterState.DRAFTED:
        return f"rangkap sheet {SheetKind.REVIEW} {sheet.case} --letter {letter.id} --to DIR"
    return f"rangkap show {sheet.case}"


def _made(said: Text, command: str, letter: Letter | None = None, **fields: str) -> Outcome:
    number = (letter.number or "") if letter else ""
    known = fields | {"next": command, "letter": letter.id if letter else "", "number": number}
    words = Text(said.fill("id", **known), said.fill("en", **known))
    return Outcome(words, command, letter.id if letter else "", number)
