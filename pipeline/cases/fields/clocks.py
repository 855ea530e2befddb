"""What is asked of a clock of the law: when it began, and how it was answered (UU 12/2022, UU 27/2022)."""

from __future__ import annotations

from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.kernel.errors import Text


def start_fields(today: date) -> tuple[Field, ...]:
    """Return what is asked when a clock begins, on ``today``; no name is among it."""
    return (
        Field(
            "clock_day", Text("Tanggal diterima atau diketahui", "Day it was received or known"), Kind.DAY, Section.CLOCK,
            14, Text("3 × 24 jam dihitung dari sini.", "The 3 × 24 hours run from here."), "24-11-2026", required=always,
            default=lambda _: today.isoformat(),
        ),
        Field(
            "clock_time", Text("Jam diterima atau diketahui", "Time it was received or known"), Kind.TIME, Section.CLOCK,
            14, Text("Jam dan menit.", "Hours and minutes."), "09.15", required=always,
        ),
        Field(
            "clock_words", Text("Penjelasan", "Explanation"), Kind.LONG, Section.CLOCK, 14,
            Text("Apa yang diminta atau terjadi, tanpa nama orang.", "What is asked or happened, without names."),
            "meminta salinan data yang disimpan tentang dirinya", required=always, most=1000,
        ),
    )  # fmt: skip


def answer_fields(today: date) -> tuple[Field, ...]:
    """Return what is asked when a clock is answered, on ``today``."""
    return (
        Field(
            "answer_day", Text("Tanggal dijawab atau dilaporkan", "Day it was answered or reported"), Kind.DAY,
            Section.CLOCK, 14, Text("Hari jawaban atau laporan disampaikan.", "The day of the answer or report."),
            "25-11-2026", required=always, default=lambda _: today.isoformat(),
        ),
        Field(
            "answer_words", Text("Bagaimana", "How"), Kind.LONG, Section.CLOCK, 14,
            Text("Kepada lembaga mana dan dengan nomor apa; atau mengapa tidak. Tanpa nama orang.",
                 "To which institution, under which number; or why not. No names."),
            "Unit PPA Polres, laporan nomor LP/12/XI/2026", required=always, most=1000,
        ),
    )  # fmt: skip
