"""A paper register comes in: shown first, then found, counted, verified and rebuilt like every case; never twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive.read import read_case
from pipeline.cases.old import old_values
from pipeline.cases.states import State
from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit, RangkapError
from pipeline.office import books, file_away, find, import_register, register
from pipeline.office.desk import Desk
from pipeline.office.errors import FilingPending, NotYours
from pipeline.office.errors_import import NoScans, NoSheet, ScanRefused
from pipeline.office.import_register import Plan
from pipeline.records import boot, cases, entries
from tests.office import damage
from tests.office.bureau import (
    ARCHIVIST,
    CLERK,
    OFFICER,
    OVERSEER,
    SCHOOL,
    Bureau,
    files_below,
    one_page,
    tables,
)
from tests.register.sheets import ROWS, xlsx

NAMES = ("Rusmini", "Talahu", "Melati")


def sheet(office: Bureau, *rows: Sequence[Any]) -> Path:
    path = office.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx(*(rows or ROWS)))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for old scans."""
    made = tmp_path / "pindaian"
    made.mkdir()
    return made


def planned(office: Bureau, *rows: Sequence[Any], scans: Path | None = None) -> Plan:
    return import_register.plan(office.desk(ARCHIVIST), sheet(office, *rows), scans)


def imported(office: Bureau, *rows: Sequence[Any], scans: Path | None = None) -> int:
    found = planned(office, *rows, scans=scans)
    return import_register.enter(office.desk(ARCHIVIST), found)


def test_a_look_changes_nothing(bureau: Bureau) -> None:
    sheet(bureau)
    before = tables(bureau), files_below(bureau.home / "archive")
    found = planned(bureau)
    assert ([one.number for one in found.rows], found.doubts) == (
        ["0001/TL/I/2026", "0002/TL/I/2026", "12/2025"],
        (),
    )
    assert (tables(bureau), files_below(bureau.home / "archive")) == before


def test_each_row_is_found_by_its_number_and_stands_in_the_register_with_initials(bureau: Bureau) -> None:
    assert imported(bureau) == 3
    (found,) = find.find(bureau.desk(ARCHIVIST), "0001/tl/i/2026")
    assert (found.plain["state"], found.plain["possible"]) == ("register lama", [])
    assert {one["progress"] for one in found.plain["steps"]} == {"tidak berlaku"}
    assert [name for name in NAMES if name in json.dumps(found.plain)] == []
    first, second, third = books.register_rows(bureau.desk(ARCHIVIST), "arsip")
    assert (first["register_number"], first["victim"], first["reporter"]) == (
        "0001/TL/I/2026",
        "A.M.",
        "R.T.",
    )
    assert first["remarks"] == "A.M. sudah didampingi; status dalam buku: selesai"
    assert first["archive_location"] == "archive/2026/2026-0001; Lemari 2"
    assert {one["status"] for one in (first, second, third)} == {"register lama"}
    assert (second["reporter"], second["victim"]) == ("Polsek Hulu Asri", "M.S.")
    assert third["received_date"] == "2025-12-31"


def test_each_row_is_a_case_of_its_own_in_archive_and_chain(bureau: Bureau) -> None:
    imported(bureau)
    kasus = read_case(bureau.settings.archive, "2026-0001").kasus
    assert (kasus["kind"], kasus["case"]["state"]) == ("lama", "register lama")
    assert kasus["case"]["values"]["victim_name"] == "Ani Melati"
    assert [(one.kind, one.register_number) for one in entries.after(0)] == [
        ("lama", "0001/TL/I/2026"),
        ("lama", "0002/TL/I/2026"),
        ("lama", "12/2025"),
    ]
    assert bureau.verify() == []


@pytest.mark.slow
def test_the_same_sheet_twice_brings_nothing_in_twice(bureau: Bureau) -> None:
    imported(bureau)
    before = tables(bureau), files_below(bureau.home / "archive")
    found = planned(bureau)
    assert (found.rows, found.known, found.doubts) == ((), 3, ())
    assert import_register.enter(bureau.desk(ARCHIVIST), found) == 0
    assert (tables(bureau), files_below(bureau.home / "archive")) == before


