"""``rangkap void`` and ``rangkap numbers`` from outside."""

import io
import json
from typing import Any

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.records import boot
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

LETTER = f"{FIRST}-1"
NUMBER = "400.2/001/P2TP2A/XI/2026"


def run(office: Bureau, patch: pytest.MonkeyPatch, words: list[str], account: str, given: str = "") -> int:
    patch.setenv("RANGKAP_HOME", str(office.home))
    patch.setattr("sys.stdin", io.StringIO(given))
    status = main([*words, "--as", account])
    boot.close()
    return status


def test_the_list_of_numbers_shows_every_one_and_that_none_is_missing(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(approved, monkeypatch, ["numbers", "2026"], CLERK) == Exit.OK
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{NUMBER}  disediakan  {LETTER}",
        "400.2/002/P2TP2A/XI/2026  disediakan  2026-0002-1",
    ]
    assert "2 nomor, tanpa loncatan." in err


def test_the_chair_voids_a_letter_with_a_reason_from_standard_input(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(approved, monkeypatch, ["void-letter", LETTER], CLERK, "salah alamat") == Exit.NO_RIGHT
    assert run(approved, monkeypatch, ["void-letter", LETTER], CHAIR, "") == Exit.USAGE
    assert run(approved, monkeypatch, ["void-letter", LETTER], CHAIR, "salah alamat\n") == Exit.OK
    assert f"rangkap draft {FIRST}" in capsys.readouterr().err
    assert run(approved, monkeypatch, ["numbers", "--json"], CHAIR) == Exit.OK
    listing: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert listing["gaps"] == []
    assert listing["numbers"][0] == {
        "number": NUMBER, "series": "surat/2026", "seq": 1, "state": "void", "letter": LETTER, "kind": "jawaban",
        "reason": "salah alamat",
    }  # fmt: skip
    assert (
        run(approved, monkeypatch, ["print", FIRST, "--to", str(approved.home / "var/cetak")], CLERK)
        == Exit.NOT_FOUND
    )
