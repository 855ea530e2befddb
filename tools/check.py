"""``./run test``: linters, types, import contracts, then the tests; all are run, one failure fails.

======================  =============================================================================================
``./run test``          the quick and the usual tests, in one session: before a commit
``--quick``             the quick tests: for daily work
``--since COMMIT``      of these, the tests of the packages that changed since, and of the packages above them
``--all``               every test but the sweeps, with the coverage gate and the bounds of cost; then the sweeps
``--deep [--whole]``    the sweeps alone; with ``--whole`` at every point instead of every so-many-th (hours)
``--share N``           one of eight shares of heavy tests, sweeps, other databases and stores, and mutants; ``all``
``--on PLACE``          the tests of an office with its database on ``postgresql``, its archive on ``s3``, or both
======================  =============================================================================================

The class of a test follows from what it costs (``tests/costs.py``). Whatever else is given goes to pytest; with a choice of tests all
but sweeps are run, in one process. ``tests/left_out.py`` says what cannot hold on another place.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.cpu import spent
from tools.place import ROOT

_NO_TESTS = 5  # an exit status of pytest
_WORKERS = ("-n", "4", "--dist", "loadfile", "--no-loadscope-reorder")
"""Tests wait for programs that they started, so that four processes pay on two cores (``tests/costs.py`` parts the files)."""
_FLAGS = ("--quick", "--all", "--deep", "--whole")
_VALUED = ("--since", "--share", "--on")
_WHOLE = {"RANGKAP_SWEEPS": "whole"}
_SWITCHES = {"postgresql": "RANGKAP_TEST_DATABASE", "s3": "RANGKAP_TEST_ARCHIVE"}
_OF_AN_OFFICE = ("office", "web", "worker", "records", "cli", "street")
"""The folders of tests in which homes are made; the others are the same wherever a home lies."""
_USUAL, _QUICK, _SWEEP = "quick or usual", "quick", "sweep"
SHARES = 8
PLACES = {1: "postgresql", 3: "s3", 5: "postgresql+s3"}
"""Which shares also run the tests of backends, and where."""


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, the exit statuses that are good, and what it finds in the environment."""

    name: str
    command: tuple[str, ...]
    good: tuple[int, ...] = (0,)
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """How one check ended, and how long it took in seconds."""

    name: str
    passed: bool
    seconds: float


@dataclass(frozen=True)
class Request:
    """What was asked for: the switches, the values of those that take one, and what goes to pytest."""

    flags: frozenset[str]
    values: dict[str, str]
    rest: tuple[str, ...]

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Request:
        """Return what the arguments ask for. Raises SystemExit where a switch lacks its value."""
        flags, values, rest = set(), {}, []
        given = iter(arguments)
        for argument in given:
            if argument in _FLAGS:
                flags.add(argument)
            elif argument in _VALUED:
                values[argument] = next(given, "")
                if not values[argument] or values[argument].startswith("-"):
                    raise SystemExit(f"{argument}: a value is missing (see tools/check.py)")
            else:
                rest.append(argument)
        return cls(frozenset(flags), values, tuple(rest))


def steps(arguments: Sequence[str]) -> list[Step]:
    """Return the checks for the arguments of ``./run test``, in their order. Raises SystemExit for what is not known."""
    asked = Request.of(arguments)
    sweeps = _WHOLE if "--whole" in asked.flags else {}
    if place := asked.values.get("--on"):
        return [_elsewhere(place, asked, sweeps)]
    if share := asked.values.get("--share"):
        return _shares(share, asked.rest)
    if "--deep" in asked.flags:
        return [_tests("sweeps", _SWEEP, asked.rest, sweeps)]
    if "--all" in asked.flags:
        counted = ("--cov", "--cov-report=", "--hold-costs", *asked.rest)
        return [
            *static(),
            _tests("tests", f"not {_SWEEP}", counted),
            _coverage(),
            _tests("sweeps", _SWEEP, asked.rest),
        ]
    if commit := asked.values.get("--since"):
        folders = tests_since(commit)
        return [*static(), *([_tests("tests", _USUAL, (*folders, *asked.rest))] if folders else [])]
    chosen = _QUICK if "--quick" in asked.flags else f"not {_SWEEP}" if asked.rest else _USUAL
    return [*static(), _tests("tests", chosen, asked.rest, workers=() if asked.rest else _WORKERS)]


def _tests(
    name: str,
    chosen: str,
    rest: tuple[str, ...] = (),
    environment: dict[str, str] | None = None,
    workers: tuple[str, ...] = _WORKERS,
) -> Step:
    return Step(name, ("pytest", "-m", chosen, *workers, *rest), (0, _NO_TESTS), environment or {})


def _elsewhere(place: str, asked: Request, sweeps: dict[str, str]) -> Step:
    if not {*place.split("+")} <= {*_SWITCHES}:
        raise SystemExit("--on postgresql, --on s3 or --on postgresql+s3")
    switches = {_SWITCHES[name]: name for name in place.split("+")}
    chosen = _SWEEP if "--deep" in asked.flags else _QUICK if "--quick" in asked.flags else f"not {_SWEEP}"
    named = any(argument.startswith("tests") for argument in asked.rest)
    folders = () if named else tuple(f"tests/{name}" for name in _OF_AN_OFFICE)
    workers = () if asked.rest else _WORKERS
    return _tests(f"tests on {place}", chosen, (*folders, *asked.rest), switches | sweeps, workers)


