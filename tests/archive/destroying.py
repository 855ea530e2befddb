"""The program whose interruptions are tried: a tombstone, then one object destroyed, and both once more.

``python tests/archive/destroying.py ROOT [PLANTED BUG]``. ``ROOT/archive`` holds three cases; 2026-0042 is to go, and
2026-0043 after it. Started again, the program completes what is left.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pipeline.archive import deposit as room
from pipeline.archive import recover as removal
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.in_folder import InFolder
from pipeline.archive.inventory import head_of
from pipeline.archive.layout import establish, object_root
from pipeline.archive.recover import recover
from pipeline.kernel.files import digest_bytes
from pipeline.register.entry import Entry, make_entry
from pipeline.register.journal import complete

GOES, LAST, STAYS = "2026-0042", "2026-0043", "2026-0044"
MOMENT = datetime(2026, 11, 3, 2, 15, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + b"goresan " * 900 + b"\n%%EOF\n"
WRONG = b"%PDF-1.7 milik kasus lain\n%%EOF\n"


def prepare(root: Path) -> None:
    """Fill the empty folder ``root``: an archive with three cases."""
    archive = root / "archive"
    establish(archive)
    for case in (GOES, LAST, STAYS):
        for n, data in enumerate(
            (PDF + case.encode() + b"\n%%EOF\n", WRONG + case.encode() + b"\n%%EOF\n"), 1
        ):
            files = [NewFile(f"surat-{n}.pdf", data)]
            version = NewVersion(case, files, b'{"n": %d}' % n, "Tahap", f"op-{n}", MOMENT, "siti")
            deposit(archive, version, reserve=0)


def digest(archive: Path, case: str) -> str:
    """Return the SHA-512 of the newest inventory of ``case`` as it was on the day of the decision."""
    head = head_of(archive, case)
    return digest_bytes((object_root(archive, case) / "inventory.json").read_bytes()) if head else "0" * 128


def entries() -> list[Entry]:
    """Return the two tombstones of the database, the same at every start."""
    made: list[Entry] = []
    for case in (GOES, LAST):
        made.append(
            make_entry(
                made[-1] if made else None, moment=MOMENT, year=2026, register_number="", kind="destroyed",
                case=case, version=0, inventory_sha512="a" * 128, payload_sha256="b" * 64, actor="siti",
            )
        )  # fmt: skip
    return made


def run(root: Path) -> None:
    """Recover, then destroy both, each behind its tombstone."""
    archive = root / "archive"
    recover(archive)
    tombstone(archive, 1)
    room.destroy(archive, GOES, digest(archive, GOES), "op-3")
    tombstone(archive, 2)
    room.destroy(archive, LAST, digest(archive, LAST), "op-4")


def tombstone(archive: Path, n: int) -> None:
    """Make the tombstones up to the ``n``-th durable in the journal."""
    complete(InFolder(archive), lambda last: entries()[last:n])


def no_folder_sync() -> None:
    """Leave out every fsync of a folder."""
    real = os.fsync
    os.fsync = lambda handle: None if stat.S_ISDIR(os.fstat(handle).st_mode) else real(handle)  # type: ignore[assignment,arg-type]


def removed_first() -> None:
    """Remove the object before its tombstone is durable."""
    real = globals()["tombstone"]

    def late(archive: Path, n: int) -> None:
        if n == 1:
            room.destroy(archive, GOES, digest(archive, GOES), "op-3")
        real(archive, n)

    globals()["tombstone"] = late


def list_stays() -> None:
    """Leave the lines of the object in SHA512SUMS."""
    for module in (room, removal):
        module.strike_sums = lambda archive, case: 0  # type: ignore[attr-defined]


def deleted_in_place() -> None:
    """Delete the object where it lies, without an intent."""

    def begin(archive: Path, case: str, operation: str) -> None:
        shutil.rmtree(object_root(archive, case))

    room.begin_removal = begin  # type: ignore[attr-defined]


PLANTED: dict[str, Callable[[], None]] = {
    fault.__name__: fault for fault in (no_folder_sync, removed_first, list_stays, deleted_in_place)
}

if __name__ == "__main__":
    for bug in sys.argv[2:]:
        PLANTED[bug]()
    run(Path(sys.argv[1]))
