"""What an office calls the kinds of its letters, on screens, sheets and in the register's own words."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.kernel.text import Next, Text
from pipeline.records.letters import Letter, LetterKind

WORDS: Mapping[str, Text] = {
    LetterKind.ANSWER: Text("surat jawaban", "answer letter"),
    LetterKind.CLARIFICATION: Text("permintaan klarifikasi", "clarification request"),
}


def is_request(letter: Letter) -> bool:
    """Tell whether a letter asks for clarification: it goes beside the case and leaves its state alone."""
    return letter.kind == LetterKind.CLARIFICATION


def drafting(letter: Letter) -> Next:
    """Return the act by which another letter of the kind of ``letter`` is drafted."""
    return Next("ask" if is_request(letter) else "draft", letter.case)


def beside(letter: Letter) -> str:
    """Return what an act of a case is about where a letter beside the answer is meant; nothing for an answer."""
    return letter.id if is_request(letter) else ""


def named(letter: Letter) -> Text:
    """Return a letter as it is named among others: ``2026-0001-2 (permintaan klarifikasi)``."""
    word = WORDS[letter.kind]
    return Text(f"{letter.id} ({word.id})", f"{letter.id} ({word.en})")
