"""Questions when a case is closed (step 14), and of SIMFONI-PPA."""

from collections.abc import Sequence

from pipeline.cases import lists, outcomes
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.cases.fields.field import always as _always
from pipeline.cases.outcomes import Outcome
from pipeline.cases.values import Condition, Values, day, text
from pipeline.kernel.text import Text

_C, _S = Section.CLOSING, Section.SIMFONI
POLICE_DAY, POLICE_REASON = "outcome_police_day", "outcome_police_reason"
UNANSWERED = "outcome_unanswered"


def closing_fields(known: Sequence[Outcome] = outcomes.OUTCOMES) -> tuple[Field, ...]:
    """Questions for the outcomes ``known``."""

    def asked(name: str) -> Condition:
        return lambda values: outcomes.asks(values, name, known)

    def danger(values: Values) -> bool:
        return outcomes.leaves_danger(values, known)

    def police(values: Values) -> bool:
        return outcomes.asks_police(values, known)

    def no_police_day(values: Values) -> bool:
        return police(values) and day(values, POLICE_DAY) is None

    return (
        Field("outcome", Text("Hasil akhir", "Outcome"), Kind.CHOICE, _C, 14,
              Text("Bagaimana penanganan berakhir?", "How did the handling end?"), "datang langsung",
              outcomes.choices(known), required=_always),
        Field("outcome_day", Text("Tanggal hasil", "Day of the outcome"), Kind.DAY, _C, 14,
              Text("Hari korban datang, dirujuk, mencabut, dan sebagainya.",
                   "The day she came, was referred, withdrew …"),
              "26-11-2026", required=_always),
        Field(outcomes.SERVICES, Text("Layanan yang diberikan", "Services given"), Kind.CHOICES, _C, 14,
              Text("Boleh lebih dari satu, pisahkan dengan koma.", "More than one is possible, separated by commas."),
              "bantuan hukum", lists.SERVICES, required=asked(outcomes.SERVICES),
              when=lambda values: "outcome" in values,
              page_help=Text("Centang semua yang diberikan.", "Tick all that were given.")),
        Field(outcomes.PLACE, Text("Lembaga atau petugas tujuan", "Institution or officer it went to"), Kind.TEXT, _C,
              14,
              Text("Lembaga yang menerima rujukan atau limpahan; untuk SOP krisis, petugas yang mengambil alih.",
                   "Who received the referral or the case; for the crisis procedure, the officer who took over."),
              "UPTD PPA Provinsi", required=asked(outcomes.PLACE), when=asked(outcomes.PLACE)),
        Field(outcomes.PROOF, Text("Bukti diterima", "Proof of receipt"), Kind.TEXT, _C, 14,
              Text("Nomor surat rujukan atau berita acara, atau tanda terima lembaga itu.",
                   "Number of the referral or minutes, or the receipt of that institution."),
              "surat rujukan 12/XI/2026, diterima 26-11-2026", required=asked(outcomes.PROOF),
              when=asked(outcomes.PROOF)),
        Field(outcomes.WISH, Text("Pernyataan korban", "The victim's statement"), Kind.LONG, _C, 14,
              Text("Apa yang dikatakannya, kapan, dan lewat jalur aman yang mana; tanpa tekanan siapa pun.",
                   "What she said, when, by which safe way; under nobody's pressure."),
              "menyatakan di kantor pada 26-11-2026 tidak ingin melanjutkan", required=asked(outcomes.WISH),
              when=asked(outcomes.WISH), most=1000),
        Field(outcomes.TRIED, Text("Percobaan menghubungi", "Attempts to reach her"), Kind.LINES, _C, 14,
              Text("Paling sedikit dua, dengan tanggal dan cara; pisahkan dengan titik koma.",
                   "At least two, with day and way, separated by semicolons."),
              "25-11-2026 telepon aman, tidak diangkat; 27-11-2026 telepon aman, tidak aktif",
              required=asked(outcomes.TRIED), when=asked(outcomes.TRIED), most=300,
              page_help=Text("Paling sedikit dua, masing-masing pada barisnya sendiri dengan tanggal dan cara.",
                             "At least two, each on a line of its own with day and way.")),
        Field(outcomes.OTHER, Text("Digabung dengan kasus", "Joined with case"), Kind.TEXT, _C, 14,
              Text("Nomor kasus tempat penanganan dilanjutkan.", "Number of the case in which the handling goes on."),
              "2026-0002", required=asked(outcomes.OTHER), when=asked(outcomes.OTHER), most=20),
        Field("outcome_danger", Text("Bahaya yang masih ada", "Danger that remains"), Kind.LONG, _C, 14,
              Text("Korban anak atau risiko tinggi: layanan berakhir, bahayanya belum tentu. Apa yang dilakukan, kepada siapa "
                   "dilaporkan?",
                   "A child, or high risk: the service ends, the danger may not. What was done, to whom was it reported?"),
              "diteruskan kepada Dinas Sosial dan kepolisian", required=danger, when=danger, most=1000),
        Field(POLICE_DAY, Text("Tanggal laporan ke kepolisian", "Day of the report to the police"), Kind.DAY, _C, 14,
              Text("Kekerasan seksual: paling lambat 3 × 24 jam (UU 12/2022 Pasal 41). Kosongkan bila tidak dilaporkan.",
                   "Sexual violence: within 3 × 24 hours (UU 12/2022 art. 41). Empty if it was not reported."),
              "23-11-2026", when=police),
        Field(POLICE_REASON, Text("Alasan tidak dilaporkan ke kepolisian", "Why it was not reported to the police"),
              Kind.LONG, _C, 14,
              Text("Wajib bila tanggal laporannya kosong.", "Required where there is no day of a report."),
              "sudah dilaporkan oleh sekolah", required=no_police_day, when=no_police_day, most=500),
        Field(UNANSWERED, Text("Alasan tanpa surat jawaban", "Why there was no answer letter"), Kind.LONG, _C, 14,
              Text("Hanya bila kasus ditutup tanpa surat jawaban; ditegaskan ketua.",
                   "Only where the case is closed without an answer letter; confirmed by the chair."),
              "penelepon tidak memberi alamat aman", most=500),
        Field("outcome_summary", Text("Uraian hasil", "Account of the outcome"), Kind.LONG, _C, 14,
              Text("Beberapa kalimat untuk Laporan Penanganan Kasus; orang sebagai inisial.",
                   "A few sentences for the handling report; people as initials."),
              "korban datang pada 26-11-2026 dan didampingi ke rumah sakit", required=_always, most=1500),
    )  # fmt: skip


