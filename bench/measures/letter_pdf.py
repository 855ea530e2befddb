"""Letters to PDF: the first one of a process, with and without a kept profile, and many in one go beside soffice."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.home import CHECKOUT
from bench.line import Line, Run, at_most, plain
from pipeline.rendering.convert import to_pdf

_ONE = """
import sys, time
from pathlib import Path
from pipeline.rendering.convert import to_pdf
documents = [Path(one).read_bytes() for one in sys.argv[2:]]
begun = time.perf_counter()
to_pdf(documents, folder=Path(sys.argv[1]) if sys.argv[1] else None)
print(time.perf_counter() - begun)
"""


def lines(run: Run, letters: Sequence[bytes]) -> list[Line]:
    """Bring ``letters`` (two copies each) to PDF."""
    room, shelf = run.room / "pdf", run.room / "rak"
    room.mkdir()
    paths = [room / f"{number:04d}.docx" for number in range(len(letters))]
    for path, data in zip(paths, letters, strict=True):
        path.write_bytes(data)
    cold = _first(paths[:2], "")
    to_pdf(letters[:1], folder=shelf)
    kept = _first(paths[:2], str(shelf))
    begun = time.perf_counter()
    to_pdf(letters)
    ours = (time.perf_counter() - begun) / run.n
    theirs = _soffice(room, paths) / run.n
    count = f"{run.n} letters, {len(letters)} documents"
    against = f"soffice on the same files, plain PDF: {theirs:.2f} s a letter; {count} in one batch"
    label = "letters in two copies to PDF, wall for a letter"
    return [
        plain(
            "S5", "the first letter in two copies to PDF, nothing prepared: wall", cold, "s", "a new process"
        ),
        plain("S5", "the same with the profile kept: wall", kept, "s", "a new process"),
        at_most("S5", label, ours, "s", 0.3, against),
        plain("S5", f"{label}, beside soffice", ours / theirs, "×", against),
    ]


def _first(paths: Sequence[Path], shelf: str) -> float:
    """Return what a letter costs in a process of its own."""
    command = [sys.executable, "-P", "-c", _ONE, shelf, *map(str, paths)]
    done = subprocess.run(command, env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
                          capture_output=True, check=True)  # fmt: skip
    return float(done.stdout)


def _soffice(room: Path, paths: Sequence[Path]) -> float:
    command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "pdf"]
    begun = time.perf_counter()
    subprocess.run([*command, "--outdir", str(room), *map(str, paths)], capture_output=True, check=True)
    return time.perf_counter() - begun
