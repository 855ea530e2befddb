"""Backup and restore on full and write-protected media: ``python -m tests.office.full_media HOME FOLDER``.

Run in a room of mounts of its own (``unshare``). Prints how many restores a full disk ended and how many went through.
"""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import backup_state, passphrase
from pipeline.office.base.session import open_session
from pipeline.office.disposal import backup
from pipeline.office.keeping import restore
from pipeline.office.keeping.reconcile import verify_all
from pipeline.records import boot
from pipeline.settings import load
from tests.refused import is_any, refused_with

ADMIN = Actor("teknis", frozenset({Role.ADMIN}), "uji")


GIVES_UP = 800.0
"""Seconds: restic itself would try to write again for a quarter of an hour."""


def mount(place: Path, size: str, *more: str) -> Path:
    """Mount a small file system in memory at ``place``, or change one."""
    place.mkdir(exist_ok=True)
    options = ",".join([f"size={size}", *more])
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)
    return place


def change(place: Path, options: str) -> None:
    """Change what was mounted at ``place``."""
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)


def fill(place: Path) -> Path:
    """Fill the disk at ``place`` to its last byte."""
    with (place / "penuh").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 12)):
                pass
        except OSError:
            return place / "penuh"


def refused(home: Path, place: Path, words: str) -> None:
    """A backup is refused with a sentence that holds ``words``, sooner than restic gives up, and the failure is known."""
    begun = time.monotonic()
    with refused_with("stores.vault_failed", match=words):
        backup.make(load(home), str(place))
    assert time.monotonic() - begun < GIVES_UP
    assert "[stores.vault_failed]" in backup_state.backup_status(load(home))[1]


def is_restored(place: Path, target: Path, key: str) -> bool:
    """Restore; a full disk must be said and leave nothing, else all must be there."""
    try:
        restore.restore(str(place), target, key, "uji")
    except Refusal as error:
        if not is_any(error, "stores.target_full", NotDurable):
            raise
        assert not target.exists()
        return False
    assert not verify_all(open_session(load(target), ADMIN))
    boot.close()
    return True


def is_backed_up(home: Path, place: Path) -> bool:
    """Back up where the office's own disk may be full; then that is said."""
    with suppress(NotDurable):
        backup.make(load(home), str(place))
        return True
    return False


def main(home: Path, folder: Path) -> None:
    """Try the medium, the new disk, and the disk of the office."""
    usb = mount(folder / "usb", "150k")
    refused(home, usb / "rangkap", "the medium is full")
    change(usb, "size=64m")
    backup.make(load(home), str(usb / "rangkap"))
    key = passphrase.of(load(home))
    full = fill(usb)
    refused(home, usb / "rangkap", "the medium is full")
    assert is_restored(usb / "rangkap", folder / "dari-penuh", key)
    full.unlink()
    change(usb, "ro")
    assert is_restored(usb / "rangkap", folder / "dari-terkunci", key)
    refused(home, usb / "rangkap", "the medium can be read only")
    change(usb, "rw")
    used = sum(path.stat().st_size for path in (folder / "dari-penuh").rglob("*") if path.is_file()) >> 10
    through = []
    for share in (10, 60, 90, 97, 103, 110, 120, 150, 250):
        disk = mount(folder / f"baru-{share}", f"{used * share // 100}k")
        through.append(is_restored(usb / "rangkap", disk / "rumah", key))
    office = mount(folder / "kantor", "64m") / "rumah"
    subprocess.run(["cp", "-a", home, office], check=True)
    full = fill(office.parent)
    assert not is_backed_up(office, usb / "rangkap")
    full.unlink()
    assert is_backed_up(office, usb / "rangkap")
    assert is_restored(usb / "rangkap", folder / "terakhir", key)
    print(through.count(False), through.count(True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
