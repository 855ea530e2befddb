"""The papers of our own that are waited for: copies to be signed, sheets and receipts to be filled in, register pages.

A scan whose code cannot be read is laid beside them, and a person says which of them it is
(:func:`pipeline.office.signing.match.match_scan`); what is likely is proposed, never assigned.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lookup import things
from pipeline.office.arrivals.opened import MATCHERS
from pipeline.office.arrivals.proposals import Proposal, queue
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.cases import sheet_back
from pipeline.records import arrivals, letters, pages
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.pages import PageState
from pipeline.records.sheets import RECEIPTS, SheetState

MAY_BE_OURS = (*WAITING, ArrivalState.UNMATCHED, ArrivalState.ASIDE)


@dataclass(frozen=True)
class Waited:
    """A paper that is waited for. ``what`` is "letter", "sheet", "receipt" or "page"; ``key`` names it on a screen.

    ``kind`` and ``number`` say more of it (of a letter its kind and number); ``code`` is what stands on the paper.
    """

    what: str
    id: str
    case: str
    copy: int
    kind: str
    number: str
    code: str

    @property
    def key(self) -> str:
        """The paper and its copy: ``2026-0001-1/2``."""
        return f"{self.id}/{self.copy}"


def all_of(desk: Desk) -> list[Waited]:
    """Return what is waited for, but of cases that are closed to the actor."""
    need_role(desk, "match", MATCHERS)
    return [*_copies(desk), *_sheets(desk), *_pages()]


def code_of(desk: Desk, key: str) -> str:
    """Return the code of the paper called ``key`` if it is waited for, or ""."""
    return next((one.code for one in all_of(desk) if one.key == key), "")


def scan(desk: Desk, item: str) -> tuple[Arrival, Proposal | None]:
    """Return a document that may be a paper of ours, and what it is likely. Raises NotFound."""
    need_role(desk, "match", MATCHERS)
    found = things.arrival(desk, item)
    likely = next((one for arrival, one in queue(desk) if arrival.id == found.id), None)
    return arrivals.get(found.id), likely


def _copies(desk: Desk) -> Iterator[Waited]:
    for letter in things.letters_in(desk, LetterState.APPROVED):
        for one in letters.copies(letter.id, letter.revision):
            if not one.arrival:
                kind, number = str(letter.kind), letter.number or ""
                yield Waited("letter", letter.id, letter.case, one.copy, kind, number, one.code)


def _sheets(desk: Desk) -> Iterator[Waited]:
    for one in things.sheets_in(desk, SheetState.MADE):
        is_receipt = one.kind in RECEIPTS
        if is_receipt or not sheet_back.overtaken(one):
            what = "receipt" if is_receipt else "sheet"
            yield Waited(what, one.id, one.case, 0, str(one.kind), one.letter, one.code)


def _pages() -> Iterator[Waited]:
    for page in pages.listed():
        if page.state == PageState.MADE:
            for one in page.copies:
                if not one.arrival:
                    yield Waited("page", page.id, "", one.copy, "", "", one.code)
