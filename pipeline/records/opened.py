"""The store of signs: which account has which arrival open. They are of the moment and stand in no archive."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from pipeline.records.models import OpenedRow
from pipeline.records.stored import Store


@dataclass(frozen=True)
class Sign:
    """``account`` opened ``arrival`` (its id) ``since`` then, and was last ``seen`` at it."""

    arrival: str
    account: str
    since: datetime
    seen: datetime


_SIGNS = Store(Sign, OpenedRow)


def put(one: Sign) -> None:
    """Put the sign there, or in the place of the account's own at that arrival."""
    OpenedRow.objects.update_or_create(
        arrival=one.arrival, account=one.account, defaults={"since": one.since, "seen": one.seen}
    )


def listed(arrivals: Collection[str] | None = None) -> list[Sign]:
    """Return the signs (at ``arrivals``, by id), whoever opened first before the others."""
    rows = OpenedRow.objects.all() if arrivals is None else OpenedRow.objects.filter(arrival__in=arrivals)
    return _SIGNS.all(rows.order_by("since", "pk"))


def take_away(arrivals: Collection[str], account: str = "") -> None:
    """Take the signs at ``arrivals`` away, or those of ``account`` alone."""
    rows = OpenedRow.objects.filter(arrival__in=arrivals)
    (rows.filter(account=account) if account else rows).delete()


def drop_before(moment: datetime) -> None:
    """Take away the signs last seen before ``moment``."""
    OpenedRow.objects.filter(seen__lt=moment).delete()
