"""S16: the database of an office moves to a PostgreSQL server and back, every row carried and compared on both sides."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from bench.home import Home, new_home
from bench.line import Line, Run, plain
from bench.synthetic import archive_of
from pipeline.office.base.desk import who
from pipeline.office.keeping.migrate_database import Moved, migrate_database
from pipeline.office.keeping.rebuild import rebuild
from pipeline.records.relocation import mark
from tools.postgresql import running

_TITLES = {mark.SERVER: "SQLite → PostgreSQL", mark.FILE: "PostgreSQL → SQLite"}


def take(run: Run) -> Sequence[Line]:
    """Move the database of an office of ``n`` cases there and back."""
    lines: list[Line] = []
    with new_home(run.room) as home, running() as server:
        (case,) = home.register_calls(1)
        archive_of(home, case, 2, run.n)
        rebuild(home.settings, who(home.settings, home.user, "arsip"))
        address = server.address(server.new())
        for to in (mark.SERVER, mark.FILE):
            lines += _moved(home, run.n, to, address)
            for old in home.settings.var.glob("rangkap.db*") if to == mark.SERVER else ():
                old.unlink()
    return lines


def _moved(home: Home, cases: int, to: str, address: str) -> list[Line]:
    shares: dict[str, float] = {}
    begun, worked = time.perf_counter(), time.process_time()

    def told(part: str, _done: int, _total: int) -> None:
        shares[part] = time.perf_counter() - begun

    os.environ["RANGKAP_DATABASE"] = address
    try:
        done: Moved = migrate_database(home.settings, who(home.settings, home.user, "teknis"), to, told)
    finally:
        del os.environ["RANGKAP_DATABASE"]
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    rows = sum(done.tables.values())
    against = (
        f"{rows:,} rows of {cases:,} cases in {seconds:.2f} s: carried after {shares['salin']:.2f}, compared after "
        f"{shares['periksa']:.2f}; CPU {cpu:.2f} s"
    )
    return [plain("S16", f"{_TITLES[to]}: rows carried and compared", rows / seconds, "rows/s", against)]
