"""An upgrade brings an old database to this version, or leaves everything as it was."""

import fcntl
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_file
from pipeline.kernel.text import Next
from pipeline.office.base import reported_sender
from pipeline.office.base.session import who
from pipeline.office.keeping import upgrade
from pipeline.office.overview.find import todo
from pipeline.records import boot, guards, history, snapshot
from pipeline.settings import Settings
from tests.office import older
from tests.office.bureau import ADMIN, CHAIR, CHECKOUT, USER, Bureau, one_page, tables
from tests.office.test_reach import came
from tests.office.test_reported_sender import HUSBAND, OTHER_VICTIM, REPORTED
from tests.refused import is_any, refused_with

pytestmark = pytest.mark.usefixtures("on_file")
OLD = older.FIRST


@pytest.fixture
def old(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office of the first version with two cases: its database was made by migration 0001."""
    bureau = at_stage("registered")
    older.make(bureau.settings)
    return bureau


def work(bureau: Bureau, place: Path, account: str = ADMIN, **more: Any) -> upgrade.Upgraded:
    return upgrade.upgrade(bureau.settings, who(bureau.settings, USER, account), CHECKOUT, str(place), **more)


def columns(bureau: Bureau, table: str) -> set[str]:
    with closing(sqlite3.connect(bureau.settings.var / "rangkap.db")) as base:
        return {row[1] for row in base.execute(f"PRAGMA table_info({table})")}


def state(settings: Settings) -> tuple[str, str, set[str]]:
    with closing(sqlite3.connect(settings.var / "rangkap.db")) as base:
        dump = "\n".join(base.iterdump())
    return (
        dump,
        (settings.var / boot.MIGRATED).read_text(),
        {path.name for path in settings.var.glob("upgrade*")},
    )


def test_a_database_of_the_first_version_becomes_one_of_this_version(old: Bureau, tmp_path: Path) -> None:
    assert "capacity" not in columns(old, "records_letterrow")
    (old.settings.templates / "amplop.docx").unlink()
    own = old.settings.templates / "label.docx"
    own.write_bytes(b"milik kantor")
    done = work(old, tmp_path / "usb")
    assert (done.before, done.after) == ("0001_first", boot.newest().split(" ")[0])
    assert done.backup is not None
    assert done.backup.told["schema"] == OLD
    assert done.templates == ("amplop.docx",)
    assert own.read_bytes() == b"milik kantor"
    assert "capacity" in columns(old, "records_letterrow")
    assert len(tables(old, "CaseRow")["CaseRow"]) == 2
    assert old.verify() == []
    guards.need()
    assert not list(old.settings.var.glob("upgrade*"))
    assert old.register(data=one_page("sesudah")).number == "2026-0003"
    again = work(old, tmp_path / "usb")
    assert (again.backup, again.before, again.templates) == (None, done.after, ())


def unkeyed(bureau: Bureau) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of all tables; the index of people is made anew, with other keys."""
    rows = tables(bureau)
    return rows | {"PersonRow": [row[1:] for row in rows["PersonRow"]]}


@pytest.mark.parametrize("migration", ["0002_letters", "0003_letter_state"])
def test_a_database_of_every_later_version_becomes_one_of_this_version(
    at_stage: Callable[[str], Bureau], tmp_path: Path, migration: str
) -> None:
    bureau = at_stage("registered")
    apart = ("HistoryRow", "AccessRow", "PageReadRow")  # what an older version has no table for
    rows = {name: contents for name, contents in unkeyed(bureau).items() if name not in apart}
    older.make(bureau.settings, f"{migration} 000000000000")
    done = work(bureau, tmp_path / "usb")
    assert (done.before, done.after) == (migration, boot.newest().split(" ")[0])
    contents = unkeyed(bureau)
    assert {name: contents[name] for name in rows} == rows
    assert bureau.verify() == []
    assert not list(bureau.settings.var.glob("upgrade*")), "nothing of the old database stays"


@pytest.mark.parametrize("where", ["migrate", "verify", "interrupted"])
def test_a_failure_puts_the_old_database_back(
    old: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    before = state(old.settings)

    def failing(*_words: object, **_more: object) -> None:
        raise KeyboardInterrupt if where == "interrupted" else RuntimeError

    if where == "verify":
        monkeypatch.setattr(upgrade, "unproved", failing)
    else:  # in the middle: the tables are migrated, the guards not made yet
        monkeypatch.setattr(guards, "install", failing)
    with pytest.raises(KeyboardInterrupt if where == "interrupted" else Refusal) as error:
        work(old, tmp_path / "usb")
    if where != "interrupted":
        assert is_any(error.value, "office.upgrade_undone")
        assert "RuntimeError" in error.value.text()  # type: ignore[attr-defined]
    assert state(old.settings) == before


def test_damage_that_the_check_finds_puts_the_old_database_back(old: Bureau, tmp_path: Path) -> None:
    before = state(old.settings)
    scan = old.held.names("v1/content/*.pdf")[0]
    old.held.write(scan, old.held.read(scan)[:-1])
    with refused_with("office.upgrade_undone"):
        work(old, tmp_path / "usb")
    assert state(old.settings) == before


@pytest.mark.parametrize("moment", ["copied", "marked", "migrated", "half put back"])
def test_an_upgrade_that_was_killed_is_put_back_by_the_next(old: Bureau, tmp_path: Path, moment: str) -> None:
    var = old.settings.var
    snapshot.copy(var / "rangkap.db", var / upgrade.KEPT)
    if moment != "copied":
        shutil.copy(var / boot.MIGRATED, var / boot.UPGRADING)
        with refused_with("records.needs_upgrade"):
            old.session()
    if moment == "migrated":
        boot.open_records(old.settings, migrate=True)
        boot.close()
    if moment == "half put back":
        (var / upgrade.KEPT).replace(var / "rangkap.db")
    upgrade.put_back(old.settings)
    assert (var / boot.MIGRATED).read_text() == OLD
    assert "capacity" not in columns(old, "records_letterrow")
    assert not list(var.glob("upgrade*"))
    if moment == "migrated":
        assert work(old, tmp_path / "usb").before == "0001_first"
        assert old.verify() == []


def test_nobody_else_may_be_at_work(old: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (old.settings.var / "home.lock").open() as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        with refused_with("office.home_in_use"):
            work(old, tmp_path / "usb")
    with refused_with("office.not_yours"):
        work(old, tmp_path / "usb", CHAIR)
    with refused_with("office.no_backup_place"):
        upgrade.upgrade(old.settings, who(old.settings, USER, ADMIN), CHECKOUT)
    assert not (tmp_path / "usb").exists()


def test_a_real_office_is_not_migrated_in_passing(old: Bureau) -> None:
    real = replace(old.settings, values=dict(old.settings.values) | {"kantor.percobaan": False})
    before = digest_file(old.settings.var / "rangkap.db")
    with refused_with("records.needs_upgrade") as refusal:
        boot.open_records(real)
    assert refusal.value.next == (Next("upgrade"),)
    assert digest_file(old.settings.var / "rangkap.db") == before


def test_a_contact_that_another_victim_reports_is_on_the_chairs_list_once_the_office_is_upgraded(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:  # an earlier version compared contacts with nobody
        before.setattr(reported_sender, "note", lambda *_: None)
        number = came(bureau, **OTHER_VICTIM | {"safe_contact_name": HUSBAND}).number
        came(bureau, **REPORTED)
    assert not todo(bureau.session(CHAIR))["senders"]
    older.make(bureau.settings, "0024_chain 000000000000")
    for _ in range(2):
        work(bureau, tmp_path / "usb")
        assert [row["case"] for row in todo(bureau.session(CHAIR))["senders"]] == [number]
        assert [act.account for act in history.of_verb(reported_sender.FOUND)] == [ADMIN]
    assert bureau.verify() == []
