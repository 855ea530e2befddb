"""What is asked when the victim's copy is handed over: to whom, how that was checked, on which day, where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Text

RECEIVERS: tuple[Choice, ...] = (
    Choice("korban", Text("korban sendiri", "the victim herself"), ("sendiri", "yang bersangkutan")),
    Choice("wali", Text("wali", "guardian")),
    Choice("pendamping", Text("pendamping", "companion")),
)
PROOFS: tuple[Choice, ...] = (
    Choice("KTP", Text("KTP", "identity card (KTP)"), ("ktp",)),
    Choice("KK", Text("KK", "family card (KK)"), ("kk",)),
    Choice("lainnya", Text("tanda pengenal lain", "other proof"), ("lain",)),
    Choice(
        "dikenal",
        Text("tanpa tanda pengenal, dikenal petugas", "without proof, known to the clerk"),
        ("kenal",),
    ),
)
WAYS: tuple[Choice, ...] = (
    Choice("di kantor", Text("diserahkan langsung di kantor", "handed over at the office"), ("kantor",)),
    Choice(
        "lewat kontak aman",
        Text("lewat kontak aman yang sudah dipastikan", "through the confirmed safe contact"),
        ("kontak aman",),
    ),
)


def _is_other(values: Values) -> bool:
    return text(values, "receiver") in ("wali", "pendamping")


def handing_fields(day: date, ways: Sequence[str] = ("di kantor",)) -> tuple[Field, ...]:
    """Return the questions; ``day`` is proposed, and only the ``ways`` that the safe contact allows are offered."""
    return (
        Field(
            "receiver", Text("Diserahkan kepada", "Handed over to"), Kind.CHOICE, Section.HANDING, 0,
            Text("Siapa yang menerima dan menandatangani?", "Who received it and signed?"), "korban", RECEIVERS,
            required=always,
        ),
        Field(
            "receiver_name", Text("Nama penerima", "Name of the receiver"), Kind.NAME, Section.HANDING, 0,
            Text("Seperti tertulis pada tanda terima.", "As written on the receipt."), "Yuniarti Talahu",
            required=_is_other, when=_is_other,
        ),
        Field(
            "proof", Text("Tanda pengenal yang dilihat", "Proof of identity seen"), Kind.CHOICE, Section.HANDING, 0,
            Text("Apa yang diperlihatkan penerima?", "What did the receiver show?"), "KTP", PROOFS, required=always,
        ),
        Field(
            "handed_day", Text("Tanggal diserahkan", "Day of handing over"), Kind.DAY, Section.HANDING, 0,
            Text("Seperti tertulis pada tanda terima; usulannya hari ini.", "As on the receipt; today is proposed."),
            "24-11-2026", required=always, default=lambda _: day.isoformat(),
        ),
        Field(
            "way", Text("Cara penyerahan", "Way of handing over"), Kind.CHOICE, Section.HANDING, 0,
            Text("Bawaan: di kantor. Cara lain hanya bila kontak amannya mengizinkan.",
                 "At the office, unless the safe contact allows another way."),
            "di kantor", tuple(one for one in WAYS if one.value in ways), required=always, default=lambda _: "di kantor",
        ),
    )  # fmt: skip
