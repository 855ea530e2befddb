"""``rangkap mandate`` and its acts from outside: recording, listing and ending an absence."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import Bureau
from tests.office.test_mandate import ASKED, with_deputy


@pytest.fixture
def rangkap(at_stage: Callable[[str], Bureau], run: Run) -> Run:
    """Return a function that runs a verb as an account, with a reason on standard input."""
    office = with_deputy(at_stage("new"))

    def call(*words: str, account: str = "ketua", reason: str = "") -> tuple[int, str, str]:
        return run(office, account, *words, given=reason)

    return call


def test_an_absence_is_recorded_listed_and_ended(rangkap: Run, tmp_path: Path) -> None:
    answers = tmp_path / "jawaban.json"
    answers.write_text(json.dumps(ASKED | {"since": "24-11-2026"}))
    status, out, err = rangkap("record-mandate", "--answers", str(answers))
    assert (status, out) == (Exit.OK, "M-2026-1\n")
    assert "identifikasi mewakili ketua dari 24-11-2026 sampai 27-11-2026" in err
    status, out, _ = rangkap("mandate", account="petugas")
    assert out == (
        "M-2026-1  24-11-2026–27-11-2026  identifikasi mewakili ketua  (Nomor 800/12/2026 tanggal 23 November 2026)\n"
    )
    status, out, err = rangkap("end-mandate", "m-2026-1", account="teknis", reason="kembali")
    assert (status, out) == (Exit.OK, "M-2026-1\n")
    assert "tidak berlaku lagi sejak 24-11-2026" in err
    _, out, _ = rangkap("mandate", "--json")
    (row,) = json.loads(out)["mandates"]
    assert (row["ended"], row["deputy"], row["until"]) == ("2026-11-24", "identifikasi", "2026-11-27")
    _, out, _ = rangkap("mandate")
    assert ", berakhir 24-11-2026" in out
