"""Step 1: an opened arrival shows who has it: two people shall not type in one letter.

It is no lock: it ends with the work or after :data:`LASTS`; version and state guard what is written.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from pipeline.cases.states import CONFIRMERS, REGISTER_ROLES
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.lookup import visible
from pipeline.office.base.session import Session, need_role
from pipeline.records import boot, open_arrivals
from pipeline.records.arrivals import Arrival
from pipeline.records.open_arrivals import Sign

LASTS = timedelta(minutes=30)
"""From the account's last activity: longer than a registration takes."""
MATCHERS = frozenset({Role.CLERK, Role.OFFICER})
_ROLES = {
    **dict.fromkeys(("match", "match-scan", "accept-scan", "put-scan-aside", "record-decision"), MATCHERS),
    "check-signature": MATCHERS | CONFIRMERS,
    "confirm-signature": CONFIRMERS,
    "decide-request": CONFIRMERS,
}

Row = dict[str, str]
"""Who (``account``) has an arrival open, and ``since`` when (a stamp)."""


def begin(session: Session, verb: str, *items: str, beside: bool = False) -> None:
    """Shows the actor at ``items`` (ids or agenda numbers).

    Refused if others are, unless the actor was told (``beside``).
    """
    arrivals = _found(session, verb, items)
    now = clock.now()
    with boot.transact():
        open_arrivals.drop_before(now - LASTS)
        signs = _alive(open_arrivals.listed([arrival.id for arrival in arrivals]))
        if not beside:
            _need_free(session, arrivals, signs)
        own = {sign.arrival: sign.since for sign in signs if sign.account == session.actor.account}
        for arrival in arrivals:
            open_arrivals.put(Sign(arrival.id, session.actor.account, own.get(arrival.id, now), now))


def end(session: Session, verb: str, *items: str) -> None:
    """Remove the actor's own signs."""
    ids = [arrival.id for arrival in _found(session, verb, items)]
    with boot.transact():
        open_arrivals.take_away(ids, session.actor.account)


def done(*arrivals: str) -> None:
    """Remove every sign at ``arrivals`` (ids); inside the caller's transaction."""
    open_arrivals.take_away(arrivals)


def need_free(session: Session, verb: str, *items: str) -> None:
    """Refuse if somebody else is at ``items``."""
    arrivals = _found(session, verb, items)
    _need_free(session, arrivals, _alive(open_arrivals.listed([arrival.id for arrival in arrivals])))


def rows(*arrivals: str) -> dict[str, list[Row]]:
    """Who has ``arrivals`` open (ids; none: all), earliest first."""
    by_arrival: dict[str, list[Row]] = {}
    for sign in _alive(open_arrivals.listed(arrivals or None)):
        by_arrival.setdefault(sign.arrival, []).append(_row(sign))
    return by_arrival


def others(session: Session, *arrivals: str) -> dict[str, list[Row]]:
    """:func:`rows` without the actor's own."""
    by_arrival = {
        arrival: [sign for sign in signs if sign["account"] != session.actor.account]
        for arrival, signs in rows(*arrivals).items()
    }
    return {arrival: signs for arrival, signs in by_arrival.items() if signs}


def presence_message(rows: Sequence[Mapping[str, str]], zone: ZoneInfo) -> str:
    """One arrival's ``rows`` in words (Indonesian)."""
    who = [f"{row['account']} sejak {clock.read_stamp(row['since']).astimezone(zone):%H.%M}" for row in rows]
    return f"sedang dibuka oleh {' dan '.join(who)}" if who else ""


def _found(session: Session, verb: str, ids: Sequence[str]) -> list[Arrival]:
    need_role(session, verb, _ROLES.get(verb, REGISTER_ROLES))
    return [visible.arrival(session, arrival) for arrival in dict.fromkeys(ids)]


def _alive(signs: Sequence[Sign]) -> list[Sign]:
    """Drops signs from a clock once ahead."""
    now = clock.now()
    return [sign for sign in signs if abs(now - sign.seen) < LASTS]


def _row(sign: Sign) -> Row:
    return {"account": sign.account, "since": clock.stamp(sign.since)}


def _need_free(session: Session, arrivals: Sequence[Arrival], signs: Sequence[Sign]) -> None:
    own = session.actor.account
    for arrival in arrivals:
        others = [_row(sign) for sign in signs if sign.arrival == arrival.id and sign.account != own]
        if others:
            raise Refusal(
                "office.opened_elsewhere",
                item=arrival.agenda or arrival.id,
                opened=presence_message(others, session.settings.zone),
                minutes=int(LASTS.total_seconds()) // 60,
            )
