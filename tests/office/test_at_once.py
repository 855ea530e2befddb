"""Two processes at the same work in one office: both are done, or one is told to wait; nothing twice, nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.kernel import clock
from pipeline.kernel.errors import Busy
from pipeline.office.base import backup_state, passphrase
from pipeline.records import boot, cases, entries
from pipeline.settings import load
from pipeline.stores.backup_repository import BackupRepository
from tests.faults import cheap_vault
from tests.office import damage
from tests.office.bureau import CHECKOUT, Bureau
from tests.office.vaults import key_of

pytestmark = pytest.mark.backend

CASES = 6
FILES = """
import sys
from pathlib import Path
from tests.office import damage
from tests.office.bureau import Bureau
office = Bureau(Path(sys.argv[1]), None)
for number in range(int(sys.argv[3])):
    damage.call(office, f"menelepon {sys.argv[2]} {number}")
"""
WORKS = """
import sys
from pathlib import Path
from pipeline.kernel.errors import Refusal
from pipeline.office.disposal import backup
from tests.office import damage
from tests.office.bureau import Bureau
office = Bureau(Path(sys.argv[1]), None)
try:
    damage.build(office) if sys.argv[2] == "rebuild" else backup.make(office.settings, sys.argv[3])
except Refusal as error:
    sys.exit(error.code)
"""


def at_once(program: str, *words: tuple[object, ...]) -> list[tuple[int, str]]:
    """Run ``program`` with each of ``words`` at the same time; returns how each ended and what it said last."""
    boot.close()
    begun = [
        subprocess.Popen(
            [sys.executable, "-c", program, *map(str, word)],
            cwd=CHECKOUT,
            env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
            stderr=subprocess.PIPE,
            text=True,
        )
        for word in words
    ]
    lines = [process.communicate()[1].strip().rpartition("\n")[2] for process in begun]
    return [(process.returncode, last) for process, last in zip(begun, lines, strict=True)]


def test_two_processes_that_register_and_file_at_once_give_each_number_once(
    engine: str, bureau: Bureau
) -> None:
    assert at_once(FILES, (bureau.home, "satu", CASES), (bureau.home, "dua", CASES)) == [(0, "")] * 2
    assert bureau.verify() == []
    assert cases.numbers() == [f"2026-{n:04}" for n in range(1, 2 * CASES + 1)]
    assert [entry.n for entry in entries.after(0)] == list(range(1, 2 * CASES + 1))
    registers = [cases.get(number).register_number for number in cases.numbers()]
    assert registers == [f"{n:04}/TL/XI/2026" for n in range(1, 2 * CASES + 1)]
    bureau.held.need_valid()


def test_two_processes_that_rebuild_at_once_leave_one_whole_database(bureau: Bureau) -> None:
    for number in range(3):
        damage.call(bureau, f"menelepon {number}")
    before = [entry.line() for entry in entries.after(0)]
    damage.lose_database(bureau)
    ended = at_once(WORKS, *[(bureau.home, "rebuild")] * 3)
    assert (0, "") in ended
    assert {code for status, code in ended if status} <= {"office.home_in_use"}
    assert bureau.verify() == []
    assert [entry.line() for entry in entries.after(0)] == before


def test_two_processes_that_back_up_at_once_leave_good_backups(bureau: Bureau, tmp_path: Path) -> None:
    damage.call(bureau)
    place = tmp_path / "usb"
    passphrase.make_key(bureau.settings)
    vault = BackupRepository(str(place), key_of(bureau), tmp_path / "alat")
    cheap_vault.make(vault)
    ended = at_once(WORKS, *[(bureau.home, "backup", place)] * 3)
    assert (0, "") in ended
    assert {code for status, code in ended if status} <= {Busy.code}
    good = vault.snapshots()
    assert len(good) == ended.count((0, ""))
    assert backup_state.read(load(bureau.home))["last"]["snapshot"] == good[-1].id
    vault.check("100%")
    assert bureau.verify() == []
