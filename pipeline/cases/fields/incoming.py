"""Step 1: the letter, referral or call itself, and who sent it."""

from pipeline.cases import lists
from pipeline.cases.fields import conditions as on
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.kernel.text import Text

_S = Section.LETTER

FIELDS: tuple[Field, ...] = (
    Field(
        "channel", Text("Kanal", "Channel"), Kind.CHOICE, _S, 1,
        Text("Bagaimana pengaduan ini sampai?", "How did the complaint arrive?"),
        "surat", lists.CHANNELS, required=always,
    ),
    Field(
        "received_day", Text("Tanggal diterima", "Day received"), Kind.DAY, _S, 1,
        Text("Hari surat atau telepon sampai di kantor; menentukan tenggat.",
             "The day it reached the office; deadlines count from it."),
        "20-11-2026", required=always,
    ),
    Field(
        "received_time", Text("Jam diterima", "Time received"), Kind.TIME, _S, 1,
        Text("Boleh kosong.", "May stay empty."), "09.30",
    ),
    Field(
        "medium", Text("Bentuk", "Medium"), Kind.CHOICE, _S, 1,
        Text("Kertas, atau cetakan pesan, SMS, pos-el.", "Paper, or a printed message, SMS or e-mail."),
        "surat", lists.MEDIA, when=on.is_paper, default=lambda _: "surat",
    ),
    Field(
        "sender", Text("Pengirim", "Sender"), Kind.TEXT, _S, 1,
        Text("Nama orang atau lembaga yang mengirim surat. Kosongkan bila tanpa nama.",
             "The person or institution that sent the letter. Empty if unnamed."),
        "SMP Negeri 3 Hulu Asri", required=on.from_institution, when=on.is_paper,
    ),
    Field(
        "is_institution", Text("Pengirim lembaga?", "Sent by an institution?"), Kind.YESNO, _S, 1,
        Text("Ya untuk polisi, puskesmas, sekolah, desa, dan lembaga lain.",
             "Yes for police, clinic, school, village office and other institutions."),
        "tidak", required=on.is_paper, when=on.is_paper, default=on.institution_default,
    ),
    Field(
        "sender_address", Text("Alamat resmi lembaga", "Official address"), Kind.TEXT, _S, 1,
        Text("Alamat pada kop surat lembaga.", "The address on its letterhead."),
        "Jalan Pelajar No. 0, Kecamatan Hulu Asri", when=on.from_institution,
    ),
    Field(
        "sender_place", Text("Kota/tempat lembaga", "Place of the institution"), Kind.TEXT, _S, 1,
        Text("Tempat sesudah kata “di” pada surat jawaban.", "The place after “di” in the answer."),
        "Hulu Asri", when=on.from_institution,
    ),
    Field(
        "letter_number", Text("Nomor surat", "Letter number"), Kind.TEXT, _S, 1,
        Text("Seperti tertulis; kosongkan bila tidak bernomor.", "As written; empty if there is none."),
        "400.3.5/087/SMPN3-HA/XI/2026", when=on.is_paper, most=100,
    ),
    Field(
        "letter_date", Text("Tanggal surat", "Letter date"), Kind.DAY, _S, 1,
        Text("Seperti tertulis; kosongkan bila tidak bertanggal, jangan menebak.",
             "As written; empty if undated, never guess."),
        "19-11-2026", when=on.is_paper,
    ),
    Field(
        "subject", Text("Hal", "Subject"), Kind.TEXT, _S, 1,
        Text("Hal surat masuk, seperti tertulis.", "The subject of the incoming letter, as written."),
        "Pengaduan dan permohonan bantuan", when=on.is_paper,
    ),
    Field(
        "summary", Text("Isi ringkas", "Summary"), Kind.LONG, _S, 1,
        Text("Satu atau dua kalimat, tanpa nama; masuk buku agenda.",
             "One or two sentences without names; goes into the mail log."),
        "Pengaduan dan permohonan konsultasi", required=always, most=2000,
    ),
    Field(
        "story", Text("Isi pengaduan", "The complaint"), Kind.LONG, _S, 1,
        Text("Apa yang dituturkan penelepon, dengan kata-katanya; menggantikan isi surat.",
             "What the caller told, in her own words; it stands for the letter."),
        "Suami saya marah, lalu …", when=on.is_phone, most=10000,
    ),
    Field(
        "attachments", Text("Lampiran surat masuk", "Attachments received"), Kind.TEXT, _S, 1,
        Text("Seperti tertulis; boleh kosong.", "As written; may stay empty."),
        "1 (satu) berkas", when=on.is_paper,
    ),
    Field(
        "phone_started", Text("Telepon mulai", "Call started"), Kind.TIME, _S, 1,
        Text("Jam percakapan mulai.", "When the call began."), "10.12",
        required=on.is_phone, when=on.is_phone,
    ),
    Field(
        "phone_ended", Text("Telepon selesai", "Call ended"), Kind.TIME, _S, 1,
        Text("Jam percakapan selesai.", "When the call ended."), "10.21", when=on.is_phone,
    ),
    Field(
        "caller_number", Text("Nomor penelepon", "Caller's number"), Kind.PHONE, _S, 1,
        Text("Nomor yang tampak pada telepon; boleh kosong.", "The number shown; may stay empty."),
        "0812-0000-6601", when=on.is_phone,
    ),
)  # fmt: skip
