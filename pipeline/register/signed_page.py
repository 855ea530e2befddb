"""Signed register pages prove everything up to the entry whose hash they bear.

An object (``R-2026-11``) with both signed scans and ``halaman.json``, the printed head: whoever rewrites the chain
must arrive at the hash the chair signed.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import JOURNAL, NoSuchObject, ObjectDamaged
from pipeline.archive.read import CaseRecord
from pipeline.kernel.ids import is_page
from pipeline.register.entry import BadEntry, Entry, read_entry

SIGNED = "page_signed"
"""Kind of version and entry with both signed scans."""
HALAMAN = "halaman.json"


@dataclass(frozen=True)
class SignedPage:
    """A signed page: id, entry ``n`` and its hash, day of signature."""

    id: str
    n: int
    hash: str
    signed: str


@dataclass(frozen=True)
class Placed:
    """An entry (None: not ours), in the file of ``year``."""

    entry: Entry | None
    year: int


def signed_pages(archive: Archive) -> list[SignedPage]:
    """Oldest first; verify reports unreadable ones."""
    names = [name for name in archive.objects() if is_page(name)]
    return [one for name in names if (one := _signed(archive, name)) is not None]


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
    return archive.read({one.logical: one.path for one in record.documents}[logical])


def entries_at(archive: Archive, wanted: Collection[int]) -> tuple[dict[int, Placed], int]:
    """Entries ``wanted``, and number of lines; line n counts as entry n."""
    found: dict[int, Placed] = {}
    count = 0
    for line in archive.read_lines():
        if line.is_torn:
            continue
        count += 1
        if count in wanted:
            try:
                found[count] = Placed(read_entry(line.data), line.year)
            except BadEntry:
                found[count] = Placed(None, line.year)
    return found, count


def head_finding(
    n: int, digest: str, against: str, there: Mapping[int, Placed], count: int
) -> Iterator[Finding]:
    """Yield what is wrong where entry ``n`` should have ``digest``."""
    if (placed := there.get(n)) is None:
        expected, found = f"catatan {n}", f"catatan {count}"
        yield Finding(Kind.ROLLED_BACK, JOURNAL, None, against, expected, found)
        return
    actual = placed.entry.digest() if placed.entry else ""
    if actual != digest:
        yield Finding(Kind.CHANGED, f"{placed.year:04d}/{JOURNAL}#{n}", None, against, digest, actual)


def prove_pages(archive: Archive) -> list[Finding]:
    """Pages to whose head the chain does not lead."""
    pages = signed_pages(archive)
    there, count = entries_at(archive, {one.n for one in pages})
    return [
        finding
        for one in pages
        for finding in head_finding(one.n, one.hash, f"lembar bertanda tangan {one.id}", there, count)
    ]


def proven(archive: Archive, findings: Iterable[Finding]) -> SignedPage | None:
    """Newest whole page up to whose entry nothing is wrong."""
    told = [one for one in findings if one.is_damage]
    good = [one for one in signed_pages(archive) if not any(_touches(each, one) for each in told)]
    return max(good, key=lambda one: one.n, default=None)


def _touches(finding: Finding, page: SignedPage) -> bool:
    """Whether it concerns the page or the chain up to it."""
    where, _, number = finding.path.partition("#")
    is_before = where.endswith(JOURNAL) and (not number.isdigit() or int(number) <= page.n)
    return is_before or finding.case == page.id
