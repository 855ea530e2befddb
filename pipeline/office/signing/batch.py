"""Several letters at once: approved with one run of LibreOffice, printed as one job; each refusal told by itself.

What goes wrong with one letter stops no other. Each letter is approved in a transaction of its own, so that a kill
leaves some approved and the others as they were; the same call then goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pipeline.cases.states import PRINTERS, find_move
from pipeline.kernel import ids
from pipeline.kernel.errors import RangkapError
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.errors import FilingPending
from pipeline.office.base.folders import need_folder
from pipeline.office.letters.numbering import NumberGone
from pipeline.office.signing import review
from pipeline.office.signing.print_out import Print, one_job, printable
from pipeline.office.signing.revisions import only_revision
from pipeline.records import letters
from pipeline.records.letters import Letter


@dataclass(frozen=True)
class Outcome:
    """What became of one case of a batch: its letter, or why not; both where only the archive is behind."""

    case: str
    letter: Letter | None = None
    error: RangkapError | None = None


def approve_all(
    desk: Desk, wanted: Sequence[str], seen: Mapping[str, review.Read] = MappingProxyType({})
) -> list[Outcome]:
    """Approve the drafts ``wanted`` in their order, each a case or a letter in ``seen``; returns what became of each.

    ``seen`` holds by letter which revision of it was looked at; a case may have two that wait, its answer and a request:
    the second of them is approved after the others. Of a case named by its number a draft with several revisions
    is not approved: it is approved by itself, by the revision that was read. Raises NotYours and BadId, before anything is done.
    """
    need_role(desk, "approve", find_move("approve").roles)
    names = list(dict.fromkeys(wanted))
    cases = {name: (ids.case_of_letter(name) or name) if name in seen else name for name in names}
    found: dict[str, Outcome] = {}
    with ExitStack() as held:
        for number in sorted(set(cases.values())):
            held.enter_context(review.locked(desk, number))
        for together in _rounds(cases):
            ready = _prepared(desk, together, found, seen)
            pdfs = _rendered(desk, list(ready.values()))
            for place, (name, one) in enumerate(ready.items()):
                found[name] = _entered(desk, one, pdfs[2 * place : 2 * place + 2])
    return [found[name] for name in names]


def _rounds(cases: dict[str, str]) -> list[dict[str, str]]:
    """Return what is approved together: of each case one letter; a further one by itself, as the case then stands."""
    first = {number: name for name, number in reversed(cases.items())}
    others = [{name: number} for name, number in cases.items() if first[number] != name]
    return [{name: number for name, number in cases.items() if first[number] == name}, *others]


def _prepared(
    desk: Desk,
    names: Mapping[str, str],
    found: dict[str, Outcome],
    seen: Mapping[str, review.Read],
) -> dict[str, review.Ready]:
    """Return what may be approved, by the ``names`` under which it was asked for; of what may not, tell ``found``."""
    ready: dict[str, review.Ready] = {}
    for name, number in names.items():
        ahead = sum(1 for one in ready.values() if not one.letter.number)
        letter = name if name in seen else ""
        try:
            read = seen[name] if letter else only_revision(desk, number)
            ready[name] = review.prepare(desk, number, ahead, letter, read)
        except RangkapError as error:
            found[name] = Outcome(number, error=error)
    return ready


def _rendered(desk: Desk, ready: Sequence[review.Ready]) -> list[bytes]:
    """Return the PDFs of all copies; nothing where one document spoils the run: each is then rendered by itself."""
    try:
        return review.rendered(desk, ready)
    except RangkapError:
        return []


def _entered(desk: Desk, one: review.Ready, pdfs: Sequence[bytes]) -> Outcome:
    number, read = one.case.number, review.Read(one.letter.revision, one.letter.version)
    try:
        if not pdfs:
            return Outcome(number, review.approve_held(desk, number, one.letter.id, read))
        try:
            return Outcome(number, review.enter(desk, one, pdfs))
        except NumberGone:
            return Outcome(number, review.approve_held(desk, number, one.letter.id, read))
    except FilingPending as error:
        return Outcome(number, letters.get(one.letter.id), error)
    except RangkapError as error:
        return Outcome(number, error=error)


def print_job(desk: Desk, numbers: Sequence[str], target: Path) -> tuple[Path | None, list[Outcome]]:
    """Put the copies of the letters of the cases ``numbers`` into one PDF; returns it and what became of each.

    Without a letter that may be printed there is no file. Raises NotYours, and NoFolder before anything is counted.
    """
    need_role(desk, "print", PRINTERS)
    need_folder(target)
    ready: list[Print] = []
    outcomes: list[Outcome] = []
    for number in dict.fromkeys(numbers):
        try:
            ready.append(printable(desk, number))
            outcomes.append(Outcome(number, ready[-1].letter))
        except RangkapError as error:
            outcomes.append(Outcome(number, error=error))
    return (one_job(desk, ready, target) if ready else None), outcomes
