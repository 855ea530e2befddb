"""Backup and restore of a database on a server, for a home that may not be open: see :mod:`pipeline.records.postgresql.dump`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import DatabaseError, connection

from pipeline.kernel.errors import Refusal
from pipeline.records import boot
from pipeline.records.postgresql import dump, server
from pipeline.records.snapshot import Facts


def copy(target: Path) -> tuple[Facts, str]:
    """Copy the database on the server to the file ``target``; returns what it holds, and of which version it is.

    Raises NotDurable.
    """
    boot.reach_server()
    with boot.on_disk():
        version = server.version_of() or ""
        return dump.copy(target), version


@contextmanager
def empty() -> Iterator[None]:
    """Hold the empty database that a restore goes into; after a failure it is empty again. Raises Busy."""
    boot.reach_server()
    with boot.on_disk():
        dump.begin()
    try:
        yield
    except BaseException:
        boot.close()
        with suppress(Refusal, DatabaseError):  # the next restore takes it away, by its mark
            dump.wipe()
        boot.close()
        raise
    boot.close()


def bring_back(source: Path) -> Facts:
    """Put the copy ``source`` into the database held by :func:`empty`; returns what is there now."""
    with boot.on_disk():
        return dump.bring_back(source)


def facts() -> Facts:
    """Return what the database on the server holds."""
    with connection.cursor() as cursor:
        return dump.facts(cursor)


def end() -> None:
    """Say that what was restored is proved."""
    with boot.on_disk():
        dump.end()
