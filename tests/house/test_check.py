"""What ``./run test`` runs, and when it fails."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests import costs
from tests.house.conftest import ROOT
from tools import check, cpu
from tools.check import SHARES, Result, Step, concerned, main, run, steps
from tools.cpu import spent

WORKERS = ("-n", "4", "--dist", "loadfile", "--no-loadscope-reorder")
STATIC = ["ruff check", "ruff format", "mypy", "import-linter", "weight"]
FOLDERS = ["archive", "cases", "docs", "faults", "house", "kernel", "office", "web"]


def names(*arguments: str) -> list[str]:
    return [step.name for step in steps(arguments)]


def test_linters_types_and_contracts_come_before_the_tests() -> None:
    assert names() == [*STATIC, "tests"]
    assert names("--quick") == [*STATIC, "tests"]
    assert names("--all") == [*STATIC, "tests", "coverage", "sweeps"]


def test_the_run_before_a_commit_is_one_session_of_quick_and_usual_tests_without_counting() -> None:
    assert steps([])[-1].command == ("pytest", "-m", "quick or usual", *WORKERS)
    assert steps(["--quick"])[-1].command == ("pytest", "-m", "quick", *WORKERS)
    assert steps(["tests/house"])[-1].command == ("pytest", "-m", "not sweep", "tests/house")


def test_the_deep_run_holds_only_the_sweeps() -> None:
    (step,) = steps(["--deep", "-x"])
    assert step.command == ("pytest", "-m", "sweep", *WORKERS, "-x")
    assert 5 in step.good
    assert step.environment == {}


def test_whole_lets_every_sweep_try_every_point(capfd: pytest.CaptureFixture[str]) -> None:
    (step,) = steps(["--deep", "--whole"])
    code = "from tests.faults.thinning import *; print([*range(9)][thinned(4, 1)])"
    assert run(replace(step, command=("python", "-c", code)))[0].passed
    assert run(Step("thin", ("python", "-c", code)))[0].passed
    assert capfd.readouterr().out.splitlines() == ["[0, 1, 2, 3, 4, 5, 6, 7, 8]", "[1, 5]"]


def test_where_homes_lie_elsewhere_the_tests_about_an_office_are_run_with_its_switches() -> None:
    (step,) = steps(["--on", "postgresql+s3", "--quick"])
    assert step.environment == {"RANGKAP_TEST_DATABASE": "postgresql", "RANGKAP_TEST_ARCHIVE": "s3"}
    assert step.command[:3] == ("pytest", "-m", "quick")
    assert {"tests/office", "tests/web", "tests/worker", "tests/records"} <= {*step.command}
    (chosen,) = steps(["--on", "s3", "tests/office/test_close.py", "-x"])
    assert chosen.command == ("pytest", "-m", "not sweep", "tests/office/test_close.py", "-x")
    assert chosen.environment == {"RANGKAP_TEST_ARCHIVE": "s3"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--on"],
        ["--on", "mysql"],
        ["--on", "postgresql+"],
        ["--share", "8"],
        ["--share", "x"],
        ["--share"],
        ["--since"],
    ],
)
def test_what_is_not_known_runs_nothing(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        steps(arguments)


def test_the_shares_together_hold_each_heavy_test_and_sweep_once_and_every_place() -> None:
    chosen = steps(["--share", "all"])
    marks = [step.command[2] for step in chosen if step.name.removeprefix("share ").isdecimal()]
    assert marks == [f"share{number}" for number in range(SHARES)]
    assert SHARES == costs.SHARES
    places = [frozenset(step.environment.values()) for step in chosen if "backends" in step.name]
    assert places == [frozenset({"postgresql"}), frozenset({"s3"}), frozenset({"postgresql", "s3"})]
    mutants = [step.command[-1] for step in chosen if step.name.endswith("mutants")]
    assert mutants == [str(number) for number in range(SHARES)]
    assert steps(["--share", "3"]) == [step for step in chosen if step.name.startswith("share 3")]


def test_the_whole_run_asks_for_coverage_and_holds_the_bounds_of_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RANGKAP_COVERAGE", "97")
    counted, gate, sweeps = steps(["--all"])[-3:]
    assert {"--cov", "--hold-costs", "not sweep"} <= {*counted.command}
    assert gate.command == ("coverage", "report", "--fail-under=97")
    assert "--cov" not in sweeps.command


def test_the_gate_stands_in_pyproject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RANGKAP_COVERAGE", raising=False)
    gate = next(part for part in steps(["--all"])[-2].command if part.startswith("--fail-under="))
    assert int(gate.partition("=")[2]) >= 90


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (["pipeline/archive/verify.py"], {"archive", "docs", "faults", "house", "office", "web"}),
        (["pipeline/web/urls.py"], {"docs", "faults", "house", "web"}),
        (["tests/office/bureau.py"], {"docs", "faults", "house", "office", "web"}),
        (["tests/faults/bugs.py"], {"faults"}),
        (["docs/archive.md", "README.md"], {"docs", "house"}),
        (["tools/check.py"], {*FOLDERS}),
        (["tests/conftest.py"], {*FOLDERS}),
        (["letter_templates/surat.docx"], {*FOLDERS}),
        ([], set()),
    ],
)
def test_since_a_commit_the_changed_packages_and_those_above_are_tested(
    changed: list[str], expected: set[str]
) -> None:
    assert {path.removeprefix("tests/") for path in concerned(changed, FOLDERS)} == expected


def test_what_changed_is_asked_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit):
        steps(["--since", "no-such-commit"])
    monkeypatch.setattr(check, "_git", lambda *arguments: ["tests/faults/bugs.py"])
    assert steps(["--since", "HEAD~3"])[-1].command == (
        "pytest",
        "-m",
        "quick or usual",
        *WORKERS,
        "tests/faults",
    )


def test_a_failing_step_is_named_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [Step("bad", ("python", "-c", "raise SystemExit(3)")), Step("good", ("python", "-c", ""))]
    monkeypatch.setattr("tools.check.steps", lambda arguments: chosen)
    monkeypatch.setattr("tools.check.static", lambda: chosen[:1])
    assert main([]) == 1
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[-3:-1]]
    assert [(line[0], line[-1]) for line in lines] == [("FAILED", "bad"), ("passed", "good")]


def test_a_status_that_a_step_calls_good_passes() -> None:
    assert run(Step("none", ("python", "-c", "raise SystemExit(5)"), (0, 5)))[0].passed
    assert run(Step("none", ("python", "-c", "raise SystemExit(5)")))[0] == Result(
        "none", False, pytest.approx(0, abs=60)
    )


def test_a_test_that_fails_once_fails_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "test_some.py").write_text(
        "import pathlib\n\ndef test():\n    seen = pathlib.Path('seen')\n    was = seen.exists()\n    seen.touch()\n    assert was\n",
        "utf-8",
    )
    monkeypatch.setattr(check, "ROOT", tmp_path)
    assert not run(Step("tests", ("pytest", "-p", "no:cacheprovider", "test_some.py")))[0].passed


def test_the_class_of_a_test_follows_from_its_cost() -> None:
    many = {f"t.py::swept[{number}]": 1.0 for number in range(40)}
    sorts = costs.classes({"t.py::a": 0.6, "t.py::b": 2.5, "t.py::c": 25.0, **many})
    assert [sorts[f"t.py::{name}"] for name in "abc"] == ["usual", "heavy", "sweep"]
    kinds = [sorts[test] for test in many]
    assert 0 < kinds.count("usual") <= costs.SAMPLE
    assert kinds.count("sweep") == len(many) - kinds.count("usual")


def test_every_heavy_file_has_one_share_and_the_shares_weigh_alike() -> None:
    files = {f"tests/{number}.py::test": 10.0 * (3 + number) for number in range(64)}
    shares = costs.shares(files)
    weights = [
        sum(files[f"{file}::test"] for file, of in shares.items() if of == share)
        + costs.BACKENDS * (share in check.PLACES)
        for share in range(SHARES)
    ]
    assert len(shares) == len(files)
    assert max(weights) < 1.2 * min(weights)


def test_a_test_far_above_its_bound_is_named() -> None:
    assert costs.too_dear({"tests/x.py::quick": 0.9}) == []
    (line,) = costs.too_dear({"tests/x.py::quick": 1.1})
    assert "tests/x.py::quick" in line


def test_what_is_kept_of_costs_is_of_tests_that_are_there() -> None:
    files = {test.partition("::")[0] for test in costs.known()}
    assert [file for file in sorted(files) if not (ROOT / file).is_file()] == []


def test_what_is_dear_for_a_whole_file_makes_its_tests_heavy_and_weighs_in_its_share() -> None:
    file = {"tests/a.py": 50.0, "tests/b.py": 5.0, "tests/a.py::x": 0.6}
    assert costs.dear(file) == {"tests/a.py"}
    assert costs.shares(file).keys() == {"tests/a.py"}
    before = spent()
    with costs.shared("tests/c.py"), costs.shared():
        while spent() - before < 0.05:
            pass
    assert costs._made.pop("tests/c.py") < 0.05, "what is done for the whole run is no cost of the file"


def test_a_long_file_is_parted_unless_something_is_made_for_its_tests_together() -> None:
    known = {"tests/a.py::x": 40.0, "tests/b.py::x": 40.0, "tests/b.py": 3.0, "tests/c.py::x": 4.0}
    assert costs.parted(known) == {"tests/a.py"}


def test_what_a_program_took_counts_though_nobody_waits_for_it() -> None:
    burning = "import os, time\nif os.fork() == 0:\n    while time.process_time() < 0.3: pass"
    before = spent()
    subprocess.run(
        [sys.executable, "-c", burning], stdout=subprocess.PIPE, check=True
    )  # until both have ended
    assert spent() - before > (0.3 if cpu._account() else 0.0)
