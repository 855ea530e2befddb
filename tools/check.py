"""``./run test``: linters, types, import contracts, then the tests; all are run, one failure fails.

``--on postgresql``, ``--on s3`` and ``--on postgresql+s3`` run the tests that are about an office where its database is on a
server, its archive in a bucket, or both (``tests/left_out.py`` says what is left out there); with ``--deep`` their sweeps.
``--quick`` leaves out slow tests and the coverage gate; ``--deep`` runs only the full sweeps, with ``--whole`` at
every point instead of every so-many-th (hours). Three files of tests run side by side, as many as keep two cores
busy (tests wait, too), each in one process: what a file makes once is made once. Lines and branches are counted in the
quick tests and in the slow ones whose lines no quick test sees (marker ``counted``); counting costs half as much again, so the
other slow tests run without it. Of such a run up to ``_FEW`` tests that
failed are run again by themselves; those that pass then are named as unsteady, for somebody to mend, and fail nothing.
Whatever else is given goes to pytest; with a choice of tests the coverage gate and what runs beside are left out too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.place import ROOT

_FAILED, _NO_TESTS = 1, 5  # pytest's exit statuses
_SIDE_BY_SIDE = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", "--cache-clear")
_FAILURES = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"
_FEW = 3
"""So many tests that fail beside others are looked at again; more of them are no accident of a busy machine."""
_OURS = ("--quick", "--deep", "--whole")
_WHOLE = {"RANGKAP_SWEEPS": "whole"}
_SWITCHES = {"postgresql": "RANGKAP_TEST_DATABASE", "s3": "RANGKAP_TEST_ARCHIVE"}
_OF_AN_OFFICE = ("office", "web", "worker", "records", "cli", "street")
"""The folders of tests in which homes are made; the others are the same wherever a home lies."""


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, the exit statuses that are good, and what it finds in the environment."""

    name: str
    command: tuple[str, ...]
    good: tuple[int, ...] = (0,)
    environment: dict[str, str] = field(default_factory=dict)
    alone: tuple[str, ...] = ()
    """What runs a few tests again that failed beside others; nothing where they ran by themselves."""


@dataclass(frozen=True)
class Result:
    """How one check ended, and how long it took in seconds."""

    name: str
    passed: bool
    seconds: float
    unsteady: tuple[str, ...] = ()


def steps(arguments: Sequence[str]) -> list[Step]:
    """Return the checks for the arguments of ``./run test``, in their order. Raises SystemExit for an unknown place."""
    if "--on" in arguments:
        return [_elsewhere(arguments)]
    rest = [argument for argument in arguments if argument not in _OURS]
    cores = () if rest else _SIDE_BY_SIDE
    alone = _alone(cores)
    if "--deep" in arguments:
        sweeps = _WHOLE if "--whole" in arguments else {}
        command = ("pytest", "-m", "deep", *cores, *rest)
        return [Step("pytest --deep", command, (0, _NO_TESTS), sweeps, alone)]
    chosen = "not deep and not slow" if "--quick" in arguments else "not deep"
    if rest or "--quick" in arguments:
        return [*_static(), Step("pytest", ("pytest", "-m", chosen, *cores, *rest), alone=alone)]
    counted = ("pytest", "-m", f"{chosen} and (counted or not slow)", *cores, "--cov", "--cov-report=")
    others = ("pytest", "-m", f"{chosen} and slow and not counted", *cores)
    return [
        *_static(),
        Step("pytest", counted, alone=alone),
        _coverage(),
        Step("pytest slow", others, alone=alone),
    ]


def _elsewhere(arguments: Sequence[str]) -> Step:
    """Return the run of the tests where homes lie elsewhere; ``--on`` is followed by where."""
    at = arguments.index("--on")
    places = "".join(arguments[at + 1 : at + 2])
    if not places or not {*places.split("+")} <= {*_SWITCHES}:
        raise SystemExit("--on postgresql, --on s3 or --on postgresql+s3")
    switches = {_SWITCHES[place]: place for place in places.split("+")}
    given = [*arguments[:at], *arguments[at + 2 :]]
    rest = [one for one in given if one not in _OURS]
    chosen = "deep" if "--deep" in given else "not deep and not slow" if "--quick" in given else "not deep"
    sweeps = _WHOLE if "--whole" in given else {}
    tests = () if any(one.startswith("tests") for one in rest) else _folders()
    cores = () if rest else _SIDE_BY_SIDE
    command = ("pytest", "-m", chosen, *cores, *tests, *rest)
    return Step(f"pytest --on {places}", command, (0, _NO_TESTS), switches | sweeps, _alone(cores))


def _alone(cores: tuple[str, ...]) -> tuple[str, ...]:
    return ("pytest", "-m", "", "--last-failed", "--last-failed-no-failures", "none") if cores else ()


def _folders() -> tuple[str, ...]:
    return tuple(f"tests/{one}" for one in _OF_AN_OFFICE)


def _static() -> list[Step]:
    typed = [name for name in ("pipeline", "demo", "bench", "tools") if (ROOT / name).is_dir()]
    return [
        Step("ruff check", ("ruff", "check", ".")),
        Step("ruff format", ("ruff", "format", "--check", ".")),
        Step("mypy", ("mypy", *typed)),
        Step("import-linter", ("lint-imports",)),
    ]


def _coverage() -> Step:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    gate = os.environ.get("RANGKAP_COVERAGE", settings["tool"]["rangkap"]["coverage"])
    return Step("coverage", ("coverage", "report", f"--fail-under={gate}"))


def run(step: Step) -> Result:
    """Run one check in the root of the checkout, with ``.venv`` first on the path."""
    print(f"\n── {step.name}", flush=True)
    begun = time.monotonic()
    status = _ended(step.command, step.environment)
    unsteady: tuple[str, ...] = ()
    if status == _FAILED and step.alone and 0 < len(failed := _failures()) <= _FEW:
        print(f"\n── {step.name}: alone", flush=True)
        status = _ended(step.alone, step.environment)
        unsteady = tuple(sorted({*failed} - {*_failures()})) if status in (0, _FAILED) else ()
    return Result(step.name, status in step.good, time.monotonic() - begun, unsteady)


def _ended(command: tuple[str, ...], environment: dict[str, str]) -> int:
    programs = Path(sys.prefix) / "bin"
    path = f"{programs}:{os.environ.get('PATH', '')}"
    surroundings = {**os.environ, "PATH": path, **environment}
    return subprocess.run(
        (str(programs / command[0]), *command[1:]), cwd=ROOT, env=surroundings, check=False
    ).returncode


def _failures() -> list[str]:
    """Return the tests of the last run that failed, as pytest keeps them."""
    return list(json.loads(_FAILURES.read_text("utf-8"))) if _FAILURES.is_file() else []


def main(arguments: Sequence[str]) -> int:
    """Run the checks and print how each ended; return an exit status."""
    results = [run(step) for step in steps(arguments)]
    print()
    for result in results:
        print(f"{'passed' if result.passed else 'FAILED'}  {result.seconds:7.1f} s  {result.name}")
        for one in result.unsteady:
            print(f"        unsteady  {one}: failed beside others, passed by itself")
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
