"""Step 12: a version of a case is archived and registered in this order.

1. The papers are laid down durably (:mod:`pipeline.office.engine.unfiled_papers`, :func:`put_book`).
2. :func:`begin` commits the whole plan as an intent, in the act's transaction.
3. :func:`complete_one` deposits (staged, durable, one rename), commits the entry, completes ``register.jsonl``,
   ends the intent.
4. The papers laid down are swept (:mod:`pipeline.office.engine.perform`).

:func:`complete_all` repeats it after a crash, before each filing step and at each start.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.deposit import Deposited, NewFile, NewVersion
from pipeline.archive.layout import KASUS, object_in
from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.register_columns import register_columns
from pipeline.kernel.clock import now, read_stamp
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.files import Lock, digest_bytes, write_durably
from pipeline.kernel.ids import is_book, new_arrival_id
from pipeline.office.base import keys
from pipeline.office.base.dossier import SCHEMA, Paper, answered, dossier, payloads_with
from pipeline.office.base.remarks import remarks
from pipeline.office.base.session import Session
from pipeline.records import boot, cases, chain, entries, history, request_cache
from pipeline.register import journal
from pipeline.register.entry import Entry, canonical, make_entry, seal
from pipeline.register.payload import Payload, make_payload, read_payload
from pipeline.stores.folder import make_folder_durably

ARCHIVED = "archive/"


def location(session: Session, case: str) -> str:
    """The case's place in the register: ``archive/2026/2026-0001``."""
    return f"{ARCHIVED}{object_in(session.archive.object_of(case))}"


@request_cache.read_once()
def begin(
    session: Session,
    case: Case,
    kind: str,
    message: str,
    papers: Sequence[Paper],
    moment: datetime,
    *,
    without: Sequence[str] = (),
    after: str = "",
) -> str:
    """Commits to the next version in the step's transaction; returns the operation.

    ``without`` names dropped documents; ``after`` must be registered first.
    """
    chain.seal()
    columns = register_columns(
        case, answered(case.number), location(session, case.number), remarks=remarks(case)
    )
    payload = make_payload(columns)
    open_plans = [intent.plan for intent in entries.unfiled_of(case.number)]
    plan = {
        "kind": kind,
        "message": message,
        "register_number": case.register_number,
        "expects": cases.archived(case.number) + len(open_plans),
        "without": list(without),
        "after": after,
        **_plan(session, papers, payload, dossier(case, kind, payload, papers, open_plans, without)),
    }
    operation = new_arrival_id(moment)
    entries.begin(entries.Intent(operation, case.number, moment, plan))
    return operation


def begin_book(
    session: Session,
    name: str,
    kind: str,
    message: str,
    papers: Sequence[Paper],
    content: Mapping[str, Any],
    moment: datetime,
) -> None:
    """A register paper, in the step's transaction; ``rebuild`` reads ``content`` back."""
    payload = make_payload({})
    chain.seal()
    open_plans = [intent.plan for intent in entries.unfiled_of(name)]
    kasus = {
        "schema": SCHEMA,
        "kind": kind,
        **content,
        "history_head": chain.head(),
        "payloads": payloads_with(name, open_plans, payload),
    }
    plan = {
        "kind": kind,
        "message": message,
        "register_number": "",
        "expects": entries.versions(name) + len(open_plans),
        **_plan(session, papers, payload, kasus),
    }
    entries.begin(entries.Intent(new_arrival_id(moment), name, moment, plan))


def _plan(
    session: Session, papers: Sequence[Paper], payload: Payload, kasus: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "actor": session.decider.account,
        "papers": [[paper.logical, paper.path, paper.sha512, paper.size] for paper in papers],
        "payload": payload.as_dict(),
        "kasus": base64.b64encode(canonical(kasus)).decode(),
    }


def book_folder(session: Session, name: str) -> Path:
    """The folder for an object's papers before filing."""
    where = session.settings.var / "letters" / name
    make_folder_durably(where)
    return where


def put_book(session: Session, name: str, logical: str, data: bytes) -> Paper:
    """Put a paper there, durably."""
    path = book_folder(session, name) / logical
    write_durably(path, data)
    return Paper(logical, path.relative_to(session.settings.home).as_posix(), digest_bytes(data), len(data))


def complete_all(session: Session) -> list[Refusal]:
    """Complete every filing; returns what cannot be completed now."""
    failed: dict[str, Refusal] = {}
    for intent in entries.unfinished():
        if intent.case not in failed:
            try:
                complete_one(session, intent)
            except Refusal as error:
                failed[intent.case] = Refusal(
                    "office.filing_pending", case=intent.case, reason=error.as_text(), cause=error
                )
    return list(failed.values())


