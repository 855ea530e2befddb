"""``verify``: archive, register, and what the database says of both."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.archive.finding import ON_WAY, REBUILD, Finding, Kind, Progress, stray
from pipeline.archive.layout import NoSuchObject, ObjectDamaged, year_of
from pipeline.intake.arrival import ORIGINAL
from pipeline.intake.claim import open_claims
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound, Refusal, why
from pipeline.kernel.files import Lock, digest_file
from pipeline.kernel.ids import is_book, read_code
from pipeline.kernel.people import Actor
from pipeline.kernel.text import N_, Text
from pipeline.lookup import access
from pipeline.office.base import backup_state, keys
from pipeline.office.base.session import KEEPERS, Session, need_role, open_session
from pipeline.office.keeping import rebuild_search
from pipeline.office.keeping.reconcile_disposal import (
    Destroyed,
    destroyed,
    lists_on_rows,
    stones_of,
    stones_on_rows,
    without_on_way,
)
from pipeline.office.keeping.reconcile_history import History, Later, notes, unexplained
from pipeline.office.keeping.reconcile_index import (
    AGAINST,
    cases_on_rows,
    entries_on_rows,
    find_arrival,
    readable,
)
from pipeline.office.letters import letter_files, numbering
from pipeline.office.victims import victims_copy_files
from pipeline.records import arrivals, cases, entries, guards, index_rows, letters, pages, sheets, texts
from pipeline.register.entry import BadEntry, Head
from pipeline.register.proof import prove
from pipeline.register.signed_page import (
    HALAMAN,
    SignedPage,
    prove_closings,
    prove_pages,
    proven,
    signed_pages,
)
from pipeline.settings import Settings
from pipeline.signing.match import verify_code

_NAMED = (
    "office.database_behind",
    "records.guards_missing",
    "register.journal_diverged",
    "register.bad_entry",
)
CHECKS = "pemeriksaan.json"
INDEX = f"{AGAINST}: indeks kata"
_HISTORY, _LEFT, _DAY = f"{AGAINST}: riwayat", ".????????????????.tmp", 86_400
_ON_DESK = ("../var/letters/", f"../var/{victims_copy_files.ROOM}/")
_WORDS = N_(
    "The words of {found} documents are missing in the search index; a restart of Rangkap "
    "completes it. Unless an upgrade did this, find out who deleted them."
)
_STOPPED = N_("{path} was left by a write that was stopped. It may be removed; nothing is damaged.")
_GUARDS = N_(
    "Guards of the database are missing or were changed: {told}. Find out who did it; if the "
    "archive is whole, build the database from it."
)


@dataclass(frozen=True)
class Checked:
    """``reading`` in seconds, ``notes`` on what cannot be proved."""

    findings: tuple[Finding, ...]
    case: str | None
    objects: int
    of_objects: int
    arrivals: int
    of_arrivals: int
    entries: int
    size: int
    seconds: float
    archive_size: int
    reading: float
    destroyed: tuple[Destroyed, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def speed(self) -> float:
        """Bytes read per second."""
        return self.archive_size / max(self.reading, 0.001)

    @property
    def damage(self) -> list[Finding]:
        """Findings without foreign files."""
        return [finding for finding in self.findings if finding.is_damage]

    def as_json(self) -> dict[str, object]:
        """Counts without paths, which may be somebody's words."""
        return {
            "case": self.case,
            "objects": {"checked": self.objects, "total": self.of_objects},
            "arrivals": {"checked": self.arrivals, "total": self.of_arrivals},
            "entries": self.entries,
            "bytes": self.size,
            "seconds": round(self.seconds, 1),
            "bytes_a_second": round(self.speed),
            "findings": dict(Counter(finding.kind.value for finding in self.findings)),
            "damage": len(self.damage),
            "destroyed": len(self.destroyed),
        }


def open_to_verify(settings: Settings, actor: Actor) -> Session:
    """Even with what verify is to report."""
    try:
        return open_session(settings, actor)
    except Refusal as error:
        if error.code not in _NAMED:
            raise
        return Session(settings, actor)


def verify_all(
    session: Session, case: str | None = None, progress: Callable[[Progress], None] | None = None
) -> list[Finding]:
    """Every bad item (of ``case``)."""
    return list(check(session, case, progress).findings)


def unproved(session: Session) -> list[Finding]:
    """Damage that undoes an upgrade or forbids a restore."""
    damage = (finding for finding in verify_all(session) if finding.is_damage and finding.path != INDEX)
    return [finding for finding in damage if not finding.path.startswith(_ON_DESK)]


