"""The books: columns and layout.

People are initials; dates ISO 8601, unknown is empty.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """Key in code, payload and ``--json``; title in the book."""

    key: str
    title: str


COLUMNS: tuple[Column, ...] = (
    Column("register_number", "Nomor Register"),
    Column("received_date", "Tanggal Diterima"),
    Column("received_time", "Jam Diterima"),
    Column("channel", "Kanal"),
    Column("letter_number", "Nomor Surat"),
    Column("letter_date", "Tanggal Surat"),
    Column("reporter", "Pelapor (Inisial) atau Instansi"),
    Column("relation", "Hubungan dengan Korban"),
    Column("victim", "Korban (Inisial)"),
    Column("victim_sex", "Jenis Kelamin"),
    Column("victim_age", "Umur"),
    Column("age_group", "Kelompok Umur"),
    Column("is_child", "Anak"),
    Column("disability", "Disabilitas"),
    Column("subdistrict", "Kecamatan"),
    Column("event_date", "Tanggal Kejadian"),
    Column("violence", "Bentuk Kekerasan"),
    Column("place", "Tempat Kejadian"),
    Column("risk", "Tingkat Risiko"),
    Column("officer", "Petugas"),
    Column("clarification", "Klarifikasi"),
    Column("follow_up", "Tindak Lanjut atau Rujukan"),
    Column("answer_number", "Nomor Surat Jawaban"),
    Column("answer_date", "Tanggal Surat Jawaban"),
    Column("signed_date", "Tanggal Ditandatangani"),
    Column("delivered_date", "Tanggal Disampaikan"),
    Column("delivery", "Cara Penyampaian"),
    Column("archive_location", "Lokasi Arsip"),
    Column("status", "Status"),
    Column("simfoni", "Entri SIMFONI-PPA"),
    Column("remarks", "Keterangan"),
)


@dataclass(frozen=True)
class Place:
    """Values below each other, or ``joined``; ``share`` of the width."""

    title: str
    keys: tuple[str, ...]
    share: float
    joined: bool = False


@dataclass(frozen=True)
class Book:
    """``day`` is the column by which a period is chosen."""

    name: str
    title: str
    columns: tuple[Column, ...]
    places: tuple[Place, ...]
    day: str


NOTHING = "Nihil"


@dataclass(frozen=True)
class Edition:
    """``mark`` is the watermark, ``paper`` A4 or F4."""

    office: str
    period: str
    state: str
    mark: str
    paper: str = "A4"


def is_day(key: str) -> bool:
    """Whether column ``key`` holds ISO dates."""
    return key.endswith("_date")


REGISTER = Book(
    "register",
    "Register Pengaduan Tidak Langsung",
    COLUMNS,
    (
        Place("Nomor register, diterima, kanal",
              ("register_number", "received_date", "received_time", "channel"), 1.3),
        Place("Nomor dan tanggal surat", ("letter_number", "letter_date"), 1.3),
        Place("Pelapor (inisial) atau instansi, hubungan", ("reporter", "relation"), 1.1),
        Place("Korban: inisial, jenis kelamin, umur, kelompok, anak, disabilitas",
              ("victim", "victim_sex", "victim_age", "age_group", "is_child", "disability"), 1.05, joined=True),
        Place("Kecamatan, tanggal dan tempat kejadian", ("subdistrict", "event_date", "place"), 1.1),
        Place("Jenis kekerasan, tingkat risiko", ("violence", "risk"), 1.0),
        Place("Petugas, klarifikasi", ("officer", "clarification"), 1.15),
        Place("Tindak lanjut atau rujukan", ("follow_up",), 1.2),
        Place("Surat jawaban: nomor, tanggal, ditandatangani",
              ("answer_number", "answer_date", "signed_date"), 1.35),
        Place("Disampaikan: tanggal, cara", ("delivered_date", "delivery"), 1.0),
        Place("Lokasi arsip", ("archive_location",), 1.05),
        Place("Status, entri SIMFONI-PPA", ("status", "simfoni"), 1.0),
        Place("Keterangan", ("remarks",), 1.3),
    ),
    "received_date",
)  # fmt: skip

AGENDA_IN = Book(
    "agenda-masuk",
    "Buku Agenda Surat Masuk",
    (
        Column("no", "Nomor Agenda"),
        Column("received_date", "Tanggal Diterima"),
        Column("letter_date", "Tanggal Surat"),
        Column("letter_number", "Nomor Surat"),
        Column("sender", "Dari (Inisial) atau Instansi"),
        Column("summary", "Isi Ringkas"),
        Column("attachments", "Lampiran"),
        Column("passed_to", "Diteruskan Kepada"),
        Column("remarks", "Keterangan"),
    ),
    (
        Place("Nomor agenda", ("no",), 0.9),
        Place("Diterima", ("received_date",), 0.8),
        Place("Tanggal dan nomor surat", ("letter_date", "letter_number"), 1.5),
        Place("Dari", ("sender",), 1.4),
        Place("Isi ringkas", ("summary",), 3.0),
        Place("Lampiran", ("attachments",), 0.9),
        Place("Diteruskan kepada", ("passed_to",), 1.0),
        Place("Keterangan", ("remarks",), 1.6),
    ),
    "received_date",
)

AGENDA_OUT = Book(
    "agenda-keluar",
    "Buku Agenda Surat Keluar",
    (
        Column("no", "Nomor Surat"),
        Column("letter_date", "Tanggal Surat"),
        Column("sent_date", "Tanggal Dikirim"),
        Column("to", "Kepada dan Alamat"),
        Column("summary", "Isi Ringkas"),
        Column("remarks", "Keterangan"),
    ),
    (
        Place("Nomor surat", ("no",), 1.5),
        Place("Tanggal surat", ("letter_date",), 0.8),
        Place("Dikirim", ("sent_date",), 0.8),
        Place("Kepada dan alamat", ("to",), 2.4),
        Place("Isi ringkas", ("summary",), 2.4),
        Place("Keterangan", ("remarks",), 2.0),
    ),
    "letter_date",
)

DISPATCH = Book(
    "ekspedisi",
    "Buku Ekspedisi",
    (
        Column("no", "Nomor Urut"),
        Column("letter_date", "Tanggal"),
        Column("letter_number", "Nomor Surat"),
        Column("to", "Kepada"),
        Column("content", "Isi"),
        Column("sent_date", "Tanggal Dikirim"),
        Column("way", "Cara"),
        Column("received_date", "Tanggal Diterima"),
        Column("receiver", "Nama dan Tanda Tangan Penerima"),
        Column("remarks", "Keterangan"),
    ),
    (
        Place("No.", ("no",), 0.4),
        Place("Tanggal", ("letter_date",), 0.8),
        Place("Nomor surat", ("letter_number",), 1.5),
        Place("Kepada", ("to",), 1.9),
        Place("Isi", ("content",), 1.9),
        Place("Dikirim: tanggal, cara", ("sent_date", "way"), 1.1),
        Place("Diterima tanggal", ("received_date",), 0.9),
        Place("Nama dan tanda tangan penerima", ("receiver",), 1.6),
        Place("Keterangan", ("remarks",), 1.3),
    ),
    "letter_date",
)

DISPOSITION = Book(
    "disposisi",
    "Daftar Lembar Disposisi",
    (
        Column("agenda", "Nomor Agenda"),
        Column("received_date", "Tanggal Diterima"),
        Column("sender", "Dari (Inisial) atau Instansi"),
        Column("letter_number", "Nomor Surat"),
        Column("letter_date", "Tanggal Surat"),
        Column("subject", "Hal"),
        Column("code", "Kode Klasifikasi"),
        Column("passed_to", "Diteruskan Kepada"),
        Column("instruction", "Isi Disposisi"),
        Column("given_date", "Tanggal Disposisi"),
        Column("initials", "Paraf"),
    ),
    (
        Place("Nomor agenda, diterima", ("agenda", "received_date"), 1.0),
        Place("Dari", ("sender",), 1.4),
        Place("Nomor dan tanggal surat", ("letter_number", "letter_date"), 1.5),
        Place("Hal, kode", ("subject", "code"), 2.0),
        Place("Diteruskan kepada", ("passed_to",), 1.0),
        Place("Isi disposisi", ("instruction",), 2.4),
        Place("Tanggal", ("given_date",), 0.8),
        Place("Paraf", ("initials",), 1.0),
    ),
    "given_date",
)

BOOKS = {book.name: book for book in (REGISTER, AGENDA_IN, AGENDA_OUT, DISPATCH, DISPOSITION)}
