"""Verify: every byte is read again and each bad item named.

:mod:`pipeline.register.proof` checks the register: it alone, and the signed page of the month, miss what was deleted
with every mention.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from pipeline.archive import layout
from pipeline.archive.examine import Examination
from pipeline.archive.finding import Finding, Kind, Progress, stray
from pipeline.archive.layout import NoSuchObject
from pipeline.archive.read import newest_of
from pipeline.archive.sums import read_sums
from pipeline.stores.folder import wait_until_free

_BESIDE_YEARS = {layout.MARKER, layout.STAGING, "BACA-SAYA.txt", "README.md", ".gitignore", ".gitkeep"}
_ALTERED = {Kind.CHANGED, Kind.TRUNCATED}
READERS = 2
"""Files read at the same time: a core each."""
_AHEAD = 6
"""Objects read while the first is judged."""


def verify(
    archive: Path, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
) -> list[Finding]:
    """All findings (in objects ``only``, and always in folders and lists of years). Raises NoSuchObject. Safe while
    filing goes on: a suspect is examined again once nobody writes to it.
    """
    layout.need_mounted(archive)
    if only is None:
        chosen = [each for year in layout.years(archive) for each in layout.objects(archive, year)]
    else:
        chosen = sorted(only, key=lambda each: (layout.year_of(each), each))
    for each in only or ():
        if not layout.object_root(archive, each).is_dir():
            raise NoSuchObject(case=each)
    findings = list(_places(archive))
    with ThreadPoolExecutor(READERS, "verify") as readers:
        for found in _each_object(archive, chosen, readers, progress):
            findings.extend(found)
    return _swaps_named(archive, findings)


def _each_object(
    archive: Path, chosen: list[str], readers: Executor, progress: Callable[[Progress], None] | None
) -> Iterator[list[Finding]]:
    lists = lru_cache(1)(partial(_listed, archive))  # objects come in the order of their years
    size, begun = 0, deque[Examination]()
    for done in range(len(chosen)):
        for case in chosen[done + len(begun) : done + _AHEAD]:
            begun.append(
                Examination(archive, case, lists(layout.year_of(case)).get(case, {}), readers).begin()
            )
        first = begun.popleft()
        findings = first.end()
        size += first.size
        if findings:
            wait_until_free(layout.staging_folder(archive, first.case))
            listed = _listed(archive, layout.year_of(first.case)).get(first.case, {})
            findings = Examination(archive, first.case, listed, readers).begin().end()
        yield findings
        if progress is not None:
            progress(Progress(done + 1, len(chosen), size, first.case))


def _places(archive: Path) -> Iterator[Finding]:
    for entry in sorted(archive.iterdir()):
        is_root = layout.is_year(entry.name) and entry.is_dir() and not entry.is_symlink()
        if not is_root and entry.name not in _BESIDE_YEARS:
            yield Finding(stray(entry.name), entry.name, None, "OCFL")
    for year in layout.years(archive):
        yield from _year(archive, year)


def _year(archive: Path, year: int) -> Iterator[Finding]:
    root = layout.year_root(archive, year)
    for entry in sorted(root.iterdir()):
        is_ours = entry.name in {*layout.YEAR_FILES, layout.SUMS, layout.JOURNAL} and entry.is_file()
        is_case = layout.is_object(entry.name) and entry.is_dir() and layout.year_of(entry.name) == year
        if entry.is_symlink() or not (is_ours or is_case):
            yield Finding(stray(entry.name), f"{root.name}/{entry.name}", None, "OCFL")
    for name in layout.YEAR_FILES:
        if not (root / name).is_file():
            yield Finding(Kind.MISSING, f"{root.name}/{name}", None, "OCFL")
        elif not layout.is_year_file(name, (root / name).read_bytes()):
            yield Finding(Kind.CHANGED, f"{root.name}/{name}", None, "OCFL")
    path = f"{root.name}/{layout.SUMS}"
    listed, bad, torn = read_sums(root / layout.SUMS)
    if torn:
        yield Finding(Kind.TORN, path, None, "sha512sum")
    for number in bad:
        yield Finding(Kind.CHANGED, path, None, "sha512sum", found=f"baris {number}")
    for case in sorted({name.partition("/")[0] for name in listed} - set(layout.objects(archive, year))):
        yield Finding(Kind.MISSING, f"{root.name}/{case}", case, layout.SUMS)


def _listed(archive: Path, year: int) -> dict[str, dict[str, str]]:
    grouped: dict[str, dict[str, str]] = {}
    for name, digest in read_sums(layout.year_root(archive, year) / layout.SUMS)[0].items():
        owner, _, path = name.partition("/")
        grouped.setdefault(owner, {})[path] = digest
    return grouped


def _swaps_named(archive: Path, findings: list[Finding]) -> list[Finding]:
    """A change is a swap where the bytes are another document's."""
    wanted = {each.found for each in findings if each.kind in _ALTERED and each.found}
    owners = _owners(archive, wanted) if wanted else {}
    return [
        replace(each, kind=Kind.SWAPPED, found=owners[each.found])
        if each.kind in _ALTERED and owners.get(each.found, each.path) != each.path
        else each
        for each in findings
    ]


def _owners(archive: Path, wanted: set[str]) -> Mapping[str, str]:
    owners: dict[str, str] = {}
    for year in layout.years(archive):
        for case in layout.objects(archive, year):
            newest = newest_of(archive, case)
            for path, digest in newest.manifest.items() if newest else ():
                if digest in wanted:
                    owners.setdefault(digest, f"{year:04d}/{case}/{path}")
    return owners
