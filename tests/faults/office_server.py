"""Runs one step of :mod:`tests.faults.office_steps`, ``keeping_steps`` or ``upkeep_steps`` again and again, each time in a fork of its own.

``python -m tests.faults.office_server STEP ROOT [BUG]`` (a bug of :mod:`tests.faults.keeping_bugs`). Everything slow is done once before: Django, the reader's
child, LibreOffice (:mod:`tests.faults.remembered`). Commands come as lines on stdin, one line
of JSON answers each:

* ``prepare``: make the home in ROOT, from nothing;
* ``fork``: fork a process that waits → ``{"pid": …}``; then ``go``: let it do the step → ``{"status": …}``;
* ``again``: the same, a minute later: the step is done again;
* ``judge``: restart after a fault (the step again, where it was not done) and check → ``{"wrong": …}``.

Exit status of the step: 0 done, 1 refused with a sentence, 2 anything else.
"""

import json
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.records import boot
from tests.faults.closing_steps import CLOSING
from tests.faults.destroy_steps import DESTROY_BUGS, DESTROYING
from tests.faults.keeping_bugs import BUGS
from tests.faults.keeping_steps import KEEPING
from tests.faults.move_steps import MOVE_BUGS, MOVING
from tests.faults.office_steps import HEAL_BUGS, STEPS, PutOff, Step
from tests.faults.plant import plant
from tests.faults.remembered import remember
from tests.faults.short_bugs import SHORT_BUGS
from tests.faults.upkeep_steps import UPKEEP
from tests.office.remembering import Remembering


def answer(plain: object) -> None:
    """Print one line."""
    print(json.dumps(plain), flush=True)


def work(step: Step, root: Path, reader: Reader) -> int:
    """Do the step; return the exit status."""
    try:
        step.work(root, reader)
    except (Refusal, PutOff):
        return 1
    except BaseException:  # noqa: BLE001 - told to the one who looks
        traceback.print_exc()
        return 2
    return 0


def judge(step: Step, root: Path, reader: Reader, base: float) -> str:
    """Look at what a fault left, restart, do what is still to be done, and check."""
    try:
        set_clock(base, 2)
        step.torn(root)
        boot.close()
        step.work(root, reader)
        step.check(root)
    except BaseException as error:  # noqa: BLE001 - whatever goes wrong is the finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    return ""


def warmed(step: Step, root: Path, reader: Reader, base: float) -> str:
    """Do the step and check, at the times of a repeat, so that nothing is slow any more; return what is wrong."""
    set_clock(base, 0)
    status = work(step, root, reader)
    wrong = judge(step, root, reader, base)
    boot.close()
    return wrong or ("" if status == 0 else "the step fails without a fault")


def in_fork(job: Callable[[], str]) -> str:
    """Return what ``job`` returns, from a process of its own."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        os.write(theirs, job().encode()[:4000])
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        output = pipe.read().decode()
    os.waitpid(pid, 0)
    return output


def set_clock(base: float, minute: int) -> None:
    """Begin ``minute`` minutes after ``base`` (seconds since the start of the clock).

    So each repeat puts the same time into what it makes, and what comes later in a repeat is later.
    """
    plant(clock, "_STARTED", time.monotonic() - base - minute * 60)


def traced(step: Step, root: Path, reader: Reader, base: float, minute: int) -> None:
    """Fork, say who it is, let it go when told, and answer how it ended."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(theirs)
        set_clock(base, minute)
        os._exit(work(step, root, reader) if os.read(ours, 1) else 1)
    answer({"pid": pid})
    sys.stdin.readline()
    os.write(theirs, b".")
    _, status = os.waitpid(pid, 0)
    os.close(ours)
    os.close(theirs)
    answer({"status": os.waitstatus_to_exitcode(status)})


def main(name: str, root: Path, bug: str = "") -> None:
    """Serve until stdin ends."""
    if bug:
        (BUGS | HEAL_BUGS | MOVE_BUGS | DESTROY_BUGS | SHORT_BUGS)[bug]()
    step = (STEPS | CLOSING | KEEPING | UPKEEP | MOVING | DESTROYING)[name]
    remember()
    folder = root.with_name("dibaca")
    folder.mkdir(exist_ok=True)
    with Remembering(folder, idle=3600) as reader:
        for line in sys.stdin:
            match line.strip():
                case "prepare":
                    shutil.rmtree(root, ignore_errors=True)
                    step.prepare(root, reader)
                    kept = root.with_name("asal")
                    boot.close()
                    shutil.copytree(root, kept, symlinks=True)
                    base = (time.monotonic() - vars(clock)["_STARTED"]) // 60 * 60 + 60
                    answer({"wrong": warmed(step, root, reader, base)})
                case "fork":
                    traced(step, root, reader, base, 0)
                case "again":
                    traced(step, root, reader, base, 1)
                case "judge":
                    answer({"wrong": in_fork(partial(judge, step, root, reader, base))})


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
