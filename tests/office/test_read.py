"""Reading: what comes of an arrival that can be read, cannot be read, or proves to be a copy of ours."""

from typing import Any

import pytest

from demo.answers import registration
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.scans import new_reader
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import look_up
from pipeline.records import arrivals
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import HistoryRow
from tests.intake.papers import pdf, scan, sheet
from tests.intake.test_read_on_top import FILLED, by_pypdf
from tests.office.bureau import SCHOOL, Bureau, one_page, pdf_of, signed_pages
from tests.office.reading import read_arrival
from tests.office.stages import FIRST

DANGER = """\
Kepada Yth. Ketua P2TP2A

Malam tadi suami saya mengancam akan membunuh saya dengan pisau.
Saya takut pulang ke rumah. Mohon pertolongan segera.
"""


def test_a_letter_is_read_once_and_its_words_of_danger_lift_it(bureau: Bureau) -> None:
    calm = bureau.arrive(one_page("biasa"))
    arrival = bureau.arrive(pdf([scan(sheet(DANGER, points=14))]))
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert (read.state, read.pages) == (ArrivalState.READ, 1)
    assert "membunuh" in read.reading
    assert read.danger
    assert [arrival.id for arrival in register.waiting(bureau.session())] == [read.id, calm.id]
    assert read_arrival(bureau.session(), bureau.reader, arrival.id) == read, "twice is once"
    assert arrival_files.row_of(bureau.settings, arrival.id) is not None


def test_words_of_danger_in_a_field_of_a_form_lift_it_and_are_found(bureau: Bureau) -> None:
    arrival = bureau.arrive(by_pypdf(FILLED | {"kronologi": DANGER}, with_looks=False))
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert read.danger
    (line,) = look_up.look_up(bureau.session(), look_up.Asked("pisau")).lines
    assert line.agenda == read.agenda


def test_a_letter_that_cannot_be_read_waits_all_the_same(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page())

    def heavy(handle: int, *_: object) -> None:
        raise SandboxFailed("kernel.sandbox_out_of_memory", megabytes=1024)

    monkeypatch.setattr(bureau.reader, "read", heavy)
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert read.state == ArrivalState.UNREADABLE
    assert read.note
    assert register.pick(bureau.session(), None).id == arrival.id
    case = perform(register.register_arrival, bureau.session(), read.id, registration(SCHOOL)).case
    assert case.number == FIRST


def test_a_letter_whose_bytes_are_gone_is_told(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    arrival_files.path_of(bureau.settings, arrival.id).unlink()
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert (read.state, "tidak ada atau berubah" in read.note) == (ArrivalState.UNREADABLE, True)


def test_a_letter_registered_while_it_was_read_stays_registered(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page())
    reads = bureau.reader.read

    def slow(handle: int, *how: Any) -> object:
        perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL))
        return reads(handle, *how)

    monkeypatch.setattr(bureau.reader, "read", slow)
    read = read_arrival(bureau.session(), bureau.reader, arrival.id)
    assert (read.state, read.case, read.pages) == (ArrivalState.REGISTERED, FIRST, 1)


def test_the_reader_of_an_office_keeps_its_limits(bureau: Bureau) -> None:
    bureau.change("# batas_halaman = 500", "batas_halaman = 1")
    arrival = bureau.arrive(one_page("dua halaman", 1))
    with new_reader(bureau.settings) as reader:
        assert read_arrival(bureau.session(), reader, arrival.id).state == ArrivalState.READ
        bureau.reader = reader
        assert [arrival.what for arrival in bureau.receive(one_page("tiga halaman", 3))] == ["refused"]


def test_copies_whose_codes_were_found_late_strike_the_row_of_the_mail_log(approved: Bureau) -> None:
    paths = approved.printed(FIRST)
    batch = pdf_of([page for number, path in enumerate(paths) for page in signed_pages(path, number)])
    key = approved.settings.var / "keys" / "kode-1.key"
    key.rename(approved.home / "kunci")
    (came,) = approved.receive(batch)
    (approved.home / "kunci").rename(key)
    assert (came.what, came.agenda) == ("agenda", "A-2026-0003")
    read = read_arrival(approved.session(), approved.reader, came.arrival)
    assert (read.state, read.agenda) == (ArrivalState.SPLIT, "A-2026-0003")
    assert read.struck == "memuat salinan surat kantor sendiri"
    states = [(arrival.state, arrival.parent_pages) for arrival in arrivals.parts_of(read.id)]
    assert {state for state, _ in states} == {ArrivalState.FILED}
    act = HistoryRow.objects.get(verb="split")
    assert act.subject == read.id
    before = approved.held.files()
    assert read_arrival(approved.session(), approved.reader, came.arrival) == read
    assert approved.held.files() == before
    assert approved.verify() == []
