"""A claimed file copied into ``var/arrivals/<id>/``.

The claimed file stays until it is released, so the bytes are durable at every moment.
"""

import errno
import json
import os
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.intake.claim import Claim, arrival_folders
from pipeline.intake.errors import FileRefused, Later
from pipeline.intake.inbox import LOOK
from pipeline.intake.stability import Writers, unfit, writers
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import (
    closing,
    copy_durably,
    digest_file,
    durable,
    need_kept,
    publish,
    read_back,
    sync_folder,
    write_durably,
)
from pipeline.kernel.ids import is_arrival
from pipeline.kernel.names import display
from pipeline.stores.folder import (
    clear_folder,
    clear_strays,
    hold,
    hold_if_free,
    make_folder,
    make_folder_durably,
    replace,
)

ORIGINAL = "original"
RECORD = "arrival.json"
STAGING = ".staging"


@dataclass(frozen=True)
class TakenIn:
    """``path`` holds the bytes received; ``raw_name`` is the system's.

    ``scanned_at`` is the file's time; both times are in UTC. ``source`` is the sub-folder.
    """

    id: str
    path: Path
    name: str
    raw_name: str
    size: int
    sha256: str
    sha512: str
    scanned_at: datetime
    taken_at: datetime
    source: str = ""


def take_in(claim: Claim, arrivals: Path, limit: int = 200 << 20) -> TakenIn:
    """Copy durably; the claimed file stays. Repeatable.

    Raises Later (put it back), FileRefused (never a document), NotDurable (try again).
    """
    target = arrivals / claim.id
    staging = arrivals / STAGING / claim.id
    make_folder(staging.parent)
    with hold(staging):
        if not target.exists():
            try:
                clear_folder(staging)
                _copy(claim, staging, limit)
                publish(staging, target)
            except BaseException:
                with suppress(NotDurable):
                    _forget(staging)
                raise
        else:
            _forget(staging)
    return arrival_at(target)


def arrivals_on_disk(arrivals: Path) -> tuple[str, ...]:
    """Published arrivals, oldest first."""
    return tuple(arrival_folders(arrivals))


def clear_staging(arrivals: Path) -> None:
    """Remove staging folders nobody works on."""
    clear_strays(arrivals / STAGING)
    for folder in arrival_folders(arrivals / STAGING):
        with hold_if_free(arrivals / STAGING / folder) as is_free:
            if is_free:
                clear_folder(arrivals / STAGING / folder)
                _forget(arrivals / STAGING / folder)


def arrival_at(folder: Path) -> TakenIn:
    """Raises ``OSError`` or ``ValueError`` where there is none."""
    record: dict[str, Any] = json.loads((folder / RECORD).read_bytes())
    return TakenIn(
        id=record["id"],
        path=folder / ORIGINAL,
        name=record["name"],
        raw_name=os.fsdecode(bytes.fromhex(record["raw_name_hex"])),
        size=record["size"],
        sha256=record["sha256"],
        sha512=record["sha512"],
        scanned_at=datetime.fromisoformat(record["scanned_at"]),
        taken_at=datetime.fromisoformat(record["taken_at"]),
        source=record.get("folder", ""),
    )


def discard_arrival(arrivals: Path, arrival: str, kept: Path, sha512: str = "") -> None:
    """Durable and repeatable.

    Needs ``kept``: a copy of its bytes or, with its ``sha512``, a document made of them.
    """
    assert is_arrival(arrival), "the id of an arrival is a folder name"
    assert kept.parent != arrivals / arrival, "another copy"
    leaving = arrivals / STAGING / arrival
    make_folder(leaving.parent)
    with hold(leaving):
        clear_folder(leaving)
        if os.path.lexists(arrivals / arrival / ORIGINAL):
            need_kept(kept, sha512 or _came_with(arrivals / arrival))
        with durable(), suppress(FileNotFoundError):
            (arrivals / arrival).rename(leaving / arrival)
            sync_folder(leaving)
            sync_folder(arrivals)
        clear_folder(leaving)
        _forget(leaving)


