"""``rangkap draft --kind klarifikasi``: what is unclear is asked by a letter (step 9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.request import FIELDS
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.prompts import ask as prompt
from pipeline.kernel.errors import Text
from pipeline.office.ask import ask, case_to_ask, open_questions, typed_before
from pipeline.office.desk import Desk
from pipeline.office.draft import returned_because
from pipeline.records.letters import Letter, LetterKind

BECAUSE = Text("Dikembalikan ketua: {reason}", "Returned by the chair: {reason}")
_ASKED = Text("Yang ditanyakan karena masih kosong:", "What is asked since it is open:")
_NOTHING = Text("Tidak ada yang kosong; tulis pertanyaan lain.", "Nothing is open; type further questions.")
_MADE = Text("Permintaan klarifikasi {letter} (revisi {revision}) diajukan kepada ketua.",
             "Clarification request {letter} (revision {revision}) was submitted to the chair.")  # fmt: skip


def request(call: Call, desk: Desk, number: str, answers: Mapping[str, Any] | None) -> Letter:
    """Draft the request of one case; on a terminal show what is asked, and ask what a person decides."""
    case, _ = case_to_ask(desk, number)
    reason = returned_because(case.number, LetterKind.CLARIFICATION)
    if reason:
        call.say(BECAUSE, reason=reason)
    if answers is None and is_terminal():
        open_ = open_questions(case)
        call.say(_ASKED if open_ else _NOTHING)
        for gap in open_:
            call.say(f"- {gap.question.fill(call.lang)}")
        answers = prompt(FIELDS, {}, desk.today, desk.places, call.lang, typed_before(case))
    letter = ask(desk, case.number, answers or {})
    call.say(_MADE, letter=letter.id, revision=letter.revision)
    return letter
