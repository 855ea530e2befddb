"""What a machine elsewhere wrote of pages is judged at the office: nothing of it stops the reading of a document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.intake.reading import Reading
from pipeline.office.arrivals.read_pages import so_far
from pipeline.office.signing.read import read_arrival, read_job
from pipeline.records import arrivals, read_pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.models import PageReadRow
from tests.office.bureau import Bureau, one_page

ENDLESS = 2147483647


def begun(bureau: Bureau) -> Arrival:
    """Return a letter of two pages, the first of which is read."""
    arrival = bureau.arrive(one_page("dua", 2))
    return read_arrival(bureau.desk(), bureau.reader, arrival.id, most=1)


def row(**changed: Any) -> None:
    """Change what is kept of the first page."""
    assert PageReadRow.objects.filter(number=1).update(**changed) == 1


def other(**changed: Any) -> str:
    """Return the reading of the first page with other parts."""
    return json.dumps(json.loads(PageReadRow.objects.get(number=1).reading) | changed)


def need_read(item: str) -> None:
    """See that both pages are read, each as itself."""
    read = arrivals.get(item)
    pages = Reading.from_json(read.reading).pages
    assert (read.state, [page.number for page in pages]) == (ArrivalState.READ, [1, 2])
    assert all(page.width for page in pages)
    assert PageReadRow.objects.count() == 0


def test_no_document_has_more_pages_than_were_counted(bureau: Bureau) -> None:
    arrival = begun(bureau)
    row(of=ENDLESS, begun=ENDLESS)
    PageReadRow.objects.create(arrival_id=arrival.id, number=ENDLESS, of=ENDLESS)
    read_job(bureau.desk(), bureau.reader, f"{arrival.id}/{ENDLESS}")
    read_job(bureau.desk(), bureau.reader, arrival.id)
    need_read(arrival.id)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: "",
        lambda: "{}",
        lambda: "[" * 100_000,
        lambda: other(pages=[]),
        lambda: other(problems=[1]),
        lambda: other(problems=["\0"]),
        lambda: other(problems=["\ud800"]),
        lambda: other(pages=[json.loads(other())["pages"][0] | {"number": 2}]),
        lambda: other(pages=[json.loads(other())["pages"][0] | {"rows": [[["a", [10**400, 0, 1, 1], 1]]]}]),
    ],
)
def test_a_page_whose_reading_is_none_is_read_here(bureau: Bureau, spoil: Any) -> None:
    arrival = begun(bureau)
    row(reading=spoil())
    assert "hasil bacaannya tidak dapat dipakai" in so_far(arrival.id).problems[0]
    read_job(bureau.desk(), bureau.reader, f"{arrival.id}/2")
    assert arrivals.get(arrival.id).state == ArrivalState.NEW
    read_job(bureau.desk(), bureau.reader, f"{arrival.id}/1")
    need_read(arrival.id)


def test_where_it_is_spoilt_again_and_again_the_rest_is_kept(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = begun(bureau)
    row(reading="[]")
    monkeypatch.setattr(read_pages, "reopen", lambda *_: None)
    read = read_arrival(bureau.desk(), bureau.reader, arrival.id, most=9)
    assert read.state == ArrivalState.READ
    assert "Halaman 1 tidak dapat dibaca: hasil bacaannya tidak dapat dipakai" in read.note
    assert [bool(page.width) for page in Reading.from_json(read.reading).pages] == [False, True]
