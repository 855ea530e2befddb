"""Letters in a monospaced layout as pages of words with boxes, and the score of suggestions on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.reading import Page, Row, Suggestion, Word

LETTERS = Path(__file__).parent / "letters"
WIDE, HIGH, TOP = 16, 32, 100
FIELDS = (
    "channel", "letter_number", "letter_date", "sender", "reporter_name", "reporter_relation", "victim_name",
    "victim_age", "victim_sex", "relation", "subject", "place_kecamatan", "phone", "case_type", "addressee",
    "safe_contact",
)  # fmt: skip
KINDS = ("case_type",)


def page_of(text: str, confidence: float = 0.98, number: int = 1) -> Page:
    """Return ``text`` as a page: each character 16 pixels wide, each row 32 high, blank rows as space."""
    rows = []
    for line, content in enumerate(text.splitlines()):
        words = []
        for found in re.finditer(r"\S+", content):
            box = (
                TOP + found.start() * WIDE,
                TOP + line * HIGH,
                TOP + found.end() * WIDE,
                TOP + line * HIGH + 24,
            )
            words.append(Word(found[0], box, confidence))
        if words:
            rows.append(Row(tuple(words)))
    return Page(number, 1654, 2339, tuple(rows), "ocr", confidence, 0, ())


@dataclass
class Score:
    """Counts of one field: right, wrong or needless, missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was said."""
        whole = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / whole if whole else 1.0

    @property
    def precision(self) -> float:
        """Share of the answers that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what the letters say that was found."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9/]+", " ", text.lower()).strip()


def is_right(field: str, given: str, accepted: Iterable[str]) -> bool:
    """Whether an answer is one of the accepted ones; kinds of violence are compared as a set."""
    if field in KINDS:
        return any({*given.split(", ")} == {*one.split(", ")} for one in accepted)
    return any(_plain(given) == _plain(one) for one in accepted)


def accepted(expected: Mapping[str, object], field: str) -> list[str]:
    """Return the accepted answers for a field, none when the letter is silent."""
    value = expected.get(field)
    return [] if value is None else [str(v) for v in value] if isinstance(value, list) else [str(value)]


def judge(
    scores: dict[str, Score], expected: Mapping[str, object], given: Mapping[str, Suggestion]
) -> list[tuple[str, str, list[str]]]:
    """Add one letter to ``scores``; return its mistakes as (field, given, accepted)."""
    mistakes = []
    for field in FIELDS:
        answers = accepted(expected, field)
        said = given.get(field)
        score = scores.setdefault(field, Score())
        if said and is_right(field, said.normal, answers):
            score.right += 1
            continue
        score.wrong += said is not None
        score.missing += bool(answers)
        if said or answers:
            mistakes.append((field, said.normal if said else "-", answers))
    return mistakes


def letters(part: str) -> list[tuple[str, str, dict[str, object]]]:
    """Return (name, text, expected) of every letter in ``part`` (development, test)."""
    paths = sorted((LETTERS / part).glob("*.txt"))
    return [
        (p.stem, p.read_text("utf-8"), json.loads(p.with_suffix(".json").read_text("utf-8"))) for p in paths
    ]
