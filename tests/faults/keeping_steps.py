"""Backup, restore and upgrade as steps for the sweeps, like those of :mod:`tests.faults.office_steps`.

Below ROOT stand the office (``kantor``), its backup medium (``usb``) and what is restored (``baru``). Only our own
process is swept; restic, which it starts, is not.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from pipeline.intake.reader import Reader
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import backup_state, passphrase
from pipeline.office.disposal import backup
from pipeline.office.keeping import restore, upgrade
from pipeline.records import boot, cases, entries
from pipeline.settings import load
from pipeline.stores.backup_repository import BackupRepository
from tests.faults import cheap_vault
from tests.faults.office_steps import (
    CASE,
    CHECKOUT,
    Step,
    all_in_order,
    register_it,
    session,
    with_letter,
)
from tests.office import older

ADMIN = Actor("teknis", frozenset({Role.ADMIN}), "uji")
HOME = {"inbox", "archive", "letter_templates", "var", "office.toml"}


def _vault(root: Path) -> BackupRepository:
    return BackupRepository(str(root / "usb"), passphrase.of(load(root / "kantor")), root / "alat")


def with_backup(root: Path, reader: Reader) -> None:
    """An office with a letter, backed up; then the letter was registered."""
    root.mkdir(exist_ok=True)
    home = root / "kantor"
    with_letter(home, reader)
    passphrase.make_key(load(home))
    cheap_vault.make(_vault(root))
    backup.make(load(home), str(root / "usb"))
    register_it(home, reader)
    boot.close()


def back_up(root: Path, _reader: Reader) -> None:
    """Back up once more."""
    backup.backup(session(root / "kantor", Role.ADMIN), str(root / "usb"))


def backed_up(root: Path) -> None:
    """The office is as it was, every good backup is whole, and the newest becomes a home again."""
    home = root / "kantor"
    session(home, Role.ARCHIVIST)
    all_in_order(home)
    assert cases.numbers() == [CASE]
    assert not list((home / "var").glob("backup-stage*")), "the stage is left"
    state = backup_state.read(load(home))
    assert not state["failed"]
    vault = _vault(root)
    known = vault.snapshots()
    assert known[-1].id == state["last"]["snapshot"]
    for snapshot in known:
        manifest = json.loads(vault.read(snapshot.id, f"var/{backup.STAGE}/{backup.TOLD}"))
        base = vault.read(snapshot.id, f"var/{backup.STAGE}/{backup.DATABASE}")
        assert digest_bytes(base) == manifest["database_sha512"], "a good backup is torn"
    bring_back(root, None)
    brought_back(root)


def called_good(root: Path) -> None:
    """What is called the last good backup is one that a restore takes."""
    last = backup_state.read(load(root / "kantor"))["last"]["snapshot"]
    assert last in {snapshot.id for snapshot in _vault(root).snapshots()}, (
        "a backup is called good that was not proved"
    )


def with_two(root: Path, reader: Reader) -> None:
    """The same, with the backup that holds the case."""
    with_backup(root, reader)
    back_up(root, reader)
    boot.close()


def bring_back(root: Path, _reader: Reader | None) -> None:
    """Restore, unless that was done."""
    if not (root / "baru" / "office.toml").exists():
        restore.restore(str(root / "usb"), root / "baru", _vault(root).passphrase, "uji")


def brought_back(root: Path) -> None:
    """The restored home is whole, proved, and holds all that the office holds."""
    home = root / "baru"
    assert {path.name for path in home.iterdir()} - {restore.ROOM} == HOME
    session(home, Role.ARCHIVIST)
    all_in_order(home)
    assert cases.numbers() == [CASE]
    new = [entry.hash for entry in entries.after(0)]
    session(root / "kantor", Role.ADMIN)
    assert [entry.hash for entry in entries.after(0)] == new


def whole_or_none(root: Path) -> None:
    """What looks like a home is whole."""
    if (root / "baru" / "office.toml").exists():
        brought_back(root)


def older_home(root: Path, reader: Reader) -> None:
    """An office whose database is of the first version."""
    with_two(root, reader)
    older.make(load(root / "kantor"))
    boot.close()


def bring_up(root: Path, _reader: Reader) -> None:
    """Upgrade; where it was done there is nothing to do."""
    upgrade.upgrade(load(root / "kantor"), ADMIN, CHECKOUT, str(root / "usb"))


def brought_up(root: Path) -> None:
    """The database is of this version, nothing lies beside it, and the case is as it was."""
    home = root / "kantor"
    assert (home / "var" / boot.MIGRATED).read_text("utf-8") == boot.newest()
    assert not list((home / "var").glob("upgrade*"))
    session(home, Role.ARCHIVIST)
    all_in_order(home)
    assert cases.numbers() == [CASE]
    assert not backup_state.read(load(home))["failed"]
    vault = _vault(root)
    manifests = [
        json.loads(vault.read(snapshot.id, f"var/{backup.STAGE}/{backup.TOLD}"))
        for snapshot in vault.snapshots()
    ]
    assert manifests[-1]["schema"] == older.FIRST, "migrated without a backup of the older database"


def with_room(root: Path, reader: Reader) -> None:
    """The same, with an empty folder to restore into."""
    with_two(root, reader)
    (root / "baru").mkdir(mode=0o700)


def bring_back_written(root: Path, reader: Reader) -> None:
    """Restore; the bytes that restic writes are written by this process, without any sync, as restic does it."""
    write = BackupRepository.restore

    def written(
        vault: BackupRepository, snapshot: str, folder: Path, progress: Callable[[float], None]
    ) -> None:
        aside = root.with_name("dari-restic")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        write(vault, snapshot, aside, progress)
        for path in sorted(aside.rglob("*")):
            there = folder / path.relative_to(aside)
            if path.is_dir():
                there.mkdir(mode=0o700)
            else:
                there.write_bytes(path.read_bytes())

    with patch.object(BackupRepository, "restore", written):
        bring_back(root, reader)


KEEPING = {
    "backup": Step(with_backup, back_up, backed_up, called_good, "kantor"),
    "restore": Step(with_two, bring_back, brought_back, whole_or_none),
    "restore-written": Step(with_room, bring_back_written, brought_back, whole_or_none, "baru"),
    "upgrade": Step(older_home, bring_up, brought_up, part="kantor"),
}
