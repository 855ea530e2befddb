"""Where the office of a state machine lives: its home, and its database in a file or on a server; copies of both.

And how such a machine is run: the same steps each time, however long one takes.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from pipeline.records import boot
from tests.office import damage
from tests.office.bureau import Bureau, copied
from tools.postgresql import Server


def run(machine: type[RuleBasedStateMachine], size: tuple[int, int]) -> None:
    """Run ``machine``: ``size`` is how many examples, and how many steps each at most."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=size[0],
            stateful_step_count=size[1],
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


class InFile:
    """A home whose database is the file in ``var/``; ``can_rebuild`` tells whether ``rebuild`` is to be had."""

    can_rebuild = True

    def __init__(self, source: Path, room: Path) -> None:
        self.room = room
        self.home = copied(source, room / "rumah")

    def keep(self) -> None:
        """Keep a copy of everything as it is."""
        boot.close()
        copied(self.home, self.room / "utuh")

    def forget(self) -> None:
        """Throw that copy away."""
        shutil.rmtree(self.room / "utuh")

    def put_back(self) -> None:
        """Put that copy into its place again."""
        boot.close()
        shutil.rmtree(self.home)
        (self.room / "utuh").rename(self.home)

    def remember(self) -> None:
        """Make a copy of the database, as a backup of today does."""
        boot.close()
        copied(self.home / "var", self.room / "var-lama")

    def put_older_back(self, bureau: Bureau) -> None:
        """Put the database of that backup in the place of the present one."""
        damage.put_back(bureau, self.room / "var-lama")
        shutil.rmtree(self.room / "var-lama")

    def end(self) -> None:
        """Throw everything away."""
        boot.close()
        shutil.rmtree(self.room)


class OnServer(InFile):
    """A home whose database is on a PostgreSQL server; the copies are databases beside it."""

    can_rebuild = False

    def __init__(self, source: Path, room: Path, server: Server) -> None:
        super().__init__(source, room)
        self.server = server
        self.made: set[str] = set()
        self.kept = self.older = ""
        self.environment = pytest.MonkeyPatch()
        self.name = self._made(server.new())
        self._use(self.name)

    def keep(self) -> None:
        super().keep()
        self.kept = self._made(self.server.copy(self.name))

    def put_back(self) -> None:
        super().put_back()
        self._use(self.kept)

    def remember(self) -> None:
        boot.close()
        self.older = self._made(self.server.copy(self.name))

    def put_older_back(self, bureau: Bureau) -> None:
        boot.close()
        self._use(self.older)

    def end(self) -> None:
        super().end()
        self.environment.undo()
        for name in self.made:
            self.server.drop(name)

    def _made(self, name: str) -> str:
        self.made.add(name)
        return name

    def _use(self, name: str) -> None:
        if name != self.name:
            self.server.drop(self.name)
            self.made.discard(self.name)
        self.name = name
        self.environment.setenv("RANGKAP_DATABASE", self.server.address(name))
