"""``rangkap import-register`` from outside: shown first as a clerk reads it; killed on the way, it is whole after the next run."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.overview import find
from pipeline.records import boot, cases, entries
from tests.office import damage, registers
from tests.office.bureau import ARCHIVIST, Bureau, files_below, one_page
from tests.register.sheets import ROWS, xlsx


def sheet(office: Bureau, data: bytes = b"") -> Path:
    path = office.home / "var" / "lembar.xlsx"
    path.write_bytes(data or xlsx(*ROWS))
    return path


def run(office: Bureau, patch: pytest.MonkeyPatch, *words: str, lang: str = "id") -> int:
    patch.setenv("RANGKAP_HOME", str(office.home))
    status = main(["--lang", lang, "import-register", *words, "--as", ARCHIVIST])
    boot.close()
    return status


def test_from_outside_it_is_shown_first_and_comes_in_when_that_is_said(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    doubtful = ("0009/TL/I/2026", "entah")
    path = str(sheet(bureau, xlsx(*ROWS, doubtful)))
    boot.close()
    before = files_below(bureau.home)
    assert run(bureau, monkeypatch, path, "--dry-run") == Exit.INCOMPLETE
    capsys.readouterr()
    assert files_below(bureau.home) == before
    assert run(bureau, monkeypatch, path) == Exit.INCOMPLETE
    assert files_below(bureau.home) == before
    err = capsys.readouterr().err
    assert "3 baris akan masuk" in err
    assert (
        "  baris 5, kolom B (Tgl Diterima): “entah” bukan tanggal. Tulis hh-bb-tttt, contoh 05-01-2026."
        in err
    )
    assert "nomor urut register berikutnya: 10." in err
    assert f"Untuk memasukkannya: rangkap import-register {path} --apply" in err
    assert run(bureau, monkeypatch, path, "--apply", "--json") == Exit.INCOMPLETE
    out = json.loads(capsys.readouterr().out)
    assert (out["imported"], [row["line"] for row in out["doubtful"]]) == (3, [5])
    assert run(bureau, monkeypatch, str(sheet(bureau)), "--dry-run") == Exit.OK
    assert "3 sudah ada" in capsys.readouterr().err
    archived = bureau.held.files()
    assert run(bureau, monkeypatch, path, "--apply") == Exit.OK
    assert bureau.held.files() == archived
    assert "0 baris akan masuk sebagai register lama, 3 sudah ada, 0 meragukan." in capsys.readouterr().err


KILLED = """
import os, pathlib, signal, sys
from pipeline.cli.__main__ import main
archive, goal, left = pathlib.Path(sys.argv[1]), int(sys.argv[2]), [int(sys.argv[3])]
def note(event, given):
    if event == "open" and len(list(archive.glob("2026/2026-*"))) >= goal:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(note)
sys.exit(main(sys.argv[4:]))
"""
"""The command line, killed where it opens a file once so many cases lie in the archive."""


@pytest.mark.usefixtures("in_folder")
def test_an_import_killed_again_and_again_loses_nothing_and_brings_nothing_in_twice(
    bureau: Bureau, tmp_path: Path
) -> None:
    rows = [(f"{number:04}/TL/I/2026", "5-1-2026", "", f"P{number}.", "A.") for number in range(1, 25)]
    folder = tmp_path / "pindaian"
    folder.mkdir()
    for number in range(1, 25, 2):
        (folder / f"{number:04}-TL-I-2026.pdf").write_bytes(one_page(str(number)))
    path = sheet(bureau, xlsx(*rows))
    boot.close()
    words = ["import-register", str(path), "--scans", str(folder), "--apply", "--json", "--as", ARCHIVIST]
    command = [sys.executable, "-m", "pipeline.cli", *words]
    hours = count()

    def now() -> dict[str, str]:
        """The environment of the next one, by whose clock none before took longer than there was time."""
        moment = clock.now() + timedelta(hours=next(hours))
        return {**os.environ, "RANGKAP_HOME": str(bureau.home), "RANGKAP_CLOCK": moment.isoformat()}

    for goal, files in ((3, 1), (9, 7), (15, 20)):
        killed = [sys.executable, "-c", KILLED, str(bureau.home / "archive"), str(goal), str(files), *words]
        done = subprocess.run(killed, env=now(), capture_output=True, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
    done = subprocess.run(command, env=now(), capture_output=True, check=True)
    result = json.loads(done.stdout)
    assert 0 < result["imported"] <= 24 - 15
    assert result["imported"] + result["known"] == 24
    again = json.loads(subprocess.run(command, env=now(), capture_output=True, check=True).stdout)
    assert (again["imported"], again["imported_scans"], again["known"]) == (0, 0, 24)
    assert len({entry.register_number for entry in entries.after(0)}) == len(list(entries.after(0))) == 24
    assert [len(cases.documents(number)) for number in cases.numbers()] == [1, 0] * 12
    assert list((bureau.settings.var / "lama").iterdir()) == []
    assert bureau.verify() == []
    before = registers.register_csv(bureau.session(ARCHIVIST), "arsip"), _shown(bureau)
    damage.rebuilt(bureau)
    assert (registers.register_csv(bureau.session(ARCHIVIST), "arsip"), _shown(bureau)) == before


def _shown(office: Bureau) -> list[dict[str, object]]:
    return [find.show(office.session(ARCHIVIST), number).plain for number in cases.numbers()]
