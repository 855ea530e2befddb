"""A copy of the SQLite database at one moment; without Django, for older versions too."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import durable, sync_folder
from pipeline.kernel.text import N_
from pipeline.register.entry import read_entry
from pipeline.stores.folder import opened


@dataclass(frozen=True)
class Facts:
    """Heads of register (``n`` 0: none) and history, counts, arrivals."""

    n: int
    hash: str
    counts: dict[str, int]
    arrivals: frozenset[str]
    history: dict[str, Any] = field(default_factory=dict)


def copy(source: Path, target: Path) -> None:
    """Copy durably to the new file ``target``."""
    with durable():
        remove(target)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    with _naming_spoiled(), closing(_opened(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")
        if new.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Refusal("records.spoiled_database")
    with durable():
        with opened(target) as handle:
            os.fsync(handle)
        sync_folder(target.parent)


def remove(path: Path) -> None:
    """Takes the journal along, which would be read into the next."""
    for name in ("-wal", "-shm", "-journal", ""):
        path.with_name(f"{path.name}{name}").unlink(missing_ok=True)


def facts(path: Path) -> Facts:
    """What the file at ``path`` holds."""
    with _naming_spoiled(), closing(_opened(path)) as base:
        return facts_in(base.cursor())


def facts_in(cursor: Any) -> Facts:
    """What any database holds, also of older versions."""

    def asked(sentence: str) -> list[Any]:
        cursor.execute(sentence)
        rows: list[Any] = cursor.fetchall()
        return rows

    last = [
        read_entry(bytes(line))
        for (line,) in asked("SELECT line FROM records_entryrow ORDER BY n DESC LIMIT 1")
    ]
    n, entry_hash = (last[0].n, last[0].hash) if last else (0, "")
    counts = {
        name: int(asked(f"SELECT count(*) FROM records_{table}")[0][0])  # noqa: S608 - our own names
        for name, table in _COUNTED.items()
    }
    arrivals = frozenset(
        str(name)
        for (name,) in asked(
            "SELECT id FROM records_arrivalrow UNION ALL SELECT claim FROM records_repeatrow"
        )
    )
    acts = asked("SELECT * FROM records_historyrow ORDER BY id DESC LIMIT 1")
    act = dict(zip((column[0] for column in cursor.description), acts[0], strict=True)) if acts else {}
    head = {"n": act["id"], "hash": act["link"]} if "link" in act else {}
    return Facts(n, entry_hash, counts, arrivals, head)


_COUNTED = {"cases": "caserow", "entries": "entryrow", "arrivals": "arrivalrow", "documents": "documentrow"}


@contextmanager
def _naming_spoiled() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise NotDurable(reason=N_("the database cannot be read or copied")) from error
    except sqlite3.DatabaseError as error:
        raise Refusal("records.spoiled_database") from error


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=60)
