"""The store of sheets with a code of their own: decision sheets (``D-2026-0042-7``) and what came back on them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q

from pipeline.records.models import EVERY, SheetRow
from pipeline.records.stored import Store


class SheetKind(StrEnum):
    """What a sheet decides; the value is stored and typed on the command line."""

    VET = "verifikasi"
    ASSIGN = "disposisi"
    REVIEW = "persetujuan"
    COPY = "salinan"
    """Decides nothing: the copy for the victim, whose receipt comes back."""
    DELIVERY = "penyampaian"
    """Decides nothing: the dispatch of a letter, whose receipt comes back."""


class SheetState(StrEnum):
    """Where a sheet stands; the value is shown."""

    MADE = "dicetak"
    RETURNED = "kembali"
    DECIDED = "dicatat"


class CopyState(StrEnum):
    """Where a copy for the victim stands (a sheet of kind ``COPY``); the value is shown."""

    MAKING = "sedang dibuat"
    PROPOSED = "usulan"
    WAITING = "menunggu ketua"
    RETURNED = "dikembalikan"
    APPROVED = "disetujui"
    HANDED = "diserahkan"
    GIVEN_UP = "tidak dipakai"
    UNCLAIMED = "tidak diambil"


class DispatchState(StrEnum):
    """Where a dispatch stands (a sheet of kind ``DELIVERY``); the value is shown."""

    OPEN = "belum disampaikan"
    DELIVERED = "disampaikan"
    NEVER = "tidak dapat disampaikan"


RECEIPTS = (SheetKind.COPY, SheetKind.DELIVERY)
"""The kinds that decide nothing: what comes back on them is a receipt."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: about ``case`` and, for a review, ``letter`` at ``revision``; its code and what it is bound to.

    ``arrival`` is the signed scan, ``decision`` what a clerk typed in from it.
    """

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
    """Return the sheets of ``case`` in the order of their numbers."""
    return sorted(
        _SHEETS.all(SheetRow.objects.filter(case=case)), key=lambda one: int(one.id.rsplit("-", 1)[1])
    )


def of_kind(kind: str, which: Q = EVERY) -> list[Sheet]:
    """Return every sheet of ``kind``, by id."""
    return _SHEETS.all(SheetRow.objects.filter(which, kind=kind).order_by("pk"))


def in_state(*states: str, which: Q = EVERY) -> list[Sheet]:
    """Return the sheets in ``states``, by id."""
    return _SHEETS.all(SheetRow.objects.filter(which, state__in=states).order_by("pk"))


def decided(kind: str, among: Collection[str]) -> list[Sheet]:
    """Return the decided sheets of ``kind`` of the cases ``among``, by id."""
    rows = SheetRow.objects.filter(kind=kind, state=SheetState.DECIDED, case__in=list(among))
    return _SHEETS.all(rows.order_by("pk"))


def state_with_scan(sheet: Sheet) -> str:
    """Return the state in which ``sheet`` waits once its scan is here; nothing where none is waited for."""
    if sheet.kind in RECEIPTS:
        return "" if sheet.arrival else sheet.state
    return SheetState.RETURNED if sheet.state == SheetState.MADE else ""
