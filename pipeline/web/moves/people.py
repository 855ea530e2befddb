"""Moves about people: danger and crisis, who is blocked, the password of a caller, what was typed of a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields import informing
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import CHOSEN, REASON, lines, one_of, reason, words
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.text import Text
from pipeline.lookup import access, things
from pipeline.office.arrivals import danger_later, view_paper
from pipeline.office.base import conflict
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import crisis, enquire, inform, transcribe
from pipeline.web.moves.base import (
    CHAIR,
    DESK,
    READERS,
    At,
    Done,
    Link,
    Move,
    Seen,
    did,
    just,
    listed,
    paper,
    plain,
    same,
)
from pipeline.web.papers import count

_ALIVE = BY_VERB["inform"].sources
_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
RELATION, PASSWORD, TYPED = "relation", "password", "typed"


def _crisis(at: At) -> Seen:
    found = crisis.look(at.desk, at.number)
    since = found.since.astimezone(at.desk.settings.zone)
    notes = [
        plain(
            Text("Ditandai {when}: {why}.", "Marked {when}: {why}."), when=f"{since:%d-%m-%Y %H.%M}", why=word_of("crisis", found.why)
        )
    ]  # fmt: skip
    if found.taken:
        taken = found.taken.astimezone(at.desk.settings.zone)
        said = Text("Diambil alih {account}, {when}.", "Taken over by {account}, {when}.")
        notes.append(plain(said, account=found.taken_by, when=f"{taken:%d-%m-%Y %H.%M}"))
    else:
        notes.append(
            Text("Belum ada yang mengambil alih. Pastikan korban aman sekarang; suratnya menyusul.",
                 "Nobody has taken it over. Make sure that she is safe now; the letter follows.")
        )  # fmt: skip
    sheet = Link(
        Text("Cetak Lembar Krisis", "Print the crisis sheet"),
        reverse("move", args=[at.number, "print-crisis"]),
    )
    return Seen(things.case(at.desk, at.number), notes=notes, links=(sheet,), is_over=not found.is_open)


def _heed(at: At) -> Seen:
    case = things.case(at.desk, at.number)
    found = danger_later.open_in(things.history_of(at.desk, at.number))
    notes = [same(one.head) for one in found] or [
        Text("Tidak ada kata bahaya yang belum ditangani.", "No danger words wait to be seen to.")
    ]
    return Seen(case, notes=notes, is_over=not found)


def _conflict(at: At) -> Seen:
    case = things.case(at.desk, at.number)
    own, is_chair = at.desk.actor.account, at.desk.actor.is_any(*conflict.SETTERS)
    blocked = conflict.listed(at.desk, at.number) if is_chair else ()
    gone = {one.account for one in blocked}
    names = [one.name for one in at.desk.settings.accounts if one.name not in gone] if is_chair else [own]
    notes = [
        Text(
            "Kerabat, rekan, atau pihak dalam kasus? Bagi akun yang terhalang kasus ini tidak ada lagi, sampai ketua mencabutnya.",
            "Kin, a colleague or a party to the case? For a blocked account the case is no longer there, until the chair lifts it.",
        ),
        *(_told(one) for one in blocked),
    ]
    fields = (
        one_of(
            CHOSEN, Text("Akun yang terhalang", "Account that is blocked"), Text("Akun orang itu.", "That person's account."),
            [(name, same(name)) for name in names], proposed=own if not is_chair else "",
        ),
        one_of(
            RELATION, Text("Hubungannya", "Relation"), Text("Dengan seseorang dalam kasus.", "To somebody in the case."),
            list(conflict.RELATIONS.items()),
        ),
        reason(Text("Alasan", "Reason")),
    )  # fmt: skip
    return Seen(case, fields, notes=notes)


def _told(one: conflict.Block) -> Text:
    said = Text(
        "Terhalang: {account}, {relation}, sejak {day}, menurut {by}.",
        "Blocked: {account}, {relation}, since {day}, by {by}.",
    )
    relation = word_of("conflict", one.relation)
    return plain(said, account=one.account, relation=relation, day=short_day(one.since.date()), by=one.by)


def _blocked(at: At, answers: Mapping[str, Any]) -> Done:
    made = conflict.record(at.desk, at.number, answers[CHOSEN], answers[RELATION], answers[REASON])
    said = Text(
        "Akun {account} terhalang dari kasus {case}.", "Account {account} is blocked from case {case}."
    )
    if made.unmanned:
        said = Text(
            "Akun {account} terhalang dari kasus {case}. Tidak ada lagi {roles} yang dapat menanganinya: catat mandat wakil, "
            "atau minta admin menambahkan akun.",
            "Account {account} is blocked from case {case}. Nobody who is {roles} can handle it any more: record a deputy's "
            "mandate, or ask the admin for a further account.",
        )
    roles = listed("role", [one.value for one in made.unmanned])
    is_own = made.account == at.desk.actor.account
    url = reverse("home") if is_own else ""
    return Done(plain(said, account=made.account, case=at.number, roles=roles), url)


def _unblock(at: At) -> Seen:
    case = things.case(at.desk, at.number)
    found = list(access.blocked_in(things.history_of(at.desk, at.number)))
    if not found:
        return Seen(
            case,
            notes=(
                Text(
                    "Tidak ada akun yang terhalang dari kasus ini.", "No account is blocked from this case."
                ),
            ),
            is_over=True,
        )
    which = one_of(
        CHOSEN, Text("Akun", "Account"), Text("Yang tidak terhalang lagi.", "That is blocked no more."),
        [(name, same(name)) for name in found], proposed=found[0] if len(found) == 1 else "",
    )  # fmt: skip
    return Seen(case, (which, reason(Text("Alasan halangan dicabut", "Reason why the block is lifted"))))


def _unblocked(at: At, answers: Mapping[str, Any]) -> Done:
    conflict.lift(at.desk, at.number, answers[CHOSEN], answers[REASON])
    said = Text(
        "Halangan akun {account} dari kasus {case} dicabut.", "Account {account} sees case {case} again."
    )
    return Done(plain(said, account=answers[CHOSEN], case=at.number))


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
    "crisis": Move(
        Text("SOP krisis", "Crisis procedure"), Text("Saya mengambil alih sekarang", "I take it over now"), _crisis,
        did(lambda at, _: crisis.take(at.desk, at.number),
            Text("Anda mengambil alih kasus {case} menurut SOP krisis. Surat jawaban menyusul.",
                 "You have taken case {case} into the crisis procedure. The letter follows.")),
        DESK, _WRITTEN, is_grave=True,
    ),
    "heed": Move(
        Text("Kata bahaya sudah ditangani", "Danger words are seen to"), Text("Sudah saya tangani", "I have seen to it"),
        _heed,
        did(lambda at, _: danger_later.heed(at.desk, at.number),
            Text("Kata bahaya kasus {case} dicatat sudah ditangani.", "The danger words of case {case} are seen to.")),
        DESK, _WRITTEN,
    ),
    "transcribe": Move(
        Text("Salinan ketikan surat", "Typed transcript of a letter"), Text("Arsipkan salinan ketikan", "File the transcript"),
        _transcribe, _transcribed, transcribe.TYPISTS, _WRITTEN, is_raw=True,
    ),
    "conflict": Move(
        Text("Benturan kepentingan", "Conflict of interest"), Text("Halangi akun ini", "Block this account"), _conflict,
        _blocked, READERS, _WRITTEN, is_grave=True,
    ),
    "unblock": Move(
        Text("Mencabut halangan akun", "Lift the block of an account"), Text("Cabut halangan", "Lift the block"), _unblock,
        _unblocked, CHAIR, _WRITTEN,
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
