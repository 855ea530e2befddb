"""Moves of papers: a document moved, a letter or a call added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from pipeline.cases.fields.decisions import (
    CHOSEN,
    INTO,
    REASON,
    one_of,
    other_case,
    reason,
    yes_or_no,
)
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.further import FURTHER, FURTHER_CALL
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import WAITING
from pipeline.office.arrivals import move_document
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import add_call, add_letter, register
from pipeline.web.moves.base import CLERK, At, Done, Link, Move, Seen, Summary, plain, same
from pipeline.web.moves.cases import among, incoming_of

_CLOSING = "void"


def _move(at: At) -> Seen:
    names = incoming_of(at.desk, at.number)
    case = things.case(at.desk, at.number)
    note = Text(
        "Dokumen yang masuk ke kasus yang salah pindah ke kasus yang benar; riwayat dan register kedua kasus mencatatnya. Isian "
        "kedua kasus tidak ikut berubah: periksa sesudahnya.",
        "A document in the wrong case goes into the right one; histories and registers of both say so. The answers of the cases "
        "do not change with it: check them afterwards.",
    )
    fields = (
        one_of(
            CHOSEN, Text("Dokumen", "Document"), Text("Dokumen yang salah tempat.", "The document in the wrong place."),
            among(names), proposed=at.about or (names[0] if len(names) == 1 else ""),
        ),
        other_case(Text("Kasus yang benar", "The right case"), Text("Nomor kasusnya.", "Number of the case.")),
        yes_or_no(
            _CLOSING, Text("Batalkan sekaligus pendaftaran kasus ini?", "Void the registration of this case with it?"),
            Text("Hanya bila kasus ini lalu kosong dan belum dikerjakan.", "Only if it is then empty and nobody worked on it."),
        ),
        reason(Text("Alasan pemindahan", "Reason for the move")),
    )  # fmt: skip
    return Seen(case, fields, notes=(note,))


def _planned(at: At, answers: Mapping[str, Any]) -> move_document.Planned:
    is_voided = answers.get(_CLOSING) is True
    return move_document.plan(at.desk, at.number, answers[CHOSEN], answers[INTO], void=is_voided)


def _move_seen(at: At, answers: Mapping[str, Any]) -> Summary:
    one = _planned(at, answers)
    told = {
        "document": one.document, "name": one.name, "wrong": one.wrong.number, "right": one.right.number,
        "register": one.right.register_number, "state": word_of("state", one.right.state), "letters": ", ".join(one.answers),
    }  # fmt: skip
    lines = [
        Text("{document} keluar dari kasus {wrong}", "{document} leaves case {wrong}"),
        Text("ke kasus {right} (register {register}, {state}), di sana bernama {name}",
             "into case {right} (register {register}, {state}), called {name} there"),
    ]  # fmt: skip
    if one.is_voided:
        lines.append(
            Text("Pendaftaran kasus {wrong} dibatalkan.", "The registration of case {wrong} is voided.")
        )
    elif not one.left:
        lines.append(
            Text("Kasus {wrong} lalu tanpa surat masuk dan menunggu yang benar.",
                 "Case {wrong} is then without an incoming letter and waits for the right one.")
        )  # fmt: skip
    if one.answers:
        lines.append(
            Text("Kasus {wrong} sudah memuat surat {letters}: baca lagi apakah surat itu menjawab dokumen ini.",
                 "Case {wrong} already holds letter {letters}: read again whether it answers this document.")
        )  # fmt: skip
    stamp = f"{one.document}-{one.wrong.version}-{one.right.number}.{one.right.version}-{int(one.is_voided)}"
    return Summary([plain(each, **told) for each in lines], stamp)


def _moved(at: At, answers: Mapping[str, Any]) -> Done:
    one = move_document.move(at.desk, _planned(at, answers), answers[REASON])
    said = Text(
        "{document} sekarang ada dalam kasus {right} sebagai {name}. Periksa isian kasus {wrong} dan {right}.",
        "{document} is now in case {right} as {name}. Check the answers of {wrong} and {right}.",
    )
    names = {"document": one.document, "name": one.name, "right": one.right.number, "wrong": one.wrong.number}
    return Done(plain(said, **names), reverse("case", args=[one.right.number]))


def _add_letter(at: At) -> Seen:
    if not at.about:
        return _letters_to_add(at)
    arrival = things.arrival(at.desk, at.about)
    case = add_letter.case_to_add(at.desk, at.number, arrival)
    note = Text(
        "Surat {agenda} ditambahkan ke kasus {case}. Ditanya hanya yang tertulis dalam surat itu.",
        "Letter {agenda} is added to case {case}. Asked is what stands in that letter alone.",
    )
    pages = range(1, max(1, arrival.pages) + 1)
    return Seen(
        case,
        FURTHER,
        proposals={name: one for name, one in register.propose(at.desk, arrival).items() if name in _LETTER},
        notes=(plain(note, agenda=arrival.agenda, case=case.number),),
        pictures=[reverse("arrival-page", args=[arrival.agenda, page]) for page in pages],
    )


_LETTER = frozenset(one.name for one in FURTHER)


def _letters_to_add(at: At) -> Seen:
    """Return the letters that wait, to choose from."""
    case = things.case(at.desk, at.number)
    waiting = [one for one in things.arrivals_in(at.desk, *WAITING) if one.agenda and not one.case]
    here = reverse("move", args=[at.number, "add-letter"])
    links = [Link(same(str(one.agenda)), f"{here}?{urlencode({'tentang': one.agenda})}") for one in waiting]
    note = (
        Text("Surat mana yang ditambahkan? Pilih nomor agendanya.", "Which letter is added? Choose its agenda number.")
        if waiting
        else Text("Tidak ada surat masuk yang menunggu. Pindai dahulu suratnya.", "No letter waits. Scan it first.")
    )  # fmt: skip
    return Seen(case, notes=(note,), links=links, is_over=True)


def _added(at: At, answers: Mapping[str, Any]) -> Done:
    arrival = things.arrival(at.desk, at.about)
    add_letter.add(at.desk, arrival, at.number, answers)
    said = Text("Surat {agenda} ditambahkan ke kasus {case}.", "Letter {agenda} was added to case {case}.")
    return Done(plain(said, agenda=arrival.agenda, case=at.number))


def _add_call(at: At) -> Seen:
    case = add_call.case_to_add(at.desk, at.number)
    note = Text(
        "Telepon lanjutan tentang kasus ini. Catatannya mendapat nomor agenda sendiri.",
        "A further call about this case. Its record gets an agenda number of its own.",
    )
    return Seen(case, FURTHER_CALL, proposals={"channel": Proposal("channel", "telepon", 1.0)}, notes=(note,))


def _call_added(at: At, answers: Mapping[str, Any]) -> Done:
    case = add_call.add(at.desk, at.number, answers)
    said = Text("Telepon {agenda} ditambahkan ke kasus {case}.", "Call {agenda} was added to case {case}.")
    return Done(plain(said, agenda=case.further[-1].agenda, case=at.number))


LETTERS: dict[str, Move] = {
    "move": Move(
        Text("Memindahkan dokumen ke kasus lain", "Move a document into another case"), Text("Pindahkan", "Move it"), _move,
        _moved, move_document.MOVERS, frozenset(State) - {State.VOID}, _move_seen, is_grave=True,
    ),
    "add-letter": Move(
        Text("Menambahkan surat masuk", "Add a letter"), Text("Tambahkan ke kasus ini", "Add to this case"), _add_letter,
        _added, CLERK, BY_VERB["add_letter"].sources, is_raw=True,
    ),
    "add-call": Move(
        Text("Menambahkan telepon", "Add a telephone call"), Text("Tambahkan ke kasus ini", "Add to this case"), _add_call,
        _call_added, CLERK, BY_VERB["add_letter"].sources, is_raw=True,
    ),
}  # fmt: skip
