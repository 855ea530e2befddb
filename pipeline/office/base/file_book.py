"""A paper of the register itself, a page or the closing of a year, goes into the archive as an object of its own.

It is filed as a case is (:mod:`pipeline.office.base.file_away`): an intent in the transaction of the step, then the
deposit, the entry, the journal. Its entry has no register number and no columns; its ``kasus.json`` tells
what the object is, so that ``rebuild`` can read it back.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.ids import new_arrival_id
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import SCHEMA, Paper
from pipeline.records import chain, entries
from pipeline.records.entries import Intent
from pipeline.register.canonical import canonical
from pipeline.register.payload import make_payload, read_payload
from pipeline.stores.folder import make_folder_durably


def begin(
    desk: Desk,
    name: str,
    kind: str,
    message: str,
    papers: Sequence[Paper],
    told: Mapping[str, Any],
    moment: datetime,
) -> None:
    """Commit to filing the next version of the object ``name``, inside the transaction of the step.

    ``told`` is what its ``kasus.json`` says besides the payloads of its entries.
    """
    payload = make_payload({})
    chain.seal()
    open_plans = [one.plan for one in entries.unfiled_of(name)]
    payloads = [
        *entries.payloads(name).values(), *(read_payload(one["payload"]) for one in open_plans), payload
    ]  # fmt: skip
    kasus = {
        "schema": SCHEMA,
        "kind": kind,
        **told,
        "history_head": chain.head(),
        "payloads": [one.as_dict() for one in payloads],
    }
    plan = {
        "kind": kind,
        "message": message,
        "actor": desk.actor.account,
        "register_number": "",
        "expects": entries.versions(name) + len(open_plans),
        "papers": [[one.logical, one.path, one.sha512, one.size] for one in papers],
        "payload": payload.as_dict(),
        "kasus": base64.b64encode(canonical(kasus)).decode(),
    }
    entries.begin(Intent(new_arrival_id(moment), name, moment, plan))


def folder(desk: Desk, name: str) -> Path:
    """Return where the files of the object ``name`` lie before they are filed; made if need be. Raises NotDurable."""
    where = desk.settings.var / "letters" / name
    make_folder_durably(where)
    return where


def put(desk: Desk, name: str, logical: str, data: bytes) -> Paper:
    """Put a file of the object ``name`` there, durably; returns it as a paper to file."""
    path = folder(desk, name) / logical
    write_durably(path, data)
    return Paper(logical, path.relative_to(desk.settings.home).as_posix(), digest_bytes(data), len(data))
