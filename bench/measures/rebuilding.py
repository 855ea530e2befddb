"""S12: the register is built again from the archive."""

import time
from collections.abc import Sequence

from bench.home import new_home
from bench.line import Line, Run, at_least, plain
from bench.synthetic import archive_of
from pipeline.office.base.session import who
from pipeline.office.keeping.rebuild import rebuild

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
        at_least("S12", "rebuild the register from the archive", run.n / seconds, "cases/s", 500,
                 f"{run.n:,} cases in {seconds:.2f} s, of which CPU {cpu:.2f} s: {run.n / cpu:,.0f} a second of it"),
        plain("S12", "one case registered and filed: wall", 1000 * registering, "ms", "–"),
    ]  # fmt: skip
