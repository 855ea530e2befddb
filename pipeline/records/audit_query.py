"""What was done and who looked, as one stream, the newest first: rows of the history and of the access log, never changed.

Both grow at their end, so the place of a row in each is also its place in time; a page goes on before the last place of both.
"""

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
    """What sort of thing was done; the value is what a page asks for."""

    SIGNED_IN = "masuk"
    FAILED = "gagal"
    LOOKED = "lihat"
    REVEALED = "buka"
    WENT_OUT = "keluar"
    CHANGED = "ubah"
    ACCOUNTS = "akun"


_SIGNED_IN = Q(verb="user_sign_in")
_FAILED = Q(verb__in=("user_sign_in_failed", "right_refused"))
_REVEALED = Q(verb__in=("reveal", "open_restricted"))
_WENT_OUT = Q(verb__in=("export", "hand_over", "recap", "audit_export", "original_export")) | Q(
    verb__endswith="print"
)
_ACCOUNTS = (
    Q(verb__startswith="user_") | Q(verb__startswith="trust_") | Q(verb__startswith="mandate")
    | Q(verb__in=("keys", "recovery-sheet", "cert", "confirm_clock"))
)  # fmt: skip
ON_SCREEN, UNANSWERED = "layar", "belum dijawab"
"""How the access log names a recap that was looked at on a screen, and a list beside it that older versions showed."""
_HELD = Q(verb__in=("reveal", "export")) | (
    Q(verb="recap") & ~Q(subject__endswith=f" {ON_SCREEN}") & ~Q(subject__endswith=f" {UNANSWERED}")
)
"""Rows of the access log whose act the history always holds; it is told from there. All others are told from the log."""
_OUT = ("dispose_print", "hand_over")
_PRINTED = Q(verb__endswith=" print") | Q(verb__in=_OUT)
"""What went out, of the rows that the access log tells; "print" alone there is a look at a case before its copies are made."""
_LOOKS: Mapping[Kind, Q] = {Kind.SIGNED_IN: _SIGNED_IN, Kind.FAILED: _FAILED, Kind.WENT_OUT: _PRINTED}
"""Of the access log, without what :data:`_HELD` leaves out; all others are looks."""
_ACTS: Mapping[Kind, Q] = {Kind.REVEALED: _REVEALED, Kind.ACCOUNTS: _ACCOUNTS, Kind.WENT_OUT: _WENT_OUT}
"""Of the history; what is of several kinds is of the first. All others are changes."""


@dataclass(frozen=True)
class Asked:
    """Which rows: from a moment and before another, of an account, of a kind, about a case ("" and None: all)."""

    since: datetime | None = None
    until: datetime | None = None
    account: str = ""
    kind: Kind | None = None
    case: str = ""


@dataclass(frozen=True)
class Place:
    """Before which rows a page goes on: of the access log, and of the history (None: from the newest)."""

    looks: int | None = None
    acts: int | None = None


@dataclass(frozen=True)
class Trace:
    """One row: when, by which account and user, what, about which case and thing."""

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
    """Yield the rows before a place, the newest first."""
    looks, acts = _looks(asked), _acts(asked)
    looks = looks if before.looks is None else looks.filter(pk__lt=before.looks)
    acts = acts if before.acts is None else acts.filter(pk__lt=before.acts)
    traces = (_traces(looks.annotate(case=Value("")), is_act=False), _traces(acts, is_act=True))
    yield from merge(*traces, key=lambda trace: trace.at, reverse=True)


def after(rows: Collection[Trace], before: Place) -> Place:
    """Return the place that follows ``rows``, which began before ``before``."""
    looks, acts = before.looks, before.acts
    for one in rows:
        if one.is_act:
            acts = one.number
        else:
            looks = one.number
    return Place(looks, acts)


def counts(asked: Asked) -> dict[Kind, int]:
    """Return how many rows there are of each kind; a count names nobody."""
    found = dict.fromkeys(Kind, 0)
    for rows in (_looks(asked), _acts(asked)):
        for kind, many in rows.order_by().values_list("kind").annotate(many=Count("pk")):
            found[Kind(kind)] += many
    return found


def _looks(asked: Asked) -> QuerySet[Any]:
    rows = AccessRow.objects.exclude(_HELD)
    rows = rows.filter(subject=asked.case) if asked.case else rows
    return _of_kind(rows, asked, _LOOKS, Kind.LOOKED)


def _acts(asked: Asked) -> QuerySet[Any]:
    rows = HistoryRow.objects.exclude(verb__in=chain.OWN)
    rows = rows.filter(Q(case=asked.case) | Q(subject=asked.case)) if asked.case else rows
    return _of_kind(rows, asked, _ACTS, Kind.CHANGED)


def _of_kind(rows: QuerySet[Any], asked: Asked, kinds: Mapping[Kind, Q], rest: Kind) -> QuerySet[Any]:
    """Return those of ``rows`` that are asked for, each with its ``kind``: the first of ``kinds`` that it is of, else ``rest``."""
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
