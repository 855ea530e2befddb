"""``rangkap backup``: a home as of one moment goes encrypted into a repository and is read back.

1. Archive, arrivals, letters, templates, keys and settings go in while work goes on.
2. Under the filing lock the database is copied (SQLite's backup or ``pg_dump``), ``cadangan.json`` says what must be found, the repository is completed.
3. A twentieth of the data (or all) is read back, each time the next; database and ``cadangan.json`` are compared.
4. Only then the snapshot is good; ``restore`` knows no other.

Left out: an archive in a bucket, inbox, locks, temporary files, older databases.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pipeline
from pipeline.archive.opened import archive_of
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import Lock, digest_file, durable, write_durably
from pipeline.kernel.people import Role
from pipeline.office.base import backup_state, keys, passphrase
from pipeline.office.base.session import Session, need_role
from pipeline.records import boot, history, snapshot
from pipeline.records.postgresql import dump
from pipeline.settings import Settings, archive_address
from pipeline.stores.backup_repository import BackupRepository

ADMINS = frozenset({Role.ADMIN})
STAGE, DATABASE, DUMP, TOLD = "backup-stage", "rangkap.db", "rangkap.dump", "cadangan.json"
FILE, SERVER = "sqlite", "postgresql"
"""Engines in ``cadangan.json``; unnamed, it is a file."""
_WHOLE = ("archive", "letter_templates", "office.toml", "var")
_NOT_IN_VAR = (
    "arrivals/.staging", "backup-room", "cadangan.json", "denyut", "pdf", "pemeriksaan.json", "pindah", "rangkap*.db*", "rebuild", "upgrade*", ".*.lock",
)  # fmt: skip
_TRIES = 3
_PARTS = 20

Progress = Callable[[str, float], None]
"""The part (``salin``, ``kunci``, ``periksa``) and its share done (0 to 1)."""


@dataclass(frozen=True)
class FinishedBackup:
    """A good snapshot's id, and ``cadangan.json``."""

    snapshot: str
    place: str
    told: dict[str, Any]


def quiet(_part: str, _share: float) -> None:
    """Tell nobody."""


def backup(
    session: Session,
    place: str = "",
    *,
    read_all: bool = False,
    thin: bool = False,
    progress: Progress = quiet,
) -> FinishedBackup:
    """``place`` is by default cadangan.tempat; ``thin`` forgets old backups."""
    need_role(session, "backup", ADMINS)
    done = make(session.settings, place, read_all=read_all, thin=thin, progress=progress)
    with boot.transact():
        history.note(
            clock.now(), session.actor, "backup", subject=done.snapshot[:12], entries=done.told["head"]["n"]
        )
    return done


def make(
    settings: Settings,
    place: str = "",
    *,
    read_all: bool = False,
    thin: bool = False,
    progress: Progress = quiet,
) -> FinishedBackup:
    """Back up any version's database without a session; ``doctor`` tells of a failure."""
    if not (place or settings["cadangan.tempat"]):
        raise Refusal("office.no_backup_place")
    archive_of(settings).need_mounted()
    _need_no_link(settings)
    with durable(), Lock(settings.var / "backup.lock", wait=False):
        try:
            repository = backup_repository(settings, place or settings["cadangan.tempat"])
            done = _made(settings, repository, "100%" if read_all else _turn(settings, repository), progress)
            if thin:
                days = settings["cadangan.simpan_hari"]
                repository.thin((f"--keep-within={days}d", "--keep-monthly=24", "--keep-yearly=10"))
        except (Refusal, OSError) as error:
            code = error.code if isinstance(error, Refusal) else NotDurable.code
            with suppress(NotDurable):  # the first failure is the one to tell
                backup_state.write(settings, {"failed": {"at": clock.stamp(clock.now()), "code": code}})
            raise
    return done


def _need_no_link(settings: Settings) -> None:
    """A link's target would be left out unseen."""
    for path in (*[settings.home / name for name in _WHOLE], *settings.var.iterdir()):
        if path.is_symlink():
            raise Refusal("office.linked_home", name=path.relative_to(settings.home))


def backup_repository(settings: Settings, place: str) -> BackupRepository:
    """The repository at ``place``, made if there is none."""
    if Path(place).is_absolute() and Path(place).resolve().is_relative_to(settings.home.resolve()):
        raise Refusal("stores.bad_place", place=place[:80])
    known = backup_state.read(settings)
    if not known.get("last"):
        passphrase.make_key(settings)
    repository = BackupRepository(place, passphrase.of(settings), settings.var / "backup-room")
    if not repository.is_there():
        if place in known.get("places", ()):
            raise Refusal(
                "stores.place_away", place=place
            )  # an empty mount point must not become a backup on the office's own disk
        repository.make()
    return repository


