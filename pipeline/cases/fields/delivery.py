"""Questions of a delivery (step 13) and of the victim's copy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases.delivery import FAILURES, NEVER, ORAL, TAKEN_BACK, WRONG_HANDS, Proof, Receiver, Way
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.field import Field, Kind, Section, always, nothing
from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition, Values, text
from pipeline.kernel.text import Text

RECEIVERS: tuple[Choice, ...] = (
    Choice("korban", Text("korban sendiri", "the victim herself"), ("sendiri", "yang bersangkutan")),
    Choice("wali", Text("wali", "guardian")),
    Choice("pendamping", Text("pendamping", "companion")),
)
PROOFS: tuple[Choice, ...] = (
    Choice("KTP", Text("KTP", "identity card (KTP)"), ("ktp",)),
    Choice("KK", Text("KK", "family card (KK)"), ("kk",)),
    Choice("lainnya", Text("tanda pengenal lain", "other proof"), ("lain",)),
    Choice("dikenal", Text("tanpa tanda pengenal, dikenal petugas", "without proof, known to the clerk"), ("kenal",)),
)  # fmt: skip
WAYS: tuple[Choice, ...] = (
    Choice("di kantor", Text("diserahkan langsung di kantor", "handed over at the office"), ("kantor",)),
    Choice("lewat kontak aman", Text("lewat kontak aman yang sudah dipastikan", "through the confirmed safe contact"),
           ("kontak aman",)),
)  # fmt: skip


_is_other = is_any("receiver", "wali", "pendamping")


def handing_fields(day: date, ways: Sequence[str] = ("di kantor",)) -> tuple[Field, ...]:
    """Questions of handing out."""
    return (
        Field("receiver", Text("Diserahkan kepada", "Handed over to"), Kind.CHOICE, Section.HANDING, 0,
              Text("Siapa yang menerima dan menandatangani?", "Who received it and signed?"), "korban", RECEIVERS,
              required=always),
        Field("receiver_name", Text("Nama penerima", "Name of the receiver"), Kind.NAME, Section.HANDING, 0,
              Text("Seperti tertulis pada tanda terima.", "As written on the receipt."), "Yuniarti Talahu",
              required=_is_other, when=_is_other),
        Field("proof", Text("Tanda pengenal yang dilihat", "Proof of identity seen"), Kind.CHOICE, Section.HANDING, 0,
              Text("Apa yang diperlihatkan penerima?", "What did the receiver show?"), "KTP", PROOFS, required=always),
        Field("handed_day", Text("Tanggal diserahkan", "Day of handing over"), Kind.DAY, Section.HANDING, 0,
              Text("Seperti tertulis pada tanda terima; usulannya hari ini.", "As on the receipt; today is proposed."),
              "24-11-2026", required=always, default=lambda _: day.isoformat()),
        Field("way", Text("Cara penyerahan", "Way of handing over"), Kind.CHOICE, Section.HANDING, 0,
              Text("Bawaan: di kantor. Cara lain hanya bila kontak amannya mengizinkan.",
                   "At the office, unless the safe contact allows another way."),
              "di kantor", tuple(one for one in WAYS if one.value in ways), required=always,
              default=lambda _: "di kantor"),
    )  # fmt: skip


DELIVERED, FAILED, NEVER_DELIVERED = "disampaikan", "belum berhasil", "tidak dapat disampaikan"
_D = Section.DELIVERY
RESULTS: tuple[Choice, ...] = (
    Choice(DELIVERED, Text("sudah disampaikan", "delivered"), ("sampai", "diterima")),
    Choice(FAILED, Text("belum berhasil, akan dicoba lagi", "failed, will be tried again"), ("gagal",)),
    Choice(NEVER_DELIVERED, Text("tidak dapat disampaikan", "cannot be delivered"), ("tidak dapat",)),
)
_WAYS = {
    Way.POST: Text("dikirim lewat pos ke alamat aman", "by post to the safe address"),
    Way.COURIER: Text("diantar petugas ke alamat aman", "by a clerk to the safe address"),
    Way.ENTRUSTED: Text("dititipkan kepada orang kepercayaan", "through the trusted person"),
    Way.COLLECTED: Text("diambil di kantor", "collected at the office"),
    Way.READ: Text("dibacakan di kantor", "read aloud at the office"),
    Way.TOLD: Text("disampaikan lisan lewat telepon aman", "told orally over the safe telephone"),
}
_BEYOND = {
    Way.POST: Text("pos", "post"), Way.COURIER: Text("diantar petugas", "a clerk"),
    Way.ENTRUSTED: Text("dititipkan", "another person"), Way.COLLECTED: Text("diambil di kantor", "collection at the office"),
    Way.READ: Text("dibacakan di kantor", "reading aloud at the office"), Way.TOLD: Text("telepon", "telephone"),
}  # fmt: skip
_HELP = Text(
    "Hanya cara yang aman menurut kontak aman kasus ini.", "Only ways that are safe by the safe contact."
)
_HELP_BEYOND = Text("Pilih cara yang aman. Cara lain hanya dicatat jika sudah terjadi, dengan keterangan pada Catatan.",
                    "Choose a safe way. Another one is recorded only if it has happened, with a note.")  # fmt: skip
_SHORT = {Way.COURIER: ("diantar", "kurir"), Way.COLLECTED: ("diambil",), Way.READ: ("dibacakan",), Way.TOLD: ("lisan", "telepon")}  # fmt: skip
_WHO = {
    Receiver.ADDRESSEE: Text("penerima surat sendiri", "the addressee"),
    Receiver.TRUSTED: Text("orang kepercayaan pada kontak aman", "the trusted person of the safe contact"),
    Receiver.INSTITUTION: Text("petugas lembaga", "an officer of the institution"),
}
_SEEN = {
    Proof.RECEIPT: Text("tanda terima bertanda tangan", "signed receipt"),
    Proof.POSTAL: Text("resi pos atau bukti kirim", "postal receipt"),
    Proof.NOTE: Text("catatan petugas (lisan)", "the clerk's note (oral)"),
}


def ways_listed(among: Sequence[Way]) -> tuple[Choice, ...]:
    """The ways as choices."""
    return tuple(Choice(str(one), _WAYS[one], _SHORT.get(one, ())) for one in among)


def receivers_listed(among: Sequence[Receiver]) -> tuple[Choice, ...]:
    """The receivers as choices."""
    return tuple(Choice(str(one), _WHO[one]) for one in among)


def way_field(among: Sequence[Way], when: Condition = always, beyond: Sequence[Way] = ()) -> Field:
    """Asks for the way; one of ``beyond`` is only recorded."""
    outside = [
        Choice(str(one), Text(f"sudah terjadi di luar kontak aman: {said.id}", f"happened outside the safe contact: {said.en}"))
        for one, said in ((one, _BEYOND[one]) for one in beyond)
    ]  # fmt: skip
    return Field(
        "way", Text("Cara penyampaian", "Way of delivery"), Kind.CHOICE, _D, 13,
        _HELP_BEYOND if beyond else _HELP,
        str(among[0]), (*ways_listed(among), *outside), required=when, when=when, default=lambda _: str(among[0]),
    )  # fmt: skip


def day_field(today: date) -> Field:
    """Asks for the day."""
    return Field(
        "delivered_day", Text("Tanggal", "Day"), Kind.DAY, _D, 13,
        Text("Hari surat dikirim, disampaikan, atau dicoba.", "The day it was sent, delivered or tried."),
        "25-11-2026", required=always, default=lambda _: today.isoformat(),
    )  # fmt: skip


_is_delivered, _is_failed, _is_never = (is_any("result", one) for one in (DELIVERED, FAILED, NEVER_DELIVERED))
_arrived_or_tried = is_any("result", DELIVERED, FAILED)
_is_named = is_any("receiver", Receiver.TRUSTED, Receiver.INSTITUTION)
_is_postal = is_any("proof", Proof.POSTAL)


def _came_to_office(values: Values) -> bool:
    return _is_delivered(values) and text(values, "way") in (Way.COLLECTED, Way.READ)


def _is_told(values: Values) -> bool:
    return text(values, "way") in ORAL and _is_delivered(values)


def _needs_note(values: Values) -> bool:
    return _is_told(values) or _is_never(values) or text(values, "failure") in WRONG_HANDS | {"lainnya"}


def _proof(values: Values) -> str | None:
    return str(Proof.NOTE) if _is_told(values) else None


CALLED_BY, CALLED_TIME, CALLED_HOURS, CALLED_REASON = (
    "called_by",
    "called_time",
    "called_hours",
    "called_reason",
)
OURS, HERS = "kantor", "penerima surat"
CALLERS: tuple[Choice, ...] = (
    Choice(OURS, Text("kantor yang menelepon", "the office called"), ("kantor", "kami")),
    Choice(HERS, Text("penerima surat sendiri yang menelepon", "the addressee called by herself"), ("dia",)),
)


def is_called(values: Values) -> bool:
    """Whether the office called: there are hours to keep."""
    return text(values, "way") == Way.TOLD and text(values, CALLED_BY) != HERS


def call_fields(happened: Condition, *, asks_hours: bool) -> tuple[Field, ...]:
    """Questions of a call; about hours only where they cannot be read."""

    def by_phone(values: Values) -> bool:
        return happened(values) and text(values, "way") == Way.TOLD

    def by_office(values: Values) -> bool:
        return by_phone(values) and is_called(values)

    asked = (
        Field(CALLED_BY, Text("Siapa yang menelepon", "Who called"), Kind.CHOICE, _D, 13,
              Text("Kantor menelepon hanya dalam jam yang diizinkan.",
                   "The office calls within the allowed hours only."),
              OURS, CALLERS, required=by_phone, when=by_phone,
              default=lambda values: OURS if by_phone(values) else None),
        Field(CALLED_TIME, Text("Jam menelepon", "Time of the call"), Kind.TIME, _D, 13,
              Text("Pada hari itu.", "On that day."), "10.15", required=by_office, when=by_office),
        Field(CALLED_HOURS, Text("Jam itu termasuk yang diizinkan?", "Is that among the allowed hours?"), Kind.YESNO,
              _D, 13,
              Text("Hanya ditanya bila catatan jamnya tidak dapat dibaca mesin; pernyataan petugas ini dicatat.",
                   "Asked only where the written hours cannot be read; the statement is recorded."),
              "ya", required=by_office, when=by_office),
        Field(CALLED_REASON, Text("Alasan menelepon di luar jam", "Why the call was outside the hours"), Kind.TEXT, _D,
              13, Text("Hanya bila sudah terlanjur. Tanpa nama.", "Only where it has happened. Without names."), "",
              when=by_office, most=300),
    )  # fmt: skip
    return asked if asks_hours else tuple(one for one in asked if one.name != CALLED_HOURS)


def delivery_fields(
    today: date,
    among: Sequence[Way],
    who: Sequence[Receiver],
    *,
    asks_hours: bool = False,
    beyond: Sequence[Way] = (),
) -> tuple[Field, ...]:
    """Questions about the result.

    ``beyond`` is recorded with a note. ``asks_hours``: a person says whether a call was within them.
    """
    call = call_fields(_arrived_or_tried, asks_hours=asks_hours) if Way.TOLD in among else ()
    return (
        Field("result", Text("Hasil", "Result"), Kind.CHOICE, _D, 13,
              Text("Sampai, belum berhasil, atau tidak dapat disampaikan sama sekali?",
                   "Did it arrive, fail, or can it not be delivered at all?"),
              DELIVERED, RESULTS, required=always),
        way_field(among, _arrived_or_tried, beyond),
        day_field(today),
        *call,
        Field("receiver", Text("Diterima oleh", "Received by"), Kind.CHOICE, _D, 13,
              Text("Tidak pernah terlapor, tidak pernah orang lain yang kebetulan ada.",
                   "Never the reported person, never whoever happened to be there."),
              str(who[0]), receivers_listed(who), required=_is_delivered, when=_is_delivered,
              default=lambda values: str(who[0]) if len(who) == 1 and _is_delivered(values) else None),
        Field("receiver_name", Text("Nama penerima", "Name of the receiver"), Kind.NAME, _D, 13,
              Text("Seperti tertulis pada tanda terima.", "As written on the receipt."), "Yuniarti Talahu",
              required=_is_named, when=_is_named),
        Field("identity", Text("Tanda pengenal yang dilihat", "Proof of identity seen"), Kind.CHOICE, _D, 13,
              Text("Apa yang diperlihatkan di kantor?", "What was shown at the office?"), "KTP", PROOFS,
              required=_came_to_office, when=_came_to_office),
        Field("proof", Text("Bukti penyampaian", "Proof of delivery"), Kind.CHOICE, _D, 13,
              Text("Tanda terima dipindai ke inbox; lisan: catatan petugas.",
                   "A receipt is scanned into the inbox; oral: the clerk's note."),
              Proof.RECEIPT, tuple(Choice(str(one), words) for one, words in _SEEN.items()), required=_is_delivered,
              when=_is_delivered, default=_proof),
        Field("proof_number", Text("Nomor resi", "Number of the postal receipt"), Kind.TEXT, _D, 13,
              Text("Seperti tercetak pada resi.", "As printed on it."), "P2611250001", required=_is_postal,
              when=_is_postal, most=60),
        Field("failure", Text("Mengapa belum berhasil", "Why it failed"), Kind.CHOICE, _D, 13,
              Text("Surat tetap disimpan di kantor sampai dicoba lagi.", "The letter stays at the office until then."),
              "tidak ada orang", FAILURES, required=_is_failed, when=_is_failed),
        Field("never", Text("Mengapa tidak dapat disampaikan", "Why it cannot be delivered"), Kind.CHOICE, _D, 13,
              Text("Salinan ke-1 tetap disimpan di kantor.", "Copy 1 stays at the office."), "anonim", NEVER,
              required=_is_never, when=_is_never),
        Field("delivery_note", Text("Catatan", "Note"), Kind.LONG, _D, 13,
              Text("Lisan: apa yang disampaikan dan apa jawabannya. Tidak dapat: apa yang sudah dicoba.",
                   "Oral: what was said and answered. Cannot: what was tried."),
              "isi surat dibacakan, akan datang hari Senin", required=_needs_note, most=1000),
    )  # fmt: skip


def late_fields(today: date, among: Sequence[Way], who: Sequence[Receiver]) -> tuple[Field, ...]:
    """Questions where the contact changed on the way; no day is proposed."""
    left_out = ("failure", CALLED_BY, CALLED_TIME, CALLED_REASON)
    found = {one.name: one for one in delivery_fields(today, among, who) if one.name not in left_out}
    found["result"] = replace(
        found["result"], choices=tuple(one for one in RESULTS if one.value != FAILED),
        help=Text("Sampai sebelum kontak aman berubah, atau tidak?", "Did it arrive before the contact changed, or not?"),
    )  # fmt: skip
    found["delivered_day"] = replace(found["delivered_day"], default=nothing)
    found["never"] = replace(found["never"], choices=TAKEN_BACK, example="ditarik kembali",
                             label=Text("Di mana surat itu", "Where the letter is"),
                             help=Text("Sesudah kontak aman berubah, surat ini tidak boleh sampai kepada siapa pun.",
                                       "After the change nobody may be given this letter."))  # fmt: skip
    time = Field(
        "delivered_time", Text("Jam penyampaian", "Time of the delivery"), Kind.TIME, _D, 13,
        Text("Hanya bila hari itu juga kontak amannya berubah.", "Only if the contact changed on that very day."), "09.00",
        when=_is_delivered,
    )  # fmt: skip
    at = list(found).index("delivered_day") + 1
    return (*list(found.values())[:at], time, *list(found.values())[at:])