def _shares(share: str, rest: tuple[str, ...]) -> list[Step]:
    if share != "all" and (not share.isdecimal() or int(share) >= SHARES):
        raise SystemExit(f"--share 0 to --share {SHARES - 1}, or --share all")
    chosen = []
    for number in range(SHARES) if share == "all" else [int(share)]:
        chosen.append(_tests(f"share {number}", f"share{number}", rest))
        if place := PLACES.get(number):
            switches = {_SWITCHES[name]: name for name in place.split("+")}
            chosen.append(
                _tests(f"share {number}: backends on {place}", f"backend and not {_SWEEP}", rest, switches)
            )
        chosen.append(
            Step(f"share {number}: mutants", ("python", "-m", "tools.mutants", "--share", str(number)))
        )
    return chosen


def static() -> list[Step]:
    """Return the checks that run nothing of the product."""
    typed = [name for name in ("pipeline", "demo", "bench", "tools") if (ROOT / name).is_dir()]
    return [
        Step("ruff check", ("ruff", "check", ".")),
        Step("ruff format", ("ruff", "format", "--check", ".")),
        Step("mypy", ("mypy", *typed)),
        Step("import-linter", ("lint-imports",)),
        Step("weight", ("python", "-m", "tools.weight", "--check")),
    ]


def _coverage() -> Step:
    gate = os.environ.get("RANGKAP_COVERAGE", _pyproject()["tool"]["rangkap"]["coverage"])
    return Step("coverage", ("coverage", "report", f"--fail-under={gate}"))


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tests_since(commit: str) -> list[str]:
    """Return the folders of tests of all that changed since ``commit``, committed or not, and of the packages above it.

    What lies outside the packages and their tests concerns every test. Raises SystemExit where git knows no such commit.
    """
    changed = _git("diff", "--name-only", commit, "--") + _git("ls-files", "--others", "--exclude-standard")
    return concerned(changed, [path.name for path in sorted((ROOT / "tests").iterdir()) if path.is_dir()])


def concerned(changed: Sequence[str], folders: Sequence[str]) -> list[str]:
    """Return which of the ``folders`` of tests concern the ``changed`` files (paths from the root)."""
    layers = [
        {name.strip(" ()") for name in layer.split("|")}
        for layer in reversed(_pyproject()["tool"]["importlinter"]["contracts"][0]["layers"])
    ]
    height = {name: number for number, layer in enumerate(layers) for name in layer}
    packages = {name for name in folders if name in height}
    chosen: set[str] = set()
    for path in changed:
        top, _, below = path.partition("/")
        package = below.partition("/")[0]
        if path.endswith(".md") or top == "decisions":
            chosen |= {"docs", "house"}
        elif top == "tests" and "/" in below and package not in packages:
            chosen.add(package)
        elif (top == "pipeline" or (top == "tests" and "/" in below)) and package in height:
            above = {name for name in packages if height[name] > height[package]}
            chosen |= above | {package} | ({*folders} - packages)
        else:
            return [f"tests/{name}" for name in folders]
    return [f"tests/{name}" for name in folders if name in chosen]


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(("git", *arguments), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.strip())
    return done.stdout.splitlines()


def run(step: Step, output: int | None = None) -> tuple[Result, bytes]:
    """Run one check in the root of the checkout, with ``.venv`` first on the path; return how it ended and what it said."""
    begun = time.monotonic()
    programs = Path(sys.prefix) / "bin"
    surroundings = {
        **os.environ,
        "PATH": f"{programs}:{os.environ.get('PATH', '')}",
        "PYTHONDONTWRITEBYTECODE": "",
        **step.environment,
    }
    command = (str(programs / step.command[0]), *step.command[1:])
    error = subprocess.STDOUT if output else None
    done = subprocess.run(command, cwd=ROOT, env=surroundings, check=False, stdout=output, stderr=error)
    return Result(step.name, done.returncode in step.good, time.monotonic() - begun), done.stdout or b""


def _run_static(chosen: list[Step]) -> list[Result]:
    """Run the checks that run nothing of the product side by side, and say what each said."""
    results = []
    with ThreadPoolExecutor(2) as pool:
        for step, (result, output) in zip(
            chosen, pool.map(lambda step: run(step, subprocess.PIPE), chosen), strict=True
        ):
            print(f"\n── {step.name}\n{output.decode(errors='replace').rstrip()}", flush=True)
            results.append(result)
    return results


def main(arguments: Sequence[str]) -> int:
    """Run the checks and print how each ended, and what all took; return an exit status."""
    begun, before = time.monotonic(), spent()
    chosen = steps(arguments)
    lints = {step.name for step in static()}
    results = _run_static([step for step in chosen if step.name in lints])
    for step in chosen:
        if step.name not in lints:
            print(f"\n── {step.name}", flush=True)
            results.append(run(step)[0])
    print()
    for result in results:
        print(f"{'passed' if result.passed else 'FAILED'}  {result.seconds:7.1f} s  {result.name}")
    print(f"{time.monotonic() - begun:.0f} s, {spent() - before:.0f} CPU s")
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
