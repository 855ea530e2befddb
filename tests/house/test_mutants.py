"""The faults that mutation testing plants, and how it tells that a test caught one."""

import dataclasses
import json
import shutil
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
OLDER = "tests/cases/test_ages.py::test_it_is_older"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one module and one test of it."""
    (tmp_path / "pipeline" / "cases").mkdir(parents=True)
    (tmp_path / "pipeline" / "cases" / "ages.py").write_text(MODULE, "utf-8")
    (tmp_path / "tests" / "cases").mkdir(parents=True)
    for package in ("pipeline", "pipeline/cases", "tests"):
        (tmp_path / package / "__init__.py").touch()
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
    (tmp_path / "tests" / "kept.py").write_text("ROOT = PLACE = ''\n", "utf-8")
    (tmp_path / "tools").mkdir()
    shutil.copy2(mutants.ROOT / "tools" / "mutant_tests.py", tmp_path / "tools")
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    monkeypatch.setattr(mutants, "_make_stages", lambda root: None)
    monkeypatch.setattr(mutants, "_KNOWN", tmp_path / "kept.json")
    return tmp_path


def test_each_kind_of_fault_is_planted(root: Path) -> None:
    pairs = {(mutant.before, mutant.after) for mutant in mutants.candidates(root / "pipeline/cases/ages.py")}
    assert pairs == {
        ("one < other", "(one <= other)"),
        ("one < other and not one == 0", "(one < other or not one == 0)"),
        ("not one == 0", "(one == 0)"),
        ("one == 0", "(one != 0)"),
        ('raise ValueError("older")', "pass"),
        ("one - other", "(one + other)"),
        ("one - other > 1", "(one - other >= 1)"),
        ("return one - other > 1", "return None"),
    }


def test_a_place_inside_a_formatted_text_has_no_mutant(root: Path) -> None:
    """Before Python 3.12 nothing tells where it lies."""
    place = root / "pipeline/cases/ages.py"
    place.write_text("def said(one):\n    print(f'{one > 1}')\n", "utf-8")
    assert [mutant.after for mutant in mutants.candidates(place)] == ["pass"]


def test_a_mutant_is_caught_by_the_test_that_fails_and_leaves_nothing_behind(root: Path) -> None:
    planted = {mutant.after: mutant for mutant in mutants.candidates(root / "pipeline/cases/ages.py")}
    caught = mutants.try_out(planted["return None"], [OLDER], root)
    assert (caught.caught_by, caught.how) == (OLDER, "AssertionError")
    assert mutants.try_out(planted["pass"], [OLDER], root).caught_by == ""
    assert (root / "pipeline/cases/ages.py").read_text("utf-8") == MODULE


def test_a_mutant_that_no_test_is_known_to_reach_is_not_caught(root: Path) -> None:
    mutant = next(mutants.candidates(root / "pipeline/cases/ages.py"))
    assert mutants.try_out(mutant, [], root).caught_by == ""


def test_a_mutant_that_goes_on_for_ever_is_ended_by_its_processor_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "_CPU", 0.2)
    (root / "pipeline/cases/ages.py").write_text(
        "def older(one, other):\n    while one > other:\n        one -= one\n    return True\n", "utf-8"
    )
    (endless,) = (
        mutant for mutant in mutants.candidates(root / "pipeline/cases/ages.py") if ">=" in mutant.after
    )
    ended = mutants.try_out(dataclasses.replace(endless, after="True"), [OLDER], root)
    assert (ended.caught_by, ended.how) == (OLDER, "OutOfTime")


def test_the_tests_of_a_mutant_are_those_that_reach_its_place(root: Path) -> None:
    with (root / "tests/cases/test_ages.py").open("a", encoding="utf-8") as tests:
        tests.write("\n\ndef test_nothing():\n    pass\n\n\ndef test_as_old():\n    assert not older(5, 5)\n")
    planted = list(mutants.candidates(root / "pipeline/cases/ages.py"))
    as_old = OLDER.replace("it_is_older", "as_old")
    caught_by = {
        "older: one < other -> (one <= other)": as_old,
        "older: return one - other > 1 -> return None": OLDER,
    }
    result = mutants.reach(planted, ["tests"], {key: [test] for key, test in caught_by.items()})
    assert {key: (result[key] or [])[0] for key in caught_by} == caught_by
    assert {tuple(sorted(tests)) for tests in result.values()} == {(), (as_old, OLDER)}
    unreached = ["older: not one == 0 -> (one == 0)", "older: one == 0 -> (one != 0)"]
    assert sorted(key for key in result if not result[key] and "raise" not in key) == unreached
    assert [tests for key, tests in result.items() if "raise" in key] == [[]]
    kept = mutants.reach(
        planted, ["tests/cases/test_ages.py::test_nothing"], {planted[0].key: ["tests/x.py::y"]}
    )
    assert [kept[mutant.key] for mutant in planted[:2]] == [["tests/x.py::y"], None]


def test_of_each_function_the_narrowest_test_comes_before_a_second_one() -> None:
    reached = {
        "a::b[1]": (1, 0.3),
        "a::b[2]": (1, 0.2),
        "a::c": (3, 30.0),
        "a::d": (2, 11.0),
        "a::e": (9, 50.0),
        "a::f": (2, 0.1),
    }
    assert mutants.chosen(reached) == ["a::b[2]", "a::f", "a::d", "a::b[1]"]
    assert mutants.chosen({**reached, "x::y": (8, 1.0)}, {"x"})[:2] == ["x::y", "a::b[2]"]


def test_a_mutant_follows_its_function_and_one_that_is_gone_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {key: [OLDER, f"{OLDER}_no_more", "tests/gone.py::test_x"] for key in mutants.planted()}
    (root / "kept.json").write_text(json.dumps(known), "utf-8")
    assert {tuple(tests or ()) for tests in mutants._known().values()} == {(OLDER,)}
    (root / "pipeline/cases").rename(root / "pipeline/acts")
    (root / "pipeline/acts/ages.py").write_text(MODULE.replace("not one == 0", "other"), "utf-8")
    monkeypatch.setattr(
        mutants, "_all", lambda chosen, known: [mutants.Outcome(mutant, OLDER, "") for mutant in chosen]
    )
    assert mutants.main([]) == 0
    gone = sorted(known.keys() - mutants.planted().keys())
    lines = capsys.readouterr().out.splitlines()
    assert lines[: len(gone)] == [f"no longer there: {key}" for key in gone]
    assert "one < other and other -> (one < other or other)" in lines[len(gone)]
    assert lines[len(gone) + 1 :] == ["5 of 5 mutants caught, 1 not measured"]


def test_where_nobody_looked_which_tests_reach_a_mutant_it_is_told_and_not_counted(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "_all", lambda chosen, known: [])
    assert mutants.main([]) == 0
    assert capsys.readouterr().out.count("not measured (./run mutants --reach): pipeline/cases/ages.py") == 8


def test_too_few_caught_fail_the_run(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (uncaught,) = (
        mutant for mutant in mutants.candidates(root / "pipeline/cases/ages.py") if mutant.after == "pass"
    )
    (root / "kept.json").write_text(json.dumps({uncaught.key: [OLDER]}), "utf-8")
    monkeypatch.setattr(mutants, "sample", lambda every, known: [uncaught])
    assert mutants.main([]) == 1
    output = capsys.readouterr().out
    assert "not caught: pipeline/cases/ages.py:5 older: raise ValueError" in output


def test_no_mutant_counts_by_a_test_that_fails_without_it(root: Path) -> None:
    """A copy in which a test does not even load would seem to catch every mutant."""
    mutants.need_passing([OLDER], root)
    for text in (
        "import nothing_of_that_name\n",
        "def test_it_is_older():\n    assert not 'nothing_of_that_name'\n",
    ):
        (root / "tests/cases/test_ages.py").write_text(text, "utf-8")
        with pytest.raises(SystemExit) as error:
            mutants.need_passing([OLDER], root)
        assert "nothing_of_that_name" in str(error.value)


def test_each_debt_is_a_mutant_that_is_tried() -> None:
    assert mutants.DEBTS.keys() <= json.loads(mutants._KNOWN.read_text("utf-8")).keys()
