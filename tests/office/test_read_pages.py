"""One job a page: fair, kept page by page, twice is once, and a page that fails stops no other."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from demo.answers import registration
from pipeline.cli import pages as screen
from pipeline.intake.reading import CUT, Reading
from pipeline.office.answer.read import queue_unread, read_job
from pipeline.office.arrivals import derivative
from pipeline.office.arrivals.read_pages import _lost
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, queue
from pipeline.records import read_pages as store
from pipeline.records.arrivals import ArrivalState
from pipeline.records.broker import InOrder
from pipeline.records.models import ArrivalRow, PageReadRow
from tests.intake import hostile
from tests.intake.papers import pdf, scan, sheet
from tests.office.bureau import SCHOOL, Bureau, one_page
from tests.office.reading import read_arrival
from tests.refused import refused_with


def jobs_done(bureau: Bureau) -> Iterator[str]:
    """Work off the queue as its worker does, one job after the other; tell each."""
    from django_q.models import OrmQ

    broker = InOrder("rangkap")
    while jobs := broker.dequeue():
        ((key, _),) = jobs
        given = queue.read_job(OrmQ.objects.get(pk=key).payload).given
        read_job(bureau.session(), bureau.reader, given)
        broker.acknowledge(key)
        yield given


def test_a_short_letter_is_read_before_the_bundle_that_came_first(engine: str, bureau: Bureau) -> None:
    bundle = bureau.arrive(one_page("berkas tebal", 6))
    letter = bureau.arrive(one_page("surat", 2))
    order = []
    for given in jobs_done(bureau):
        order.append(given)
        if arrivals.get(letter.id).state == ArrivalState.READ:
            break
    assert arrivals.get(bundle.id).state == ArrivalState.NEW
    assert order[:2] == [bundle.id, letter.id]
    assert queue.waiting() == 2, "of one document two pages are queued, however many it has"
    rest = list(jobs_done(bureau))
    assert arrivals.get(bundle.id).state == ArrivalState.READ
    assert order.count(f"{letter.id}/2") == 1
    assert sorted(given for given in [*order, *rest] if given.startswith(f"{bundle.id}/")) == [
        f"{bundle.id}/{number}" for number in range(2, 7)
    ]
    assert PageReadRow.objects.count() == 0


def test_how_far_a_reading_is_stands_where_the_clerk_looks(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("tebal", 5))
    read_arrival(bureau.session(), bureau.reader, arrival.id, most=3)
    (row,) = find.todo(bureau.session())["arrivals"]
    assert (row["pages_read"], row["pages"], row["progress"]) == (3, 5, "halaman 3 dari 5 dibaca")
    assert "baru, halaman 3 dari 5 dibaca" in screen.todo(find.todo(bureau.session()), bureau.settings.zone)
    (hit,) = find.find(bureau.session(), "A-2026-0001")
    assert hit.plain["progress"] == "halaman 3 dari 5 dibaca"
    assert "halaman 3 dari 5 dibaca" in screen.found(hit.plain, bureau.settings.zone)
    read_arrival(bureau.session(), bureau.reader, arrival.id)
    (row,) = find.todo(bureau.session())["arrivals"]
    assert (row["state"], row["progress"]) == ("terbaca", "")


def test_a_kill_costs_the_page_at_hand_alone(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    arrival = bureau.arrive(one_page("tebal", 4))
    reads, asked = bureau.reader.read, []

    def dies(handle: int, progress: Any, only: int) -> Reading:
        asked.append(only)
        if asked == [1, 2, 3]:
            raise KeyboardInterrupt
        return reads(handle, progress, only)

    monkeypatch.setattr(bureau.reader, "read", dies)
    with pytest.raises(KeyboardInterrupt):
        read_arrival(bureau.session(), bureau.reader, arrival.id)
    boot.close()
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert asked == [1, 2, 3, 3, 4]
    assert [page.number for page in Reading.from_json(read.reading).pages] == [1, 2, 3, 4]


@pytest.mark.parametrize(("ends", "width"), [("kb", True), ("kkb", True), ("bb", False), ("bkb", False)])
def test_a_page_whose_reader_broke_once_is_read_again_however_often_a_worker_was_killed(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, ends: str, width: bool
) -> None:
    arrival = bureau.arrive(one_page("dua", 2))
    reads, left = bureau.reader.read, list(ends)

    def fails(handle: int, progress: Any, only: int) -> Reading:
        if only != 2 or not left:
            return reads(handle, progress, only)
        if left.pop(0) == "k":
            raise KeyboardInterrupt
        return _lost(2, "pembaca berhenti")

    monkeypatch.setattr(bureau.reader, "read", fails)
    for _ in range(ends.count("k")):
        with pytest.raises(KeyboardInterrupt):
            read_arrival(bureau.session(), bureau.reader, arrival.id)
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert not left
    assert [bool(page.width) for page in Reading.from_json(read.reading).pages] == [True, width]


def test_a_job_that_is_done_twice_is_done_once(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("tebal", 3))
    for _ in range(2):
        for given in (arrival.id, f"{arrival.id}/2", f"{arrival.id}/2", f"{arrival.id}/3", f"{arrival.id}/3"):
            read_job(bureau.session(), bureau.reader, given)
    read = arrivals.get(arrival.id)
    assert (read.state, read.pages, read.version) == (ArrivalState.READ, 3, arrival.version + 1)
    assert PageReadRow.objects.count() == 0
    read_job(bureau.session(), bureau.reader, "01ARZ3NDEKTSV4RRFFQ69G5FAV/4")


def test_a_kill_between_the_last_page_and_the_whole_is_made_good(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page("dua", 2))
    with monkeypatch.context() as patch:
        patch.setattr(
            "pipeline.office.answer.read._conclude", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert store.progress(arrival.id).is_whole
    read_job(bureau.session(), bureau.reader, f"{arrival.id}/2")
    assert arrivals.get(arrival.id).state == ArrivalState.READ


def test_what_the_queue_lost_is_queued_again_and_nothing_else(engine: str, bureau: Bureau) -> None:
    first = bureau.arrive(one_page("1", 4))
    second = bureau.arrive(one_page("2"))
    assert queue_unread() == 0, "both wait in the queue"
    read_arrival(bureau.session(), bureau.reader, first.id, most=2)
    InOrder("rangkap").purge_queue()
    assert queue_unread() == 2
    assert queue_unread() == 0
    assert queue.waiting_for() == {first.id, second.id}
    assert len(list(jobs_done(bureau))) >= 2
    assert {arrivals.get(arrival.id).state for arrival in (first, second)} == {ArrivalState.READ}
    assert queue_unread() == 0


def test_a_page_that_breaks_the_reader_is_marked_with_its_reason_and_the_rest_is_read(bureau: Bureau) -> None:
    out = io.BytesIO()
    with (
        pikepdf.open(io.BytesIO(pdf([scan(sheet("Surat dari kepala desa", points=14))]))) as made,
        pikepdf.open(io.BytesIO(hostile.flate_bomb())) as bomb,
    ):
        made.pages.append(bomb.pages[0])
        made.pages.append(made.pages[0])
        made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    arrival = bureau.arrive(out.getvalue())
    done = list(jobs_done(bureau))
    assert done.count(f"{arrival.id}/2") == 2, "tried once more, behind the others"
    assert done[-1] == f"{arrival.id}/2"
    read = arrivals.get(arrival.id)
    assert read.state == ArrivalState.READ
    assert "halaman 2 tidak terbaca, lihat kertasnya; Halaman 2 tidak dapat dibaca: " in read.note
    reading = Reading.from_json(read.reading)
    assert [bool(page.rows) for page in reading.pages] == [True, False, True]


def test_of_a_document_that_takes_far_too_long_the_rest_is_not_read(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page("berat", 5))
    reads, tried = bureau.reader.read, []

    def heavy(handle: int, progress: Any, only: int) -> Reading:
        reading = reads(handle, progress, only)
        bureau.reader.spent = 10.0 if only == 1 else 75.0
        tried.append(only)
        return reading

    monkeypatch.setattr(bureau.reader, "read", heavy)
    list(jobs_done(bureau))
    read = arrivals.get(arrival.id)
    assert tried == [1, 2, 3]
    assert read.state == ArrivalState.READ
    assert (
        "halaman 4, 5 tidak terbaca, lihat kertasnya; Halaman 4 tidak dapat dibaca: berkas ini" in read.note
    )
    assert PageReadRow.objects.count() == 0


def test_text_that_is_cut_is_told_to_the_clerk(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.intake.reading.MOST_ON_PAGE", 60)
    arrival = bureau.arrive(pdf([scan(sheet("Surat yang panjang\n\n" * 6, points=14))]))
    list(jobs_done(bureau))
    read = arrivals.get(arrival.id)
    assert CUT.format(page=1) in read.note
    assert len(Reading.from_json(read.reading).text) <= 60


def test_a_page_at_which_the_worker_always_dies_is_given_up(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page("tebal", 2))
    reads = bureau.reader.read

    def dies(handle: int, progress: Any, only: int) -> Reading:
        if only == 1:
            raise KeyboardInterrupt
        return reads(handle, progress, only)

    monkeypatch.setattr(bureau.reader, "read", dies)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            read_arrival(bureau.session(), bureau.reader, arrival.id)
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert read.state == ArrivalState.READ
    assert "pembaca berhenti 5 kali di halaman ini" in read.note


def test_a_missing_tool_counts_against_no_page(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arrival = bureau.arrive(one_page())
    with monkeypatch.context() as patch:
        patch.setenv("RANGKAP_TESSDATA", str(tmp_path))
        for _ in range(7):
            with refused_with("intake.no_language"):
                read_job(bureau.session(), bureau.reader, arrival.id)
    assert arrivals.get(arrival.id).state == ArrivalState.NEW
    assert read_arrival(bureau.session(), bureau.reader, arrival.id).state == ArrivalState.READ


def test_the_clerk_registers_with_what_is_read_so_far_and_the_rest_is_looked_at(bureau: Bureau) -> None:
    letter = scan(sheet("Nomor: 045/SD/XI/2026\n\nKepada Yth. Ketua P2TP2A\n\nHal: Permohonan\n", points=14))
    arrival = bureau.arrive(pdf([letter, scan(sheet("lampiran")), scan(sheet("lampiran dua"))]))
    read_arrival(bureau.session(), bureau.reader, arrival.id, most=1)
    assert "letter_number" in register.propose(bureau.session(), arrival)
    case = perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL)).case
    list(jobs_done(bureau))
    after = arrivals.get(arrival.id)
    assert (after.state, after.case, after.pages) == (ArrivalState.REGISTERED, case.number, 3)
    assert PageReadRow.objects.count() == 0
    assert f"{derivative.FOLDER}/surat-masuk-1.pdf" in {file.logical for file in cases.documents(case.number)}


def test_what_was_read_of_a_destroyed_letter_goes_with_it(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("tebal", 5))
    read_arrival(bureau.session(), bureau.reader, arrival.id, most=2)
    assert PageReadRow.objects.count() > 0
    ArrivalRow.objects.filter(pk=arrival.id).delete()  # as pipeline.records.erase does
    assert PageReadRow.objects.count() == 0


def test_a_word_document_is_laid_out_once_and_read_in_one_job(bureau: Bureau) -> None:
    arrival = bureau.arrive(hostile.docx())
    assert list(jobs_done(bureau)) == [arrival.id]
    read = arrivals.get(arrival.id)
    assert (read.state, read.pages) == (ArrivalState.READ, 1)
    assert "pendampingan" in read.reading
