"""A parser that a document has taken over: what it tries gets it nothing, and the next two documents are read rightly.

The stand-in takes the place of the survey inside the walls, where the document's own program runs with all rights that
a parser has there. What it finds it tells in its answer.
"""

import json
import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bench.processes import descendants
from pipeline.intake.reader import UNCHECKED, Reader
from pipeline.intake.reading import Suggested
from pipeline.kernel import sandbox
from pipeline.kernel.sandbox_command import MIB, PACKAGE, Limits
from tests.intake.papers import opened, pdf, scan, sheet, stamped
from tests.intake.suggest_letters import page_of
from tests.kernel.cgroups import is_one_ended_alone, may_make_cgroups, was_one_ended
from tests.refused import refused_with
from tests.waiting import wait_for

MARK = b"\n%PROGRAM\n"
STAND_IN = (
    f"MARK = {MARK!r}\n"
    """
import ctypes, fcntl, json, mmap, os, signal, socket, stat, sys, time
from pipeline.intake.inside import __main__ as child, jobs
from pipeline.kernel.process_tree import ProcessTrees
def is_file(number):
    try:
        return stat.S_ISREG(os.fstat(number).st_mode)
    except OSError:
        return False
def taken_over(job, real):
    def work(stream, args):
        found = {}
        def tried(name, attack):
            try:
                found[name] = repr(attack())
            except (OSError, MemoryError, OverflowError, ValueError) as error:
                found[name] = None
        program = stream.read().partition(MARK)[2]
        stream.seek(0)
        if not program:
            return real(stream, args)
        answers = [one for one in range(64) if is_file(one)][2:]
        scope = {**globals(), "answers": answers, "found": found, "tried": tried, "job": job, "real": real, "stream": stream, "args": args}
        exec(program, scope)
        if "answer" in scope:
            return scope["answer"], None
        said = json.dumps({"tried": len(found)} | {name: one for name, one in found.items() if one is not None})
        said = [said[at : at + 900] for at in range(0, len(said), 900)]
        told = {"kind": "pdf", "pages": 1, "identifier": None, "has_signature": False, "problems": said}
        return json.dumps(told).encode(), None
    return work
jobs.JOBS.update({job: taken_over(job, real) for job, real in jobs.JOBS.items()})
"""
)
SERVE = "\nchild.main(socket.socket(fileno=0), float(sys.argv[1]))\n"
NO_FILTER = "ProcessTrees.filter_calls = lambda self: None\n"
NO_TREE = "ProcessTrees.fork = lambda self: os.fork()\n"
LOOKING = """
held = []
for number in range(1024):
    try:
        held.append((number, stat.S_IFMT(os.fstat(number).st_mode)))
    except OSError:
        pass
found["descriptors"] = len(held)
found["channels"] = [number for number, kind in held if kind in (stat.S_IFSOCK, stat.S_IFIFO)]
found["processes"] = os.listdir("/proc")
found["number"], found["above"] = os.getpid(), os.getppid()
found["left behind"] = [name for place in ("/tmp", "/dev/shm", "/home") for name in os.listdir(place) if name == "next"]
"""
TRYING = """
LIBC = ctypes.CDLL(None, use_errno=True)
def called(name, *given):
    if getattr(LIBC, name)(*given) < 0:
        raise OSError(ctypes.get_errno(), name)
for number in range(1024):
    tried(f"answer by {number}", lambda: socket.socket(fileno=number).send(b'{"ending": "done"}'))
for number in (2, 3, os.getppid() or 4):
    tried(f"signal {number}", lambda: os.kill(number, 9))
    tried(f"ptrace {number}", lambda: called("ptrace", 16, number, 0, 0))
    tried(f"memory of {number}", lambda: open(f"/proc/{number}/mem", "r+b"))
tried("fork", os.fork)
tried("program", lambda: os.execv("/bin/true", ["true"]))
tried("session", os.setsid)
tried("user namespace", lambda: called("unshare", 0x10000000))
tried("mount", lambda: called("mount", b"none", b"/home", b"tmpfs", 0, None))
tried("groups", lambda: os.setgroups([0]))
tried("network", lambda: socket.socket(socket.AF_INET))
tried("pair", socket.socketpair)
tried("shared memory", lambda: called("shmget", 7, 4096, 0o1666))
tried("file without name", lambda: os.memfd_create("next"))
for place in ("/", "/home", "/proc", "/dev", "/usr", os.path.dirname(jobs.__file__)):
    tried("write " + place, lambda: open(place + "/next", "w"))
tried("memory", lambda: bytearray(2 << 30))
for place in ("/sys/fs/cgroup", "/proc/self/cgroup"):
    tried(place, lambda: os.stat(place))
tried("cgroups", lambda: called("mount", b"none", b"/tmp", b"cgroup2", 0, None))
files = [number for number, kind in held if kind == stat.S_IFREG]
tried("larger answer", lambda: os.ftruncate(files[2], 600 << 20))
tried("another document", lambda: os.pwrite(files[0], b"x", 0))
tried("filling the disk", lambda: open("/tmp/large", "wb").write(bytes(65 << 20)))
for place in ("/tmp/next", "/dev/shm/next"):
    open(place, "w").close()
for number in files:
    fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
"""
STAYING = """
for _ in range(3):
    try:
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                signal.pause()
            os._exit(0)
    except OSError as error:
        found["fork"] = None
"""
EATING = """
ends = os.pipe()
for _ in range(4):
    if os.fork() == 0:
        held = bytearray(b"x") * (200 << 20)
        os.write(ends[1], b"x")
        signal.pause()
while len(found) < 4:
    found[len(found)] = os.read(ends[0], 1).decode()
"""
EATEN = {"tried": 4, "0": "x", "1": "x", "2": "x", "3": "x"}
KEEPING = """
received = socket.recv_fds
def kept(*given):
    told, handles, *more = received(*given)
    return told, handles[:{}], *more
socket.recv_fds = kept
"""
SURVEY = "{'kind': 'pdf', 'pages': 1, 'identifier': None, 'has_signature': False, 'problems': []}"
FIRST, SECOND = "P2:2026-0042-3:1:K7QX4M2TVA", "P2:2026-0077-1:2:B3CD4EFGHJ"


