"""What each test costs in CPU seconds, and the class of each that follows from it.

``tests/costs.json`` holds the tests that are not quick, by their id; what is missing there is quick. A test costs what its process and
the programs that it started took while it ran, without what is made once for many tests (:func:`shared`). What is made once for the
tests of one file stands there under the path of the file, where it takes more than 2 s: its tests are not quick, and where it is dear,
they are heavy. Such a file stays in one process; of any other file whose tests are long together, each goes to whichever process is free.

======  ==================================================================  ==================
class   bound                                                               runs in
======  ==================================================================  ==================
quick   0.5 s                                                               every run
usual   2 s                                                                 ``./run test``
heavy   above                                                               ``--all``, a share
sweep   above 20 s; of a function whose tests together cost more than that,  ``--deep``, a share
        all but some, evenly chosen, that together cost some 5 s
======  ==================================================================  ==================

The heavy tests and the sweeps are parted into ``SHARES`` shares of about the same cost, whole files together.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tools.check import PLACES
from tools.cpu import spent

FILE = Path(__file__).with_name("costs.json")
QUICK, USUAL, HEAVY, SWEEP = "quick", "usual", "heavy", "sweep"
BOUNDS = {QUICK: 0.5, USUAL: 2.0}
SWEEP_BOUND = 20.0
SAMPLE = 5.0
"""So many CPU seconds of a sweep stay in their own classes, so that every run tries some of its points."""
SHARES = 8
BACKENDS = 750.0
"""For what the tests of backends on another place count in the shares that run them: CPU seconds, less what they wait for."""
COST, MADE = "cost", "made"
"""The names under which the report of a test bears its cost, and that of what was made with it for its file."""
DEAR = 15.0
"""CPU seconds of what is made for the tests of one file, above which they are heavy."""
LONG = 30.0
"""CPU seconds of the tests of one file, above which they are parted among the processes of a run."""

_shared = 0.0
_made: dict[str, float] = defaultdict(float)


def known() -> dict[str, float]:
    """Return the CPU seconds of each test that is not quick, by its id, and of what is made for a file, by its path."""
    return {str(test): float(seconds) for test, seconds in json.loads(FILE.read_text("utf-8")).items()}


def function_of(test: str) -> str:
    """Return the id of a test without its parameters."""
    return test.partition("[")[0]


def classes(costs: Mapping[str, float]) -> dict[str, str]:
    """Return the class of each test that is not quick, by its id."""
    together: dict[str, float] = defaultdict(float)
    tests = {test: seconds for test, seconds in costs.items() if "::" in test}
    for test, seconds in tests.items():
        together[function_of(test)] += seconds
    sorts = {}
    place: dict[str, int] = defaultdict(int)
    for test, seconds in sorted(tests.items()):
        function = function_of(test)
        stays = place[function] % math.ceil(together[function] / SAMPLE) == 0
        place[function] += 1
        if seconds > SWEEP_BOUND or (together[function] > SWEEP_BOUND and not stays):
            sorts[test] = SWEEP
        elif seconds > BOUNDS[USUAL]:
            sorts[test] = HEAVY
        elif seconds > BOUNDS[QUICK]:
            sorts[test] = USUAL
    return sorts


def dear(costs: Mapping[str, float]) -> set[str]:
    """Return the files for whose tests together something dear is made."""
    return {file for file, seconds in costs.items() if "::" not in file and seconds > DEAR}


def parted(costs: Mapping[str, float]) -> set[str]:
    """Return the files whose tests are long together and for which nothing is made that they share."""
    files: dict[str, float] = defaultdict(float)
    for test, seconds in costs.items():
        files[test.partition("::")[0]] += seconds
    return {file for file, seconds in files.items() if seconds > LONG and file not in costs}


def shares(costs: Mapping[str, float]) -> dict[str, int]:
    """Return the share of each file that holds heavy tests or sweeps: the dearest file goes to the lightest share."""
    sorts = classes(costs)
    files: dict[str, float] = defaultdict(float)
    for test, seconds in costs.items():
        if sorts.get(test) in (HEAVY, SWEEP) or test in dear(costs):
            files[test.partition("::")[0]] += seconds
    weights, of_file = [BACKENDS * (share in PLACES) for share in range(SHARES)], {}
    for file, seconds in sorted(files.items(), key=lambda file: (-file[1], file[0])):
        of_file[file] = lightest = weights.index(min(weights))
        weights[lightest] += seconds
    return of_file


def mark(items: list[pytest.Item]) -> None:
    """Mark each test with its class and, where it is heavy or a sweep, its share; let the dearest files begin first."""
    costs = known()
    sorts, of_file, together = classes(costs), shares(costs), dear(costs)
    files: dict[Path, float] = defaultdict(float)
    for item in items:
        file = item.nodeid.partition("::")[0]
        kind = sorts.get(item.nodeid, QUICK)
        if file in together and kind != SWEEP:
            kind = HEAVY
        elif file in costs and kind == QUICK:
            kind = USUAL
        item.add_marker(kind)
        if kind in (HEAVY, SWEEP):
            item.add_marker(f"share{of_file[file]}")
        files[item.path] += costs.get(item.nodeid, 0.05)
    items.sort(key=lambda item: -files[item.path])


@contextmanager
def shared(file: str = "") -> Iterator[None]:
    """Take what is done within from the cost of the test that happens to be the first to need it.

    ``file`` is the path of the one file for whose tests it is done; without it, it is done for the whole run.
    """
    global _shared  # noqa: PLW0603 - one run of the tests, one account
    before, already = spent(), _shared
    try:
        yield
    finally:
        taken, within = spent() - before, _shared - already
        _shared = already + taken
        if file.endswith(".py"):
            _made[file] += taken - within


class Meter:
    """Measures one test after the other, and bears what each has cost."""

    def __init__(self) -> None:
        self._begun: dict[str, float] = {}

    def begin(self, item: pytest.Item) -> None:
        """Begin with a test, before anything is made for it."""
        self._begun[item.nodeid] = spent() - _shared

    def end(self, item: pytest.Item) -> None:
        """Let the last report of a test bear its cost."""
        cost = spent() - _shared - self._begun.pop(item.nodeid)
        item.user_properties.append((COST, round(max(cost, 0.0), 2)))
        item.user_properties.extend((MADE, seconds) for seconds in map(_made.pop, [*_made]))


def measured(reports: list[pytest.TestReport]) -> dict[str, float]:
    """Return the cost of each test that these reports bear, and of what was made for a file."""
    taken: dict[str, float] = defaultdict(float)
    for report in reports:
        for name, value in report.user_properties:
            if name in (COST, MADE):
                taken[report.nodeid if name == COST else report.nodeid.partition("::")[0]] += float(
                    str(value)
                )
    return {test: round(seconds, 2) for test, seconds in taken.items()}


def too_dear(costs: Mapping[str, float]) -> list[str]:
    """Return a line for each test that cost more than twice the bound of its class."""
    sorts, together = classes(known()), dear(known())
    lines = []
    for test, seconds in sorted(costs.items()):
        if "::" not in test or test.partition("::")[0] in together:
            continue
        kind = sorts.get(test, QUICK)
        if seconds > 2 * BOUNDS.get(kind, seconds):
            lines.append(f"{test} is {kind} (at most {BOUNDS[kind]} s) and took {seconds:.2f} s")
    return lines


def record(costs: Mapping[str, float]) -> None:
    """Put what was measured into ``costs.json``: the tests that are not quick, those of sweeps, and what is dear of a file.

    Tests of files that are gone go from it, and those of a measured file whose names are no more. What a test takes depends on what
    runs beside it: what was known stays unless it grew, or is halved.
    """
    files = {test.partition("::")[0] for test in costs}
    root = FILE.parent.parent
    every = {
        test: seconds
        for test, seconds in known().items()
        if (root / test.partition("::")[0]).is_file() and _is_there(test, files)
    }
    every.update(
        {test: before if s < (before := every.get(test, s)) < 2 * s else s for test, s in costs.items()}
    )
    together: dict[str, float] = defaultdict(float)
    for test, seconds in every.items():
        together[function_of(test)] += seconds
    kept = {
        test: seconds
        for test, seconds in sorted(every.items())
        if seconds > BOUNDS[QUICK if "::" in test else USUAL]
        or ("::" in test and together[function_of(test)] > SWEEP_BOUND)
    }
    lines = ",\n".join(f"{json.dumps(test, ensure_ascii=False)}: {seconds}" for test, seconds in kept.items())
    FILE.write_text("{\n" + lines + "\n}\n", "utf-8")


def _is_there(test: str, measured_files: set[str]) -> bool:
    """Tell whether a function of a measured file is still in it by its name."""
    file, _, name = function_of(test).partition("::")
    if file not in measured_files or not name:
        return True
    return f"def {name.rpartition('::')[2]}(" in (FILE.parent.parent / file).read_text("utf-8")
