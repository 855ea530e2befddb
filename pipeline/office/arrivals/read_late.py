"""What is read after registration: the derivative becomes its own version.

Danger words raise the case (:mod:`pipeline.office.arrivals.danger_later`).
"""

from dataclasses import dataclass

from pipeline.office.arrivals import danger_later, derivative
from pipeline.office.base import filings
from pipeline.office.base.desk import Desk, moment_for_numbers
from pipeline.office.base.dossier import Paper
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


def keep(desk: Desk, item: str, found: Found) -> Arrival:
    """Repeatable. Raises ClockBehind: try again."""
    filings.complete_case(desk, arrivals.get(item).case)
    moment = moment_for_numbers()
    with boot.transact():
        now = arrivals.get(item)
        read_pages.drop(item)
        if now.reading:
            return now
        after = arrivals.change(now, **_columns(now, found))
        papers = _papers(desk, after)
        if papers:
            loss = derivative.loss_of(desk.settings, after)
            history.note(moment, desk.actor, VERB, None, now.case, papers[0].logical, derivative=loss)
        if found.words:
            danger_later.note(desk, moment, after, found.words)
        if papers or found.words:
            message = f"terbaca setelah didaftarkan: {now.agenda or now.id}"
            filings.begin(desk, cases.get(now.case), KIND, message, papers, moment)
    filings.complete_case(desk, after.case)
    return after


def _columns(now: Arrival, found: Found) -> dict[str, object]:
    told = (found.note, danger_later.danger_note(found.words))
    note = "; ".join(filter(None, (now.note, *(remark for remark in told if remark not in now.note))))
    if not found.reading:
        return {"note": note}
    return {"note": note, "reading": found.reading, "pages": found.pages, "danger": found.words}


def _papers(desk: Desk, arrival: Arrival) -> list[Paper]:
    held = {document.logical: document.sha512 for document in cases.documents(arrival.case)}
    stem = next((name.rpartition(".")[0] for name, digest in held.items() if digest == arrival.sha512), "")
    made = derivative.papers_of(desk.settings, arrival, stem) if stem else []
    return [paper for paper in made if paper.logical not in held]
