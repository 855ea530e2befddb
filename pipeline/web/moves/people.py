"""Moves about what is typed of a letter, and the words that answer a request for erasure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.decisions import lines
from pipeline.cases.states import State
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.arrivals import view_paper
from pipeline.office.cases import erasure, transcribe
from pipeline.web.moves.base import READERS, At, Done, Link, Move, Seen, nothing, paper, plain, same
from pipeline.web.papers import count

_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
TYPED = "typed"


def _transcribe(at: At) -> Seen:
    case = things.case(at.desk, at.number)
    names = [one.logical for one in transcribe.documents(at.number)]
    about = at.about or (names[0] if names else "")
    transcribe.choose(at.desk, at.number, about)
    here = reverse("move", args=[at.number, "transcribe"])
    others = [Link(paper(name), f"{here}?tentang={name}") for name in names if name != about]
    note = Text(
        "Salinan ketikan {document}: kata demi kata, baris demi baris. Yang tidak terbaca ditulis [tidak terbaca]. Pindaiannya "
        "tetap yang berlaku.",
        "A typed transcript of {document}: word by word, line by line. What cannot be read is written [tidak terbaca]. The scan "
        "is what counts.",
    )
    typed = lines(
        TYPED, Text("Isi surat", "Words of the letter"), Text("Seperti tertulis.", "As written."), 100_000
    )
    return Seen(
        case, (typed,), notes=(plain(note, document=about),), links=others, pictures=_pages(at, about)
    )


def _pages(at: At, name: str) -> list[str]:
    """Return the addresses of the pages of a document of the case, where it has any."""
    if name.rpartition(".")[2] not in {"pdf", "jpg", "png", "tiff", "heic", "bmp", "webp"}:
        return []
    with view_paper.of_case(at.desk, at.number, name) as paper:
        pages = count(paper)
    return [reverse("case-page", args=[at.number, name, page]) for page in range(1, pages + 1)]


def _transcribed(at: At, answers: Mapping[str, Any]) -> Done:
    about = at.about or transcribe.documents(at.number)[0].logical
    made = transcribe.transcribe(at.desk, at.number, about, str(answers.get(TYPED, "")))
    said = Text(
        "Salinan ketikan diarsipkan sebagai {name}; {holes} tempat tidak terbaca.",
        "The transcript is filed as {name}; {holes} places could not be read.",
    )
    return Done(plain(said, name=made.name, holes=made.unreadable))


def _erasure_letter(at: At) -> Seen:
    note = Text("Kalimat untuk surat kepada yang meminta:", "Words for the letter to whoever asked:")
    return Seen(notes=(note, same(erasure.letter(at.desk, at.number))), is_over=True)


PEOPLE: dict[str, Move] = {
    "transcribe": Move(
        Text("Salinan ketikan surat", "Typed transcript of a letter"), Text("Arsipkan salinan ketikan", "File the transcript"),
        _transcribe, _transcribed, transcribe.TYPISTS, _WRITTEN, is_raw=True,
    ),
    "erasure-letter": Move(
        Text("Kalimat jawaban permintaan penghapusan", "Words of the answer to a request for erasure"), Text("", ""),
        _erasure_letter, nothing, READERS, _WRITTEN,
    ),
}  # fmt: skip
