"""Filing to a bucket beside the raw puts of the same bytes, and beside a folder: real S3 server on this machine, in turns."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import obstore
from obstore.store import S3Store

from bench.growth.figures import Figure
from bench.growth.place import Place
from bench.line import median, plain
from pipeline.archive import deposit as in_folder
from pipeline.archive.deposit import NewFile
from pipeline.archive.layout import establish
from pipeline.archive.on_store import filing, places
from pipeline.stores.bucket import Bucket
from pipeline.stores.store import MOST
from tools import s3

_SIZE = 640 << 10
_MOMENT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
_STEPS = (("first version: scan and case", 1), ("second version: signed copy", 2))


def take(place: Place) -> Iterator[Figure]:
    """File ``cases`` cases with two versions of one scan of 640 KB each, in turns with the puts and the folder."""
    with s3.running() as server:
        store, raw = s3.opened(server.endpoint, s3.PLAIN), _raw(server.endpoint)
        folder = place.room / "archive"
        places.establish(store)
        establish(folder)
        turns = _Turns(store, raw, folder, random.Random(3))
        for number in range(1, place.cases + 2):
            turns.take(number, is_counted=number > 1)
        for what, version in _STEPS:
            yield from _figures(place, what, version, turns.taken[version])


@dataclass
class _Turns:
    """The three that take turns: our archive in the bucket, the bucket without us, our archive in a folder."""

    store: Bucket
    raw: S3Store
    folder: Path
    dice: random.Random
    taken: dict[int, list[tuple[float, ...]]] = field(default_factory=lambda: {1: [], 2: []})

    def take(self, number: int, *, is_counted: bool) -> None:
        """File one case with its versions; the first one of all is to warm up."""
        case, known = f"2026-{number:04d}", set[str]()
        for _, version in _STEPS:
            given = _given(case, version, self.dice)
            ours = _clock(partial(filing.deposit, self.store, *given))
            items = [one.name for one in self.store.items() if case in one.name and one.name not in known]
            known |= set(items)
            puts = _clock(partial(self._put, {name: self.store.read(name, MOST).data for name in items}))
            kept = _clock(partial(in_folder.deposit, self.folder, *given, reserve=0))
            if is_counted:
                self.taken[version].append((*ours, *puts, *kept, len(items)))

    def _put(self, items: dict[str, bytes]) -> None:
        for name, data in items.items():
            obstore.put(self.raw, name, data)


def _given(case: str, version: int, dice: random.Random) -> tuple[Any, ...]:
    files = [NewFile(f"surat-{version}.pdf", dice.randbytes(_SIZE))]
    return case, files, b'{"n": %d}' % version, "tahap", f"op-{case}-{version}", _MOMENT, "arsip"


def _figures(place: Place, what: str, version: int, taken: list[tuple[float, ...]]) -> Iterator[Figure]:
    wall, cpu, puts, puts_cpu, kept, _, items = (median(each) for each in zip(*taken, strict=True))
    about = f"{what}; {items:.0f} items, {_SIZE >> 10} KB and lists; medians of {len(taken)}"
    key = f"bucket-{version}"
    yield place.figure(key, plain("S6", "file in a bucket beside its raw puts: wall", wall / puts, "×",
                       f"{about}; {1000 * wall:.1f} and {1000 * puts:.1f} ms"))  # fmt: skip
    yield place.figure(f"{key}-cpu", plain("S6", "the same: CPU of the office", cpu / puts_cpu, "×",
                       f"{about}; {1000 * cpu:.1f} and {1000 * puts_cpu:.1f} ms"))  # fmt: skip
    yield place.figure(f"{key}-folder", plain("S6", "file in a bucket beside a folder: wall", wall / kept, "×",
                       f"{about}; folder {1000 * kept:.1f} ms"))  # fmt: skip


def _raw(endpoint: str) -> S3Store:
    """Return the bucket without anything of ours: no condition, no digest of the bytes, nothing read back."""
    return S3Store(
        s3.PLAIN, prefix=f"mentah-{os.getpid()}",
        config={"endpoint": endpoint, "region": "us-east-1", "access_key_id": s3.NAME, "secret_access_key": s3.SECRET,
                "virtual_hosted_style_request": False},
        client_options={"allow_http": True, "timeout": timedelta(seconds=20)},
    )  # fmt: skip


def _clock(work: Callable[[], object]) -> tuple[float, float]:
    begun, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - spent
