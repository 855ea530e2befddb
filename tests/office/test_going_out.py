"""The desk of step 13: what is to leave, by which safe ways; what left; which receipts are awaited; what is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.cases.delivery import Way
from pipeline.intake.reader import Reader
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors import NotYours
from pipeline.office.delivery import deliver, deliver_print, going_out
from pipeline.records import boot
from pipeline.records.errors import NotFound
from pipeline.records.models import AccessRow
from tests.office.bureau import ARCHIVIST, CLERK, OVERSEER, Bureau, copied, signed_pages
from tests.office.stages import FIRST, SENT, TO_SCHOOL

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def office(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """An office in which the answer of FIRST is filed and may leave."""
    yield Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    boot.close()


def board(desk: Desk) -> going_out.Board:
    return going_out.board(desk, *NOVEMBER)


def test_a_filed_answer_is_to_leave_by_its_safe_ways(office: Bureau) -> None:
    (one,) = board(office.desk(CLERK)).to_leave
    assert (one.case, one.letter, one.is_bound) == (FIRST, f"{FIRST}-1", True)
    assert Way.COURIER in one.ways
    assert board(office.desk(ARCHIVIST)).to_leave == (one,)
    with pytest.raises(NotYours):
        board(office.desk(OVERSEER))


def test_what_left_and_what_failed_and_what_arrived_stand_each_in_their_place(office: Bureau) -> None:
    desk = office.desk(CLERK)
    _, made = deliver_print.put_out(desk, FIRST, office.home / "var" / "cetak", SENT)
    (one,) = board(desk).on_the_way
    assert (one.sent_way, one.tried) == (SENT["way"], 0)
    failed = {"result": "belum berhasil", "way": SENT["way"], "failure": "tidak ada orang"}
    deliver.record(desk, FIRST, failed)
    (one,) = board(desk).to_leave
    assert one.tried == 1
    deliver.record(desk, FIRST, TO_SCHOOL)
    now = board(desk)
    assert now.to_leave == now.on_the_way == ()
    assert [each.sheet for each in now.receipts] == [each.sheet for each in now.over] == [one.sheet]
    with pytest.raises(NotFound):
        going_out.proof(desk, one.sheet)
    receipt = next(each for each in made if "tanda-terima" in each.name)
    office.receive(*signed_pages(receipt, 7))
    now = board(office.desk(CLERK))
    assert now.receipts == ()
    over, pages = going_out.proof(office.desk(CLERK), now.over[0].sheet)
    assert (over.scan != "", over.awaits, pages) == (True, False, 1)
    assert going_out.board(desk, date(2026, 10, 1), date(2026, 10, 31)).over == ()


def test_a_look_at_the_desk_is_written_down(office: Bureau) -> None:
    desk = office.desk(CLERK)
    before = AccessRow.objects.count()
    board(desk)
    assert AccessRow.objects.count() == before + 1
