"""The database to be moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings as django_conf
from django.db import OperationalError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from pipeline import django_settings
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import N_
from pipeline.records import boot, guards
from pipeline.records.postgresql import server
from pipeline.records.relocation.mark import FILE, SERVER, TITLES
from pipeline.register.entry import BadEntry, Entry, Head, read_entry, verify_chain
from pipeline.settings import Settings, database_url

ALIAS = "asal"
"""``default`` is the target."""
_DOOR = "web_telephone"


@contextmanager
def opened(settings: Settings, engine: str) -> Iterator[Any]:
    """Give the connection, in one reading transaction."""
    path = settings.var / "rangkap.db"
    if engine == FILE and not path.exists():
        raise Refusal("records.nothing_to_move", engine=TITLES[FILE])
    known = connections.databases["default"]
    connections.databases[ALIAS] = known | _only_read(path, engine)
    held = connections[ALIAS]
    try:
        if engine == SERVER:
            # whoever still writes, on any machine, ends first
            server.ask("SELECT pg_advisory_lock(%s, %s)", server.WRITE, on=held)
        with _as_of_now(held):
            _need_current(settings, held)
            yield held
    except NotDurable:
        raise
    except OperationalError as error:
        raise NotDurable(reason=N_("the database of origin cannot be read")) from error
    finally:
        held.close()
        del connections[ALIAS]
        del connections.databases[ALIAS]


def _only_read(path: Path, engine: str) -> dict[str, Any]:
    if engine == FILE:
        name = f"{path.absolute().as_uri()}?mode=ro"
        return django_settings.file_at(path) | {"NAME": name, "OPTIONS": {"timeout": 20}}
    words = django_settings.server_at(database_url())
    limits = f"{words['OPTIONS']['options']} -c default_transaction_read_only=on"
    return words | {"OPTIONS": words["OPTIONS"] | {"options": limits}}


@contextmanager
def _as_of_now(held: Any) -> Iterator[None]:
    with transaction.atomic(using=ALIAS), held.cursor() as cursor:
        if held.vendor == "postgresql":
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield


def _need_current(settings: Settings, held: Any) -> None:
    if held.vendor == "postgresql" and not server.is_there(held):
        raise Refusal("records.nothing_to_move", engine=TITLES[SERVER])
    version = server.version_of(held) if held.vendor == "postgresql" else boot.version_of_file(settings)
    if version != boot.newest() or (held.vendor == "sqlite" and (settings.var / boot.UPGRADING).exists()):
        raise Refusal("records.needs_upgrade")
    if lost := guards.missing(held):
        raise Refusal("records.guards_missing", told=guards.lost_message(lost, held), names=", ".join(lost))


def need_proved(held: Any, archived: Entry | None) -> Head:
    """The register's, refused where it lacks the newest ``archived`` entry."""
    newest: list[Entry] = []

    def each() -> Iterator[Entry]:
        with held.chunked_cursor() as cursor:
            cursor.execute("SELECT line FROM records_entryrow ORDER BY n")
            while batch := cursor.fetchmany(500):
                for (line,) in batch:
                    newest[:] = [read_entry(bytes(line))]
                    yield newest[0]

    try:
        broken = verify_chain(each(), [Head(archived.n, archived.hash)] if archived else [])
    except BadEntry:
        raise Refusal("records.source_damaged", what="register") from None
    if broken:
        raise Refusal("records.source_damaged", what=f"register, {broken[0].how} {broken[0].n}")
    return Head(newest[0].n, newest[0].hash) if newest else Head(0, "")


@contextmanager
def pages_known(held: Any) -> Iterator[None]:
    """Make the web application's tables known, if there."""
    if _DOOR not in held.introspection.table_names() or apps.is_installed("axes"):
        _need_pages(held)
        yield
        return
    django_conf.AUTH_USER_MODEL = django_settings.ACCOUNTS
    apps.set_installed_apps([*django_settings.INSTALLED_APPS, *django_settings.PAGES])
    try:
        _need_pages(held)
        yield
    finally:
        apps.unset_installed_apps()


def _need_pages(held: Any) -> None:
    if _DOOR not in held.introspection.table_names():
        return
    executor = MigrationExecutor(held)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refusal("records.pages_behind")
