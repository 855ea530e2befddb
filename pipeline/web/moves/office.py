"""Moves that belong to no case: an enquiry by telephone, the script beside it, and who signs while the chair is away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import CHOSEN, REASON, day, one_of, reason, words
from pipeline.kernel.errors import Text
from pipeline.office.base import mandate
from pipeline.office.cases import enquire, phone
from pipeline.settings.signatories import Absence
from pipeline.web import prints
from pipeline.web.moves.base import DESK, READERS, At, Done, Link, Move, Seen, plain, same

NUMBER, PASSWORD = "number", "password"
_ABSENT, _DEPUTY, _SINCE, _UNTIL, _LETTER, _DATED = "absent", "deputy", "since", "until", "letter", "dated"


def _enquire(_at: At) -> Seen:
    note = Text(
        "Minta nomor kasus dan kata sandinya. Bacakan hanya kalimat yang muncul, kata demi kata; nomor saja tidak membuktikan apa "
        "pun.",
        "Ask for case number and password. Read aloud only the sentence that appears, word by word; a number alone proves nothing.",
    )
    fields = (
        words(
            NUMBER, Text("Nomor yang disebut penelepon", "Number that the caller names"),
            Text("Nomor kasus atau nomor register.", "Case or register number."), "2026-0001", 60,
        ),
        words(PASSWORD, Text("Kata sandi yang disebut penelepon", "Password that the caller names"), Text("Seperti didengar.", "As heard.")),
    )  # fmt: skip
    return Seen(fields=fields, notes=(note,))


def _enquired(at: At, answers: Mapping[str, Any]) -> Done:
    answer = enquire.enquire(at.desk, answers[NUMBER], answers[PASSWORD])
    return Done(Text("Bacakan kepada penelepon:", "Read aloud to the caller:"), shown=(answer.said,))


def _explain(at: At) -> Seen:
    notes = [same(f"{title.fill(at.lang)}\n{said}") for title, said in phone.script(at.desk)]
    return Seen(notes=notes)


def _explained(at: At, _answers: Mapping[str, Any]) -> Done:
    key = prints.put_out(at.desk, "", lambda folder: phone.put_out_script(at.desk, folder))
    return Done(Text("Naskah siap dicetak.", "The script is ready to print."), reverse("printed", args=[key]))


def _mandate(at: At) -> Seen:
    known = [_told(one) for one in mandate.listed(at.desk)]
    if not at.desk.actor.is_any(*mandate.RECORDERS):
        empty = Text("Belum ada mandat yang dicatat.", "No mandate is recorded.")
        return Seen(notes=known or (empty,), is_over=True)
    signatories = at.desk.settings.signatories
    own = dict.fromkeys(one.account for one in signatories if not one.is_deputy and one.account)
    deputies = dict.fromkeys(one.account for one in signatories if one.is_deputy and one.account)
    fields = (
        one_of(
            _ABSENT, Text("Yang berhalangan", "Who is absent"), Text("Penandatangan.", "The signatory."),
            [(one, same(one)) for one in own], proposed=next(iter(own), ""),
        ),
        one_of(
            _DEPUTY, Text("Wakilnya", "Who deputises"), Text("Menurut daftar penandatangan.", "By the table of signatories."),
            [(one, same(one)) for one in deputies], proposed=next(iter(deputies), ""),
        ),
        day(_SINCE, Text("Hari pertama", "First day"), Text("Mulai berhalangan.", "From when.")),
        day(_UNTIL, Text("Hari terakhir", "Last day"), Text("Ikut dihitung.", "Inclusive.")),
        words(
            _LETTER, Text("Nomor surat tugas", "Number of the letter of assignment"),
            Text("Seperti pada suratnya.", "As on the letter."), "800/12/2026", 80,
        ),
        day(_DATED, Text("Tanggal surat tugas", "Date of the letter of assignment"), Text("Seperti pada suratnya.", "As on it.")),
        reason(Text("Alasan berhalangan", "Reason of the absence")),
    )  # fmt: skip
    end = Link(Text("Akhiri sebuah mandat", "End a mandate"), reverse("office-move", args=["end-mandate"]))
    return Seen(fields=fields, notes=known, links=(end,) if known else ())


def _told(one: Absence) -> Text:
    said = Text(
        "{id}: {deputy} mewakili {absent}, {since} sampai {until}{ended}.",
        "{id}: {deputy} signs for {absent}, {since} to {until}{ended}.",
    )
    over = Text(", berakhir {day}", ", ended {day}")
    ended = plain(over, day=short_day(one.ended)) if one.ended else ""
    days = {"since": short_day(one.since), "until": short_day(one.until)}
    return plain(said, id=one.id, deputy=one.deputy, absent=one.absent, ended=ended, **days)


def _mandated(at: At, answers: Mapping[str, Any]) -> Done:
    days = {name: date.fromisoformat(answers[name]) for name in (_SINCE, _UNTIL, _DATED)}
    asked = mandate.Asked(
        answers[_ABSENT], answers[_DEPUTY], days[_SINCE], days[_UNTIL], answers[_LETTER], days[_DATED]
    )
    made = mandate.record(at.desk, asked, answers[REASON])
    said = Text(
        "Mandat {id} dicatat. Konsep yang menunggu dibuat lagi agar bertanda tangan wakil.",
        "Mandate {id} is recorded. Drafts that wait are made again, so that they bear the deputy's signature block.",
    )
    return Done(plain(said, id=made.id), reverse("office-move", args=["mandate"]))


def _end(at: At) -> Seen:
    found = [one for one in mandate.listed(at.desk) if not one.ended and one.until >= at.desk.today]
    if not found:
        return Seen(notes=(Text("Tidak ada mandat yang berlaku.", "No mandate is in force."),), is_over=True)
    which = one_of(
        CHOSEN, Text("Mandat", "Mandate"), Text("Yang diakhiri.", "The one to end."),
        [(one.id, _told(one)) for one in found], proposed=found[0].id if len(found) == 1 else "",
    )  # fmt: skip
    return Seen(fields=(which, reason(Text("Alasan mandat diakhiri", "Reason why the mandate ends"))))


def _ended(at: At, answers: Mapping[str, Any]) -> Done:
    made = mandate.end(at.desk, answers[CHOSEN], answers[REASON])
    said = Text("Mandat {id} tidak berlaku lagi sejak {day}.", "Mandate {id} no longer counts from {day}.")
    told = plain(said, id=made.id, day=short_day(made.ended or at.desk.today))
    return Done(told, reverse("office-move", args=["mandate"]))


OFFICE: dict[str, Move] = {
    "enquire": Move(
        Text("Pertanyaan lewat telepon", "Enquiry by telephone"), Text("Cari kalimatnya", "Find the sentence"), _enquire,
        _enquired, DESK, is_of_case=False,
    ),
    "explain": Move(
        Text("Naskah telepon", "Telephone script"), Text("Cetak naskah", "Print the script"), _explain, _explained, DESK,
        is_of_case=False,
    ),
    "mandate": Move(
        Text("Mandat penandatangan", "Mandate of a deputy"), Text("Catat mandat", "Record the mandate"), _mandate, _mandated,
        READERS | mandate.RECORDERS, is_of_case=False,
    ),
    "end-mandate": Move(
        Text("Mengakhiri mandat", "End a mandate"), Text("Akhiri mandat", "End the mandate"), _end, _ended,
        mandate.RECORDERS, is_of_case=False, is_grave=True,
    ),
}  # fmt: skip
