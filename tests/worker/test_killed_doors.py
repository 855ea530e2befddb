"""``kill -9`` of watcher, worker and the readers within walls, at many moments: nothing lost, nothing twice, all read."""

import os
import random
import signal
import time
from contextlib import suppress

import pytest

from pipeline.intake.reading import Reading
from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals.arrival_files import path_of
from pipeline.records import arrivals, boot, queue, read_pages
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import HistoryRow, PageReadRow
from tests.office.bureau import Bureau, one_page
from tests.worker.doors import Door, doors, processes_of, wait_for

PAGES = 6
MOST_DEATHS = 4


def drop(bureau: Bureau, count: int) -> dict[str, bytes]:
    """Put ``count`` files of one page and one of many into the inbox, as a scanner would; return their digests."""
    files = {f"SCN_{n:04}.pdf": one_page(f"surat {n}") for n in range(count)}
    files["tebal.pdf"] = one_page("berkas tebal", PAGES)
    for name, data in files.items():
        part = bureau.settings.inbox / f".{name}.part"
        part.write_bytes(data)
        part.rename(bureau.settings.inbox / name)
    return {digest_bytes(data, "sha256"): data for data in files.values()}


def is_over(count: int) -> bool:
    """Tell whether ``count`` arrivals are there, all of them read."""
    boot.close()
    with suppress(Exception):
        return len(arrivals.listed(ArrivalState.READ)) == count and not queue.waiting()
    return False


def tried() -> dict[int, int]:
    """Return how often each page that is not read yet was begun; a page that breaks the reader too often is to be blamed."""
    boot.close()
    rows = PageReadRow.objects.filter(done=False, number__gt=read_pages.WHOLE, begun__gt=0)
    return dict(rows.values_list("pk", "begun"))


def at_work_on(door: Door) -> set[str]:
    """Return what a reader of ``door`` may have open: pages that are begun, or the file after those that came in."""
    if door.name == "worker":
        return {f"page {page}" for page in tried()}
    boot.close()
    return {f"file {len(arrivals.listed()) + 1}"}


def check(bureau: Bureau, files: dict[str, bytes]) -> None:
    """Every file is one arrival with one number and all its pages, its bytes are there, and nothing is left over."""
    letters = arrivals.listed()
    assert sorted(arrival.sha256 for arrival in letters) == sorted(files)
    assert all(path_of(bureau.settings, letter.id).read_bytes() == files[letter.sha256] for letter in letters)
    numbers = sorted(str(arrival.agenda) for arrival in letters)
    assert numbers == [f"A-2026-{n:04}" for n in range(1, len(files) + 1)]
    assert HistoryRow.objects.filter(verb="receive").count() == len(files)
    for arrival in letters:
        pages = [page.number for page in Reading.from_json(arrival.reading).pages]
        assert pages == list(range(1, arrival.pages + 1))
        assert all(page.width for page in Reading.from_json(arrival.reading).pages)
    assert PageReadRow.objects.count() == 0
    assert not list(bureau.settings.inbox.glob("*.pdf"))
    assert not list((bureau.settings.inbox / ".claimed").iterdir())


@pytest.mark.parametrize(
    ("count", "kills"),
    [(3, 4), (12, 30)],
)
def test_doors_and_readers_that_are_killed_at_random_lose_nothing(
    bureau: Bureau, count: int, kills: int
) -> None:
    chance = random.Random(20261124)
    bureau.leave()
    fired, hit = [], set[str]()
    with doors(bureau.home, "watcher", "worker") as running:
        files = drop(bureau, count)
        for number in range(kills):
            time.sleep(chance.uniform(0.2, 2.0))
            at = chance.randrange(2)
            # broken readers again and again, or six dead workers, and the page would rightly be told as one that breaks them
            wait_for(lambda: max(tried().values(), default=0) < MOST_DEATHS)
            inner, opened = running[at].readers(), at_work_on(running[at])
            if number % 2 and inner and hit.isdisjoint(opened):
                hit |= opened
                with suppress(ProcessLookupError):  # it may end by itself meanwhile: then the door is killed
                    os.kill(chance.choice(inner), signal.SIGKILL)
                    fired.append("reader")
                    continue
            running[at].kill()
            fired.append(running[at].name)
            running[at] = Door(bureau.home, running[at].name)
        wait_for(lambda: is_over(len(files)))
        assert all(door.is_alive for door in running)
    assert len(fired) == kills
    check(bureau, files)


