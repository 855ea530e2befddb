"""A hold ends otherwise than by its lifting, or was never in the bucket: the bucket follows what the office says, and verify is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.archive.finding import Kind
from pipeline.office.base.desk import who
from pipeline.office.cases import crisis
from pipeline.office.delivery import close, merge
from pipeline.office.disposal import hold
from pipeline.office.keeping import upgrade
from pipeline.records import boot
from tests.office import damage, older
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CHECKOUT, USER, Bureau
from tests.office.test_destroy_on_bucket import archive_of, in_locked_bucket
from tests.office.test_holds_on_bucket import below, newest

TO_POLICE = damage.CALL_ENDED | {
    "outcome": "pindah ke SOP krisis", "outcome_place": "Kepolisian Resor Barito Utara", "outcome_wish": "",
}  # fmt: skip


@in_locked_bucket
def test_a_hold_that_ends_otherwise_than_by_its_lifting_is_let_go_with_those_merged_into_the_case(
    on_bucket: Bureau,
) -> None:
    first, second = (damage.call(on_bucket, text).number for text in ("satu", "dua"))
    chair, archive = on_bucket.desk(CHAIR), archive_of(on_bucket)

    def held() -> list[bool]:
        """Tell which of both are held; whole, if at all."""
        every = [archive.holds(one) for one in (first, second)]
        assert all(not one.held or not one.lacking for one in every)
        assert on_bucket.verify() == []
        return [bool(one.held) for one in every]

    merge.merge(chair, merge.plan(chair, second, first), "satu perkara")
    crisis.declare(chair, first, "terlapor mendatangi rumahnya")
    crisis.take(chair, first)
    close.close(chair, first, TO_POLICE)
    assert held() == [True, True]
    close.reopen(chair, first, "polisi mengembalikannya")
    assert held() == [False, False]
    close.close(chair, first, damage.CALL_ENDED)
    assert held() == [False, False]
    hold.hold(chair, first, "diminta pengadilan")
    assert held() == [True, True]
    merge.part(chair, second, "ternyata lain")
    assert held() == [True, False]
    # what somebody else holds stays where no filing ends a hold of the office
    below(on_bucket).hold(one := newest(on_bucket, second)[1])
    close.close(chair, second, damage.CALL_ENDED)
    assert [(each.kind, each.details) for each in on_bucket.verify()] == [(Kind.UNEXPECTED, (one.name,))]


@in_locked_bucket
@pytest.mark.usefixtures("on_file")
def test_a_home_from_before_there_were_holds_is_upgraded(on_bucket: Bureau, tmp_path: Path) -> None:
    number, settings = damage.call(on_bucket).number, on_bucket.settings
    hold.hold(on_bucket.desk(ARCHIVIST), number, "diminta pengadilan")
    archive_of(on_bucket).release(number)
    boot.close()
    older.make(settings, "0012_joined 000000000000")
    upgrade.upgrade(settings, who(settings, USER, ADMIN), CHECKOUT, str(tmp_path / "usb"))
    found = archive_of(on_bucket).holds(number)
    assert (found.lacking, bool(found.held)) == ((), True)
    assert on_bucket.verify() == []
