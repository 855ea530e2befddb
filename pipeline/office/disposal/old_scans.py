"""Old scans of a paper register, matched to rows by the register number in their names.

Names are ``0012-TL-I-2026.pdf``, further pages ``0012-TL-I-2026 2.pdf`` or ``… hal 2.pdf``. What fits no
row or several is told; originals stay, scans are copied.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import copy_durably, digest_file, durable, sync_folder
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.register.harmless import plain
from pipeline.register.old_sheet import OldRow

ROOM = "lama"
NAME = "pindaian-lama-"
_SUFFIXES = {"pdf": "pdf", "jpeg": "jpg", "png": "png", "tiff": "tif"}
_PAGE_WORDS = frozenset({"hal", "halaman", "lembar", "lampiran", "bagian", "scan", "pindaian"})
_DOUBTFUL = ""


@dataclass(frozen=True)
class Scans:
    """Scans by row digest; ``waiting``: of doubtful rows, ``loose``: of no single row."""

    by_row: Mapping[str, Sequence[Path]] = field(default_factory=dict)
    bad: Mapping[str, str] = field(default_factory=dict)
    waiting: Sequence[str] = ()
    loose: Sequence[str] = ()


def look(folder: Path, rows: Iterable[OldRow], most: int, waiting: Iterable[str] = ()) -> Scans:
    """``waiting`` are numbers of doubtful rows."""
    keys: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        for key in {_parts(row.number), _parts(row.typed)}:
            keys.setdefault(key, set()).add(row.digest)
    for number in waiting:
        keys.setdefault(_parts(number), set()).add(_DOUBTFUL)
    by_row: dict[str, list[Path]] = {}
    later: list[str] = []
    bad: dict[str, str] = {}
    loose: list[str] = []
    try:
        for path in sorted(folder.iterdir(), key=lambda path: (_parts(path.stem), path.name)):
            if path.name.startswith(".") or path.name.lower() in frozenset({"thumbs.db", "desktop.ini"}):
                continue
            digests = _meant(keys, path.stem)
            if len(digests) != 1 or path.is_dir():
                loose.append(shown(path))
                continue
            (digest,) = digests
            if digest == _DOUBTFUL:
                later.append(shown(path))
                continue
            by_row.setdefault(digest, []).append(path)
            if not _is_kept(path, most):
                bad.setdefault(digest, shown(path))
    except OSError:
        raise Refusal("office.no_scans") from None
    return Scans({digest: paths for digest, paths in by_row.items() if digest not in bad}, bad, later, loose)


def shown(path: Path) -> str:
    """A file name safe for a terminal."""
    return plain(path.name)[:80] + ("/" if path.is_dir() else "")


def missing(paths: Sequence[Path], held: set[str]) -> list[Path]:
    """Bytes not ``held`` (SHA-512), each content once."""
    new_paths, seen = [], set(held)
    try:
        for path in paths:
            digest = digest_file(path)
            if digest not in seen:
                seen.add(digest)
                new_paths.append(path)
    except OSError:
        raise Refusal("office.no_scans") from None
    return new_paths


def take(session: Session, row: OldRow, paths: Sequence[Path], held: set[str], first: int = 1) -> list[Paper]:
    """Durable copies, except of those ``held``; named from ``first`` on."""
    papers: list[Paper] = []
    seen = set(held)
    room = session.settings.var / ROOM
    for path in paths:
        count = first + len(papers)
        with _opened(row, path) as (handle, kind):
            target = room / f"{row.digest[:32]}-{count}.{kind}"
            try:
                copied = copy_durably(handle, target, session.settings["masuk.batas_mb"] << 20)
            except Refusal as error:
                if error.code != "kernel.too_large":
                    raise
                raise Refusal("office.scan_refused", number=row.number) from None
        if copied.sha512 in seen:
            with durable():
                target.unlink()
            continue
        seen.add(copied.sha512)
        where = target.relative_to(session.settings.home).as_posix()
        papers.append(Paper(f"{NAME}{count}.{kind}", where, copied.sha512, copied.size))
    if papers:
        sync_folder(room)
    return papers


@contextmanager
def _opened(row: OldRow, path: Path) -> Iterator[tuple[int, str]]:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        raise Refusal("office.scan_refused", number=row.number) from None
    try:
        kind = _SUFFIXES.get(kind_of(os.pread(handle, HEAD, 0)) or "")
        if kind is None:
            raise Refusal("office.scan_refused", number=row.number)
        yield handle, kind
    finally:
        os.close(handle)


def _is_kept(path: Path, most: int) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as source:
            return kind_of(source.read(HEAD)) in _SUFFIXES and path.stat().st_size <= most
    except OSError:
        return False


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", name.lower())


def _parts(name: str) -> tuple[str, ...]:
    return tuple(word.lstrip("0") or "0" if word.isdigit() else word for word in _words(name))


def _meant(keys: Mapping[tuple[str, ...], set[str]], stem: str) -> set[str]:
    """One or two digits behind the number are a page number."""
    parts = _parts(stem)
    if parts in keys:
        return keys[parts]
    if len(parts) > 1 and parts[-1].isdigit() and len(_words(stem)[-1]) <= 2:
        parts = parts[:-1]
        if len(parts) > 1 and parts[-1] in _PAGE_WORDS and parts not in keys:
            parts = parts[:-1]
        return keys.get(parts, set())
    return set()
