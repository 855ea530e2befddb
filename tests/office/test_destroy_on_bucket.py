"""What is lawful goes from a bucket with versions and object lock, every version of every byte; what is held stays."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from pipeline.archive import opened
from pipeline.archive.finding import Kind
from pipeline.archive.on_store.archive import OnStore
from pipeline.office.base import file_away
from pipeline.office.delivery import close
from pipeline.office.disposal import destroy
from pipeline.office.overview import find
from pipeline.records import boot, cases, disposals
from pipeline.records.disposals import DisposalState
from tests.office import damage
from tests.office.bucket_home import store_of
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.retained import MINUTES, approved_list, destroyed_list, later
from tools import s3

TOLD = "Ia menelepon dari gudang kopi."


class Killed(BaseException):
    """A kill at a point of our choice."""


class Mortal:
    """A store, or its versions, of an office that is killed with one of their calls: before it was done, or after."""

    def __init__(self, inner: Any, calls: count[int], at: int, *, is_done: bool) -> None:
        self.inner, self.calls, self.at, self.is_done = inner, calls, at, is_done

    def __getattr__(self, name: str) -> Callable[..., Any]:
        real = getattr(self.inner, name)

        def call(*given: Any) -> Any:
            is_hit = next(self.calls) == self.at
            if is_hit and not self.is_done:
                raise Killed
            found = real(*given)
            if is_hit:
                raise Killed
            return found

        return call


def archive_of(bureau: Bureau) -> OnStore:
    archive = bureau.desk().archive
    assert isinstance(archive, OnStore)
    return archive


def killed_at(bureau: Bureau, patch: pytest.MonkeyPatch, at: int, work: Callable[[], object]) -> bool:
    """Do ``work`` and kill it at its ``at``-th request; tells whether it was killed. Odd requests were still done."""
    real, calls = archive_of(bureau), count()
    mortal = OnStore(
        Mortal(real.store, calls, at, is_done=at % 2 == 1), real.place, real.need_conditions,
        Mortal(real.versioned, calls, at, is_done=at % 2 == 1),
    )  # fmt: skip
    with patch.context() as inner:
        inner.setattr(opened, "_in_bucket", lambda *_: mortal)
        try:
            work()
        except Killed:
            boot.close()
            return True
    return False


def left_of(bureau: Bureau, server: s3.Server, name: str) -> list[str]:
    """Return the names of everything below that is left of an object: versions, markers, its room."""
    found = s3.versions_of(server.endpoint, store_of(bureau)).versions("")
    return [
        one.name
        for one in found
        if name in (*one.name.split("/"), one.name.rpartition("/")[2].rpartition(".v")[0])
    ]


in_locked_bucket = pytest.mark.parametrize("on_bucket", [s3.LOCKED], indirect=True)


@pytest.fixture
def over(on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Ten years later: the first of two calls was closed then."""
    first = damage.call(on_bucket, TOLD)
    damage.call(on_bucket, "lain")
    close.close(on_bucket.desk(CHAIR), first.number, damage.CALL_ENDED)
    return later(on_bucket, monkeypatch)


@in_locked_bucket
def test_no_version_of_any_byte_is_left_and_the_tombstone_proves_it(
    over: Bureau, s3_server: s3.Server
) -> None:
    first, second = cases.numbers()
    store = store_of(over)
    assert any(TOLD.encode() in data for data in s3.every_byte(s3_server, store).values())
    assert left_of(over, s3_server, first)
    done = destroyed_list(over)
    assert (done.state, done.minutes["number"]) == (DisposalState.DESTROYED, MINUTES.number)
    assert left_of(over, s3_server, first) == []
    assert not any(TOLD.encode() in data for data in s3.every_byte(s3_server, store).values())
    assert over.verify() == []
    (found,) = find.find(over.desk(CLERK), first)
    assert (found.plain["state"], found.plain["minutes"]["number"]) == ("dimusnahkan", MINUTES.number)
    damage.rebuilt(over)
    assert (over.verify(), cases.numbers()) == ([], [second])
    assert store.read(f"2026/{second}/v1/content/catatan-telepon.txt", 1 << 20).data


def _destroy(bureau: Bureau, disposal: str) -> None:
    destroy.destroy(bureau.desk(ARCHIVIST), disposal, MINUTES)


def _start(bureau: Bureau) -> None:
    """Start as every long-running door does."""
    desk = bureau.desk()
    assert [*file_away.recover_all(desk), *destroy.settle(desk)] == []


@in_locked_bucket
@pytest.mark.parametrize("mend", ["start", pytest.param("rebuild", marks=pytest.mark.slow)])
def test_a_kill_between_any_two_requests_is_completed(
    over: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch, mend: str
) -> None:
    first, second = cases.numbers()
    one, whole = approved_list(over), left_of(over, s3_server, first)
    assert killed_at(over, monkeypatch, 41, lambda: _destroy(over, one.id))
    torn = 0
    for at in [13, 30, *range(42, 200, 4)]:
        if not killed_at(over, monkeypatch, at, lambda: _start(over)):
            break
        if 0 < len(left_of(over, s3_server, first)) < len(whole):
            torn += 1
            assert {each.kind for each in over.verify() if each.case == first} == {Kind.TORN}
            if mend == "rebuild":
                damage.rebuilt(over)
                break
    assert torn
    _start(over)
    assert disposals.get(one.id).state == DisposalState.DESTROYED
    assert left_of(over, s3_server, first) == []
    assert over.verify() == []
    assert cases.numbers() == [second]
