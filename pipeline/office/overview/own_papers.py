"""The office's own papers that came back as scans."""

from dataclasses import dataclass, replace

from pipeline.cases.states import find_move
from pipeline.kernel import ids
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.lookup.kinds import Arrival, ArrivalState, Sheet, SheetKind
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.victims.victims_copy_hand import HANDERS


@dataclass(frozen=True)
class OwnPaper:
    """A paper of the office, and a receipt's next step."""

    name: Text
    case: str = ""
    do: Text | None = None
    next: Next | None = None
    roles: frozenset[Role] = frozenset()


def of(arrival: Arrival) -> OwnPaper | None:
    """The office's paper that a scan shows, if any."""
    code = ids.read_code(arrival.code) if arrival.code else None
    if code is None:
        if arrival.state != ArrivalState.EDITED or not arrival.letter:
            return None
        label = N_("Edited draft of letter {letter}")
        return OwnPaper(label.of(letter=arrival.letter), arrival.case)
    paper = visible.own_paper(arrival)
    if isinstance(paper, Sheet):
        return _of_sheet(arrival, paper)
    if ids.is_page(code.letter):
        label = N_("Register page {page}, copy {copy}")
        return OwnPaper(label.of(page=code.letter, copy=code.copy))
    if paper is None:
        return None
    label = N_("Copy {copy} of {kind} {letter}")
    details = {"copy": code.copy, "kind": paper.kind_row.name, "letter": paper.id}
    return OwnPaper(label.of(**details), paper.case)


def named(session: Session, *ids: str) -> dict[str, OwnPaper]:
    """The office's papers among the arrival ids ``ids``."""
    papers = {arrival: of(visible.arrival(session, arrival)) for arrival in ids}
    return {arrival: paper for arrival, paper in papers.items() if paper is not None}


def _of_sheet(arrival: Arrival, sheet: Sheet) -> OwnPaper:
    waits = arrival.state == ArrivalState.DECISION
    details = {"letter": sheet.letter, "sheet": sheet.id, "kind": word_of("sheet_kind", sheet.kind)}
    if sheet.kind == SheetKind.DELIVERY:
        label = N_("Receipt of letter {letter}")
        step, roles = Next("record-delivery", sheet.case), find_move("deliver").roles
        do = N_("Record the delivery")
    elif sheet.kind == SheetKind.COPY:
        label = N_("Receipt of the copy for the victim {sheet}")
        step, roles = Next("hand-over-copy", sheet.case), HANDERS
        do = N_("Record the handing over")
    else:
        label = N_("Decision sheet {sheet}: {kind}")
        return OwnPaper(label.of(**details), sheet.case)
    paper = OwnPaper(label.of(**details), sheet.case)
    return replace(paper, do=do, next=step, roles=roles) if waits else paper
