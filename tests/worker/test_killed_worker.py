"""``kill -9`` of a whole worker while another one of the machine runs: the other does its jobs within seconds."""

from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import Bureau, one_page
from tests.worker.doors import doors, wait_for

SOON = 300.0
"""Seconds before the queue itself, which would wait for 330, gave the jobs out again: no measure of how soon it is."""


def _states(ids: list[str]) -> set[str]:
    boot.close()
    return {arrivals.get(arrival).state for arrival in ids}


def test_what_a_killed_worker_held_is_done_by_the_other_at_once(engine: str, bureau: Bureau) -> None:
    ids = [bureau.arrive(one_page(f"berkas {number}", 2)).id for number in range(6)]
    bureau.leave()
    with doors(bureau.home, "worker", "worker") as both:
        wait_for(lambda: len(list(bureau.settings.var.glob("worker-*.lock"))) == 2)
        # either of them may have taken every job before the other came to one
        wait_for(lambda: any(door.readers() for door in both))
        killed, other = sorted(both, key=lambda worker: not worker.readers())
        killed.kill()
        wait_for(lambda: _states(ids) == {ArrivalState.READ}, SOON)
        assert other.is_alive
        wait_for(lambda: not queue.waiting(), SOON)
        assert len(list(bureau.settings.var.glob("worker-*.lock"))) == 1
    assert [arrivals.get(arrival).pages for arrival in ids] == [2] * 6
