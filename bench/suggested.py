"""How right suggestions are: letters with what they say, and the count of right, wrong and missing answers.

A letter is a text in a monospaced layout (pages divided by a form feed) and beside it the JSON of its fields in
normal form. A list gives several accepted answers, ``null`` among them that silence is right too; of a field
that is absent nothing may be said. A wrong answer counts against a field as much as a missing one.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.intake.reading import Suggestion

LETTERS = Path(__file__).parent.parent / "tests" / "intake" / "letters"
FIELDS = (
    "channel", "letter_number", "letter_date", "sender", "reporter_name", "reporter_relation", "victim_name",
    "victim_age", "victim_sex", "relation", "subject", "place_kecamatan", "phone", "case_type", "addressee",
    "safe_contact",
)  # fmt: skip
_AS_SETS = ("case_type",)
SURE = 0.9
"""From this confidence on a suggestion is shown without the mark of doubt."""


@dataclass(frozen=True)
class Letter:
    """One letter: name, pages as typed, what it says."""

    name: str
    pages: tuple[str, ...]
    expected: Mapping[str, object]


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


@dataclass
class Tally:
    """The scores of many letters: by field, and how right the answers of each confidence are."""

    fields: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    answers: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def whole(self) -> Score:
        """All fields together."""
        every = self.fields.values()
        return Score(sum(s.right for s in every), sum(s.wrong for s in every), sum(s.missing for s in every))

    def between(self, low: float, high: float) -> tuple[int, float | None]:
        """Return how many answers have a confidence in [``low``, ``high``) and which share of them is right."""
        results = [right for confidence, right in self.answers if low <= confidence < high]
        return len(results), sum(results) / len(results) if results else None

    def judge(
        self, expected: Mapping[str, object], given: Mapping[str, Suggestion]
    ) -> list[tuple[str, str, Sequence[str]]]:
        """Add one letter; return its mistakes as (field, given, accepted)."""
        mistakes: list[tuple[str, str, Sequence[str]]] = []
        for name in FIELDS:
            answers, silence = accepted(expected, name)
            suggestion, score = given.get(name), self.fields[name]
            right = suggestion is not None and is_right(name, suggestion.normal, answers)
            if suggestion is not None:
                self.answers.append((suggestion.confidence, right))
            score.right += right
            score.wrong += suggestion is not None and not right
            missing = not right and bool(answers) and not (silence and suggestion is None)
            score.missing += missing and not silence
            if (suggestion is not None and not right) or missing:
                mistakes.append((name, suggestion.normal if suggestion else "-", answers))
        return mistakes


def accepted(expected: Mapping[str, object], name: str) -> tuple[list[str], bool]:
    """Return the accepted answers for a field, and whether silence is right (too)."""
    value = expected.get(name)
    values = value if isinstance(value, list) else [value]
    return [str(answer) for answer in values if answer is not None], None in values


def is_right(name: str, given: str, answers: Iterable[str]) -> bool:
    """Whether an answer is one of the accepted ones; kinds of violence are compared as a set."""
    if name in _AS_SETS:
        return any({*given.split(", ")} == {*answer.split(", ")} for answer in answers)
    return any(_plain(given) == _plain(answer) for answer in answers)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9/]+", " ", text.lower()).strip()


def letters(part: str) -> list[Letter]:
    """Return every letter in the folder ``part`` (development, test, unseen_2 to unseen_4)."""
    samples = []
    for path in sorted((LETTERS / part).glob("*.txt")):
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
        samples.append(Letter(path.stem, tuple(path.read_text("utf-8").split("\f")), expected))
    return samples
