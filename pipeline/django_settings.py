"""The same settings in Django's words; the only place where they are translated.

Django is plumbing here: the database, its migrations and the queue. Signing in and the web pages
come with the ``web`` door.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.settings import database_url

INSTALLED_APPS = ["pipeline.records.apps.RecordsConfig", "django_q"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASES: dict[str, dict[str, Any]] = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
}
SECRET_KEY = "only for tools that read the models without a home"  # noqa: S105 - replaced by var/keys/django.key


class UnknownDatabase(RangkapError):
    """``RANGKAP_DATABASE`` names an engine this version does not run on."""

    code = "settings.unknown_database"
    said = Text(
        "RANGKAP_DATABASE belum didukung oleh versi ini. Kosongkan variabel itu untuk memakai SQLite di var/.",
        "RANGKAP_DATABASE is not supported by this version. Unset it to use SQLite in var/.",
    )
    status = Exit.USAGE


def database(path: Path) -> dict[str, Any]:
    """Return Django's words for the SQLite file at ``path``: WAL, FULL, one writer at a time.

    ``synchronous=NORMAL`` would lose committed rows at a power cut.
    """
    return {
        "ENGINE": "pipeline.records.sqlite",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }


WORDS: dict[str, Any] = {
    "INSTALLED_APPS": INSTALLED_APPS,
    "DEFAULT_AUTO_FIELD": DEFAULT_AUTO_FIELD,
    "USE_TZ": USE_TZ,
    "TIME_ZONE": "UTC",
    "SECRET_KEY": SECRET_KEY,
    "DATABASES": DATABASES,
    "LOGGING_CONFIG": None,
    "Q_CLUSTER": {
        "name": "rangkap",
        "orm": "default",
        "workers": 1,
        "timeout": 300,
        "retry": 330,
        "max_attempts": 3,
        "ack_failures": False,
        "poll": 0.5,
        "queue_limit": 4,
        "bulk": 1,
        "catch_up": False,
        "save_limit": 200,
        "label": "rangkap",
        "log_level": "WARNING",
        "guard_cycle": 1,
    },
}


def need_known_database() -> None:
    """Raise UnknownDatabase if ``RANGKAP_DATABASE`` asks for an engine this version does not run on."""
    if database_url():
        raise UnknownDatabase
