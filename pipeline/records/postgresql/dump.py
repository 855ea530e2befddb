"""A server's database copied by ``pg_dump``, restored into an empty one by ``pg_restore``.

Address and password go through libpq's environment. Complaints may name rows, so they are neither shown nor
kept. A restore is one transaction: a kill leaves an empty database.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from django.db import DatabaseError, connection, transaction

from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import durable, sync_folder
from pipeline.records import boot
from pipeline.records.postgresql import server
from pipeline.records.snapshot import Facts, facts_in

MARK = "rangkap_pemulihan"
"""An empty table while a restore is open."""
RESTORE = (0x52414E47, 3)
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")
_ENVIRONMENT = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
}
_PASSED = ("PATH", "HOME")


@boot.on_disk()
def copy(target: Path) -> tuple[Facts, str]:
    """Copy durably to the new file ``target``; returns contents and version."""
    boot.reach_server()
    version = server.version_of() or ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        major, schema = _server(cursor)
        tool = _tool("pg_dump", major)
        moment = server.ask("SELECT pg_export_snapshot()")
        contents = facts()
        words = [
            "--format=custom",
            "--compress=0",
            "--no-owner",
            "--no-privileges",
            "--lock-wait-timeout=20s",
        ]
        with durable():
            handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as out:
            _run([tool, *words, f'--schema="{schema}"', f"--snapshot={moment}"], out)
            with durable():
                os.fsync(out.fileno())
    with durable():
        sync_folder(target.parent)
    _run([_tool("pg_restore", major), "--file=-", str(target)])
    return contents, version


def facts() -> Facts:
    """What the server's database holds."""
    with connection.cursor() as cursor:
        return facts_in(cursor)


@contextmanager
def empty() -> Iterator[None]:
    """Hold the empty database; emptied again after a failure."""
    boot.reach_server()
    with boot.on_disk(), connection.cursor() as cursor:
        _tool("pg_restore", _server(cursor)[0])
        if not server.ask("SELECT pg_try_advisory_lock(%s, %s)", RESTORE):
            raise Busy(lock=MARK)
        if server.ask("SELECT to_regclass(%s) IS NOT NULL", [MARK]):
            server.drop_all()
        if not server.is_empty():
            raise Refusal("records.not_emptied")
        cursor.execute(f"CREATE TABLE {MARK} ()")
    try:
        yield
    except BaseException:
        boot.close()
        with suppress(Refusal, DatabaseError):  # the next restore takes it away, by its mark
            server.drop_all()
        boot.close()
        raise
    boot.close()


@boot.on_disk()
def bring_back(source: Path) -> Facts:
    """Restore ``source``; returns what is there."""
    with connection.cursor() as cursor:
        major, schema = _server(cursor)
        words = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
        _run([
            _tool("pg_restore", major), *words, f"--schema={schema}", "--dbname=application_name=rangkap", str(source)
        ])  # fmt: skip
        return facts()


@boot.on_disk()
def end() -> None:
    """Mark the restore as proved."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {MARK}")
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", RESTORE)


def _server(cursor: Any) -> tuple[int, str]:
    cursor.execute("SELECT current_setting('server_version_num')::int / 10000, current_schema()")
    major, schema = cursor.fetchone()
    return int(major), str(schema)


def _tool(name: str, least: int) -> str:
    if (path := shutil.which(name)) is None:
        raise Refusal("records.no_tool", tool=name, major=least)
    output = subprocess.run(
        [path, "--version"], env=_environment(), capture_output=True, text=True, check=False
    ).stdout
    version = _VERSION.search(output)
    if version is None or int(version[1]) < least:
        raise Refusal("records.old_tool", tool=name, version=version[1] if version else "?", major=least)
    return path


def _run(words: Sequence[str], out: IO[bytes] | int = subprocess.DEVNULL) -> None:
    guard = ["setpriv", "--pdeathsig", "KILL", "--"] if shutil.which("setpriv") else []
    done = subprocess.run(
        [*guard, *words],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise Refusal("records.copy_failed", tool=Path(words[0]).name, status=done.returncode)


def _environment() -> dict[str, str]:
    words: dict[str, Any] = connection.settings_dict
    named = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    variables = {name: os.environ[name] for name in os.environ if name in _PASSED or name.startswith("PG")}
    variables |= {name: str(words[key]) for name, key in named.items() if words[key]}
    variables |= {
        name: str(words["OPTIONS"][key]) for key, name in _ENVIRONMENT.items() if key in words["OPTIONS"]
    }
    return variables | {"PGCONNECT_TIMEOUT": "10", "PGAPPNAME": "rangkap", "LC_ALL": "C.UTF-8"}
