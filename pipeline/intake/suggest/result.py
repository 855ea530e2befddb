"""A finding of a rule and how it becomes a suggestion."""

from dataclasses import dataclass
from math import sqrt

from pipeline.intake.reading import Suggestion
from pipeline.intake.suggest.document import Document


@dataclass(frozen=True)
class Found:
    """A value found in the text at ``start``…``end`` with the certainty (0..1) of the rule.

    ``pieces`` are the rows of the value where other columns, or other words, stand between them; ``joint``
    is what their value is joined with. ``exact`` fields (numbers, dates, phones, names of persons and places, subjects) are as sure as their worst word;
    words of a language or a list survive a bad letter and count with the root of the mean.
    """

    start: int
    end: int
    normal: str
    certainty: float
    alternatives: tuple[str, ...] = ()
    exact: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    joint: str = " "

    def holds(self, offset: int) -> bool:
        """Whether ``offset`` lies in the value."""
        return any(start <= offset < end for start, end in self.pieces or ((self.start, self.end),))


def suggestion(document: Document, found: Found) -> Suggestion:
    """Return ``found`` as a suggestion with page, box and confidence."""
    pieces = found.pieces or ((found.start, found.end),)
    evidence = document.evidence(*pieces)
    read = evidence.low if found.exact else sqrt(evidence.mean)
    return Suggestion(
        value=document.joined(pieces, found.joint).strip(" ,;"),
        normal=found.normal,
        confidence=round(max(0.0, min(1.0, read * found.certainty)), 3),
        page=evidence.page,
        box=evidence.box,
        alternatives=found.alternatives,
    )
