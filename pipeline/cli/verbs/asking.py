"""``rangkap draft --kind klarifikasi``: what is unclear is asked by a letter (step 9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.request import FIELDS
from pipeline.cli.call import Call
from pipeline.cli.lines import is_screen, is_terminal
from pipeline.cli.prompts import ask as prompt
from pipeline.kernel.errors import Text
from pipeline.lookup.kinds import Letter, LetterKind, LetterState
from pipeline.office.base.desk import Desk
from pipeline.office.base.fresh import with_version
from pipeline.office.signing.ask import ask, case_to_ask, open_questions, typed_before
from pipeline.office.signing.draft import sent_back
from pipeline.office.signing.recontact import BECAUSE

_RETURNED = Text("Dikembalikan ketua: {reason}", "Returned by the chair: {reason}")
_VOID = Text("Surat {letter} dibatalkan ketua: {reason}. Konsep ini menjadi surat baru.",
             "Letter {letter} was voided by the chair: {reason}. This draft becomes a new letter.")  # fmt: skip
_MOVED = Text("Surat {letter} tidak berlaku lagi: {reason}.", "Letter {letter} counts no more: {reason}.")
_ON_SCREEN = Text(
    "alasannya tampak bila diketik di terminal", "the reason shows where it is typed at a terminal"
)
_ASKED = Text("Yang ditanyakan karena masih kosong:", "What is asked since it is open:")
_NOTHING = Text("Tidak ada yang kosong; tulis pertanyaan lain.", "Nothing is open; type further questions.")
_MADE = Text("Permintaan klarifikasi {letter} (revisi {revision}) diajukan kepada ketua.",
             "Clarification request {letter} (revision {revision}) was submitted to the chair.")  # fmt: skip


def request(call: Call, desk: Desk, number: str, answers: Mapping[str, Any] | None) -> Letter:
    """Draft the request of one case; on a terminal show what is asked, and ask what a person decides."""
    case, _ = case_to_ask(desk, number)
    say_why(call, case.number, LetterKind.CLARIFICATION)
    if answers is None and is_terminal():
        open_ = open_questions(case)
        call.say(_ASKED if open_ else _NOTHING)
        for gap in open_:
            call.say(f"- {gap.question.fill(call.lang)}")
        answers = prompt(FIELDS, {}, desk.today, desk.places, call.lang, typed_before(case))
    letter = ask(desk, case.number, with_version(case, answers or {}))
    call.say(_MADE, letter=letter.id, revision=letter.revision)
    return letter


def say_why(call: Call, number: str, kind: str = LetterKind.ANSWER) -> None:
    """Say why the last letter of ``kind`` of case ``number`` has to be drafted again, if so: each cause in its own words.

    Called for whoever may draft. What somebody typed as a reason may name a person: it is for the screen, never for a log.
    """
    letter = sent_back(number, kind)
    if letter is None or not letter.reason:
        return
    is_typed = letter.reason != BECAUSE
    reason = letter.reason if is_screen() or not is_typed else _ON_SCREEN.fill(call.lang)
    if letter.state != LetterState.VOID and is_typed:
        call.say(_RETURNED, reason=reason)
        return
    said = _VOID if letter.state == LetterState.VOID else _MOVED
    call.say(said, letter=letter.id, reason=reason.strip().rstrip("."))
