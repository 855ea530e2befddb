"""A move of the archive that ends at any point: the office has one whole archive, and the next run comes to the end.

Killed by SIGKILL before or after whatever lasts (:mod:`tests.faults.store_mover`); or its store fails at one call, which was done
or was not, as a bucket whose answer is lost and a disk that gives EIO do.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive.relocation import mark
from pipeline.archive.relocation import target as targets
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.records import boot
from pipeline.stores.store import Store
from tests.archive.on_stores import Unlucky
from tests.faults.store_mover import BUGS
from tests.faults.thinning import thinned
from tests.office.bureau import Bureau
from tests.office.store_moves import StoreMover
from tests.refused import is_any, refused_with
from tools import s3

pytestmark = pytest.mark.usefixtures("on_file")
BACK = {mark.BUCKET: mark.FOLDER, mark.FOLDER: mark.BUCKET}
FLOOR = {mark.BUCKET: 50, mark.FOLDER: 50}
"""Points of a move to each place; fewer would mean that some are not seen."""


class Killed(StoreMover):
    """An office, the process that moves its archive, and where that is."""

    def __init__(self, office: Bureau, server: s3.Server, to: str, *bugs: str) -> None:
        super().__init__(office, server)
        self.to, self.source = to, self.items
        if to == mark.FOLDER:
            self.move(mark.BUCKET)
            shutil.rmtree(office.settings.archive)
            office.settings.archive.mkdir(mode=0o700)
        boot.close()
        self.kept = office.home.with_name("rumah-asal")
        shutil.copytree(office.home, self.kept)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.store_mover", *bugs],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def reset(self) -> None:
        """Put home and bucket into their first state."""
        boot.close()
        shutil.rmtree(self.office.home)
        shutil.copytree(self.kept, self.office.home)
        if self.to == mark.BUCKET:
            self.use(s3.opened(self.server.endpoint, s3.PLAIN))

    def run(self, at: int = 0) -> dict[str, Any]:
        """Move, killed at the point ``at``; 0: to the end."""
        boot.close()
        self.let_go()
        assert self.process.stdin
        assert self.process.stdout
        task = {"home": str(self.office.home), "address": self.address, "to": self.to, "at": at}
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    @contextmanager
    def on(self, place: str) -> Iterator[None]:
        """Let ``RANGKAP_ARCHIVE`` say that the archive lies in ``place``."""
        with self.named(self.address if place == mark.BUCKET else ""):
            yield

    def held(self, place: str) -> dict[str, str]:
        """Return the digest of each file of the objects and the register lines as they are told in ``place``."""
        with self.on(place):
            archive = self.office.session().archive
            objects = [(year, name) for year in archive.years() for name in archive.objects(year)]
            sums = {name: archive.digest_of(name) for _, name in objects}
            return sums | {f"{line.year}:{line.number}": line.data.decode() for line in archive.read_lines()}

    def judge(self, wanted: dict[str, str]) -> None:
        """What an end left: one whole archive that serves, and another that is refused."""
        state = mark.read(self.office.settings.var)
        serving = state.serving if state else BACK[self.to]
        assert self.held(serving) == wanted, "the office is not what it was"
        with self.on(serving):
            assert self.office.verify() == []
        refusals = (
            "archive.move_open",
            "archive.moved",
            "archive.not_mounted",
            "archive.not_this_bucket",
            "records.no_database",
        )
        with self.on(BACK[serving]), refused_with(*refusals):
            self.office.session()
        if serving != self.to:  # nor does a home open half of it that knows nothing of the move
            self._is_whole_or_none(wanted)

    def _is_whole_or_none(self, wanted: dict[str, str]) -> None:
        path = self.office.settings.var / mark.NAME
        aside = path.rename(path.with_name("disisihkan")) if path.exists() else None
        try:
            assert self.held(self.to) == wanted, "an archive that is half filled was opened"
        except Refusal as error:
            if not is_any(error, "archive.not_mounted", "archive.not_this_bucket", "records.no_database"):
                raise
        finally:
            if aside:
                aside.rename(path)

    def ends(self, wanted: dict[str, str]) -> None:
        """The office has its archive at the target as it was."""
        assert self.held(self.to) == wanted
        with self.on(self.to):
            assert self.office.verify() == []
        state = mark.read(self.office.settings.var)
        assert state
        assert (state.serving, state.ended) == (self.to, True)


@contextmanager
def moving(
    at_stage: Callable[[str], Bureau], server: s3.Server, to: str, *bugs: str
) -> Iterator[tuple[Killed, dict[str, str]]]:
    mover = Killed(at_stage("registered"), server, to, *bugs)
    try:
        yield mover, mover.held(BACK[to])
    finally:
        assert mover.process.stdin
        assert mover.process.stdout
        mover.process.stdin.close()
        mover.process.wait(30)
        mover.process.stdout.close()
        boot.close()


@pytest.mark.parametrize("to", [mark.BUCKET, mark.FOLDER])
def test_killed_at_any_point_it_is_gone_on_with(
    at_stage: Callable[[str], Bureau], s3_server: s3.Server, to: str
) -> None:
    with moving(at_stage, s3_server, to) as (mover, wanted):
        points = mover.run()["points"]
        assert points >= FLOOR[to]
        every = range(1, points + 1)
        for at in [*every[thinned(25, 12)], *every[-8:][thinned(3)]]:
            mover.reset()
            assert mover.run(at)["status"] == -signal.SIGKILL, f"no kill at {at}"
            mover.judge(wanted)
            assert mover.run()["status"] == 0
            mover.ends(wanted)


def test_killed_again_and_again_it_comes_to_its_end(
    at_stage: Callable[[str], Bureau], s3_server: s3.Server
) -> None:
    with moving(at_stage, s3_server, mark.BUCKET) as (mover, wanted):
        kills = 0
        while (answer := mover.run(28))["status"] == -signal.SIGKILL:
            kills += 1
            assert kills < 30
        assert kills >= 3
        assert answer["status"] == 0
        mover.ends(wanted)


@pytest.mark.parametrize("is_done", [False, True], ids=["not done", "answer lost"])
@pytest.mark.parametrize("to", [mark.BUCKET, mark.FOLDER])
def test_a_target_that_fails_at_any_call_is_gone_on_with(
    at_stage: Callable[[str], Bureau],
    s3_server: s3.Server,
    monkeypatch: pytest.MonkeyPatch,
    to: str,
    is_done: bool,
) -> None:
    with moving(at_stage, s3_server, to) as (mover, wanted):
        store_of, made = targets.store_of, list[Unlucky]()

        def failing(at: int) -> Callable[..., Store]:
            def one(archive: Any) -> Store:
                made.append(Unlucky(store_of(archive), at, is_done=is_done))
                return made[-1]

            return one

        def moved(at: int) -> int:
            """Return how many calls the target got."""
            with monkeypatch.context() as patch:
                patch.setattr(targets, "store_of", failing(at))
                mover.move(to)
            return made[-1].calls

        calls = moved(-1)
        for at in range(calls - 1)[thinned(max(1, calls // 3), 2)]:
            mover.reset()
            with pytest.raises(NotDurable):
                moved(at)
            mover.judge(wanted)
            mover.move(to)
            mover.ends(wanted)


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_is_caught(at_stage: Callable[[str], Bureau], s3_server: s3.Server, bug: str) -> None:
    with moving(at_stage, s3_server, mark.BUCKET, bug) as (mover, wanted):
        assert mover.run(40)["status"] == -signal.SIGKILL
        with pytest.raises((AssertionError, Refusal)):
            mover.judge(wanted)
