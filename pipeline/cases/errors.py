"""Refusals of cases that code catches by name; none repeats what a person typed."""

from collections.abc import Iterable

from pipeline.cases.problems import Problem
from pipeline.kernel.errors import Refusal


class InvalidAnswers(Refusal):
    """Fields are missing or wrong; ``problems`` holds each (steps 1–2, 9, 10)."""

    code = "cases.invalid_answers"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(fields=tuple(one.field for one in self.problems))

    def text(self, lang: str = "id") -> str:
        """Return the message with every problem and its field."""
        return self.said.fill(lang, list=" ".join(f"{one.field}: {one.text(lang)}" for one in self.problems))


class NotPossible(Refusal):
    """The move does not start from this state."""

    code = "cases.not_possible"


class BadCase(Refusal):
    """A stored case cannot be read back."""

    code = "cases.bad_record"
