"""S6: a signed PDF is filed, beside the least that makes a copy durable."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import img2pdf

from bench.home import Home, new_home
from bench.line import Line, Run, at_most, plain
from bench.papers import numbered, office, papers
from bench.processes import Meter
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.files import digest_file
from pipeline.office.base import filings
from pipeline.office.base.dossier import Paper
from pipeline.records import boot, cases, entries


def take(run: Run) -> Sequence[Line]:
    """File one PDF of a page into each of ``n`` cases, in turn with the floor and the archive alone."""
    whole, archive, floor = (Meter(alone=True) for _ in range(3))
    with new_home(run.room) as home:
        scan = office(papers(1)[0])
        size = 0
        for number, case in enumerate(home.register_calls(run.n + 1)):
            path = home.settings.var / "arrivals" / f"signed-{number}.pdf"
            path.write_bytes(img2pdf.convert([numbered(scan, number)]))
            size = path.stat().st_size
            if not number:
                _file(home, case, path, Meter(alone=True))  # imports and templates; not counted
                continue
            _file(home, case, path, whole)
            with floor:
                _copy(path, home.settings.archive / f".floor-{number}")
            with archive:
                _deposit(home, case, path)
    n = run.n
    least = f"copy, sha512, fsync, rename, fsync of the folder: {size // 1024} KB"
    wall = f"{least}; {1000 * floor.spent.wall / n:.2f} ms"
    inside = f"of the floor; CPU {archive.spent.cpu / floor.spent.cpu:.1f} ×"
    return [
        at_most("S6", "file a signed PDF, with its entry in the register: wall",
                whole.spent.wall / floor.spent.wall, "×", 10, f"{wall}; ours {1000 * whole.spent.wall / n:.2f} ms"),
        plain("S6", "the archive's part of it: wall", archive.spent.wall / floor.spent.wall, "×", inside),
    ]  # fmt: skip


def _file(home: Home, case: Case, path: Path, meter: Meter) -> None:
    """Begin a filing as a step does, then carry it out under the meter."""
    session = home.session("arsip")
    paper = Paper(
        "salinan-2-ttd.pdf",
        path.relative_to(home.settings.home).as_posix(),
        digest_file(path),
        path.stat().st_size,
    )
    with boot.transact():
        filings.begin(
            session, cases.get(case.number), "signed", "salinan bertanda tangan", [paper], clock.now()
        )
    (intent,) = entries.unfinished(case.number)
    with meter:
        filings.complete_one(session, intent)


def _deposit(home: Home, case: Case, path: Path) -> None:
    """File the same bytes into a case of the archive that the register knows nothing of."""
    other = f"{case.number[:4]}-{5000 + int(case.number[5:])}"
    files = [NewFile("salinan-2-ttd.pdf", path, None)]
    version = NewVersion(other, files, b"{}", "salinan", f"bench-{other}", clock.now(), "arsip")
    deposit(home.settings.archive, version)


def _copy(source: Path, target: Path) -> None:
    data = source.read_bytes()
    hashlib.sha512(data).hexdigest()
    staged = target.with_name(f"{target.name}.tmp")
    handle = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)
    staged.rename(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
