"""Papers of our own that came back as scans: what a person calls each, whose case it is, and what comes next with it.

A scan that is known by its code is a copy, a decision sheet, a receipt or a register page, never "a document": the receipt
of a letter that was delivered decides nothing, though it waits in the same place as a decision sheet.
"""

from dataclasses import dataclass

from pipeline.cases.states import find_move
from pipeline.kernel import ids
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import things
from pipeline.lookup.kinds import Arrival, ArrivalState, Sheet, SheetKind
from pipeline.office.base.desk import Desk
from pipeline.office.base.value_words import word_of
from pipeline.office.engine.perform import filled
from pipeline.office.victims.victims_copy_hand import HANDERS

_COPY = Text("Salinan ke-{copy} {kind} {letter}", "Copy {copy} of {kind} {letter}")
_RECEIPT = Text("Tanda terima surat {letter}", "Receipt of letter {letter}")
_VICTIMS = Text("Tanda terima salinan untuk korban {sheet}", "Receipt of the copy for the victim {sheet}")
_SHEET = Text("Lembar keputusan {kind} {sheet}", "Decision sheet {sheet}: {kind}")
_PAGE = Text("Lembar pengesahan register {page}, salinan ke-{copy}", "Register page {page}, copy {copy}")
_EDITED = Text("Konsep suntingan surat {letter}", "Edited draft of letter {letter}")
_DELIVER = Text("Catat penyampaian", "Record the delivery")
_HAND = Text("Catat penyerahan", "Record the handing over")


@dataclass(frozen=True)
class OwnPaper:
    """A paper of ours: its name, its case ("": none), and, where a receipt waits for it, what is done next and by whom."""

    name: Text
    case: str = ""
    do: Text | None = None
    next: Next | None = None
    roles: frozenset[Role] = frozenset()


def of(one: Arrival) -> OwnPaper | None:
    """Return which paper of ours the scan ``one`` is; None where nothing tells that it is one."""
    code = ids.read_code(one.code) if one.code else None
    if code is None:
        is_edited = one.state == ArrivalState.EDITED and bool(one.letter)
        return OwnPaper(filled(_EDITED, {"letter": one.letter}), one.case) if is_edited else None
    paper = things.own_paper(one)
    if isinstance(paper, Sheet):
        return _of_sheet(one, paper)
    if ids.is_page(code.letter):
        return OwnPaper(filled(_PAGE, {"page": code.letter, "copy": code.copy}))
    if paper is None:
        return None
    told = filled(_COPY, {"copy": code.copy, "kind": paper.kind_row.name, "letter": paper.id})
    return OwnPaper(told, paper.case)


def named(desk: Desk, *items: str) -> dict[str, OwnPaper]:
    """Return the papers of ours among the arrivals ``items`` (ids)."""
    found = {item: of(things.arrival(desk, item)) for item in items}
    return {item: paper for item, paper in found.items() if paper is not None}


def _of_sheet(one: Arrival, sheet: Sheet) -> OwnPaper:
    waits = one.state == ArrivalState.DECISION
    if sheet.kind == SheetKind.DELIVERY:
        paper = OwnPaper(filled(_RECEIPT, {"letter": sheet.letter}), sheet.case)
        do, step, roles = _DELIVER, Next("record-delivery", sheet.case), find_move("deliver").roles
    elif sheet.kind == SheetKind.COPY:
        paper = OwnPaper(filled(_VICTIMS, {"sheet": sheet.id}), sheet.case)
        do, step, roles = _HAND, Next("hand-over-copy", sheet.case), HANDERS
    else:
        kind = word_of("sheet_kind", sheet.kind)
        return OwnPaper(filled(_SHEET, {"kind": kind, "sheet": sheet.id}), sheet.case)
    return OwnPaper(paper.name, paper.case, do, step, roles) if waits else paper
