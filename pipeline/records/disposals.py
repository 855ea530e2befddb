"""Lists of cases to be destroyed (``M-2036-01``), and tombstones."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.plain import from_plain, to_plain
from pipeline.kernel.errors import Destroyed
from pipeline.kernel.files import digest_bytes
from pipeline.records.models import DisposalRow, TombstoneRow
from pipeline.records.numbers import normalize_number
from pipeline.records.row_values import Store
from pipeline.register.entry import BadEntry, canonical
from pipeline.register.payload import read_payload


class DisposalState(StrEnum):
    """How far a list is, as shown."""

    PROPOSED = "diusulkan"
    APPROVED = "disetujui"
    WITHDRAWN = "dicabut"
    DESTROYING = "sedang dimusnahkan"
    DESTROYED = "dimusnahkan"


OPEN = (DisposalState.PROPOSED, DisposalState.APPROVED)


@dataclass(frozen=True)
class DisposalItem:
    """A case as it was when the list was made.

    ``remains`` names cases whose objects keep misfiled bytes. With a ``successor`` only other cases'
    documents went.
    """

    case: str
    register_number: str
    code: str
    series: str
    security: str
    event: str
    since: str
    until: str
    documents: int
    version: int
    inventory_sha512: str
    object: str = ""
    successor: str = ""
    remains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Disposal:
    """``digest`` is the SHA-256 of its cases, as printed.

    ``approval`` and ``minutes`` hold ``number``, ``day``, ``by`` (account).
    """

    id: str
    cases: tuple[DisposalItem, ...]
    digest: str
    made_at: datetime
    made_by: str
    state: str = DisposalState.PROPOSED
    approval: Mapping[str, str] = field(default_factory=dict)
    minutes: Mapping[str, str] = field(default_factory=dict)
    version: int = 1


@dataclass(frozen=True)
class Tombstone:
    """What stays of a destroyed case.

    ``agenda``: number and day received of documents.
    """

    case: str
    disposal: str
    register_number: str
    register_seq: int
    minutes: Mapping[str, str]
    inventory_sha512: str
    agenda: tuple[tuple[str, str], ...]
    letters: tuple[Mapping[str, Any], ...]
    arrivals: tuple[str, ...]
    payload: Mapping[str, Any]


def digest_of(cases: Iterable[DisposalItem]) -> str:
    """SHA-256 of a list, as printed."""
    return digest_bytes(canonical({"cases": to_plain(list(cases))}), "sha256")


_LISTS = Store(
    Disposal, DisposalRow, "daftar arsip usul musnah", "Daftar", json=("cases", "approval", "minutes")
)
add, get, change = _LISTS.add, _LISTS.get, _LISTS.change


def listed(*states: str) -> list[Disposal]:
    """Readable lists, oldest first."""
    return [disposal for disposal in lists(*states).values() if disposal]


def lists(*states: str) -> dict[str, Disposal | None]:
    """Lists by id, oldest first; None if unreadable."""
    rows = _LISTS.rows.order_by("pk")
    return {row["id"]: _readable_list(row) for row in (rows.filter(state__in=states) if states else rows)}


def destroying() -> set[str]:
    """Lists being carried out, also unreadable ones."""
    return set(DisposalRow.objects.filter(state=DisposalState.DESTROYING).values_list("pk", flat=True))


def bury(stones: Iterable[Tombstone]) -> None:
    """Enter tombstones, once for each case."""
    TombstoneRow.objects.bulk_create(
        TombstoneRow(
            case=tombstone.case,
            disposal=tombstone.disposal,
            told=json.dumps(to_plain(tombstone), sort_keys=True),
        )
        for tombstone in stones
    )


def by_register(number: str) -> Tombstone | None:
    """The tombstone with this register number, however spaced."""
    wanted = normalize_number(number)
    return next(
        (tombstone for tombstone in tombstones() if normalize_number(tombstone.register_number) == wanted),
        None,
    )


def need_alive(case: str) -> None:
    """Raise Destroyed if there is a tombstone, even unreadable."""
    by_case = stones(case)
    if case in by_case:
        if (stone := by_case[case]) is None:
            raise Destroyed("records.tombstone_unreadable", case=case)
        day = short_day(date.fromisoformat(stone.minutes["day"]))
        raise Destroyed(case=case, list=stone.disposal, number=stone.minutes["number"], day=day)


def stones(*only: str) -> dict[str, Tombstone | None]:
    """Tombstones by case; None if unreadable."""
    rows = TombstoneRow.objects.order_by("pk")
    return {
        row.case: stone if stone and (stone.case, stone.disposal) == (row.case, row.disposal) else None
        for row in (rows.filter(pk__in=only) if only else rows)
        for stone in [readable(row.told)]
    }


def tombstones(disposal: str = "") -> list[Tombstone]:
    """Readable tombstones, by case."""
    return [stone for stone in stones().values() if stone and disposal in ("", stone.disposal)]


def destroyed() -> set[str]:
    """Destroyed cases."""
    return set(TombstoneRow.objects.values_list("pk", flat=True))


def readable(json_text: str) -> Tombstone | None:
    """The tombstone of this JSON, if usable."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError, BadEntry):
        stone = from_plain(Tombstone, json.loads(json_text))
        texts = [
            stone.case,
            stone.register_number,
            stone.minutes["number"],
            date.fromisoformat(stone.minutes["day"]).isoformat(),
            *read_payload(stone.payload).columns.values(),
            *stone.arrivals,
            *(letter["number"] for letter in stone.letters),
            *(text for pair in stone.agenda for text in pair),
        ]
        return stone if all(isinstance(text, str) for text in texts) else None
    return None


def _readable_list(row: dict[str, Any]) -> Disposal | None:
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _LISTS.value(row)
    return None
