"""Sheets with a code: decision sheets (``D-2026-0042-7``) and receipts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from django.db.models import Q

from pipeline.records import request_cache
from pipeline.records.models import EVERY, SheetRow
from pipeline.records.row_values import Store


class SheetKind(StrEnum):
    """COPY and DELIVERY decide nothing: receipts come back."""

    VET = "verifikasi"
    ASSIGN = "disposisi"
    REVIEW = "persetujuan"
    COPY = "salinan"
    DELIVERY = "penyampaian"


class SheetState(StrEnum):
    """Where a sheet stands, as shown."""

    MADE = "dicetak"
    RETURNED = "kembali"
    DECIDED = "dicatat"


class CopyState(StrEnum):
    """Where a victim's copy stands, as shown."""

    MAKING = "sedang dibuat"
    PROPOSED = "usulan"
    WAITING = "menunggu ketua"
    RETURNED = "dikembalikan"
    APPROVED = "disetujui"
    HANDED = "diserahkan"
    GIVEN_UP = "tidak dipakai"
    UNCLAIMED = "tidak diambil"


class DispatchState(StrEnum):
    """Where a dispatch stands, as shown."""

    OPEN = "belum disampaikan"
    DELIVERED = "disampaikan"
    NEVER = "tidak dapat disampaikan"


RECEIPTS = (SheetKind.COPY, SheetKind.DELIVERY)


@dataclass(frozen=True)
class Sheet:
    """``decision`` was typed in from the signed scan ``arrival``."""

    id: str
    case: str
    kind: str
    code: str
    key_id: str
    digest: str
    made_at: datetime
    made_by: str
    letter: str = ""
    revision: int = 0
    state: str = SheetState.MADE
    pages: int = 1
    printed: int = 0
    arrival: str = ""
    decision: Mapping[str, Any] = field(default_factory=dict)
    decided_by: str = ""
    decided_at: datetime | None = None
    version: int = 1


_SHEETS = Store(Sheet, SheetRow, "lembar", "Lembar", is_chained=True, json=("decision",))
add, find, get, change = _SHEETS.add, _SHEETS.find, _SHEETS.get, _SHEETS.change


def of_case(case: str) -> list[Sheet]:
    """Sheets of a case, in order."""
    read = partial(_SHEETS.all, _SHEETS.rows.filter(case=case))
    return sorted(request_cache.kept("sheets", case, read), key=lambda sheet: int(sheet.id.rsplit("-", 1)[1]))


def of_kind(kind: str, which: Q = EVERY) -> list[Sheet]:
    """Sheets of ``kind``, by id."""
    return _SHEETS.all(_SHEETS.rows.filter(which, kind=kind).order_by("pk"))


def in_state(*states: str, which: Q = EVERY) -> list[Sheet]:
    """Sheets in ``states``, by id."""
    return _SHEETS.all(_SHEETS.rows.filter(which, state__in=states).order_by("pk"))


def decided(kind: str, among: Collection[str]) -> list[Sheet]:
    """Decided sheets of these cases, by id."""
    rows = _SHEETS.rows.filter(kind=kind, state=SheetState.DECIDED, case__in=list(among))
    return _SHEETS.all(rows.order_by("pk"))


def state_with_scan(sheet: Sheet) -> str:
    """Where it waits with its scan, or ""."""
    if sheet.kind in RECEIPTS:
        return "" if sheet.arrival else sheet.state
    return SheetState.RETURNED if sheet.state == SheetState.MADE else ""
