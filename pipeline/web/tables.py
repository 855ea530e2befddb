"""The web door's own tables: backed up, but not rebuilt."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from pipeline.kernel.files import Lock
from pipeline.office.base import database
from pipeline.settings import Settings


def prepare(settings: Settings) -> None:
    """Make or update the door's tables."""
    if not _is_behind():
        return
    with Lock(settings.var / "migrate.lock"), database.on_disk():
        if _is_behind():
            call_command("migrate", verbosity=0, interactive=False)


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
