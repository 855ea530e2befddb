"""Django's settings for database, migrations and queue; ``web`` adds its own."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.settings import database_url

INSTALLED_APPS = ["pipeline.records.apps.RecordsConfig", "django_q"]
PAGES = (
    "django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "axes", "django_otp",
    "pipeline.web.apps.WebConfig",
)  # fmt: skip
"""The applications that ``web`` adds; moving the database needs their tables."""
ACCOUNTS = "records.AccountRow"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASES: dict[str, dict[str, Any]] = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
}
OFFICE_ZONE = "UTC"
"""Replaced by the zone of the home when it is opened."""
SECRET_KEY = "only for tools that read the models without a home"  # noqa: S105 - replaced by var/keys/django.key


_READ_COMMITTED = 2
"""The level as psycopg numbers it, which is imported only where a server is used."""
_ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}
"""A dead connection is noticed within half a minute."""
_QUERY = ("host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile")


def database(path: Path) -> dict[str, Any]:
    """The database ``RANGKAP_DATABASE``, else the file at ``path``."""
    url = database_url()
    return server_at(url) if url else file_at(path)


def server_at(url: str) -> dict[str, Any]:
    """PostgreSQL: every commit durable, every wait for a lock limited.

    READ COMMITTED is enough, since writers hold the office's lock (decisions/0008).
    """
    try:
        parts = urlsplit(url)
        port, query = (
            parts.port,
            dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))),
        )
    except ValueError:
        raise Refusal("settings.unknown_database", reason=N_("no valid address")) from None
    if parts.scheme not in ("postgresql", "postgres"):
        raise Refusal(
            "settings.unknown_database",
            reason=N_("only postgresql:// is known"),
        )
    foreign = sorted(set(query) - set(_QUERY))
    if foreign:
        raise Refusal(
            "settings.unknown_database",
            reason=N_("{foreign} options behind “?” are not known; known are: {query}").of(
                foreign=len(foreign), query=", ".join(_QUERY)
            ),
        )
    name = unquote(parts.path.lstrip("/"))
    if not name or "/" in name:
        raise Refusal(
            "settings.unknown_database",
            reason=N_("the name of the database is missing"),
        )
    limits = "-c lock_timeout=20s -c synchronous_commit=on -c client_min_messages=warning"
    limits += "".join(f" -c tcp_{name.removeprefix('tcp_')}={value}" for name, value in _ALIVE.items())
    return {
        "ENGINE": "pipeline.records.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": query.pop("port", "") or str(port or ""),
        "OPTIONS": {
            "isolation_level": _READ_COMMITTED,
            "connect_timeout": 10,
            "application_name": "rangkap",
            "options": limits,
            **_ALIVE,
            **query,
        },
    }


def file_at(path: Path) -> dict[str, Any]:
    """SQLite: ``synchronous=NORMAL`` would lose commits at a power cut."""
    return {
        "ENGINE": "pipeline.records.sqlite",
        "NAME": str(path),
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
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
    "OFFICE_ZONE": OFFICE_ZONE,
    "SECRET_KEY": SECRET_KEY,
    "DATABASES": DATABASES,
    "LOGGING_CONFIG": None,
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
    "AUTH_PASSWORD_VALIDATORS": [
        {
            "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
            "OPTIONS": {"min_length": 12},
        },
        {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    ],
    "Q_CLUSTER": {
        "name": "rangkap",
        "orm": "default",
        "broker_class": "pipeline.records.broker.InOrder",
        "workers": 1,
        "timeout": 300,
        "retry": 330,
        "max_attempts": 3,
        "ack_failures": False,
        "poll": 0.5,
        "queue_limit": 4,
        "bulk": 1,
        "catch_up": False,
        "scheduler": False,
        "save_limit": 200,
        "label": "rangkap",
        "log_level": "WARNING",
        "guard_cycle": 1,
    },
}