def check(
    session: Session, case: str | None = None, progress: Callable[[Progress], None] | None = None
) -> Checked:
    """Register and lists whole, the rest of one ``case`` or all."""
    need_role(session, "verify", KEEPERS)
    begun, archive = time.monotonic(), session.archive
    only = None
    if case is not None:
        if case in access.hidden(session):
            raise NotFound(what="kasus", given=case[:40])
        if not is_book(case):
            cases.get(case)
        only = {archive.object_of(case)}
    total = len(archive.objects())
    size = 0

    def step(done: Progress) -> None:
        nonlocal size
        size = done.size
        if progress is not None:
            progress(done)

    def report(done: int, of: int, number: str) -> None:
        step(Progress(done, of, size, number, AGAINST))

    findings = archive.verify(only=only, progress=step)
    archive_size, reading = size, time.monotonic() - begun
    findings += _at_rest(session, lambda: _register(session, only, report, case))
    known = index_rows.arrivals()
    taken = [arrival for arrival in known if case in (None, arrival.case)]
    findings += readable(_arrivals(session, case, known), f"{AGAINST}: surat masuk")
    gone = {letter["number"] for stone in stones_of(archive) for letter in stone.letters}
    findings += readable(numbering.findings(gone), f"{AGAINST}: nomor surat")
    findings += readable(_beside(session), INDEX) if case is None else []
    size += sum(arrival.size for arrival in taken)
    return Checked(
        _once(without_on_way(archive, findings)), case, total if only is None else len(only), total, len(taken), len(known),
        index_rows.count_entries(), size,
        time.monotonic() - begun, archive_size, reading, tuple(destroyed()),
        notes(lambda at: f"{at.astimezone(session.settings.zone):%d-%m-%Y}"),
    )  # fmt: skip


def _at_rest(session: Session, look: Callable[[], list[Finding]]) -> list[Finding]:
    """Checked again while nobody files: today's work is none."""
    if not (findings := look()):
        return findings
    with Lock(session.settings.var / "filing.lock"):
        return look()


def _register(
    session: Session, only: set[str] | None, tell: Callable[[int, int, str], None], case: str | None
) -> list[Finding]:
    archive, seals = session.archive, keys.all_of(session.settings, keys.SEAL)
    along = History(
        gone={number for tombstone in stones_of(archive) for number in (tombstone.case, *tombstone.arrivals)}
    )
    kept = (
        finding for file in _kept(session) if case in (None, file[1]) for finding in _bytes_of(session, *file)
    )
    findings = [
        *prove(archive, heads=_heads(), keys=seals, only=only),
        *prove_pages(archive),
        *prove_closings(archive),
        *_guards(),
        *entries_on_rows(archive),
        *readable(cases_on_rows(archive, only, tell, along), f"{AGAINST}: kasus"),
        *readable(_index_of_pages(session), f"{AGAINST}: lembar pengesahan"),
        *stones_on_rows(archive),
        *readable(lists_on_rows(archive), f"{AGAINST}: daftar pemusnahan"),
        *readable(_unfinished(case), f"{AGAINST}: pengarsipan"),
        *readable(kept, f"{AGAINST}: berkas kerja"),
    ]
    for row in index_rows.arrivals() if case is None else ():
        if not row.case:
            finding = unexplained(f"{AGAINST}: surat masuk {row.agenda or row.id}", None)
            along.later[row.id] = Later(partial(find_arrival, row.id), finding, has_acts=True)
    findings += readable(along.heads(_history_heads(session)), _HISTORY)
    return [*findings, *readable(along.walk(), _HISTORY)]


def _history_heads(session: Session) -> Iterator[tuple[Mapping[str, Any], str]]:
    archive = session.archive
    for name in filter(is_book, archive.objects()):
        with suppress(NoSuchObject, ObjectDamaged):
            yield archive.read_case(name).kasus.get("history_head", {}), f"{name[2:6]}/{name}"
    for state in (backup_state.STATE, CHECKS):
        yield (backup_state.read(session.settings, state).get("last") or {}).get("history_head", {}), state


def _guards() -> list[Finding]:
    if not (lost := guards.missing()):
        return []
    message = guards.lost_message(lost)
    sentence = Text(*(words.format(told=part) for words, part in zip(_GUARDS, message, strict=True)))
    where = f"{AGAINST}: pengaman"
    finding = Finding(Kind.MISSING, where, None, "Rangkap", found=message.id, said=sentence)
    return [replace(finding, details=tuple(lost), steps=(REBUILD,))]


def _heads() -> list[Head]:
    try:
        last = entries.last()
    except BadEntry:
        return []
    return [Head(last.n, last.hash)] if last else []


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """No repeats, no object whose missing file is named already."""
    kept: dict[tuple[Kind, str, str], Finding] = {}
    for finding in findings:
        missing = (path for kind, path, _ in kept if kind is Kind.MISSING)
        if finding.kind is not Kind.CHANGED or not any(
            path.startswith(f"{finding.path}/") for path in missing
        ):
            kept.setdefault(
                (finding.kind, finding.path, "" if finding.kind is Kind.MISSING else finding.against), finding
            )
    return tuple(kept.values())


