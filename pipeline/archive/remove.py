"""Taking one whole object out of the archive for good: an intent first, then steps that can be repeated.

The intent lies in the object's staging room. Until it is durable nothing has changed; from then on whoever holds
the room completes the removal: one rename of the object into the room → ``SHA512SUMS`` written anew without it →
its bytes deleted → the intent deleted, last of all. Recovery at every start, and every filing of the object, does so
first. Whether an object may go is decided elsewhere, and stands in the chain before anything here begins.
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
    """Write the intent to remove ``case`` into its held, empty staging room, durably."""
    room = staging_folder(archive, case)
    write_new(room / INTENT, json.dumps({"case": case, "operation": operation}).encode() + b"\n")
    sync_tree(room)


def finish_removal(archive: Path, case: str) -> bool:
    """Complete the removal of ``case`` if one was begun; the caller holds its staging room.

    Tells whether there was one. An intent that is torn was never acted on: it counts as none. Raises NotDurable; the
    intent then stays, and the next to hold the room goes on.
    """
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
    """Write the list of the year of ``case`` anew without its lines; returns how many went.

    The caller holds the staging room of ``case``. Nothing is written where the list does not name it; a list that
    would be empty is taken away. Raises NotDurable.
    """
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
