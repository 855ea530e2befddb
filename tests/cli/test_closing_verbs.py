"""``rangkap deliver``, ``report``, ``close``, ``reopen``, ``simfoni`` and ``steps`` as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.fields.closing import UNANSWERED
from pipeline.cli.prompts import Abandoned
from pipeline.cli.verbs import deliver
from pipeline.kernel.errors import Exit
from pipeline.office.delivery import close
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
    status, _, err = run(bureau, OFFICER, "close", FIRST, "--answers", note(bureau, "tutup", CAME))
    assert status == Exit.REFUSED
    assert f"surat jawaban belum disampaikan: rangkap deliver {FIRST}" in err
    told = note(bureau, "sampai", TO_SCHOOL | READ)
    status, _, err = run(bureau, CLERK, "deliver", FIRST, "--answers", told)
    assert (status, "tercatat disampaikan" in err) == (Exit.OK, True)
    assert "Pindai tanda terima" in err
    status, out, err = run(bureau, OFFICER, "report", FIRST, "--json")
    (lacking,) = json.loads(out)["missing"]
    assert lacking["next"].endswith(f"rangkap deliver {FIRST} --to DIR")
    assert f"D-{FIRST}-1" in err
    status, out, _ = run(bureau, CLERK, "todo", "--json")
    (row,) = json.loads(out)["receipts"]
    assert (row["sheet"], row["next"]) == (f"D-{FIRST}-1", f"rangkap deliver {FIRST} --to DIR")
    status, out, _ = run(bureau, OFFICER, "todo")
    assert f"{FIRST}  disampaikan  tanda terima D-{FIRST}-1 belum dipindai; menunggu ditutup" in out
    status, out, _ = run(bureau, ARCHIVIST, "show", FIRST)
    assert "Penyampaian 24-11-2026: diambil di kantor, diterima petugas lembaga" in out
    status, out, _ = run(bureau, ARCHIVIST, "export", "ekspedisi", "--csv", given="")
    assert "R.S., petugas lembaga" in out
    assert "Rahmat" not in out


def test_the_way_by_which_the_letter_left_is_proposed_and_a_reason_for_no_letter_is_not_asked(
    at_stage: At, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = at_stage("filed")
    left = note(bureau, "keluar", {"way": "diantar petugas", "delivered_day": "24-11-2026"})
    status, _, err = run(bureau, CLERK, "deliver", FIRST, "--to", str(tmp_path), "--answers", left)
    assert status == Exit.OK, err
    offered: list[Any] = []

    def leave(*given: Any) -> Any:
        offered.append(given[-1])
        raise Abandoned

    monkeypatch.setattr(deliver, "is_terminal", lambda: True)
    monkeypatch.setattr(deliver, "ask", leave)
    assert run(bureau, CLERK, "deliver", FIRST)[0] == Exit.INCOMPLETE
    assert offered == [{"way": "diantar petugas"}]
    desk = bureau.desk(OFFICER)
    ending = close.ending(desk, FIRST)
    assert UNANSWERED not in {one.name for one in ending.asked(desk)}
    without = replace(ending, facts=replace(ending.facts, has_answer=False))
    assert UNANSWERED in {one.name for one in without.asked(desk)}


def test_a_person_is_asked_for_safe_ways_only(at_stage: At) -> None:
    bureau = at_stage("filed")
    bureau.leave()
    terminal = Terminal(AtWork(bureau.home), "deliver", FIRST, account=CLERK)
    terminal.see("Cara yang aman: pos, diantar petugas, diambil di kantor")
    terminal.see("Yang boleh menerima: petugas lembaga")
    terminal.see("Hasil*")
    terminal.type("belum berhasil")
    terminal.see(
        "1 dikirim lewat pos ke alamat aman   2 diantar petugas ke alamat aman   3 diambil di kantor"
    )
    terminal.see("Cara penyampaian*: dikirim lewat pos ke alamat aman")
    terminal.child.sendcontrol("c")
    assert terminal.end() == Exit.INCOMPLETE
