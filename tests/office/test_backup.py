"""A backup is made while work goes on, holds one moment, is read back, and is refused with a sentence."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel import clock
from pipeline.office.base import backup_state, passphrase
from pipeline.office.disposal import backup
from pipeline.office.letters import letter_files
from pipeline.records import boot, cases, entries, letters
from pipeline.stores import backup_repository as vaults
from tests.office.bureau import ADMIN, Bureau, one_page, tables
from tests.office.vaults import brought_back, key_of
from tests.refused import refused_with

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")


def test_a_backup_during_work_is_a_consistent_earlier_state(registered: Bureau, tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from pipeline.intake.reader import Reader
from tests.office.bureau import Bureau, one_page, POLICE
with Reader(idle=60) as reader:
    office = Bureau(Path(sys.argv[1]), reader)
    for number in range(400):
        case = office.register(POLICE, one_page(str(number)))
        office.draft(case.number, POLICE)
        print(number, flush=True)
"""
    boot.close()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(registered.home)],
        env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        done = backup.make(registered.settings, str(tmp_path / "usb"))
        worker.stdout.readline()
        worker.kill()
    assert done.told["head"]["n"] > 2
    back = brought_back(registered, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    drafts = [letter for number in cases.numbers() for letter in letters.of_case(number)]
    assert drafts
    assert all(letter_files.draft_of(back.settings, letter) for letter in drafts)
    last = entries.line_of(done.told["head"]["n"])
    assert last is not None
    assert json.loads(last)["hash"] == done.told["head"]["hash"]
    registered.session()
    assert entries.line_of(done.told["head"]["n"]) == last
    newest = entries.last()
    assert newest is not None
    assert newest.n > done.told["head"]["n"], "nothing was filed meanwhile"


def test_the_passphrase_stands_in_no_argument_and_no_environment(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    begun = subprocess.Popen

    def looked(*words: object, **rest: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = begun(*words, **rest)  # type: ignore[call-overload]
        seen.extend(Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
        return process

    monkeypatch.setattr(vaults.subprocess, "Popen", looked)
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    secret = key_of(registered).encode()
    assert len(seen) > 10
    assert not [argument for argument in seen if secret in argument or secret[:11] in argument]
    assert secret not in b"".join(
        path.read_bytes() for path in (tmp_path / "usb").rglob("*") if path.is_file()
    )


def test_an_arrival_that_comes_after_the_copy_waits_for_the_next_backup(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.snapshot.copy

    def copied(source: Path, target: Path) -> None:
        copy(source, target)
        registered.arrive(one_page("baru saja"))

    monkeypatch.setattr(backup.snapshot, "copy", copied)
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T08:00:00+07:00")
    back = brought_back(registered, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    known = {str(row[0]) for row in tables(back, "ArrivalRow")["ArrivalRow"]}
    assert {path.name for path in back.settings.arrivals.iterdir() if path.name[0] != "."} == known
    assert len(known) == 2
    assert len(tables(registered, "ArrivalRow")["ArrivalRow"]) == 3


def test_a_backup_ends_though_something_comes_in_at_each_of_its_steps(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, came = vaults.BackupRepository._begun, []

    @contextmanager
    def begun(self: vaults.BackupRepository, words: Sequence[str], folder: Path) -> Iterator[object]:
        came.append(registered.arrive(one_page(f"datang {len(came)}")).id)
        with run(self, words, folder) as child:
            came.append(registered.arrive(one_page(f"datang {len(came)}")).id)
            yield child

    monkeypatch.setattr(vaults.BackupRepository, "_begun", begun)
    done = backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T08:00:00+07:00")
    there = {path.name for path in registered.settings.arrivals.iterdir()}
    assert there >= set(came)
    back = brought_back(registered, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    known = {str(row[0]) for row in tables(back, "ArrivalRow")["ArrivalRow"]}
    assert {path.name for path in back.settings.arrivals.iterdir() if path.name[0] != "."} == known
    assert done.told["counts"]["arrivals"] == len(known) < len(tables(registered, "ArrivalRow")["ArrivalRow"])


def test_a_file_that_cannot_be_read_is_named(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = vaults.BackupRepository._talk

    def talk(self: vaults.BackupRepository, words: Sequence[str], *given: Any) -> Any:
        output, status, is_full, _ = run(self, words, *given)
        settings = registered.settings.home / "office.toml"
        return output, status or 3, is_full, (str(settings), str(settings.with_name("hilang")))

    monkeypatch.setattr(vaults.BackupRepository, "_talk", talk)
    with refused_with("office.backup_incomplete") as refused:
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    assert "office.toml" in refused.value.text("id")
    assert "hilang" not in refused.value.text("id"), "what is gone is no reason"


@pytest.mark.parametrize("name", ["archive", "letter_templates", "var/letters"])
def test_what_lies_behind_a_link_is_not_left_out_unseen(
    registered: Bureau, tmp_path: Path, name: str
) -> None:
    part = registered.home / name
    part.rename(tmp_path / "lain")
    part.symlink_to(tmp_path / "lain")
    with refused_with("office.linked_home") as refusal:
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    assert name in refusal.value.text()
    assert not (tmp_path / "usb").exists()


def test_a_medium_that_is_not_plugged_in_does_not_become_a_backup_on_the_disk(
    registered: Bureau, tmp_path: Path
) -> None:
    usb = tmp_path / "media" / "usb"
    with refused_with("stores.place_away"):
        backup.backup(registered.session(ADMIN), str(usb))
    usb.mkdir(parents=True)
    backup.backup(registered.session(ADMIN), str(usb))
    usb.rename(tmp_path / "dicabut")
    usb.mkdir()
    with refused_with("stores.place_away"):
        backup.backup(registered.session(ADMIN), str(usb))
    assert list(usb.iterdir()) == []
    is_good, words, _ = backup_state.backup_status(registered.settings)
    assert not is_good
    assert "[stores.place_away]" in words


def test_a_place_must_be_named_whole(registered: Bureau) -> None:
    with refused_with("office.no_backup_place"):
        backup.backup(registered.session(ADMIN))
    for place in ("usb", str(registered.home / "archive" / "usb"), str(registered.settings.var / "usb")):
        with refused_with("stores.bad_place"):
            backup.backup(registered.session(ADMIN), place)
    assert registered.verify() == []


def test_without_the_tool_it_is_said_how_to_get_it(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused_with("stores.no_restic", match="package restic"):
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))


def test_a_lost_passphrase_is_said_and_no_second_one_made(registered: Bureau, tmp_path: Path) -> None:
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    key = registered.settings.var / "keys" / passphrase.FILE
    kept = key.read_text()
    key.unlink()
    with refused_with("office.no_passphrase"):
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    key.write_text(passphrase.made())
    with refused_with("stores.other_key"):
        backup.backup(registered.session(ADMIN), str(tmp_path / "usb"))
    key.write_text(kept)
    backup.backup(registered.session(ADMIN), str(tmp_path / "usb"), thin=True)
    assert backup_state.backup_status(registered.settings)[0]
