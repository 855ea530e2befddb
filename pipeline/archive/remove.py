"""Removing one whole object: a durable intent, then repeatable steps.

The intent lies in the staging folder. Once durable, whoever holds the folder completes it, recovery and filings
first: rename the object into the folder → rewrite ``SHA512SUMS`` without it → delete its bytes → delete the intent.
The decision already stands in the chain.
"""

import json
from contextlib import suppress
from pathlib import Path

from pipeline.archive.layout import SUMS, appending, object_root, staging_folder, year_of, year_root
from pipeline.archive.sums import cut_torn_end
from pipeline.kernel.files import durable, publish, sync_folder
from pipeline.stores.folder import clear_folder, make_folder, replace, sync_tree, write_new

INTENT = "musnah.json"
_LIST = "daftar"


def begin_removal(archive: Path, case: str, operation: str) -> None:
    """Write the intent durably."""
    room = staging_folder(archive, case)
    write_new(room / INTENT, json.dumps({"case": case, "operation": operation}).encode() + b"\n")
    sync_tree(room)


def finish_removal(archive: Path, case: str) -> bool:
    """Complete a begun removal; tells whether one was. Raises NotDurable. A torn intent was never acted on."""
    room = staging_folder(archive, case)
    if not _is_begun(room / INTENT, case):
        return False
    root, gone = object_root(archive, case), room / case
    if root.is_dir() and not gone.exists():
        publish(root, gone)
    else:
        sync_folder(root.parent)
        sync_folder(room)
    strike_sums(archive, case)
    for folder in (gone, room / _LIST):
        if folder.exists():
            clear_folder(folder)
            with durable():
                folder.rmdir()
    sync_folder(room)
    _unlink(room / INTENT)
    sync_folder(room)
    return True


def strike_sums(archive: Path, case: str) -> int:
    """Rewrite the year's list without ``case``; returns how many lines went. Raises NotDurable."""
    folder, room = year_root(archive, year_of(case)), staging_folder(archive, case)
    path, mine = folder / SUMS, f"  {case}/".encode()
    with appending(archive):
        cut_torn_end(path)
        if not path.exists():
            return 0
        lines = path.read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if not line[128:].startswith(mine)]
        if len(kept) == len(lines):
            return 0
        if kept:
            staged = room / _LIST / SUMS
            make_folder(staged.parent)
            clear_folder(staged.parent)
            write_new(staged, b"".join(kept))
            sync_tree(staged.parent)
            replace(staged, path)
        else:
            _unlink(path)
        sync_folder(folder)
    return len(lines) - len(kept)


def _unlink(path: Path) -> None:
    with durable():
        path.unlink()


def _is_begun(path: Path, case: str) -> bool:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return bool(json.loads(path.read_bytes())["case"] == case)
    return False
