"""What many tests share: the office's clock, the database let in, and homes at different stages of the work.

The homes are made once in a session, by the steps of the procedure themselves, and copied for each test.
What is heavy is imported where it is used, so that tests of small houses start at once.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from pipeline.kernel.text import MO, PO
from tests import costs, golden
from tests.faults import rate
from tests.faults.thinning import is_whole
from tools.cpu import spent

if TYPE_CHECKING:
    from pipeline.intake.reader import Reader
    from tests.office.bureau import Bureau
    from tools.postgresql import Server
    from tools.s3 import Server as Bucketeer

Stage = Callable[[str], Path]
SWEPT = "swept"
ELSEWHERE = "elsewhere"
SWITCHES = {"RANGKAP_TEST_DATABASE": "postgresql", "RANGKAP_TEST_ARCHIVE": "s3"}
"""Environment variables that give the homes of tests another place (CONTRIBUTING.md, tests/office/elsewhere.py)."""
_NAMED = {
    "RANGKAP_DATABASE": frozenset({"engine", "on_server", "on_file", "postgresql"}),
    "RANGKAP_ARCHIVE": frozenset({"on_bucket", "s3_server", "in_folder"}),
}
"""What a test asks for that names the place of its homes itself."""
_ROOM = 6 << 30
_METER = costs.Meter()
_MADE_BY = [30.0]
"""Seconds after which, by the office's clock, all was made that modules share: homes at stages (at first), then other fixtures."""

# as set-up does: a checkout that is only tested may hold other messages
if sha256(PO.read_bytes()).hexdigest().encode() not in (MO.read_bytes() if MO.exists() else b""):
    from tools import catalogue

    catalogue.compile_messages()
