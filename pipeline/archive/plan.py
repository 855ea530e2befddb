"""What the next version of an object holds: the same plan, whoever commits it, a folder by a rename or a bucket by its inventory.

A function of its arguments, so that whoever repeats it makes the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from pipeline.archive.errors import BadName, NameTaken
from pipeline.archive.inventory import Inventory, empty, make_version
from pipeline.archive.layout import CONTENT, KASUS, need_logical

_OPERATION = re.compile(r"[A-Za-z0-9-]{1,64}")


def planned(
    case: str,
    head: Inventory | None,
    given: Mapping[str, str],
    kasus: str,
    without: Sequence[str],
    message: str,
    operation: str,
    moment: datetime,
    actor: str,
) -> Inventory:
    """Return the inventory with one more version of ``case``, after ``head`` (None: its first).

    ``given`` maps each new document to the SHA-512 of its bytes, ``kasus`` is that of ``kasus.json``; ``without`` are
    documents that are dropped. Bytes that the object has already get no path of their own; ``kasus.json`` always does.
    Raises NameTaken where a document of that name is held with other bytes.
    """
    before = head or empty(case)
    number = before.head + 1
    held = before.newest.state if head else {}
    state = {name: digest for name, digest in held.items() if name not in {*without, KASUS}}
    added: dict[str, str] = {}
    for logical, digest in given.items():
        if state.get(logical, digest) != digest:
            raise NameTaken(case=case, name=logical)
        if not before.holds(digest) and digest not in added.values():
            added[content_path(number, logical)] = digest
        state[logical] = digest
    state[KASUS] = added[content_path(number, KASUS)] = kasus
    return before.next(make_version(number, moment, message, actor, operation, state), added)


def content_path(number: int, logical: str) -> str:
    """Return where the document ``logical`` that comes with version ``number`` lies in its object."""
    return f"v{number}/{CONTENT}/{logical}"


def paths_of(root: str, inventory: Inventory) -> dict[str, str]:
    """Return document → path of the newest version, below ``root``, which is where the object lies in the archive."""
    files = {name: f"{root}/{inventory.path_of(digest)}" for name, digest in inventory.newest.state.items()}
    return files | {KASUS: f"{root}/{content_path(inventory.head, KASUS)}"}


def need_operation(operation: str) -> None:
    """Raise BadName unless ``operation`` can stand in the message of a version."""
    if _OPERATION.fullmatch(operation) is None:
        raise BadName(given=operation[:40], kind="nomor pekerjaan", example="01ARZ3NDEKTSV4RRFFQ69G5FAV")


def need_document(logical: str) -> str:
    """Return ``logical`` if it can be the name of a document, else raise BadName: ``kasus.json`` is none."""
    if need_logical(logical) == KASUS:
        raise BadName(given=KASUS, kind="nama berkas", example="surat-pengaduan.pdf")
    return logical
