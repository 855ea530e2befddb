"""Moving a document between two cases as a step for the sweeps, like those of :mod:`tests.faults.office_steps`.

At no moment, also before a restart, is the letter named by neither case.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from demo.answers import registration
from pipeline.archive.read import read_case
from pipeline.intake.reader import Reader
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.office import file_away, move_document, register
from pipeline.office.desk import Desk
from pipeline.office.errors import FilingPending
from pipeline.records import arrivals, boot, cases, entries, history
from pipeline.settings import load
from tests.faults.office_steps import (
    CASE,
    PutOff,
    Step,
    all_in_order,
    desk,
    letter_pdf,
    register_it,
    with_letter,
)
from tests.office.damage import archive_stuck

OTHER = "2026-0002"
SCAN = "surat-masuk-1.pdf"
CALL = 6


def with_two_cases(root: Path, reader: Reader) -> None:
    """An office where the letter was registered as a case of its own and belongs to another."""
    with_letter(root, reader)
    register_it(root, reader)
    register.register_call(desk(root, Role.CLERK), registration(CALL) | {register.NOT_A_DUPLICATE: True})


def move_it(root: Path, _reader: Reader) -> None:
    """Move the letter, unless that was done; first of all, some case names it."""
    named_by_one(root)
    at = desk(root, Role.CLERK)
    _settle(at)
    if cases.documents(CASE):
        _move(at)


def _move(at: Desk) -> None:
    move_document.move(at, move_document.plan(at, CASE, SCAN, OTHER), "salah berkas")


def named_by_one(root: Path) -> None:
    """By the archive alone, before anything is recovered: the letter is in the newest state of a case."""
    wanted = digest_bytes(letter_pdf())
    states = [read_case(load(root).archive, one).documents for one in (CASE, OTHER)]
    assert any(one.sha512 == wanted for state in states for one in state), "no case names the letter"


def _settle(at: Desk) -> None:
    if file_away.recover_all(at):
        raise PutOff


def moved(root: Path) -> None:
    """The letter is in the right case, once, with its agenda number; both registers and histories say so."""
    assert cases.documents(CASE) == []
    assert [one.logical for one in cases.documents(OTHER)] == ["catatan-telepon.txt", SCAN]
    (scan,) = [one for one in cases.documents(OTHER) if one.logical == SCAN]
    assert (load(root).archive / scan.path).read_bytes() == letter_pdf()
    assert sorted((one.kind, one.case) for one in entries.after(0)) == [
        ("moved_in", OTHER),
        ("moved_out", CASE),
        ("registered", CASE),
        ("registered", OTHER),
    ]
    acts = [one.verb for case in (CASE, OTHER) for one in history.of_case(case)]
    assert (acts.count("move_in"), acts.count("move_out")) == (1, 1)
    assert {one.case for one in arrivals.listed()} == {OTHER}
    assert cases.get(CASE).agenda == ()
    all_in_order(root)


def killed_before(root: Path, reader: Reader) -> None:
    """An office whose power went when the move was committed and nothing of it was filed."""
    with_two_cases(root, reader)
    at = desk(root, Role.CLERK)
    with archive_stuck(load(root)), suppress(FilingPending):
        _move(at)
    boot.close()


def recover_it(root: Path, _reader: Reader) -> None:
    """Start again. Raises PutOff."""
    named_by_one(root)
    _settle(desk(root, Role.CLERK))


def dropped_first() -> None:
    """The document leaves the wrong case before it is filed in the right one."""
    real = file_away.finish

    def finish(at: Desk, case: str) -> None:
        real(at, CASE)
        real(at, case)

    vars(file_away)["finish"] = finish
    vars(file_away)["_need_first"] = lambda intent: None


MOVING = {
    "move": Step(with_two_cases, move_it, moved),
    "move-recovery": Step(killed_before, recover_it, moved),
}
MOVE_BUGS: dict[str, Callable[[], None]] = {"dropped_first": dropped_first}
