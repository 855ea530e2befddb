"""What somebody who owns the machine did to database and register is told by ``rangkap verify`` in plain words."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.office.base import keys
from pipeline.records import boot, entries
from pipeline.register.entry import GENESIS, Entry, seal
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CLERK, Bureau
from tests.office.stages import FIRST
from tests.office.tampered_rows import sql

Run = Callable[..., tuple[int, str, str]]
JOURNAL = "2026/register.jsonl"


def tail_gone(office: Bureau) -> None:
    """Take the last entry out of the database."""
    boot.open_records(office.settings)
    sql("DELETE FROM records_entryrow WHERE n = (SELECT max(n) FROM records_entryrow)")
    boot.close()


def test_the_tail_cut_off_is_told_and_no_other_verb_works_on(filed: Bureau, run: Run) -> None:
    tail_gone(filed)
    status, out, err = run(filed, ARCHIVIST, "verify")
    assert status == Exit.DAMAGED
    assert (
        "basis data dikembalikan ke keadaan lama: register.jsonl mencatat catatan 5, yang ada catatan 4."
        in out
    )
    assert err.splitlines()[-1] == "  rangkap rebuild"
    status, _, err = run(filed, CLERK, "show", FIRST)
    assert (status, "rangkap rebuild" in err) == (Exit.DAMAGED, True)


def test_the_tail_cut_off_database_and_journal_is_told_by_the_version_without_entry(
    filed: Bureau, run: Run
) -> None:
    tail_gone(filed)
    filed.held.put_journal(filed.held.journal()[:-1])
    status, out, _ = run(filed, ARCHIVIST, "verify")
    assert (status, f"2026/{FIRST}/v3 hilang (menurut" in out) == (Exit.DAMAGED, True)


def test_an_older_database_put_back_is_told(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path
) -> None:
    office = at_stage("approved")
    damage.kept(office, tmp_path / "lama")
    office.receive(*office.signed(FIRST))
    damage.put_back(office, tmp_path / "lama")
    boot.close()
    status, out, _ = run(office, ARCHIVIST, "verify")
    assert status == Exit.DAMAGED
    assert "basis data dikembalikan ke keadaan lama: register.jsonl mencatat" in out
    assert f"basis data: kasus {FIRST} dikembalikan ke keadaan lama" in out


@pytest.mark.parametrize("has_key", [False, True])
def test_a_chain_rehashed_without_the_office_key_is_told_entry_by_entry(
    filed: Bureau, run: Run, has_key: bool
) -> None:
    prev, made = GENESIS, list[Entry]()
    name, _ = keys.newest(filed.settings, keys.SEAL)
    for entry in entries.after(0):
        changed = replace(entry, actor="lain", prev=prev)
        changed = replace(changed, hash=changed.digest())
        made.append(seal(changed, name, b"x" * 32) if has_key else changed)
        prev = changed.hash
    filed.held.put_journal([entry.line() + b"\n" for entry in made])
    for entry in made:
        sql("UPDATE records_entryrow SET line = %(line)s WHERE n = %(n)s", line=entry.line(), n=entry.n)
    boot.close()
    status, out, _ = run(filed, ARCHIVIST, "verify")
    assert status == Exit.DAMAGED
    for entry in made:
        assert f"Isi {JOURNAL}#{entry.n} berubah" in out


def test_guards_that_are_gone_are_one_line_with_their_names_in_json(
    on_file: None, filed: Bureau, run: Run
) -> None:
    boot.close()
    with closing(sqlite3.connect(filed.settings.var / "rangkap.db")) as base, base:
        guards = base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard%'")
        names = [name for (name,) in guards]
        for name in names:
            base.execute(f"DROP TRIGGER {name}")
    status, out, err = run(filed, ARCHIVIST, "verify")
    tables = "riwayat, catatan akses, catatan register, catatan pemusnahan, nomor surat, daftar kantor, penghitung nomor"
    assert status == Exit.DAMAGED
    (line,) = out.splitlines()
    assert line.startswith(f"Pengaman basis data hilang atau diubah: 21 dari 21, pada {tables}. Cari tahu")
    assert "  rangkap rebuild" in err.splitlines()
    (guards,) = json.loads(run(filed, ARCHIVIST, "verify", "--json")[1])["findings"]
    assert sorted(guards["details"]) == sorted(names)
    _, out, _ = run(filed, "", "doctor")
    (doctor_line,) = [line for line in out.splitlines() if "Pengaman basis data" in line]
    assert doctor_line.startswith(
        f"BURUK  basis data dan pengaman: Pengaman basis data hilang atau diubah: 21 dari 21, pada {tables}."
    )
