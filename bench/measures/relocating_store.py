"""S17: the archive of an office moves into a bucket and back, every byte compared, beside bare puts of the same bytes."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import obstore
from obstore.store import S3Store

from bench.home import Home, new_home
from bench.line import Line, Run, plain
from bench.synthetic import archive_of
from pipeline.archive.relocation import mark
from pipeline.archive.relocation.carry import WORKERS
from pipeline.office.base.desk import who
from pipeline.office.keeping.migrate_store import MovedStore, migrate_store
from pipeline.office.keeping.rebuild import rebuild
from tools import s3

_TITLES = {mark.BUCKET: "folder → bucket", mark.FOLDER: "bucket → folder"}
_LIMIT = 1 << 28


def take(run: Run) -> Sequence[Line]:
    """Move the archive of an office of ``n`` cases there and back; then put its items once more, without anything of ours."""
    lines: list[Line] = []
    with new_home(run.room) as home, s3.running() as server:
        (case,) = home.register_calls(1)
        archive_of(home, case, 2, run.n)
        rebuild(home.settings, who(home.settings, home.user, "arsip"))
        store = s3.opened(server.endpoint, s3.PLAIN)
        os.environ |= {"AWS_ACCESS_KEY_ID": s3.NAME, "AWS_SECRET_ACCESS_KEY": s3.SECRET}
        try:
            os.environ["RANGKAP_ARCHIVE"] = f"{store.place}?endpoint={server.endpoint}"
            there, seconds, line = _moved(home, run.n, mark.BUCKET)
            bare = _bare(server, {one.name: store.read(one.name, _LIMIT).data for one in store.items()})
            lines += [line, _beside(there, seconds, bare)]
            shutil.rmtree(home.settings.archive)
            home.settings.archive.mkdir(mode=0o700)
            lines.append(_moved(home, run.n, mark.FOLDER)[2])
        finally:
            for name in ("RANGKAP_ARCHIVE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
                del os.environ[name]
    return lines


def _moved(home: Home, cases: int, to: str) -> tuple[MovedStore, float, Line]:
    shares: dict[str, float] = {}
    begun, worked = time.perf_counter(), time.process_time()

    def told(part: str, _done: int, _total: int) -> None:
        shares[part] = time.perf_counter() - begun

    done = migrate_store(home.settings, who(home.settings, home.user, "teknis"), to, told)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    against = (
        f"{done.items:,} items of {cases:,} cases, {done.size / 1e6:.1f} MB, in {seconds:.2f} s: source checked after "
        f"{shares['asal']:.2f}, carried after {shares['salin']:.2f}, compared after {shares['periksa']:.2f}; CPU {cpu:.2f} s"
    )
    what = f"{_TITLES[to]}: items checked, carried and compared"
    return done, seconds, plain("S17", what, done.items / seconds, "items/s", against)


def _bare(server: s3.Server, items: dict[str, bytes]) -> float:
    """Put ``items`` as any program does, as many at a time as the move; returns the seconds."""
    other = S3Store(
        s3.PLAIN, prefix="telanjang", endpoint=server.endpoint, access_key_id=s3.NAME, secret_access_key=s3.SECRET,
        region="us-east-1", client_options={"allow_http": True},
    )  # fmt: skip
    begun = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as pool:
        for _ in pool.map(lambda one: obstore.put(other, *one), items.items()):
            pass
    return time.perf_counter() - begun


def _beside(done: MovedStore, seconds: float, bare: float) -> Line:
    against = (
        f"{done.items / bare:,.0f} items/s put bare, {WORKERS} at a time: {bare:.2f} s; ours {seconds:.2f} s"
    )
    return plain("S17", "the same beside bare puts of the same bytes: time", seconds / bare, "×", against)
