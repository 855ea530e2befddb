"""What the office holds back from destruction is held in its bucket, item by item, until the chair lifts it."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from pipeline.archive.archive import Holds
from pipeline.archive.finding import Kind
from pipeline.archive.on_store import removal
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.room import take_room
from pipeline.kernel import clock
from pipeline.office.base import file_away
from pipeline.office.delivery import void_case
from pipeline.office.disposal import destroy, dispose, hold
from pipeline.office.disposal.errors_dispose import DestructionPending, NoLonger
from pipeline.office.overview import bucket_fitness, watch
from pipeline.records import boot, cases, disposals, entries
from pipeline.records.disposals import DisposalState
from pipeline.stores.bucket_versions import BucketVersions
from pipeline.stores.errors import StoreAway
from pipeline.stores.versioned import COMPLIANCE, GOVERNANCE, Version, Versioned
from pipeline.web.texts.doctor import WORDS
from tests.office import damage
from tests.office.bucket_home import store_of
from tests.office.bureau import ARCHIVIST, CHAIR, Bureau
from tests.office.retained import APPROVAL, MINUTES, approved_list, later
from tests.office.test_destroy_on_bucket import archive_of, in_locked_bucket, killed_at, left_of
from tests.stores.go_between import between
from tools import s3


def below(bureau: Bureau) -> Versioned:
    found = archive_of(bureau).versioned
    assert found is not None
    return found


def newest(bureau: Bureau, case: str) -> list[Version]:
    return [one for one in below(bureau).versions(f"2026/{case}/") if one.is_newest]


@in_locked_bucket
def test_a_held_case_is_held_item_by_item_with_its_later_versions_until_it_is_lifted(
    on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (damage.call(on_bucket, text).number for text in ("satu", "dua"))
    archive = archive_of(on_bucket)
    assert archive.holds(first).held == ()
    hold.hold(on_bucket.desk(ARCHIVIST), first, "diminta pengadilan")
    held = archive.holds(first)
    assert (held.lacking, archive.holds(second).held) == ((), ())
    assert {f"2026/{first}/v2/inventory.json", f"2026/{first}/inventory.json", f"sums/2026/{first}.v2"} <= {
        *held.held
    }
    with boot.transact():
        file_away.begin(on_bucket.desk(), cases.get(first), "corrected", "Uji", [], clock.now())
    file_away.finish(on_bucket.desk(), first)
    after = archive.holds(first)
    assert (after.lacking, {*held.held} < {*after.held}) == ((), True)
    assert f"2026/{first}/v3/content/kasus.json" in after.held
    assert on_bucket.verify() == []
    # somebody with the key of the office lets go of one, and holds what nobody asked for
    one, other = newest(on_bucket, first)[2], newest(on_bucket, second)[0]
    below(on_bucket).release(one)
    below(on_bucket).hold(other)
    found = {each.case: each for each in on_bucket.verify()}
    assert [(found[case].kind, found[case].details) for case in (first, second)] == [
        (Kind.MISSING, (one.name,)), (Kind.UNEXPECTED, (other.name,))
    ]  # fmt: skip
    assert all("legal hold" in each.text(lang) for each in found.values() for lang in ("id", "en"))
    watch.start(on_bucket.desk())
    assert [each.case for each in on_bucket.verify()] == [second]
    below(on_bucket).release(other)
    assert on_bucket.verify() == []
    below(on_bucket).release(one)
    damage.rebuilt(on_bucket)  # whose history tells the hold
    assert archive_of(on_bucket).holds(first).lacking == ()
    assert on_bucket.verify() == []
    hold.hold(on_bucket.desk(CHAIR), first, "selesai", lift=True)
    assert archive.holds(first).held == ()
    assert on_bucket.verify() == []


@in_locked_bucket
def test_a_kill_leaves_no_item_without_its_hold_after_the_next_start(
    on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, halves = damage.call(on_bucket).number, []
    for at, is_lift in ((52, False), (58, True), (76, True), (58, False)):
        work = partial(hold.hold, reason="uji", lift=is_lift)
        assert killed_at(on_bucket, monkeypatch, at, lambda work=work: work(on_bucket.desk(CHAIR), number))
        now = archive_of(on_bucket).holds(number)
        halves.append(bool(now.held) and bool(now.lacking))
        assert entries.unfinished()
        assert on_bucket.verify() != []
        watch.start(on_bucket.desk())
        now = archive_of(on_bucket).holds(number)
        assert (now.held if is_lift else now.lacking) == ()
        if at == 58 and is_lift:
            hold.hold(on_bucket.desk(CHAIR), number, "uji")
    assert on_bucket.verify() == []
    assert (halves[0], halves[2:]) == (False, [True, True])


@in_locked_bucket
def test_what_is_held_in_the_bucket_alone_is_not_destroyed(
    on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = damage.call(on_bucket).number
    void_case.void(on_bucket.desk(CHAIR), first, "salah sambung")
    office = later(on_bucket, monkeypatch)
    one = approved_list(office)
    whole = left_of(office, s3_server, first)
    item = newest(office, first)[3]
    below(office).hold(item)
    with pytest.raises(NoLonger, match="legal hold"):
        destroy.destroy(office.desk(ARCHIVIST), one.id, MINUTES)
    assert disposals.get(one.id).state == DisposalState.APPROVED
    # held in the moment between the decision and the first request
    below(office).release(item)

    def held_now(*given: Any) -> str:
        below(office).hold(item)
        return take_room(*given)

    with monkeypatch.context() as patch:
        patch.setattr(removal, "take_room", held_now)
        with pytest.raises(DestructionPending, match="legal hold"):
            destroy.destroy(office.desk(ARCHIVIST), one.id, MINUTES)
    assert {*whole} <= {*left_of(office, s3_server, first)}
    below(office).release(item)
    destroy.destroy(office.desk(ARCHIVIST), one.id, MINUTES)
    assert left_of(office, s3_server, first) == []
    assert office.verify() == []
    assert cases.numbers() == []


@in_locked_bucket
def test_what_compliance_locks_is_refused_before_anything_is_decided(
    on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule of the bucket is GOVERNANCE by then: what was put under an earlier one stays locked until its day."""
    first = damage.call(on_bucket).number
    void_case.void(on_bucket.desk(CHAIR), first, "salah sambung")
    office = later(on_bucket, monkeypatch)
    one = dispose.propose(office.desk(ARCHIVIST))
    store, items = store_of(office), newest(office, first)
    s3.lock_for_good(s3_server, store, items[2], days=1)
    with pytest.raises(NoLonger, match="COMPLIANCE sampai 2037-01-06"):
        dispose.approve(office.desk(CHAIR), one.id, APPROVAL)
    assert disposals.get(one.id).state == DisposalState.PROPOSED
    monkeypatch.setenv("RANGKAP_CLOCK", "2037-01-08T09:00:00+07:00")  # its day is over
    dispose.approve(office.desk(CHAIR), one.id, APPROVAL)
    s3.lock_for_good(s3_server, store, items[3], days=1)
    whole = left_of(office, s3_server, first)
    with pytest.raises(NoLonger, match="COMPLIANCE sampai 2037-01-09"):
        destroy.destroy(office.desk(ARCHIVIST), one.id, MINUTES)
    assert disposals.get(one.id).state == DisposalState.APPROVED
    assert (cases.numbers(), left_of(office, s3_server, first)) == ([first], whole)
    dispose.withdraw(office.desk(ARCHIVIST), one.id, "terkunci")
    with pytest.raises(NoLonger, match="COMPLIANCE"):
        dispose.propose(office.desk(ARCHIVIST))
    other = damage.call(office, "lain").number
    void_case.void(office.desk(CHAIR), other, "salah sambung")
    monkeypatch.setenv("RANGKAP_CLOCK", "2047-02-08T09:00:00+07:00")
    s3.lock_for_good(s3_server, store, items[3], days=1)
    assert [each.case for each in dispose.propose(office.desk(ARCHIVIST)).cases] == [other]


