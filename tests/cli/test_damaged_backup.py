"""A backup medium that lost a part, however small, is refused by ``restore`` and noticed by ``backup``, in words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.office.base import backup_state
from tests.office.bureau import ADMIN, Bureau

Run = Callable[..., tuple[int, str, str]]
Harm = Callable[[Path], object]


def _biggest(folder: Path) -> Path:
    return max((path for path in folder.rglob("*") if path.is_file()), key=lambda part: part.stat().st_size)


def _cut(path: Path, size: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-size])


def _flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def _longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _half(path: Path) -> None:
    _cut(path, path.stat().st_size // 2)


HARMS: dict[str, Harm] = {
    "a byte of a pack cut off": lambda usb: _cut(_biggest(usb / "data"), 1),
    "200 bytes of a pack cut off": lambda usb: _cut(_biggest(usb / "data"), 200),
    "half of a pack cut off": lambda usb: _half(_biggest(usb / "data")),
    "a byte more": lambda usb: _longer(_biggest(usb / "data")),
    "a pack gone": lambda usb: _biggest(usb / "data").unlink(),
    "a byte of a pack changed": lambda usb: _flip(_biggest(usb / "data"), 1000),
    "all indexes gone": lambda usb: [file.unlink() for file in (usb / "index").iterdir()],
    "an index gone": lambda usb: _biggest(usb / "index").unlink(),
    "an index cut off": lambda usb: _cut(_biggest(usb / "index"), 1),
    "the key gone": lambda usb: [path.unlink() for path in (usb / "keys").iterdir()],
    "the key cut off": lambda usb: _cut(_biggest(usb / "keys"), 1),
    "the backup cut off": lambda usb: _cut(_biggest(usb / "snapshots"), 1),
    "the settings gone": lambda usb: (usb / "config").unlink(),
    "the settings cut off": lambda usb: _cut(usb / "config", 1),
}


def _damaged(usb: Path, harm: Harm) -> None:
    kept = usb.with_name("utuh")
    if not kept.exists():
        shutil.copytree(usb, kept)
    shutil.rmtree(usb)
    shutil.copytree(kept, usb)
    for path in usb.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
    harm(usb)


@pytest.mark.usefixtures("on_file", "in_folder")
def test_whatever_part_is_short_the_backup_is_refused_and_it_is_said_what_to_do(
    medium: tuple[Bureau, Path, Path], run: Run, tmp_path: Path
) -> None:
    office, usb, key = medium
    restore = ("restore", str(usb), str(tmp_path / "baru"), "--key", str(key))
    for name, harm in HARMS.items():
        _damaged(usb, harm)
        status, out, err = run(office, "", *restore)
        assert (status, out) == (Exit.DAMAGED, ""), name
        assert "office.backup_damaged" in err, name
        assert not (tmp_path / "baru").exists(), name
        status, _, err = run(office, ADMIN, "backup", str(usb), "--read-data")
        if status == Exit.OK:  # without its index all is stored anew, and whole again
            assert name in ("an index gone", "all indexes gone")
            assert run(office, "", *restore)[0] == Exit.OK, name
            shutil.rmtree(tmp_path / "baru")
            continue
        assert (status, "buat cadangan baru di folder lain" in err) == (Exit.DAMAGED, True), name
        assert not backup_state.backup_status(office.settings)[0], name


def test_the_backup_of_any_night_notices_a_part_that_is_short(
    medium: tuple[Bureau, Path, Path], run: Run
) -> None:
    office, usb, _ = medium
    _damaged(usb, HARMS["a byte of a pack cut off"])
    status, _, err = run(office, ADMIN, "backup", str(usb), "--thin")
    assert (status, "stores.vault_damaged" in err) == (Exit.DAMAGED, True)


def test_a_changed_byte_is_noticed_within_twenty_nights(medium: tuple[Bureau, Path, Path], run: Run) -> None:
    office, usb, _ = medium
    _damaged(usb, lambda folder: _flip(_biggest(folder / "data"), -1))
    statuses = []
    for _ in range(20):
        statuses.append(run(office, ADMIN, "backup", str(usb))[0])
        if statuses[-1] != Exit.OK:
            break
    assert statuses[-1] == Exit.DAMAGED
    assert set(statuses[:-1]) <= {Exit.OK}


@pytest.mark.usefixtures("on_file", "in_folder")
def test_the_only_medium_though_damaged_gives_what_proves_whole(
    medium: tuple[Bureau, Path, Path], run: Run, tmp_path: Path
) -> None:
    office, usb, key = medium
    words = ("restore", str(usb), str(tmp_path / "baru"), "--key", str(key), "--damaged")
    _damaged(usb, HARMS["half of a pack cut off"])
    assert run(office, "", *words)[0] == Exit.DAMAGED
    assert not (tmp_path / "baru").exists()
    _damaged(usb, HARMS["200 bytes of a pack cut off"])
    assert run(office, "", *words)[0] == Exit.OK
    back = Bureau(tmp_path / "baru", office.reader)
    assert back.verify() == []
