"""Accounts, roles, locks, sign-in words.

The admin keeps them (:mod:`pipeline.office.bookkeeping.change_accounts`); the chair may look. A word is given
out once, digested (argon2), good for three days, changed at first use. A first or locked-out admin gets one at
the machine's console.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import N_, Text
from pipeline.office.base import accounts as standing
from pipeline.office.base.session import (
    Session,
    is_at_console,
    need_reason,
    need_role,
    open_session,
    user_of_process,
)
from pipeline.records import accounts, boot, history, passwords
from pipeline.records.accounts import Kept
from pipeline.settings import Settings
from pipeline.settings.accounts import MACHINE

KEEPERS, LOOKERS = frozenset({Role.ADMIN}), frozenset({Role.ADMIN, Role.CHAIR})
VERB = "users"
ADDED, ROLES, LOCKED, UNLOCKED, RESET, CONSOLE, FIRST, SIGNED_IN, CHANGED, FACTOR, SESSIONS, FACTOR_SET = (
    "user_add", "user_roles", "user_lock", "user_unlock", "user_reset", "user_console", "user_first", "user_sign_in",
    "user_word", "user_factor", "user_sessions", "user_factor_set",
)  # fmt: skip
ACTS = (ADDED, ROLES, LOCKED, UNLOCKED, RESET, CONSOLE, FIRST, CHANGED, FACTOR, SESSIONS, FACTOR_SET)
GOOD_FOR = timedelta(hours=72)
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@dataclass(frozen=True)
class OneTimePassword:
    """A word shown once; only its digest is kept."""

    account: str
    word: str
    hours: int = int(GOOD_FOR.total_seconds() // 3600)


def listed(session: Session) -> list[dict[str, Any]]:
    """Roles, machine users, locked, able to sign in."""
    need_role(session, VERB, LOOKERS)
    kept = accounts.listed()
    return [
        {
            "account": account.name,
            "roles": sorted(account.roles),
            "users": sorted(account.users),
            "locked": account.name in kept and kept[account.name].locked,
            "word": _password_state(kept.get(account.name)),
            "signed_in": _last(kept.get(account.name)),
            "version": kept[account.name].version if account.name in kept else 0,
        }
        for account in standing.whole(session.settings, kept)
    ]


def _password_state(kept: Kept | None) -> str:
    if kept is None or not kept.password:
        return "belum ada"
    if kept.until is not None and kept.until <= clock.now():
        return "tidak berlaku lagi"
    return "sekali pakai" if kept.once else "sendiri"


def _last(kept: Kept | None) -> str:
    return clock.stamp(kept.last_login) if kept is not None and kept.last_login else ""


def changes(session: Session, account: str = "") -> list[dict[str, Any]]:
    """The history of all accounts, or one, oldest first."""
    need_role(session, VERB, LOOKERS)
    if account:
        named(session, account)
    acts = history.of_subject(account) if account else history.of_verb(*ACTS)
    return [to_plain(act) for act in acts if act.verb in ACTS]


def at_the_door(session: Session, account: str, reason: str, verb: str, act: Callable[[str], object]) -> None:
    """One transaction with its history; only the web door can do it."""
    need_role(session, VERB, KEEPERS)
    need_reason(reason)
    need_other(session, account)
    with boot.transact():
        act(named(session, account).name)
        _note(session.actor, verb, account, reason)


def first(settings: Settings) -> OneTimePassword:
    """The first admin gets one at the console, once in a home's life."""
    session = _console(settings)
    admins = _admins(session.settings)
    if not admins:
        raise Refusal(
            "office.no_account",
            given=Role.ADMIN.value,
            known=", ".join(account.name for account in session.settings.accounts),
        )
    with boot.transact():
        if _has_begun():
            raise Refusal("office.not_first", account=admins[0])
        word = new_password(admins[0])
        put(named(session, admins[0]), word)
        _note(session.actor, FIRST, admins[0], "")
    return word


FIRST_PAGE = "mulai/"
"""``rangkap start`` shows it only to a terminal, as a link's fragment: no log or server gets it."""


def is_first_to_come(settings: Settings) -> bool:
    """Whether nobody ever had a word here."""
    return bool(_admins(settings)) and not _has_begun()


def first_unused(settings: Settings) -> str:
    """The first admin's account while its word is unused."""
    admins = _admins(settings)
    kept = accounts.listed().get(admins[0]) if admins else None
    is_unused = kept is not None and kept.once and not kept.locked and kept.last_login is None
    return admins[0] if is_unused and any(history.of_verb(FIRST)) else ""


def first_waiting(settings: Settings) -> str:
    """The same while the word is good."""
    account = first_unused(settings)
    until = accounts.listed()[account].until if account else None
    return account if until is not None and until >= clock.now() else ""


def _admins(settings: Settings) -> list[str]:
    return [account.name for account in settings.accounts if Role.ADMIN in account.roles]


def _has_begun() -> bool:
    return any(history.of_verb(FIRST)) or any(account.password for account in accounts.listed().values())


def reset_at_console(settings: Settings, account: str, reason: str) -> OneTimePassword:
    """A locked-out admin's new word, as the history says; a perhaps lost telephone no longer counts."""
    session = _console(settings)
    need_reason(reason)
    with boot.transact():
        before = named(session, account)
        if Role.ADMIN not in before.roles:
            raise refused(account, N_("at the console only an admin's account."))
        word = new_password(account)
        put(replace(before, locked=False), word)
        accounts.drop_factors(account)
        _note(session.actor, CONSOLE, account, reason)
    return word


def _console(settings: Settings) -> Session:
    if not is_at_console(settings):
        raise Refusal("office.not_at_console")
    return open_session(settings, Actor(MACHINE, KEEPERS, user_of_process(settings)))


def named(session: Session, account: str) -> Kept:
    """An account, as founded if never changed."""
    kept = accounts.listed()
    user = next((known for known in standing.whole(session.settings, kept) if known.name == account), None)
    if user is None:
        raise Refusal(
            "office.no_account",
            given=account[:40],
            known=", ".join(known.name for known in session.settings.accounts),
        )
    return kept.get(account, Kept(account, user.roles))


def new_password(account: str) -> OneTimePassword:
    """Draw a word."""
    return OneTimePassword(
        account, "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
    )


def put(account: Kept, word: OneTimePassword | None = None) -> None:
    """Gives a ``word`` good once. Raises Stale."""
    if word:
        until = clock.now() + GOOD_FOR
        account = replace(account, password=passwords.digest_of(word.word), once=True, until=until)
    accounts.put(account)


def need_other(session: Session, account: str) -> None:
    """Refuse what nobody may do to their own account."""
    if account == session.actor.account:
        raise Refusal("office.own_account", account=account)


def refused(account: str, reason: Text) -> Refusal:
    """The refusal of what an account cannot be."""
    return Refusal("office.account_refused", account=account[:40], reason=reason)


def _note(actor: Actor, verb: str, account: str, reason: str, **detail: Any) -> None:
    full_detail = detail | ({"reason": reason.strip()} if reason.strip() else {})
    history.note(clock.now(), actor, verb, None, subject=account, **full_detail)