def complete_case(session: Session, case: str) -> None:
    """Complete a case's filings, or raise ``office.filing_pending``."""
    for intent in entries.unfinished(case):
        try:
            complete_one(session, intent)
        except Refusal as error:
            raise Refusal("office.filing_pending", case=case, reason=error.as_text(), cause=error) from error


def try_complete_case(session: Session, case: str) -> None:
    """Complete a case's filings if possible now."""
    with suppressed("office.filing_pending"):
        complete_case(session, case)


def complete_all_locked(session: Session) -> None:
    """Complete every filing; the caller holds the filing lock."""
    for intent in entries.unfinished():
        _complete_locked(session, intent)


def complete_one(session: Session, intent: entries.Intent) -> None:
    """Carry out one filing; repeatable."""
    with Lock(session.settings.var / "filing.lock"):
        _complete_locked(session, intent)


def _complete_locked(session: Session, intent: entries.Intent) -> None:
    waiting = entries.unfinished(intent.case)
    if intent.operation not in {other.operation for other in waiting}:
        return
    for earlier in takewhile(lambda other: other.operation != intent.operation, waiting):
        _complete_locked(session, earlier)
    plan, archive = intent.plan, session.archive
    files = [
        NewFile(name, _source(session, intent.case, name, path), digest)
        for name, path, digest, _ in plan["papers"]
    ]
    kasus = base64.b64decode(plan["kasus"])
    _need_first(intent)
    name = archive.object_of(intent.case)
    _need_expected(archive, intent, name)
    new = NewVersion(
        name, files, kasus, plan["message"], intent.operation, intent.at, plan["actor"], plan.get("without", ())
    )  # fmt: skip
    done = archive.deposit(new)
    with boot.transact():
        _append_register_entry(session, intent, done, name)
    journal.complete(archive, entries.after)
    with boot.transact():
        entries.finish(intent.operation)


def _need_first(intent: entries.Intent) -> None:
    first = intent.plan.get("after", "")
    if first and entries.of_operation(first) is None:
        raise Refusal("office.not_filed_yet", case=intent.case)


def _source(session: Session, case: str, name: str, path: str) -> Path | bytes:
    if not path.startswith(ARCHIVED):
        return session.settings.home / path
    try:
        return session.archive.source(path.removeprefix(ARCHIVED))
    except OSError:
        raise Refusal("archive.source_changed", case=case, name=name) from None


def _need_expected(archive: Archive, intent: entries.Intent, name: str) -> None:
    """Refuse where an older database was restored."""
    head = archive.head_of(name)
    number = head.head if head else 0
    if number != intent.plan["expects"] and not (head and head.made_by(intent.operation)):
        raise Refusal(
            "office.database_behind", archive=f"{name} v{number}", database=f"v{intent.plan['expects']}"
        )


def _append_register_entry(session: Session, intent: entries.Intent, done: Deposited, name: str) -> None:
    columns = {column: intent.plan[column] for column in ("register_number", "kind", "actor")}
    add_entry(
        session, intent.operation, read_payload(intent.plan["payload"]), case=name,
        version=done.version, inventory_sha512=done.inventory_sha512, **columns,
    )  # fmt: skip
    if not is_book(intent.case):
        cases.filed(intent.case, done.version, documents_of(session.archive.documents_in(name)))


def add_entry(session: Session, operation: str, payload: Payload, **columns: Any) -> None:
    """Sealed, once per ``operation``; in a transaction."""
    if entries.of_operation(operation) is None:
        last = entries.last()
        year = max(session.today.year, last.year if last else 0)
        moment = moment_after(last)
        entry = make_entry(last, moment=moment, year=year, payload_sha256=payload.sha256, **columns)
        entries.add(seal(entry, *keys.newest(session.settings, keys.SEAL)), payload, operation)


def moment_after(last: Entry | None) -> datetime:
    """Not before ``last``, unless the clock was confirmed."""
    moment = now()
    if last is None or read_stamp(last.at) <= moment or history.has_confirmed_clock(last.n):
        return moment
    return read_stamp(last.at)


def documents_of(documents: Iterable[Document]) -> list[Document]:
    """``documents`` without ``kasus.json``."""
    return [document for document in documents if document.logical != KASUS]


def recover_all(session: Session) -> list[Refusal]:
    """Complete what a crash left, at each start."""
    archive = session.archive
    archive.recover({archive.object_of(intent.case) for intent in entries.unfinished()})
    failed = complete_all(session)
    with Lock(session.settings.var / "filing.lock"):
        journal.complete(archive, entries.after)
    return failed
