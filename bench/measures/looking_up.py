"""S8: a case is found by its number, in the process and from the command line, among few and among many."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from bench.home import Home, compiled, new_home
from bench.line import Line, Run, at_most, median, plain
from bench.synthetic import rows_of
from pipeline.archive.layout import object_root
from pipeline.office.base.session import Session
from pipeline.office.overview.find import find
from pipeline.records import boot

_FEW = 1000
_LOOKS, _COLD = 200, 9


def take(run: Run) -> Sequence[Line]:
    """Look up 200 cases among 1,000 and among ``n``; the rows are copies of a case the product made."""
    many = max(run.n, 2)
    few = min(_FEW, many // 2)
    with new_home(run.room) as home:
        (case,) = home.register_calls(1)
        session = home.session("arsip")
        rows_of(case.number, 2, few)
        small = _seconds(home, session, few)
        rows_of(case.number, few + 1, many)
        large = _seconds(home, session, many)
        boot.close()
        compiled()
        _command(home, case.number)
        cold = [_command(home, f"2026-{number:04d}") for number in _numbers(many, _COLD)]
    label = "look-up by case number in the process"
    return [
        plain("S8", f"{label}, {few:,} cases", 1000 * small, "ms", "–"),
        plain("S8", f"{label}, {many:,} cases", 1000 * large, "ms", "–"),
        at_most("S8", f"{label}: growth from {few:,} to {many:,}", large / small, "×", 1.5, "–"),
        at_most(
            "S8", "look-up by the command line, a new process", median(cold), "s", 0.5, f"{many:,} cases"
        ),
    ]


def _numbers(last: int, count: int) -> list[int]:
    dice = random.Random(8)
    return [dice.randint(1, last) for _ in range(count)]


def _seconds(home: Home, session: Session, last: int) -> float:
    """Return the median of a look-up, the commit of the access log apart."""
    numbers = [f"2026-{number:04d}" for number in _numbers(last, _LOOKS)]
    for number in numbers:  # a look-up sees where the object of the case lies; the copies are rows alone
        object_root(home.settings.archive, number).mkdir(exist_ok=True)
    with boot.transact():
        find(session, numbers[0])
        return median([_clock(partial(find, session, number)) for number in numbers])


def _clock(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _command(home: Home, number: str) -> float:
    command = [sys.executable, "-P", "-m", "pipeline.cli", "find", number, "--json", "--as", "arsip"]
    environment = home.environment()
    return _clock(lambda: subprocess.run(command, env=environment, capture_output=True, check=True))
