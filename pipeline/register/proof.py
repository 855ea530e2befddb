"""Proving the register against the archive.

An entry names a version's inventory; that version holds the payload of the entry's digest; each version was
entered.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import (
    JOURNAL,
    KASUS,
    NoSuchObject,
    ObjectDamaged,
    is_object,
    object_in,
    successor_of,
)
from pipeline.archive.read import CaseRecord
from pipeline.register.entry import BadEntry, Break, Entry, Head, read_entry, verify_chain, verify_seal
from pipeline.register.payload import payloads_of
from pipeline.register.tombstone import STATUS, is_replaced, is_tombstone, prove_tombstones

_KINDS = {Break.TAIL: Kind.ROLLED_BACK, Break.NUMBER: Kind.MISSING}


def prove(
    archive: Archive,
    *,
    heads: Sequence[Head] = (),
    keys: Mapping[str, bytes] | None = None,
    only: Collection[str] | None = None,
) -> list[Finding]:
    """Disagreements of register and archive, with ``keys`` also of seals.

    ``only`` limits the links, not chain and presence.
    """
    archive.need_mounted()
    findings: list[Finding] = []
    placed: list[tuple[Entry, str]] = []
    for line in archive.read_lines():
        where = f"{line.year:04d}/{JOURNAL}"
        if line.is_torn:
            findings.append(Finding(Kind.TORN, where, None, "register"))
            continue
        try:
            entry = read_entry(line.data)
        except BadEntry:
            findings.append(Finding(Kind.CHANGED, where, None, "register", found=f"baris {line.number}"))
            continue
        if entry.year != line.year:
            findings.append(
                Finding(Kind.SWAPPED, where, entry.case, "register", found=f"{entry.year}/{JOURNAL}")
            )
        placed.append((entry, where))
    findings.extend(_chain(placed, heads))
    findings += [
        Finding(
            Kind.CHANGED,
            f"{where}#{entry.n}",
            entry.case,
            "segel",
            found=entry.seal.key if entry.seal else "",
        )
        for entry, where in placed
        if keys is not None and not verify_seal(entry, keys)
    ]
    by_case: dict[str, list[tuple[Entry, str]]] = {}
    for entry, where in placed:
        by_case.setdefault(entry.case, []).append((entry, where))
    there = set(archive.objects())
    for case in sorted(there | set(by_case)):
        if case and (only is None or case in only or case not in there):
            findings.extend(_links(archive, case, by_case.get(case, []), _before(case, by_case)))
    findings += [
        Finding(Kind.MISSING, f"{where}#{entry.n}", entry.case, f"penerus {successor_of(entry.case)}")
        for entry, where in placed
        if is_replaced(entry) and successor_of(entry.case) not in by_case
    ]
    findings.extend(prove_tombstones(archive, [pair for pair in placed if is_tombstone(pair[0])]))
    return findings


def _chain(placed: Sequence[tuple[Entry, str]], heads: Sequence[Head]) -> Iterator[Finding]:
    wheres = {entry.n: where for entry, where in placed}
    last = placed[-1][1] if placed else JOURNAL
    for broken in verify_chain((entry for entry, _ in placed), heads):
        kind = _KINDS.get(broken.how, Kind.CHANGED)
        expected = f"pencatatan {broken.n}" if broken.how is Break.TAIL else broken.expected
        actual = (
            f"pencatatan {placed[-1][0].n if placed else 0}" if broken.how is Break.TAIL else broken.found
        )
        where = wheres.get(broken.n, last)
        yield Finding(kind, f"{where}#{broken.n}", None, f"rantai ({broken.how})", expected, actual)


def _before(name: str, by_case: Mapping[str, list[tuple[Entry, str]]]) -> list[tuple[Entry, str]]:
    if "." not in name:
        return []
    case, _, last = name.partition(".")
    names = [case, *(f"{case}.{number}" for number in range(2, int(last)))]
    return [pair for earlier in names for pair in by_case.get(earlier, [])]


def _links(
    archive: Archive, case: str, placed: Sequence[tuple[Entry, str]], before: Sequence[tuple[Entry, str]]
) -> Iterator[Finding]:
    if not is_object(case):
        yield from (Finding(Kind.CHANGED, f"{where}#{entry.n}", None, "register") for entry, where in placed)
        return
    path = object_in(case)
    if any(is_tombstone(entry) for entry, _ in placed):
        if archive.has(case):
            yield Finding(Kind.UNEXPECTED, path, case, f"{JOURNAL}: {STATUS} menurut berita acara")
        return
    try:
        record = archive.read_case(case)
    except NoSuchObject:
        yield Finding(Kind.MISSING, path, case, JOURNAL)
        return
    except ObjectDamaged as error:
        yield Finding(Kind.CHANGED, path, case, JOURNAL, found=str(error.fields["where"]))
        return
    entered = {entry.version for entry, _ in placed}
    for number in range(1, record.version + 1):
        if number not in entered:
            yield Finding(Kind.MISSING, f"{path}/v{number}", case, JOURNAL, found="tanpa pencatatan")
    yield from _versions(record, path, placed)
    yield from _payloads(record, path, placed, before)


def _versions(record: CaseRecord, path: str, placed: Sequence[tuple[Entry, str]]) -> Iterator[Finding]:
    beyond = max((entry.version for entry, _ in placed), default=0)
    if beyond > record.version:
        yield Finding(Kind.ROLLED_BACK, path, record.number, JOURNAL, f"v{beyond}", f"v{record.version}")
    for entry, where in placed:
        if not 0 < entry.version <= record.version:
            continue
        actual = record.inventories[entry.version - 1]
        if actual != entry.inventory_sha512:
            name = f"{path}/v{entry.version}/inventory.json"
            yield Finding(
                Kind.CHANGED, name, record.number, f"{where}#{entry.n}", entry.inventory_sha512, actual
            )


def _payloads(
    record: CaseRecord, path: str, placed: Sequence[tuple[Entry, str]], before: Sequence[tuple[Entry, str]]
) -> Iterator[Finding]:
    name = f"{path}/v{record.version}/content/{KASUS}"
    try:
        payloads = payloads_of(record.kasus)
    except BadEntry:
        yield Finding(Kind.CHANGED, name, record.number, JOURNAL, found="payloads")
        return
    here = [pair for pair in placed if 0 < pair[0].version <= record.version]
    for entry, where in (*here, *before):
        if entry.payload_sha256 not in payloads:
            yield Finding(Kind.CHANGED, name, record.number, f"{where}#{entry.n}", entry.payload_sha256)