def proven_until(session: Session, findings: Iterable[Finding]) -> SignedPage | None:
    """The newest signed page that proves the register."""
    need_role(session, "verify", KEEPERS)
    return proven(session.archive, findings)


def _beside(session: Session) -> Iterator[Finding]:
    if lacking := rebuild_search.lacking(session.settings):
        yield Finding(Kind.MISSING, INDEX, None, "basis data", found=str(len(lacking)), said=_WORDS)
    if not texts.has_index():
        yield Finding(Kind.CHANGED, INDEX, None, "basis data")
    held = keys.all_of(session.settings, keys.CODE)
    for key_id in sorted(letters.keys_used() - held.keys()):
        yield Finding(Kind.MISSING, f"../var/keys/{key_id}.key", None, AGAINST)
    for key_id, key in held.items():
        letter = letters.of_key(key_id)
        code = read_code(letter.code) if letter else None
        if letter and code and not verify_code(code, key, key_id, letter.revision, letter.draft_digest):
            yield Finding(Kind.CHANGED, f"../var/keys/{key_id}.key", None, f"kode salinan {code.letter}")
    for path in sorted(session.settings.var.rglob(_LEFT)):
        with suppress(FileNotFoundError):  # its write ended well
            if path.stat().st_mtime < clock.file_time() - _DAY:
                where = f"../{path.relative_to(session.settings.home)}"
                yield Finding(Kind.FOREIGN, where, None, "Rangkap", said=_STOPPED)


def _unfinished(case: str | None) -> Iterator[Finding]:
    for intent in entries.unfinished():
        if case in (None, intent.case):
            where = f"{year_of(intent.case)}/{intent.case}"
            yield Finding(Kind.TORN, where, intent.case, AGAINST, said=ON_WAY)


def _index_of_pages(session: Session) -> Iterator[Finding]:
    there = {signed.id: signed for signed in signed_pages(session.archive)}
    begun = entries.filing()
    for page in pages.listed():
        where = f"{page.id[2:6]}/{page.id}"
        if page.state != pages.PageState.SIGNED or page.id in begun:
            continue
        if page.id not in there:
            yield Finding(Kind.MISSING, where, page.id, AGAINST)
        elif there[page.id].hash != page.head_hash:
            digest = there[page.id].hash
            yield Finding(Kind.CHANGED, f"{where}/{HALAMAN}", page.id, AGAINST, page.head_hash, digest)


def _arrivals(session: Session, case: str | None, listed: list[index_rows.ArrivalOnRow]) -> Iterator[Finding]:
    folder = session.settings.arrivals
    known = {row.id: row for row in listed}
    for row in listed:
        if case in (None, row.case):
            path = session.settings.arrivals / row.id / ORIGINAL
            yield from _bytes_of(session, path, row.case, row.sha512, row.size)
    for path in sorted(folder.iterdir()) if case is None else ():
        if not path.name.startswith(".") and path.name not in known and not _is_on_way(session, path):
            yield Finding(stray(path.name), f"../var/arrivals/{path.name}", None, AGAINST)


def _is_on_way(session: Session, arrival: Path) -> bool:
    """Look in the order in which the watcher adds and removes."""
    name = arrival.name
    with suppress(Refusal):
        if any(claim.id == name for claim in open_claims(session.settings.inbox)):
            return True
    return arrivals.has(name) or arrivals.was_repeat(name) or not arrival.exists()


def _kept(session: Session) -> Iterator[tuple[Path, str, str, int, str]]:
    """Path, case, digest, size (0: unknown), algorithm of files that rows bind and no version holds."""
    for intent in entries.unfinished():
        for _, path, sha512, size in intent.plan["papers"]:
            yield session.settings.home / path, intent.case, sha512, size, "sha512"
    for letter in letters.in_state(letters.LetterState.DRAFTED):
        where = letter_files.folder(session.settings, letter.id, letter.revision) / letter_files.DRAFT
        yield where, letter.case, letter.draft_digest, 0, "sha256"
    for sheet in sheets.in_state(sheets.CopyState.WAITING):
        where = victims_copy_files.path_of(session.settings, sheet.id, victims_copy_files.PDF, sheet.revision)
        yield where, sheet.case, sheet.digest, 0, "sha256"


def _bytes_of(
    session: Session, path: Path, case: str, digest: str, size: int, algorithm: str = "sha512"
) -> Iterator[Finding]:
    where = f"../{path.relative_to(session.settings.home)}"
    try:
        actual, there = digest_file(path, algorithm), path.stat().st_size
    except FileNotFoundError:
        yield Finding(Kind.MISSING, where, case or None, AGAINST)
    except OSError as error:
        yield Finding(Kind.UNREADABLE, where, case or None, AGAINST, digest, why(error).id)
    else:
        if actual != digest:
            kind = Kind.TRUNCATED if there < size else Kind.CHANGED
            yield Finding(kind, where, case or None, AGAINST, digest, actual)
