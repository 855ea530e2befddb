"""The hash chain of the history, which also fixes looks and changed rows.

``link`` of a row is the SHA-256 of the link before it and of its columns. The ``detail`` enters by a salted digest
(``proof_of``); lawful destruction empties the detail and puts that digest in the place of the salt, so the chain
stays whole. ``marks`` holds a digest of each row of a case, letter, copy, arrival or sheet written in the same
transaction. Looks bear their own digest and are sealed together by a row of the history (:func:`seal`), so that
reading waits for nothing. Only one transaction writes at a time (decision 0014), so keys are in the order of the
chain.
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
"""Verbs of the chain itself: it begins (after an upgrade or rebuild), a seal over looks, changes that no act of their
transaction told.
"""
OWN = (BEGIN, SEAL, CHANGED)
_COVERED = ("account", "operator", "verb", "step", "case", "subject", "marks")
_LOOK = ("account", "operator", "verb", "subject")
_MARKS: ContextVar[dict[str, str] | None] = ContextVar("marks", default=None)


def link(before: str, row: Mapping[str, Any]) -> str:
    """``link`` of ``row`` after the link ``before``."""
    plain = {name: row[name] for name in _COVERED}
    plain |= {"before": before, "at": stamp(row["at"]), "detail": proof_of(row["salt"], row["detail"])}
    return sha256(canonical(plain))


def proof_of(salt: str, detail: str) -> str:
    """Digest by which ``detail`` enters the chain; of an erased one it is the salt."""
    return salt if len(salt) == len(GENESIS) else sha256(f"{salt}{detail}".encode())


def look_digest(row: Mapping[str, Any]) -> str:
    """Digest of a row of the access log."""
    return sha256(canonical({name: row[name] for name in _LOOK} | {"at": stamp(row["at"])}))


def value_digest(value: Mapping[str, Any]) -> str:
    """Digest of a row's value, equal for a new value and one read back.

    Empty fields do not count, so that a later column changes no digest; nor does the reading, which can be made
    again.
    """
    held = {name: one for name, one in value.items() if one and name != "reading"}
    return sha256(json.dumps(held, sort_keys=True, default=_plain).encode())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return stamp(value)
    return dict(value) if isinstance(value, Mapping) else str(value)


def mark_of(salt: str, digest: str) -> str:
    """Entry of ``marks`` for a ``digest``; salted, so that it tells nothing once the salt is erased."""
    return sha256(f"{salt}{digest}".encode())[:32]


def add(rows: Iterable[Mapping[str, Any]]) -> None:
    """Append acts (columns, ``detail`` as JSON); the first takes the changes made so far."""
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
    """Note the new value of row ``thing``, for the next act of the transaction to fix."""
    with kept() as marks:
        marks[thing] = value_digest(value)


@contextmanager
def kept() -> Iterator[dict[str, str]]:
    """Fix every change within the block, a transaction: by an act, or by a row at its end.

    An inner block leaves its changes to the outer one; if it is undone, nothing is fixed.
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
    """Join or open a transaction that writes while no other does."""
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            server.alone()
        yield


def seal() -> None:
    """Seal the looks since the last seal.

    On a server, looks that have a key and are not committed yet are waited for.
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
    """Detail of a seal over ``rows`` (key, digest) after the key ``since``."""
    count, last, whole = 0, since, new_sha256()
    for last, digest in rows:  # noqa: B007
        whole.update(digest.encode())
        count += 1
    return {"after": since, "to": last, "rows": count, "sha256": whole.hexdigest()}


def head() -> dict[str, Any]:
    """Key, time and link of the last row, for paper, archive and checks; empty without one."""
    last = HistoryRow.objects.last()
    return {"n": last.pk, "at": stamp(last.at), "hash": last.link} if last else {}


def own(verb: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a row that the chain itself writes now (:data:`OWN`)."""
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
