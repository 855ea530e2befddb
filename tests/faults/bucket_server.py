"""Runs the steps of a case one after the other, each again and again in a fork, over an archive in a bucket.

``python -m tests.faults.bucket_server ROOT [BUG]``, as :mod:`tests.faults.office_server`. The homes are made and every step is done
once in a folder, so that everything slow is done and this process, whose forks ask the bucket, never asks one itself. Commands:

* ``prepare STEP``: make the homes before all steps up to STEP, from nothing, each in ``asal-STEP`` beside ROOT;
* ``at ADDRESS``: the archive of ROOT lies there from now on; ``step STEP``: that step is done from now on;
* ``fork``, ``go``, ``again``, ``judge``: as there.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.records import boot
from tests.faults import closing_steps, move_steps, office_steps
from tests.faults.bucket_bugs import BUCKET_BUGS
from tests.faults.office_server import answer, in_fork, judge, traced, warmed
from tests.faults.office_steps import Step
from tests.faults.remembered import remember
from tests.office.remembering import Remembering


def _nothing(_root: Path, _reader: Reader) -> None:
    return


@dataclass(frozen=True)
class Link:
    """A step of the chain and what comes between it and the one before; ``is_aside``: the next goes on from before both."""

    step: Step
    before: Callable[[Path, Reader], None] = _nothing
    is_aside: bool = False


CHAIN = {
    "register": Link(office_steps.STEPS["register"], office_steps.with_letter),
    "move": Link(move_steps.MOVING["move"], move_steps.register_another, is_aside=True),
    "approve": Link(office_steps.STEPS["approve"], office_steps.draft_it),
    "sign": Link(office_steps.STEPS["sign"], office_steps.send_for_signing),
    "deliver": Link(closing_steps.CLOSING["deliver"]),
    "close-case": Link(closing_steps.CLOSING["close-case"], closing_steps.make_a_report),
}
"""A case from its registration (v1) through approval and both signed copies to its end, and a document that is moved into another."""


def kept(root: Path, name: str) -> Path:
    """Return where the home before the step ``name`` lies."""
    return root.with_name(f"asal-{name}")


class Server:
    """The homes that are made, and the step that is done."""

    def __init__(self, root: Path, reader: Reader) -> None:
        self.root, self.reader = root, reader
        self.head = root.with_name("sesudah")
        self.bases: dict[str, float] = {}
        self.name = ""

    def prepare(self, wanted: str) -> str:
        """Make the homes before all steps up to ``wanted``; returns what is wrong."""
        os.environ.pop("RANGKAP_ARCHIVE", None)
        for name, link in CHAIN.items():
            if wanted in self.bases:
                break
            if name in self.bases:
                continue
            if self.head.exists():
                _copy(self.head, self.root)
            link.before(self.root, self.reader)
            boot.close()
            _copy(self.root, kept(self.root, name))
            base = (time.monotonic() - vars(clock)["_STARTED"]) // 60 * 60 + 60
            wrong = warmed(link.step, self.root, self.reader, base)
            if wrong:
                return f"{name}: {wrong}"
            self.bases[name] = base
            if not link.is_aside:
                _copy(self.root, self.head)
        return ""

    def do(self, command: str, given: str) -> None:
        """Carry out one command and answer it."""
        step = CHAIN[self.name].step if self.name else None
        match command:
            case "prepare":
                answer({"wrong": self.prepare(given)})
            case "at":
                os.environ["RANGKAP_ARCHIVE"] = given
                answer({})
            case "step":
                self.name = given
                answer({})
            case "fork" | "again":
                assert step
                traced(step, self.root, self.reader, self.bases[self.name], 0 if command == "fork" else 1)
            case "judge":
                assert step
                work = partial(judge, step, self.root, self.reader, self.bases[self.name])
                answer({"wrong": in_fork(work)})


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)


def main(root: Path, bug: str = "") -> None:
    """Serve until stdin ends."""
    remember()
    folder = root.with_name("dibaca")
    folder.mkdir(exist_ok=True)
    with Remembering(folder, idle=3600) as reader:
        server = Server(root, reader)
        for line in sys.stdin:
            command, _, given = line.strip().partition(" ")
            if bug and command == "at":  # the homes are made without it
                BUCKET_BUGS[bug]()
                bug = ""
            server.do(command, given)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
