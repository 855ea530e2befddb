"""What happens between two moments: races of two watchers, a half-written document, an archive with a hole."""

from typing import Any

import pytest

from demo.answers import registration
from pipeline.intake import arrival as on_disk
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.session import who
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.keeping.rebuild import rebuild
from pipeline.office.overview import receive
from pipeline.records import arrivals, boot, cases, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow, RepeatRow
from tests.office.bureau import (
    ARCHIVIST,
    CLERK,
    SCHOOL,
    USER,
    Bureau,
    one_page,
    pdf_of,
    signed_pages,
)
from tests.office.matched import match
from tests.office.reading import read_arrival
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

GHOST = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def batch_of(office: Bureau, *cases_and_copies: tuple[str, int]) -> bytes:
    """Return one scan of several signed copies."""
    return pdf_of(
        [
            page
            for case, copy in cases_and_copies
            for page in signed_pages(office.printed(case)[copy - 1], copy)
        ]
    )


def test_two_watchers_that_take_the_same_content_enter_it_once(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    glance = bureau.reader.glance
    turns = iter([True])

    def meanwhile(handle: int) -> Any:
        seen = glance(handle)
        if next(turns, False):
            bureau.receive(one_page())
        return seen

    monkeypatch.setattr(bureau.reader, "glance", meanwhile)
    bureau.receive(one_page())
    assert ArrivalRow.objects.count() == 1
    assert RepeatRow.objects.count() == 1
    assert on_disk.arrivals_on_disk(bureau.settings.arrivals) == (ArrivalRow.objects.get().id,)
    assert bureau.arrive(one_page("berikutnya")).agenda == "A-2026-0002"


def test_a_document_that_another_watcher_has_just_taken_away_is_passed_over(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive.on_disk, "arrivals_on_disk", lambda folder: (GHOST,))
    assert list(receive.recover(bureau.counter())) == []


def test_a_document_of_ours_half_written_by_a_kill_is_written_again(bureau: Bureau) -> None:
    staged = bureau.settings.arrivals / ".staging" / GHOST
    staged.mkdir(parents=True)
    (staged / on_disk.ORIGINAL).write_bytes(b"separuh")
    arrival = arrivals.Arrival(
        GHOST, "a" * 64, "b" * 128, 5, "phone", "catatan telepon", *[receive.clock.now()] * 2, "terbaca"
    )
    for _ in range(2):
        arrival_files.put(bureau.settings, arrival, b"utuh")
    assert arrival_files.path_of(bureau.settings, GHOST).read_bytes() == b"utuh"


def test_a_batch_registered_while_its_codes_were_looked_for_stays_the_letter_of_its_case(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = approved.settings.var / "keys" / "kode-1.key"
    data = batch_of(approved, (FIRST, 1), (FIRST, 2))
    key.rename(approved.home / "kunci")
    arrival = approved.arrive(data)
    (approved.home / "kunci").rename(key)
    reads = approved.reader.read

    def slow(handle: int, *how: Any) -> Any:
        result = reads(handle, *how)
        given = registration(SCHOOL) | {register.NOT_A_DUPLICATE: True}
        if result.pages[0].number == 1:
            perform(register.register_arrival, approved.session(), arrival.id, given)
        return result

    monkeypatch.setattr(approved.reader, "read", slow)
    read = read_arrival(approved.session(), approved.reader, arrival.id)
    assert (read.state, read.case) == (ArrivalState.REGISTERED, "2026-0003")
    assert "pindai salinan itu tersendiri" in read.note
    assert [copy.arrival for copy in letters.copies(f"{FIRST}-1")] == ["", ""]


def test_a_page_that_came_in_another_batch_already_is_noted_as_a_repeat(approved: Bureau) -> None:
    approved.receive(batch_of(approved, (FIRST, 1), (SECOND, 1)))
    known = {
        copy.arrival for number in (FIRST, SECOND) for copy in letters.copies(f"{number}-1") if copy.arrival
    }
    came = approved.receive(batch_of(approved, (FIRST, 1), (SECOND, 1), (SECOND, 2)))
    assert [(item.what, item.note) for item in came if item.what == "copy"] == [("copy", f"{SECOND}-1")]
    assert {row.arrival_id for row in RepeatRow.objects.all()} <= known
    assert cases.get(SECOND).state.value == "diarsipkan"
    assert approved.verify() == []


def test_a_print_that_was_set_aside_is_not_matched_by_hand_either(approved: Bureau) -> None:
    (came,) = approved.receive(approved.printed(FIRST)[0].read_bytes())
    code = letters.copies(f"{FIRST}-1")[0].code
    with refused_with("office.not_a_copy", match="belum ditandatangani"):
        match(approved.session(CLERK), came.arrival, code)


def test_an_archive_with_a_hole_is_not_rebuilt_into_a_register_with_a_hole(filed: Bureau) -> None:
    boot.close()
    filed.held.remove(f"2026/{SECOND}")
    with refused_with("office.rebuild_incomplete", match=SECOND):
        rebuild(filed.settings, who(filed.settings, USER, ARCHIVIST))
    filed.session()
    assert cases.numbers() == [FIRST, SECOND], "the old database is still in use"
