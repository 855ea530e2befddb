"""What ``./run test`` runs, and when it fails."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.house.conftest import ROOT
from tests.scheduling import LONG
from tools import check
from tools.check import Result, Step, main, run, steps

SIDE_BY_SIDE = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", "--cache-clear")
STATIC = ["ruff check", "ruff format", "mypy", "import-linter"]


def names(*arguments: str) -> list[str]:
    return [step.name for step in steps(arguments)]


def test_linters_types_and_contracts_come_before_the_tests() -> None:
    assert names() == [*STATIC, "pytest", "coverage", "pytest slow"]
    assert names("--quick") == [*STATIC, "pytest"]


def test_the_deep_run_holds_only_the_full_sweeps() -> None:
    (step,) = steps(["--deep", "-x"])
    assert step.command == ("pytest", "-m", "deep", "-x")
    assert 5 in step.good
    assert step.environment == {}


def test_whole_lets_every_sweep_of_the_deep_run_try_every_point(capfd: pytest.CaptureFixture[str]) -> None:
    (step,) = steps(["--deep", "--whole"])
    assert step.command == ("pytest", "-m", "deep", *SIDE_BY_SIDE)
    told = "from tests.faults.thinning import *; print([*range(9)][thinned(4, 1)])"
    assert run(replace(step, command=("python", "-c", told))).passed
    assert run(Step("thin", ("python", "-c", told))).passed
    assert capfd.readouterr().out.split("\n")[2::3] == ["[0, 1, 2, 3, 4, 5, 6, 7, 8]", "[1, 5]"]


def test_where_homes_lie_elsewhere_the_tests_about_an_office_are_run_with_its_switches() -> None:
    (step,) = steps(["--on", "postgresql+s3", "--quick"])
    assert step.environment == {"RANGKAP_TEST_DATABASE": "postgresql", "RANGKAP_TEST_ARCHIVE": "s3"}
    assert step.command[:3] == ("pytest", "-m", "not deep and not slow")
    assert {"tests/office", "tests/web", "tests/worker", "tests/records"} <= {*step.command}
    (chosen,) = steps(["--on", "s3", "tests/office/test_close.py", "-x"])
    assert chosen.command == ("pytest", "-m", "not deep", "tests/office/test_close.py", "-x")
    assert chosen.environment == {"RANGKAP_TEST_ARCHIVE": "s3"}


@pytest.mark.parametrize("arguments", [["--on"], ["--on", "mysql"], ["--on", "postgresql+"]])
def test_a_place_that_is_not_known_runs_nothing(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        steps(arguments)


def test_the_whole_run_asks_for_coverage_and_a_choice_of_tests_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RANGKAP_COVERAGE", "97")
    counted, gate, others = steps([])[-3:]
    assert "--cov" in counted.command
    assert gate.command == ("coverage", "report", "--fail-under=97")
    assert "--cov" not in others.command
    assert steps(["tests/house"])[-1].command == ("pytest", "-m", "not deep", "tests/house")
    quick = ("pytest", "-m", "not deep and not slow", *SIDE_BY_SIDE)
    assert steps(["--quick"])[-1].command == quick


def test_the_gate_stands_in_pyproject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RANGKAP_COVERAGE", raising=False)
    gate = next(part for part in steps([])[-2].command if part.startswith("--fail-under="))
    assert int(gate.partition("=")[2]) >= 90


def test_a_failing_step_is_named_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [Step("bad", ("python", "-c", "raise SystemExit(3)")), Step("good", ("python", "-c", ""))]
    monkeypatch.setattr("tools.check.steps", lambda arguments: chosen)
    assert main([]) == 1
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[-2:]]
    assert [(line[0], line[-1]) for line in lines] == [("FAILED", "bad"), ("passed", "good")]


def test_a_status_that_a_step_calls_good_passes() -> None:
    assert run(Step("none", ("python", "-c", "raise SystemExit(5)"), (0, 5))).passed


TESTS = """
import pathlib

from pytest import mark

@mark.parametrize("number", range(4))
def test(number):
    seen = pathlib.Path(f"seen-{{number}}")
    was_seen = seen.exists()
    seen.touch()
    assert was_seen or number >= {unsteady}, "beside others"
    assert number < 4 - {broken}
"""


def looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch, unsteady: int, broken: int) -> Result:
    """Run four tests, of which some fail at first sight and some always, as ``./run test`` runs them."""
    (folder / "test_some.py").write_text(TESTS.format(unsteady=unsteady, broken=broken), "utf-8")
    monkeypatch.setattr(check, "ROOT", folder)
    monkeypatch.setattr(check, "_FAILURES", folder / ".pytest_cache/v/cache/lastfailed")
    (step,) = (one for one in steps(["--quick"]) if one.name == "pytest")
    return run(step)


@pytest.mark.slow
def test_few_that_fail_beside_others_and_pass_by_themselves_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = looked_at(tmp_path, monkeypatch, 3, 0)
    assert found.passed
    assert found.unsteady == tuple(f"test_some.py::test[{number}]" for number in range(3))


@pytest.mark.slow
def test_what_fails_by_itself_as_well_fails_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = looked_at(tmp_path, monkeypatch, 1, 1)
    assert not found.passed
    assert found.unsteady == ("test_some.py::test[0]",)


@pytest.mark.slow
def test_many_that_fail_are_no_accident_and_are_not_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = looked_at(tmp_path, monkeypatch, 4, 0)
    assert not found.passed
    assert found.unsteady == ()


def test_a_choice_of_tests_is_run_once() -> None:
    assert all(not one.alone for one in steps(["tests/house"]))


def test_the_unsteady_are_told_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "steps", lambda arguments: [Step("tests", (sys.executable,))])
    monkeypatch.setattr(check, "run", lambda step: Result("tests", True, 1.0, ("tests/test_x.py::test",)))
    assert main([]) == 0
    assert "unsteady  tests/test_x.py::test" in capsys.readouterr().out


def test_whatever_is_not_deep_runs_once_counted_or_not() -> None:
    counted, others = (one.command[2] for one in steps([]) if one.command[0] == "pytest")
    for slow in (False, True):
        for count in (False, True):
            marks = {"deep": False, "slow": slow, "counted": count}
            assert [bool(eval(one, {}, marks)) for one in (counted, others)].count(True) == 1
            assert not any(eval(one, {}, marks | {"deep": True}) for one in (counted, others))


def test_the_files_that_begin_first_are_there() -> None:
    assert [name for name in LONG if not (ROOT / "tests" / name).is_file()] == []
    assert len({*LONG}) == len(LONG)
