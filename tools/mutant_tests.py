"""What pytest does for ``tools/mutants.py``: it runs the tests that it is given, in their order, and tells how each fared.

Homes at stages of the work and pages that were read are those that the product made without a mutant (``tests/kept.py``): only
``--keep`` gives back what a run made. A test that takes more CPU seconds than ``--seconds`` fails; a slow machine makes none fail.
"""

import json
import resource
import signal
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

_MEMORY = 3 << 30
_CPU = 200
"""Bytes and CPU seconds that a run on one mutant may take."""
_COST = "cost"
"""The property of a test's report that bears its CPU seconds (``tests/costs.py``)."""


class OutOfTime(BaseException):
    """A test took more CPU seconds than it may."""


class Teller:
    """Writes a line of JSON into ``path`` when a test begins and one when it ends."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._told, self._seconds = path, seconds
        self._failed = ""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Run one test, and write down what it came to."""
        self._failed = ""
        places: set[int] = getattr(sys.modules.get("pipeline.reached"), "REACHED", set())
        places.clear()
        self._tell(test=item.nodeid)
        signal.setitimer(signal.ITIMER_PROF, self._seconds, 1.0)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            cost = dict(item.user_properties).get(_COST, 0.0)
            self._tell(test=item.nodeid, failed=self._failed, reached=sorted(places), cost=cost)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Remember by which exception a test failed first, and in which part of it."""
        report = yield
        if report.failed and not self._failed:
            part = "" if call.when == "call" else f" in {call.when}"
            self._failed = f"{call.excinfo.typename if call.excinfo else 'XPASS'}{part}"
        return report

    def _tell(self, **line: Any) -> None:
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say what a run is given."""
    group = parser.getgroup("mutants")
    group.addoption("--told", metavar="FILE", help="write down there how each test fared")
    group.addoption("--only", metavar="FILE", help="run the tests that are named there, in their order")
    group.addoption("--seconds", type=float, default=0.0, help="CPU seconds that a test may take")
    group.addoption("--keep", action="store_true", help="keep what the tests made for the runs to come")


def pytest_configure(config: pytest.Config) -> None:
    """Let a run have what was kept, whatever the code is now."""
    from tests import kept

    kept.key = lambda root=kept.ROOT: "mutants"
    if not config.getoption("keep"):
        kept.take_back = lambda common, place=kept.PLACE, root=kept.ROOT: None
    signal.signal(signal.SIGPROF, _out_of_time)
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    if config.getoption("only"):  # also where the interpreter does not come to hear of a signal
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU, resource.RLIM_INFINITY))
    config.pluginmanager.register(Teller(Path(config.getoption("told")), config.getoption("seconds")))


def _out_of_time(number: int, frame: object) -> None:
    raise OutOfTime


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose the tests that are to be run."""
    if only := config.getoption("only"):
        places = {test: at for at, test in enumerate(Path(only).read_text("utf-8").splitlines())}
        turns = {item: places.get(item.nodeid, places.get(item.nodeid.partition("[")[0])) for item in items}
        items[:] = sorted(
            (item for item in items if turns[item] is not None), key=lambda item: turns[item] or 0
        )
