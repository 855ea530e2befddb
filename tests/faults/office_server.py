"""Runs one step of :mod:`tests.faults.office_steps`, ``keeping_steps`` or ``upkeep_steps`` again and again, each time in a fork of its own.

``python -m tests.faults.office_server STEP ROOT [BUG]`` (a bug of :mod:`tests.faults.keeping_bugs`). Everything slow is done once before: Django, the reader's
child, LibreOffice (its PDF is kept for the DOCX it was made from). Commands come as lines on stdin, one line
of JSON answers each:

* ``prepare``: make the home in ROOT, from nothing;
* ``fork``: fork a process that waits → ``{"pid": …}``; then ``go``: let it do the step → ``{"status": …}``;
* ``judge``: restart after a fault (the step again, where it was not done) and check → ``{"wrong": …}``.

Exit status of the step: 0 done, 1 refused with a sentence, 2 anything else.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.intake.reader import Reader
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.files import digest_bytes
from pipeline.office import review
from pipeline.records import boot
from pipeline.rendering.convert import to_pdf
from tests.faults.closing_steps import CLOSING
from tests.faults.destroy_steps import DESTROY_BUGS, DESTROYING
from tests.faults.keeping_bugs import BUGS
from tests.faults.keeping_steps import KEEPING
from tests.faults.move_steps import MOVE_BUGS, MOVING
from tests.faults.office_steps import STEPS, PutOff, Step
from tests.faults.short_bugs import SHORT_BUGS
from tests.faults.upkeep_steps import UPKEEP

_PDFS: dict[str, list[bytes]] = {}


def remembered(documents: Sequence[bytes], *, accept_risk: bool = False, **_: object) -> list[bytes]:
    """Do as LibreOffice did the first time with the same documents."""
    key = digest_bytes(b"".join(documents))
    if key not in _PDFS:
        _PDFS[key] = to_pdf(documents, accept_risk=accept_risk)
    return _PDFS[key]


def answer(plain: object) -> None:
    """Print one line."""
    print(json.dumps(plain), flush=True)


def work(step: Step, root: Path, reader: Reader) -> int:
    """Do the step; return the exit status."""
    try:
        step.work(root, reader)
    except (RangkapError, PutOff):
        return 1
    except BaseException:  # noqa: BLE001 - told to the one who looks
        traceback.print_exc()
        return 2
    return 0


def judge(step: Step, root: Path, reader: Reader) -> str:
    """Look at what a fault left, restart, do what is still to be done, and check."""
    try:
        step.torn(root)
        boot.close()
        step.work(root, reader)
        step.check(root)
    except BaseException as error:  # noqa: BLE001 - whatever goes wrong is the finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    return ""


def in_fork(job: Callable[[], str]) -> str:
    """Return what ``job`` returns, from a process of its own."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        os.write(theirs, job().encode()[:4000])
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(pid, 0)
    return told


def traced(step: Step, root: Path, reader: Reader) -> None:
    """Fork, say who it is, let it go when told, and answer how it ended."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(theirs)
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
        (BUGS | MOVE_BUGS | DESTROY_BUGS | SHORT_BUGS)[bug]()
    step = (STEPS | CLOSING | KEEPING | UPKEEP | MOVING | DESTROYING)[name]
    review.to_pdf = remembered
    with Reader(idle=3600) as reader:
        for line in sys.stdin:
            match line.strip():
                case "prepare":
                    shutil.rmtree(root, ignore_errors=True)
                    step.prepare(root, reader)
                    kept = root.with_name("asal")
                    boot.close()
                    shutil.copytree(root, kept, symlinks=True)
                    wrong = judge(step, root, reader)  # warms what is slow the first time
                    boot.close()
                    answer({"wrong": wrong})
                case "fork":
                    traced(step, root, reader)
                case "judge":
                    answer({"wrong": in_fork(lambda: judge(step, root, reader))})


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
