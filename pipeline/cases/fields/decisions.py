"""What is asked before something is decided about a case or a paper: why, which one, into which case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.cases.fields.field import Field, Kind, Section, always, never
from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition
from pipeline.kernel.errors import Text

REASON, INTO, CHOSEN = "reason", "into", "chosen"
_WHY = Text(
    "Ditulis dalam riwayat kasus. Sebut orang dengan inisial.",
    "Kept in the history. Name people by initials.",
)
_MOST = 1000


def reason(label: Text, when: Condition = always) -> Field:
    """Return the question why; what is typed is kept in the history and shown for a reason only."""
    return Field(REASON, label, Kind.LONG, Section.DECISION, 0, _WHY, required=when, when=when, most=_MOST)


def other_case(label: Text, told: Text) -> Field:
    """Return the question which other case is meant, by its number."""
    return Field(INTO, label, Kind.TEXT, Section.DECISION, 0, told, "2026-0002", required=always, most=40)


def one_of(
    name: str, label: Text, told: Text, among: Sequence[tuple[str, Text]], *, proposed: str = ""
) -> Field:
    """Return the question which of those ``among`` (value, words) is meant; the one ``proposed`` stands there."""
    return Field(
        name, label, Kind.CHOICE, Section.DECISION, 0, told, choices=_choices(among), required=always,
        default=lambda _: proposed or None,
    )  # fmt: skip


def some_of(name: str, label: Text, told: Text, among: Sequence[tuple[str, Text]]) -> Field:
    """Return the question which of those ``among`` are meant, one or more."""
    return Field(
        name, label, Kind.CHOICES, Section.DECISION, 0, told, choices=_choices(among), required=always
    )


def maybe_some_of(name: str, label: Text, told: Text, among: Sequence[tuple[str, Text]]) -> Field:
    """Return the same question where none of them may be the answer."""
    return replace(some_of(name, label, told, among), required=never)


def maybe_lines(name: str, label: Text, told: Text, most: int) -> Field:
    """Return a question that may be answered in lines, or not at all."""
    return replace(lines(name, label, told, most), required=never)


def yes_or_no(name: str, label: Text, told: Text, when: Condition = always) -> Field:
    """Return a question that is answered by yes or no."""
    return Field(name, label, Kind.YESNO, Section.DECISION, 0, told, when=when)


def words(name: str, label: Text, told: Text, example: str = "", most: int = 200) -> Field:
    """Return a question that is answered in a line of one's own words."""
    return Field(name, label, Kind.TEXT, Section.DECISION, 0, told, example, required=always, most=most)


def day(name: str, label: Text, told: Text) -> Field:
    """Return the question on which day."""
    return Field(name, label, Kind.DAY, Section.DECISION, 0, told, "24-11-2026", required=always)


def lines(name: str, label: Text, told: Text, most: int) -> Field:
    """Return a question that is answered in many lines."""
    return Field(name, label, Kind.LONG, Section.DECISION, 0, told, required=always, most=most)


def _choices(among: Sequence[tuple[str, Text]]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, (value.replace("_", " ").lower(),)) for value, label in among)
