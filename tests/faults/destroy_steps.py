"""A destruction by minutes as a step for the sweeps, like those of :mod:`tests.faults.office_steps`.

At no moment, also before a restart, is a case gone whose tombstone is not in ``register.jsonl``.
"""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.archive import deposit as archive
from pipeline.archive.layout import object_root
from pipeline.intake.reader import Reader
from pipeline.kernel.people import Role
from pipeline.office.base import home
from pipeline.office.base.session import Session
from pipeline.office.disposal import destroy, dispose
from pipeline.office.keeping import import_register
from pipeline.office.overview import find, watch
from pipeline.records import boot, cases, disposals, entries, history
from pipeline.records.disposals import Disposal, DisposalState
from pipeline.register.tombstone import is_tombstone
from pipeline.settings import load
from tests.faults.office_steps import CASE, CHECKOUT, Step, all_in_order, letter_pdf, session
from tests.faults.plant import plant
from tests.office.retained import JRA, Paper, approve, carry_out, propose
from tests.register.sheets import HEAD, ROWS, xlsx

LATER = "2036-01-15T09:00:00+07:00"
"""The first case was answered ten years and six days ago, the second a month later."""
STAYS, LIST, MINUTES = "2026-0002", "M-2036-01", Paper("045/2/BA/2036", date(2036, 1, 15))
SCAN = "0001-TL-I-2026.pdf"
PERSONAL = (b"Rusmini Talahu", b"Ani Melati")


def with_an_approved_list(root: Path, _reader: Reader) -> None:
    """An office with two rows of an old register; the time of the first is over and its destruction is approved."""
    home.init(root, CHECKOUT, "uji", trial=True)
    toml = root / "office.toml"
    toml.write_text(toml.read_text("utf-8") + JRA, "utf-8")
    at, folder = session(root, Role.ARCHIVIST), root / "var" / "masukan"
    (folder / "pindaian").mkdir(parents=True)
    rows = [(*ROWS[0], date(2026, 1, 9)), (*ROWS[1], date(2026, 2, 9))]
    (folder / "lembar.xlsx").write_bytes(xlsx(*rows, head=(*HEAD, "Tgl Surat Jawaban")))
    (folder / "pindaian" / SCAN).write_bytes(letter_pdf())
    import_register.enter(at, import_register.plan(at, folder / "lembar.xlsx", folder / "pindaian"))
    shutil.rmtree(folder)
    os.environ["RANGKAP_CLOCK"] = LATER
    disposal = propose(at)
    assert [case.case for case in disposal.cases] == [CASE]
    approve(session(root, Role.CHAIR), disposal.id, Paper("800/1/2036", date(2036, 1, 12)))


def destroy_it(root: Path, _reader: Reader) -> None:
    """Destroy what the list names, or what of that is left to do; first of all, nothing is gone that is not entered."""
    whole_or_entered(root)
    os.environ["RANGKAP_CLOCK"] = LATER
    at = session(root, Role.ARCHIVIST)
    watch.start(at)
    if disposals.get(LIST).state in (DisposalState.APPROVED, DisposalState.DESTROYING):
        carry_out(at, LIST, MINUTES)


def whole_or_entered(root: Path) -> None:
    """By the archive alone, before anything is recovered: the case is there, or its tombstone is; the other is there."""
    place = load(root).archive
    lines = [part for path in place.glob("*/register.jsonl") for part in path.read_bytes().split(b"\n")]
    is_entered = any(b'"kind":"destroyed"' in line and line.endswith(b"}") for line in lines)
    assert is_entered or object_root(place, CASE).is_dir(), "the case is gone and has no tombstone"
    assert (object_root(place, STAYS) / "v1/content/kasus.json").is_file()


def destroyed(root: Path) -> None:
    """One tombstone, nothing of the case but its numbers, the other case as it was."""
    settings = load(root)
    assert not object_root(settings.archive, CASE).exists()
    assert cases.numbers() == [STAYS]
    assert disposals.get(LIST).state == DisposalState.DESTROYED
    assert [entry.case for entry in entries.after(0) if is_tombstone(entry)] == [CASE]
    assert [entry.kind for entry in entries.after(0) if entry.case == LIST] == [
        "disposal_proposed",
        "disposal_approved",
        "disposal_destroyed",
    ]
    assert [act.verb for act in history.of_case(CASE) if act.verb == dispose.DESTROY] == [dispose.DESTROY]
    assert find.show(session(root, Role.ARCHIVIST), CASE).plain["minutes"]["number"] == MINUTES.number
    all_in_order(root)
    boot.close()
    for path in (file for file in root.rglob("*") if file.is_file()):
        data = path.read_bytes()
        assert not any(part in data for part in (*PERSONAL, letter_pdf())), (
            f"left in {path.relative_to(root)}"
        )


def removed_before_entered() -> None:
    """The object is removed before its tombstone is in the chain."""
    enter = destroy._enter

    def late(at: Session, stones: list[disposals.Tombstone], actor: str) -> None:
        for stone in stones:
            archive.destroy(at.settings.archive, stone.case, stone.inventory_sha512, LIST)
        enter(at, stones, actor)

    plant(destroy, "_enter", late)


def called_done_first() -> None:
    """The list is called destroyed before anything is carried out."""
    carry_out = destroy._carry_out

    def carried(at: Session, disposal: str, *rest: Any) -> Disposal:
        with boot.transact():
            disposals.change(disposals.get(disposal), state=DisposalState.DESTROYED)
        return carry_out(at, disposal, *rest)

    plant(destroy, "_carry_out", carried)


DESTROYING = {"destroy": Step(with_an_approved_list, destroy_it, destroyed)}
DESTROY_BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug for bug in (removed_before_entered, called_done_first)
}
