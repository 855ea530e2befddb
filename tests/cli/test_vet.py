"""``rangkap verify-report``, ``return-report`` and ``assign-officer`` from outside: what is missing stands there before anything is asked."""

import json
from collections.abc import Callable

from pipeline.cases.states import State
from pipeline.kernel.text import Exit
from pipeline.records import boot, cases, history
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
    terminal = person(bureau, CHAIR, "verify-report", FIRST)
    terminal.see(f"Didaftarkan oleh {CLERK}")
    terminal.see("✓ Tanggal kejadian")
    terminal.see("✗ Tanggal lahir korban: belum ada")
    terminal.see("belum ada (0 wajib).")
    terminal.see("Catatan")
    terminal.type("")
    terminal.see("Simpan?")
    terminal.type("tidak")
    assert terminal.end() != Exit.OK
    bureau.session()
    assert cases.get(FIRST).state is State.REGISTERED
    terminal = person(bureau, CHAIR, "verify-report", FIRST)
    terminal.see("Catatan")
    terminal.type("")
    terminal.see("Simpan?")
    terminal.type("ya")
    terminal.see("terverifikasi.")
    terminal.see(f"rangkap assign-officer {FIRST} AKUN")
    assert terminal.end() == Exit.OK
    bureau.session()
    assert cases.get(FIRST).state is State.VETTED


def test_a_report_is_returned_after_it_was_read(at_stage: At) -> None:
    bureau = at_stage("registered")
    terminal = person(bureau, OFFICER, "return-report", SECOND)
    terminal.see("belum ada")
    terminal.see("Alasan")
    terminal.type("NIK kosong")
    terminal.see(f"rangkap record-clarification {SECOND}")
    assert terminal.end() == Exit.OK
    bureau.session()
    (act,) = [row for row in history.of_case(SECOND) if row.verb == "vet_returned"]
    assert act.detail["reason"] == "NIK kosong"


def test_without_a_terminal_the_list_is_told_and_nobody_verifies_their_own_entry(at_stage: At) -> None:
    bureau = at_stage("registered")
    boot.close()
    office = AtWork(bureau.home)
    done = office.run("verify-report", FIRST, "--json", account=OFFICER)
    assert done.returncode == Exit.OK
    assert "victim_birth_date" in json.loads(done.stdout)["missing"]
    assert "✗ Tanggal lahir korban" in done.stderr
    bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    done = office.run("verify-report", SECOND, account=CLERK)
    assert (done.returncode, "Didaftarkan" in done.stderr) == (Exit.REFUSED, False)


def test_without_an_officer_the_chair_is_told_who_has_what_load(at_stage: At) -> None:
    bureau = at_stage("registered")
    terminal = person(bureau, CHAIR, "assign-officer", FIRST)
    terminal.see(f"{OFFICER}: kasus aktif: 0")
    terminal.type(OFFICER)
    terminal.see("Instruksi")
    terminal.type("")
    terminal.see("Simpan?")
    terminal.type("ya")
    terminal.see(f"Kasus {FIRST} ditangani oleh {OFFICER}.")
    assert terminal.end() == Exit.OK
    bureau.session()
    assert cases.get(FIRST).officer == OFFICER
