"""Letters that are scanned in one go, with separator sheets between them: each is entered by itself, and no page is lost."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from pipeline.kernel.ids import SEPARATOR as SAID
from pipeline.letters import separators as drawn
from pipeline.office.arrivals import arrival_files, scans
from pipeline.office.arrivals.scans import SEPARATOR, filled, parts_of
from pipeline.office.base.errors import NotYours
from pipeline.office.papers import separators
from pipeline.office.signing.read import read_arrival
from pipeline.records import arrivals
from pipeline.records.arrivals import Arrival, ArrivalState
from tests.office.bureau import ARCHIVIST, Bureau, pdf_of, scanned
from tests.office.bureau import signed_pages as signed
from tests.office.stages import FIRST

BLANK = scanned(Image.new("L", (1654, 2339), 255))


def sheet(paper: str = "A4", turn: int = 0) -> bytes:
    """Return a separator sheet as a scanner gives it."""
    with pypdfium2.PdfDocument(drawn.pdf_of(1, paper)) as document:
        return scanned(document[0].render(scale=200 / 72).to_pil().rotate(turn, expand=True))


def page(said: str) -> bytes:
    """Return the scan of a page with a few lines of its own."""
    picture = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(picture)
    for line in range(12):
        pen.text((200, 250 + 60 * line), f"{said} baris {line}", fill=0, font_size=40)
    return scanned(picture)


def _parts(whole: Arrival) -> list[tuple[str, int, str]]:
    found = sorted(arrivals.parts_of(whole.id), key=lambda one: one.parent_pages)
    return [(one.parent_pages, one.pages, one.state) for one in found]


def _pages_of(bureau: Bureau, arrival: str) -> int:
    with pypdfium2.PdfDocument(arrival_files.path_of(bureau.settings, arrival)) as document:
        return len(document)


def test_a_batch_becomes_as_many_letters_as_it_has(bureau: Bureau) -> None:
    batch = [page("satu"), sheet(), BLANK, page("dua"), page("dua lagi"), sheet("F4", 180), page("tiga")]
    (came,) = bureau.receive(pdf_of(batch))
    whole = read_arrival(bureau.desk(), bureau.reader, came.arrival)
    assert whole.state == ArrivalState.SPLIT
    assert _parts(whole) == [("1-1", 1, "baru"), ("4-5", 2, "baru"), ("7-7", 1, "baru")]
    agenda = [one.agenda for one in sorted(arrivals.parts_of(whole.id), key=lambda one: one.parent_pages)]
    assert agenda == ["A-2026-0001", "A-2026-0002", "A-2026-0003"]
    assert _pages_of(bureau, whole.id) == 7, "the scan as it came keeps every page"
    for part in arrivals.parts_of(whole.id):
        assert read_arrival(bureau.desk(), bureau.reader, part.id).state == ArrivalState.READ
    assert len(arrivals.parts_of(whole.id)) == 3
    assert bureau.receive(pdf_of(batch))[0].what == "repeat"


def test_a_sheet_on_top_is_seen_when_the_batch_comes_in(bureau: Bureau) -> None:
    came = bureau.receive(pdf_of([sheet(turn=90), page("satu"), sheet(), page("dua")]))
    assert [one.what for one in came] == ["agenda", "agenda"]
    (whole,) = arrivals.listed(ArrivalState.SPLIT)
    assert _parts(whole) == [("2-2", 1, "baru"), ("4-4", 1, "baru")]


def test_a_sheet_before_or_behind_one_letter_is_left_out_of_it(bureau: Bureau) -> None:
    (came,) = bureau.receive(pdf_of([page("satu"), page("dua"), sheet()]))
    whole = read_arrival(bureau.desk(), bureau.reader, came.arrival)
    assert (whole.state, _parts(whole)) == (ArrivalState.SPLIT, [("1-2", 2, "baru")])


def test_sheets_alone_come_in_as_a_letter_does_and_are_not_lost(bureau: Bureau) -> None:
    (came,) = bureau.receive(pdf_of([sheet(), BLANK, sheet()]))
    assert came.what == "agenda"
    read = read_arrival(bureau.desk(), bureau.reader, came.arrival)
    assert read.state == ArrivalState.READ
    assert arrivals.parts_of(read.id) == []


def test_a_letter_and_signed_copies_in_one_batch_go_their_own_ways(approved: Bureau) -> None:
    first, second = (signed(path, seed) for seed, path in enumerate(approved.printed(FIRST)))
    came = approved.receive(pdf_of([*first, sheet(), page("surat lain"), sheet(), *second]))
    assert sorted(one.what for one in came) == ["agenda", "copy", "copy"]
    assert approved.verify() == []


def test_where_sheets_stand_says_what_belongs_together() -> None:
    cut = SEPARATOR
    assert filled([cut, None, cut], [False, True, False]) == [None, None, None]
    codes = filled([None, None, cut, None, None], [False, True, False, True, False])
    assert [(one.first, one.last) for one in parts_of(codes)] == [(1, 2), (5, 5)]
    assert [one.ranges for one in parts_of([cut, None, None, cut, cut, None])] == [((2, 3),), ((6, 6),)]
    assert scans.is_in_parts(parts_of([None, cut]), [None, cut])
    assert not scans.is_in_parts(parts_of([None, None]), [None, None])


def test_the_sheets_say_nothing_but_that_they_part() -> None:
    with pypdfium2.PdfDocument(drawn.pdf_of(3, "F4")) as document:
        assert len(document) == 3
        assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [215, 330]
        said = document[0].get_textpage().get_text_range()
    assert "LEMBAR PEMISAH" in said
    assert SAID == "P2:PISAH"


def test_they_are_printed_by_whoever_prints(bureau: Bureau, tmp_path: Path) -> None:
    with pytest.raises(NotYours):
        separators.sheets(bureau.desk(ARCHIVIST))
    assert separators.put(bureau.desk(), tmp_path).read_bytes() == separators.sheets(bureau.desk())