# compiling the tests and the product takes half of the time of collecting: kept, also where the machine would not
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    """Let the homes of tests lie in memory where there is room: what they sync there costs no disk its time."""
    gc.disable()  # until all tests are collected, which only makes what stays
    spent()  # counts from here on
    config.pluginmanager.register(Shared())
    for left_by_readline in ("COLUMNS", "LINES"):
        os.environ.pop(left_by_readline, None)
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free >= _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))
    # how long an example takes tells of what else the machine is doing, not of the product
    settings.register_profile("rangkap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("rangkap")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its class of cost, and expect those to fail that cannot hold where homes lie elsewhere."""
    from tests import left_out

    costs.mark(items)
    left_out.mark(items, [place for name, place in SWITCHES.items() if os.environ.get(name) == place])


class Scheduling(LoadFileScheduling):
    """Keeps the tests of a file in one process, unless they are so long that the other processes would wait for it."""

    _parted = costs.parted(costs.known())

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return nodeid if file in self._parted else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Give the tests out by files."""
    return Scheduling(config, log)


def pytest_collection_finish() -> None:
    """Look for rubbish from here on, and never again in what was collected."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Begin to measure what a test costs."""
    _METER.begin(item)


class Shared:
    """Sees every fixture that is made once for many tests; a conftest below the root is not asked about those of a session."""

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> Iterator[object]:
        """Take its cost from the first test that asks for it, and see how far the office's clock went meanwhile."""
        if fixturedef.scope == "function":
            return (yield)
        if fixturedef.scope == "session":
            with costs.shared():
                made = yield
            _MADE_BY[0] = max(_MADE_BY[0], _of_the_office())
            return made
        with costs.shared(request.node.nodeid.partition("::")[0]):
            return (yield)


def _of_the_office() -> float:
    """Return for how many seconds the office's clock has gone on."""
    clock = sys.modules.get("pipeline.kernel.clock")
    return time.monotonic() - clock._STARTED if clock else 0.0


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Let the report of a test bear its cost, what its sweeps did, and whether it had a home elsewhere."""
    if call.when == "teardown":
        _METER.end(item)
    if call.when == "call":
        if places := getattr(item, "funcargs", {}).get("elsewhere"):
            item.user_properties.append((ELSEWHERE, bool(places.homes)))
        item.user_properties.extend((SWEPT, sweep) for sweep in rate.taken())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run record what tests cost, or fail where one costs more than its class allows."""
    group = parser.getgroup("rangkap")
    group.addoption("--record-costs", action="store_true", help="put what tests cost into tests/costs.json")
    group.addoption(golden.OPTION, action="store_true", help="write the golden files of these tests anew")
    group.addoption(
        "--hold-costs", action="store_true", help="fail where a test costs twice the bound of its class"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what the tests cost, how many faults all sweeps made, and how many tests had a home elsewhere."""
    _tell_costs(terminalreporter, config)
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    every = [sweep for report in reports for name, sweep in report.user_properties if name == SWEPT]
    if every:
        terminalreporter.write_line(f"faults: {rate.said(every)}")
        for what, faults, seconds in every if is_whole() else []:
            terminalreporter.write_line(f"{what}: {faults} faults in {seconds:.0f} s")
    places = [place for name, place in SWITCHES.items() if os.environ.get(name) == place]
    if places:
        had = sum((ELSEWHERE, True) in report.user_properties for report in reports)
        terminalreporter.write_line(
            f"on {'+'.join(places)}: {had} tests had a home there, {len(reports) - had} none"
        )


def _tell_costs(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reports = [
        report for kind in ("passed", "failed", "xfailed", "") for report in terminalreporter.getreports(kind)
    ]
    taken = costs.measured([report for report in reports if isinstance(report, pytest.TestReport)])
    terminalreporter.write_line(
        f"cost: {sum(taken.values()):.0f} CPU s in {len(taken)} tests, {spent():.0f} with all processes"
    )
    if config.getoption("--record-costs"):
        costs.record(taken)
    for line in costs.too_dear(taken) if config.getoption("--hold-costs") else []:
        terminalreporter.write_line(line, red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that holds costs where a test cost too much."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if (
        reporter is None
        or not session.config.getoption("--hold-costs")
        or hasattr(session.config, "workerinput")
    ):
        return
    reports = [report for kind in ("passed", "") for report in reporter.getreports(kind)]
    if session.exitstatus == pytest.ExitCode.OK and costs.too_dear(costs.measured(reports)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_sessionstart() -> None:
    """Let Ctrl-C reach the programs that tests start, also where the run itself stands in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def pass_time(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stop the seconds of the product's clock in this process; what is returned lets as many pass as it is given."""
    from pipeline.kernel import clock

    now = [1000.0]
    monkeypatch.setattr(clock, "monotonic", lambda: now[0])

    def pass_time(seconds: float) -> None:
        now[0] += seconds

    return pass_time


@pytest.fixture(scope="module", autouse=True)
def _clock_of_module() -> None:
    """Let the office's clock begin with each module, behind what modules share, however long the run has taken so far."""
    from pipeline.kernel import clock

    clock._STARTED = time.monotonic() - _MADE_BY[0]


@pytest.fixture(scope="session")
def open_database(django_db_blocker: Any) -> Iterator[None]:
    """Let tests use the databases of their own homes, also where pytest-django would keep them out."""
    if django_db_blocker is None:
        yield
        return
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The folder that all processes of this run of the tests share, with what an earlier run kept in it."""
    from tests import kept

    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if hasattr(request.config, "workerinput") else base) / "bersama"
    folder.mkdir(exist_ok=True)
    place = folder / "kosong" if request.config.getoption("cov_source", None) else kept.PLACE
    kept.lay_out(folder, place)
    yield folder
    if not request.session.testsfailed:
        kept.take_back(folder, place)


@pytest.fixture(scope="session")
def office_reader(common: Path) -> Iterator[Reader]:
    """One warm reader for all offices of the session; the same page is read once."""
    from tests.office.remembering import Remembering

    with Remembering(common / "terbaca", idle=600.0) as one:
        yield one


@pytest.fixture(scope="session")
def pdfs(common: Path) -> Path:
    """Return the shelf of the PDFs that LibreOffice made in this run of the tests."""
    return common / "pdf"


@pytest.fixture(scope="session")
def stage(common: Path, pdfs: Path, office_reader: Reader, open_database: None) -> Stage:
    """Return a function that gives the home at a stage: new, registered, drafted, approved or filed."""
    from tests.office import stages

    (common / "tahap" / "dibuat").mkdir(exist_ok=True)
    keep = stages.keeper(common / "tahap", pdfs, office_reader)

    def made(name: str) -> Path:
        with costs.shared():
            return keep(name)

    return made


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory, open_database: None) -> Iterator[Server]:
    """A PostgreSQL server whose new databases are an office's, made and guarded."""
    from pipeline.office.base.home import init
    from pipeline.records import boot
    from tests.office.bureau import CHECKOUT, USER
    from tests.office.elsewhere import at_home
    from tools.postgresql import running

    with at_home():
        settings = init(tmp_path_factory.mktemp("server") / "rumah", CHECKOUT, USER, trial=True)
    with running() as server, pytest.MonkeyPatch.context() as patch:
        name = server.new()
        patch.setenv("RANGKAP_DATABASE", server.address(name))
        boot.open_records(settings)
        boot.close()
        patch.undo()
        server.model = name
        yield server


@pytest.fixture(scope="session")
def s3_server() -> Iterator[Bucketeer]:
    """A server of buckets, started when the first test asks for it."""
    from tools.s3 import running

    with running() as server:
        yield server


@pytest.fixture
def on_server(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the homes of this test have their database on the server; gives its name."""
    from pipeline.records import boot

    name = postgresql.new()
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    yield name
    boot.close()
    postgresql.drop(name)


@pytest.fixture
def on_file() -> None:
    """Let the homes of this test have their database in ``var/``, also where the switch asks for a server."""


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Let a test run over both databases; to be asked for before the home."""
    if request.param == "postgresql":
        request.getfixturevalue("on_server")
    return str(request.param)


@pytest.fixture
def in_folder() -> None:
    """Let the homes of this test have their archive in a folder, also where the switch asks for a bucket."""


@pytest.fixture(scope="session", autouse=True)
def elsewhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give the homes of tests other places, where a switch asks for it."""
    server, buckets = (os.environ.get(name) == wanted for name, wanted in SWITCHES.items())
    if not (server or buckets):
        yield None
        return
    from tests.office import elsewhere

    one = elsewhere.Elsewhere(
        tmp_path_factory.mktemp("pindah"),
        request.getfixturevalue("postgresql") if server else None,
        request.getfixturevalue("s3_server") if buckets else None,
    )
    with elsewhere.began(one):
        yield one


@pytest.fixture(scope="module", autouse=True)
def _places_of_module(elsewhere: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    """Throw away what the homes of a module had elsewhere."""
    if not elsewhere:
        return (yield)
    before, asked = elsewhere.before(), request.node.iter_markers("usefixtures")
    elsewhere.keeps = _kept({name for marker in asked for name in marker.args})
    yield
    elsewhere.over(before)
    elsewhere.keeps = frozenset()


def _kept(asked: set[str]) -> frozenset[str]:
    """Return which places somebody names who asks for these fixtures."""
    return frozenset(name for name, fixtures in _NAMED.items() if fixtures & asked)


@pytest.fixture(autouse=True)
def _places(elsewhere: Any, _places_of_module: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """Give a test an empty place for the home that it makes by itself, and throw its places away after it."""
    if not elsewhere:
        return (yield)
    asked = set(request.fixturenames)
    before, of_module = elsewhere.before(), elsewhere.keeps
    elsewhere.keeps = _kept(asked)
    if "tmp_path" in asked and not {"at_stage", "door"} & asked and not before.homes:
        elsewhere.new()
    yield
    elsewhere.over(before)
    elsewhere.keeps = of_module


@pytest.fixture
def office_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the clock of the office."""
    from tests.office.bureau import CLOCK

    monkeypatch.setenv("RANGKAP_CLOCK", CLOCK)


@pytest.fixture
def at_stage(
    stage: Stage,
    pdfs: Path,
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
) -> Iterator[Callable[[str], Bureau]]:
    """Return a function that opens a copy of the home at a stage, for one test."""
    from pipeline.records import boot
    from tests.office import pdf_shelf
    from tests.office.bureau import Bureau, copied

    def open_copy(name: str) -> Bureau:
        office = Bureau(copied(stage(name), tmp_path / "rumah"), office_reader)
        pdf_shelf.lay_out(pdfs, office.home)
        office.session()
        return office

    yield open_copy
    boot.close()
    pdf_shelf.take_back(pdfs, tmp_path / "rumah")


@pytest.fixture
def bureau(at_stage: Callable[[str], Bureau]) -> Bureau:
    """A new office, where nothing has come in yet."""
    return at_stage("new")


@pytest.fixture
def registered(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two registered cases: of the school (2026-0001) and of the police (2026-0002)."""
    return at_stage("registered")


@pytest.fixture
def drafted(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two drafts before the chair: of the school (2026-0001) and of the police (2026-0002)."""
    return at_stage("drafted")


@pytest.fixture
def approved(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two approved letters: of the school (2026-0001) and of the police (2026-0002)."""
    return at_stage("approved")


@pytest.fixture
def filed(at_stage: Callable[[str], Bureau]) -> Bureau:
    """The same office when both signed copies of 2026-0001 were scanned and filed."""
    return at_stage("filed")
