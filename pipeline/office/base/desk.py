"""The desk: who acts, for which office; whether they may; and the same start for every step.

``open_desk`` proves that the home is whole enough to work in: database and guards there, archive
mounted, filings of an earlier crash completed by :mod:`pipeline.office.base.file_away` on first need.
"""

import os
import pwd
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pipeline.archive.archive import Archive
from pipeline.archive.opened import archive_of
from pipeline.cases.case import Case
from pipeline.cases.errors import NotPossible
from pipeline.cases.states import State, find_move, move, offered
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Next
from pipeline.lookup import access, restriction, things
from pipeline.lookup.access import Session
from pipeline.office.base import absences, accounts, home_lock, office_rows
from pipeline.office.base.errors import ClockBehind
from pipeline.records import boot, entries, history
from pipeline.records.sheets import Sheet
from pipeline.register.journal import last_entry
from pipeline.settings import Settings

READERS = access.READERS
KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST, Role.ADMIN})
REBUILDING = "rebuild.open"
_DRIFT = timedelta(seconds=30)


@dataclass(frozen=True)
class Desk(Session):
    """Somebody at work: the settings of the office and the actor; with a signed ``sheet``, what they enter was decided on it."""

    sheet: Sheet | None = None

    @property
    def decider(self) -> Actor:
        """Who decides, in whose name an act is written down: the actor, or the chair by her ``sheet``, which the actor enters."""
        if self.sheet is None:
            return self.actor
        return Actor(self.sheet.id, frozenset({Role.CHAIR}), self.actor.account)

    @property
    def archive(self) -> Archive:
        """The archive of the office."""
        return archive_of(self.settings)

    @property
    def today(self) -> date:
        """The day it is in the office."""
        return clock.today(self.settings["kantor.zona_waktu"])

    @property
    def places(self) -> tuple[str, ...]:
        """The office's sub-districts."""
        return tuple(self.settings["wilayah.kecamatan"])


def who(settings: Settings, user: str, account: str | None = None) -> Actor:
    """Return the actor for the operating-system ``user``, acting as ``account`` where they may."""
    if account is None:
        own = next((one for one in settings.accounts if user in one.users), None)
        if own is None:
            raise Refusal("office.unknown_account", user=user)
        return Actor(own.name, own.roles, user)
    wanted = next((one for one in settings.accounts if one.name == account), None)
    if wanted is None or not (user in wanted.users or user in wanted.lent_to):
        raise Refusal("office.may_not_act_as", user=user, account=account[:40])
    return Actor(wanted.name, wanted.roles, user)


def system(user: str) -> Actor:
    """Return the actor of the watcher and the worker: it receives and files, as a clerk's scanner does."""
    return Actor("sistem", frozenset({Role.CLERK}), user)


def open_desk(settings: Settings, actor: Actor) -> Desk:
    """Open the office for ``actor``."""
    archive_of(settings).need_mounted()
    if (settings.var / REBUILDING).exists():
        raise Refusal("records.no_database")
    if not boot.is_there(settings) and archive_of(settings).objects():
        raise Refusal("records.no_database")
    home_lock.share(settings)
    boot.open_records(settings)
    _need_agreement(settings)
    settings, actor = accounts.seated(office_rows.laid_over(settings), actor)
    return Desk(settings, absences.acting(settings, actor, clock.today(settings["kantor.zona_waktu"])))


def _need_agreement(settings: Settings) -> None:
    """Refuse a database that does not hold the newest entry of the archive."""
    archived = last_entry(archive_of(settings))
    if archived is None:
        return
    known = entries.line_of(archived.n)
    if known != archived.line():
        database = entries.last()
        raise Refusal(
            "office.database_behind",
            archive=f"catatan {archived.n}",
            database=f"catatan {database.n if database else 0}",
        )


def need_role(desk: Desk, verb: str, roles: frozenset[Role]) -> None:
    """Refuse unless who decides holds one of ``roles``."""
    if desk.decider.roles.isdisjoint(roles):
        raise not_yours(desk, verb, roles)


