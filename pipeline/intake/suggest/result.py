"""A finding of a rule and how it becomes a suggestion."""

from dataclasses import dataclass
from math import sqrt

from pipeline.intake.reading import Suggestion
from pipeline.intake.suggest.document import Document


@dataclass(frozen=True)
class Found:
    """A value at ``start``…``end`` with the certainty (0..1) of the rule.

    ``pieces`` are its rows where other words stand between them. ``exact`` fields (numbers, dates, names) are
    as sure as their worst word; others count with the root of the mean.
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
        """Tell whether ``offset`` lies in the value."""
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
