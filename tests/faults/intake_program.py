"""The program under the sweeps: rounds through an inbox until nothing is left, as a watcher does.

``python -m tests.faults.intake_program ROOT [BUG]``; with a word of :data:`~tests.faults.bugs.BUGS`
it makes that mistake. Exit status 1: the disk failed, and the program said so.
"""

import os
import sys
from pathlib import Path

from pipeline.intake.arrival import TakenIn, arrival_at, arrivals_on_disk
from pipeline.intake.inbox import establish
from pipeline.intake.stability import Patience
from pipeline.intake.sweep import Rounds, finish
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_file
from tests.faults.bugs import BUGS

GOOD = {"surat satu.pdf": b"%PDF-1.7 satu" * 40, "surat\ndua.pdf": b"%PDF-1.7 dua" * 50}
BAD = {"kosong.pdf", "pipa"}


def prepare(root: Path) -> None:
    """An inbox with two letters, an empty file and a pipe."""
    establish(root / "inbox")
    (root / "arrivals").mkdir(mode=0o700)
    for name, data in GOOD.items():
        (root / "inbox" / name).write_bytes(data)
    (root / "inbox" / "kosong.pdf").touch()
    os.mkfifo(root / "inbox" / "pipa")


def work(root: Path) -> None:
    """Take in and refuse until the inbox is empty, beginning with what is unfinished."""
    rounds = Rounds(root / "inbox", root / "arrivals", Patience(quiet=0, quiet_without_lease=0))
    _finish(root, rounds.recover())
    _finish(root, rounds.round())


def _finish(root: Path, outcomes: object) -> None:
    for outcome in outcomes:  # type: ignore[attr-defined]
        if isinstance(outcome, TakenIn):
            finish(root / "inbox", outcome)


def check(root: Path) -> None:
    """Each letter is an arrival exactly once, whole; each refused thing lies beside its sheet."""
    arrivals = [arrival_at(root / "arrivals" / arrival) for arrival in arrivals_on_disk(root / "arrivals")]
    letters = {arrival.raw_name: arrival.path.read_bytes() for arrival in arrivals}
    assert letters == GOOD, f"arrivals: {sorted(letters)}"
    assert len(arrivals) == len(GOOD), "something was taken in twice"
    assert all(digest_file(arrival.path) == arrival.sha512 for arrival in arrivals)
    refused = {path.name for path in (root / "inbox" / "ditolak").iterdir()}
    assert refused == BAD | {f"{name}.alasan.txt" for name in BAD}, f"refused: {sorted(refused)}"
    assert all(
        (root / "inbox" / "ditolak" / f"{name}.alasan.txt").read_text("utf-8").endswith("petugas.\n")
        for name in BAD
    )
    rest = {path.name for path in (root / "inbox").iterdir()} - {".rangkap-inbox", ".claimed", "ditolak"}
    assert not rest, f"left in the inbox: {rest}"
    assert not list((root / "inbox" / ".claimed").iterdir()), "a claim is left open"
    assert not list((root / "arrivals").glob(".staging/*")), "staging is not empty"


def check_torn(root: Path) -> None:
    """Already before the recovery, every byte of every letter lies somewhere, and no arrival is half."""
    for arrival in arrivals_on_disk(root / "arrivals"):
        taken = arrival_at(root / "arrivals" / arrival)
        assert taken.path.read_bytes() == GOOD[taken.raw_name], "a published arrival is torn"
    whole = [path.read_bytes() for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    assert all(data in whole for data in GOOD.values()), "a letter is lost"


if __name__ == "__main__":
    if len(sys.argv) > 2:
        BUGS[sys.argv[2]]()
    try:
        work(Path(sys.argv[1]))
    except (Refusal, OSError) as error:
        sys.exit(f"{type(error).__name__}")