CLOSING = closing_fields()
KEPT: tuple[Field, ...] = (
    Field(outcomes.PARENT, Text("Hasil akhir menurut prosedur", "Outcome by the procedure"), Kind.TEXT, _C, 14,
          Text("Hasil prosedur yang menjadi induk hasil kantor sendiri; dicatat oleh sistem.",
               "The outcome of the procedure above the office's own; written by the system."),
          "dirujuk", most=60),
)  # fmt: skip
SIMFONI: tuple[Field, ...] = (
    Field("simfoni_day", Text("Tanggal entri SIMFONI-PPA", "Day of the entry into SIMFONI-PPA"), Kind.DAY, _S, 14,
          Text("Hari kasus ini dientri.", "The day the case was typed in."), "27-11-2026", required=_always),
    Field("simfoni_number", Text("Nomor SIMFONI-PPA", "Number in SIMFONI-PPA"), Kind.TEXT, _S, 14,
          Text("Nomor yang diberikan SIMFONI-PPA.", "The number that SIMFONI-PPA gave."), "SP-0001", required=_always,
          most=60),
)  # fmt: skip
OWN = frozenset(one.name for one in (*CLOSING, *KEPT, *SIMFONI))


def told(values: Values) -> str:
    """The entry into SIMFONI-PPA, or nothing."""
    when = day(values, "simfoni_day")
    return f"{when:%d-%m-%Y}, nomor {text(values, 'simfoni_number')}" if when else ""
