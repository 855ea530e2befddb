"""Who acts for which office, whether they may, how every step starts."""

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
from pipeline.cases.states import find_move, offered
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import ClockBehind, Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Next
from pipeline.lookup import access, restriction, visible
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
"""Four eyes: who did these may not do the next."""
_DRIFT = timedelta(seconds=30)


@dataclass(frozen=True)
class Session(access.Viewer):
    """An actor; with a signed ``sheet``, one who enters what was decided on it."""

    sheet: Sheet | None = None

    @property
    def decider(self) -> Actor:
        """In whose name an act is recorded: the actor's, or the chair's by ``sheet``."""
        if self.sheet is None:
            return self.actor
        return Actor(self.sheet.id, frozenset({Role.CHAIR}), self.actor.account)

    @property
    def archive(self) -> Archive:
        """The archive of the office."""
        return archive_of(self.settings)

    @property
    def today(self) -> date:
        """Today by the office's clock."""
        return clock.today(self.settings["kantor.zona_waktu"])

    def local(self, moment: datetime) -> datetime:
        """``moment`` by the office's clock."""
        return moment.astimezone(self.settings.zone)

    @property
    def places(self) -> tuple[str, ...]:
        """The office's sub-districts."""
        return tuple(self.settings["wilayah.kecamatan"])


def who(settings: Settings, user: str, account: str | None = None) -> Actor:
    """``user`` is of the machine, ``account`` acted as."""
    if account is None:
        own = next((known for known in settings.accounts if user in known.users), None)
        if own is None:
            raise Refusal("office.unknown_account", user=user)
        return Actor(own.name, own.roles, user)
    wanted = next((known for known in settings.accounts if known.name == account), None)
    if wanted is None or not (user in wanted.users or user in wanted.lent_to):
        raise Refusal("office.may_not_act_as", user=user, account=account[:40])
    return Actor(wanted.name, wanted.roles, user)


def system(user: str) -> Actor:
    """The actor of watcher and worker."""
    return Actor("sistem", frozenset({Role.CLERK}), user)


def open_session(settings: Settings, actor: Actor) -> Session:
    """Open the office if database and archive agree."""
    archive_of(settings).need_mounted()
    if (settings.var / REBUILDING).exists():
        raise Refusal("records.no_database")
    if not boot.is_there(settings) and archive_of(settings).objects():
        raise Refusal("records.no_database")
    home_lock.share(settings)
    boot.open_records(settings)
    _need_agreement(settings)
    settings, actor = accounts.seated(office_rows.laid_over(settings), actor)
    return Session(settings, absences.acting(settings, actor, clock.today(settings["kantor.zona_waktu"])))


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


def need_role(session: Session, verb: str, roles: frozenset[Role]) -> None:
    """Refuse unless the decider holds one of ``roles``."""
    if session.decider.roles.isdisjoint(roles):
        raise not_yours(session, verb, roles)


def note_refused(account: str, page: str, number: str = "") -> None:
    """Logged for want of a right (ASVS 5.0, 16.3.2)."""
    where = f"{page} {number}" if ids.is_case(number) else page  # else somebody typed it
    with boot.transact():
        history.log_access(clock.now(), Actor(account), RIGHT_REFUSED, where)


def has_own_role(session: Session, roles: frozenset[Role]) -> bool:
    """One of ``roles`` without a mandate."""
    own = (account.roles for account in session.settings.accounts if account.name == session.actor.account)
    return not next(own, frozenset[Role]()).isdisjoint(roles)


def need_own_role(session: Session, verb: str, roles: frozenset[Role]) -> None:
    """Refuse roles held only by a mandate."""
    if not has_own_role(session, roles):
        raise not_yours(session, verb, roles)


def not_yours(session: Session, verb: str, roles: frozenset[Role]) -> Refusal:
    """The refusal for lack of ``roles``."""
    named = ", ".join(sorted(roles))
    return Refusal("office.not_yours", account=session.actor.account, verb=verb, roles=named)


def need_reason(reason: str) -> None:
    """Refuse an empty reason."""
    if not reason.strip():
        raise Refusal("office.reason_needed")


def case_for(session: Session, number: str, verb: str) -> Case:
    """``verb`` must be possible; the role is asked first: a refusal tells nothing about the case."""
    need_role(session, verb, find_move(verb).roles)
    case = visible.case(session, number)
    restriction.need_open(number)
    if case.state not in find_move(verb).sources:
        raise NotPossible(verb=verb, state=case.state.value).mended_by(*steps(case, session.actor))
    return case


def steps(case: Case, actor: Actor) -> tuple[Next, ...]:
    """What ``actor`` can do next."""
    acts = offered(case.state, actor.roles, case.officer) or ("show",)
    return tuple(Next(act, case.number) for act in acts)


def case_to_read(session: Session, number: str, verb: str, reason: str = "") -> Case:
    """The look is noted; a restricted case needs a ``reason``.

    For the blocked it does not exist.
    """
    need_role(session, verb, READERS)
    case = visible.case(session, number)
    if restriction.need_reason(session.actor, number, reason):
        history.note(clock.now(), session.actor, restriction.OPENED, None, number, reason=reason)
    history.log_access(clock.now(), session.actor, verb, number)
    return case


def case_to_look_at(session: Session, number: str, verb: str) -> Case:
    """:func:`case_to_read`, noted once a visit."""
    with history.without_access_log():
        case = case_to_read(session, number, verb)
    history.log_visit(clock.now(), session.actor, verb, number)
    return case


def moment_for_numbers() -> datetime:
    """Now. Raises ClockBehind before the last entry, unless confirmed."""
    now, last = clock.now(), entries.last()
    is_behind = last is not None and now + _DRIFT < clock.read_stamp(last.at)
    if last is not None and is_behind and not history.has_confirmed_clock(last.n):
        raise ClockBehind(now=clock.stamp(now), last=last.at)
    return now


def note_act(session: Session, verb: str, case: str = "", subject: str = "", **detail: Any) -> None:
    """Recorded beside the steps, in its own transaction."""
    with boot.transact():
        history.note(clock.now(), session.actor, verb, None, case, subject, **detail)


def is_at_console(settings: Settings) -> bool:
    """Whether the home's owner runs this process, without ``sudo``."""
    return "SUDO_USER" not in os.environ and settings.home.stat().st_uid == os.getuid()


def user_of_process(settings: Settings) -> str:
    """``SUDO_USER`` counts only if the home's owner runs the process."""
    own = pwd.getpwuid(os.getuid()).pw_name
    by = os.environ.get("SUDO_USER", "")
    return by if by and settings.home.stat().st_uid == os.getuid() else own


def is_own(session: Session, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether the last of ``verbs`` was by the actor's ``account`` or machine user.

    In a trial home one user tries all accounts, so only the account counts.
    """
    if account == session.actor.account:
        return True
    if session.settings["kantor.percobaan"] or not session.actor.operator:
        return False
    acts = [act for act in history.of_case(case) if act.verb in verbs and subject in ("", act.subject)]
    return bool(acts) and acts[-1].operator == session.actor.operator


def may_not(session: Session, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether four eyes demand another person (off by ``aturan.verifikasi_sendiri``)."""
    return not session.settings["aturan.verifikasi_sendiri"] and is_own(
        session, case, account, verbs, subject
    )
