"""Who acts for which office, whether they may, and the same start for every step."""

import os
import pwd
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.opened import archive_of
from pipeline.cases.case import Case
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State, find_move, move, offered
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import ClockBehind, Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Next
from pipeline.lookup import access, restriction, things
from pipeline.office.base import absences, accounts, home_lock, office_rows
from pipeline.records import boot, entries, history
from pipeline.records.sheets import Sheet
from pipeline.register.journal import last_entry
from pipeline.settings import Settings

READERS = access.READERS
KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST, Role.ADMIN})
REBUILDING = "rebuild.open"
RIGHT_REFUSED = "right_refused"
REGISTERING, DRAFTING = frozenset({"register"}), frozenset({"draft", "redraft"})
"""The acts of those whom four eyes keep from the next."""
_DRIFT = timedelta(seconds=30)


@dataclass(frozen=True)
class Desk(access.Session):
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

    def local(self, moment: datetime) -> datetime:
        """A moment by the clock of the office."""
        return moment.astimezone(self.settings.zone)

    @property
    def places(self) -> tuple[str, ...]:
        """The office's sub-districts."""
        return tuple(self.settings["wilayah.kecamatan"])


def who(settings: Settings, user: str, account: str | None = None) -> Actor:
    """The actor for ``user`` of the machine, acting as ``account``."""
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
    """The actor of watcher and worker: it receives and files."""
    return Actor("sistem", frozenset({Role.CLERK}), user)


def open_desk(settings: Settings, actor: Actor) -> Desk:
    """Open the office for ``actor``, if its database agrees with its archive."""
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
    if (archived := last_entry(archive_of(settings))) is None:
        return
    if entries.line_of(archived.n) != archived.line():
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


def note_refused(account: str, page: str, number: str = "") -> None:
    """Note that ``account`` was refused ``page`` for want of a right, and of which case (ASVS 5.0, 16.3.2)."""
    where = f"{page} {number}" if ids.is_case(number) else page  # else somebody typed it
    with boot.transact():
        history.looked(clock.now(), Actor(account), RIGHT_REFUSED, where)


def has_own_role(desk: Desk, roles: frozenset[Role]) -> bool:
    """Whether the account holds one of ``roles`` itself, not by a mandate."""
    own = (one.roles for one in desk.settings.accounts if one.name == desk.actor.account)
    return not next(own, frozenset[Role]()).isdisjoint(roles)


def need_own_role(desk: Desk, verb: str, roles: frozenset[Role]) -> None:
    """Refuse whoever holds none of ``roles`` but by a mandate."""
    if not has_own_role(desk, roles):
        raise not_yours(desk, verb, roles)


def not_yours(desk: Desk, verb: str, roles: frozenset[Role]) -> Refusal:
    """Return that ``verb`` is for those who hold one of ``roles``."""
    named = ", ".join(sorted(roles))
    return Refusal("office.not_yours", account=desk.actor.account, verb=verb, roles=named)


def need_reason(reason: str) -> None:
    """Refuse an empty reason."""
    if not reason.strip():
        raise Refusal("office.reason_needed")


def case_for(desk: Desk, number: str, verb: str) -> tuple[Case, State]:
    """The case and the state it would have after ``verb``. Raises NotFound, NotPossible.
    The role is asked first, so that a refusal says nothing about the case.
    """
    need_role(desk, verb, find_move(verb).roles)
    case = things.case(desk, number)
    restriction.need_open(number)
    try:
        return case, move(case.state, verb, desk.actor.roles)
    except NotPossible as error:
        raise error.mended_by(*steps(case, desk.actor)) from None


def steps(case: Case, actor: Actor) -> tuple[Next, ...]:
    """What ``actor`` can do next at ``case``."""
    acts = offered(case.state, actor.roles, case.officer) or ("show",)
    return tuple(Next(act, case.number) for act in acts)


def case_to_read(desk: Desk, number: str, verb: str, reason: str = "") -> Case:
    """Return the case and note the look; a restricted one for a ``reason``. Raises NotFound, also for the
    blocked.
    """
    need_role(desk, verb, READERS)
    case = things.case(desk, number)
    if restriction.need_reason(desk.actor, number, reason):
        history.note(clock.now(), desk.actor, restriction.OPENED, None, number, reason=reason)
    history.looked(clock.now(), desk.actor, verb, number)
    return case


def case_to_look_at(desk: Desk, number: str, verb: str) -> Case:
    """:func:`case_to_read` for one of many pages, noted once a visit."""
    with history.again():
        case = case_to_read(desk, number, verb)
    history.looked_in(clock.now(), desk.actor, verb, number)
    return case


def moment_for_numbers() -> datetime:
    """The present. Raises ClockBehind where it lies before the last entry, unless confirmed."""
    now, last = clock.now(), entries.last()
    is_behind = last is not None and now + _DRIFT < clock.read_stamp(last.at)
    if last is not None and is_behind and not history.has_confirmed_clock(last.n):
        raise ClockBehind(now=clock.stamp(now), last=last.at)
    return now


def note_act(desk: Desk, verb: str, case: str = "", subject: str = "", **detail: Any) -> None:
    """Write an act beside the steps, in a transaction of its own."""
    with boot.transact():
        history.note(clock.now(), desk.actor, verb, None, case, subject, **detail)


def is_at_console(settings: Settings) -> bool:
    """Whether the owner of the home runs this process, without ``sudo``."""
    return "SUDO_USER" not in os.environ and settings.home.stat().st_uid == os.getuid()


def user_of_process(settings: Settings) -> str:
    """The operating-system user who called; ``SUDO_USER`` counts only where the owner of the home runs the
    process.
    """
    own = pwd.getpwuid(os.getuid()).pw_name
    by = os.environ.get("SUDO_USER", "")
    return by if by and settings.home.stat().st_uid == os.getuid() else own


def is_own(desk: Desk, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether the actor did it in ``case``: the same ``account``, or the same user of the last of the acts
    ``verbs``.
    In a trial home one user tries all accounts, so the account alone counts.
    """
    if account == desk.actor.account:
        return True
    if desk.settings["kantor.percobaan"] or not desk.actor.operator:
        return False
    acts = [one for one in history.of_case(case) if one.verb in verbs and subject in ("", one.subject)]
    return bool(acts) and acts[-1].operator == desk.actor.operator


def may_not(desk: Desk, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether another person has to do it (``aturan.verifikasi_sendiri`` switches this off)."""
    return not desk.settings["aturan.verifikasi_sendiri"] and is_own(desk, case, account, verbs, subject)
