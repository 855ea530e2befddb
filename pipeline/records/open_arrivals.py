"""Which account has which arrival open; not archived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from pipeline.records.models import OpenedRow
from pipeline.records.row_values import Store


@dataclass(frozen=True)
class Sign:
    """``account`` has ``arrival`` open."""

    arrival: str
    account: str
    since: datetime
    seen: datetime


_SIGNS = Store(Sign, OpenedRow)


def put(sign: Sign) -> None:
    """Enter or replace a sign."""
    OpenedRow.objects.update_or_create(
        arrival=sign.arrival, account=sign.account, defaults={"since": sign.since, "seen": sign.seen}
    )


def listed(arrivals: Collection[str] | None = None) -> list[Sign]:
    """Signs, first opened first."""
    rows = _SIGNS.rows if arrivals is None else _SIGNS.rows.filter(arrival__in=arrivals)
    return _SIGNS.all(rows.order_by("since", "pk"))


def take_away(arrivals: Collection[str], account: str = "") -> None:
    """Remove signs at ``arrivals``."""
    rows = OpenedRow.objects.filter(arrival__in=arrivals)
    (rows.filter(account=account) if account else rows).delete()


def drop_before(moment: datetime) -> None:
    """Remove signs last seen before ``moment``."""
    OpenedRow.objects.filter(seen__lt=moment).delete()
