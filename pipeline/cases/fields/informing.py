"""Step 5: an attempt to reach the victim, and her consent."""

from pipeline.cases import consent
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import items, text
from pipeline.kernel.text import Text

_S = Section.INFORM
OFFICE = "di kantor"
CALL, MESSAGE, LETTER, TRUSTED = "telepon", "pesan", "surat", "orang kepercayaan"
CAME_IN, OTHER = "menghubungi kantor", "lainnya"
BY_HER = frozenset({OFFICE, CAME_IN})
"""No contact by the office: recorded at any hour."""
HAPPENED = BY_HER | {OTHER}
"""What has happened is always recorded."""
CAME_IN_CHOICE = Choice(
    CAME_IN, Text("ia sendiri yang menghubungi kantor", "they contacted the office themselves"), ("menelepon kantor", "masuk")
)  # fmt: skip
WAYS: tuple[Choice, ...] = (
    Choice(CALL, Text(CALL, "telephone")),
    Choice(MESSAGE, Text(MESSAGE, "message"), ("sms", "wa")),
    Choice(TRUSTED, Text("lewat orang kepercayaan", "through the trusted person"), ("titip",)),
    Choice(LETTER, Text(LETTER, "letter")),
    Choice(OFFICE, Text("korban datang di kantor", "she came to the office"), ("kantor", "datang")),
    CAME_IN_CHOICE,
    Choice(OTHER, Text("cara lain yang sudah terjadi, tulis alasannya", "another that took place, say why"), ("lain",)),
)  # fmt: skip
TOLD = "disampaikan"
OUTCOMES: tuple[Choice, ...] = (
    Choice(TOLD, Text("bertemu, disampaikan", "reached and told"), ("ya", "tersambung")),
    Choice("tidak diangkat", Text("tidak diangkat atau tidak dijawab", "not answered")),
    Choice("orang lain", Text("orang lain yang menjawab, tidak disampaikan", "somebody else answered, nothing was told")),
    Choice("nomor salah", Text("nomor atau alamat tidak benar", "number or address is wrong"), ("salah",)),
    Choice("tidak aman", Text("tidak aman, dihentikan", "not safe, broken off"), ("bahaya",)),
)  # fmt: skip
STOP = "tidak ingin dihubungi lagi"
WISHES: tuple[Choice, ...] = (
    Choice("ingin dilanjutkan", Text("ingin dilanjutkan", "wants it to go on"), ("lanjut",)),
    Choice("ingin datang", Text("ingin datang ke kantor", "wants to come"), ("datang",)),
    Choice("belum memutuskan", Text("belum memutuskan", "has not decided"), ("belum",)),
    Choice("tidak ingin dilanjutkan", Text("tidak ingin dilanjutkan", "does not want it to go on"), ("tidak",)),
    Choice(STOP, Text(STOP, "wants no further contact"), ("jangan",)),
)  # fmt: skip


_is_told = is_any("informed_outcome", TOLD)


ATTEMPT: tuple[Field, ...] = (
    Field("informed_way", Text("Cara menghubungi", "Way of contact"), Kind.CHOICE, _S, 5,
          Text("Hanya jalur aman, atau bila korban sendiri datang atau menghubungi.",
               "By the safe route only, or where she came or made contact herself."),
          CALL, WAYS, required=always),
    Field("informed_time", Text("Jam menghubungi", "Time of contact"), Kind.TIME, _S, 5,
          Text("Hari ini; kosong berarti sekarang.", "Today; empty means now."), "10.15",
          page_help=Text("Jam hari ini. Bila dikosongkan, dicatat jam sekarang.", "A time of today. Left empty, the present is recorded.")),
    Field("informed_hours", Text("Jam itu termasuk yang diizinkan?", "Is that among the allowed hours?"), Kind.YESNO, _S, 5,
          Text("Hanya ditanya bila catatan jamnya tidak dapat dibaca mesin; pernyataan petugas ini dicatat.",
               "Asked only where the written hours cannot be read; the statement is recorded."), "ya"),
    Field("informed_reason", Text("Alasan menyimpang dari kontak aman", "Why the safe contact was not kept"), Kind.TEXT, _S, 5,
          Text("Hanya bila sudah terlanjur: di luar jam, dengan cara lain, atau korban tidak ingin dihubungi. Tanpa nama.",
               "Only where it has happened: outside the hours, by another way, or against her wish. Without names."),
          "", required=is_any("informed_way", OTHER), when=lambda values: text(values, "informed_way") not in BY_HER,
          most=300),
    Field("informed_outcome", Text("Hasil", "Outcome"), Kind.CHOICE, _S, 5,
          Text("Kepada orang lain tidak disampaikan apa pun, juga tidak nama kantor.",
               "Nothing is told to anybody else, not even the name of the office."),
          "tidak diangkat", OUTCOMES, required=always),
    Field("victim_wish", Text("Keinginan korban", "The victim's wish"), Kind.CHOICE, _S, 5,
          Text("Sampaikan bahwa ada laporan tentang keadaannya, tanpa menyebut pelapor; tanyakan keinginannya.",
               "Tell her that there is a report, without naming the reporter; ask what she wishes."),
          "ingin datang", WISHES, required=_is_told, when=_is_told),
)  # fmt: skip
CONSENT: tuple[Field, ...] = (
    Field(consent.SHARE, Text("Boleh diteruskan kepada", "May be shared with"), Kind.CHOICES, _S, 5,
          Text("Boleh lebih dari satu. Tidak kepada siapa pun: tulis “tidak”.", "More than one; for nobody write “tidak”."),
          "kepolisian, layanan kesehatan", consent.RECIPIENTS, required=_is_told,
          page_help=Text("Centang semua yang disetujui korban; bila tidak ada, “tidak kepada siapa pun”.",
                         "Tick all that she agrees to; if there is none, “nobody”.")),
    Field(consent.WITHHOLD, Text("Tidak boleh disebut", "Must be withheld"), Kind.CHOICES, _S, 5,
          Text("Apa yang tidak boleh diteruskan kepada siapa pun; boleh kosong.", "What nobody may learn; may stay empty."),
          "alamat, nomor telepon", consent.WITHHELD),
    Field(consent.BY, Text("Persetujuan dari", "Consent given by"), Kind.CHOICE, _S, 5,
          Text("Untuk anak: wali yang aman, dan anak itu sendiri didengar.", "For a child: a safe guardian, and the child is heard."),
          "korban", consent.GIVERS, required=lambda values: bool(set(items(values, consent.SHARE)) - {consent.NOBODY})),
)  # fmt: skip
INFORM: tuple[Field, ...] = (*ATTEMPT, *CONSENT)
KEPT: tuple[Field, ...] = (
    ATTEMPT[-1],
    *CONSENT,
    Field(consent.DAY, Text("Tanggal persetujuan", "Day of the consent"), Kind.DAY, _S, 5,
          Text("Hari korban menyatakannya.", "When she said so."), "25-11-2026"),
)  # fmt: skip
