"""``rangkap hold`` and ``rangkap dispose`` from outside: what is said, what is asked, what a script gives and gets."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.retained import APPROVAL, later
from tests.office.stages import FIRST

LIST = "M-2037-01"
Answers = Callable[[Mapping[str, str]], tuple[str, str]]


@pytest.fixture(name="run")
def later_run(filed: Bureau, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Return a function that calls a verb as an account, when the time of the first case is over."""
    later(filed, monkeypatch)
    return partial(run, filed)


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    """Return a function that gives the words by which answers are handed over."""

    def given(plain: Mapping[str, str]) -> tuple[str, str]:
        path = tmp_path / "isian.json"
        path.write_text(json.dumps(plain), "utf-8")
        return "--answers", str(path)

    return given


def test_the_whole_way_from_the_list_to_the_minutes(run: Run, answers: Answers) -> None:
    status, out, _ = run(ARCHIVIST, "dispose", "list", "--json")
    (first, second) = json.loads(out)["cases"]
    assert (status, first["over"], second["reason"]) == (Exit.OK, True, "belum selesai")
    status, out, err = run(ARCHIVIST, "propose-disposal")
    assert (status, out.strip()) == (Exit.OK, LIST)
    assert f"rangkap approve-disposal {LIST}" in err
    status, _, err = run(CHAIR, "approve-disposal", LIST, *answers(APPROVAL.answers))
    assert (status, f"rangkap destroy-disposal {LIST}" in err) == (Exit.OK, True)
    minutes = {"paper_number": "045/2/BA/2037", "paper_day": "5 Januari 2037", "sure": LIST.lower()}
    status, out, err = run(ARCHIVIST, "destroy-disposal", LIST, "--json", *answers(minutes))
    assert (status, json.loads(out)["state"]) == (Exit.OK, "dimusnahkan")
    assert "cadangan yang lebih tua" in err
    status, out, _ = run(CLERK, "show", FIRST)
    assert (status, "berita acara nomor 045/2/BA/2037 tanggal 05-01-2037" in out) == (Exit.OK, True)
    status, out, err = run(ARCHIVIST, "verify", "--json")
    assert (status, json.loads(out)["destroyed"][0]["case"]) == (Exit.OK, FIRST)
    assert f"Dimusnahkan menurut berita acara, jadi tidak dicari: {FIRST}" in err
    status, _, err = run(ARCHIVIST, "verify", "--case", FIRST)
    assert (status, "dimusnahkan menurut berita acara" in err) == (Exit.NOT_FOUND, True)


def test_a_paper_without_number_or_day_is_asked_for_again(run: Run, answers: Answers) -> None:
    run(ARCHIVIST, "propose-disposal")
    for given in ({}, {"paper_number": "800/1/2037"}, APPROVAL.answers | {"paper_day": "31-2-2037"}):
        status, _, err = run(CHAIR, "approve-disposal", LIST, *answers(given))
        assert (status, "paper_day" in err) == (Exit.USAGE, True), given
    status, _, err = run(ARCHIVIST, "dispose", "print", LIST)
    assert (status, "--to" in err) == (Exit.USAGE, True)
