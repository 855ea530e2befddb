"""``rangkap move-document`` and requests for erasure from outside: what is said, asked and put out."""

import json
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

PAPER = "catatan-telepon.txt"


@pytest.fixture(name="run")
def run_of(bureau: Bureau, run: Run) -> Run:
    """Return a function that calls a verb as an account with words on standard input, in an office with two calls."""
    damage.call(bureau, "pertama")
    damage.call(bureau, "kedua")
    boot.close()

    def call(*words: str, account: str = CLERK, stdin: str = "") -> tuple[int, str, str]:
        return run(bureau, account, *words, given=stdin)

    return call


def test_a_request_goes_from_the_record_to_the_letter(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "jawaban.json"
    answers = {"erasure_by": "wali", "erasure_day": "23-11-2026", "erasure_time": "09.00"}
    path.write_text(json.dumps(answers | {"erasure_asked": "batasi"}))
    assert run("erasures")[2].startswith("Tidak ada permintaan")
    status, _, err = run("record-erasure", FIRST, "--answers", str(path))
    assert (status, "menjawabnya sebelum 26-11-2026 09.00" in err) == (Exit.OK, True)
    assert "jawab sebelum 26-11-2026 09.00" in run("todo")[1]
    status, _, err = run("refuse-erasure", FIRST, account=CHAIR)
    assert (status, "cli.needs_terminal" in err) == (Exit.USAGE, True)
    assert run("grant-erasure", FIRST, account=CHAIR, stdin="dikabulkan")[0] == Exit.OK
    assert run("show", FIRST)[0] == run("find", FIRST)[0] == Exit.NOT_FOUND
    status, out, _ = run("show", FIRST, account=ARCHIVIST, stdin="keberatan")
    assert (status, out.startswith("AKSES DIBATASI sejak 24-11-2026")) == (Exit.OK, True)
    assert run("find", FIRST, account=CHAIR)[1].strip() == f"Kasus {FIRST}    akses dibatasi"
    assert "dikabulkan" in run("erasure-letter", FIRST, account=CHAIR)[1]
    assert FIRST not in run("erasures")[1]
    assert "akses dibatasi" in run("erasures", account=CHAIR)[1]
    assert run("lift-restriction", FIRST, account=CHAIR, stdin="ditarik")[0] == Exit.OK
    assert run("show", FIRST)[0] == Exit.OK