def put_right(arrivals: Path, arrival: str, source: Path, sha512: str) -> None:
    """Replaces a damaged original by ``source``; repeatable.

    Raises NotDurable, changing nothing, unless its digest is ``sha512``.
    """
    staging = arrivals / STAGING / arrival
    make_folder(staging.parent)
    with hold(staging):
        clear_folder(staging)
        try:
            with durable():
                handle = os.open(source, LOOK)
            with closing(handle):
                copied = copy_durably(handle, staging / ORIGINAL, with_sha256=False)
            if copied.sha512 != sha512:
                raise NotDurable("kernel.no_other_copy")
            make_folder_durably(arrivals / arrival)
            replace(staging / ORIGINAL, arrivals / arrival / ORIGINAL)
            sync_folder(arrivals / arrival)
        finally:
            with suppress(NotDurable):
                _forget(staging)


def record_anew(arrivals: Path, arrival: str, name: str) -> TakenIn:
    """Write a lost or wrong record from the bytes there."""
    path = arrivals / arrival / ORIGINAL
    state, taken = path.lstat(), clock.now()
    copied = {"size": state.st_size, "sha256": digest_file(path, "sha256"), "sha512": digest_file(path)}
    _write_record(path.parent, arrival, name, copied, _moment(state.st_mtime, taken), taken)
    return arrival_at(path.parent)


def is_same(claim: Claim, arrival: TakenIn) -> bool:
    """A missing claimed file counts as the same."""
    try:
        state = claim.path.lstat()
        if not stat.S_ISREG(state.st_mode) or state.st_size != arrival.size:
            return False
        return digest_file(claim.path) == arrival.sha512
    except FileNotFoundError:
        return True


def _copy(claim: Claim, staging: Path, limit: int) -> None:
    with closing(_open(claim, limit)) as handle:
        if writers(handle) is Writers.SOME:
            raise Later("intake.still_changing")
        before = os.fstat(handle)
        copied = _pour(handle, staging / ORIGINAL, limit)
        after = os.fstat(handle)
        if (
            writers(handle) is Writers.SOME
            or _look(before) != _look(after)
            or copied["size"] != after.st_size
        ):
            raise Later("intake.still_changing")
    taken = clock.now()
    _write_record(
        staging, claim.id, claim.name, copied, _moment(after.st_mtime, taken), taken, source=claim.source
    )


def _write_record(
    folder: Path, arrival: str, name: str, copied: dict[str, Any], scanned: datetime, taken: datetime,
    *, source: str = "",
) -> None:  # fmt: skip
    record = {
        "id": arrival,
        "name": display(name),
        "raw_name_hex": os.fsencode(name).hex(),
        **copied,
        "scanned_at": scanned.isoformat(),
        "taken_at": taken.isoformat(),
        **({"folder": source} if source else {}),
    }
    write_durably(folder / RECORD, json.dumps(record, ensure_ascii=False, indent=1).encode())


def _came_with(folder: Path) -> str:
    try:
        return arrival_at(folder).sha512
    except (OSError, ValueError, KeyError, TypeError):
        return read_back(folder / ORIGINAL)


def _open(claim: Claim, limit: int) -> int:
    try:
        seen = claim.path.lstat()
        if reason := unfit(seen, limit):
            raise reason
        handle = os.open(claim.path, LOOK)
    except FileNotFoundError:
        raise Later("intake.gone") from None
    except OSError as error:
        raise FileRefused("intake.no_access", reason=os.strerror(error.errno or errno.EIO)) from None
    state = os.fstat(handle)
    if reason := unfit(state, limit) or (
        None
        if (state.st_dev, state.st_ino) == (seen.st_dev, seen.st_ino)
        else FileRefused("intake.not_a_file", kind="tertukar")
    ):
        os.close(handle)
        raise reason
    return handle


def _pour(handle: int, target: Path, limit: int) -> dict[str, Any]:
    try:
        copied = copy_durably(handle, target, limit)
    except Refusal as error:
        if error.code == "kernel.too_large":
            raise FileRefused("intake.too_large", limit=limit >> 20) from None
        if error.code == "kernel.source_unreadable":
            raise FileRefused("intake.no_access", **error.fields) from None
        raise
    return {"size": copied.size, "sha256": copied.sha256, "sha512": copied.sha512}


def _look(state: os.stat_result) -> tuple[int, int, int]:
    return (state.st_ino, state.st_size, state.st_mtime_ns)


def _moment(seconds: float, taken: datetime) -> datetime:
    try:
        return min(datetime.fromtimestamp(seconds, UTC), taken)
    except (OverflowError, ValueError, OSError):
        return taken


def _forget(folder: Path) -> None:
    with durable(), suppress(FileNotFoundError):
        shutil.rmtree(folder)
    sync_folder(folder.parent)
