"""Mistakes planted in backup, restore, upgrade, import and rebuild: each must be caught by a sweep of
:mod:`tests.faults.test_keeping_faults` or :mod:`tests.faults.test_office_faults`.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from pipeline.kernel.errors import Refusal
from pipeline.office.base import backup_state
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.office.disposal import backup, old_scans
from pipeline.office.keeping import import_register, rebuild, restore, upgrade
from pipeline.records import boot
from pipeline.stores.backup_repository import BackupRepository
from tests.faults.bugs import no_file_sync, no_folder_sync, swallowed_error
from tests.faults.plant import plant


def called_good_first() -> None:
    """A backup is written down as good before it was checked and read back."""
    stored = backup._stored

    def store(settings: Any, vault: BackupRepository, *rest: Any) -> str:
        snapshot = stored(settings, vault, *rest)
        last = {"at": "2026-11-24T08:00:00+07:00", "place": vault.place, "snapshot": snapshot, "entries": 1}
        backup_state.write(settings, {"last": last, "failed": None})
        return snapshot

    plant(backup, "_stored", store)


def home_first() -> None:
    """What makes a folder a home is moved up first, its database last."""
    plant(restore, "_PARTS", ("office.toml", "inbox", "archive", "letter_templates"))
    plant(restore, "_LAST", "var")


def half_and_done() -> None:
    """A part that cannot be moved up is left where it is, and the restore says that it is done."""
    move = Path.rename

    def rename(source: Path, target: Path) -> Path:
        with suppress(OSError):
            move(source, target)
        return target

    vars(restore)["Path"].rename = rename


def not_swept() -> None:
    """What a failed restore made stays."""
    plant(restore, "_sweep", lambda target: None)


def not_put_back() -> None:
    """What an upgrade that was killed kept beside is left there."""
    plant(upgrade, "put_back", lambda settings: None)


def not_backed_up() -> None:
    """An upgrade goes on when its backup failed."""
    make = upgrade.make

    def made(*words: Any, **more: Any) -> object:
        with suppress(Refusal, OSError):
            return make(*words, **more)
        return None

    plant(upgrade, "make", made)


def row_before_its_scan() -> None:
    """The row of an old scan is committed first, the scan copied afterwards."""
    take, finish = old_scans.take, import_register._finish
    late: dict[Path, bytes] = {}

    def taken(session: Session, *words: Any) -> list[Paper]:
        papers = take(session, *words)
        for paper in papers:
            path = session.settings.home / paper.path
            late[path] = path.read_bytes()
            path.unlink()
        return papers

    def finished(session: Session, case: str, papers: Sequence[Paper]) -> None:
        for path, data in late.items():
            path.write_bytes(data)
        late.clear()
        finish(session, case, papers)

    plant(old_scans, "take", taken)
    plant(import_register, "_finish", finished)


def copy_of_a_scan_left() -> None:
    """The copies of scans that an import which was killed had made are left there."""
    plant(import_register, "_clear", lambda room: None)


def old_database_first() -> None:
    """The old database is taken away before the new one is filled."""
    fill = rebuild._fill

    def filled(settings: Any, *rest: Any) -> dict[str, int]:
        for path in settings.var.glob("rangkap.db*"):
            path.unlink()
        return fill(settings, *rest)

    plant(rebuild, "_fill", filled)


def guards_and_tables_apart() -> None:
    """Each table, that its migration was made, and each guard are committed by themselves, as Django does it."""
    make = boot.make_file

    def apart(folder: Path) -> None:
        with patch.object(boot, "transaction", SimpleNamespace(atomic=nullcontext)):
            make(folder)

    plant(boot, "make_file", apart)


BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug
    for bug in (
        called_good_first,
        copy_of_a_scan_left,
        guards_and_tables_apart,
        half_and_done,
        home_first,
        no_file_sync,
        no_folder_sync,
        not_backed_up,
        not_put_back,
        not_swept,
        old_database_first,
        row_before_its_scan,
        swallowed_error,
    )
}