@in_locked_bucket
def test_the_bucket_is_asked_before_the_transaction_and_the_database_again_within(
    on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever else works would wait for as long as a slow server takes to answer for every version."""
    first = damage.call(on_bucket).number
    void_case.void(on_bucket.desk(CHAIR), first, "salah sambung")
    office = later(on_bucket, monkeypatch)
    real, asked = BucketVersions._ask, list[tuple[str, bool]]()

    def ask(self: BucketVersions, call: str, **given: Any) -> dict[str, Any]:
        asked.append((call, transaction.get_connection().in_atomic_block))
        return real(self, call, **given)

    monkeypatch.setattr(BucketVersions, "_ask", ask)
    one = approved_list(office)
    real_holds = OnStore.holds

    def holds(self: OnStore, name: str) -> Holds:
        found = real_holds(self, name)
        hold.hold(office.desk(ARCHIVIST), first, "diminta pengadilan")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(OnStore, "holds", holds)
        with pytest.raises(NoLonger, match="ditangguhkan"):
            destroy.destroy(office.desk(ARCHIVIST), one.id, MINUTES)
    assert disposals.get(one.id).state == DisposalState.APPROVED
    hold.hold(office.desk(CHAIR), first, "selesai", lift=True)
    dispose.withdraw(office.desk(ARCHIVIST), one.id, "bertambah")
    asked.clear()
    destroy.destroy(office.desk(ARCHIVIST), approved_list(office).id, MINUTES)
    assert {"get_object_legal_hold", "get_object_retention"} <= {call for call, _ in asked}
    assert [call for call, is_within in asked if is_within] == []


@in_locked_bucket
def test_a_rule_that_would_forbid_lawful_destruction_is_told_and_refused(
    on_bucket: Bureau, s3_server: s3.Server
) -> None:
    def told() -> tuple[bool, bool, str]:
        (row,) = bucket_fitness.rows(on_bucket.settings)
        return row.ok, row.warning, row.found

    assert told() == (True, False, f"GOVERNANCE, {s3.LOCKED_DAYS} hari")
    try:
        s3.set_rule(s3_server, s3.LOCKED, "")
        assert told()[:2] == (False, True)
        s3.set_rule(s3_server, s3.LOCKED, COMPLIANCE, 1)
        assert told()[:2] == (False, False)
        with pytest.raises(Exception, match="COMPLIANCE") as raised:
            dispose.propose(on_bucket.desk(ARCHIVIST))
        assert getattr(raised.value, "code", "") == "archive.locked_by_rule"
        assert store_of(on_bucket).place in raised.value.text()
    finally:
        s3.set_rule(s3_server, s3.LOCKED, GOVERNANCE)


@in_locked_bucket
def test_a_right_that_the_key_lacks_is_named_by_doctor_and_verify(
    on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with between(s3_server.endpoint) as line:
        address = os.environ["RANGKAP_ARCHIVE"].replace(s3_server.endpoint, line.endpoint)
        monkeypatch.setenv("RANGKAP_ARCHIVE", address)
        assert [row.ok for row in bucket_fitness.rows(on_bucket.settings)] == [True]
        line.refused = dict.fromkeys(("versioning", "legal-hold"), (403, "AccessDenied"))
        (row,) = bucket_fitness.rows(on_bucket.settings)
        assert (row.ok, row.warning, row.found) == (
            False, False, "tidak ada: s3:GetBucketVersioning, s3:GetObjectLegalHold"
        )  # fmt: skip
        said = WORDS[f"doctor.{row.key}"]
        assert all("s3:GetObjectLegalHold" in said.fill(lang, **row.fields) for lang in ("id", "en"))
        with pytest.raises(StoreAway, match="s3:GetBucketVersioning"):
            on_bucket.verify()
