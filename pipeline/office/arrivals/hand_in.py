"""Step 1, the second way in: a clerk's files go from a page into the inbox, by its rules.

The history says who handed a file in, by digest, never by name.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.cases.states import REGISTER_ROLES
from pipeline.intake import hand_in, refuse
from pipeline.intake.hand_in import STAGED, Coming
from pipeline.kernel import clock, ids
from pipeline.lookup import access
from pipeline.office.base import heartbeat
from pipeline.office.base.session import Session, need_role
from pipeline.records import arrivals, boot, history
from pipeline.records.arrivals import WAITING, ArrivalState
from pipeline.settings import Settings

VERB = "hand_in"
_STAMP = 10


@dataclass(frozen=True)
class HandedIn:
    """``since``: how later arrival ids begin; ``before``: nomor agenda of the same content, None if new."""

    name: str
    sha256: str
    since: str
    before: str | None = None


@dataclass(frozen=True)
class Became:
    """``what`` is "waiting", "agenda", "ours", "match", "known" or "refused" for a ``reason``."""

    what: str
    agenda: str = ""
    reason: str = ""


def need_may(session: Session) -> None:
    """Refuse whoever may not hand in."""
    need_role(session, VERB, REGISTER_ROLES)


def own_folder(settings: Settings) -> Path:
    """Where files lie while they come."""
    return settings.var / STAGED


def largest(settings: Settings) -> int:
    """Bytes per file (``masuk.batas_mb``)."""
    return int(settings["masuk.batas_mb"]) << 20


def need_room(settings: Settings, size: int) -> None:
    """Refused if the disks would get too full."""
    hand_in.need_room((settings.inbox, settings.var), size, (int(settings["masuk.ruang_bebas_mb"]) << 20))


@contextmanager
def coming(settings: Settings) -> Iterator[Coming]:
    """Removed at the end unless taken over."""
    file = Coming(own_folder(settings), largest(settings))
    try:
        yield file
    finally:
        file.drop()


def take(session: Session, file: Coming, given: str, folder: str = "") -> HandedIn:
    """``given`` is the sender's name for the complete file."""
    need_may(session)
    file.end()
    there, moment = arrivals.by_content(file.sha256), clock.now()
    place = folder if folder.casefold() in session.settings.inbox_folders else ""
    name = hand_in.put_in(session.settings.inbox, file, given, place)
    with boot.transact():
        history.note(moment, session.actor, VERB, 1, sha256=file.sha256, size=file.size)
    since = ids.new_arrival_id(moment)[:_STAMP]
    return HandedIn(
        name,
        file.sha256,
        since,
        ((there.agenda or "") if access.may_see(session, there) else "") if there else None,
    )


def became(session: Session, sha256: str, name: str, since: str) -> Became:
    """What became of the content put into the inbox."""
    need_may(session)
    arrival = arrivals.by_content(sha256)
    if arrival is None:
        reason = refuse.reason_of(session.settings.inbox, hand_in.name_in_inbox(name), since)
        return Became("refused", reason=reason) if reason else Became("waiting")
    if not access.may_see(session, arrival):
        return Became("known")
    number = arrival.agenda or ""
    if arrival.state in WAITING:
        return Became("agenda", number)
    if arrival.state in (ArrivalState.UNMATCHED, ArrivalState.ASIDE):
        return Became("match", number or arrival.id)
    is_ours = arrival.state in (ArrivalState.COPY, ArrivalState.DECISION, ArrivalState.EDITED) or (
        arrival.state == ArrivalState.SPLIT and not arrival.agenda
    )
    return Became("ours" if is_ours else "known", number)


def stands_still(settings: Settings) -> bool:
    """Whether the inbox is paused."""
    sign = heartbeat.of(settings, heartbeat.WATCHER)
    return not sign.lives or bool(sign.paused)


def sweep(settings: Settings) -> int:
    """Remove incomplete files that a kill left."""
    return hand_in.sweep(own_folder(settings))
