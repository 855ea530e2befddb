"""The hash chain of the history, which also fixes looks and changed rows.

``link`` is the SHA-256 of the link before and the row's columns. ``detail`` enters by a salted digest
(``proof_of``), which replaces the salt when lawful destruction empties it. ``marks`` holds digests of rows
written in the same transaction. Looks are sealed together, so that reading waits for nothing.
One transaction writes at a time (decision 0008), so keys are in chain order.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import sha256 as new_sha256
from typing import Any

from django.db import connection, transaction

from pipeline.kernel.clock import now, stamp
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.records.postgresql import server
from pipeline.register.entry import GENESIS, canonical, sha256

BEGIN, SEAL, CHANGED = "chain_begin", "looks_seal", "rows_change"
"""Begun (upgrade, rebuild), looks sealed, changes told by no act."""
OWN = (BEGIN, SEAL, CHANGED)
_COVERED = ("account", "operator", "verb", "step", "case", "subject", "marks")
_LOOK = ("account", "operator", "verb", "subject")
_LINKS = HistoryRow.objects.order_by("-pk").values_list("link", flat=True)
_MARKS: ContextVar[dict[str, str] | None] = ContextVar("marks", default=None)


def link(before: str, row: Mapping[str, Any]) -> str:
    """``link`` of ``row`` after ``before``."""
    plain = {name: row[name] for name in _COVERED}
    plain |= {"before": before, "at": stamp(row["at"]), "detail": proof_of(row["salt"], row["detail"])}
    return sha256(canonical(plain))


def proof_of(salt: str, detail: str) -> str:
    """Digest of ``detail``; of an erased one its salt."""
    return salt if len(salt) == len(GENESIS) else sha256(f"{salt}{detail}".encode())


def look_digest(row: Mapping[str, Any]) -> str:
    """Digest of a row of the access log."""
    return sha256(canonical({name: row[name] for name in _LOOK} | {"at": stamp(row["at"])}))


def value_digest(value: Mapping[str, Any]) -> str:
    """Equal when read back.

    Leaves out empty fields, so that new columns change nothing, and the reading, which can be redone.
    """
    held = {name: part for name, part in value.items() if part and name != "reading"}
    return sha256(json.dumps(held, sort_keys=True, default=_plain).encode())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return stamp(value)
    return dict(value) if isinstance(value, Mapping) else str(value)


def mark_of(salt: str, digest: str) -> str:
    """Entry of ``marks``; tells nothing once the salt is erased."""
    return sha256(f"{salt}{digest}".encode())[:32]


def add(rows: Iterable[Mapping[str, Any]]) -> None:
    """Append acts; the first fixes the changes so far."""
    marks, made = _MARKS.get() or {}, []
    with _in_turn():
        before = _LINKS.first() or GENESIS
        for plain in rows:
            salt = secrets.token_hex(16)
            marked = {name: mark_of(salt, digest) for name, digest in marks.items()}
            row = {**plain, "salt": salt, "marks": json.dumps(marked, sort_keys=True) if marked else ""}
            before = link(before, row)
            made.append(HistoryRow(**row, link=before))
            marks.clear()
        HistoryRow.objects.bulk_create(made)


def changed(subject: str, value: Mapping[str, Any]) -> None:
    """Let the transaction's next act fix a value."""
    with kept() as marks:
        marks[subject] = value_digest(value)


@contextmanager
def kept() -> Iterator[dict[str, str]]:
    """Fix every change of the transaction by an act or a final row."""
    outer = _MARKS.get()
    token = _MARKS.set(marks := dict(outer or {}))
    try:
        yield marks
        if outer is None and marks:
            add([own(CHANGED, {})])
    finally:
        _MARKS.reset(token)
    if outer is not None:
        outer.clear()
        outer |= marks


@contextmanager
def _in_turn() -> Iterator[None]:
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            server.alone()
        yield


def seal() -> None:
    """Seal new looks, after waiting for uncommitted ones."""
    with _in_turn(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"LOCK TABLE {AccessRow._meta.db_table} IN SHARE MODE")  # noqa: SLF001
        seals = HistoryRow.objects.filter(verb=SEAL, case="").order_by("-pk")
        last = seals.values_list("detail", flat=True).first()
        since = json.loads(last)["to"] if last else 0
        rows = AccessRow.objects.filter(pk__gt=since).order_by("pk").values_list("pk", "digest")
        detail = sealed(since, rows.iterator(chunk_size=2_000))
        if detail["rows"]:
            add([own(SEAL, detail)])


def sealed(since: int, rows: Iterable[tuple[int, str]]) -> dict[str, Any]:
    """Detail of a seal."""
    count, last, whole = 0, since, new_sha256()
    for last, digest in rows:  # noqa: B007
        whole.update(digest.encode())
        count += 1
    return {"after": since, "to": last, "rows": count, "sha256": whole.hexdigest()}


def head() -> dict[str, Any]:
    """Key, time and link of the last row."""
    last = HistoryRow.objects.order_by("-pk").values_list("pk", "at", "link").first()
    return {"n": last[0], "at": stamp(last[1]), "hash": last[2]} if last else {}


def own(verb: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a row of :data:`OWN`."""
    text = json.dumps(dict(detail), sort_keys=True)
    return {
        "at": now(),
        "account": "sistem",
        "operator": "",
        "verb": verb,
        "step": None,
        "case": "",
        "subject": "",
        "detail": text,
    }
