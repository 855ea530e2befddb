"""The faults that mutation testing plants, and how it tells that a test caught one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import mutants

MODULE = '''
def older(one: int, other: int) -> bool:
    """Tell whether it is older."""
    if one < other and not one == 0:
        raise ValueError("older")
    return one - other > 1
'''


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one module and one test of it."""
    (tmp_path / "pipeline" / "cases").mkdir(parents=True)
    (tmp_path / "pipeline" / "cases" / "ages.py").write_text(MODULE, "utf-8")
    for package in ("pipeline", "pipeline/cases"):
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "tests" / "cases").mkdir(parents=True)
    (tmp_path / "tests" / "cases" / "test_ages.py").write_text(
        "from pipeline.cases.ages import older\n\n\ndef test_it_is_older():\n    assert older(5, 3)\n",
        "utf-8",
    )
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\nmarkers = ["quick", "usual"]\n', "utf-8"
    )
    (tmp_path / "tests" / "conftest.py").write_text(
        "def pytest_collection_modifyitems(items):\n    for item in items:\n        item.add_marker('quick')\n",
        "utf-8",
    )
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    return tmp_path


def test_each_kind_of_fault_is_planted(root: Path) -> None:
    found = {(mutant.before, mutant.after) for mutant in mutants.candidates(root / "pipeline/cases/ages.py")}
    assert found == {
        ("one < other", "(one <= other)"),
        ("one < other and not one == 0", "(one < other or not one == 0)"),
        ("not one == 0", "(one == 0)"),
        ("one == 0", "(one != 0)"),
        ('raise ValueError("older")', "pass"),
        ("one - other", "(one + other)"),
        ("one - other > 1", "(one - other >= 1)"),
        ("return one - other > 1", "return None"),
    }


def test_a_mutant_is_caught_by_the_test_that_fails_and_leaves_nothing_behind(root: Path) -> None:
    planted = {mutant.after: mutant for mutant in mutants.candidates(root / "pipeline/cases/ages.py")}
    known = {mutant.key: "tests/cases/test_ages.py::test_it_is_older" for mutant in planted.values()}
    assert mutants.try_out(planted["return None"], known, root).caught_by == known[planted["return None"].key]
    assert mutants.try_out(planted["pass"], known, root).caught_by == ""
    assert (root / "pipeline/cases/ages.py").read_text("utf-8") == MODULE


def test_a_mutant_follows_its_function_and_one_that_is_gone_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    caught, kept = "tests/cases/test_ages.py::test_it_is_older", root / "kept.json"
    known = dict.fromkeys(mutants.planted(), caught)
    kept.write_text(json.dumps(known), "utf-8")
    (root / "pipeline/cases").rename(root / "pipeline/acts")
    (root / "tests/cases").rename(root / "tests/acts")
    (root / "pipeline/acts/ages.py").write_text(MODULE.replace("not one == 0", "other"), "utf-8")
    monkeypatch.setattr(mutants, "_KNOWN", kept)
    monkeypatch.setattr(mutants, "_all", lambda chosen, known: [mutants.Outcome(one, "x") for one in chosen])
    assert mutants.main(["--record"]) == 0
    gone = sorted(known.keys() - mutants.planted().keys())
    assert capsys.readouterr().out.splitlines()[:-1] == [f"no longer there: {key}" for key in gone]
    assert (len(known), len(gone)) == (8, 3)
    assert json.loads(kept.read_text("utf-8")).keys() == mutants.planted().keys()
    followed = mutants.planted()["older: one < other -> (one <= other)"]
    assert mutants.tests_for(followed, known, root)[0] == [caught.replace("cases", "acts")]


def test_the_test_that_is_known_to_catch_it_is_tried_first(root: Path) -> None:
    mutant = next(mutants.candidates(root / "pipeline/cases/ages.py"))
    cut = {mutant.key: "tests/cases/test_ages.py::test_it_is_older[one"}  # of a parameter with spaces
    assert mutants.tests_for(mutant, cut, root)[0] == ["tests/cases/test_ages.py::test_it_is_older"]
    known = {mutant.key: "tests/cases/test_ages.py::test_it_is_older"}
    assert mutants.tests_for(mutant, known, root) == [
        ["tests/cases/test_ages.py::test_it_is_older"],
        ["tests/cases/test_ages.py"],
        ["tests/cases"],
    ]


def test_too_few_caught_fail_the_run(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (uncaught,) = (one for one in mutants.candidates(root / "pipeline/cases/ages.py") if one.after == "pass")
    monkeypatch.setattr(mutants, "sample", lambda every, known: [uncaught])
    assert mutants.main([]) == 1
    said = capsys.readouterr().out
    assert "not caught: pipeline/cases/ages.py:5 older: raise ValueError" in said


def test_no_mutant_counts_where_the_tests_cannot_be_read(root: Path) -> None:
    """A copy in which a test does not even load would seem to catch every mutant."""
    (root / "tests/cases/test_ages.py").write_text("import nothing_of_that_name\n", "utf-8")
    with pytest.raises(SystemExit) as told:
        mutants._need_collected(root)
    assert "nothing_of_that_name" in str(told.value)