def _turn(settings: Settings, repository: BackupRepository) -> str:
    """Data to read back (``3/20``), in turn at every place."""
    turns = backup_state.read(settings).get("turns", {})
    number = int(turns.get(repository.place, 0)) % _PARTS + 1
    backup_state.write(settings, {"turns": turns | {repository.place: number}})
    return f"{number}/{_PARTS}"


def _made(
    settings: Settings, repository: BackupRepository, subset: str, progress: Progress
) -> FinishedBackup:
    repository.release()
    stage = settings.var / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    try:
        progress("salin", 0.0)
        repository.store(settings.home, _WHOLE, _excluded(settings), lambda share: progress("salin", share))
        progress("kunci", 0.0)
        with Lock(settings.var / "filing.lock"):
            manifest, known = _staged(settings, stage)
            snapshot_id = _stored(settings, repository, known, progress)
        progress("periksa", 0.0)
        repository.check(subset)
        _need_same(repository, snapshot_id, stage)
        snapshot_id = repository.accept(snapshot_id)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    progress("periksa", 1.0)
    last = {"at": manifest["at"], "place": repository.place, "snapshot": snapshot_id, "read": subset}
    last |= {
        "entries": manifest["head"]["n"],
        "head": manifest["head"]["hash"],
        "history_head": manifest["history_head"] and manifest["history_head"] | {"at": manifest["at"]},
    }
    places = {*backup_state.read(settings).get("places", ()), repository.place}
    backup_state.write(settings, {"last": last, "failed": None, "places": sorted(places)})
    return FinishedBackup(snapshot_id, repository.place, manifest)


def _staged(settings: Settings, stage: Path) -> tuple[dict[str, Any], Collection[str]]:
    base, facts, schema = _copied(settings, stage)
    manifest: dict[str, Any] = {
        "format": 1,
        "engine": SERVER if boot.is_on_server() else FILE,
        "at": clock.stamp(clock.now()),
        "program": pipeline.__version__,
        "schema": schema,
        "head": {"n": facts.n, "hash": facts.hash},
        "history_head": facts.history,
        "counts": facts.counts,
        "keys": sorted(key for kind in (keys.SEAL, keys.CODE) for key in keys.all_of(settings, kind)),
        "database_sha512": digest_file(base),
    }
    if archive_address():  # the bucket is not in the home: the backup does not hold it
        manifest["archive"] = archive_of(settings).place
    write_durably(stage / TOLD, json.dumps(manifest, indent=1, sort_keys=True).encode())
    return manifest, facts.arrivals


def _copied(settings: Settings, stage: Path) -> tuple[Path, snapshot.Facts, str]:
    if boot.is_on_server():
        return (stage / DUMP, *dump.copy(stage / DUMP))
    base, marker = stage / DATABASE, settings.var / boot.MIGRATED
    snapshot.copy(settings.var / DATABASE, base)
    return base, snapshot.facts(base), marker.read_text("utf-8") if marker.exists() else ""


def _stored(
    settings: Settings, repository: BackupRepository, known: Collection[str], progress: Progress
) -> str:
    """Arrivals after the database's copy stay out; vanished files do not matter, unreadable ones do."""
    folder, unread = settings.arrivals.relative_to(settings.home), [""]
    for _ in range(_TRIES):
        snapshot_id, complaints = repository.store(
            settings.home, _WHOLE, _excluded(settings), lambda share: progress("kunci", share)
        )
        unread = [complaint for complaint in complaints if complaint == "?" or os.path.lexists(complaint)]
        if not unread:
            strangers = sorted(repository.names(snapshot_id, f"{folder}") - set(known))
            return (
                repository.without(snapshot_id, [f"{folder}/{stranger}" for stranger in strangers])
                if strangers
                else snapshot_id
            )
    repository.check("1%")  # what cannot be read may also be the repository itself
    raise Refusal(
        "office.backup_incomplete",
        name=unread[0].removeprefix(f"{settings.home.resolve()}/"),
        count=len(unread),
    )


def _excluded(settings: Settings) -> list[str]:
    home = re.sub(r"([\\*?\[])", r"\\\1", str(settings.home.resolve()))
    names = [f"{home}/var/{name}" for name in _NOT_IN_VAR]
    return [*names, f"{home}/archive/.staging/*", f"{home}/var/*.lock", ".*.tmp"]


def _need_same(repository: BackupRepository, snapshot_id: str, stage: Path) -> None:
    for name in sorted(path.name for path in stage.iterdir()):
        if repository.digest(snapshot_id, f"var/{STAGE}/{name}") != digest_file(stage / name):
            raise Refusal("stores.vault_damaged", place=repository.place, what=name)
