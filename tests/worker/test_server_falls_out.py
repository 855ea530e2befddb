"""The database server falls out while the office is at work: nothing that lies in the inbox is lost, and all goes on."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg import sql

from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.base import heartbeat
from pipeline.records import arrivals, boot
from tests.office.bureau import CLERK, Bureau, one_page
from tests.web import trust
from tests.web.door import Door, _with_port
from tests.web.visitor import Visitor
from tests.worker.doors import wait_for
from tools.ports import free_port
from tools.postgresql import Server


@contextmanager
def fallen(server: Server, name: str) -> Iterator[None]:
    """Let the server end every connection to the database ``name`` and take none, until the end of the block."""
    closed = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    with server.connect() as held:
        held.execute(closed.format(sql.Identifier(name), sql.SQL("false")))
        held.execute(end, [name])
        try:
            yield
        finally:
            held.execute(closed.format(sql.Identifier(name), sql.SQL("true")))


@contextmanager
def at_work(office: Bureau) -> Iterator[Door]:
    """Run ``rangkap start`` on the home."""
    trust.lay_into(office.home)
    path, port = office.home / "office.toml", free_port()
    path.write_text(_with_port(path.read_text("utf-8"), port), "utf-8")
    environment = os.environ | {"RANGKAP_HOME": str(office.leave()), "RANGKAP_CLOCK": clock.now().isoformat()}
    output = office.home / "mulai.txt"
    with output.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.cli", "start"],
            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield Door(office.home, port, process, output)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def is_open(door: Door) -> bool:
    """Tell whether the pages answer."""
    try:
        return Visitor(door).get("/masuk/").status == 200
    except OSError:
        return False


def test_the_office_goes_on_by_itself(on_server: str, postgresql: Server, bureau: Bureau) -> None:
    for left_by_the_copy in (bureau.home / "var").glob("rangkap.db*"):
        left_by_the_copy.unlink()
    with at_work(bureau) as door:
        wait_for(lambda: is_open(door))
        wait_for(lambda: heartbeat.of(bureau.settings, heartbeat.WATCHER).seen)
        with fallen(postgresql, on_server):
            bureau.drop(one_page("datang ketika server mati"), "datang.pdf")
            wait_for(lambda: Visitor(door).sign_in(CLERK).status >= 500)
            assert run(bureau.home, "todo", "--as", CLERK) == (Exit.FAILED, True)
            assert lying(bureau) == 1
        wait_for(lambda: is_open(door))
        wait_for(lambda: lying(bureau) == 0)

        def is_entered() -> bool:
            boot.close()
            return bool(arrivals.listed())

        wait_for(is_entered)
        assert Visitor(door).get("/masuk/").status == 200
        wait_for(lambda: heartbeat.of(bureau.settings, heartbeat.WORKER).seen)
        assert len(arrivals.listed()) == 1
        assert door.process.poll() is None


def lying(office: Bureau) -> int:
    """Return how many scans lie in the inbox, claimed ones too."""
    inbox = office.settings.inbox
    return len([*inbox.glob("*.pdf"), *inbox.glob(".claimed/*/*")])


def run(home: Path, *words: str) -> tuple[int, bool]:
    """Call a verb; return its exit status, and whether it said that the server is away."""
    line = [sys.executable, "-P", "-m", "pipeline.cli", *words]
    environment = os.environ | {"RANGKAP_HOME": str(home)}
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, bool(re.search(r"\[records\.server_away\]", done.stderr))
