"""The database's rows against the archive, which is the truth.

A row may have gone on since its case's newest version; what it said then, and every entry, must be there.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import JOURNAL, NoSuchObject, ObjectDamaged, case_of, object_in
from pipeline.archive.read import CaseRecord
from pipeline.cases.plain import to_plain
from pipeline.cases.problems import BadCase
from pipeline.kernel.ids import is_book
from pipeline.office.base.dossier import arrival_from_json, arrival_to_json, letters_from
from pipeline.office.base.filings import documents_of
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
"""What never changes of an arrival; agenda number and pages may."""


def entries_on_rows(archive: Archive) -> Iterator[Finding]:
    """Entries that differ from ``register.jsonl``."""
    rows, gone = index_rows.entry_rows(), buried(archive)
    row, last, n = next(rows, None), 0, 0
    for n, line in enumerate((line for line in archive.read_lines() if not line.is_torn), 1):
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
        actual = (row.payload_sha256, row.register_number, row.case)
        names = ("isian", "nomor register", "kasus")
        if case_of(entry.case) in gone and (is_replaced(entry) or not is_tombstone(entry)):
            # the payload of a case that was destroyed must be gone
            expected = ("", *expected[1:])
            actual = ("" if row.is_erased else row.payload_sha256 or "?", *actual[1:])
        for name, wanted, other in zip(names, expected, actual, strict=True):
            if wanted != other:
                yield Finding(Kind.CHANGED, f"{_entry_path(row.n)} ({name})", entry.case, JOURNAL)


def _entry_path(n: int) -> str:
    return f"{AGAINST}: catatan {n}"


def cases_on_rows(
    archive: Archive, only: Collection[str] | None, tell: Callable[[int, int, str], None], along: History
) -> Iterator[Finding]:
    """Differences of ``only`` from the archive that ``along`` does not explain.

    ``tell`` gets the counts done and total, and the last.
    """
    begun = entries.filing()
    there = {case_of(name) for name in archive.objects() if not is_book(name)}
    known = set(cases.numbers())
    every = sorted((there | known) - begun - buried(archive))
    for name in begun & known:
        _being_filed(along, name)
    for done, name in enumerate(every, 1):
        where = object_in(archive.object_of(name))
        if name not in known:
            yield Finding(Kind.MISSING, f"{AGAINST}: kasus {name}", name, where)
        elif name not in there:
            yield Finding(Kind.MISSING, where, name, AGAINST)
        elif only is None or archive.object_of(name) in only:
            yield from readable(_case(archive, name, along), f"{AGAINST}: kasus {name}", name)
        tell(done, len(every), name)


def _being_filed(along: History, name: str) -> None:
    """While a newer version is on its way, the acts judge the rows they fixed."""
    case = {name: (f"kasus {name}", _value_of)}
    papers = {letter.id: (f"surat {letter.id}", letters.find) for letter in letters.of_case(name)}
    came = {
        arrival.id: (f"surat masuk {arrival.agenda or arrival.id}", find_arrival)
        for arrival in arrivals.of_case(name)
    }
    rows: dict[str, tuple[str, Callable[[str], Any]]] = {**case, **papers, **came}
    for name_of_row, (label, find) in rows.items():
        finding = unexplained(f"{AGAINST}: {label}", name)
        along.later[name_of_row] = Later(partial(find, name_of_row), finding, has_acts=True, is_filed=True)


def _value_of(number: str) -> Mapping[str, Any] | None:
    row = index_rows.case_row(number)
    return row.value if row else None


def readable(findings: Iterator[Finding], path: str, case: str | None = None) -> Iterator[Finding]:
    """Adds a finding at ``path`` where rows are unreadable."""
    try:
        yield from findings
    except (ValueError, TypeError, KeyError, AttributeError, BadCase, BadEntry) as error:
        yield Finding(Kind.CHANGED, f"{path} (tidak terbaca)", case, AGAINST, found=type(error).__name__)


def _case(archive: Archive, name: str, along: History) -> Iterator[Finding]:
    try:
        record = archive.read_case(archive.object_of(name))
        known = letters_from(record.kasus)
        then: Mapping[str, Any] = record.kasus["case"]
        acts, came = record.kasus["history"], record.kasus["arrivals"]
        made = {sheet["id"]: sheet for sheet in record.kasus.get("sheets", ())}
    except (NoSuchObject, ObjectDamaged, KeyError, TypeError, ValueError):
        return
    where = f"{object_in(record.number)}/v{record.version}"
    kept = [dict(act) for act in acts if act["case"] == name]
    now = to_plain(history.of_case(name))
    newest = _Newest(name, where, along, has_acts=len(now) > len(kept))
    yield from along.heads(iter([(record.kasus.get("history_head", {}), where)]))
    yield from _row(newest, record, then)
    yield from _documents(newest, record)
    for letter, copies in known:
        yield from _letter(newest, letter, copies)
    for key in {letter.id for letter in letters.of_case(name)} - {letter.id for letter, _ in known}:
        # a draft stands in no version, its acts may
        drafted = replace(newest, has_acts=any(act["subject"] == key for act in now))
        drafted.later(key, f"surat {key}", letters.find)
    yield from _sheets(newest, made)
    yield from _arrivals(newest, came)
    if now[: len(kept)] != kept:  # what the archive keeps of the history is its beginning
        yield newest.bad(Kind.CHANGED if len(now) >= len(kept) else Kind.MISSING, f"riwayat kasus {name}")


@dataclass(frozen=True)
class _Newest:
    """``along`` explains what came after, ``has_acts`` says whether acts did."""

    name: str
    where: str
    along: History
    has_acts: bool

    def bad(self, kind: Kind, label: str, expected: str = "", actual: str = "") -> Finding:
        return Finding(kind, f"{AGAINST}: {label}", self.name, self.where, expected, actual)

    def later(self, key: str, label: str, find: Callable[[str], Any]) -> None:
        """An act judges what ``find`` gives for the key."""
        finding = unexplained(f"{AGAINST}: {label}", self.name)
        self.along.later[key] = Later(partial(find, key), finding, self.has_acts)

    def judge(
        self,
        key: str,
        label: str,
        then: Mapping[str, Any],
        now: Mapping[str, Any] | None,
        find: Callable[[str], Any],
        bound: Iterable[str] = (),
    ) -> Iterator[Finding]:
        """A row is neither ``then`` nor gone on; ``bound`` never changes."""
        if now is None:
            yield self.bad(Kind.MISSING, label)
        elif now["version"] < then["version"]:
            expected, actual = f"perubahan ke-{then['version']}", f"ke-{now['version']}"
            yield self.bad(Kind.ROLLED_BACK, label, expected, actual)
        elif now != then and (
            now["version"] == then["version"] or any(now[column] != then[column] for column in bound)
        ):
            yield self.bad(Kind.CHANGED, label, then.get("sha512", ""), now.get("sha512", ""))
        elif now != then:
            self.later(key, label, find)


def _sheets(newest: _Newest, then: Mapping[str, Any]) -> Iterator[Finding]:
    now = {sheet.id: sheet for sheet in sheets.of_case(newest.name)}
    for key in then.keys() - now.keys():
        yield newest.bad(Kind.MISSING, f"lembar {key}")
    for key, sheet in now.items():
        if to_plain(sheet) != then.get(key):
            newest.later(key, f"lembar {key}", sheets.find)


def _row(newest: _Newest, record: CaseRecord, then: Mapping[str, Any]) -> Iterator[Finding]:
    name, where = newest.name, newest.where
    if (row := index_rows.case_row(name)) is None:
        return
    for column in row.at_odds:
        yield newest.bad(Kind.CHANGED, f"kasus {name} ({column})")
    if row.archived != record.version:
        path = f"{AGAINST}: kasus {name}"
        older, newer = (path, where) if row.archived < record.version else (where, AGAINST)
        versions = sorted((row.archived, record.version))
        yield Finding(Kind.ROLLED_BACK, older, name, newer, f"v{versions[1]}", f"v{versions[0]}")
    if row.value:
        yield from newest.judge(name, f"kasus {name}", then, row.value, _value_of)


def _documents(newest: _Newest, record: CaseRecord) -> Iterator[Finding]:
    sizes = {document["sha512"]: document["size"] for document in record.kasus["documents"]}
    then = {
        document.logical: replace(document, size=sizes.get(document.sha512, document.size))
        for document in documents_of(record.documents)
    }
    now = {document.logical: document for document in cases.documents(newest.name)}
    for logical in sorted(then.keys() | now.keys()):
        label = f"{newest.name}/{logical}"
        if logical not in now:
            yield newest.bad(Kind.MISSING, label)
        elif logical not in then:
            yield newest.bad(Kind.UNEXPECTED, label)
        elif then[logical] != now[logical]:
            row = now[logical]
            alike = [document for document in then.values() if document.sha512 == row.sha512]
            kind = Kind.SWAPPED if row.path in {document.path for document in alike} else Kind.CHANGED
            yield newest.bad(kind, label, then[logical].sha512, alike[0].logical if alike else row.sha512)


def _letter(newest: _Newest, then: letters.Letter, copies: Iterable[letters.Copy]) -> Iterator[Finding]:
    label, now = f"surat {then.id}", letters.find(then.id)
    yield from newest.judge(then.id, label, vars(then), vars(now) if now else None, letters.find)
    if now is None:
        return
    there = {(copy.revision, copy.copy): copy for copy in letters.copies(then.id)}
    for copy in copies:
        place = f"{label} revisi {copy.revision} salinan ke-{copy.copy}"
        if (printed := there.pop((copy.revision, copy.copy), None)) is None:
            yield newest.bad(Kind.MISSING, place)
        elif _bound(printed) != _bound(copy):
            yield newest.bad(Kind.CHANGED, place)
        elif value_digest(vars(printed)) != value_digest(vars(copy)):
            there[copy.revision, copy.copy] = printed
    for copy in there.values():
        newest.later(copy.code, f"{label} revisi {copy.revision} salinan ke-{copy.copy}", letters.by_code)


def _bound(copy: letters.Copy) -> dict[str, Any]:
    return {column: value for column, value in asdict(copy).items() if column not in _OF_THE_DAY}


def _arrivals(newest: _Newest, then: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    now = {arrival.id: arrival_to_json(arrival) for arrival in arrivals.of_case(newest.name)}
    kept = {row["id"]: arrival_to_json(arrival_from_json(row)) for row in then}
    for key in now.keys() - kept.keys():
        newest.later(key, f"surat masuk {now[key]['agenda'] or key}", find_arrival)
    for key, plain in kept.items():
        label = f"surat masuk {plain['agenda'] or key}"
        yield from newest.judge(key, label, plain, now.get(key), find_arrival, _OF_ARRIVALS)


def find_arrival(key: str) -> arrivals.Arrival | None:
    """An arrival by its id."""
    return arrivals.some([key]).get(key)
