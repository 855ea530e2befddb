"""Moving a document between two cases, and destroying its bytes in the wrong one, as steps for the sweeps.

As those of :mod:`tests.faults.office_steps`. At no moment, also before a restart, is the letter named by neither case,
or an object gone for which the register does not account.
"""

from collections.abc import Callable
from pathlib import Path

from demo.answers import registration
from pipeline.archive.opened import archive_of
from pipeline.cases.closing import merged_into
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.office.arrivals import move_document
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.cases import register
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import perform
from pipeline.office.overview import watch
from pipeline.records import arrivals, boot, cases, entries, history
from pipeline.settings import load
from tests.faults.office_steps import (
    CASE,
    PutOff,
    Step,
    all_in_order,
    in_archive,
    letter_pdf,
    register_it,
    session,
    take_in,
    with_letter,
)
from tests.faults.plant import plant
from tests.office import arranging
from tests.office.bureau import one_page
from tests.office.damage import archive_stuck
from tests.refused import let_pass

OTHER = "2026-0002"
SCAN = "surat-masuk-1.pdf"
CALL = 6


def with_two_cases(root: Path, reader: Reader) -> None:
    """An office where the letter was registered as a case of its own and belongs to another."""
    with_letter(root, reader)
    register_it(root, reader)
    register_another(root, reader)


def register_another(root: Path, _reader: Reader) -> None:
    """Register a telephone call."""
    perform(
        register.register_call,
        session(root, Role.CLERK),
        "",
        registration(CALL) | {register.NOT_A_DUPLICATE: True},
    )


def move_it(root: Path, _reader: Reader) -> None:
    """Move the letter, unless that was done; first of all, some case names it."""
    named_by_one(root)
    at = session(root, Role.CLERK)
    _settle(at)
    if cases.documents(CASE):
        _move(at)


def _move(at: Session) -> None:
    answers = {"chosen": SCAN, "into": OTHER, "reason": "salah berkas"}
    perform(move_document.move_document, at, CASE, answers)


def named_by_one(root: Path) -> None:
    """By the archive alone, before anything is recovered: the letter is in the newest state of a case."""
    wanted = digest_bytes(letter_pdf())
    states = [archive_of(load(root)).read_case(case).documents for case in (CASE, OTHER)]
    assert any(paper.sha512 == wanted for state in states for paper in state), "no case names the letter"


def _settle(at: Session) -> None:
    if filings.recover_all(at):
        raise PutOff


def moved(root: Path) -> None:
    """The letter is in the right case, once, with its agenda number; both registers and histories say so."""
    assert cases.documents(CASE) == []
    assert [document.logical for document in cases.documents(OTHER)] == ["catatan-telepon.txt", SCAN]
    (scan,) = [document for document in cases.documents(OTHER) if document.logical == SCAN]
    assert in_archive(root, scan.path) == letter_pdf()
    assert sorted((entry.kind, entry.case) for entry in entries.after(0)) == [
        ("moved_in", OTHER),
        ("moved_out", CASE),
        ("registered", CASE),
        ("registered", OTHER),
    ]
    acts = [act.verb for case in (CASE, OTHER) for act in history.of_case(case)]
    assert (acts.count("move_in"), acts.count("move_out")) == (1, 1)
    assert {arrival.case for arrival in arrivals.listed()} == {OTHER}
    assert cases.get(CASE).agenda == ()
    all_in_order(root)


def killed_before(root: Path, reader: Reader) -> None:
    """An office whose power went when the move was committed and nothing of it was filed."""
    with_two_cases(root, reader)
    at = session(root, Role.CLERK)
    with archive_stuck(load(root)), let_pass("office.filing_pending"):
        _move(at)
    boot.close()


def recover_it(root: Path, _reader: Reader) -> None:
    """Start again. Raises PutOff."""
    named_by_one(root)
    _settle(session(root, Role.CLERK))


def dropped_first() -> None:
    """The document leaves the wrong case before it is filed in the right one."""
    real = filings.complete_case

    def finish(at: Session, case: str) -> None:
        real(at, CASE)
        real(at, case)

    plant(filings, "complete_case", finish)
    plant(filings, "_need_first", lambda intent: None)


def merge_it(root: Path, _reader: Reader) -> None:
    """Merge the case of the letter into the other, unless that was done."""
    at = session(root, Role.CHAIR)
    _settle(at)
    if not merged_into(cases.get(CASE)):
        perform(merge.merge_case, at, CASE, {"into": OTHER, "reason": "satu perkara"})


def merged(root: Path) -> None:
    """One case goes on for both; nothing was moved, and both registers and histories say so once."""
    assert (cases.get(CASE).state, merged_into(cases.get(CASE))) == (State.CLOSED, OTHER)
    assert [document.logical for document in cases.documents(CASE)] == [SCAN]
    assert [addition.arrival for addition in cases.get(OTHER).further] == list(cases.get(CASE).arrivals)
    kinds = [(entry.kind, entry.case) for entry in entries.after(0)]
    assert kinds[2:] == [("merged_in", OTHER), ("merge", CASE)]
    verbs = [act.verb for case in (CASE, OTHER) for act in history.of_case(case)]
    assert (verbs.count("merged_in"), verbs.count("merge")) == (1, 1)
    all_in_order(root)


def with_two_letters(root: Path, reader: Reader) -> None:
    """An office where two scans wait that are one letter."""
    with_letter(root, reader)
    (root / "inbox" / "SCN_0009.pdf").write_bytes(one_page("halaman yang tertinggal"))
    take_in(root, reader)


def join_them(root: Path, _reader: Reader) -> None:
    """Join the two scans and register the letter, unless that was done."""
    at = session(root, Role.CLERK)
    watch.start(at)
    _settle(at)
    waiting = [str(arrival.agenda) for arrival in arrivals.listed(*arrivals.WAITING)]
    if len(waiting) > 1:
        arranging.join(at, *sorted(waiting))
    if arrivals.listed(*arrivals.WAITING):
        perform(register.register_arrival, at, register.pick(at, None).id, registration(1))


def joined(root: Path) -> None:
    """One letter of two pages under the first number, filed with both files as they came; no number is lost."""
    assert {document.logical for document in cases.documents(CASE)} == {
        SCAN,
        "surat-masuk-1-asal-1.pdf",
        "surat-masuk-1-asal-2.pdf",
    }
    assert {arrival.case for arrival in arrivals.listed()} == {CASE}
    assert sorted(arrival.agenda or "" for arrival in arrivals.listed()) == ["", "A-2026-0001", "A-2026-0002"]
    letter_ = next(arrival for arrival in arrivals.listed() if arrival.agenda == "A-2026-0001")
    assert (letter_.pages, letter_.state) == (2, arrivals.ArrivalState.REGISTERED)
    assert [(entry.kind, entry.version) for entry in entries.after(0)] == [("registered", 1)]
    all_in_order(root)


MOVING = {
    "merge": Step(with_two_cases, merge_it, merged),
    "join": Step(with_two_letters, join_them, joined),
    "move": Step(with_two_cases, move_it, moved),
    "move-recovery": Step(killed_before, recover_it, moved),
}
MOVE_BUGS: dict[str, Callable[[], None]] = {"dropped_first": dropped_first}
