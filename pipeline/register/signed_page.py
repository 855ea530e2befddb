"""What fixes the chain from outside: signed register pages, and closings of years.

A page (object ``R-2026-11``) holds both signed scans and ``halaman.json``, the printed head: whoever rewrites
the chain must arrive at the hash the chair signed. A closing (``T-2026``) holds ``tutup.json``: head of the
chain, last entry, count, every object's newest version and inventory.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import INVENTORY, JOURNAL, NoSuchObject, ObjectDamaged
from pipeline.archive.read import CaseRecord
from pipeline.kernel.ids import is_case, is_closing, is_page
from pipeline.register.entry import BadEntry, Entry, read_entry

SIGNED = "page_signed"
HALAMAN = "halaman.json"
TUTUP = "tutup.json"
YEAR_CLOSED = "year_closed"


@dataclass(frozen=True)
class SignedPage:
    """Entry ``n`` and its hash, day of signature."""

    id: str
    n: int
    hash: str
    signed: str


Placed = tuple[Entry | None, int]
"""An entry (None: not ours), and the year of its file."""


def signed_pages(archive: Archive) -> list[SignedPage]:
    """Oldest first; verify reports unreadable ones."""
    names = [name for name in archive.objects() if is_page(name)]
    return [page for name in names if (page := _signed(archive, name)) is not None]


def _signed(archive: Archive, name: str) -> SignedPage | None:
    try:
        record = archive.read_case(name)
        if record.kasus["kind"] != SIGNED:
            return None
        head = json.loads(document(archive, record, HALAMAN))["head"]
        return SignedPage(name, int(head["n"]), str(head["hash"]), str(record.kasus["page"]["signed"]))
    except (NoSuchObject, ObjectDamaged, OSError, ValueError, KeyError, TypeError):
        return None


def document(archive: Archive, record: CaseRecord, logical: str) -> bytes:
    """Bytes of a document. Raises OSError, KeyError."""
    return archive.read({held.logical: held.path for held in record.documents}[logical])


def entries_at(archive: Archive, wanted: Collection[int]) -> tuple[dict[int, Placed], int]:
    """Entries ``wanted``, and number of lines; line n counts as entry n."""
    entries: dict[int, Placed] = {}
    count = 0
    for line in archive.read_lines():
        if line.is_torn:
            continue
        count += 1
        if count in wanted:
            try:
                entries[count] = read_entry(line.data), line.year
            except BadEntry:
                entries[count] = None, line.year
    return entries, count


def head_finding(
    n: int, digest: str, against: str, there: Mapping[int, Placed], count: int
) -> Iterator[Finding]:
    """What is wrong where entry ``n`` should have ``digest``."""
    if n not in there:
        expected, last = f"catatan {n}", f"catatan {count}"
        yield Finding(Kind.ROLLED_BACK, JOURNAL, None, against, expected, last)
        return
    entry, year = there[n]
    actual = entry.digest() if entry else ""
    if actual != digest:
        yield Finding(Kind.CHANGED, f"{year:04d}/{JOURNAL}#{n}", None, against, digest, actual)


def prove_pages(archive: Archive) -> list[Finding]:
    """Pages to whose head the chain does not lead."""
    pages = signed_pages(archive)
    there, count = entries_at(archive, {page.n for page in pages})
    return [
        finding
        for page in pages
        for finding in head_finding(page.n, page.hash, f"lembar bertanda tangan {page.id}", there, count)
    ]


def proven(archive: Archive, findings: Iterable[Finding]) -> SignedPage | None:
    """Newest and whole, nothing wrong up to its entry."""
    faults = [finding for finding in findings if finding.is_damage]
    good = [page for page in signed_pages(archive) if not any(_touches(finding, page) for finding in faults)]
    return max(good, key=lambda page: page.n, default=None)


def _touches(finding: Finding, page: SignedPage) -> bool:
    where, _, number = finding.path.partition("#")
    is_before = where.endswith(JOURNAL) and (not number.isdigit() or int(number) <= page.n)
    return is_before or finding.case == page.id


@dataclass(frozen=True)
class _Closing:
    year: int
    heads: Mapping[int, str]
    entries: int
    objects: Mapping[str, tuple[int, str]]
    against: str


def closing_id(year: int) -> str:
    """The object of a year: ``T-2026``."""
    return f"T-{year:04d}"


def state_of(archive: Archive, year: int) -> dict[str, Any]:
    """What is fixed; every object must be sealed."""
    objects: dict[str, dict[str, Any]] = {}
    for name in archive.objects(year):
        head = archive.head_of(name)
        digest = archive.inventory_sha512(name, head.head) if head else ""
        if head is None or not digest:
            raise ObjectDamaged(case=name, where=INVENTORY)
        objects[name] = {"version": head.head, "inventory_sha512": digest}
    return {"entries": _entries_of(archive)[year], "objects": objects}


def _entries_of(archive: Archive) -> dict[int, int]:
    counts = dict.fromkeys(archive.years(), 0)
    for line in archive.read_lines():
        counts[line.year] += not line.is_torn
    return counts


def prove_closings(archive: Archive) -> list[Finding]:
    """Where a closed year differs from its closing."""
    names = [name for name in archive.objects() if is_closing(name)]
    closings = [closing for name in names if (closing := _read_closing(archive, name)) is not None]
    if not closings:
        return []
    there, count = entries_at(archive, {n for closing in closings for n in closing.heads})
    counts = _entries_of(archive)
    findings: list[Finding] = []
    for closing in closings:
        for n, digest in closing.heads.items():
            findings.extend(head_finding(n, digest, closing.against, there, count))
        now, then = counts.get(closing.year, 0), closing.entries
        if now != then:
            kind = Kind.ROLLED_BACK if now < then else Kind.UNEXPECTED
            where = f"{closing.year:04d}/{JOURNAL}"
            findings.append(Finding(kind, where, None, closing.against, f"{then} catatan", f"{now} catatan"))
        findings.extend(_changed_objects(archive, closing.year, closing.objects, closing.against))
    return findings


def _read_closing(archive: Archive, name: str) -> _Closing | None:
    try:
        fixed = json.loads(document(archive, archive.read_case(name), TUTUP))
        heads = {int(head["n"]): str(head["hash"]) for head in (fixed["head"], fixed["year_head"])}
        versions = {
            case: (int(version["version"]), str(version["inventory_sha512"]))
            for case, version in fixed["objects"].items()
        }
        return _Closing(int(fixed["year"]), heads, int(fixed["entries"]), versions, f"penutupan {name}")
    except (NoSuchObject, ObjectDamaged, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _changed_objects(
    archive: Archive, year: int, fixed: Mapping[str, tuple[int, str]], against: str
) -> Iterator[Finding]:
    for name in archive.objects(year):
        if name in fixed:
            version, expected = fixed[name]
            actual = archive.inventory_sha512(name, version)
            if actual != expected:
                where = f"{year:04d}/{name}/v{version}/{INVENTORY}"
                kind = Kind.CHANGED if actual else Kind.ROLLED_BACK
                yield Finding(kind, where, name, against, expected, actual)
        elif is_case(name):
            yield Finding(Kind.UNEXPECTED, f"{year:04d}/{name}", name, against)
