"""``rangkap record-delivery``, ``report`` and ``close-case`` as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, TO_SCHOOL
from tests.office.test_close import CAME
from tests.street.terminal import AtWork, Terminal

At = Callable[[str], Bureau]
READ: dict[str, Any] = {"way": "diambil di kantor", "identity": "KTP"}


def note(bureau: Bureau, name: str, answers: dict[str, Any]) -> str:
    path = bureau.home / "var" / f"{name}.json"
    path.write_text(json.dumps(answers), "utf-8")
    return str(path)


def test_from_the_filed_answer_to_the_closed_case(at_stage: At, run: Run, tmp_path: Path) -> None:
    bureau = at_stage("filed")
    status, _, err = run(bureau, OFFICER, "close-case", FIRST, "--answers", note(bureau, "tutup", CAME))
    assert status == Exit.REFUSED
    assert "\n- surat jawaban belum disampaikan" in err
    assert f"\n  rangkap record-delivery {FIRST}\n" in err
    answers = note(bureau, "sampai", TO_SCHOOL | READ)
    status, _, err = run(bureau, CLERK, "record-delivery", FIRST, "--answers", answers)
    assert (status, "tercatat disampaikan" in err) == (Exit.OK, True)
    assert "Pindai tanda terima" in err
    status, out, err = run(bureau, OFFICER, "report", FIRST, "--json")
    (lacking,) = json.loads(out)["missing"]
    assert lacking["next"].endswith(f"rangkap send {FIRST} --to DIR")
    assert f"D-{FIRST}-1" in err
    status, out, _ = run(bureau, CLERK, "todo", "--json")
    (row,) = json.loads(out)["receipts"]
    assert (row["sheet"], row["next"]) == (f"D-{FIRST}-1", f"rangkap send {FIRST} --to DIR")
    status, out, _ = run(bureau, OFFICER, "todo")
    assert f"{FIRST}  disampaikan  tanda terima D-{FIRST}-1 belum dipindai; menunggu ditutup" in out
    status, out, _ = run(bureau, ARCHIVIST, "show", FIRST)
    assert "Penyampaian 24-11-2026: diambil di kantor, diterima petugas lembaga" in out
    status, out, _ = run(bureau, ARCHIVIST, "export", "ekspedisi", "--csv", given="")
    assert "R.S., petugas lembaga" in out
    assert "Rahmat" not in out


def test_a_person_is_asked_for_safe_ways_only(at_stage: At) -> None:
    bureau = at_stage("filed")
    bureau.leave()
    terminal = Terminal(AtWork(bureau.home), "record-delivery", FIRST, account=CLERK)
    terminal.see(
        "Cara yang aman: dikirim lewat pos ke alamat aman, diantar petugas ke alamat aman, diambil di kantor"
    )
    terminal.see("Yang boleh menerima: petugas lembaga")
    terminal.see("Hasil*")
    terminal.type("belum berhasil")
    terminal.see(
        "1 dikirim lewat pos ke alamat aman   2 diantar petugas ke alamat aman   3 diambil di kantor"
    )
    terminal.see("Cara penyampaian*: dikirim lewat pos ke alamat aman")
    terminal.child.sendcontrol("c")
    assert terminal.end() == Exit.INCOMPLETE
