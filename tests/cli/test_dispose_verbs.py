"""``rangkap hold`` and ``rangkap dispose`` from outside: what is said, what is asked, what a script gives and gets."""

from __future__ import annotations

import json
from functools import partial

import pytest

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.retained import later
from tests.office.stages import FIRST

LIST = "M-2037-01"


@pytest.fixture(name="run")
def later_run(filed: Bureau, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Return a function that calls a verb as an account, when the time of the first case is over."""
    later(filed, monkeypatch)
    return partial(run, filed)


def test_the_whole_way_from_the_list_to_the_minutes(run: Run) -> None:
    status, out, _ = run(ARCHIVIST, "dispose", "list", "--json")
    (first, second) = json.loads(out)["cases"]
    assert (status, first["over"], second["reason"]) == (Exit.OK, True, "belum selesai")
    status, out, err = run(ARCHIVIST, "dispose", "propose")
    assert (status, out.strip()) == (Exit.OK, LIST)
    assert f"rangkap dispose approve {LIST}" in err
    status, _, err = run(CHAIR, "dispose", "approve", LIST, given="800/1/2037\n4-1-2037\n")
    assert (status, f"rangkap dispose destroy {LIST}" in err) == (Exit.OK, True)
    status, out, err = run(
        ARCHIVIST, "dispose", "destroy", LIST, "--json", given="045/2/BA/2037\n5 Januari 2037\n"
    )
    told = json.loads(out)
    assert (status, told["state"], told["minutes"]["day"]) == (Exit.OK, "dimusnahkan", "2037-01-05")
    assert "Cadangan yang lebih tua" in err
    status, out, _ = run(CLERK, "show", FIRST)
    assert (status, "berita acara nomor 045/2/BA/2037 tanggal 05-01-2037" in out) == (Exit.OK, True)
    status, out, err = run(ARCHIVIST, "verify", "--json")
    assert (status, json.loads(out)["destroyed"][0]["case"]) == (Exit.OK, FIRST)
    assert f"Dimusnahkan menurut berita acara, jadi tidak dicari: {FIRST}" in err
    status, _, err = run(ARCHIVIST, "verify", "--case", FIRST)
    assert (status, "dimusnahkan menurut berita acara" in err) == (Exit.NOT_FOUND, True)


def test_a_paper_without_number_or_day_is_asked_for_again(run: Run) -> None:
    run(ARCHIVIST, "dispose", "propose")
    for given in ("", "800/1/2037\n", "800/1/2037\nbesok\n", "\n4-1-2037\n"):
        status, _, err = run(CHAIR, "dispose", "approve", LIST, given=given)
        assert (status, "office.disposal_paper" in err) == (Exit.USAGE, True), given
    status, _, err = run(CHAIR, "dispose", "approve")
    assert (status, "cli.dispose_options" in err) == (Exit.USAGE, True)
    status, _, err = run(ARCHIVIST, "dispose", "print", LIST)
    assert (status, "--to" in err) == (Exit.USAGE, True)
