"""The worker is a real process here: however it is told to stop it ends, and takes its children and no job with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.office.base import home_lock
from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import Bureau, one_page
from tests.waiting import PATIENCE, wait_for
from tests.worker.doors import processes_of

PATIENT = """
import functools, sys
from pipeline.worker import __main__, cluster
cluster.serve = functools.partial(cluster.serve, 3600.0)
sys.exit(__main__.main())
"""
"""A worker that gives its cluster an hour of grace: what hangs is not killed, and never ends."""


class Worker:
    """A worker of its own process group, as ``rangkap start`` and systemd run it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        environment = os.environ | {"RANGKAP_HOME": str(home)}
        line = [sys.executable, "-P", "-c", PATIENT]
        self.door = subprocess.Popen(line, env=environment, start_new_session=True)

    def processes(self) -> list[int]:
        """Return all living processes of this home but the tests' own."""
        return processes_of(self.home)

    def await_cluster(self) -> None:
        """Wait until all is there: door, head of the cluster, monitor, pusher and the one who works."""
        wait_for(lambda: self.door.poll() is not None or len(self.processes()) >= 5, pause=0.05)
        assert self.door.poll() is None

    def ended(self) -> int:
        """Wait for the end of the door and return its status; no process may be left."""
        status = self.door.wait(PATIENCE)
        assert self.processes() == []
        return status

    def kill(self) -> None:
        """End what a failed test left."""
        for process in self.processes():
            os.kill(process, signal.SIGKILL)
        self.door.wait()


@pytest.fixture
def workers(bureau: Bureau) -> Iterator[list[Worker]]:
    bureau.leave()
    started: list[Worker] = []
    yield started
    for worker in started:
        worker.kill()


def tell(worker: Worker, repeat: int) -> None:
    """Tell ``worker`` to stop, in one of the ways in which it happens: all signals at once."""
    pid = worker.door.pid
    if repeat % 2:
        os.kill(pid, signal.SIGTERM)
        os.kill(pid, signal.SIGTERM)
    else:
        os.killpg(pid, signal.SIGTERM)
        os.kill(pid, signal.SIGTERM)
        os.kill(pid, signal.SIGINT)


@pytest.mark.parametrize("repeats", [4, 20])
def test_two_signals_at_once_end_the_worker_with_its_children_and_lose_no_job(
    bureau: Bureau, workers: list[Worker], repeats: int
) -> None:
    came = []
    for repeat in range(repeats):
        came.append(bureau.arrive(one_page(f"surat {repeat}")).id)
        bureau.leave()
        workers.append(Worker(bureau.home))
        workers[-1].await_cluster()
        time.sleep(repeat % 5 * 0.15)
        tell(workers[-1], repeat)
        assert workers[-1].ended() == 0, repeat
        with home_lock.alone(bureau.settings):
            pass
    workers.append(Worker(bureau.home))
    workers[-1].await_cluster()
    wait_for(lambda: boot.close() or not (_are_new(came) or queue.waiting()))
    boot.close()
    tell(workers[-1], 0)
    assert workers[-1].ended() == 0


def test_a_signal_to_each_process_ends_the_worker(bureau: Bureau, workers: list[Worker]) -> None:
    workers.append(Worker(bureau.home))
    workers[0].await_cluster()
    for process in workers[0].processes():
        os.kill(process, signal.SIGTERM)
    assert workers[0].ended() == 0


def test_a_worker_whose_cluster_was_killed_ends_and_says_that_it_failed(
    bureau: Bureau, workers: list[Worker]
) -> None:
    workers.append(Worker(bureau.home))
    workers[0].await_cluster()
    (head,) = map(
        int, Path(f"/proc/{workers[0].door.pid}/task/{workers[0].door.pid}/children").read_text().split()
    )
    os.kill(head, signal.SIGKILL)
    assert workers[0].ended() == 1


def test_a_cluster_whose_door_was_killed_ends_by_itself(bureau: Bureau, workers: list[Worker]) -> None:
    workers.append(Worker(bureau.home))
    workers[0].await_cluster()
    workers[0].door.kill()
    wait_for(lambda: not workers[0].processes())


def _are_new(ids: list[str]) -> bool:
    return any(arrivals.get(arrival).state == ArrivalState.NEW for arrival in ids)