def has_own_role(desk: Desk, roles: frozenset[Role]) -> bool:
    """Tell whether the actor holds one of ``roles`` by the account's own right, not by a mandate."""
    own = (one.roles for one in desk.settings.accounts if one.name == desk.actor.account)
    return not next(own, frozenset[Role]()).isdisjoint(roles)


def need_own_role(desk: Desk, verb: str, roles: frozenset[Role]) -> None:
    """Refuse whoever holds one of ``roles`` only by a mandate, or not at all."""
    if not has_own_role(desk, roles):
        raise not_yours(desk, verb, roles)


def not_yours(desk: Desk, verb: str, roles: frozenset[Role]) -> Refusal:
    """Return that ``verb`` is for those who hold one of ``roles``."""
    named = ", ".join(sorted(roles))
    return Refusal("office.not_yours", account=desk.actor.account, verb=verb, roles=named)


def need_reason(reason: str) -> None:
    """Refuse what is done for a reason, where none was typed."""
    if not reason.strip():
        raise Refusal("office.reason_needed")


def case_for(desk: Desk, number: str, verb: str) -> tuple[Case, State]:
    """Return the case and the state it would have after ``verb``, or refuse.

    The role is asked before the case is looked for, so that a refusal says nothing about it. Raises
    NotFound, NotPossible.
    """
    need_role(desk, verb, find_move(verb).roles)
    case = things.case(desk, number)
    restriction.need_open(number)
    try:
        return case, move(case.state, verb, desk.actor.roles)
    except NotPossible as error:
        raise error.mended_by(*steps(case, desk.actor)) from None


def steps(case: Case, actor: Actor) -> tuple[Next, ...]:
    """Return what ``actor`` can do next at ``case``: the steps of their own roles, else looking at it."""
    acts = offered(case.state, actor.roles, case.officer) or ("show",)
    return tuple(Next(act, case.number) for act in acts)


def case_to_read(desk: Desk, number: str, verb: str, reason: str = "") -> Case:
    """Return the case for a reader and write down that it was seen; a restricted one only for a ``reason``.

    Of one from which the reader is blocked the answer is that there is none (:mod:`pipeline.lookup.access`). Raises NotFound.
    """
    need_role(desk, verb, READERS)
    case = things.case(desk, number)
    if restriction.need_reason(desk.actor, number, reason):
        history.note(clock.now(), desk.actor, restriction.OPENED, None, number, reason=reason)
    history.looked(clock.now(), desk.actor, verb, number)
    return case


def case_to_look_at(desk: Desk, number: str, verb: str) -> Case:
    """Return the case of which one of many pages is drawn: as :func:`case_to_read`, but the look is written down once for a visit."""
    with history.again():
        case = case_to_read(desk, number, verb)
    history.looked_in(clock.now(), desk.actor, verb, number)
    return case


def moment_for_numbers() -> datetime:
    """Return the present, unless it lies before the last entry and nobody confirmed that. Raises ClockBehind."""
    now, last = clock.now(), entries.last()
    is_behind = last is not None and now + _DRIFT < clock.read_stamp(last.at)
    if last is not None and is_behind and not history.has_confirmed_clock(last.n):
        raise ClockBehind(now=clock.stamp(now), last=last.at)
    return now


def is_at_console(settings: Settings) -> bool:
    """Tell whether this process is that of the owner of the home (the service account), called by nobody's ``sudo``."""
    return "SUDO_USER" not in os.environ and settings.home.stat().st_uid == os.getuid()


def user_of_process(settings: Settings) -> str:
    """Return the operating-system user who called: of this process, or who called it by ``sudo``.

    ``SUDO_USER`` counts only where the process runs as the owner of the home (the service account).
    """
    own = pwd.getpwuid(os.getuid()).pw_name
    by = os.environ.get("SUDO_USER", "")
    return by if by and settings.home.stat().st_uid == os.getuid() else own
