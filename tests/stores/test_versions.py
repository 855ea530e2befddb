"""The versions of a bucket, holds on them and their end, on a real server."""

from __future__ import annotations

import logging
import traceback

import pytest

from pipeline.kernel.errors import NotDurable, RangkapError
from pipeline.stores.bucket import Bucket
from pipeline.stores.bucket_address import Key
from pipeline.stores.bucket_versions import BucketVersions
from pipeline.stores.errors import BadItemName, NoItem, StoreAway
from pipeline.stores.errors_versioned import ItemHeld, LockedForGood, MayNotErase
from pipeline.stores.versioned import (
    GOVERNANCE,
    Rule,
    Version,
    destroy,
    erase_all,
    held_of,
    need_gone,
    to_erase,
)
from tests.stores.go_between import Fault, GoBetween
from tools import s3

LIMIT = 1 << 20
Both = tuple[Bucket, BucketVersions]


@pytest.fixture
def locked(s3_server: s3.Server) -> Both:
    """A store in the bucket with object lock, and its versions."""
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    return store, s3.versions_of(s3_server.endpoint, store)


def names(found: list[Version]) -> list[tuple[str, bool, bool]]:
    return sorted((one.name, one.is_newest, one.is_marker) for one in found)


def test_what_was_replaced_and_removed_lies_below_until_it_is_erased(locked: Both) -> None:
    store, versions = locked
    mark = store.put_new("a/b", b"satu")
    store.replace("a/b", b"dua", mark)
    store.put_new("a/0=ocfl_1.1", b"lain")
    store.put_new("a/bc", b"bukan")
    store.remove("a/b")
    assert names(list(versions.versions("a/b"))) == [
        ("a/b", False, False), ("a/b", False, False), ("a/b", True, True), ("a/bc", True, False)
    ]  # fmt: skip
    destroy(versions, "a/b")
    assert [one.name for one in versions.versions("a/")] == ["a/0=ocfl_1.1", "a/bc"]
    destroy(versions, "a/b")
    destroy(versions, "a/0=ocfl_1.1")
    assert [one.name for one in store.items()] == ["a/bc"]


