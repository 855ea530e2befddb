"""One object goes from a bucket, or stays whole: what is decided by its room and its newest inventory."""

import pytest

from pipeline.archive.finding import Kind
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.places import room_of
from pipeline.stores.bucket import Bucket
from tests.archive.filing import CASE
from tests.archive.on_stores import LIMIT, filing, whole
from tests.refused import refused_with
from tools import s3


@pytest.fixture
def archive(s3_server: s3.Server) -> OnStore:
    """An archive with one object of two versions."""
    store = s3.opened(s3_server.endpoint, s3.PLAIN)
    made = OnStore(store, store.place, store.need_fit, store.keeps_versions)
    made.establish()
    for number in (1, 2):
        made.deposit(filing(number))
    return made


def room(archive: OnStore) -> bytes:
    return archive.store.read(room_of(CASE), LIMIT).data


def test_another_version_than_the_one_decided_upon_stays_and_its_room_is_free(archive: OnStore) -> None:
    before = whole(archive.store)
    with refused_with("archive.not_as_listed"):
        archive.destroy(CASE, archive.inventory_sha512(CASE, 1), "M-2037-01")
    assert whole(archive.store) == before
    assert room(archive) == b""
    assert archive.verify() == []


def test_an_operation_at_work_comes_first_and_one_that_is_done_holds_nobody_up(archive: OnStore) -> None:
    mark = archive.store.read(room_of(CASE), LIMIT).mark
    mark = archive.store.replace(room_of(CASE), b"op-3", mark)
    digest = archive.digest_of(CASE)
    with refused_with("archive.room_taken", match="op-3"):
        archive.destroy(CASE, digest, "M-2037-01")
    assert archive.digest_of(CASE) == digest
    archive.store.replace(room_of(CASE), b"op-2", mark)
    assert archive.destroy(CASE, digest, "M-2037-01")
    assert not archive.destroy(CASE, digest, "M-2037-01")
    assert not [item for item in archive.store.items() if CASE in item.name]
    assert archive.verify() == []


def test_who_is_alone_leaves_a_begun_destruction_to_who_decided_it(archive: OnStore) -> None:
    mark = archive.store.read(room_of(CASE), LIMIT).mark
    archive.store.replace(room_of(CASE), b"musnah:M-2037-01", mark)
    archive.store.remove(f"2026/{CASE}/inventory.json")
    before = whole(archive.store)
    assert archive.recover_alone() == []
    assert whole(archive.store) == before
    assert [finding.kind for finding in archive.verify()] == [Kind.TORN]
    assert archive.destroy(CASE, archive.digest_of(CASE), "M-2037-01")
    assert archive.verify() == []


def test_what_is_being_removed_is_torn_from_the_first_request_to_the_last(
    archive: OnStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, torn = Bucket.remove, list[tuple[Kind, ...]]()

    def remove(self: Bucket, name: str) -> None:
        real(self, name)
        if archive.head_of(CASE) is not None and CASE in name:
            torn.append(tuple(finding.kind for finding in archive.verify()))

    monkeypatch.setattr(Bucket, "remove", remove)
    assert archive.destroy(CASE, archive.digest_of(CASE), "M-2037-01")
    assert len(torn) > 5
    assert {*torn} == {(Kind.TORN,)}
    assert archive.verify() == []
