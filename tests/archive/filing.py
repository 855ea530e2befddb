"""The program whose interruptions are tried: two filings of one case, each with its entry.

``python tests/archive/filing.py ROOT [PLANTED BUG]``. ``ROOT/tiba`` holds the arrivals ``1.pdf`` and
``2.pdf``; each is released when everything of it is in ``ROOT/archive``. Started again, the program
completes what is left.
"""

import os
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipeline.archive import deposit as room
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.in_folder import InFolder
from pipeline.archive.inventory import sidecar
from pipeline.archive.layout import establish, object_root
from pipeline.archive.recover import recover
from pipeline.kernel.files import sync_folder
from pipeline.register.entry import Entry, make_entry
from pipeline.register.journal import complete

CASE = "2026-0042"
MOMENT = datetime(2026, 11, 3, 2, 15, tzinfo=UTC)
ARRIVALS = {1: b"%PDF-1.7\n" + b"goresan " * 9000 + b"\n%%EOF\n", 2: b"%PDF-1.7 ttd\n%%EOF\n"}
DERIVED = NewFile("turunan/teks.txt", b"teks\n")


def prepare(root: Path) -> None:
    """Fill the empty folder ``root``: an archive and two arrivals."""
    establish(root / "archive")
    (root / "tiba").mkdir()
    for n, data in ARRIVALS.items():
        (root / "tiba" / f"{n}.pdf").write_bytes(data)


def entries() -> list[Entry]:
    """Return the two entries of the database, the same at every start."""
    made: list[Entry] = []
    for version in ARRIVALS:
        made.append(
            make_entry(
                made[-1] if made else None, moment=MOMENT, year=2026, register_number="0001/TL/XI/2026", kind="filed",
                case=CASE, version=version, inventory_sha512="a" * 128, payload_sha256="b" * 64, actor="siti",
            )
        )  # fmt: skip
    return made


def run(root: Path) -> None:
    """Recover, then file both arrivals and release each when everything of it is durable."""
    archive, book = root / "archive", entries()
    recover(archive)
    for n in ARRIVALS:
        arrival = root / "tiba" / f"{n}.pdf"
        if arrival.exists():
            files = [NewFile(f"surat-{n}.pdf", arrival), DERIVED]
            version = NewVersion(CASE, files, b'{"n": %d}' % n, "Tahap", f"op-{n}", MOMENT, "siti")
            deposit(archive, version, reserve=0)
        complete(InFolder(archive), partial(after, book[:n]))
        release(arrival)


def after(book: list[Entry], last: int) -> list[Entry]:
    """Return the entries of ``book`` after the number ``last``, as the database gives them."""
    return book[last:]


def release(arrival: Path) -> None:
    """Let go of an arrival that is filed."""
    arrival.unlink(missing_ok=True)
    sync_folder(arrival.parent)


def no_file_sync() -> None:
    """Leave out every fsync of a file."""
    real = os.fsync
    os.fsync = lambda handle: real(handle) if stat.S_ISDIR(os.fstat(handle).st_mode) else None  # type: ignore[assignment,arg-type]


def no_folder_sync() -> None:
    """Leave out every fsync of a folder."""
    real = os.fsync
    os.fsync = lambda handle: None if stat.S_ISDIR(os.fstat(handle).st_mode) else real(handle)  # type: ignore[assignment,arg-type]


def copy_into_place() -> None:
    """Build the version in its place instead of moving it there whole."""

    def publish(staged: Path, target: Path) -> None:
        target.mkdir()
        for path in sorted(staged.rglob("*")):
            there = target / path.relative_to(staged)
            if path.is_dir():
                there.mkdir()
            else:
                there.write_bytes(path.read_bytes())

    room.durable.publish = publish  # type: ignore[attr-defined]


def root_first() -> None:
    """Replace the root inventory before the version is there."""
    real = room.publish

    def publish(staged: room.Staged) -> None:
        if staged.place.head:
            root = object_root(staged.place.archive, staged.place.case)
            (root / "inventory.json").write_bytes(staged.data)
            (root / "inventory.json.sha512").write_bytes(sidecar(staged.data))
        real(staged)

    room.publish = publish


def sums_first() -> None:
    """List the version before it is there."""
    real = room.publish

    def publish(staged: room.Staged) -> None:
        root = object_root(staged.place.archive, staged.place.case).parent
        root.mkdir(exist_ok=True)
        with (root / "SHA512SUMS").open("ab") as file:
            file.write(f"{'0' * 128}  {CASE}/v{staged.inventory.head}/content/kasus.json\n".encode())
        real(staged)

    room.publish = publish


def release_first() -> None:
    """Let go of the arrival before the version is there."""
    real = room.publish

    def publish(staged: room.Staged) -> None:
        release(staged.place.archive.parent / "tiba" / f"{staged.inventory.head}.pdf")
        real(staged)

    room.publish = publish


PLANTED: dict[str, Callable[[], None]] = {
    fault.__name__: fault
    for fault in (no_file_sync, no_folder_sync, copy_into_place, root_first, sums_first, release_first)
}

if __name__ == "__main__":
    for bug in sys.argv[2:]:
        PLANTED[bug]()
    run(Path(sys.argv[1]))
