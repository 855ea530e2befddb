"""Moves of step 13 beside its form: the letter leaves with its receipt, and what was recorded late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.days import short_day
from pipeline.cases.states import BY_VERB
from pipeline.kernel.text import Text
from pipeline.office.base.value_words import word_of
from pipeline.office.delivery import deliver, deliver_late, deliver_print
from pipeline.web.moves.base import CLERK, At, Done, Link, Move, Seen, listed, plain, printed

_SAFE = Text(
    "Surat {letter}. Cara yang aman: {ways}. Yang boleh menerima: {who}. Jam yang diizinkan: {hours}.",
    "Letter {letter}. Safe ways: {ways}. Who may receive it: {who}. Allowed hours: {hours}.",
)


def _safe(now: deliver.Standing) -> Text:
    return plain(
        _SAFE, letter=now.letter.id, ways=listed("way", now.ways), who=listed("receiver", now.receivers), hours=now.hours or "–"
    )  # fmt: skip


def _send(at: At) -> Seen:
    now = deliver.standing(at.desk, at.number, deliver.SEND)
    note = Text(
        "Keluarnya surat dicatat dalam buku ekspedisi, lalu tanda terimanya (dan amplop, bila dikirim) siap dicetak. Minta penerima "
        "menandatangani, pindai tanda terimanya, lalu catat hasilnya.",
        "That the letter leaves is entered in the dispatch book; then its receipt (and the envelope, where it is sent) is ready "
        "to print. Have the receiver sign, scan the receipt, then record the result.",
    )
    label = Link(
        Text("Label alamat", "Address label"), f"{reverse('move', args=[at.number, 'form'])}?tentang=label"
    )
    return Seen(now.case, deliver.fields_to_send(at.desk, now), notes=(_safe(now), note), links=(label,))


def _sent(at: At, answers: Mapping[str, Any]) -> Done:
    said = Text(
        "Surat kasus {case} tercatat keluar. Sesudah dicetak, catat hasilnya bila sudah ada kabar.",
        "The letter of case {case} is entered as gone out. Once printed, record the result when there is news.",
    )
    return printed(at, lambda folder: deliver_print.put_out(at.desk, at.number, folder, answers), said)


def _late(at: At) -> Seen:
    late = deliver_late.standing(at.desk, at.number)
    note = Text(
        "Surat {letter} ditarik: kontak aman berubah pada {day}. Yang dicatat di sini ialah yang terjadi dengan surat itu menurut "
        "kontak aman sebelumnya.",
        "Letter {letter} was withdrawn: the safe contact changed on {day}. What became of that letter by the contact before is "
        "recorded here.",
    )
    said = plain(note, letter=late.then.letter.id, day=short_day(late.change.day))
    return Seen(
        late.case, deliver_late.fields(at.desk, late), notes=(said, _safe(late.then)), version=late.case.version
    )  # fmt: skip


def _recorded(at: At, answers: Mapping[str, Any]) -> Done:
    one = deliver_late.record(at.desk, at.number, answers)
    said = Text("Surat {letter}: {state}, dicatat kemudian.", "Letter {letter}: {state}, recorded later.")
    return Done(plain(said, letter=one.letter, state=word_of("sheet", one.state)))


DELIVERY: dict[str, Move] = {
    "send": Move(
        Text("Mengeluarkan surat dan mencetak tanda terima", "Send the letter out and print its receipt"),
        Text("Catat keluar dan siapkan cetakan", "Enter it as gone out and prepare the print"), _send, _sent, CLERK,
        BY_VERB["dispatch"].sources, is_raw=True, is_compared=True,
    ),
    "deliver-late": Move(
        Text("Mencatat kemudian surat yang ditarik", "Record later what became of a withdrawn letter"),
        Text("Catat", "Record"), _late, _recorded, CLERK, BY_VERB["deliver_late"].sources, is_raw=True, is_compared=True,
    ),
}  # fmt: skip
