"""``rangkap verify`` from outside: parts of the archive, what is said of the rest, and what stays on screen afterwards."""

import json
import os
import re
import subprocess
import sys

import pytest

from pipeline.kernel import clock
from pipeline.kernel.text import Exit, Next
from pipeline.office.keeping import verify_state
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CLERK, Bureau

pytestmark = pytest.mark.backend

CALL_PAPER = "v1/content/catatan-telepon.txt"


@pytest.fixture
def calls(bureau: Bureau) -> Bureau:
    """An office with six telephone calls, each filed."""
    for number in range(6):
        damage.call(bureau, f"menelepon yang ke-{number}")
    return bureau


def paper(number: int) -> str:
    return f"2026/2026-{number:04d}/{CALL_PAPER}"


def spoil(office: Bureau, number: int) -> bytes:
    """Change one byte of the paper of a case; returns what was there."""
    data = office.held.read(paper(number))
    office.held.write(paper(number), bytes([data[0] ^ 1]) + data[1:])
    return data


def read(out: str) -> tuple[int, int, list[str]]:
    plain = json.loads(out)
    return (
        plain["objects"]["checked"],
        plain["objects"]["total"],
        [finding["path"] for finding in plain["findings"]],
    )


def test_one_case_is_read_alone_and_its_clean_bill_covers_nothing_else(calls: Bureau, run: Run) -> None:
    spoil(calls, 2)
    assert run(calls, ARCHIVIST, "verify", "--case", "2026-0001")[0] == Exit.OK
    assert not verify_state.verify_status(calls.settings)[0], "one case is no check of the archive"
    assert run(calls, ARCHIVIST, "verify", "--case", "2026-0002")[0] == Exit.DAMAGED
    assert verify_state.has_damage(calls.settings)


def told(office: Bureau, run: Run) -> str:
    """Return what todo says to people; the clock of a long run of tests has gone on."""
    return re.sub(r"(24-11-2026) \d\d\.\d\d", r"\1 08.00", run(office, CLERK, "todo")[2])


def test_damage_stays_on_screen_until_a_whole_check_finds_none(calls: Bureau, run: Run) -> None:
    before = spoil(calls, 3)
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.DAMAGED
    err = told(calls, run)
    assert "  rangkap verify" in err.splitlines()
    assert (
        "PEMERIKSAAN ARSIP (untuk arsiparis, ketua, atau admin teknis): 24-11-2026 08.00, 6 folder kasus, 6 catatan, ditemukan 1 berubah"
        in err
    )
    assert "BURUK  pemeriksaan arsip" in run(calls, "", "doctor")[1]
    calls.held.write(paper(3), before)
    assert run(calls, ARCHIVIST, "verify", "--case", "2026-0001")[0] == Exit.OK
    assert verify_state.has_damage(calls.settings), "one case says nothing about the rest"
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.OK
    assert "Pemeriksaan arsip terakhir: 24-11-2026 08.00" in told(calls, run)
    assert "baik   pemeriksaan arsip" in run(calls, "", "doctor")[1]


def test_a_check_older_than_two_days_is_told(
    calls: Bureau, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.OK
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T07:00:00+07:00")
    assert verify_state.verify_status(calls.settings)[0]
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T09:00:00+07:00")
    is_well, message, mends = verify_state.verify_status(calls.settings)
    assert (is_well, "lebih dari 2 hari" in message, mends) == (False, True, (Next("verify"),))


def test_a_check_that_could_not_be_made_is_told(calls: Bureau, run: Run) -> None:
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.OK
    away = calls.held.taken(".rangkap-arsip")
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.FAILED
    calls.held.put_back(away)
    message = verify_state.verify_status(calls.settings)[1]
    assert "gagal [archive.not_mounted]" in message or "gagal [archive.not_this_bucket]" in message
    assert run(calls, CLERK, "verify")[0] == Exit.NO_RIGHT
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.OK
    assert "gagal" not in verify_state.verify_status(calls.settings)[1]


def test_what_is_noted_holds_no_path(in_folder: None, calls: Bureau, run: Run) -> None:
    calls.held.write(f"{paper(1).rpartition('/')[0]}/aduan Rusmini.pdf", b"x")
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.DAMAGED
    calls.held.write("2026/surat Rusmini.txt", calls.held.read(paper(2)))
    assert run(calls, ARCHIVIST, "verify")[0] == Exit.DAMAGED
    assert "Rusmini" not in (calls.settings.var / verify_state.STATE).read_text("utf-8")


def test_damage_is_told_by_the_status_also_to_a_reader_that_goes_away(bureau: Bureau) -> None:
    damage.call(bureau, "menelepon")
    spoil(bureau, 1)
    boot.close()
    command = f"{sys.executable} -P -m pipeline.cli verify --json --as {ARCHIVIST} | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=os.environ | {"RANGKAP_HOME": str(bureau.home), "RANGKAP_CLOCK": clock.now().isoformat()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == Exit.DAMAGED
