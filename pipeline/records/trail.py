"""What was done and who looked, as one stream, the newest first: rows of the history and of the access log, never changed.

Both grow at their end, so the place of a row in each is also its place in time; a page goes on before the last place of both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from heapq import merge

from django.db.models import Count, Q, QuerySet

from pipeline.records import chain
from pipeline.records.models import AccessRow, HistoryRow


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
_NONE = Q(pk__in=())
ON_SCREEN, UNANSWERED = "layar", "belum dijawab"
"""How the access log names a recap that was looked at on a screen, and a list beside it that older versions showed."""
_HELD = Q(verb__in=("reveal", "export")) | (
    Q(verb="recap") & ~Q(subject__endswith=f" {ON_SCREEN}") & ~Q(subject__endswith=f" {UNANSWERED}")
)
"""Rows of the access log whose act the history always holds; it is told from there. All others are told from the log."""
_OUT = ("dispose_print", "hand_over")
_PRINTED = Q(verb__endswith=" print") | Q(verb__in=_OUT)
"""What went out, of the rows that the access log tells; "print" alone there is a look at a case before its copies are made."""
_LOOKS: Mapping[Kind, Q] = {
    Kind.SIGNED_IN: _SIGNED_IN,
    Kind.FAILED: _FAILED,
    Kind.WENT_OUT: _PRINTED,
    Kind.LOOKED: ~(_SIGNED_IN | _FAILED | _PRINTED),
}
"""Of the access log, without what :data:`_HELD` leaves out."""
_ACTS: Mapping[Kind, Q] = {
    Kind.REVEALED: _REVEALED,
    Kind.WENT_OUT: _WENT_OUT & ~_ACCOUNTS,
    Kind.ACCOUNTS: _ACCOUNTS,
    Kind.CHANGED: ~(_REVEALED | _WENT_OUT | _ACCOUNTS),
}


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
    looks = _looks(asked).order_by("-pk")
    acts = _acts(asked).order_by("-pk")
    looks = looks if before.looks is None else looks.filter(pk__lt=before.looks)
    acts = acts if before.acts is None else acts.filter(pk__lt=before.acts)
    told = merge(
        map(_look, looks.iterator(chunk_size=100)),
        map(_act, acts.iterator(chunk_size=100)),
        key=lambda one: one.at,
        reverse=True,
    )
    yield from told


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
        is_act = rows.model is HistoryRow
        for verb, many in rows.order_by().values_list("verb").annotate(many=Count("pk")):
            found[kind_of(verb, is_act=is_act)] += many
    return found


def kind_of(verb: str, *, is_act: bool) -> Kind:
    """Return the kind of a row of the history (an act) or of the access log."""
    if verb == "user_sign_in":
        return Kind.SIGNED_IN
    if verb in ("user_sign_in_failed", "right_refused"):
        return Kind.FAILED
    if not is_act:
        return Kind.WENT_OUT if verb.endswith(" print") or verb in _OUT else Kind.LOOKED
    if verb in ("reveal", "open_restricted"):
        return Kind.REVEALED
    if verb.startswith(("user_", "trust_", "mandate")) or verb in (
        "keys",
        "recovery-sheet",
        "cert",
        "confirm_clock",
    ):
        return Kind.ACCOUNTS
    if verb in ("export", "hand_over", "recap", "audit_export", "original_export") or verb.endswith("print"):
        return Kind.WENT_OUT
    return Kind.CHANGED


def _looks(asked: Asked) -> QuerySet[AccessRow]:
    rows = AccessRow.objects.exclude(_HELD)
    if asked.kind is not None:
        rows = rows.filter(_LOOKS.get(asked.kind, _NONE))
    if asked.case:
        rows = rows.filter(subject=asked.case)
    return rows.filter(_common(asked))


def _acts(asked: Asked) -> QuerySet[HistoryRow]:
    rows = HistoryRow.objects.exclude(verb__in=chain.OWN)
    if asked.kind is not None:
        rows = rows.filter(_ACTS.get(asked.kind, _NONE))
    if asked.case:
        rows = rows.filter(Q(case=asked.case) | Q(subject=asked.case))
    return rows.filter(_common(asked))


def _common(asked: Asked) -> Q:
    wanted = Q(account=asked.account) if asked.account else Q()
    if asked.since:
        wanted &= Q(at__gte=asked.since)
    if asked.until:
        wanted &= Q(at__lt=asked.until)
    return wanted


def _look(row: AccessRow) -> Trace:
    kind = kind_of(row.verb, is_act=False)
    return Trace(row.at, row.account, row.operator, row.verb, "", row.subject, kind, row.pk, is_act=False)


def _act(row: HistoryRow) -> Trace:
    kind = kind_of(row.verb, is_act=True)
    return Trace(
        row.at, row.account, row.operator, row.verb, row.case, row.subject, kind, row.pk, is_act=True
    )
