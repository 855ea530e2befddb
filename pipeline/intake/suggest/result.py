"""A finding of a rule and how it becomes a suggestion."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.intake.reading import Suggestion
from pipeline.intake.suggest.document import Document


@dataclass(frozen=True)
class Found:
    """A value found in the text at ``start``…``end`` with the certainty (0..1) of the rule.

    ``exact`` fields (numbers, dates, phones) are as sure as their worst word, others as the mean.
    """

    start: int
    end: int
    normal: str
    certainty: float
    alternatives: tuple[str, ...] = ()
    exact: bool = False
    shown: str | None = None


def suggestion(document: Document, found: Found) -> Suggestion:
    """Return ``found`` as a suggestion with page, box and confidence."""
    evidence = document.evidence(found.start, found.end)
    read = evidence.low if found.exact else evidence.mean
    return Suggestion(
        value=found.shown or document.value(found.start, found.end),
        normal=found.normal,
        confidence=round(max(0.0, min(1.0, read * found.certainty)), 3),
        page=evidence.page,
        box=evidence.box,
        alternatives=found.alternatives,
    )
