"""``rangkap draft`` (steps 9 and 10)."""

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.answer import NOWHERE, fields_of
from pipeline.cases.fields.table import DRAFT
from pipeline.cli.call import Call
from pipeline.cli.lines import is_screen, is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered
from pipeline.cli.prompts import ask as prompt
from pipeline.cli.reminders import practice
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, CLARIFICATION, LETTER_KINDS, LetterKind
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Letter, LetterState
from pipeline.office.answer.ask import ask as ask_by_letter
from pipeline.office.answer.ask import case_to_ask, open_questions, typed_before
from pipeline.office.answer.draft import case_to_draft, sent_back
from pipeline.office.answer.draft import draft as make
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.arrivals import kept_answers
from pipeline.office.base.desk import Desk
from pipeline.office.base.fresh import with_version

_KEPT = Text("Isian yang terakhir belum tersimpan karena konsepnya ditolak; ditawarkan lagi di bawah ini.",
             "What was typed last is offered again: its draft was refused.")  # fmt: skip
_KEEPING = Text("Isian Anda disimpan; jalankan lagi untuk membetulkannya: rangkap draft {case}",
                "What you typed is kept; run it again to correct it: rangkap draft {case}")  # fmt: skip


def draft(call: Call) -> int:
    """Draft the answer (step 10), or a request for clarification (step 9)."""
    kind = LETTER_KINDS.get(call.args.kind)
    make_it = request if kind and kind.is_beside else _draft
    letter = make_it(call, desk_of(call), call.args.case, call.answers(), kind)
    practice(call)
    plain = {"case": letter.case, "letter": letter.id, "kind": letter.kind, "revision": letter.revision}
    return call.give(plain, letter.id)


def _draft(
    call: Call, desk: Desk, number: str, answers: Mapping[str, Any] | None, kind: LetterKind | None
) -> Letter:
    case, _ = case_to_draft(desk, number)
    say_why(call, case.number)
    if answers is not None or not is_terminal():
        letter = make(desk, case.number, with_version(case, answers or {}), kind=kind)
    else:
        kept = kept_answers.kept(desk.settings, case.number)
        if kept:
            call.say(_KEPT)
        base = {**case.values, **kept}
        if base.get("addressee_place") == NOWHERE:
            del base["addressee_place"]
        typed = answered(call, desk, None, DRAFT, base)
        try:
            letter = make(desk, case.number, with_version(case, typed), kind=kind)
        except Refusal:
            kept_answers.keep(desk.settings, case.number, typed)
            call.say(_KEEPING, case=case.number)
            raise
    kept_answers.forget(desk.settings, case.number)
    call.say(
        Text(
            "Konsep {letter} (revisi {revision}) diajukan kepada ketua.",
            "Draft {letter} (revision {revision}) was submitted to the chair.",
        ),
        letter=letter.id,
        revision=letter.revision,
    )
    return letter


_VOID = Text("Surat {letter} dibatalkan ketua: {reason}. Konsep ini menjadi surat baru.",
             "Letter {letter} was voided by the chair: {reason}. This draft becomes a new letter.")  # fmt: skip
_MOVED = Text("Surat {letter} tidak berlaku lagi: {reason}.", "Letter {letter} counts no more: {reason}.")
_ON_SCREEN = Text(
    "alasannya tampak bila diketik di terminal", "the reason shows where it is typed at a terminal"
)
_ASKED = Text("Yang ditanyakan karena masih kosong:", "What is asked since it is open:")
_NOTHING = Text("Tidak ada yang kosong; tulis pertanyaan lain.", "Nothing is open; type further questions.")
_MADE = Text("{kind} {letter} (revisi {revision}) diajukan kepada ketua.",
             "{kind} {letter} (revision {revision}) was submitted to the chair.")  # fmt: skip


def request(
    call: Call, desk: Desk, number: str, answers: Mapping[str, Any] | None, kind: LetterKind | None
) -> Letter:
    """Draft a request for clarification, or another letter beside the answer."""
    kind = kind or CLARIFICATION
    case, _ = case_to_ask(desk, number, kind)
    say_why(call, case.number, kind)
    if answers is None and is_terminal():
        if kind.asks:
            open_ = open_questions(case)
            call.say(_ASKED if open_ else _NOTHING)
            for gap in open_:
                call.say(f"- {gap.question.fill(call.lang)}")
        answers = prompt(fields_of(kind), {}, desk.today, desk.places, call.lang, typed_before(case, kind))
    letter = ask_by_letter(desk, case.number, with_version(case, answers or {}), kind)
    name = kind.name.fill(call.lang).capitalize()
    call.say(_MADE, kind=name, letter=letter.id, revision=letter.revision)
    return letter


def say_why(call: Call, number: str, kind: LetterKind = ANSWER) -> None:
    """Say why the last letter of ``kind`` needs a new draft.

    A typed reason may name a person: it goes to the screen, never to a log.
    """
    letter = sent_back(number, kind)
    if letter is None or not letter.reason:
        return
    is_typed = letter.reason != BECAUSE
    reason = letter.reason if is_screen() or not is_typed else _ON_SCREEN.fill(call.lang)
    if letter.state != LetterState.VOID and is_typed:
        call.say(Text("Dikembalikan ketua: {reason}", "Returned by the chair: {reason}"), reason=reason)
        return
    said = _VOID if letter.state == LetterState.VOID else _MOVED
    call.say(said, letter=letter.id, reason=reason.strip().rstrip("."))
