"""Who else has a case open, and what was done at it since it was opened: a sign for the others, and no lock.

The sign of whoever looks at a case is renewed by the page that shows it, and ends :data:`LASTS` after the page is left.
What is written is guarded by the version of the case alone (:mod:`pipeline.office.base.fresh`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from pipeline.kernel import clock
from pipeline.office.base import restriction, sight
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.records import boot, cases, history, opened
from pipeline.records.errors import NotFound
from pipeline.records.history import Act
from pipeline.records.opened import Sign

LASTS = timedelta(minutes=2)
"""How long a sign stands after the page was last seen to be open; a page renews it every half minute."""
VERB = "show"


@dataclass(frozen=True)
class Beside:
    """Who else has the case open (account, since when as a stamp), and what others did since ``known`` acts of it were."""

    others: tuple[tuple[str, str], ...]
    news: tuple[Act, ...]


def at(desk: Desk, number: str, known: int | None = None) -> Beside:
    """Renew the actor's sign at case ``number``; return who else is at it, and what others did after its first ``known`` acts.

    A look is not written down again: the page that asks was opened with one. Raises NotYours, NotFound, AccessRestricted.
    """
    need_role(desk, VERB, READERS)
    sight.need(desk.settings, desk.actor, number)
    if not cases.has(number):
        raise NotFound(what="kasus", given=number[:40])
    restriction.need_open(number)
    now, own = clock.now(), desk.actor.account
    with boot.transact():
        signs = [one for one in opened.listed([number]) if now - one.seen <= LASTS]
        since = next((one.since for one in signs if one.account == own), now)
        opened.put(Sign(number, own, since, now))
    acts = history.of_case(number)
    after = acts[known:] if known is not None else []
    return Beside(
        tuple((one.account, clock.stamp(one.since)) for one in signs if one.account != own),
        tuple(one for one in after if one.account != own),
    )
