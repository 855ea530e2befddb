"""The engine that :mod:`pipeline.django_settings` names."""

from types import TracebackType
from typing import Any

import psycopg
from django.db import InterfaceError, OperationalError
from django.db.backends.postgresql.base import DatabaseWrapper as Plain
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property

from pipeline.kernel.errors import NotDurable


class _Gone(NotDurable, OperationalError):
    """An OperationalError, so that Django drops the connection."""

    code = "records.server_away"


class _NamingServerErrors(DatabaseErrorWrapper):
    def __init__(self, wrapper: Plain) -> None:
        super().__init__(wrapper)
        self._holder = wrapper

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            super().__exit__(kind, error, trace)
        except (OperationalError, InterfaceError) as told:
            held = self._holder.connection
            if held is not None and not held.closed:
                raise
            if not self._holder.in_atomic_block:
                self._holder.close()
            raise _Gone from told


class DatabaseWrapper(Plain):
    """Tells when the server is away, and reconnects."""

    @cached_property
    def wrap_database_errors(self) -> DatabaseErrorWrapper:
        """Our errors for the driver's."""
        return _NamingServerErrors(self)

    def get_new_connection(self, conn_params: Any) -> Any:
        """Connect."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            raise _Gone from error