def test_a_worker_killed_at_each_page_goes_on_with_the_next(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("berkas tebal", PAGES))
    bureau.leave()
    seen: list[int] = []
    while arrivals.get(arrival.id).state == ArrivalState.NEW:
        now = read_pages.progress(arrival.id).read
        assert now >= max(seen, default=0), "a page that was kept is lost"
        seen.append(now)
        boot.close()
        with doors(bureau.home, "worker"):
            wait_for(lambda now=now: _is_beyond(arrival.id, now))
        wait_for(lambda: not processes_of(bureau.home))
    pages = Reading.from_json(arrivals.get(arrival.id).reading).pages
    assert [page.number for page in pages] == list(range(1, PAGES + 1))
    assert len(seen) >= 2
    assert PageReadRow.objects.count() == 0


def _is_beyond(arrival: str, read: int) -> bool:
    boot.close()
    is_read = arrivals.get(arrival).state != ArrivalState.NEW
    return is_read or read_pages.progress(arrival).read > read


def test_a_file_whose_name_is_taken_again_at_once_is_another_letter(bureau: Bureau) -> None:
    bureau.leave()
    target = bureau.settings.inbox / "SCN_0001.pdf"
    files = [one_page(f"berulang {number}") for number in range(8)]
    with doors(bureau.home, "watcher"):
        for number, data in enumerate(files):
            part = bureau.settings.inbox / f".{number}.part"
            part.write_bytes(data)
            wait_for(
                lambda: not target.exists()
            )  # the scanner's counter began anew, the name is claimed or free
            part.rename(target)
        wait_for(lambda: len(arrivals.listed(ArrivalState.NEW)) == len(files) or boot.close())
    assert sorted(arrival.sha256 for arrival in arrivals.listed()) == sorted(
        digest_bytes(file, "sha256") for file in files
    )
    boot.close()


def test_a_writer_that_keeps_or_reopens_its_file_is_waited_for(bureau: Bureau) -> None:
    held, paged = one_page("dipegang", 2), one_page("ditulis perlahan", 3)
    bureau.change("jeda_lambat_detik = 0.02", "jeda_lambat_detik = 3600.0")
    bureau.leave()
    third = len(paged) // 3
    taken: dict[str, int] = {}
    with doors(bureau.home, "watcher"), (bureau.settings.inbox / "dipegang.pdf").open("wb") as handle:
        handle.write(held)
        handle.flush()
        for piece in (paged[:third], paged[third : 2 * third]):
            with (bureau.settings.inbox / "dibuka-lagi.pdf").open("ab") as page:
                page.write(piece)  # closed between its pages
            _look_goes_by(bureau, taken)
            assert _sizes() == taken, "neither is whole, or let go by its writer"
        with (bureau.settings.inbox / "dibuka-lagi.pdf").open("ab") as page:
            page.write(paged[2 * third :])
        taken["dibuka-lagi.pdf"] = len(paged)
        wait_for(lambda: _sizes() == taken)
        _look_goes_by(bureau, taken)
        assert _sizes() == taken, "a file that its writer still holds is left alone"
        handle.close()
        wait_for(lambda: _sizes() == taken | {"dipegang.pdf": len(held)})
    boot.close()


def _look_goes_by(bureau: Bureau, taken: dict[str, int]) -> None:
    """Let the watcher take another file, which came later: what was there before could have been taken with it."""
    name, data = f"sesudahnya-{len(taken)}.pdf", one_page(f"sesudahnya {len(taken)}")
    bureau.drop(data, name)
    taken[name] = len(data)
    wait_for(lambda: name in _sizes())


def _sizes() -> dict[str, int]:
    boot.close()
    return {arrival.name: arrival.size for arrival in arrivals.listed()}
