"""Columns of a typed register, by title; a title nearly ours is reported, never guessed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.register.books import COLUMNS
from pipeline.register.harmless import plain
from pipeline.register.import_errors import SHEET_FAULTS, letters_of

NUMBER, RECEIVED = "register_number", "received_date"
_HEAD_WITHIN = 20
_NEAR = 72
_ALSO: Mapping[str, tuple[str, ...]] = {
    NUMBER: ("no register", "no reg", "nomor reg", "nomor registrasi", "register", "no"),
    RECEIVED: ("tgl diterima", "diterima", "tanggal terima", "tgl terima", "tanggal"),
    "received_time": ("jam", "pukul", "waktu diterima"),
    "letter_number": ("no surat", "nomor surat masuk"),
    "letter_date": ("tgl surat", "tanggal surat masuk"),
    "reporter": ("pelapor", "nama pelapor", "dari", "pengirim", "instansi", "pelapor atau instansi"),
    "relation": ("hubungan", "hubungan pelapor"),
    "victim": ("korban", "nama korban", "inisial korban"),
    "victim_sex": ("jk", "l p", "kelamin", "jenis kelamin korban"),
    "victim_age": ("usia", "umur korban", "usia korban"),
    "subdistrict": ("kec", "kecamatan kejadian"),
    "event_date": ("tgl kejadian", "waktu kejadian"),
    "violence": ("jenis kekerasan", "kekerasan", "jenis kasus", "bentuk kasus"),
    "risk": ("risiko",),
    "officer": ("petugas identifikasi", "petugas penerima", "penanggung jawab"),
    "follow_up": ("tindak lanjut", "rujukan", "penanganan"),
    "answer_number": ("no surat jawaban", "nomor surat keluar", "no jawaban"),
    "answer_date": ("tgl surat jawaban", "tanggal surat keluar"),
    "delivered_date": ("tgl disampaikan", "tanggal penyampaian"),
    "archive_location": ("lokasi", "arsip", "lemari", "map"),
    "simfoni": ("simfoni", "simfoni ppa"),
    "remarks": ("ket", "catatan"),
}
UNREAD: Mapping[str, Text] = {
    "unknown": N_("column {place} “{title}” is not known and not read."),
    "second": N_(
        "column {place} “{title}” is not read; {meant} is taken from another column whose title is clearer."
    ),
    "near": N_(
        "column {place} “{title}” is nearly “{meant}”. Mend its title, or delete the column from the sheet."
    ),
    "twins": N_(
        "column {place} “{title}”: this title stands more than once. Give each column a title of its own."
    ),
    "untitled": N_(
        "column {place} has content but no title. Write one in row {line}, on one line without merged cells."
    ),
}


@dataclass(frozen=True)
class Unread:
    """``meant`` is our title, if any."""

    place: str
    title: str
    word: str
    meant: str = ""
    line: int = 0

    @property
    def is_unclear(self) -> bool:
        """It must be mended first: a column would be lost."""
        return self.word in ("near", "twins", "untitled")

    def text(self, lang: str = "id") -> str:
        """The message."""
        fields = {"place": self.place, "title": self.title[:40], "meant": self.meant, "line": self.line}
        return UNREAD[self.word].fill(lang, **fields)


class Head(NamedTuple):
    """Columns by place, and those not read."""

    line: int
    titles: Sequence[str]
    columns: Mapping[int, str]
    unread: tuple[Unread, ...]


def read_head(rows: Sequence[tuple[int, Sequence[str]]]) -> Head:
    """Find the table's head."""
    line, written = max(rows[:_HEAD_WITHIN], key=lambda row: len(_ranked(row[1])), default=(0, ()))
    titles = [plain(title).strip() for title in written]
    if not line:
        raise Refusal("register.sheet_refused", why=SHEET_FAULTS["empty"])
    columns, unread = _taken(_ranked(titles))
    for place, title in enumerate(titles):
        if title and place not in columns and place not in unread:
            meant = _meant(title, set(columns.values()))
            unread[place] = ("near" if meant else "unknown", meant)
    for place in sorted({at for number, row in rows if number > line for at, cell in enumerate(row) if cell}):
        if place >= len(titles) or not titles[place]:
            unread[place] = ("untitled", "")
    unread_columns = tuple(
        Unread(letters_of(place), titles[place] if place < len(titles) else "", *unread[place], line)
        for place in sorted(unread)
    )
    if missing := [TITLE_OF[key] for key in (NUMBER, RECEIVED) if key not in columns.values()]:
        near = "; ".join(f"“{column.title}” → “{column.meant}”" for column in unread_columns if column.meant)
        raise Refusal("register.no_columns", missing=", ".join(missing), near=near or "–")
    return Head(line, titles, columns, unread_columns)


def _normalized(title: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", title.lower()))


TITLE_OF = {column.key: column.title for column in COLUMNS}
_TITLES: Mapping[str, tuple[str, int]] = (
    {_normalized(name): (key, rank) for key, names in _ALSO.items() for rank, name in enumerate(names, 1)}
    | {_normalized(column.title): (column.key, 0) for column in COLUMNS}
    | {_normalized(column.key): (column.key, 0) for column in COLUMNS}
)


def _ranked(row: Sequence[str]) -> dict[int, tuple[str, int]]:
    return {
        place: _TITLES[_normalized(title)] for place, title in enumerate(row) if _normalized(title) in _TITLES
    }


def _taken(ranked: Mapping[int, tuple[str, int]]) -> tuple[dict[int, str], dict[int, tuple[str, str]]]:
    columns: dict[int, str] = {}
    unread: dict[int, tuple[str, str]] = {}
    for key in dict.fromkeys(key for key, _ in ranked.values()):
        places = [place for place, (column, _) in ranked.items() if column == key]
        best = min(ranked[place][1] for place in places)
        clearest = [place for place in places if ranked[place][1] == best]
        if len(clearest) == 1:
            columns[clearest[0]] = key
        for place in places:
            if place not in columns:
                unread[place] = ("twins" if place in clearest else "second", TITLE_OF[key])
    return columns, unread


def _meant(title: str, taken: set[str]) -> str:
    near = process.extractOne(_normalized(title), list(_TITLES), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if near is None or _TITLES[near[0]][0] in taken:
        return ""
    return TITLE_OF[_TITLES[near[0]][0]]
