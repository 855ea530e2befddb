"""DOCX → PDF (PDF/A-2b) by LibreOffice, PDF → page pictures by pdfium; both isolated.

LibreOffice runs without network, with a profile of its own that is thrown away; what a document
links to outside is not there. A fresh profile costs more than a letter, so one is made beforehand, out of a
document of ours, and copied into each run. Large batches go in chunks, two at a time; a document
that stops LibreOffice is found by halving and takes no other with it. The output is opened and
counted before it is used.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut, isolation, run
from pipeline.kernel.walls import MIB, Limits
from pipeline.rendering import maker
from pipeline.rendering.errors import NoRenderer, NotPictured, NotRendered
from pipeline.rendering.parcel import pack, unpack
from pipeline.rendering.shelf import Shelf
from pipeline.rendering.trial import DOCUMENT

CHUNK, SMALL = 24, 6
"""Documents that one run takes at most; up to how many are not worth a second run beside the first."""
_SIDE_BY_SIDE = min(2, os.cpu_count() or 1)
_OFFICE = Limits(memory=4096 * MIB, cpu=60, wall=90.0, scratch=512 * MIB)
_FURTHER = 4.0
"""Further seconds for each further document of a run."""
_PICTURES = Limits(memory=1024 * MIB, cpu=60, wall=90.0)
_PROFILE = b"profile"
_warm: dict[bytes, bytes] = {}


def to_pdf(
    documents: Sequence[bytes],
    *,
    accept_risk: bool = False,
    folder: Path | None = None,
    is_kept: bool = True,
    wall: float = 0.0,
) -> list[bytes]:
    """Return each of the DOCX ``documents`` as PDF/A-2b.

    With ``folder`` (as ``var/pdf``) what was made once is taken from there, and what is made now ``is_kept`` there;
    ``wall`` are the seconds that a run may take, if not the usual ones. Raises :class:`NoRenderer`,
    :class:`NotRendered` (names the document by its place, from 1), and what
    :func:`pipeline.kernel.sandbox.run` raises; the other documents then stand in ``folder``.
    """
    results = each_to_pdf(documents, accept_risk=accept_risk, folder=folder, is_kept=is_kept, wall=wall)
    for one in results:
        if isinstance(one, RangkapError):
            raise one
    return [one for one in results if isinstance(one, bytes)]


def each_to_pdf(
    documents: Sequence[bytes],
    *,
    accept_risk: bool = False,
    folder: Path | None = None,
    is_kept: bool = True,
    wall: float = 0.0,
) -> list[bytes | RangkapError]:
    """Return for each of the ``documents`` its PDF, or why there is none; one bad document spoils no other.

    Raises :class:`NoRenderer` and :class:`pipeline.kernel.sandbox.NoIsolation`.
    """
    if not documents:
        return []
    if shutil.which("soffice") is None:
        raise NoRenderer
    looks = None if folder is None else maker.looks()
    shelf = None if folder is None or looks is None else Shelf(folder, looks)
    found = {one: None if shelf is None else shelf.get(one) for one in documents}
    wanted = [one for one, made in found.items() if made is None]
    results: dict[bytes, bytes | RangkapError] = {
        one: made for one, made in found.items() if made is not None
    }
    for one, made in zip(wanted, _all(wanted, folder, accept_risk=accept_risk, wall=wall), strict=True):
        results[one] = made
        if shelf is not None and is_kept and isinstance(made, bytes):
            shelf.put(one, made)
    return [
        NotRendered(number=place) if isinstance(results[one], NotRendered) else results[one]
        for place, one in enumerate(documents, 1)
    ]


def page_pngs(pdf: bytes, dpi: int = 100, *, accept_risk: bool = False) -> list[bytes]:
    """Return the pages of a PDF as PNG pictures at ``dpi``. Raises :class:`NotPictured`."""
    try:
        return _inside(f"png:{dpi}", [pdf], _PICTURES, accept_risk=accept_risk)
    except Crashed:
        raise NotPictured from None


def _all(
    documents: Sequence[bytes], folder: Path | None, *, accept_risk: bool, wall: float = 0.0
) -> list[bytes | RangkapError]:
    """Convert in chunks, where it is worth it two at a time."""
    if not documents:
        return []
    profile = _profile(folder, accept_risk=accept_risk)
    beside = 1 if len(documents) <= SMALL else _SIDE_BY_SIDE
    size = min(CHUNK, -(-len(documents) // beside))
    chunks = [documents[at : at + size] for at in range(0, len(documents), size)]
    with ThreadPoolExecutor(beside) as threads:
        made = threads.map(
            lambda chunk: _chunk(chunk, profile, folder, accept_risk=accept_risk, wall=wall), chunks
        )
        return [one for chunk in made for one in chunk]


def _chunk(
    documents: Sequence[bytes], profile: bytes, folder: Path | None, *, accept_risk: bool, wall: float = 0.0
) -> list[bytes | RangkapError]:
    """Convert in one run; after one that broke off, go on with what is missing, in halves where nothing came out."""
    count = len(documents)
    more = _FURTHER * (count - 1)
    limits = Limits(
        memory=_OFFICE.memory,
        cpu=round(60 + more),
        wall=(wall or 90.0) + more,
        file_size=_OFFICE.file_size,
        scratch=_OFFICE.scratch,
    )
    try:
        end, *pdfs = _inside("pdf", [profile, *documents], limits, folder, accept_risk=accept_risk)
    except (Crashed, OutOfMemory, TimedOut) as error:
        if count == 1:
            return [error]
        end, pdfs = b"", [b""] * count
    results: list[bytes | RangkapError] = [one or NotRendered(number=1) for one in pdfs]
    missing = [place for place, one in enumerate(pdfs) if not one]
    if end == b"whole" or not missing or count == 1:
        return results
    half = len(missing) if len(missing) < count else count // 2
    for places in (missing[:half], missing[half:]):
        again = (
            _chunk([documents[one] for one in places], profile, folder, accept_risk=accept_risk, wall=wall)
            if places
            else []
        )
        for place, made in zip(places, again, strict=True):
            results[place] = made
    return results


def _profile(folder: Path | None, *, accept_risk: bool) -> bytes:
    """Return a profile that LibreOffice has set up, from this process, from ``folder``, else made now.

    Only a document of ours has been open in it. The first run of a process without ``folder`` goes without.
    """
    version = maker.version()
    if version in _warm:
        if not _warm[version]:
            _warm[version] = _set_up(accept_risk=accept_risk)
        return _warm[version]
    shelf = None if folder is None else Shelf(folder, version)
    kept = None if shelf is None else shelf.get(_PROFILE)
    if kept is None and shelf is not None:
        kept = _set_up(accept_risk=accept_risk)
        if kept:
            shelf.put(_PROFILE, kept)
    _warm[version] = kept or b""
    return _warm[version]


def _set_up(*, accept_risk: bool) -> bytes:
    """Return a profile that was set up by converting a document of ours; nothing if that failed."""
    try:
        (made,) = _inside("profile", [DOCUMENT], _OFFICE, accept_risk=accept_risk)
    except (Crashed, OutOfMemory, TimedOut):
        return b""
    return made


def _inside(
    order: str, parts: Sequence[bytes], limits: Limits, folder: Path | None = None, *, accept_risk: bool
) -> list[bytes]:
    command = [sys.executable, "-P", "-m", "pipeline.rendering.inside", order]
    with _room(folder) as settings:
        return unpack(run(command, pack(parts), limits=limits, settings=settings, accept_risk=accept_risk))


@contextmanager
def _room(folder: Path | None) -> Iterator[Mapping[str, str]]:
    """Give a run a folder of its own where no walls do, and take it away with all that is left in it."""
    if isolation() is not None:
        yield {}
        return
    if folder is not None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kerja-", dir=folder, ignore_cleanup_errors=True) as room:
        yield {"RANGKAP_ROOM": room, "TMPDIR": room, "HOME": room}
