"""Moves about people: who is blocked, the password of a caller, what was typed of a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields import informing
from pipeline.cases.fields.decisions import lines, words
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.arrivals import view_paper
from pipeline.office.cases import enquire, inform, transcribe
from pipeline.web.moves.base import (
    At,
    Done,
    Link,
    Move,
    Seen,
    did,
    just,
    paper,
    plain,
)
from pipeline.web.papers import count

_ALIVE = BY_VERB["inform"].sources
_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
RELATION, PASSWORD, TYPED = "relation", "password", "typed"


def _password(at: At) -> Seen:
    note = Text(
        "Sepakati dengan penelepon sekarang juga, dan minta ia mengulanginya. Sandi yang lama tidak berlaku lagi. Kantor hanya "
        "menyimpan sidiknya: siapa pun tidak dapat membacanya lagi.",
        "Agree on it with the caller now, and have it repeated. An earlier one is no longer good. The office keeps its digest "
        "alone: nobody can read it again.",
    )
    asked = words(
        PASSWORD, Text("Kata sandi penelepon", "The caller's password"),
        Text("Dua kata yang tidak diketahui orang serumah, bukan nama orang.",
             "Two words that nobody at home knows, no names."),
        "melati kapal",
    )  # fmt: skip
    case = things.case(at.desk, at.number)
    notes = (note,) if informing.CALL in inform.ways(case.values) else (note, _NO_CALL)
    return Seen(case, (asked,), notes=notes)


_NO_CALL = Text(
    "Telepon bukan jalur aman kasus ini: kantor tidak menelepon dan tidak menelepon balik. Sandi ini hanya untuk orang yang "
    "sedang menelepon atau datang ke kantor.",
    "The telephone is no safe way of this case: the office neither calls nor calls back. This password is only for one who is on "
    "the line now, or at the office.",
)


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


PEOPLE: dict[str, Move] = {
    "transcribe": Move(
        Text("Salinan ketikan surat", "Typed transcript of a letter"), Text("Arsipkan salinan ketikan", "File the transcript"),
        _transcribe, _transcribed, transcribe.TYPISTS, _WRITTEN, is_raw=True,
    ),
    "password": Move(
        Text("Kata sandi penelepon", "The caller's password"), Text("Sepakati", "Agree on it"), _password,
        did(lambda at, answers: enquire.agree(at.desk, at.number, answers[PASSWORD]),
            Text("Kata sandi kasus {case} disepakati.", "The password of case {case} is agreed on.")),
        enquire.KEEPERS, _ALIVE,
    ),
    "withdraw-password": Move(
        Text("Mencabut kata sandi penelepon", "Withdraw the caller's password"), Text("Cabut", "Withdraw"),
        just(Text("Lewat telepon tidak ada lagi yang disampaikan tentang kasus ini.", "Nothing is told about this case by telephone any more.")),
        did(lambda at, _: enquire.withdraw(at.desk, at.number),
            Text("Kata sandi kasus {case} dicabut.", "The password of case {case} is withdrawn.")),
        enquire.KEEPERS, _ALIVE,
    ),
}  # fmt: skip
