"""What the clerk types from the paper where the secretariat gives the numbers (step 12)."""

from __future__ import annotations

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.kernel.errors import Text

NUMBER_FIELDS: tuple[Field, ...] = (
    Field(
        "given_number", Text("Nomor surat", "Number of the letter"), Kind.TEXT, Section.ANSWER, 12,
        Text("Nomor dari sekretariat, seperti tertulis pada kedua salinan.",
             "The number from the secretariat, as written on both copies."),
        "400.2/118/DP3A/XI/2026", required=always, most=120,
    ),
    Field(
        "given_day", Text("Tanggal surat", "Date of the letter"), Kind.DAY, Section.ANSWER, 12,
        Text("Tanggal yang tertulis pada kedua salinan.", "The date written on both copies."),
        "24-11-2026", required=always,
    ),
)  # fmt: skip
