"""The chain of the history: each act follows from the one before it, and fixes what was looked at and what was changed.

``link`` of a row is the SHA-256 of the link before it and of the row's columns. What a row tells (``detail``) enters it by a salted
digest (``proof_of``), which takes the place of the salt when lawful destruction empties the detail: the chain stays whole.
``marks`` holds a digest of each row of a case, letter, copy, arrival or sheet that was written in the same transaction. Looks are
written with a digest of their own and sealed together by a row of the history (:func:`seal`), so that reading waits for nothing.
Only one transaction writes at a time (decision 0014), so the order of the keys is that of the chain.
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
from pipeline.register.canonical import canonical, sha256
from pipeline.register.entry import GENESIS

BEGIN, SEAL, CHANGED = "chain_begin", "looks_seal", "rows_change"
"""What the chain itself writes: that it begins (with rows found by an upgrade, or by a rebuild), a seal over looks, changes of rows
that no act of their transaction told."""
OWN = (BEGIN, SEAL, CHANGED)
_COVERED = ("account", "operator", "verb", "step", "case", "subject", "marks")
_LOOK = ("account", "operator", "verb", "subject")
_MARKS: ContextVar[dict[str, str] | None] = ContextVar("marks", default=None)


def link(before: str, row: Mapping[str, Any]) -> str:
    """Return what the ``link`` of ``row`` (its columns by name) must be after the link ``before``."""
    plain = {name: row[name] for name in _COVERED}
    plain |= {"before": before, "at": stamp(row["at"]), "detail": proof_of(row["salt"], row["detail"])}
    return sha256(canonical(plain))


def proof_of(salt: str, detail: str) -> str:
    """Return the digest by which ``detail`` enters the chain; of one that was erased it stands in the place of the salt."""
    return salt if len(salt) == len(GENESIS) else sha256(f"{salt}{detail}".encode())


def look_digest(row: Mapping[str, Any]) -> str:
    """Return the digest that a row of the access log is written with."""
    return sha256(canonical({name: row[name] for name in _LOOK} | {"at": stamp(row["at"])}))


def value_digest(value: Mapping[str, Any]) -> str:
    """Return the digest of what a row holds, the same for a new value and for one that was read back.

    What is empty does not count, so that a column that a later version adds changes no digest; nor does the reading, which can
    be made again.
    """
    held = {name: one for name, one in value.items() if one and name != "reading"}
    return sha256(json.dumps(held, sort_keys=True, default=_plain).encode())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return stamp(value)
    return dict(value) if isinstance(value, Mapping) else str(value)


def mark_of(salt: str, digest: str) -> str:
    """Return what ``marks`` says of a value with this ``digest``; salted, so that nothing is told once the salt is erased."""
    return sha256(f"{salt}{digest}".encode())[:32]


def add(rows: Iterable[Mapping[str, Any]]) -> None:
    """Add acts (columns by name, ``detail`` as JSON) to the end of the chain; the first takes the changes made so far."""
    marks, made = _MARKS.get() or {}, []
    with _in_turn():
        last = HistoryRow.objects.last()
        before = last.link if last else GENESIS
        for one in rows:
            salt = secrets.token_hex(16)
            marked = {thing: mark_of(salt, digest) for thing, digest in marks.items()}
            row = {**one, "salt": salt, "marks": json.dumps(marked, sort_keys=True) if marked else ""}
            before = link(before, row)
            made.append(HistoryRow(**row, link=before))
            marks.clear()
        HistoryRow.objects.bulk_create(made)


def changed(thing: str, value: Mapping[str, Any]) -> None:
    """Note that the row ``thing`` (a number, an id, a code) holds ``value`` now: the next act of the transaction fixes it."""
    with kept() as marks:
        marks[thing] = value_digest(value)


@contextmanager
def kept() -> Iterator[dict[str, str]]:
    """Let every change within the block, which is a transaction, be fixed in the chain: by an act, or by a row at its end.

    A block within another leaves its changes to that; where it is undone, nothing is fixed.
    """
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
    """Be a part of the caller's transaction, or one, that writes while no other does."""
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            server.alone()
        yield


def seal() -> None:
    """Seal the looks since the last seal; nothing where there are none.

    On a server a look that has its key and is not committed yet is waited for: it takes its place among those that are sealed.
    """
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
    """Return what a seal says of ``rows`` (key and digest) that follow the key ``since``."""
    count, last, whole = 0, since, new_sha256()
    for last, digest in rows:  # noqa: B007
        whole.update(digest.encode())
        count += 1
    return {"after": since, "to": last, "rows": count, "sha256": whole.hexdigest()}


def head() -> dict[str, Any]:
    """Return the head of the chain, for paper, archive and checks: key, time and link of its last row; empty without one."""
    last = HistoryRow.objects.last()
    return {"n": last.pk, "at": stamp(last.at), "hash": last.link} if last else {}


def own(verb: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a row that the chain itself writes (:data:`OWN`), now."""
    told = json.dumps(dict(detail), sort_keys=True)
    return {
        "at": now(),
        "account": "sistem",
        "operator": "",
        "verb": verb,
        "step": None,
        "case": "",
        "subject": "",
        "detail": told,
    }
