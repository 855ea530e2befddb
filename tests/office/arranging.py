"""Joining and splitting what came in, as the acts give it back: arrivals."""

from pipeline.office.arrivals.arrange import PARTS, join_arrivals, split_arrival
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals
from pipeline.records.arrivals import Arrival


def join(session: Session, *items: str) -> Arrival:
    """Join ``items`` in this order; return the letter."""
    made = perform(join_arrivals, session, items[0].partition(":")[0], {PARTS: " ".join(items)})
    return arrivals.get(str(made.told["arrival"]))


def split(session: Session, item: str, *ranges: str) -> list[Arrival]:
    """Split ``item`` into these ranges of pages; return what stands for each."""
    made = perform(split_arrival, session, item, {PARTS: " ".join(ranges)})
    rows = made.told["letters"]
    assert isinstance(rows, list)
    return [arrivals.get(row["arrival"]) for row in rows]
