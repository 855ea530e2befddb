"""The engine that :mod:`pipeline.django_settings` names; Django looks for it under this name."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3.base import DatabaseWrapper as Plain

from pipeline.kernel.errors import NotDurable


class DatabaseWrapper(Plain):
    """A connection whose opening fails with NotDurable: a full or failing disk shows there first."""

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file. Raises NotDurable."""
        try:
            return super().get_new_connection(conn_params)
        except sqlite3.OperationalError as error:
            raise NotDurable(reason="basis data tidak dapat dibuka") from error