class Standing(Reader):
    """A reader whose parsers do what a document tells them."""

    planted = ""

    @property
    def _program(self) -> tuple[str, ...]:  # type: ignore[override]
        return "-c", STAND_IN + self.planted + SERVE

    def attacked(self, program: str) -> dict[str, Any]:
        """Return what the stand-in found."""
        with opened(document(program)) as paper:
            copy, self._surveyed = sandbox.sealed(paper), None
            try:
                return dict(json.loads("".join(self._survey(copy)[0]["problems"])))
            finally:
                os.close(copy)

    def jobs(self) -> set[int]:
        """Return what runs for a document: the first process of a tree within the child's."""
        processes = set()
        for process in descendants(self._child.pid) if self._child else ():
            with suppress(OSError):
                (spaces,) = re.findall(r"NSpid:(.*)", Path(f"/proc/{process}/status").read_text())
                processes |= {process} if spaces.split()[2:] == ["1"] else set()
        return processes

    def below(self) -> set[int]:
        """Return the processes of the child."""
        assert self._child is not None
        return {self._child.pid, *descendants(self._child.pid)}


def document(program: str) -> bytes:
    return b"%PDF-1.7\n" + MARK + program.encode()


@pytest.fixture(scope="module")
def two() -> tuple[bytes, bytes]:
    return tuple(pdf([scan(stamped(sheet(dpi=150), code, dpi=150))]) for code in (FIRST, SECOND))  # type: ignore[return-value]


@pytest.fixture
def reader() -> Iterator[Standing]:
    with Standing(idle=300, limits=Limits(memory=1024 * MIB, cpu=30, wall=60.0)) as standing:
        yield standing


def need_both(reader: Reader, two: tuple[bytes, bytes]) -> None:
    """See that the next two documents are read rightly."""
    for data, code in zip(two, (FIRST, SECOND), strict=True):
        with opened(data) as paper:
            seen = reader.glance(paper)
            assert (seen.kind, seen.pages, seen.codes, seen.problems) == ("pdf", 1, (code,), ())


def test_a_taken_over_parser_is_alone_and_gets_nothing(reader: Standing, two: tuple[bytes, bytes]) -> None:
    results = reader.attacked(LOOKING + TRYING)
    assert {name: results.pop(name) for name in ("channels", "processes", "left behind")} == {
        "channels": [], "processes": [], "left behind": [],
    }  # fmt: skip
    assert (results.pop("number"), results.pop("above")) == (1, 0), "the first of its own tree"
    assert results.pop("descriptors") == 7, "document, question, two answers, and three that lead nowhere"
    assert results.pop("tried") > 1024 + 28
    assert results == {}
    need_both(reader, two)
    assert reader.attacked(LOOKING)["left behind"] == []


