"""What can go wrong with a case, as sentences. No sentence here repeats what a person typed."""

from collections.abc import Iterable

from pipeline.cases.problems import Problem
from pipeline.kernel.errors import Refusal


class InvalidAnswers(Refusal):
    """One or more fields are missing or wrong; ``problems`` holds each (step 1–2, 9, 10)."""

    code = "cases.invalid_answers"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(fields=tuple(one.field for one in self.problems))

    def text(self, lang: str = "id") -> str:
        """Return the message with every problem, each with the name of its field."""
        return self.said.fill(lang, list=" ".join(f"{one.field}: {one.text(lang)}" for one in self.problems))


class NotPossible(Refusal):
    """The case is not in a state from which this move starts."""

    code = "cases.not_possible"


class BadCase(Refusal):
    """A stored case cannot be read back."""

    code = "cases.bad_record"
