"""What is lawful goes from a bucket with versions and object lock, every version of every byte; what is held stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pytest

from pipeline.archive import opened
from pipeline.archive.finding import Kind
from pipeline.archive.on_store.archive import OnStore
from pipeline.office.arrivals import move_document
from pipeline.office.base import file_away
from pipeline.office.delivery import void_case
from pipeline.office.disposal import destroy, dispose, dispose_misfiled
from pipeline.office.disposal.dispose import Paper
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
    """A store, or its versions, of an office that is killed with one of their calls (of a name): before it was done, or after."""

    def __init__(self, inner: Any, calls: count[int], at: int, of: str) -> None:
        self.inner, self.calls, self.at, self.of = inner, calls, at, of

    def __getattr__(self, name: str) -> Callable[..., Any]:
        real = getattr(self.inner, name)

        def call(*given: Any) -> Any:
            is_hit = self.of in ("", name) and next(self.calls) == self.at
            if is_hit and self.at % 2 == 0:
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


def killed_at(
    bureau: Bureau, patch: pytest.MonkeyPatch, at: int, work: Callable[[], object], of: str = ""
) -> bool:
    """Do ``work`` and kill it at its ``at``-th request (``of`` a name); tells whether it was. Odd ones were still done."""
    real, calls = archive_of(bureau), count()
    mortal = OnStore(
        Mortal(real.store, calls, at, of),
        real.place,
        real.need_conditions,
        Mortal(real.versioned, calls, at, of),
    )
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
    """Ten years later: the first of two calls was voided then."""
    first = damage.call(on_bucket, TOLD)
    damage.call(on_bucket, "lain")
    void_case.void(on_bucket.desk(CHAIR), first.number, "salah sambung")
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


POINTS = [
    ("put_new", 3), ("put_new", 1), ("versions", 1), ("is_held", 5), ("locked_until", 4), ("erase", 0), ("erase", 3),
    ("erase", 7), ("versions", 2), ("erase", 0), ("erase", 1),
]  # fmt: skip
"""Where the office is killed, one after the other: filing the list, entering it, taking the room, removing, proving, leaving the room."""


@in_locked_bucket
@pytest.mark.parametrize("mend", ["start", "rebuild"])
def test_a_kill_between_any_two_requests_is_completed(
    over: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch, mend: str
) -> None:
    first, second = cases.numbers()
    one, whole = approved_list(over), left_of(over, s3_server, first)
    left = []
    for place, (of, at) in enumerate(POINTS if mend == "start" else [("erase", 3)]):
        work = partial(_start, over) if place else partial(_destroy, over, one.id)
        assert killed_at(over, monkeypatch, at, work, of), (of, at)
        left.append(len(left_of(over, s3_server, first)))
        if of == "erase" and left[-1] > 1:
            assert {each.kind for each in over.verify() if each.case == first} == {Kind.TORN}
    assert 1 < left[-1] < len(whole) if mend == "rebuild" else 1 < left[7] < left[6] < len(whole), left
    if mend == "rebuild":
        damage.rebuilt(over)
    _start(over)
    assert disposals.get(one.id).state == DisposalState.DESTROYED
    assert left_of(over, s3_server, first) == []
    assert over.verify() == []
    assert cases.numbers() == [second]


@in_locked_bucket
@pytest.mark.parametrize("of", ["", "erase"])
def test_the_bytes_of_a_misfiled_document_go_with_their_object(
    on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch, of: str
) -> None:
    first, second = (damage.call(on_bucket, text).number for text in (TOLD, "lain"))
    desk = on_bucket.desk(CLERK)
    move_document.move(
        desk, move_document.plan(desk, first, "catatan-telepon.txt", second, void=True), "salah"
    )
    one = dispose_misfiled.propose(on_bucket.desk(ARCHIVIST))
    day = on_bucket.desk(CHAIR).today
    dispose.approve(on_bucket.desk(CHAIR), one.id, Paper("900/1/2026", day))
    bytes_before = s3.every_byte(s3_server, store_of(on_bucket))
    assert (
        len(
            [
                name
                for (name, _), data in bytes_before.items()
                if name.startswith(f"2026/{first}/v1/content/catatan")
            ]
        )
        == 1
    )

    def work() -> None:
        destroy.destroy(on_bucket.desk(ARCHIVIST), one.id, Paper("BA/1/2026", day))

    if of:
        assert killed_at(on_bucket, monkeypatch, 5, work, of)
        assert Kind.TORN in {each.kind for each in on_bucket.verify()}
        _start(on_bucket)
    else:
        work()
    assert disposals.get(one.id).state == DisposalState.DESTROYED
    assert left_of(on_bucket, s3_server, first) == []
    assert archive_of(on_bucket).object_of(first) == f"{first}.2"
    held = [
        name
        for (name, _) in s3.every_byte(s3_server, store_of(on_bucket))
        if name.endswith("catatan-telepon.txt")
    ]
    assert not [name for name in held if name.startswith(f"2026/{first}")]
    assert on_bucket.verify() == []
    damage.rebuilt(on_bucket)
    assert on_bucket.verify() == []