def test_what_a_document_leaves_running_is_gone_before_the_next(
    reader: Standing, two: tuple[bytes, bytes]
) -> None:
    need_both(reader, two)
    before = reader.below()
    assert reader.attacked(STAYING) == {"tried": 1}, "it cannot even start one"
    assert reader.below() == before
    reader.close()
    reader.planted = NO_FILTER
    need_both(reader, two)
    before = reader.below()
    assert reader.attacked(STAYING) == {"tried": 0}, "it could, now"
    assert reader.below() == before
    need_both(reader, two)


@pytest.mark.parametrize(
    ("planted", "seen"),
    [
        ("ProcessTrees.forget_descriptors = lambda self, kept: None\n", "channels"),
        ("ProcessTrees.hide_others = lambda self: None\n", "left behind"),
        (NO_FILTER, "fork"),
    ],
)
def test_a_wall_that_is_left_out_is_seen(reader: Standing, planted: str, seen: str) -> None:
    reader.planted = planted
    fork = "\ntried('fork', lambda: os._exit(0) if os.fork() == 0 else True)\n"
    reader.attacked(
        LOOKING + "\nfor place in ('/tmp/next', '/dev/shm/next'):\n    open(place, 'w').close()\n"
    )
    assert reader.attacked(LOOKING + fork)[seen]


def test_a_survivor_that_is_not_ended_is_seen(reader: Standing, two: tuple[bytes, bytes]) -> None:
    reader.planted = NO_FILTER + NO_TREE + KEEPING.format(4)  # whoever is in the cgroup ends with it
    need_both(reader, two)
    before = reader.below()
    reader.attacked(STAYING)
    wait_for(lambda: len(reader.below() - before) >= 3)


def hungry(planted: str = "") -> Standing:
    """Return a reader whose documents may start processes, all of which together want more than one may have."""
    reader = Standing(idle=300, limits=Limits(memory=700 * MIB, cpu=30, wall=3600.0))
    reader.planted = NO_FILTER + planted
    return reader


def test_processes_that_eat_too_much_together_end_together(two: tuple[bytes, bytes]) -> None:
    with hungry() as reader, ThreadPoolExecutor(1) as pool:
        need_both(reader, two)
        before = reader.below()
        asked = pool.submit(reader.attacked, EATING)
        try:
            wait_for(asked.done)
        finally:
            for job in reader.jobs():
                os.kill(job, signal.SIGKILL)
        if may_make_cgroups():
            with refused_with("intake.too_heavy"):
                asked.result()
        else:
            assert asked.result() == EATEN, "each is bounded alone"
        assert reader.below() == before
        need_both(reader, two)


def test_a_tree_outside_its_cgroup_is_seen() -> None:
    with hungry(KEEPING.format(4)) as reader:
        assert reader.attacked(EATING) == EATEN


def test_the_rest_of_a_tree_that_lives_on_is_seen() -> None:
    with hungry(KEEPING.format(5)) as reader, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(reader.attacked, EATING)
        wait_for(lambda: asked.done() or was_one_ended())
        if is_one_ended_alone():
            (first,) = reader.jobs()
            os.kill(first, signal.SIGKILL)
        if may_make_cgroups():
            with refused_with("intake.too_heavy"):
                asked.result()
        else:
            assert asked.result() == EATEN


@pytest.mark.parametrize(
    ("program", "raised"),
    [
        ("while True: pass", "kernel.sandbox_timed_out"),
        ("signal.pause()", "kernel.sandbox_timed_out"),
        ("answer = b'[' * (17 << 20)", "kernel.sandbox_crashed"),
        ("answer = b'[' * 200_000", "kernel.sandbox_crashed"),
        ("answer = b'[]'", "kernel.sandbox_crashed"),
        ('answer = b\'{"kind": "pdf", "pages": 999999999}\'', "kernel.sandbox_crashed"),
        (f"answer = json.dumps({SURVEY} | {{'kind': chr(0xd800)}}).encode()", "kernel.sandbox_crashed"),
        (f"answer = json.dumps({SURVEY} | {{'kind': float('nan')}}).encode()", "kernel.sandbox_crashed"),
        (
            "fcntl.fcntl(answers[0], fcntl.F_ADD_SEALS, fcntl.F_SEAL_SEAL)\nanswer = b'{}'",
            "kernel.sandbox_crashed",
        ),
        (
            "from pipeline.intake.errors import Unreadable\nraise Unreadable('intake.too_many_pages')",
            "kernel.sandbox_crashed",
        ),
        ("held = []\nwhile True: held.append(bytearray(64 << 20))", "kernel.sandbox_out_of_memory"),
        ("os._exit(0)", "kernel.sandbox_crashed"),
        ("ctypes.string_at(1)", "kernel.sandbox_crashed"),
    ],
)
def test_an_answer_that_is_none_stands_for_itself_alone(
    program: str, raised: str, two: tuple[bytes, bytes]
) -> None:
    bounds = {"cpu": 1, "wall": 4.0} if raised == "kernel.sandbox_timed_out" else {"cpu": 60, "wall": 240.0}
    with Standing(idle=300, limits=Limits(memory=1024 * MIB, **bounds)) as reader:
        copy = sandbox.sealed(document(program))
        with refused_with(raised):
            reader._told("survey", copy, reader._seen)
        os.close(copy)
        reader._limits = Limits()
        need_both(reader, two)