def test_what_tells_of_more_goes_last_and_nothing_that_had_gone_is_there_again(
    locked: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill after any of them leaves the item by which the next one knows that there is more to do."""
    store, versions = locked
    for name in ("a/v10/daftar", "a/v2/daftar", "a/z"):
        store.replace(name, b"dua", store.put_new(name, b"satu"))
    store.remove("a/z")
    real, seen = BucketVersions.erase, list[dict[str, bytes]]()

    def erase(self: BucketVersions, one: Version) -> None:
        seen.append({each.name: store.read(each.name, LIMIT).data for each in store.items()})
        real(self, one)

    monkeypatch.setattr(BucketVersions, "erase", erase)
    erase_all(versions, to_erase(versions, ["a/"]), last="a/v10/daftar")
    assert all("a/v10/daftar" in each for each in seen)
    assert {data for each in seen for data in each.values()} == {b"dua"}
    assert not any("a/z" in each for each in seen)
    need_gone(versions, ["a/"])
    store.put_new("a/b", b"satu")
    with pytest.raises(NotDurable):
        need_gone(versions, ["a/"])


def test_only_what_is_erased_goes_while_the_rule_of_the_bucket_locks_it(
    locked: Both, s3_server: s3.Server
) -> None:
    store, versions = locked
    assert versions.rule() == Rule(has_versions=True, has_lock=True, mode=GOVERNANCE, period=s3.LOCKED_DAYS)
    store.put_new("a/b", b"satu")
    (one,) = versions.versions("a/b")
    assert not s3.deletes(s3_server, store, one)
    assert versions.locked_until(one) == ""
    versions.erase(one)
    versions.erase(one)
    assert not list(versions.versions("a/b"))


def test_nothing_goes_while_a_hold_lies_on_any_version(locked: Both) -> None:
    store, versions = locked
    mark = store.put_new("a/b", b"satu")
    (first,) = versions.versions("a/b")
    versions.hold(first)
    versions.hold(first)
    mark = store.replace("a/b", b"dua", mark)  # a hold keeps nobody from a newer version
    assert store.read("a/b", LIMIT).mark == mark
    every = list(versions.versions("a/"))
    assert held_of(versions, every) == [one for one in every if one.id == first.id]
    for work in (
        lambda: destroy(versions, "a/b"),
        lambda: versions.erase(first),
        lambda: to_erase(versions, ["a/"]),
    ):
        with pytest.raises(ItemHeld) as raised:
            work()
        assert "a/b" in raised.value.text()
        assert list(versions.versions("a/")) == every
    versions.release(first)
    versions.release(first)
    assert not versions.is_held(first)
    destroy(versions, "a/b")
    assert not list(versions.versions("a/"))
    with pytest.raises((NoItem, StoreAway)):
        versions.hold(first)
    assert not versions.is_held(first)


def test_what_compliance_locks_is_told_with_its_day(locked: Both, s3_server: s3.Server) -> None:
    store, versions = locked
    one = s3.put_locked_for_good(s3_server, store, "a/b", days=1)
    assert versions.locked_until(one)
    for work in (lambda: destroy(versions, "a/b"), lambda: versions.erase(one)):
        with pytest.raises(LockedForGood) as raised:
            work()
        assert versions.locked_until(one)[:10] in raised.value.text()
    assert [each.id for each in versions.versions("a/b")] == [one.id]


def test_a_bucket_without_versions_gives_up_at_once(s3_server: s3.Server) -> None:
    store = s3.opened(s3_server.endpoint, s3.PLAIN)
    versions = s3.versions_of(s3_server.endpoint, store)
    assert versions.rule() == Rule(has_versions=False, has_lock=False)
    store.put_new("a/b", b"satu")
    (one,) = versions.versions("a/b")
    assert (one.is_newest, one.is_marker) == (True, False)
    assert not versions.is_held(one)
    assert versions.locked_until(one) == ""
    destroy(versions, "a/b")
    assert not list(versions.versions("a/"))
    assert not list(store.items())
    with pytest.raises(BadItemName):
        list(versions.versions("../a"))


def test_more_versions_than_a_page_are_listed_once(locked: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    store, versions = locked
    for name in ("a/1", "a/2", "a/b/1", "a/c"):
        store.replace(name, b"dua", store.put_new(name, b"satu"))
    store.remove("a/2")
    whole = list(versions.versions("a/"))
    assert len(whole) == 9
    monkeypatch.setattr("pipeline.stores.bucket_versions.PAGE", 2)
    paged = list(versions.versions("a/"))
    assert {(one.name, one.id) for one in paged} == {(one.name, one.id) for one in whole}
    assert len(paged) == 9


def test_a_key_without_the_right_is_told_so(s3_server: s3.Server) -> None:
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    store.put_new("a/b", b"satu")
    clerk = s3.versions_of(s3_server.endpoint, store, Key(s3.CLERK, s3.CLERKS_SECRET))
    (one,) = clerk.versions("a/b")
    with pytest.raises((MayNotErase, StoreAway)):
        clerk.erase(one)
    assert [each.id for each in clerk.versions("a/b")] == [one.id]


def test_what_the_server_says_is_not_passed_on(
    go_between: GoBetween, s3_server: s3.Server, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    for name in (
        "AWS_PROFILE",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_DEFAULT_REGION",
    ):
        monkeypatch.setenv(name, "lain")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    store.put_new("a/b", b"satu")
    (one,) = s3.versions_of(s3_server.endpoint, store).versions("a/b")
    wrong = Key(s3.NAME, "kata-yang-salah-4711")
    go_between.begin(Fault.REFUSED)
    doors = [
        s3.versions_of(s3_server.endpoint, store, wrong, tries=0),
        s3.versions_of(go_between.endpoint, store, tries=0),
        s3.versions_of("http://127.0.0.1:9", store, tries=0),
    ]
    for door in doors:
        for work in (
            door.rule,
            lambda door=door: list(door.versions("a/")),
            lambda door=door: door.hold(one),
            lambda door=door: door.is_held(one),
            lambda door=door: door.locked_until(one),
            lambda door=door: door.erase(one),
        ):
            with pytest.raises(RangkapError) as raised:
                work()
            assert isinstance(raised.value, StoreAway | MayNotErase)
            told = "".join([raised.value.text(), *traceback.format_exception(raised.value)])
            told = "".join(line for line in told.splitlines(keepends=True) if not line.startswith("    "))
            assert not [
                word
                for word in (wrong.secret, "GSX-9731", "Signature", door.address.endpoint)
                if word in told
            ]
    shown = "".join([*capfd.readouterr(), caplog.text, repr(doors)])
    assert wrong.secret not in shown
    assert "botocore" not in caplog.text


@pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.LOST_REQUEST, Fault.TWICE])
def test_a_hold_that_the_network_loses_or_repeats_is_there_once(
    go_between: GoBetween, s3_server: s3.Server, fault: Fault
) -> None:
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    store.put_new("a/b", b"satu")
    far = s3.versions_of(go_between.endpoint, store)
    (one,) = far.versions("a/b")
    for work, is_held in ((far.hold, True), (far.release, False)):
        go_between.begin(fault, 1)
        work(one)
        assert go_between.done == 1
        assert far.is_held(one) is is_held


def test_what_answers_in_the_place_of_the_server_is_not_believed(
    go_between: GoBetween, s3_server: s3.Server
) -> None:
    """A page that says yes to everything would else hide what is held and what is left."""
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    store.put_new("a/b", b"satu")
    far = s3.versions_of(go_between.endpoint, store, tries=0)
    (one,) = far.versions("a/b")
    assert far.has_lock()
    go_between.begin(Fault.PORTAL)
    for work in (
        far.rule,
        lambda: list(far.versions("a/")),
        lambda: far.hold(one),
        lambda: far.release(one),
        lambda: far.is_held(one),
        lambda: far.locked_until(one),
        lambda: far.erase(one),
    ):
        with pytest.raises(NotDurable):
            work()
    go_between.begin(Fault.NONE)
    assert [each.id for each in far.versions("a/b")] == [one.id]
