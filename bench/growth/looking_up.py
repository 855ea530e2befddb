"""S8 at one size: a case by its number, in the process and by the command line."""

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.growth.figures import Figure
from bench.growth.place import Place, opened
from bench.home import Home, compiled
from bench.line import at_most, median, plain
from pipeline.archive.layout import object_root
from pipeline.office.overview.find import find
from pipeline.records import boot

_LOOKS, _COLD = 400, 9


def take(place: Place) -> Iterator[Figure]:
    """Look up 400 cases drawn from all; the commit of the access log apart, as in S8."""
    with opened(place) as home:
        dice = random.Random(8)
        numbers = [f"2026-{dice.randint(1, place.cases):04d}" for _ in range(_LOOKS)]
        for number in numbers:  # a look-up sees where the object of the case lies; the copies are rows alone
            object_root(home.settings.archive, number).mkdir(exist_ok=True)
        session = home.session("arsip")
        with boot.transact():
            find(session, numbers[0])
            spent = place.spent()
            ours = [_clock(partial(find, session, number)) for number in numbers]
            spent = 1000 * (place.spent() - spent) / _LOOKS
            again = [_clock(partial(find, session, number)) for number in numbers]
        took = 1000 * median(ours)
        label = "look-up by case number in the process"
        yield place.figure("look-up", plain("S8", label, took, "ms", "–"))
        yield place.figure("look-up-cpu", plain("S8", f"{label}: CPU, the server's too", spent, "ms", "–"))
        again_about = "the same cases again, whose rows are in memory now"
        yield place.figure(
            "look-up-again", plain("S8", f"{label}, asked again", 1000 * median(again), "ms", again_about)
        )
        boot.close()
        yield from _commands(place, home, numbers)


def _commands(place: Place, home: Home, numbers: list[str]) -> Iterator[Figure]:
    compiled()
    times = min(_COLD, max(2, place.cases // 100))
    _command(home, numbers[0])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    cold = [_clock(partial(_command, home, number)) for number in numbers[:times]]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / times
    label = "look-up by the command line, a new process"
    yield place.figure("command", at_most("S8", label, median(cold), "s", 0.5, f"CPU {spent:.2f} s"))
    yield place.figure("command-cpu", plain("S8", f"{label}: CPU", spent, "s", "–"))


def _command(home: Home, number: str) -> None:
    command = [sys.executable, "-P", "-m", "pipeline.cli", "find", number, "--json", "--as", "arsip"]
    environment = dict(os.environ) | dict(home.environment())
    subprocess.run(command, env=environment, capture_output=True, check=True)


def _clock(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
