"""History and access log as one stream, in the order of time."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from heapq import merge
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When

from pipeline.records import chain
from pipeline.records.models import EVERY, AccessRow, HistoryRow


class Kind(StrEnum):
    """Kind of an act or look, as asked for."""

    SIGNED_IN = "masuk"
    FAILED = "gagal"
    LOOKED = "lihat"
    REVEALED = "buka"
    WENT_OUT = "keluar"
    CHANGED = "ubah"
    ACCOUNTS = "akun"


ON_SCREEN, UNANSWERED = "layar", "belum dijawab"
"""Endings of the subject: recap on a screen, list of older versions."""
_HELD = Q(verb__in=("reveal", "export")) | (
    Q(verb="recap") & ~Q(subject__endswith=f" {ON_SCREEN}") & ~Q(subject__endswith=f" {UNANSWERED}")
)
"""Looks that the history holds too."""
_LOOKS: Mapping[Kind, Q] = {
    Kind.SIGNED_IN: Q(verb="user_sign_in"),
    Kind.FAILED: Q(verb__in=("user_sign_in_failed", "right_refused")),
    Kind.WENT_OUT: Q(verb__endswith=" print") | Q(verb__in=("dispose_print", "hand_over")),
}
"""A "print" alone is a look before copies are made."""
_ACTS: Mapping[Kind, Q] = {
    Kind.REVEALED: Q(verb__in=("reveal", "open_restricted")),
    Kind.ACCOUNTS: Q(verb__startswith="user_") | Q(verb__startswith="trust_") | Q(verb__startswith="mandate")
    | Q(verb__in=("keys", "recovery-sheet", "cert", "confirm_clock")),
    Kind.WENT_OUT: Q(verb__in=("export", "hand_over", "recap", "audit_export", "original_export"))
    | Q(verb__endswith="print"),
}  # fmt: skip
"""The first that matches; others are changes."""


@dataclass(frozen=True)
class Asked:
    """Which rows; empty means all."""

    since: datetime | None = None
    until: datetime | None = None
    account: str = ""
    kind: Kind | None = None
    case: str = ""


@dataclass(frozen=True)
class Place:
    """Keys before which a page resumes."""

    looks: int | None = None
    acts: int | None = None


@dataclass(frozen=True)
class Trace:
    """One row of either log."""

    at: datetime
    account: str
    operator: str
    verb: str
    case: str
    subject: str
    kind: Kind
    number: int
    is_act: bool


def each(asked: Asked, before: Place) -> Iterator[Trace]:
    """Rows before a place, newest first."""
    looks, acts = _looks(asked), _acts(asked)
    looks = looks if before.looks is None else looks.filter(pk__lt=before.looks)
    acts = acts if before.acts is None else acts.filter(pk__lt=before.acts)
    traces = (_traces(looks.annotate(case=Value("")), is_act=False), _traces(acts, is_act=True))
    yield from merge(*traces, key=lambda trace: trace.at, reverse=True)


def after(rows: Collection[Trace], before: Place) -> Place:
    """Place after ``rows``."""
    last = {row.is_act: row.number for row in rows}
    return Place(last.get(False, before.looks), last.get(True, before.acts))


def counts(asked: Asked) -> dict[Kind, int]:
    """Number of rows by kind."""
    totals = dict.fromkeys(Kind, 0)
    for rows in (_looks(asked), _acts(asked)):
        for kind, many in rows.order_by().values_list("kind").annotate(many=Count("pk")):
            totals[Kind(kind)] += many
    return totals


def _looks(asked: Asked) -> QuerySet[Any]:
    rows = AccessRow.objects.exclude(_HELD)
    rows = rows.filter(subject=asked.case) if asked.case else rows
    return _of_kind(rows, asked, _LOOKS, Kind.LOOKED)


def _acts(asked: Asked) -> QuerySet[Any]:
    rows = HistoryRow.objects.exclude(verb__in=chain.OWN)
    rows = rows.filter(Q(case=asked.case) | Q(subject=asked.case)) if asked.case else rows
    return _of_kind(rows, asked, _ACTS, Kind.CHANGED)


def _of_kind(rows: QuerySet[Any], asked: Asked, kinds: Mapping[Kind, Q], rest: Kind) -> QuerySet[Any]:
    wanted = {"account": asked.account, "at__gte": asked.since, "at__lt": asked.until, "kind": asked.kind}
    whens = (When(which, then=Value(kind)) for kind, which in kinds.items())
    rows = rows.annotate(kind=Case(*whens, default=Value(rest)))
    if asked.kind not in (None, rest, *kinds):
        return rows.none()
    rows = rows.filter(kinds.get(asked.kind, EVERY) if asked.kind else EVERY)  # by the index of verbs
    return rows.filter(**{name: value for name, value in wanted.items() if value})


def _traces(rows: QuerySet[Any], *, is_act: bool) -> Iterator[Trace]:
    columns = ("at", "account", "operator", "verb", "case", "subject", "kind")
    for row in rows.order_by("-pk").values("pk", *columns).iterator(chunk_size=100):
        yield Trace(number=row.pop("pk"), is_act=is_act, **row | {"kind": Kind(row["kind"])})