@pytest.mark.slow
def test_a_number_that_stands_in_the_register_with_other_content_is_doubtful(bureau: Bureau) -> None:
    case = bureau.register(SCHOOL)
    imported(bureau)
    changed = (*ROWS[1][:4], "B.B.", *ROWS[1][5:])
    taken = (case.register_number, *ROWS[1][1:])
    found = planned(bureau, ROWS[0], changed, taken)
    assert (found.rows, found.known) == ((), 1)
    assert [one.line for one in found.doubts] == [3, 4]
    assert all("sudah dipakai" in one.reason for one in found.doubts)


def test_a_number_given_while_the_sheet_was_looked_at_is_not_given_twice(bureau: Bureau) -> None:
    found = planned(bureau)
    assert import_register.enter(bureau.desk(ARCHIVIST), found) == 3
    assert import_register.enter(bureau.desk(ARCHIVIST), found) == 0
    assert len(list(entries.after(0))) == 3


def test_the_office_goes_on_after_the_last_number_of_its_paper_register(bureau: Bureau) -> None:
    imported(bureau)
    assert bureau.register(SCHOOL).register_number == "0003/TL/XI/2026"


def test_a_first_number_of_the_settings_counts_more_than_the_paper(bureau: Bureau) -> None:
    bureau.change("# register_awal = 1", "register_awal = 113")
    imported(bureau)
    assert bureau.register(SCHOOL).register_number == "0113/TL/XI/2026"


@pytest.mark.slow
def test_a_rebuild_brings_everything_back(bureau: Bureau) -> None:
    imported(bureau)
    before = books.register_csv(bureau.desk(ARCHIVIST), "arsip")
    damage.rebuilt(bureau)
    assert books.register_csv(bureau.desk(ARCHIVIST), "arsip") == before
    assert planned(bureau).known == 3
    assert bureau.verify() == []
    assert bureau.register(SCHOOL).register_number == "0003/TL/XI/2026"


