"""Mistakes that have been made by others, planted on purpose: each must be caught by a sweep."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.intake import arrival, refuse, sweep
from pipeline.intake.claim import Claim, release
from pipeline.kernel import clock, files
from pipeline.kernel.ids import new_arrival_id
from tests.faults.plant import plant

_FSYNC = os.fsync
_TAKE_IN = arrival.take_in
_COPY = files.copy_durably


def _sync_only(test: Callable[[int], bool]) -> None:
    def fsync(handle: int) -> None:
        if test(os.fstat(handle).st_mode):
            _FSYNC(handle)

    vars(os)["fsync"] = fsync


def no_file_sync() -> None:
    """Only folders are synced."""
    _sync_only(stat.S_ISDIR)


def no_folder_sync() -> None:
    """Only files are synced."""
    _sync_only(stat.S_ISREG)


def swallowed_error() -> None:
    """An fsync that fails is passed over."""

    def fsync(handle: int) -> None:
        with suppress(OSError):
            _FSYNC(handle)

    vars(os)["fsync"] = fsync


def unlink_first() -> None:
    """The claimed file is removed when its bytes are in memory, before they are an arrival."""

    def copy(source: int, target: Path, limit: int | None = None, mode: int = 0o600) -> files.Copied:
        Path(f"/proc/self/fd/{source}").readlink().unlink()
        return _COPY(source, target, limit, mode)

    plant(arrival, "copy_durably", copy)


def no_read_back() -> None:
    """A write that says it wrote is believed."""

    def copy(source: int, target: Path, limit: int | None = None, mode: int = 0o600) -> files.Copied:
        with target.open("xb", buffering=0) as file:
            copied = files._pour(source, file.fileno(), limit)
            os.fsync(file.fileno())
        return copied

    plant(arrival, "copy_durably", copy)


def no_staging() -> None:
    """The arrival is written where it is read, piece by piece."""

    def take_in(claim: Claim, arrivals: Path, limit: int = 200 << 20) -> arrival.TakenIn:
        target = arrivals / claim.id
        if not target.exists():
            target.mkdir()
            arrival._copy(claim, target, limit)
            files.sync_folder(arrivals)
        return arrival.arrival_at(target)

    plant(sweep, "take_in", take_in)


def a_new_id_after_a_restart() -> None:
    """A claim that is found open is taken in as something new."""

    def take_in(claim: Claim, arrivals: Path, limit: int = 200 << 20) -> arrival.TakenIn:
        folder = arrivals / new_arrival_id(clock.now())
        taken = _TAKE_IN(claim, arrivals, limit)
        (arrivals / claim.id).rename(folder)
        files.sync_folder(arrivals)
        record = folder / arrival.RECORD
        record.write_text(record.read_text().replace(claim.id, folder.name))
        release(claim, folder / arrival.ORIGINAL)
        return taken

    plant(sweep, "take_in", take_in)


def sheet_last() -> None:
    """The refused thing is moved first and explained afterwards."""

    def refuse_it(claimed: Claim, reason: object, zone: str = "") -> Path:
        with files.Lock(claimed.inbox / ".rangkap-inbox", create=False):
            (claimed.inbox / "ditolak").mkdir(exist_ok=True)
        target = claimed.inbox / "ditolak" / claimed.name
        claimed.path.rename(target)
        files.sync_folder(target.parent)
        files.sync_folder(claimed.folder)
        release(claimed, target)
        refuse.sheet_of(target).write_text("petugas.\n")
        return target

    plant(sweep, "refuse", refuse_it)


BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug
    for bug in (
        no_file_sync,
        no_folder_sync,
        swallowed_error,
        unlink_first,
        no_read_back,
        no_staging,
        a_new_id_after_a_restart,
        sheet_last,
    )
}
