"""S6p: what others take for the same documents: ocfl-py, bagit, cp with sync, sha512sum."""

from __future__ import annotations

import logging
import random
import shutil
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bench.line import Line, Run, median, not_measured, plain
from pipeline.archive.deposit import NewFile, deposit
from pipeline.archive.layout import establish
from pipeline.archive.verify import verify

_SIZE = 1 << 20
_MOMENT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
_SYNCED, _LOOSE = "read back, fsynced, recoverable", "nothing synced"


def take(run: Run) -> Sequence[Line]:
    """File ``n`` objects of 1 MB, add a second document to each, and check them all: ours and others, in turns."""
    dice = random.Random(6)
    for number in range(run.n):
        for version in (1, 2):
            folder = run.room / "papers" / f"{number}" / f"v{version}"
            folder.mkdir(parents=True)
            for each in range(1, version + 1):
                paper = folder / f"surat-{each}.pdf"
                before = folder.parent / "v1" / paper.name
                paper.write_bytes(before.read_bytes() if before.is_file() else dice.randbytes(_SIZE))
    lines = [*_ours(run), *_copied(run)]
    if not (find_spec("ocfl") and find_spec("bagit")):
        return [*lines, not_measured("S6p", "ocfl-py and bagit", "ms", "", "they come with ./run test")]
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [*lines, *_ocfl(run), *_bags(run)]
    finally:
        logging.disable(logging.NOTSET)


def _papers(run: Run, version: int) -> Iterator[tuple[int, Path]]:
    return ((number, run.room / "papers" / f"{number}" / f"v{version}") for number in range(run.n))


def _ours(run: Run) -> Iterator[Line]:
    archive = run.room / "archive"
    establish(archive)
    for version, what in ((1, "create an object"), (2, "add a version")):
        took = []
        for number, folder in _papers(run, version):
            papers = [NewFile(f"surat-{version}.pdf", folder / f"surat-{version}.pdf")]
            case, operation = f"2026-{number + 1:04d}", f"bench-{number}-{version}"
            took.append(
                _ms(partial(deposit, archive, case, papers, b"{}", "bench", operation, _MOMENT, "arsip"))
            )
        yield plain("S6p", f"ours: {what}", median(took), "ms", _SYNCED)
    yield _checked(run, "ours: verify", lambda: verify(archive))
    files = [path for path in archive.rglob("*") if path.is_file()]
    yield _checked(
        run, "sha512sum, one process, the same files", partial(_run, "sha512sum", *map(str, files))
    )


def _copied(run: Run) -> Iterator[Line]:
    took = []
    for number, folder in _papers(run, 1):
        target = run.room / f"copy-{number}.pdf"
        source = folder / "surat-1.pdf"
        took.append(
            _ms(partial(_run, "sh", "-c", 'cp -- "$1" "$2" && sync -- "$2"', "sh", str(source), str(target)))
        )
    yield plain(
        "S6p", "cp and sync of one document", median(took), "ms", "two processes and a shell, no digest"
    )


def _ocfl(run: Run) -> Iterator[Line]:
    from ocfl.object import Object
    from ocfl.version_metadata import VersionMetadata

    told = VersionMetadata(message="bench", name="arsip", address="urn:rangkap:arsip")
    root = run.room / "ocfl"
    root.mkdir()
    create, add, validate = [], [], []
    for number in range(run.n):
        first, second = (str(run.room / "papers" / f"{number}" / f"v{version}") for version in (1, 2))
        where, one = str(root / f"{number}"), Object(identifier=f"2026-{number}")
        create.append(_ms(partial(one.create, first, metadata=told, objdir=where)))
        add.append(_ms(partial(Object().add_version_with_content, where, srcdir=second, metadata=told)))
        validate.append(_ms(partial(Object().validate, where)))
    yield plain("S6p", "ocfl-py: create an object", median(create), "ms", _LOOSE)
    yield plain("S6p", "ocfl-py: add a version", median(add), "ms", _LOOSE)
    yield plain("S6p", "ocfl-py: validate, one object", sum(validate) / run.n, "ms", "–")


def _bags(run: Run) -> Iterator[Line]:
    import bagit  # type: ignore[import-untyped]

    made, checked = [], []
    for number, folder in _papers(run, 2):
        place = run.room / "bags" / f"{number}"
        shutil.copytree(folder, place)
        made.append(_ms(partial(bagit.make_bag, str(place), checksums=["sha512"])))
        checked.append(_ms(bagit.Bag(str(place)).validate))
    yield plain("S6p", "bagit: make a bag of two documents in place", median(made), "ms", _LOOSE)
    yield plain("S6p", "bagit: validate, one bag", sum(checked) / run.n, "ms", "–")


def _checked(run: Run, what: str, work: Callable[[], object]) -> Line:
    return plain("S6p", f"{what}, one object", _ms(work) / run.n, "ms", "–")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)
