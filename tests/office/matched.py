"""Scans as a person matches them or puts them aside: what became of the arrival."""

from pipeline.office.answer.electronic import check_signature
from pipeline.office.answer.match import CODE, accept_scan, match_scan
from pipeline.office.arrivals.dismiss import put_scan_aside
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals
from pipeline.records.arrivals import Arrival


def match(session: Session, item: str, text: str, reason: str = "") -> Arrival:
    """Match ``item`` with the paper that ``text`` names; with a ``reason``, in spite of a doubt."""
    if reason:
        done = perform(accept_scan, session, item, {CODE: text, "reason": reason})
    else:
        done = perform(match_scan, session, item, {CODE: text})
    return arrivals.get(done.arrival.id)


def put_aside(session: Session, item: str, reason: str) -> Arrival:
    """Put ``item`` aside."""
    return arrivals.get(perform(put_scan_aside, session, item, {"reason": reason}).arrival.id)


def checked(session: Session, item: str) -> Arrival:
    """Check the electronic signature of ``item`` once more."""
    return arrivals.get(perform(check_signature, session, item, {}).arrival.id)
