"""``rangkap mandate`` from outside: recording, listing and ending an absence."""

import json
from collections.abc import Callable

import pytest

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import Bureau
from tests.office.test_mandate import with_deputy

GIVEN = ("--absent", "ketua", "--deputy", "identifikasi", "--from", "24-11-2026", "--until", "2026-11-27")
LETTER = ("--letter", "800/12/2026", "--dated", "2026-11-23")


@pytest.fixture
def rangkap(at_stage: Callable[[str], Bureau], run: Run) -> Run:
    """Return a function that runs the verb as an account, with a reason on standard input."""
    office = with_deputy(at_stage("new"))

    def call(*words: str, account: str = "ketua", reason: str = "dinas luar") -> tuple[int, str, str]:
        return run(office, account, "mandate", *words, given=reason)

    return call


def test_an_absence_is_recorded_listed_and_ended(rangkap: Run) -> None:
    status, out, said = rangkap(*GIVEN, *LETTER)
    assert (status, out) == (Exit.OK, "M-2026-1\n")
    assert "identifikasi mewakili ketua dari 24-11-2026 sampai 27-11-2026" in said
    status, out, _ = rangkap(account="petugas")
    assert out == (
        "M-2026-1  24-11-2026–27-11-2026  identifikasi mewakili ketua  (Nomor 800/12/2026 tanggal 23 November 2026)\n"
    )
    status, out, said = rangkap("--end", "m-2026-1", account="teknis", reason="kembali")
    assert (status, out) == (Exit.OK, "M-2026-1\n")
    assert "tidak berlaku lagi sejak 24-11-2026" in said
    _, out, _ = rangkap("--json")
    (row,) = json.loads(out)["mandates"]
    assert (row["ended"], row["deputy"], row["until"]) == ("2026-11-24", "identifikasi", "2026-11-27")
    _, out, _ = rangkap()
    assert ", berakhir 24-11-2026" in out
