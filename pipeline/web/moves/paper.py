"""Moves of asking: a letter asks for what is unclear."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.answer import fields_of
from pipeline.cases.states import BY_VERB
from pipeline.kernel.letter_kinds import BESIDE, LetterKind
from pipeline.kernel.text import Text
from pipeline.office.engine.perform import filled
from pipeline.office.signing import ask
from pipeline.web.moves.base import At, Done, Move, Seen


def _ask(kind: LetterKind, at: At) -> Seen:
    case, _ = ask.case_to_ask(at.desk, at.number, kind)
    open_ = ask.open_questions(case)
    head = (
        Text("Surat ini menanyakan:", "This letter asks:")
        if open_
        else Text("Tidak ada isian yang kosong; tulis pertanyaannya sendiri.", "Nothing is open; write the questions yourself.")
    )  # fmt: skip
    questions = (filled(Text("– {question}", "– {question}"), {"question": one.question}) for one in open_)
    notes = (head, *questions) if kind.asks else ()
    return Seen(case, fields_of(kind), ask.typed_before(case, kind), notes=notes)


def _asked(kind: LetterKind, at: At, answers: Mapping[str, Any]) -> Done:
    letter = ask.ask(at.desk, at.number, answers, kind)
    said = Text(
        "Surat {letter} (revisi {revision}) menunggu persetujuan ketua.",
        "Letter {letter} (revision {revision}) waits for the chair.",
    )
    url = f"{reverse('letter', args=[at.number])}?surat={letter.id}"
    return Done(filled(said, {"letter": letter.id, "revision": letter.revision}), url)


PAPER: dict[str, Move] = {
    kind.act: Move(
        kind.title, Text("Ajukan kepada ketua", "Submit to the chair"), partial(_ask, kind), partial(_asked, kind),
        BY_VERB[kind.act].roles, BY_VERB[kind.act].sources, is_compared=True,
    ) for kind in BESIDE
}  # fmt: skip
