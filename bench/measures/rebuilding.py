"""S12: the register is built again from the archive; S7c: an archive of many cases is checked with its register."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.home import new_home
from bench.line import Line, Run, at_least, plain
from bench.synthetic import archive_of
from pipeline.office.base.desk import who
from pipeline.office.keeping.rebuild import rebuild
from pipeline.office.keeping.reconcile import check

_REGISTERED = 20


def take(run: Run) -> Sequence[Line]:
    """Rebuild the database from an archive of ``n`` cases; at most twenty of them are registered by the product."""
    with new_home(run.room) as home:
        begun = time.perf_counter()
        calls = home.register_calls(min(_REGISTERED, run.n))
        registering = (time.perf_counter() - begun) / len(calls)
        archive_of(home, calls[0], len(calls) + 1, run.n)
        actor = who(home.settings, home.user, "arsip")
        begun, worked = time.perf_counter(), time.process_time()
        rebuild(home.settings, actor)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    return [
        at_least("S12", "rebuild the register from the archive", run.n / seconds, "cases/s", 1000,
                 f"{run.n:,} cases in {seconds:.2f} s, of which CPU {cpu:.2f} s: {run.n / cpu:,.0f} a second of it"),
        plain("S12", "one case registered and filed: wall", 1000 * registering, "ms", "–"),
    ]  # fmt: skip


def whole(run: Run) -> Sequence[Line]:
    """Check an archive of ``n`` cases with its register and its database, as the nightly check does."""
    with new_home(run.room) as home:
        (case,) = home.register_calls(1)
        archive_of(home, case, 2, run.n)
        rebuild(home.settings, who(home.settings, home.user, "arsip"))
        begun, worked = time.perf_counter(), time.process_time()
        done = check(home.desk("arsip"))
        seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
        bad = [
            one for one in done.findings if "arrivals" not in one.path
        ]  # copies have no file in var/arrivals
        if bad:
            raise AssertionError(f"the archive of the benchmark is damaged: {bad[0]}")
    against = f"{done.size / 1e6:.0f} MB, {done.entries:,} entries; CPU {cpu:.1f} s"
    return [
        plain("S7c", f"check of {run.n:,} cases with register and database", seconds, "s", against),
        plain("S7c", "the same for one case", 1000 * seconds / run.n, "ms", against),
    ]
