"""What of a case is still being worked on, and so stands in no version of the archive: it must not be destroyed unseen."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.lookup import whole_scans
from pipeline.office.delivery import close_facts
from pipeline.records import arrivals, cases, letters, sheets
from pipeline.records.arrivals import WAITING
from pipeline.records.letters import LetterState
from pipeline.records.sheets import CopyState, SheetKind

_IN_WORK = (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED)


def reason_against(number: str) -> str:
    """Return what lies on a desk for ``number``, with the command that ends it (Indonesian); empty if nothing does."""
    return next(_found(number), "")


def _found(number: str) -> Iterator[str]:
    for letter in letters.of_case(number):
        if letter.state in _IN_WORK:
            yield f"surat {letter.id} masih “{letter.state}”; selesaikan, atau rangkap void {letter.id}"
    for one in sheets.of_case(number):
        if one.kind == SheetKind.COPY and one.state == CopyState.MAKING:
            yield f"salinan untuk korban {one.id} masih “{one.state}”: rangkap copy {number} --drop"
    yield from (f"{said.id}: {command}" for said, command in close_facts.of(cases.get(number)).waiting)
    parents = {one.parent for one in arrivals.of_case(number) if one.parent}
    for scan in sorted(parents | {one.id for one in whole_scans.of_case(number)}):
        for part in arrivals.parts_of(scan):
            if part.state in WAITING:
                yield f"{part.agenda or part.id}, bagian dari pindaiannya, belum didaftarkan atau dicoret"
