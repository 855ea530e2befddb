"""A move of the database that is killed at any point: the office has one whole database, and the next run comes to the end.

The points are before and after every commit and every replacing of a file (:mod:`tests.faults.relocation_server`).
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

from pipeline.kernel.errors import Refusal
from pipeline.office.base import home_lock
from pipeline.records import boot, guards
from pipeline.records.relocation import mark
from tests.faults.relocation_server import BUGS
from tests.faults.thinning import thinned
from tests.office.bureau import Bureau
from tests.office.test_migrate_database import bytes_of, move, rows
from tests.refused import refused_with
from tools.postgresql import Server

pytestmark = pytest.mark.usefixtures("on_file")
BACK = {mark.SERVER: mark.FILE, mark.FILE: mark.SERVER}
FLOOR = {mark.SERVER: 44, mark.FILE: 56}
"""Points of a move to each engine; fewer would mean that some are not seen."""


class Mover:
    """The office, the server that moves its database, and where that is."""

    def __init__(self, office: Bureau, postgresql: Server, to: str, *bugs: str) -> None:
        self.office, self.postgresql, self.to = office, postgresql, to
        self.kept = office.settings.var.with_name("var-asal")
        self.model = "template0"
        self.name = self.fresh()
        if to == mark.FILE:
            move(office, mark.SERVER, self.address)
            self.model = self.name
            self.name = self.fresh()
            for path in office.settings.var.glob("rangkap.db*"):
                path.unlink()
        boot.close()
        shutil.copytree(office.settings.var, self.kept)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.relocation_server", *bugs],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    @property
    def address(self) -> str:
        return self.postgresql.address(self.name)

    def fresh(self) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.postgresql, "model", self.model)
            return self.postgresql.new()

    def reset(self) -> None:
        """Put home and server into their first state."""
        boot.close()
        self.postgresql.drop(self.name)
        self.name = self.fresh()
        shutil.rmtree(self.office.settings.var)
        shutil.copytree(self.kept, self.office.settings.var)

    def run(self, at: int = 0) -> dict[str, Any]:
        """Move, killed at the point ``at``; 0: to the end."""
        boot.close()
        with home_lock.alone(self.office.settings):
            """Lets go of it: this process held it for its desks."""
        assert self.process.stdin
        assert self.process.stdout
        task = {"home": str(self.office.home), "address": self.address, "to": self.to, "at": at}
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    @contextmanager
    def on(self, engine: str) -> Iterator[None]:
        """Let ``RANGKAP_DATABASE`` name ``engine``."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RANGKAP_DATABASE", self.address if engine == mark.SERVER else "")
            yield
            boot.close()

    def held(self, engine: str) -> dict[str, Any]:
        with self.on(engine):
            return rows(self.office)

    def judge(self, wanted: dict[str, Any]) -> None:
        """What a kill left: one whole database that serves, and another that is refused."""
        state = mark.read(self.office.settings.var)
        serving = state.serving if state else BACK[self.to]
        assert self.held(serving) == wanted, "the office is not what it was"
        with (
            self.on(BACK[serving]),
            refused_with("records.relocation_open", "records.database_moved", "records.no_database"),
        ):
            self.office.session()
        if serving != self.to:  # nor does a home open it that knows nothing of the move
            self._is_no_office()

    def _is_no_office(self) -> None:
        path = self.office.settings.var / mark.NAME
        aside = path.rename(path.with_name("disisihkan")) if path.exists() else None
        try:
            with self.on(self.to):
                try:
                    tables = rows(self.office)
                except Refusal as error:
                    if error.code not in ("records.relocation_open", "records.no_database"):
                        raise
                    return
                assert len(tables["CaseRow"]) == 2, "a database that is half filled was opened"
        finally:
            if aside:
                aside.rename(path)

    def ends(self, wanted: dict[str, Any]) -> None:
        """Go on, and the office is on the other engine as it was."""
        assert self.run()["status"] == 0
        assert self.held(self.to) == wanted
        with self.on(self.to):
            boot.open_records(self.office.settings)
            assert guards.missing() == []
        state = mark.read(self.office.settings.var)
        assert state
        assert (state.serving, state.ended) == (self.to, True)


@contextmanager
def moving(at_stage: Callable[[str], Bureau], postgresql: Server, to: str, *bugs: str) -> Iterator[Mover]:
    mover = Mover(at_stage("registered"), postgresql, to, *bugs)
    try:
        yield mover
    finally:
        assert mover.process.stdin
        assert mover.process.stdout
        mover.process.stdin.close()
        mover.process.wait(30)
        mover.process.stdout.close()
        boot.close()
        for name in {mover.name, mover.model} - {"template0"}:
            postgresql.drop(name)


def sweep(mover: Mover, every: int) -> int:
    wanted = mover.held(BACK[mover.to])
    points = mover.run()["points"]
    assert points >= FLOOR[mover.to]
    fired = 0
    for at in range(1, points + 1)[thinned(every, every // 2)]:
        mover.reset()
        assert mover.run(at)["status"] == -signal.SIGKILL, f"no kill at {at}"
        fired += 1
        mover.judge(wanted)
        mover.ends(wanted)
    return fired


@pytest.mark.parametrize("to", [mark.SERVER, mark.FILE])
def test_killed_at_any_point_it_is_gone_on_with(
    at_stage: Callable[[str], Bureau], postgresql: Server, to: str
) -> None:
    with moving(at_stage, postgresql, to) as mover:
        assert sweep(mover, 14) >= 3


def test_killed_again_and_again_it_comes_to_its_end(
    at_stage: Callable[[str], Bureau], postgresql: Server
) -> None:
    with moving(at_stage, postgresql, mark.SERVER) as mover:
        wanted, kills = mover.held(mark.FILE), 0
        was = bytes_of(mover.office)
        while (answer := mover.run(12))["status"] == -signal.SIGKILL:
            kills += 1
            assert bytes_of(mover.office) == was
            assert kills < 30
        assert kills >= 4
        assert answer["status"] == 0
        mover.ends(wanted)


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_is_caught(at_stage: Callable[[str], Bureau], postgresql: Server, bug: str) -> None:
    with moving(at_stage, postgresql, mark.SERVER, bug) as mover:
        wanted = mover.held(mark.FILE)
        for at in (9, 15):
            mover.reset()
            assert mover.run(at)["status"] == -signal.SIGKILL
        with pytest.raises((AssertionError, Refusal)):
            mover.judge(wanted)
