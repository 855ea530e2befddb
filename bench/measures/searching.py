"""S9: words in many documents, the newest first, with all that a reader may not see left out; beside ripgrep over the texts."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from bench.home import new_home
from bench.line import Line, Run, at_most, median, not_measured, percentile, plain
from bench.synthetic import rows_of
from bench.texts import letters, mix
from pipeline.kernel import clock
from pipeline.lookup import access
from pipeline.office.base.session import Session
from pipeline.office.overview import look_up
from pipeline.office.overview.look_up import Asked
from pipeline.records import boot, history, texts
from pipeline.records.texts import TextKind

_EACH, _PORTION, _CASES = 30, 2000, 2000
_LIMIT = 100
_FIRST = date(2021, 1, 4)
_GREPPED = 8


def take(run: Run) -> Sequence[Line]:
    """Ask 120 questions of four kinds of ``n`` documents that lie in some 2,000 cases; some of these are hidden."""
    with new_home(run.room) as home:
        (case,) = home.register_calls(1)
        rows_of(case.number, 2, _CASES)
        for number in range(3, 43):
            history.note(
                clock.now(),
                home.session("ketua").actor,
                access.RECORDED,
                None,
                f"2026-{number:04d}",
                "petugas",
            )
        begun = time.perf_counter()
        spent = time.process_time()
        files = _entered(run.n, run.room / "teks")
        spent = 1000 * (time.process_time() - spent) / run.n
        entered = 1000 * (time.perf_counter() - begun) / run.n
        size = sum(path.stat().st_size for path in home.settings.var.glob("rangkap.db*"))
        lines = list(_measured(home.session("petugas"), run.n, files))
    about = f"{run.n:,} documents, CPU {spent:.2f} ms; database {size / 1e9:.2f} GB"
    return [*lines, plain("S9", "a document entered into the index", entered, "ms", about)]


def _entered(count: int, folder: Path) -> Path:
    """Enter ``count`` texts, and lay them into files by the thousand for the yardstick; return their folder."""
    folder.mkdir()
    source = letters(9).texts(count)
    number = 0
    while portion := list(islice(source, _PORTION)):
        rows = []
        for text in portion:
            number += 1
            day = _FIRST + timedelta(days=number * 2000 // count)
            case = f"2026-{1 + number % _CASES:04d}"
            rows.append((TextKind.TRANSCRIPT, f"{number:0128d}", day, text, case, "catatan-telepon.txt"))
        with boot.transact():
            texts.put_all(rows)
        (folder / f"{number}.txt").write_text("\n".join(portion), "utf-8")
    return folder


def _measured(session: Session, count: int, files: Path) -> Iterator[Line]:
    asked = mix(letters(9), _EACH)
    taken: dict[str, list[float]] = {}
    with boot.transact():  # the commit of the access log apart, as in S8
        look_up.look_up(session, Asked("pemanasan"))
        spent = []
        for kind, words in asked:
            begun = time.process_time()
            taken.setdefault(kind, []).append(_clock(partial(look_up.look_up, session, Asked(words))))
            spent.append(1000 * (time.process_time() - begun))
    every = [duration for some in taken.values() for duration in some]
    among = f"among {count:,} documents"
    load = f"CPU {median(spent):.1f} ms, 95th {percentile(spent):.1f}; load {os.getloadavg()[0]:.1f}"
    yield at_most("S9", f"search {among}, 95th percentile", 1000 * percentile(every), "ms", _LIMIT, load)
    for kind, some in taken.items():
        yield plain("S9", f"{kind} words {among}, median; 95th", 1000 * median(some), "ms",
                    f"95th: {1000 * percentile(some):.1f} ms")  # fmt: skip
    yield _ripgrep(asked, files)


def _ripgrep(asked: Sequence[tuple[str, str]], files: Path) -> Line:
    name, program = "ripgrep over the same texts, median", shutil.which("rg")
    if program is None:
        return not_measured("S9", name, "ms", "", "ripgrep is not installed")
    words = [query.split()[0] for _, query in asked[:_GREPPED]]
    times = [_clock(partial(_grepped, program, word, files)) for word in words]
    return plain("S9", name, 1000 * median(times), "ms", f"{len(words)} words; no order, no rights, no stems")


def _grepped(program: str, word: str, files: Path) -> None:
    subprocess.run([program, "-c", "-i", "-F", word, str(files)], capture_output=True, check=False)


def _clock(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
