"""``rangkap restore`` makes a backup a home again, in an empty folder, proved before it says done.

In ``DIR/.pemulihan`` restic writes, begun filings are completed, archive and register verified,
``cadangan.json`` compared. Then the parts move up, ``office.toml`` last. A failure leaves ``DIR`` empty.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.archive.opened import archive_of
from pipeline.intake.inbox import MARKER
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, digest_file, durable, sync_folder, write_durably
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import backup_state, filings
from pipeline.office.base.session import Session, open_session
from pipeline.office.disposal import destroy
from pipeline.office.disposal.backup import DATABASE, DUMP, FILE, SERVER, STAGE, TOLD
from pipeline.office.keeping.reconcile import unproved
from pipeline.records import boot, entries, history, snapshot
from pipeline.records.postgresql import dump
from pipeline.register.entry import read_entry
from pipeline.settings import Settings, archive_address, load
from pipeline.stores.backup_repository import BackupRepository, Snapshot
from pipeline.stores.folder import sync_tree

ROOM = ".pemulihan"
_PARTS = ("inbox", "archive", "letter_templates", "var")
_LAST = "office.toml"


@dataclass(frozen=True)
class Restored:
    """A restored home; ``told`` is ``cadangan.json``."""

    snapshot: str
    told: Mapping[str, Any]
    completed: int


def restore(
    place: str,
    target: Path,
    passphrase: str,
    user: str,
    *,
    wanted: str = "",
    despite_damage: bool = False,
    progress: Callable[[float], None] = lambda share: None,
) -> Restored:
    """The backup ``wanted`` (default: the newest) in ``place`` becomes ``target``.

    ``despite_damage`` takes what proves whole of a medium that lacks a part.
    """
    if archive_address():
        raise Refusal("office.archive_in_bucket")
    database = dump.empty() if boot.is_on_server() else nullcontext()
    with _empty(target) as room, database, durable():
        repository = BackupRepository(place, passphrase, room / "alat")
        home = room / "rumah"
        home.mkdir(mode=0o700)
        chosen = _read(repository, wanted, home, despite_damage, progress)
        with boot.on_disk():
            done = _proved(home, Actor("sistem", frozenset({Role.ADMIN}), user), chosen)
        sync_tree(home)
        if boot.is_on_server():
            dump.end()
        for name in _PARTS:
            (home / name).rename(target / name)
        sync_folder(target)
        (home / _LAST).rename(target / _LAST)  # with it, and only then, it is a home
        sync_folder(target)
    return done


@contextmanager
def _empty(target: Path) -> Iterator[Path]:
    """A room in the empty folder; a failure leaves nothing."""
    is_new = not target.exists()
    if target.exists() and not target.is_dir():
        raise Refusal("office.restore_not_empty", folder=target)
    with durable():
        target.mkdir(mode=0o700, exist_ok=True)
        if is_new:
            sync_folder(target.parent)
    with Lock(target, wait=False, create=False):
        room = target / ROOM
        names = {path.name for path in target.iterdir()}
        if names and not {ROOM} <= names <= {ROOM, *_PARTS}:
            raise Refusal("office.restore_not_empty", folder=target)
        _sweep(target)
        if any(target.iterdir()):
            raise Refusal("office.restore_not_empty", folder=target)
        try:
            with durable():
                room.mkdir(mode=0o700)
            yield room
        except BaseException:
            boot.close()
            _sweep(target)
            if is_new:
                with suppress(OSError):
                    target.rmdir()
            raise
        shutil.rmtree(room, ignore_errors=True)


def _read(
    repository: BackupRepository,
    wanted: str,
    home: Path,
    despite_damage: bool,
    progress: Callable[[float], None],
) -> Snapshot:
    try:
        if not repository.is_there():
            raise Refusal("stores.place_away", place=repository.place)
        if not despite_damage:
            repository.need_sound()
        chosen = _chosen(repository, wanted)
        repository.restore(chosen.id, home, progress)
    except Refusal as error:
        if error.code != "stores.vault_damaged":
            raise
        raise Refusal("office.backup_damaged", **error.fields) from None
    return chosen


def _sweep(target: Path) -> None:
    """The room, which says that a restore made the rest, goes last."""
    with suppress(OSError):
        (target / _LAST).unlink(missing_ok=True)
    for name in _PARTS:
        shutil.rmtree(target / name, ignore_errors=True)
    if not any((target / name).exists() for name in _PARTS):
        shutil.rmtree(target / ROOM, ignore_errors=True)


def _chosen(repository: BackupRepository, wanted: str) -> Snapshot:
    known = repository.snapshots()
    fitting = [saved for saved in known if saved.id.startswith(wanted)]
    if not fitting or (wanted and len(fitting) > 1):
        shown = ", ".join(f"{saved.id[:8]} ({saved.at[:16]})" for saved in known[-10:]) or "-"
        raise Refusal(
            "office.no_snapshot",
            which=f" {wanted[:64]}" if wanted else "",
            place=repository.place,
            known=shown,
        )
    return fitting[-1]


def _proved(home: Path, actor: Actor, chosen: Snapshot) -> Restored:
    manifest = _database(home)
    if manifest.get("archive"):
        raise Refusal("office.archive_in_bucket")
    (home / "inbox").mkdir(mode=0o770)
    (home / "inbox" / MARKER).touch()
    settings = load(home)
    archive_of(settings).establish()
    boot.open_records(settings, migrate=True)
    session = Session(settings, actor)
    before = manifest["head"]["n"]
    if failed := [*filings.recover_all(session), *destroy.resume_pending(session)]:
        raise Refusal("office.restore_broken", what=failed[0].code)
    if damage := unproved(session):
        raise Refusal("office.restore_broken", what=f"{damage[0].kind}, {len(damage)} temuan")
    with boot.transact():
        history.note(clock.now(), actor, "restore", subject=chosen.id[:12], entries=before)
    if boot.is_on_server():
        facts = dump.facts()
    else:
        boot.close_into_one_file()
        facts = snapshot.facts(settings.var / DATABASE)
    return Restored(chosen.id, manifest, facts.n - before)


def _database(home: Path) -> dict[str, Any]:
    stage = home / "var" / STAGE
    engine = SERVER if boot.is_on_server() else FILE
    base = stage / (DUMP if boot.is_on_server() else DATABASE)
    try:
        manifest: dict[str, Any] = json.loads((stage / TOLD).read_text("utf-8"))
        made_on = str(manifest.get("engine", FILE))
        is_same = made_on != engine or digest_file(base) == manifest["database_sha512"]
        head, counts, schema = manifest["head"], manifest["counts"], str(manifest["schema"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, Refusal):
        raise Refusal("office.restore_broken", what=TOLD) from None
    if made_on != engine:
        raise Refusal("office.backup_other_engine", made_on=made_on, engine=engine)
    if not is_same:
        raise Refusal("office.restore_broken", what=TOLD)
    facts = dump.bring_back(base) if boot.is_on_server() else _facts(base)
    is_same = manifest.get("history_head", facts.history) == facts.history
    if not is_same or head != {"n": facts.n, "hash": facts.hash} or counts != facts.counts:
        raise Refusal("office.restore_broken", what=TOLD)
    if not boot.is_on_server():
        base.replace(home / "var" / DATABASE)
        if schema:
            write_durably(home / "var" / boot.MIGRATED, schema.encode())
    shutil.rmtree(stage)
    return manifest


def _facts(base: Path) -> snapshot.Facts:
    try:
        return snapshot.facts(base)
    except Refusal:
        raise Refusal("office.restore_broken", what=TOLD) from None


def trial_passed(settings: Settings, actor: Actor, done: Restored, target: Path) -> bool:
    """Noted in this office if the backup is its own."""
    if target == settings.home or boot.is_on_server():
        return False
    boot.close()
    open_session(settings, actor)
    if not _is_of_this_office(done.told["head"]):
        return False
    now = clock.now()
    trial = {"at": clock.stamp(now), "of": str(done.told["at"]), "entries": int(done.told["head"]["n"])}
    with boot.transact():
        history.note(
            now, actor, "restore_trial", subject=done.snapshot[:12], entries=trial["entries"], of=trial["of"]
        )
    backup_state.write(settings, {"trial": trial})
    return True


def trial_failed(settings: Settings, actor: Actor, code: str) -> None:
    """Note a failed restore."""
    if boot.is_on_server():
        return
    boot.close()
    open_session(settings, actor)
    now = clock.now()
    with boot.transact():
        history.note(now, actor, "restore_trial_failed", reason=code)
    backup_state.write(settings, {"trial": {"at": clock.stamp(now), "code": code}})


def _is_of_this_office(head: dict[str, Any]) -> bool:
    if not head["n"]:
        return entries.last() is None
    line = entries.line_of(int(head["n"]))
    return line is not None and read_entry(line).hash == head["hash"]
