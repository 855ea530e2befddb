"""S8n: earlier cases of the same people, and somebody by name, found by the index of sounds; beside reading every case."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from bench.home import new_home
from bench.line import Line, Run, at_most, median, percentile, plain
from bench.names import Names, asked, cases
from pipeline.cases.earlier import meetings
from pipeline.cases.values import Values, from_plain
from pipeline.office.base.desk import Desk
from pipeline.office.cases import earlier
from pipeline.records import boot
from pipeline.records import cases as store
from pipeline.records.models import CaseRow

_STEPS = (1000, 10_000, 100_000)
_ASKED, _PORTION = 60, 500
_LIMIT = 100


def take(run: Run) -> Sequence[Line]:
    """Look for the people of 60 complaints, and for 60 names, among 1,000 cases, 10,000 and so on up to ``n``."""
    names, done, lines = Names(8), 0, list[Line]()
    with new_home(run.room) as home:
        desk, sought = home.desk("petugas"), asked(Names(9), _ASKED)
        for count in sorted({*(one for one in _STEPS if one < run.n), run.n}):
            begun = time.perf_counter()
            _enter(names, done + 1, count)
            each = 1000 * (time.perf_counter() - begun) / (count - done)
            done = count
            lines += _measured(
                desk, sought, count, each, home.settings.var.joinpath("rangkap.db").stat().st_size
            )
    return lines


def _enter(names: Names, first: int, last: int) -> None:
    made = cases(names, first, last)
    while portion := list(islice(made, _PORTION)):
        with boot.transact():
            store.restore((one, 1, ()) for one in portion)


def _measured(desk: Desk, sought: Sequence[Values], count: int, each: float, size: int) -> Iterator[Line]:
    with boot.transact():
        complaints = [_clock(partial(earlier.look, desk, values)) for values in sought]
        named = [_clock(partial(earlier.find, desk, str(values["victim_name"]))) for values in sought]
        begun = time.process_time()
        for values in sought:
            earlier.look(desk, values)
        spent = 1000 * (time.process_time() - begun) / len(sought)
    scanned = _clock(lambda: _scan(sought[0]))
    among = f"among {count:,} cases"
    yield at_most("S8n", f"people of a complaint {among}, median", median(complaints), "ms", _LIMIT,
                  f"CPU {spent:,.0f} ms; every case read: {scanned:,.0f} ms")  # fmt: skip
    yield plain("S8n", f"people of a complaint {among}, p95", percentile(complaints), "ms", "–")
    yield at_most("S8n", f"a name {among}, median", median(named), "ms", _LIMIT, "–")
    yield plain("S8n", f"a name {among}, p95", percentile(named), "ms", "–")
    yield plain(
        "S8n", f"one case entered with its people {among}", each, "ms", f"database {size / 2**20:,.0f} MB"
    )


def _scan(values: Values) -> int:
    """Compare with every case, as without an index; returns in how many somebody was found."""
    rows = CaseRow.objects.order_by("-pk").values_list("value", flat=True).iterator(chunk_size=_PORTION)
    return sum(bool(meetings(values, from_plain(json.loads(plain)["values"]))) for plain in rows)


def _clock(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)
