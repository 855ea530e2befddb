"""The database against the archive, which is the truth, row by row: entries, cases, documents, letters, acts.
A row may have gone on since the newest version of its case; what it said at that version, and every entry,
must be there unchanged.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import JOURNAL, NoSuchObject, ObjectDamaged, case_of, object_in
from pipeline.archive.read import CaseRecord, Document
from pipeline.cases.plain import to_plain
from pipeline.cases.problems import BadCase
from pipeline.kernel.ids import is_book
from pipeline.office.base.dossier import arrival_from_json, arrival_to_json, letters_from
from pipeline.office.base.file_away import documents_of
from pipeline.office.keeping.reconcile_disposal import buried
from pipeline.office.keeping.reconcile_history import History, Later, unexplained
from pipeline.records import arrivals, cases, entries, history, index_rows, letters, sheets
from pipeline.records.chain import value_digest
from pipeline.register.entry import BadEntry, Entry, read_entry
from pipeline.register.tombstone import is_replaced, is_tombstone

AGAINST = "basis data"
_OF_THE_DAY = {
    "printed",
    "spoilt",
    "matched_at",
    "arrival",
    "attested",
    "attested_by",
    "confirmed_by",
    "report",
    "means",
}
_OF_ARRIVALS = ("sha256", "sha512", "size", "kind", "parent", "taken_at")
"""What of an arrival never changes; its agenda number may move to its parts, its pages be counted again by the reader."""


def entries_on_rows(archive: Archive) -> Iterator[Finding]:
    """Yield every entry that differs from ``register.jsonl``."""
    rows, gone = index_rows.entry_rows(), buried(archive)
    row, last, n = next(rows, None), 0, 0
    for n, line in enumerate((one for one in archive.read_lines() if not one.is_torn), 1):
        while row is not None and row.n < n:
            row = next(rows, None)
        if row is not None and row.n == n:
            yield from _entry(row, line.data, gone)
            last, row = n, next(rows, None)
        elif row is not None:
            last = n
            yield Finding(Kind.MISSING, _entry_path(n), None, f"{line.year:04d}/{JOURNAL}")
    if last < n:
        yield Finding(Kind.ROLLED_BACK, AGAINST, None, JOURNAL, f"catatan {n}", f"catatan {last}")


def _entry(row: index_rows.EntryOnRow, line: bytes, gone: Collection[str]) -> Iterator[Finding]:
    try:
        entry: Entry | None = read_entry(line)
    except BadEntry:  # the journal's own damage, told by the proof of the register
        entry = None
    if row.line != line:
        yield Finding(Kind.CHANGED, _entry_path(row.n), entry.case if entry else None, JOURNAL)
    elif entry is not None:
        expected = (entry.payload_sha256, entry.register_number, entry.case)
        found = (row.payload_sha256, row.register_number, row.case)
        names = ("isian", "nomor register", "kasus")
        if case_of(entry.case) in gone and (is_replaced(entry) or not is_tombstone(entry)):
            # the payload of a case that was destroyed must be gone
            expected = ("", *expected[1:])
            found = ("" if row.is_erased else row.payload_sha256 or "?", *found[1:])
        for name, one, other in zip(names, expected, found, strict=True):
            if one != other:
                yield Finding(Kind.CHANGED, f"{_entry_path(row.n)} ({name})", entry.case, JOURNAL)


def _entry_path(n: int) -> str:
    return f"{AGAINST}: catatan {n}"


def cases_on_rows(
    archive: Archive, only: Collection[str] | None, tell: Callable[[int, int, str], None], along: History
) -> Iterator[Finding]:
    """Yield where the rows of the cases (of ``only``) differ from the archive, but what ``along`` has to
    explain.
    ``tell`` gets how many are done, of how many, and the last.
    """
    begun = entries.filing()
    there = {case_of(name) for name in archive.objects() if not is_book(name)}
    known = set(cases.numbers())
    every = sorted((there | known) - begun - buried(archive))
    for name in begun & known:
        _being_filed(along, name)
    for done, name in enumerate(every, 1):
        where = _where(archive, name)
        if name not in known:
            yield Finding(Kind.MISSING, f"{AGAINST}: kasus {name}", name, where)
        elif name not in there:
            yield Finding(Kind.MISSING, where, name, AGAINST)
        elif only is None or archive.object_of(name) in only:
            yield from readable(_case(archive, name, along), f"{AGAINST}: kasus {name}", name)
        tell(done, len(every), name)


def _being_filed(along: History, name: str) -> None:
    """Leave its rows to the acts that fixed them while a newer version is on its way."""
    case = {name: (f"kasus {name}", _value_of)}
    papers = {one.id: (f"surat {one.id}", letters.find) for one in letters.of_case(name)}
    came = {one.id: (f"surat masuk {one.agenda or one.id}", find_arrival) for one in arrivals.of_case(name)}
    rows: dict[str, tuple[str, Callable[[str], Any]]] = {**case, **papers, **came}
    for thing, (what, find) in rows.items():
        told = unexplained(f"{AGAINST}: {what}", name)
        along.later[thing] = Later(partial(find, thing), told, has_acts=True, is_filed=True)


def _value_of(number: str) -> Mapping[str, Any] | None:
    row = index_rows.case_row(number)
    return row.value if row else None


def readable(found: Iterator[Finding], path: str, case: str | None = None) -> Iterator[Finding]:
    """Yield ``found``, and a finding at ``path`` where rows were made unreadable."""
    try:
        yield from found
    except (ValueError, TypeError, KeyError, AttributeError, BadCase, BadEntry) as error:
        yield Finding(Kind.CHANGED, f"{path} (tidak terbaca)", case, AGAINST, found=type(error).__name__)


def _where(archive: Archive, name: str) -> str:
    return object_in(archive.object_of(name))


def _case(archive: Archive, name: str, along: History) -> Iterator[Finding]:
    try:
        record = archive.read_case(archive.object_of(name))
        known = letters_from(record.kasus)
        then: Mapping[str, Any] = record.kasus["case"]
        acts, came = record.kasus["history"], record.kasus["arrivals"]
        made = {one["id"]: one for one in record.kasus.get("sheets", ())}
    except (NoSuchObject, ObjectDamaged, KeyError, TypeError, ValueError):
        return
    where = f"{_where(archive, name)}/v{record.version}"
    kept = [dict(one) for one in acts if one["case"] == name]
    now = to_plain(history.of_case(name))
    later = partial(_later, along, name, has_acts=len(now) > len(kept))
    yield from along.heads(iter([(record.kasus.get("history_head", {}), where)]))
    yield from _row(name, record, then, where, later)
    yield from _documents(name, record, where)
    for letter, copies in known:
        yield from _letter(name, letter, copies, where, later)
    for key in {one.id for one in letters.of_case(name)} - {letter.id for letter, _ in known}:
        later(  # a draft stands in no version, its acts may
            key, f"surat {key}", letters.find, has_acts=any(one["subject"] == key for one in now)
        )
    yield from _sheets(name, made, where, later)
    yield from _arrivals(name, came, where, later)
    if now[: len(kept)] != kept:  # what the archive keeps of the history is its beginning
        kind = Kind.CHANGED if len(now) >= len(kept) else Kind.MISSING
        yield Finding(kind, f"{AGAINST}: riwayat kasus {name}", name, where)


_Await = Callable[[str, str, Callable[[str], Any]], None]
"""Leaves a thing, with what it is called, to an act: what it is now is found by its key."""


def _later(
    along: History, name: str, thing: str, what: str, find: Callable[[str], Any], *, has_acts: bool
) -> None:
    along.later[thing] = Later(partial(find, thing), unexplained(f"{AGAINST}: {what}", name), has_acts)


def _sheets(name: str, then: Mapping[str, Any], where: str, later: _Await) -> Iterator[Finding]:
    now = {one.id: one for one in sheets.of_case(name)}
    for key in then.keys() - now.keys():
        yield Finding(Kind.MISSING, f"{AGAINST}: lembar {key}", name, where)
    for key, sheet in now.items():
        if to_plain(sheet) != then.get(key):
            later(key, f"lembar {key}", sheets.find)


def _row(
    name: str, record: CaseRecord, then: Mapping[str, Any], where: str, later: _Await
) -> Iterator[Finding]:
    if (row := index_rows.case_row(name)) is None:
        return
    path = f"{AGAINST}: kasus {name}"
    for column in row.at_odds:
        yield Finding(Kind.CHANGED, f"{path} ({column})", name, where)
    if row.archived != record.version:
        older, newer = (path, where) if row.archived < record.version else (where, AGAINST)
        versions = sorted((row.archived, record.version))
        yield Finding(Kind.ROLLED_BACK, older, name, newer, f"v{versions[1]}", f"v{versions[0]}")
    if row.value and row.value["version"] < then["version"]:
        expected, found = f"perubahan ke-{then['version']}", f"ke-{row.value['version']}"
        yield Finding(Kind.ROLLED_BACK, path, name, where, expected, found)
    elif row.value and row.value["version"] == then["version"] and row.value != then:
        yield Finding(Kind.CHANGED, path, name, where)
    elif row.value and row.value != then:
        later(name, f"kasus {name}", _value_of)


def _documents(name: str, record: CaseRecord, where: str) -> Iterator[Finding]:
    sizes = {one["sha512"]: one["size"] for one in record.kasus["documents"]}
    told = (replace(one, size=sizes.get(one.sha512, one.size)) for one in documents_of(record.documents))
    then, now = _by_name(told), _by_name(cases.documents(name))
    for logical in sorted(then.keys() | now.keys()):
        path = f"{AGAINST}: {name}/{logical}"
        if logical not in now:
            yield Finding(Kind.MISSING, path, name, where)
        elif logical not in then:
            yield Finding(Kind.UNEXPECTED, path, name, where)
        elif then[logical] != now[logical]:
            row = now[logical]
            alike = [document for document in then.values() if document.sha512 == row.sha512]
            kind = Kind.SWAPPED if row.path in {document.path for document in alike} else Kind.CHANGED
            found = alike[0].logical if alike else row.sha512
            yield Finding(kind, path, name, where, then[logical].sha512, found)


def _by_name(documents: Iterable[Document]) -> dict[str, Document]:
    return {one.logical: one for one in documents}


def _letter(
    name: str, then: letters.Letter, copies: Iterable[letters.Copy], where: str, later: _Await
) -> Iterator[Finding]:
    path, now = f"{AGAINST}: surat {then.id}", letters.find(then.id)
    if now is None:
        yield Finding(Kind.MISSING, path, name, where)
        return
    if now.version < then.version:
        expected, found = f"perubahan ke-{then.version}", f"ke-{now.version}"
        yield Finding(Kind.ROLLED_BACK, path, name, where, expected, found)
    elif now.version == then.version and now != then:
        yield Finding(Kind.CHANGED, path, name, where)
    elif now != then:
        later(then.id, f"surat {then.id}", letters.find)
    there = {(one.revision, one.copy): one for one in letters.copies(then.id)}
    for copy in copies:
        place = f"{path} revisi {copy.revision} salinan ke-{copy.copy}"
        if (printed := there.pop((copy.revision, copy.copy), None)) is None:
            yield Finding(Kind.MISSING, place, name, where)
        elif _bound(printed) != _bound(copy):
            yield Finding(Kind.CHANGED, place, name, where)
        elif value_digest(vars(printed)) != value_digest(vars(copy)):
            there[copy.revision, copy.copy] = printed
    for copy in there.values():
        later(copy.code, f"surat {then.id} revisi {copy.revision} salinan ke-{copy.copy}", letters.by_code)


def _bound(copy: letters.Copy) -> dict[str, Any]:
    """What of a copy never changes."""
    return {column: value for column, value in asdict(copy).items() if column not in _OF_THE_DAY}


def _arrivals(name: str, then: Iterable[Mapping[str, Any]], where: str, later: _Await) -> Iterator[Finding]:
    now = {one.id: arrival_to_json(one) for one in arrivals.of_case(name)}
    kept = {one["id"]: arrival_to_json(arrival_from_json(one)) for one in then}
    for key in now.keys() - kept.keys():
        later(key, f"surat masuk {now[key]['agenda'] or key}", find_arrival)
    for plain in kept.values():
        path = f"{AGAINST}: surat masuk {plain['agenda'] or plain['id']}"
        if (found := now.get(plain["id"])) is None:
            yield Finding(Kind.MISSING, path, name, where)
        elif found["version"] < plain["version"]:
            expected, older = f"perubahan ke-{plain['version']}", f"ke-{found['version']}"
            yield Finding(Kind.ROLLED_BACK, path, name, where, expected, older)
        elif any(found[column] != plain[column] for column in _OF_ARRIVALS) or (
            found["version"] == plain["version"] and found != plain
        ):
            yield Finding(Kind.CHANGED, path, name, where, plain["sha512"], found["sha512"])
        elif found != plain:
            later(plain["id"], f"surat masuk {plain['agenda'] or plain['id']}", find_arrival)


def find_arrival(key: str) -> arrivals.Arrival | None:
    """Return an arrival by its id."""
    return arrivals.some([key]).get(key)
