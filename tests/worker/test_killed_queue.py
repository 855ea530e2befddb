"""``kill -9`` of one process of the queue alone, at work or while it waits: its job is done again within seconds."""

import os
import signal
from contextlib import suppress
from pathlib import Path

from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import Bureau, one_page
from tests.worker.doors import Door, descendants, doors, wait_for

SOON = 300.0
"""Seconds before the queue itself, which would wait for 330, gave the job out again: no measure of how soon it is."""


def _queue_of(door: Door) -> list[int]:
    """Return the processes of the queue below its head: the one that works, who gives out, who takes back."""
    below = descendants(door.pid)
    within = {descendant for reader in door.readers() for descendant in [reader, *descendants(reader)]}
    head = below[:1]
    return [worker for worker in below if worker not in within and worker not in head and _is_queue(worker)]


def _is_queue(pid: int) -> bool:
    with suppress(OSError):
        return b"pipeline.worker" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    return False


def _state(arrival: str) -> str:
    boot.close()
    return arrivals.get(arrival).state


def test_the_job_of_a_queue_process_that_is_killed_at_work_is_done_again_at_once(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("berkas tebal", 4))
    bureau.leave()
    with doors(bureau.home, "worker") as (door,):
        wait_for(door.readers)
        killed = [process for process in _queue_of(door) if set(door.readers()) & set(descendants(process))]
        os.kill(killed[0], signal.SIGKILL)
        wait_for(lambda: _state(arrival.id) == ArrivalState.READ, SOON)
        assert door.is_alive
    assert arrivals.get(arrival.id).pages == 4


def test_each_queue_process_that_is_killed_while_it_waits_is_replaced_with_all_that_it_held(
    bureau: Bureau,
) -> None:
    bureau.leave()
    with doors(bureau.home, "worker") as (door,):
        for at in range(3):
            wait_for(lambda: len(_queue_of(door)) == 3)
            os.kill(_queue_of(door)[at], signal.SIGKILL)
            arrival = bureau.arrive(one_page(f"surat {at}"))
            boot.close()
            wait_for(lambda arrival=arrival: _state(arrival.id) == ArrivalState.READ, SOON)
            assert door.is_alive
        wait_for(lambda: not queue.waiting(), SOON)
