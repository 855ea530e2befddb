"""Many files at once: each is told as it comes in, the watcher heeds its signals meanwhile, none is lost or twice."""

from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals.arrival_files import path_of
from pipeline.office.overview import watch
from pipeline.records import arrivals, boot
from pipeline.records.models import RepeatRow
from tests.office.bureau import Bureau, one_page
from tests.worker.doors import doors, resident, wait_for


def test_a_watcher_told_to_stop_leaves_the_rest_of_a_flood_for_later(bureau: Bureau) -> None:
    for number in range(6):
        bureau.drop(one_page(f"surat {number}"))
    came: list[str] = []
    came.extend(outcome.what for outcome in watch.rounds(bureau.counter(), lambda: len(came) >= 2))
    assert came == ["agenda", "agenda"]
    assert len([path for path in bureau.settings.inbox.iterdir() if path.suffix == ".pdf"]) == 4
    assert len(bureau.receive()) == 4
    assert len(arrivals.listed()) == 6


def test_a_flood_with_repeats_is_taken_in_once_and_costs_no_memory(bureau: Bureau) -> None:
    files = {f"SCN_{n:04}.pdf": one_page(f"surat {n}") for n in range(300)}
    again = {f"lagi-{name}": data for name, data in list(files.items())[::10]}
    bureau.leave()
    with doors(bureau.home, "watcher") as (watcher,):
        for name, data in (files | again).items():
            (bureau.settings.inbox / name).write_bytes(data)

        def known() -> int:
            boot.close()
            return len(arrivals.ids()) + RepeatRow.objects.count()

        wait_for(lambda: known() >= 60, 600)
        before = resident(watcher.pid)
        wait_for(lambda: known() == len(files) + len(again), 1200)
        assert resident(watcher.pid) < 1.1 * before
        wait_for(lambda: not list(bureau.settings.inbox.glob("*.pdf")))
        assert watcher.is_alive
    kept = sorted(
        digest_bytes(path_of(bureau.settings, item.id).read_bytes(), "sha256") for item in arrivals.listed()
    )
    assert kept == sorted(digest_bytes(data, "sha256") for data in files.values())
    numbers = sorted(int(str(arrival.agenda)[-4:]) for arrival in arrivals.listed())
    assert numbers == list(range(1, len(files) + 1))
    assert RepeatRow.objects.count() == len(again)
    boot.close()
