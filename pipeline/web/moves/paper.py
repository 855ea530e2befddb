"""Moves of paper signing and of asking: what stands on a signed sheet is typed in, a letter asks for what is unclear."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.answer import fields_of
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.letter_kinds import BESIDE, LetterKind
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import RECEIPTS, SheetState
from pipeline.office.base.value_words import word_of
from pipeline.office.papers import decide, decided, sheet_form
from pipeline.office.signing import ask
from pipeline.web.moves.base import OFFICER, At, Done, Link, Move, Seen, plain, same


def _decide(at: At) -> Seen:
    if not at.about:
        return _sheets_back(at)
    found = decide.sheet_for(at.desk, at.about)
    about, late = sheet_form.about(at.desk, found), decide.too_late(found)
    said = Text(
        "Lembar {sheet} ({kind}), dicetak {day}. Ketik persis seperti yang tertulis dan ditandatangani di kertas.",
        "Sheet {sheet} ({kind}), printed {day}. Type exactly what is written and signed on the paper.",
    )
    notes = [plain(said, sheet=found.id, kind=word_of("sheet_kind", found.kind), day=about["day"])]
    if late:
        notes.append(
            plain(
                Text("Terlambat, tidak mengubah kasus: {why}.", "Too late, it changes nothing: {why}."),
                why=late,
            )
        )
    if other := sheet_form.first(found):
        first = Text(
            "Ketik dahulu lembar verifikasi {sheet}.", "Type in the verification sheet {sheet} first."
        )
        notes.append(plain(first, sheet=other))
    scan = things.arrival(at.desk, found.arrival)
    pages = range(1, max(1, scan.pages) + 1)
    return Seen(
        things.case(at.desk, found.case),
        sheet_form.fields_of(at.desk, found),
        sheet_form.known_of(at.desk, found),
        notes=notes,
        version=found.version,
        pictures=[reverse("arrival-page", args=[scan.agenda or scan.id, page]) for page in pages],
    )


def _sheets_back(at: At) -> Seen:
    """Return the sheets of the case that are back and wait to be typed in, to choose from."""
    case = things.case(at.desk, at.number)
    back = [
        one
        for one in things.sheets_of(at.desk, at.number)
        if one.state == SheetState.RETURNED and one.kind not in RECEIPTS
    ]
    here = reverse("move", args=[at.number, "decide"])
    note = (
        Text("Lembar mana yang diketik?", "Which sheet is typed in?")
        if back
        else Text("Tidak ada lembar bertanda tangan yang menunggu diketik. Pindai dahulu lembarnya.",
                  "No signed sheet waits to be typed in. Scan it first.")
    )  # fmt: skip
    return Seen(
        case, notes=(note,), links=[Link(same(one.id), f"{here}?tentang={one.id}") for one in back], is_over=True
    )  # fmt: skip


def _decided(at: At, answers: Mapping[str, Any]) -> Done:
    found = decide.sheet_for(at.desk, at.about)
    late = decide.too_late(found)
    done = decide.decide(at.desk, found.id, sheet_form.read(at.desk, found, answers))
    came = decided.outcome(done, late)
    said = Text("Lembar {sheet} dicatat.", "Sheet {sheet} is recorded.")
    if came.number:
        said = Text(
            "Lembar {sheet} dicatat; nomor surat {number}.",
            "Sheet {sheet} is recorded; letter number {number}.",
        )
    return Done(plain(said, sheet=done.id, number=came.number))


def _ask(kind: LetterKind, at: At) -> Seen:
    case, _ = ask.case_to_ask(at.desk, at.number, kind)
    open_ = ask.open_questions(case)
    head = (
        Text("Surat ini menanyakan:", "This letter asks:")
        if open_
        else Text("Tidak ada isian yang kosong; tulis pertanyaannya sendiri.", "Nothing is open; write the questions yourself.")
    )  # fmt: skip
    questions = (plain(Text("– {question}", "– {question}"), question=one.question) for one in open_)
    notes = (head, *questions) if kind.asks else ()
    return Seen(case, fields_of(kind), ask.typed_before(case, kind), notes=notes)


def _asked(kind: LetterKind, at: At, answers: Mapping[str, Any]) -> Done:
    letter = ask.ask(at.desk, at.number, answers, kind)
    said = Text(
        "Surat {letter} (revisi {revision}) menunggu persetujuan ketua.",
        "Letter {letter} (revision {revision}) waits for the chair.",
    )
    url = f"{reverse('letter', args=[at.number])}?surat={letter.id}"
    return Done(plain(said, letter=letter.id, revision=letter.revision), url)


PAPER: dict[str, Move] = {
    "decide": Move(
        Text("Mengetik lembar keputusan", "Type in a decision sheet"), Text("Catat keputusan", "Record the decision"), _decide,
        _decided, decide.TYPISTS, frozenset(State) - {State.OLD}, is_raw=True,
    ),
    **{kind.act: Move(
        kind.title, Text("Ajukan kepada ketua", "Submit to the chair"), partial(_ask, kind), partial(_asked, kind),
        BY_VERB[kind.act].roles | OFFICER, BY_VERB[kind.act].sources, is_raw=True, is_compared=True,
    ) for kind in BESIDE},
}  # fmt: skip
