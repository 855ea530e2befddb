"""All measures, in the order of their ids, and how one is chosen by id or by a word."""

from bench.line import Measure
from bench.measures import (
    arrival,
    filing,
    flooding,
    idling,
    letter,
    looking_up,
    reading_cost,
    reading_errors,
    rebuilding,
    searching,
    suggesting,
    two_workers,
    verifying,
    web_pages,
)

MEASURES = (
    Measure("S1", "intake: reading cost", "pages", 8, reading_cost.take),
    Measure("S2", "intake: reading errors", "letters (4 at most)", 4, reading_errors.take),
    Measure("S3", "intake: two workers", "pages a worker", 6, two_workers.take),
    Measure("S4", "intake: arrival", "files idle, and as many busy", 12, arrival.take),
    Measure("F1", "intake: suggestions", "letters (24 at most)", 24, suggesting.take),
    Measure("S5", "letters and pdf", "letters", 30, letter.take),
    Measure("S6", "archive: filing", "documents", 20, filing.take),
    Measure("S7", "archive: verify", "cases", 40, verifying.take),
    Measure("S8", "archive: look-up, find", "cases", 100_000, looking_up.take),
    Measure("S9", "search: words", "documents", 100_000, searching.take),
    Measure("S10", "web: pages", "cases", 100_000, web_pages.take),
    Measure("S11", "intake: flood", "files", 10_000, flooding.take),
    Measure("S12", "archive: rebuild", "cases", 5000, rebuilding.take),
    Measure("S13", "web: idle doors", "seconds (60 at most)", 12, idling.take),
)


def chosen(name: str | None) -> tuple[Measure, ...]:
    """Return the measure with the id ``name``, else all whose name has that word; without one, all."""
    if name is None:
        return MEASURES
    wanted = name.lower()
    exact = tuple(measure for measure in MEASURES if measure.id.lower() == wanted)
    return exact or tuple(measure for measure in MEASURES if wanted in measure.name)
