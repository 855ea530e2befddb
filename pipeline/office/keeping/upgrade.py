"""``rangkap upgrade`` brings an older database to this version, or leaves it as it was.

Under the home's lock: backup, copy of the database (``upgrade-before.db``), migration, outdated filings
withdrawn, verify. A failure puts the copy back, after a kill the next run does; a server rolls back.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.opened import archive_of
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import Lock, durable, sync_folder, write_durably
from pipeline.kernel.people import Actor
from pipeline.office.base import filings, home_lock, keys, reported_sender
from pipeline.office.base.home import bring_templates
from pipeline.office.base.session import Session, need_role
from pipeline.office.disposal import dispose
from pipeline.office.disposal.backup import ADMINS, FinishedBackup, Progress, make, quiet
from pipeline.office.keeping import rebuild_search
from pipeline.office.keeping.reconcile import unproved
from pipeline.records import boot, history, snapshot
from pipeline.settings import Settings

KEPT = "upgrade-before.db"


@dataclass(frozen=True)
class Upgraded:
    """What an upgrade did; nothing between equal versions."""

    before: str
    after: str
    backup: FinishedBackup | None
    templates: tuple[str, ...]


def upgrade(
    settings: Settings, actor: Actor, checkout: Path, place: str = "", progress: Progress = quiet
) -> Upgraded:
    """Upgrade the home; ``place`` as in :func:`pipeline.office.disposal.backup.backup`."""
    need_role(Session(settings, actor), "upgrade", ADMINS)
    archive_of(settings).need_mounted()
    or_back = _or_undone if boot.is_on_server() else _or_back
    with home_lock.alone(settings):
        if not boot.is_on_server():
            put_back(settings)
        before = _version(settings)
        done = None
        if boot.is_behind(settings):
            done = make(settings, place, progress=progress)
            with or_back(settings):
                _migrate(settings, actor)
        boot.open_records(settings)
        rebuild_search.complete(settings)
        reported_sender.note_standing(Session(settings, actor), clock.now())
        lacking = (
            []
            if settings.home == checkout
            else bring_templates(checkout / "letter_templates", settings.templates)
        )
        keys.make(settings)
    return Upgraded(before, _version(settings), done, tuple(lacking))


def put_back(settings: Settings) -> None:
    """Restore the database that an unfinished upgrade kept."""
    kept, marker = settings.var / KEPT, settings.var / boot.UPGRADING
    if not marker.exists():
        _forget(settings)
        return
    boot.close()
    with durable():
        for name in ("-wal", "-shm", "-journal"):
            (settings.var / f"rangkap.db{name}").unlink(missing_ok=True)
        sync_folder(settings.var)  # else a journal of the newer database may be read into the kept one
        if kept.exists():
            kept.replace(settings.var / "rangkap.db")
            sync_folder(settings.var)
        marker.replace(settings.var / boot.MIGRATED)
        sync_folder(settings.var)
    with suppress(
        NotDurable
    ):  # it went into its place; what SQLite kept beside it goes with the next upgrade
        _forget(settings)


@contextmanager
def _or_back(settings: Settings) -> Iterator[None]:
    snapshot.copy(settings.var / "rangkap.db", settings.var / KEPT)
    write_durably(settings.var / boot.UPGRADING, (settings.var / boot.MIGRATED).read_bytes())
    try:
        yield
    except BaseException as error:
        put_back(settings)
        _reword(error)
        raise
    boot.close()
    with durable():
        (settings.var / boot.UPGRADING).unlink()
    sync_folder(settings.var)
    try:
        _forget(settings)
    except NotDurable:
        raise Refusal("office.old_database_left", path=settings.var / KEPT) from None


@contextmanager
def _or_undone(settings: Settings) -> Iterator[None]:
    try:
        with boot.undone_by_server(settings):
            yield
    except Exception as error:
        _reword(error)
        raise


def _reword(error: BaseException) -> None:
    code = error.code if isinstance(error, Refusal) else type(error).__name__
    if isinstance(error, Exception) and code != "office.upgrade_undone":
        raise Refusal("office.upgrade_undone", what=code) from error


def _forget(settings: Settings) -> None:
    """The kept database holds names, also of cases destroyed later."""
    with durable():
        snapshot.remove(settings.var / KEPT)


def _migrate(settings: Settings, actor: Actor) -> None:
    boot.open_records(settings, migrate=True)
    session = Session(settings, actor)
    with Lock(settings.var / "filing.lock"):
        dispose.withdraw_begun(session)
        filings.complete_all_locked(session)
    if damage := unproved(session):
        raise Refusal("office.upgrade_undone", what=f"{damage[0].kind}, {len(damage)} temuan")
    with boot.transact():
        history.note(clock.now(), actor, "upgrade")


def _version(settings: Settings) -> str:
    return boot.version_of(settings).partition(" ")[0]
