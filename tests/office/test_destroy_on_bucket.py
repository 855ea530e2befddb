"""What is lawful goes from a bucket, every byte; where the bucket keeps versions, nothing goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pytest

from pipeline.archive import opened
from pipeline.archive.finding import Kind
from pipeline.archive.on_store.archive import OnStore
from pipeline.office.base import filings
from pipeline.office.delivery import void_case
from pipeline.office.disposal import destroy
from pipeline.office.engine.perform import perform
from pipeline.office.overview import doctor, find
from pipeline.records import boot, cases, disposals
from pipeline.records.disposals import DisposalState
from tests.office import damage
from tests.office.bucket_home import store_of
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.retained import MINUTES, approved_list, carry_out, destroyed_list, later, propose
from tests.refused import refused_with
from tools import s3

TOLD = "Ia menelepon dari gudang kopi."


class Killed(BaseException):
    """A kill at a point of our choice."""


class Mortal:
    """A store of an office that is killed with one of its calls (of a name): before it was done, or after."""

    def __init__(self, inner: Any, calls: count[int], at: int, of: str) -> None:
        self.inner, self.calls, self.at, self.of = inner, calls, at, of

    def __getattr__(self, name: str) -> Callable[..., Any]:
        real = getattr(self.inner, name)

        def call(*given: Any) -> Any:
            is_hit = self.of in ("", name) and next(self.calls) == self.at
            if is_hit and self.at % 2 == 0:
                raise Killed
            result = real(*given)
            if is_hit:
                raise Killed
            return result

        return call


def archive_of(bureau: Bureau) -> OnStore:
    archive = bureau.session().archive
    assert isinstance(archive, OnStore)
    return archive


def killed_at(
    bureau: Bureau, patch: pytest.MonkeyPatch, at: int, work: Callable[[], object], of: str = ""
) -> bool:
    """Do ``work`` and kill it at its ``at``-th request (``of`` a name); tells whether it was. Odd ones were still done."""
    real, calls = archive_of(bureau), count()
    mortal = OnStore(Mortal(real.store, calls, at, of), real.place)
    with patch.context() as inner:
        inner.setattr(opened, "_in_bucket", lambda *_: mortal)
        try:
            work()
        except Killed:
            boot.close()
            return True
    return False


def items_of(bureau: Bureau) -> dict[str, bytes]:
    """Return all items of the office's bucket."""
    store = store_of(bureau)
    return {item.name: store.read(item.name, 1 << 24).data for item in store.items()}


def left_of(bureau: Bureau, name: str) -> list[str]:
    """Return the names of everything that is left of an object: its items, its lines, its room."""
    return [
        item
        for item in items_of(bureau)
        if name in (*item.split("/"), item.rpartition("/")[2].rpartition(".v")[0])
    ]


@pytest.fixture
def over(on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Ten years later: the first of two calls was voided then."""
    first = damage.call(on_bucket, TOLD)
    damage.call(on_bucket, "lain")
    perform(void_case.void_case, on_bucket.session(CHAIR), first.number, {"reason": "salah sambung"})
    return later(on_bucket, monkeypatch)


def test_no_byte_is_left_and_the_tombstone_proves_it(over: Bureau) -> None:
    first, second = cases.numbers()
    assert any(TOLD.encode() in data for data in items_of(over).values())
    assert left_of(over, first)
    done = destroyed_list(over)
    assert (done.state, done.minutes["number"]) == (DisposalState.DESTROYED, MINUTES.number)
    assert left_of(over, first) == []
    assert not any(TOLD.encode() in data for data in items_of(over).values())
    assert over.verify() == []
    (hit,) = find.find(over.session(CLERK), first)
    assert (hit.plain["state"], hit.plain["minutes"]["number"]) == ("dimusnahkan", MINUTES.number)
    damage.rebuilt(over)
    assert (over.verify(), cases.numbers()) == ([], [second])
    assert store_of(over).read(f"2026/{second}/v1/content/catatan-telepon.txt", 1 << 20).data


def _destroy(bureau: Bureau, disposal: str) -> None:
    carry_out(bureau.session(ARCHIVIST), disposal)


def _start(bureau: Bureau) -> None:
    """Start as every long-running door does."""
    session = bureau.session()
    assert [*filings.recover_all(session), *destroy.resume_pending(session)] == []


POINTS = [
    ("put_new", 3), ("put_new", 1), ("replace", 0), ("remove", 0), ("remove", 3), ("remove", 7), ("remove", 0),
    ("items", 1), ("remove", 0),
]  # fmt: skip
"""Where the office is killed, one after the other: filing the list, entering it, taking the room, removing, proving, leaving the room."""


@pytest.mark.parametrize("mend", ["start", "rebuild"])
def test_a_kill_between_any_two_requests_is_completed(
    over: Bureau, monkeypatch: pytest.MonkeyPatch, mend: str
) -> None:
    first, second = cases.numbers()
    disposal, whole = approved_list(over), left_of(over, first)
    left = []
    for place, (of, at) in enumerate(POINTS if mend == "start" else [("remove", 3)]):
        work = partial(_start, over) if place else partial(_destroy, over, disposal.id)
        assert killed_at(over, monkeypatch, at, work, of), (of, at)
        left.append(len(left_of(over, first)))
        if of == "remove" and left[-1] > 1:
            assert {finding.kind for finding in over.verify() if finding.case == first} == {Kind.TORN}
    assert left[-1] < len(whole), left
    if mend == "rebuild":
        damage.rebuilt(over)
    _start(over)
    assert disposals.get(disposal.id).state == DisposalState.DESTROYED
    assert left_of(over, first) == []
    assert over.verify() == []
    assert cases.numbers() == [second]


@pytest.mark.parametrize("on_bucket", [s3.LOCKED], indirect=True)
def test_an_archive_that_lies_in_a_bucket_with_versions_goes_on_but_nothing_is_destroyed(
    over: Bureau,
) -> None:
    (check,) = [row for row in doctor.home(over.settings) if row.what == "versi lama di bucket"]
    assert (check.ok, check.warning) == (True, True)
    before = items_of(over)
    with refused_with("stores.keeps_versions"):
        propose(over.session(ARCHIVIST))
    assert items_of(over) == before
    assert over.verify() == []


def test_no_archive_is_made_in_a_bucket_that_keeps_versions(s3_server: s3.Server) -> None:
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    with refused_with("stores.keeps_versions"):
        OnStore(store, store.place, store.need_fit, store.keeps_versions).establish()
    assert [*store.items()] == []