def test_a_page_is_the_page_that_was_asked_for(reader: Standing) -> None:
    page = {
        "number": 7,
        "width": 9,
        "height": 9,
        "rows": [],
        "source": "ocr",
        "confidence": 1,
        "rotation": 0,
        "codes": [],
    }
    survey = {"kind": "pdf", "pages": 2, "identifier": None, "has_signature": False, "problems": []}
    answers = json.dumps({"survey": survey, "read_page": page})
    with opened(document(f"answer = json.dumps(json.loads({answers!r})[job]).encode()")) as paper:
        assert [page.number for page in reader.read(paper).pages] == [1, 2]
        with refused_with("intake.damaged"):
            reader.glance(paper)


def test_a_look_tells_few_short_sentences(reader: Standing) -> None:
    long = "{'problems': ['x' * 9000 + chr(0)] * 99, 'identifier': chr(0)}"
    with opened(document(f"answer = json.dumps({SURVEY} | {long}).encode()")) as paper:
        copy = sandbox.sealed(paper)
        seen, _ = reader._survey(copy)
        os.close(copy)
    assert (seen["problems"], seen["identifier"]) == (["x" * 1000] * 20, "")


def test_a_note_that_is_no_text_costs_no_page(reader: Standing) -> None:
    page = "'number': 1, 'width': 9, 'height': 9, 'rows': [], 'source': 'ocr', 'confidence': 1, 'rotation': 0, 'codes': []"
    program = f"if job == 'read_page':\n    os.write(answers[1], bytes([255, 0]))\nanswer = json.dumps({SURVEY} | {{{page}}}).encode()"
    with opened(document(program)) as paper:
        assert reader.read(paper).problems == ("Halaman 1: \ufffd",)


def test_a_picture_is_bounded_and_opened_by_nobody_outside(
    reader: Standing, two: tuple[bytes, bytes]
) -> None:
    large = "if job == 'picture':\n    os.ftruncate(answers[0], 65 << 20)\n    os._exit(0)\n"
    with (
        opened(document(f"{large}answer = json.dumps({SURVEY}).encode()")) as paper,
        refused_with("kernel.sandbox_crashed"),
    ):
        reader.picture(paper, 1)
    with opened(two[0]) as paper:
        assert reader.picture(paper, 1, 32, light=True).startswith(b"\xff\xd8"), "small ones are made within"
    assert "PIL" not in (PACKAGE / "web" / "papers.py").read_text("utf-8")


def test_a_job_that_somebody_else_killed_is_done_once_more(
    reader: Standing, two: tuple[bytes, bytes]
) -> None:
    need_both(reader, two)
    killed: set[int] = set()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(reader.attacked, "signal.pause()")
        for _ in range(2):
            wait_for(lambda: reader.jobs() - killed)
            (job,) = reader.jobs() - killed
            os.kill(job, signal.SIGKILL)
            killed.add(job)
        with refused_with("kernel.sandbox_crashed"):
            asked.result()
    need_both(reader, two)


def test_a_document_has_a_time_of_its_own(two: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.intake.reader.OF_DOCUMENT", 0)
    monkeypatch.setattr("pipeline.intake.reader.OF_PAGE", 0)
    with Standing(idle=300) as reader, opened(document("")) as paper, opened(two[0]) as good:
        with refused_with("intake.too_heavy"):
            reader.glance(good)
        assert reader.spent > 0
        monkeypatch.setattr("pipeline.intake.reader.OF_DOCUMENT", 120)
        with refused_with("intake.damaged"):
            reader.glance(paper)
        need_both(reader, two)


def test_suggestions_that_cannot_be_made_are_told_and_the_letter_is_looked_at_first(
    two: tuple[bytes, bytes],
) -> None:
    with Standing(idle=300, limits=Limits(memory=1024 * MIB, cpu=1, wall=60.0)) as reader:
        reader.planted = "def ever(stream, args):\n    while True: pass\njobs.JOBS['suggest'] = ever\n"
        assert reader.suggested([page_of("Yth. Ketua P2TP2A, suami saya memukul saya.")]) == Suggested(
            {}, (UNCHECKED,)
        )
        need_both(reader, two)
