"""Papers of our own that came back as scans."""

from dataclasses import dataclass

from pipeline.cases.states import find_move
from pipeline.kernel import ids
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import things
from pipeline.lookup.kinds import Arrival, ArrivalState, Sheet, SheetKind
from pipeline.office.base.desk import Desk
from pipeline.office.base.value_words import word_of
from pipeline.office.victims.victims_copy_hand import HANDERS


@dataclass(frozen=True)
class OwnPaper:
    """A paper of ours, and what is done next with a receipt."""

    name: Text
    case: str = ""
    do: Text | None = None
    next: Next | None = None
    roles: frozenset[Role] = frozenset()


def of(one: Arrival) -> OwnPaper | None:
    """Which paper of ours a scan is, if any."""
    code = ids.read_code(one.code) if one.code else None
    if code is None:
        is_edited = one.state == ArrivalState.EDITED and bool(one.letter)
        return (
            OwnPaper(
                _filled(
                    Text("Konsep suntingan surat {letter}", "Edited draft of letter {letter}"),
                    letter=one.letter,
                ),
                one.case,
            )
            if is_edited
            else None
        )
    paper = things.own_paper(one)
    if isinstance(paper, Sheet):
        return _of_sheet(one, paper)
    if ids.is_page(code.letter):
        return OwnPaper(
            _filled(
                Text(
                    "Lembar pengesahan register {page}, salinan ke-{copy}",
                    "Register page {page}, copy {copy}",
                ),
                page=code.letter,
                copy=code.copy,
            )
        )
    if paper is None:
        return None
    kind = paper.kind_row.name
    told = [
        Text("Salinan ke-{copy} {kind} {letter}", "Copy {copy} of {kind} {letter}").fill(
            lang, copy=code.copy, kind=kind.fill(lang), letter=paper.id
        )
        for lang in ("id", "en")
    ]
    return OwnPaper(Text(*told), paper.case)


def named(desk: Desk, *items: str) -> dict[str, OwnPaper]:
    """The papers of ours among the arrivals ``items`` (ids)."""
    found = {item: of(things.arrival(desk, item)) for item in items}
    return {item: paper for item, paper in found.items() if paper is not None}


def _of_sheet(one: Arrival, sheet: Sheet) -> OwnPaper:
    waits = one.state == ArrivalState.DECISION
    if sheet.kind == SheetKind.DELIVERY:
        paper = OwnPaper(
            _filled(Text("Tanda terima surat {letter}", "Receipt of letter {letter}"), letter=sheet.letter),
            sheet.case,
        )
        do, step, roles = (
            Text("Catat penyampaian", "Record the delivery"),
            Next("record-delivery", sheet.case),
            find_move("deliver").roles,
        )
    elif sheet.kind == SheetKind.COPY:
        paper = OwnPaper(
            _filled(
                Text(
                    "Tanda terima salinan untuk korban {sheet}", "Receipt of the copy for the victim {sheet}"
                ),
                sheet=sheet.id,
            ),
            sheet.case,
        )
        do, step, roles = (
            Text("Catat penyerahan", "Record the handing over"),
            Next("hand-over-copy", sheet.case),
            HANDERS,
        )
    else:
        kind = word_of("sheet_kind", sheet.kind)
        words = (
            Text("Lembar keputusan {kind} {sheet}", "Decision sheet {sheet}: {kind}").fill(
                lang, kind=kind.fill(lang), sheet=sheet.id
            )
            for lang in ("id", "en")
        )
        return OwnPaper(Text(*words), sheet.case)
    return OwnPaper(paper.name, paper.case, do, step, roles) if waits else paper


def _filled(said: Text, **fields: object) -> Text:
    return Text(*(said.fill(lang, **fields) for lang in ("id", "en")))
