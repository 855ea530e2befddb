"""One budget of memory for all that a document starts, by the cgroups of the machine that runs this; else each is bounded alone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.kernel import sandbox
from pipeline.kernel.sandbox import SandboxFailed, bound, budget, run
from pipeline.kernel.sandbox_command import MIB, PACKAGE, Limits
from tests.kernel.cgroups import cgroups_of_trees, may_make_cgroups, own_cgroups
from tests.refused import refused_with

EATING = """
import os, signal
ends = os.pipe()
for _ in range(4):
    if os.fork() == 0:
        held = bytearray(b"x") * (100 << 20)
        os.write(ends[1], b"x")
        signal.pause()
for _ in range(4):
    os.write(1, os.read(ends[0], 1))
"""


def test_small_processes_that_are_too_large_together_are_ended_together() -> None:
    command, limits = [sys.executable, "-P", "-c", EATING], Limits(memory=256 * MIB, wall=240.0)
    if may_make_cgroups():
        with refused_with("kernel.sandbox_out_of_memory"):
            run(command, limits=limits)
    else:
        assert run(command, limits=limits) == b"xxxx", "each is bounded alone"
    assert run(["cat"], b"surat", limits=limits) == b"surat"
    assert [tree for tree in cgroups_of_trees() if f"-{os.getpid()}-" in tree] == []


def test_a_machine_without_such_cgroups_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Path:
        raise PermissionError

    monkeypatch.setattr(sandbox, "_place", refused)
    assert run([sys.executable, "-P", "-c", EATING], limits=Limits(memory=256 * MIB)) == b"xxxx"
    with budget(MIB) as tree:
        assert tree == []


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("memory.limit_in_bytes",), ["7"]),
        (("memory.limit_in_bytes", "memory.memsw.limit_in_bytes"), ["7", "7"]),
        (("memory.max", "memory.oom.group"), ["7", "1"]),
        (("memory.max", "memory.swap.max", "memory.oom.group"), ["7", "0", "1"]),
    ],
)
def test_each_version_is_bounded_by_its_own_files(
    names: tuple[str, ...], written: list[str], tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).touch()
    bound(tmp_path, 7)
    assert [(tmp_path / name).read_text() for name in names] == written
    assert len(list(tmp_path.iterdir())) == len(names)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A plain folder in place of a cgroup: it, too, is removed only when it is empty."""
    monkeypatch.setattr(sandbox, "_place", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("killed", [0, 2])
def test_version_2_tells_by_its_events_that_memory_was_not_enough(place: Path, killed: int) -> None:
    raised = []
    try:
        with budget(MIB):
            (folder,) = place.iterdir()
            (folder / "memory.events").write_text(f"oom {killed}\noom_kill {killed}\noom_group_kill 0\n")
            raise EOFError
    except (SandboxFailed, EOFError) as error:
        raised = [getattr(error, "code", "")]
    assert raised == ["kernel.sandbox_out_of_memory" if killed else ""]


def test_what_makers_that_are_gone_left_empty_is_removed(place: Path) -> None:
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    here = Path("/proc/self/ns/pid").stat().st_ino
    names = [
        f"rangkap-{here}-{gone.pid}-a",
        f"rangkap-{here}-{gone.pid}-held",
        f"rangkap-{here}-{os.getppid()}-b",
        "other",
    ]
    names.append(f"rangkap-{here + 1}-{gone.pid}-c")  # of another namespace: who made it may live
    for name in names:
        (place / name).mkdir()
    (place / names[1] / "cgroup.procs").touch()
    with budget(MIB):
        pass
    assert sorted(path.name for path in place.iterdir()) == sorted(names[1:])


DIVIDING = """
import json, os, subprocess, sys
from pathlib import Path
from pipeline.kernel import sandbox
sandbox._CGROUPS, folder, sandbox._DIVIDED = sys.argv[1:]
os.write(os.open(folder + "/cgroup.procs", os.O_WRONLY), b"0")
def own(process="self"):
    lines = Path(f"/proc/{process}/cgroup").read_text().splitlines()
    return next(line[3:] for line in lines if line.startswith("0::"))
before, told = own(), {}
with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as other:
    for turn in range(2):
        sandbox._place.cache_clear()
        with sandbox.budget(256 << 20) as tree:
            told["handles"] = len(tree)
            told["places"] = [one.removeprefix(before) for one in (own(), own(other.pid))]
            if tree:
                child = subprocess.run(
                    [*sandbox._ENTER, str(Path(f"/proc/self/fd/{tree[0]}").readlink()), "cat", "/proc/self/cgroup"],
                    capture_output=True, text=True,
                )
                told["child"] = [line[3:].removeprefix(before) for line in child.stdout.splitlines() if line.startswith("0::")]
    other.stdin.close()
told["left"] = sorted(one.name for one in Path(folder).iterdir() if one.is_dir())
print(json.dumps(told))
"""


@pytest.fixture
def delegated() -> Iterator[tuple[Path, Path]]:
    """The mount of version 2, and a cgroup in it that says that it was delegated, where this machine lets us make one."""
    mounts = [line.split() for line in Path("/proc/self/mounts").read_text().splitlines()]
    root = next((Path(mount[1]) for mount in mounts if mount[2] == "cgroup2"), Path("/nowhere"))
    folder = root / own_cgroups().get("", "") / f"test-{os.getpid()}"
    with suppress(OSError):
        folder.mkdir()
        os.setxattr(folder, "user.delegate", b"1")
    yield root, folder
    for group in (folder / "office", folder):
        with suppress(OSError):
            group.rmdir()


def test_in_version_2_the_office_goes_into_a_leaf_and_its_documents_beside_it(
    delegated: tuple[Path, Path],
) -> None:
    root, folder = delegated
    if not folder.is_dir():
        assert not os.access(folder.parent, os.W_OK) or not os.path.ismount(root)
        return
    given = {*(folder / "cgroup.controllers").read_text().split()} & {"memory", "hugetlb"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", DIVIDING, str(root), str(folder), max(given, default="hugetlb")],
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout or done.stderr)
    assert (report.pop("places"), report.pop("left")) == (["/office"] * 2, ["office"])
    if given:
        (child,) = report.pop("child")
        assert child.startswith("/rangkap-")
    assert report == {"handles": len(given & {max(given, default="")})}, (
        "nobody gave us anything to divide, and that is no error"
    )
