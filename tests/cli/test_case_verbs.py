"""``add-letter``, ``find --people``, ``join-arrivals``, ``split-arrival``, ``strike-arrival``, ``merge-case``, ``divide-case`` as the clerk meets them."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from demo.answers import registration
from pipeline.kernel.text import Exit
from pipeline.records import arrivals, boot, cases
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.waiting import PATIENCE

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = "2026-0001", "2026-0002"
LETTER = {"channel": "letter", "received_day": "2026-11-24", "sender": "Rusmini Talahu", "summary": "susulan"}
ROOT = Path(__file__).parents[2]
SCRIPT = """
import json
from argparse import Namespace
from pipeline.cli.call import Call
from pipeline.cli.verbs.register import _decided
rows = [("2026-0001", "2026-0001: korban R.T.", True), ("2026-0002", "2026-0002: terlapor D.P.", False)]
print(json.dumps(_decided(Call(Namespace(lang="id")), rows, {}, may_add=True)))
"""


@pytest.fixture
def known(bureau: Bureau) -> Bureau:
    """An office with one case and two arrivals that wait."""
    bureau.register(WIFE)
    bureau.receive(one_page("dua"), one_page("tiga", pages=2))
    boot.close()
    return bureau


_ORDER = ("A-2026-0003:1", "A-2026-0002", "A-2026-0003:2")


def file_of(folder: Path, answers: Any) -> str:
    path = folder / "jawaban.json"
    path.write_text(json.dumps(answers), "utf-8")
    return str(path)


def spelled(**more: Any) -> dict[str, Any]:
    name = "Roesmini Talahoe"
    names = {"sender": name, "reporter_name": name, "victim_name": name, "letter_date": "2026-11-18"}
    return registration(WIFE) | names | more


def test_a_further_letter_is_added_and_the_next_step_is_said(known: Bureau, run: Run, tmp_path: Path) -> None:
    words = ("add-letter", FIRST, "A-2026-0002", "--answers", file_of(tmp_path, LETTER))
    status, out, err = run(known, CLERK, *words)
    assert (status, out.strip()) == (Exit.OK, FIRST)
    assert f"Surat A-2026-0002 ditambahkan ke kasus {FIRST}" in err
    assert f"rangkap draft {FIRST}" in err
    _, out, _ = run(known, CLERK, "show", FIRST)
    assert "A-2026-0002  diterima 24-11-2026  tanpa nomor  dari R.T." in out


def test_earlier_cases_are_told_with_the_words_for_an_answers_file(
    known: Bureau, run: Run, tmp_path: Path
) -> None:
    words = ("register", "A-2026-0002", "--answers", file_of(tmp_path, spelled()))
    status, _, err = run(known, CLERK, *words)
    assert status == Exit.REFUSED
    assert "“earlier_cases”: {“2026-0001”: “lain”}" in err
    assert "oesmini" not in err
    file_of(tmp_path, spelled(earlier_cases={FIRST: "tidak tahu"}))
    assert run(known, CLERK, *words)[0] == Exit.OK
    _, out, _ = run(known, CLERK, "show", SECOND)
    assert f"{FIRST}: tidak tahu (menurut petugas)" in out


def test_a_name_is_asked_never_an_argument(known: Bureau, run: Run) -> None:
    status, out, _ = run(known, OFFICER, "find", "--people", given="roesmini talahoe\n")
    assert status == Exit.OK
    assert out.startswith(f"{FIRST}  terdaftar, diterima 20-11-2026  korban R.T., 32 tahun (nama mirip)")
    assert run(known, OFFICER, "find", "--people")[0] == Exit.USAGE
    assert "Ejaan lain sudah ikut dicari" in run(known, OFFICER, "find", "--people", given="Siti Aminah")[2]
    assert run(known, "arsip", "find", "--people", given="Rusmini")[0] == Exit.NO_RIGHT


def test_arrivals_are_joined_split_and_struck(known: Bureau, run: Run) -> None:
    status, out, err = run(known, CLERK, "join-arrivals", "A-2026-0003", *_ORDER, "--json")
    assert (status, json.loads(out)["pages"]) == (Exit.OK, 3)
    assert "Halaman 2: A-2026-0002 halaman 1" in err
    status, out, _ = run(known, CLERK, "split-arrival", "A-2026-0003", "1", "2-3", "--json")
    assert [letter["agenda"] for letter in json.loads(out)["letters"]] == ["A-2026-0003", "A-2026-0004"]
    assert run(known, CLERK, "strike-arrival", "A-2026-0003")[0] == Exit.USAGE
    status, out, err = run(
        known, CLERK, "strike-arrival", "A-2026-0003", "pengaduan-layanan", "--json", given="jalan rusak"
    )
    assert (status, json.loads(out)["state"]) == (Exit.OK, "dicoret")
    assert "rangkap unstrike-arrival A-2026-0003" in err
    assert "menunggu lagi" in run(known, CLERK, "unstrike-arrival", "A-2026-0003", given="keliru")[2]
    known.session()
    now = arrivals.get("A-2026-0003")
    assert (now.state, now.struck) == ("baru", "")


def test_cases_are_merged_parted_and_divided(known: Bureau, run: Run, tmp_path: Path) -> None:
    answers = file_of(tmp_path, spelled(earlier_cases={FIRST: "sama"}))
    run(known, CLERK, "register", "A-2026-0002", "--answers", answers)
    status, out, err = run(known, CHAIR, "merge-case", SECOND, FIRST, "--json", given="sama")
    assert (status, json.loads(out)) == (Exit.OK, {"case": SECOND, "state": "selesai", "into": FIRST})
    assert f"{FIRST} / register" in err
    _, out, _ = run(known, CLERK, "find", SECOND)
    assert f"Digabung ke kasus {FIRST}" in out
    assert f"Kasus {SECOND} digabungkan ke sini" in out
    assert "dipisahkan lagi (terdaftar)" in run(known, CHAIR, "unmerge-case", SECOND, given="beda")[2]
    answers = file_of(tmp_path, spelled(reason="dua perkara"))
    words = ("divide-case", FIRST, "surat-masuk-1.pdf", "--answers", answers)
    assert json.loads(run(known, CLERK, *words, "--json")[1])["new"] == "2026-0003"
    known.session()
    assert len(cases.numbers()) == 3


def test_at_a_terminal_each_earlier_case_is_asked_and_the_letter_may_go_there() -> None:
    environ = os.environ | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT)}
    child = pexpect.spawn(
        sys.executable,
        ["-c", SCRIPT],
        env=environ,
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(50, 160),
    )
    child.expect_exact("1 sama   2 lain   3 tidak tahu")
    child.expect_exact("Orang yang sama?")
    child.sendline("mungkin")
    child.expect_exact("Ketik 1, 2, atau 3")
    child.sendline("\x7f" * 7 + "1")
    child.expect_exact("Tambahkan surat ini ke kasus itu")
    child.sendline("tidak")
    child.expect_exact("2026-0002: terlapor D.P.")
    child.sendline("tidak tahu")
    child.expect_exact('[{"2026-0001": "sama", "2026-0002": "tidak tahu"}, ""]')
