"""The engine that :mod:`pipeline.django_settings` names; Django looks for it under this name."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3.base import DatabaseWrapper as Plain

from pipeline.kernel.errors import NotDurable
from pipeline.records.errors import SpoiledDatabase


class DatabaseWrapper(Plain):
    """A connection whose opening fails with a sentence: a full, failing or spoiled disk shows there first."""

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file. Raises NotDurable, SpoiledDatabase."""
        try:
            return super().get_new_connection(conn_params)
        except sqlite3.OperationalError as error:
            raise NotDurable(reason="basis data tidak dapat dibuka") from error
        except sqlite3.DatabaseError as error:
            raise SpoiledDatabase from error
