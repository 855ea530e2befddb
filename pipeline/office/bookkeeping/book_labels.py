"""A book's words on an English screen; files and prints are Indonesian."""

from collections.abc import Callable, Mapping

from pipeline.cases.delivery import Receiver, Way
from pipeline.cases.fields.delivery import receivers_listed, ways_listed
from pipeline.cases.lists import CHANNELS, DISABILITIES, PLACES, RISKS, VIOLENCE, Choice
from pipeline.kernel.text import Text
from pipeline.office.base.value_labels import word_of
from pipeline.register.books import Book, Place
from pipeline.register.printed import shown

_TITLES = {
    "register": "Register of indirect complaints", "agenda-masuk": "Mail log: incoming letters",
    "agenda-keluar": "Mail log: outgoing letters", "ekspedisi": "Dispatch book", "disposisi": "List of dispositions",
}  # fmt: skip
_PLACES = {
    "Nomor register, diterima, kanal": "Register number, received, channel",
    "Nomor dan tanggal surat": "Number and day of the letter",
    "Pelapor (inisial) atau instansi, hubungan": "Reporter (initials) or institution, relation",
    "Korban: inisial, jenis kelamin, umur, kelompok, anak, disabilitas": "Victim: initials, sex, age, group, child, disability",
    "Kecamatan, tanggal dan tempat kejadian": "Subdistrict, day and place of the event",
    "Jenis kekerasan, tingkat risiko": "Kinds of violence, risk",
    "Petugas, klarifikasi": "Officer, clarification", "Tindak lanjut atau rujukan": "Follow-up or referral",
    "Surat jawaban: nomor, tanggal, ditandatangani": "Answer: number, day, signed",
    "Disampaikan: tanggal, cara": "Delivered: day, way", "Lokasi arsip": "Place in the archive",
    "Status, entri SIMFONI-PPA": "Status, entry in SIMFONI-PPA", "Keterangan": "Remarks", "Nomor agenda": "Agenda number",
    "Diterima": "Received", "Tanggal dan nomor surat": "Day and number of the letter", "Dari": "From",
    "Isi ringkas": "Summary", "Lampiran": "Attachments", "Diteruskan kepada": "Passed to", "Nomor surat": "Letter number",
    "Tanggal surat": "Day of the letter", "Dikirim": "Sent", "Kepada dan alamat": "Addressee", "No.": "No.",
    "Tanggal": "Day", "Kepada": "To", "Isi": "Content", "Dikirim: tanggal, cara": "Sent: day, way",
    "Diterima tanggal": "Received on", "Nama dan tanda tangan penerima": "Name and signature of the receiver",
    "Nomor agenda, diterima": "Agenda number, received", "Hal, kode": "Subject, code", "Isi disposisi": "Instruction",
    "Paraf": "Initialled by",
}  # fmt: skip
_WRITTEN = {
    "channel", "relation", "disability", "violence", "place", "status", "delivery", "follow_up", "remarks", "summary",
    "attachments", "sender", "reporter", "to", "content", "subject", "instruction", "way", "receiver", "initials",
}  # fmt: skip
"""Columns with Indonesian words where no English ones exist."""
_YES_NO = {"ya": "yes", "tidak": "no"}


def book_title(book: Book) -> Text:
    """A book's name in both languages."""
    return Text(book.title, _TITLES[book.name])


def title(book: Book, lang: str) -> str:
    """A book's name."""
    return book_title(book).fill(lang)


def heading(place: Place, lang: str) -> str:
    """A column's name."""
    return _PLACES[place.title] if lang == "en" else place.title


def cell(key: str, given: str, lang: str) -> tuple[str, bool]:
    """What a screen shows, and whether in the other language."""
    value = word_of("document", shown(key, given)).fill("id") if key == "remarks" else shown(key, given)
    if lang != "en":
        return value, False
    words = english(key, value)
    return words or value, not words and key in _WRITTEN


def english(key: str, value: str) -> str:
    """The English for a cell, or ""."""
    return _SAID[key](value) if key in _SAID else ""


def _of(*lists: tuple[Choice, ...]) -> Callable[[str], str]:
    words = {choice.label.id: choice.label.en for choices in lists for choice in choices}
    words |= {choice.value: choice.label.en for choices in lists for choice in choices}
    return lambda value: _joined(value, words)


def _joined(value: str, words: Mapping[str, str]) -> str:
    translations = [words.get(part, "") for part in value.split(", ")]
    return ", ".join(translations) if all(translations) else ""


def _kind(kind: str) -> Callable[[str], str]:
    def of(value: str) -> str:
        words = word_of(kind, value)
        return words.fill("en") if words.en != words.id else ""

    return of


def _disability(text: str) -> str:
    _, colon, flag = text.partition(": ")
    return f"disability: {_YES_NO.get(flag) or _of(DISABILITIES)(flag)}" if colon else _of(DISABILITIES)(text)


def _delivery(value: str) -> str:
    way, _, receiver = value.partition(", diterima ")
    words = (_WAYS(way), _RECEIVERS(receiver) if receiver else "")
    return f"{words[0]}, received by {words[1]}" if all(words) else words[0] if not receiver else ""


def _clarified(value: str) -> str:
    for word, other in {" dijawab": " answered", " tidak mungkin": " not possible"}.items():
        value = value.replace(word, other)
    return value


_WAYS, _RECEIVERS = _of(ways_listed(tuple(Way))), _of(receivers_listed(tuple(Receiver)))
_SAID: Mapping[str, Callable[[str], str]] = {
    "channel": _of(CHANNELS), "relation": _kind("reporter_relation"), "victim_sex": lambda said: said.replace("P", "F").replace("L", "M"),
    "is_child": lambda said: f"child: {_YES_NO.get(said.rpartition(': ')[2], '?')}", "disability": _disability, "violence": _of(VIOLENCE), "place": _of(PLACES), "risk": _of(RISKS),
    "status": _kind("state"), "delivery": _delivery, "way": _WAYS, "clarification": _clarified,
    "simfoni": lambda said: said.replace(", nomor ", ", number "),
}  # fmt: skip
