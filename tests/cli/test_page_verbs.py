"""``rangkap page``, ``verify`` with signed paper and ``archive close``, from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.kernel.errors import Exit
from tests.cli.conftest import Run
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.stages import NEXT_MONTH

NAME = "R-2026-11"
JANUARY = "2027-01-05T09:00:00+07:00"


def test_a_month_that_runs_is_refused_with_the_day_on_which_it_can_be_made(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    damage.call(bureau)
    status, _, err = run(bureau, CHAIR, "page", "2026-11", "--to", str(tmp_path))
    assert status == Exit.REFUSED
    assert "1 Desember 2026" in err
    assert "office.month_not_over" in err


def test_a_page_is_put_out_and_todo_tells_what_it_waits_for(
    bureau: Bureau, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage.call(bureau)
    monkeypatch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
    assert "rangkap page 2026-11 --to FOLDER" in run(bureau, ARCHIVIST, "todo")[1]
    assert "rangkap page" not in run(bureau, CLERK, "todo")[1]
    status, out, err = run(bureau, ARCHIVIST, "page", "2026-11", "--to", str(tmp_path), "--json")
    told = json.loads(out)
    assert (status, told["page"], told["head"]["n"]) == (Exit.OK, NAME, 1)
    assert [Path(one).name for one in told["files"]] == [f"{NAME}-1.pdf", f"{NAME}-2.pdf"]
    assert "pindai keduanya" in err
    assert f"{NAME}  salinan bertanda tangan ke-1 dan ke-2" in run(bureau, CLERK, "todo")[1]
    assert "rangkap page" in run(bureau, ARCHIVIST, "verify")[2]
