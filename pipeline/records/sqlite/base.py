"""The engine that :mod:`pipeline.django_settings` names."""

import sqlite3
from types import TracebackType
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as Plain
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import N_

_OF_THE_DISK = {
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_IOERR: N_("the database cannot be written"),
    sqlite3.SQLITE_CANTOPEN: N_("the database cannot be opened"),
    sqlite3.SQLITE_READONLY: N_("the database can be read only"),
}


class _Failing(NotDurable, OperationalError):
    """An OperationalError, so that Django rolls back."""


class _NamingDiskErrors(DatabaseErrorWrapper):
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            super().__exit__(kind, error, trace)
        except OperationalError as told:
            # the lowest byte is the kind of an error, the rest says at which call
            reason = _OF_THE_DISK.get(getattr(told.__cause__, "sqlite_errorcode", 0) & 0xFF)
            if reason is None:
                raise
            raise _Failing(reason=reason) from told


class DatabaseWrapper(Plain):
    """Tells that a disk is full, failing or spoiled."""

    @cached_property
    def wrap_database_errors(self) -> DatabaseErrorWrapper:
        """Our errors for the driver's."""
        return _NamingDiskErrors(self)

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file, temporary data in memory."""
        try:
            opened = super().get_new_connection(conn_params)
            # else names of persons may go to files in /var/tmp (migration, sort, VACUUM)
            opened.execute("PRAGMA temp_store=MEMORY")
            return opened
        except sqlite3.OperationalError as error:
            raise NotDurable(reason=N_("the database cannot be opened")) from error
        except sqlite3.DatabaseError as error:
            raise Refusal("records.spoiled_database") from error
