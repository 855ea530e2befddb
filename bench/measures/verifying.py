"""S7: verify reads the whole archive, beside two ``sha512sum`` processes over the same files."""

import os
import random
import subprocess
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.line import Line, Run, at_least, median, plain
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.layout import establish
from pipeline.archive.verify import verify

_PAPERS, _SIZE, _ROUNDS = 4, 640 << 10, 9
_MOMENT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def take(run: Run) -> Sequence[Line]:
    """Verify ``n`` cases of four scans of 640 KB, nine times in turn with ``sha512sum``; medians."""
    archive = run.room / "archive"
    establish(archive)
    dice = random.Random(7)
    for number in range(1, run.n + 1):
        scans = [NewFile(f"surat-{paper}.pdf", dice.randbytes(_SIZE)) for paper in range(_PAPERS)]
        case = f"2026-{number:04d}"
        deposit(archive, NewVersion(case, scans, b"{}", "bench", f"bench-{number}", _MOMENT, "arsip"))
    files = [path for path in archive.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        theirs.append(_sha512sum(files))
        begun = time.perf_counter()
        if verify(archive):
            raise AssertionError("the archive of the benchmark is damaged")
        ours.append(time.perf_counter() - begun)
    speed, measure = size / median(ours) / 1e6, size / median(theirs) / 1e6
    against = (
        f"sha512sum, two processes: {measure:.0f} MB/s; {len(files)} files, {size / 1e6:.0f} MB, in memory"
    )
    return [
        plain("S7", "verify the archive", speed, "MB/s", against),
        at_least("S7", "verify beside sha512sum", speed / measure, "×", 0.8, against),
    ]


def _sha512sum(files: Sequence[Path]) -> float:
    """Return how long two processes need, each for every second file."""
    begun = time.perf_counter()
    both = [
        subprocess.Popen(["xargs", "-0", "sha512sum"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    for turn, process in enumerate(both):
        assert process.stdin is not None
        process.stdin.write(b"\0".join(map(os.fsencode, files[turn::2])))
        process.stdin.close()
    for process in both:
        if process.wait():
            raise OSError("sha512sum failed")
    return time.perf_counter() - begun
