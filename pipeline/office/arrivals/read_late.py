"""What is read after registration: the derivative becomes its own version.

Danger words raise the case (:mod:`pipeline.office.arrivals.danger_later`).
"""

from dataclasses import dataclass

from pipeline.office.arrivals import danger_later, derivative
from pipeline.office.base import filings
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session, moment_for_numbers
from pipeline.records import arrivals, boot, cases, history, read_pages
from pipeline.records.arrivals import Arrival, ArrivalState

VERB = KIND = "read_later"


def expect(arrival: Arrival) -> None:
    """Note that a letter being registered is still unread."""
    if arrival.state == ArrivalState.NEW:
        read_pages.want(arrival.id)


@dataclass(frozen=True)
class Found:
    """A note for the letter, ``reading`` (JSON; empty: none), pages, danger ``words``."""

    note: str = ""
    reading: str = ""
    pages: int = 0
    words: str = ""


def keep(session: Session, item: str, result: Found) -> Arrival:
    """Repeatable. Raises ClockBehind: try again."""
    filings.complete_case(session, arrivals.get(item).case)
    moment = moment_for_numbers()
    with boot.transact():
        now = arrivals.get(item)
        read_pages.drop(item)
        if now.reading:
            return now
        after = arrivals.change(now, **_columns(now, result))
        papers = _papers(session, after)
        if papers:
            loss = derivative.loss_of(session.settings, after)
            history.note(moment, session.actor, VERB, None, now.case, papers[0].logical, derivative=loss)
        if result.words:
            danger_later.note(session, moment, after, result.words)
        if papers or result.words:
            message = f"terbaca setelah didaftarkan: {now.agenda or now.id}"
            filings.begin(session, cases.get(now.case), KIND, message, papers, moment)
    filings.complete_case(session, after.case)
    return after


def _columns(now: Arrival, result: Found) -> dict[str, object]:
    remarks = (result.note, danger_later.danger_note(result.words))
    note = "; ".join(filter(None, (now.note, *(remark for remark in remarks if remark not in now.note))))
    if not result.reading:
        return {"note": note}
    return {"note": note, "reading": result.reading, "pages": result.pages, "danger": result.words}


def _papers(session: Session, arrival: Arrival) -> list[Paper]:
    held = {document.logical: document.sha512 for document in cases.documents(arrival.case)}
    stem = next((name.rpartition(".")[0] for name, digest in held.items() if digest == arrival.sha512), "")
    made = derivative.papers_of(session.settings, arrival, stem) if stem else []
    return [paper for paper in made if paper.logical not in held]