def test_an_import_that_was_broken_off_goes_on_where_it_stopped(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    (folder / "0002-TL-I-2026.pdf").write_bytes(one_page())
    complete, count = file_away.complete, []

    def breaks(desk: Desk, intent: Any) -> None:
        count.append(intent)
        if len(count) == 2:
            raise FilingPending(case=intent.case, reason="listrik padam")
        complete(desk, intent)

    monkeypatch.setattr(file_away, "complete", breaks)
    with pytest.raises(RangkapError):
        imported(bureau, scans=folder)
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-25T03:00:00+00:00")
    found = planned(bureau, scans=folder)
    assert (len(found.rows), found.known) == (1, 2)
    assert import_register.enter(bureau.desk(ARCHIVIST), found) == 1
    assert [one.logical for one in cases.documents("2026-0002")] == ["pindaian-lama-1.pdf"]
    assert list((bureau.settings.var / "lama").iterdir()) == []
    assert bureau.verify() == []


def test_old_scans_come_in_with_the_row_whose_number_they_bear(bureau: Bureau, folder: Path) -> None:
    (folder / "0001_TL_I_2026.pdf").write_bytes(one_page("lama"))
    (folder / "lain.pdf").write_bytes(one_page("lain"))
    found = planned(bureau, scans=folder)
    assert (len(found.scans), found.loose) == (1, 1)
    assert import_register.enter(bureau.desk(ARCHIVIST), found) == 3
    (document,) = cases.documents("2026-0001")
    assert (bureau.settings.archive / document.path).read_bytes() == one_page("lama")
    assert list((bureau.settings.var / "lama").iterdir()) == []
    assert bureau.verify() == []


@pytest.mark.slow
def test_a_scan_that_is_no_document_stops_before_its_row_and_the_rest_can_follow(
    bureau: Bureau, folder: Path
) -> None:
    scan = folder / "0002-TL-I-2026.pdf"
    scan.write_bytes(b"bukan dokumen")
    with pytest.raises(ScanRefused, match="0002/TL/I/2026"):
        imported(bureau, scans=folder)
    scan.unlink()
    scan.symlink_to("/etc/hostname")
    with pytest.raises(ScanRefused):
        imported(bureau, scans=folder)
    scan.unlink()
    assert imported(bureau, scans=folder) == 2
    with pytest.raises(NoScans):
        planned(bureau, scans=folder / "tidak-ada")


@pytest.mark.parametrize("account", [CLERK, OFFICER, OVERSEER])
def test_only_chair_and_archivist_bring_a_register_in(bureau: Bureau, account: str) -> None:
    with pytest.raises(NotYours):
        import_register.plan(bureau.desk(account), sheet(bureau))


def test_a_sheet_that_cannot_be_opened_or_is_far_too_large_is_told(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoSheet):
        import_register.plan(bureau.desk(ARCHIVIST), bureau.home / "tidak-ada.xlsx")
    monkeypatch.setattr(import_register, "_MOST_MB", 0)
    with pytest.raises(NoSheet):
        planned(bureau)


def test_old_cases_are_on_nobodys_desk_and_known_to_whoever_registers(bureau: Bureau) -> None:
    imported(bureau)
    assert find.todo(bureau.desk(OFFICER))["cases"] == []
    assert cases.alike({"victim_name": "Ani Melati"}) == ["2026-0001"]
    assert cases.get("2026-0001").state is State.OLD
    assert register.waiting(bureau.desk(CLERK)) == []


def test_what_looks_like_an_institution_is_named_and_everybody_else_is_initials() -> None:
    day = {"received_date": "2026-01-05", "register_number": "1"}
    for name, is_institution in {"SMP Negeri 3": True, "Polsek Hulu": True, "Desa Asri": True, "Desi Asri": False,
                                 "Samin": False, "R.T.": False}.items():  # fmt: skip
        assert old_values({**day, "reporter": name}, "x")["is_institution"] is is_institution, name
    assert old_values({**day, "channel": "Telepon"}, "x")["channel"] == "phone"


def run(office: Bureau, patch: pytest.MonkeyPatch, *words: str) -> int:
    patch.setenv("RANGKAP_HOME", str(office.home))
    status = main(["import-register", *words, "--as", ARCHIVIST])
    boot.close()
    return status


def test_from_outside_it_is_shown_first_and_comes_in_when_that_is_said(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    doubtful = ("0009/TL/I/2026", "entah")
    path = str(sheet(bureau, *ROWS, doubtful))
    boot.close()
    assert run(bureau, monkeypatch, path) == Exit.INCOMPLETE
    err = capsys.readouterr().err
    assert "3 baris akan masuk" in err
    assert "baris 5: tanggal diterima “entah” bukan tanggal" in err
    assert "--apply" in err
    assert run(bureau, monkeypatch, path, "--apply", "--json") == Exit.INCOMPLETE
    out = json.loads(capsys.readouterr().out)
    assert (out["imported"], [one["line"] for one in out["doubtful"]]) == (3, [5])
    assert run(bureau, monkeypatch, str(sheet(bureau)), "--dry-run") == Exit.OK
    assert "3 sudah ada" in capsys.readouterr().err


@pytest.mark.slow
def test_a_killed_import_is_whole_after_the_next_run(bureau: Bureau) -> None:
    rows = [(f"{number:04}/TL/I/2026", "5-1-2026", "", f"P{number}.", "A.") for number in range(1, 41)]
    path = sheet(bureau, *rows)
    boot.close()
    command = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "import-register",
        str(path),
        "--apply",
        "--as",
        ARCHIVIST,
    ]
    environment = {**os.environ, "RANGKAP_HOME": str(bureau.home)}
    running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while len(list((bureau.home / "archive").glob("2026/2026-*"))) < 5:
        assert running.poll() is None
        time.sleep(0.01)
    running.kill()
    running.wait()
    done = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=True)
    found = json.loads(done.stdout)
    assert 0 < found["imported"] <= 36
    assert found["imported"] + found["known"] == 40
    assert bureau.verify() == []
    assert len({one.register_number for one in entries.after(0)}) == len(list(entries.after(0))) == 40
