"""What is written down of a request to erase or to restrict personal data (UU 27/2022)."""

from __future__ import annotations

from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.kernel.errors import Text

WHO: tuple[Choice, ...] = (
    Choice("korban", Text("korban", "victim")),
    Choice("pelapor", Text("pelapor", "reporter")),
    Choice("wali", Text("wali atau orang tua", "guardian or parent")),
)
"""Who may ask: the person herself, who reported, or who acts for a child (UU 27/2022 art. 5-14, 25)."""

ASKED: tuple[Choice, ...] = (
    Choice("hapus", Text("hapus seluruh berkas", "erase the whole file")),
    Choice("hapus_sebagian", Text("hapus sebagian", "erase a part")),
    Choice("batasi", Text("batasi akses saja", "restrict access only")),
)


def fields(today: date) -> tuple[Field, ...]:
    """Return the questions, as they are asked on ``today``; the names of people are not among them."""
    return (
        Field(
            "erasure_by", Text("Siapa yang meminta", "Who asks"), Kind.CHOICE, Section.ERASURE, 14,
            Text("Pilih perannya dalam kasus ini; namanya tidak ditulis.",
                 "Choose the role in this case; no name is written."),
            "1", choices=WHO, required=always,
        ),
        Field(
            "erasure_day", Text("Tanggal permintaan diterima", "Day the request was received"), Kind.DAY,
            Section.ERASURE, 14,
            Text("Tenggat 3 × 24 jam dihitung dari sini.", "The 3 × 24 hours run from here."),
            "24-11-2026", required=always, default=lambda _: today.isoformat(),
        ),
        Field(
            "erasure_time", Text("Jam permintaan diterima", "Time the request was received"), Kind.TIME,
            Section.ERASURE, 14, Text("Jam dan menit.", "Hours and minutes."), "09.15", required=always,
        ),
        Field(
            "erasure_asked", Text("Apa yang diminta", "What is asked"), Kind.CHOICE, Section.ERASURE, 14,
            Text("Satu pilihan.", "One choice."), "1", choices=ASKED, required=always,
        ),
        Field(
            "erasure_words", Text("Penjelasan", "Explanation"), Kind.LONG, Section.ERASURE, 14,
            Text("Apa persisnya, tanpa nama orang; boleh kosong.", "What exactly, without names; may be empty."),
            "minta rekaman alamat dihapus", most=2000,
        ),
    )  # fmt: skip
