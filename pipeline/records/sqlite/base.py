"""The engine that :mod:`pipeline.django_settings` names; Django looks for it under this name."""

import sqlite3
from types import TracebackType
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as Plain
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property

from pipeline.kernel.errors import NotDurable, Refusal

_OF_THE_DISK = {
    sqlite3.SQLITE_FULL: "cakram penuh",
    sqlite3.SQLITE_IOERR: "basis data tidak dapat ditulis",
    sqlite3.SQLITE_CANTOPEN: "basis data tidak dapat dibuka",
    sqlite3.SQLITE_READONLY: "basis data hanya dapat dibaca",
}
"""What SQLite says of a disk, whatever was asked of it and within a transaction or not, in our words."""
_KIND = 0xFF
"""Where the kind of an error stands in its code; the rest says at which call."""

_ASIDE = "PRAGMA temp_store=MEMORY"
"""Else pages of a migration, a large sort or VACUUM lie in a file of ``/var/tmp``: names of persons outside the home."""


class _Failing(NotDurable, OperationalError):
    """The sentence of a failing disk as Django must see it, which rolls back what fails so."""


class _Told(DatabaseErrorWrapper):
    """Turns what SQLite says of a full or failing disk into a sentence."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            super().__exit__(kind, error, trace)
        except OperationalError as told:
            reason = _OF_THE_DISK.get(getattr(told.__cause__, "sqlite_errorcode", 0) & _KIND)
            if reason is None:
                raise
            raise _Failing(reason=reason) from told


class DatabaseWrapper(Plain):
    """A connection that says in a sentence that a disk is full, failing or spoiled, whatever it was asked."""

    @cached_property
    def wrap_database_errors(self) -> DatabaseErrorWrapper:
        """Return what turns the driver's errors into ours."""
        return _Told(self)

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file; what SQLite puts aside meanwhile stays in memory. Raises NotDurable."""
        try:
            opened = super().get_new_connection(conn_params)
            opened.execute(_ASIDE)
            return opened
        except sqlite3.OperationalError as error:
            raise NotDurable(reason="basis data tidak dapat dibuka") from error
        except sqlite3.DatabaseError as error:
            raise Refusal("records.spoiled_database") from error
