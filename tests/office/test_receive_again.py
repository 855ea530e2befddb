"""Step 1 again: what a kill, a lost share or a wrong clock interrupted is gone on with, once."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake import arrival as on_disk
from pipeline.office.arrivals import arrival_files
from pipeline.office.overview import receive, watch
from pipeline.records import arrivals, boot
from pipeline.records.models import ArrivalRow
from tests.office.bureau import Bureau, one_page, tables

pytestmark = pytest.mark.backend


def taken_but_not_entered(office: Bureau, data: bytes) -> str:
    """Leave an arrival on the disk as a kill before the commit leaves it."""
    arrival = office.arrive(data)
    folder = office.settings.arrivals / arrival.id
    (folder / arrival_files.ROW).unlink()
    ArrivalRow.objects.filter(pk=arrival.id).delete()
    return arrival.id


def test_an_arrival_that_was_killed_before_its_row_is_entered_at_the_next_start(bureau: Bureau) -> None:
    name = taken_but_not_entered(bureau, one_page())
    (came,) = bureau.receive()
    assert (came.what, came.arrival, came.agenda) == ("agenda", name, "A-2026-0002")
    assert arrivals.get(name).name == "SCN_0001.pdf"


def test_an_arrival_that_was_killed_after_its_row_is_given_its_file_at_the_next_start(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    (bureau.settings.arrivals / arrival.id / arrival_files.ROW).unlink()
    assert bureau.receive() == []
    assert list(arrival_files.rows(bureau.settings)) == [arrival]


def test_an_arrival_with_a_row_on_the_disk_alone_keeps_the_number_that_stands_on_the_paper(
    bureau: Bureau,
) -> None:
    """The database was restored from a backup of yesterday."""
    arrival = bureau.arrive(one_page())
    ArrivalRow.objects.all().delete()
    (came,) = bureau.receive()
    assert (came.arrival, came.agenda) == (arrival.id, "A-2026-0001")
    (new,) = bureau.receive(one_page("baru"))
    assert new.agenda == "A-2026-0002"


def test_a_number_that_another_letter_has_by_now_is_not_given_twice(bureau: Bureau) -> None:
    first, second = (bureau.arrive(one_page(text)) for text in ("satu", "dua"))
    ArrivalRow.objects.all().delete()
    row = bureau.settings.arrivals / second.id / arrival_files.ROW
    row.write_bytes((bureau.settings.arrivals / first.id / arrival_files.ROW).read_bytes())
    came = {arrival.arrival: arrival.agenda for arrival in bureau.receive()}
    assert came == {first.id: "A-2026-0001", second.id: "A-2026-0003"}


def test_a_repeat_that_was_killed_before_it_was_cleared_away_is_cleared_at_the_next_start(
    bureau: Bureau,
) -> None:
    first = bureau.arrive(one_page())
    name = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    shutil.copytree(bureau.settings.arrivals / first.id, bureau.settings.arrivals / name)
    arrivals.repeat(first.id, name, "lagi.pdf", first.scanned_at)
    assert bureau.receive() == []
    assert on_disk.arrivals_on_disk(bureau.settings.arrivals) == (first.id,)


def test_a_claim_that_was_killed_after_the_commit_is_only_closed(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    claimed = bureau.settings.inbox / ".claimed" / arrival.id
    claimed.mkdir()
    (claimed / "SCN_0001.pdf").write_bytes(one_page())
    assert bureau.receive() == []
    assert not claimed.exists()
    assert ArrivalRow.objects.count() == 1


def test_an_arrival_whose_record_is_spoiled_comes_in_by_its_bytes(bureau: Bureau) -> None:
    name = taken_but_not_entered(bureau, one_page())
    record = bureau.settings.arrivals / name / on_disk.RECORD
    record.write_text("{")
    (came,) = bureau.receive()
    assert (came.what, came.arrival) == ("agenda", name)
    assert (bureau.settings.arrivals / name / "original").read_bytes() == one_page()


def test_of_an_arrival_of_which_nothing_is_left_its_folder_is_told_and_kept(bureau: Bureau) -> None:
    name = taken_but_not_entered(bureau, one_page())
    folder = bureau.settings.arrivals / name
    for path in folder.iterdir():
        path.unlink()
    age(folder, 3600)
    (came,) = bureau.receive()
    assert (came.what, came.error.code if came.error else "") == ("later", "office.bytes_missing")
    assert folder.exists()


def age(folder: Path, seconds: float) -> None:
    then = receive.clock.now().timestamp() - seconds
    os.utime(folder, (then, then))


def orphan(bureau: Bureau, seconds: float) -> Path:
    """Leave a document of our own making as a kill before its transaction leaves it."""
    arrival = bureau.arrive(one_page())
    folder = bureau.settings.arrivals / arrival.id
    (folder / on_disk.RECORD).unlink()
    ArrivalRow.objects.all().delete()
    age(folder, seconds)
    return folder


def test_a_record_of_a_call_whose_registration_was_killed_is_shown_with_a_number(bureau: Bureau) -> None:
    folder = orphan(bureau, 3600)
    (came,) = bureau.receive()
    assert (came.what, came.arrival, came.agenda) == ("agenda", folder.name, "A-2026-0002")
    assert "belum selesai didaftarkan" in arrivals.get(folder.name).note


def test_a_clock_that_stays_behind_is_told_once_though_time_goes_on(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    office.change("# sapuan_detik = 2.0", "sapuan_detik = 0.02")
    office.drop(one_page("pagi"))
    seconds = iter(range(12))

    def stopped() -> bool:
        second = next(seconds)
        monkeypatch.setenv("RANGKAP_CLOCK", f"2026-11-24T06:00:{second:02d}+07:00")
        return second > 10

    assert [arrival.what for arrival in watch.rounds(office.counter(), stopped)] == ["later"]


def test_nothing_of_a_person_stands_in_the_history_of_receiving(bureau: Bureau) -> None:
    bureau.drop(one_page(), "Surat Rusmini Talahu.pdf")
    bureau.drop(b"", "Rusmini.pdf")
    bureau.receive()
    assert "Rusmini" not in str(tables(bureau, "HistoryRow", "AccessRow"))
    boot.close()
