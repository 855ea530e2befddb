"""A backup becomes a home again on a machine that has nothing else, or it is said why not and nothing is left."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.office.base import backup_state, passphrase
from pipeline.office.disposal import backup
from pipeline.office.keeping import restore
from pipeline.records import boot
from pipeline.settings import load
from tests.archive.test_writers import OWN_MOUNTS
from tests.office.bureau import ADMIN, CHECKOUT, POLICE, USER, Bureau, files_below, one_page, tables
from tests.office.vaults import brought_back, key_of
from tests.refused import refused_with

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")


def test_a_restored_home_is_the_same_row_by_row_and_byte_by_byte(registered: Bureau, tmp_path: Path) -> None:
    parts: list[str] = []
    done = backup.backup(
        registered.session(ADMIN),
        str(tmp_path / "usb"),
        read_all=True,
        progress=lambda part, share: parts.append(part),
    )
    assert set(parts) == {"salin", "kunci", "periksa"}
    assert done.told["counts"] == {"cases": 2, "entries": 2, "arrivals": 2, "documents": 2}
    rows = {
        name: cells for name, cells in tables(registered).items() if name not in ("HistoryRow", "AccessRow")
    }
    back = brought_back(registered, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    assert back.held.files() == registered.held.files()
    assert files_below(back.settings.var / "keys") == files_below(registered.settings.var / "keys")
    cells = tables(back)
    assert {name: cells[name] for name in rows} == rows
    assert {path.name for path in back.home.iterdir()} == {
        "archive",
        "inbox",
        "letter_templates",
        "office.toml",
        "var",
    }
    assert back.register(POLICE, one_page("sesudah pulih")).number == "2026-0003"


def test_what_cannot_be_restored_leaves_the_folder_as_it_was(registered: Bureau, tmp_path: Path) -> None:
    usb, target = tmp_path / "usb", tmp_path / "baru"
    done = backup.backup(registered.session(ADMIN), str(usb))
    key = key_of(registered)

    def refused(kind: str | type[Refusal], **given: str) -> None:
        for is_there in (False, True):
            if is_there:
                target.mkdir()
            with refused_with(kind):
                restore.restore(
                    given.get("place", str(usb)),
                    target,
                    given.get("key", key),
                    USER,
                    wanted=given.get("wanted", ""),
                )
            assert target.exists() == is_there
            if is_there:
                assert list(target.iterdir()) == []
                target.rmdir()

    refused("stores.other_key", key=passphrase.made())
    refused("stores.place_away", place=str(tmp_path / "kosong"))
    refused("stores.place_away", place="sftp:cadangan@127.0.0.1:/rangkap")
    refused("office.no_snapshot", wanted="ffffffff")
    refused("office.no_snapshot", wanted="x")
    target.mkdir()
    (target / "surat.txt").write_text("milik orang")
    with refused_with("office.restore_not_empty"):
        restore.restore(str(usb), target, key, USER, wanted=done.snapshot[:8])
    assert files_below(target).keys() == {"surat.txt"}
    with refused_with("office.restore_not_empty"):
        restore.restore(str(usb), target / "surat.txt", key, USER)
    assert (target / "surat.txt").read_text() == "milik orang"


@pytest.mark.parametrize("how", ["cut", "changed", "gone"])
def test_a_damaged_backup_is_refused(registered: Bureau, tmp_path: Path, how: str) -> None:
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    for pack in (tmp_path / "usb" / "data").rglob("*"):
        if pack.is_file():
            data = bytearray(pack.read_bytes())
            data[len(data) // 3] ^= 1
            pack.chmod(0o600)
            if how == "gone":
                pack.unlink()
            else:
                pack.write_bytes(data[: len(data) // 2] if how == "cut" else data)
    with refused_with("office.backup_damaged"):
        restore.restore(str(tmp_path / "usb"), tmp_path / "baru", key_of(registered), USER)
    assert not (tmp_path / "baru").exists()
    with refused_with("stores.vault_damaged", "stores.vault_failed"):
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"), read_all=True)
    assert not backup_state.backup_status(registered.settings)[0]


def test_a_folder_that_a_killed_restore_left_is_used_again(registered: Bureau, tmp_path: Path) -> None:
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    target = tmp_path / "baru"
    (target / restore.ROOM / "rumah" / "var").mkdir(parents=True)
    (target / "archive").mkdir()
    (target / "archive" / "setengah").touch()
    assert brought_back(registered, tmp_path / "usb", target).verify() == []
    assert load(target).home == target
    with refused_with("office.restore_not_empty"):
        brought_back(registered, tmp_path / "usb", target)


def test_full_and_write_protected_media_are_said_and_leave_nothing_half(
    registered: Bureau, tmp_path: Path
) -> None:
    boot.close()
    ran = subprocess.run(
        [*OWN_MOUNTS, sys.executable, "-m", "tests.office.full_media", registered.home, tmp_path],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    ended, through = map(int, ran.stdout.split())
    assert ended >= 3
    assert through >= 2


def test_after_a_leak_backups_begin_anew_and_the_old_ones_still_open(
    registered: Bureau, tmp_path: Path
) -> None:
    """As docs/cadangan.md says it: move key and state away, back up into a new folder."""
    var = registered.settings.var
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    old = key_of(registered)
    for path in (var / "keys" / passphrase.FILE, var / backup_state.STATE):
        path.rename(tmp_path / path.name)
    backup.backup(registered.session(ADMIN), str(tmp_path / "baru"))
    new = key_of(registered)
    assert new != old
    with refused_with("stores.other_key"):
        restore.restore(str(tmp_path / "baru"), tmp_path / "rumah-baru", old, USER)
    for place, key in (("usb", old), ("baru", new)):
        restore.restore(str(tmp_path / place), tmp_path / f"dari-{place}", key, USER)
        assert Bureau(tmp_path / f"dari-{place}", registered.reader).verify() == []
