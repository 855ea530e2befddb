"""Moves of papers: a letter is voided, a document moved, a letter or a call added; numbers and statements about copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from pipeline.cases.fields.decisions import (
    CHOSEN,
    INTO,
    NUMBER_FIELDS,
    REASON,
    one_of,
    other_case,
    reason,
    yes_or_no,
)
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.further import FURTHER, FURTHER_CALL
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import WAITING, Letter
from pipeline.office.arrivals import move_document
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import add_call, add_letter, register
from pipeline.office.signing import attest, enter_number, void
from pipeline.web.moves.base import CHAIR, CLERK, DESK, At, Done, Link, Move, Seen, Summary, just, plain, same
from pipeline.web.moves.cases import among, incoming_of

_CLOSING = "void"


def _void(at: At) -> Seen:
    found = _voidable(at)
    note = Text(
        "Kode kedua salinan tidak berlaku lagi. Nomor suratnya tetap dalam deret sebagai batal dan tidak dipakai lagi; kasus "
        "kembali kepada petugas untuk surat yang baru. Musnahkan kertas yang sudah dicetak.",
        "The codes of both copies are no longer good. The number stays in the series as void and is never used again; the case "
        "goes back to the officer for a new letter. Destroy what was printed.",
    )
    which = one_of(
        CHOSEN, Text("Surat", "Letter"), Text("Surat yang dibatalkan.", "The letter to be voided."),
        [(one.id, plain(Text("{letter} {number} ({state})", "{letter} {number} ({state})"), letter=one.id, number=one.number or "", state=word_of("letter", one.state))) for one in found],
        proposed=at.about or found[-1].id,
    )  # fmt: skip
    why = reason(Text("Alasan pembatalan surat", "Reason for voiding the letter"))
    return Seen(things.case(at.desk, at.number), (which, why), notes=(note,))


def _voidable(at: At) -> list[Letter]:
    """Return the letters of the case that may be voided; where there is none, the office says why not of the last."""
    written = things.letters_of(at.desk, at.number)
    found = [one for one in written if _may_be_voided(at, one)]
    if not found:
        void.to_void(at.desk, at.about or (written[-1].id if written else at.number))
    return found


def _may_be_voided(at: At, letter: Letter) -> bool:
    try:
        void.to_void(at.desk, letter.id)
    except Refusal:
        return False
    return True


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


def _number(at: At) -> Seen:
    letter = enter_number.waiting(at.desk, at.about or at.number)
    note = Text(
        "Surat {letter} sudah ditandatangani. Ketik nomor dan tanggal persis seperti pada kertasnya.",
        "Letter {letter} is signed. Type number and date exactly as on the paper.",
    )
    case = things.case(at.desk, letter.case)
    return Seen(case, NUMBER_FIELDS, notes=(plain(note, letter=letter.id),), version=letter.version)


def _numbered(at: At, answers: Mapping[str, Any]) -> Done:
    letter = enter_number.waiting(at.desk, at.about or at.number)
    after = enter_number.enter(at.desk, letter.id, answers)
    said = Text(
        "Nomor {number} dicatat untuk surat {letter}.", "Number {number} is entered for letter {letter}."
    )
    return Done(plain(said, number=after.number, letter=after.id))


def _told(act: Callable[[At, Mapping[str, Any]], str], said: Text) -> Callable[[At, Mapping[str, Any]], Done]:
    """Return what a move does of which no more is told than the ``{letter}`` whose id ``act`` returns."""
    return lambda at, answers: Done(plain(said, letter=act(at, answers)))


_SIGNING = BY_VERB["sign"].sources
LETTERS: dict[str, Move] = {
    "void-letter": Move(
        Text("Membatalkan surat", "Void a letter"), Text("Batalkan surat", "Void the letter"), _void,
        _told(lambda at, answers: void.void(at.desk, answers[CHOSEN], answers[REASON]).id,
              Text("Surat {letter} dibatalkan. Berikutnya: konsep yang baru.", "Letter {letter} is void. Next: a new draft.")),
        CHAIR,
        BY_VERB["void_letter"].sources, is_grave=True,
    ),
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
    "number": Move(
        Text("Mencatat nomor dari sekretariat", "Enter the secretariat's number"), Text("Catat nomor", "Enter the number"),
        _number, _numbered, BY_VERB["number"].roles, BY_VERB["number"].sources, is_raw=True, is_compared=True,
    ),
    "attest": Move(
        Text("Menyatakan salinan ke-1 sudah keluar", "State that copy 1 has left"), Text("Nyatakan", "State it"),
        just(
            Text("Salinan ke-1 sudah keluar bertanda tangan sebelum sempat dipindai? Nyatakan mengapa. Ketua menegaskan atau menolaknya.",
                 "Did copy 1 leave signed before it could be scanned? State why. The chair confirms or refuses it."),
            reason(Text("Mengapa salinan ke-1 tidak dapat dipindai", "Why copy 1 cannot be scanned")),
        ),
        _told(lambda at, answers: attest.attest(at.desk, at.number, answers[REASON], at.about).letter,
              Text("Pernyataan tentang surat {letter} menunggu ketua.", "The statement about letter {letter} waits for the chair.")),
        DESK, _SIGNING,
    ),
    "confirm-statement": Move(
        Text("Menegaskan pernyataan salinan ke-1", "Confirm the statement about copy 1"), Text("Tegaskan", "Confirm"),
        just(Text("Petugas menyatakan bahwa salinan ke-1 sudah keluar bertanda tangan tanpa dipindai. Tegaskan bila Anda memang "
                  "menandatanganinya.",
                  "A clerk states that copy 1 left signed without being scanned. Confirm it if you did sign it.")),
        _told(lambda at, _: attest.confirm(at.desk, at.number, at.about).id,
              Text("Surat {letter}: pernyataan ditegaskan.", "Letter {letter}: the statement is confirmed.")),
        CHAIR, _SIGNING,
    ),
    "refuse-statement": Move(
        Text("Menolak pernyataan salinan ke-1", "Refuse the statement about copy 1"), Text("Tolak", "Refuse"),
        just(
            Text("Seakan-akan pernyataan itu tidak pernah dibuat.", "As if the statement had never been made."),
            reason(Text("Alasan menolak pernyataan", "Reason for refusing the statement")),
        ),
        _told(lambda at, answers: attest.refuse(at.desk, at.number, answers[REASON], at.about).id,
              Text("Surat {letter}: pernyataan ditolak.", "Letter {letter}: the statement is refused.")),
        CHAIR, _SIGNING,
    ),
}  # fmt: skip
