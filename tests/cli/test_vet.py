"""``rangkap vet`` and ``assign`` from outside: what is missing stands there before anything is asked."""

from __future__ import annotations

import json
from collections.abc import Callable

from pipeline.cases.states import State
from pipeline.kernel.text import Exit
from pipeline.records import boot, cases, history
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.street.terminal import AtWork, Terminal

At = Callable[[str], Bureau]


def person(bureau: Bureau, account: str, *words: str) -> Terminal:
    """Return a person at a terminal of the office."""
    boot.close()
    return Terminal(AtWork(bureau.home), *words, account=account)


def test_what_is_there_and_what_is_missing_is_shown_before_the_chair_is_asked(at_stage: At) -> None:
    bureau = at_stage("registered")
    terminal = person(bureau, CHAIR, "vet", FIRST)
    terminal.see(f"Kelengkapan kasus {FIRST}, didaftarkan oleh {CLERK}")
    terminal.see("✓ Tanggal kejadian")
    terminal.see("✗ Tanggal lahir korban: belum ada")
    terminal.see("– Kontak aman sudah dipastikan: tidak perlu")
    terminal.see("belum ada (0 wajib).")
    terminal.see("s terverifikasi   k kembalikan   n nanti")
    terminal.type("n")
    terminal.see(f"Tidak ada yang dicatat. Nanti: rangkap vet {FIRST}")
    assert terminal.end() == Exit.OK
    bureau.desk()
    assert cases.get(FIRST).state is State.REGISTERED
    terminal = person(bureau, CHAIR, "vet", FIRST)
    terminal.see("Pilihan")
    terminal.type("s")
    terminal.see(f"terverifikasi. Berikutnya: rangkap assign {FIRST} AKUN")
    assert terminal.end() == Exit.OK
    bureau.desk()
    assert cases.get(FIRST).state is State.VETTED


def test_a_report_is_returned_after_it_was_read(at_stage: At) -> None:
    bureau = at_stage("registered")
    terminal = person(bureau, OFFICER, "vet", SECOND)
    terminal.see("Pilihan")
    terminal.type("k")
    terminal.see("Alasan")
    terminal.type("NIK kosong")
    terminal.see(f"rangkap clarify {SECOND}")
    assert terminal.end() == Exit.OK
    bureau.desk()
    (act,) = [one for one in history.of_case(SECOND) if one.verb == "vet_returned"]
    assert act.detail["reason"] == "NIK kosong"


def test_without_a_terminal_the_list_is_told_and_nobody_verifies_their_own_entry(at_stage: At) -> None:
    bureau = at_stage("registered")
    boot.close()
    office = AtWork(bureau.home)
    done = office.run("vet", FIRST, "--json", account=OFFICER)
    assert done.returncode == Exit.OK
    assert "victim_birth_date" in json.loads(done.stdout)["missing"]
    assert "✗ Tanggal lahir korban" in done.stderr
    bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    done = office.run("vet", SECOND, account=CLERK)
    assert (done.returncode, "Kelengkapan" in done.stderr) == (Exit.REFUSED, False)


def test_without_an_officer_the_chair_is_told_who_has_what_load(at_stage: At, run: Run) -> None:
    bureau = at_stage("registered")
    status, out, err = run(bureau, CHAIR, "assign", FIRST)
    assert (status, out) == (Exit.OK, "")
    assert f"  {OFFICER}: 0 kasus berjalan" in err
    assert f"Tidak ada yang dicatat. Tentukan dengan: rangkap assign {FIRST} AKUN" in err
    status, out, _ = run(bureau, CHAIR, "assign", FIRST, "--json")
    assert json.loads(out) == [{"account": OFFICER, "running": 0, "alike": 0}]
    assert run(bureau, CLERK, "assign", FIRST)[0] == Exit.NO_RIGHT
    bureau.desk()
    assert cases.get(FIRST).officer == ""
