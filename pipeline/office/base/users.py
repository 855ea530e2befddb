"""The people of the office: accounts, roles, locks, sign-in words.

The admin keeps them, with reasons in the history; the chair may look. The last admin is never locked. A word
is given out once, digested (argon2), good for three days, changed at first use. A first or locked-out admin
gets one at the machine's console.
"""

import re
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import accounts as standing
from pipeline.office.base.desk import Desk, is_at_console, need_reason, need_role, open_desk, user_of_process
from pipeline.records import accounts, boot, history, words
from pipeline.records.accounts import Kept
from pipeline.settings import Settings
from pipeline.settings.accounts import MACHINE, fault

KEEPERS, LOOKERS = frozenset({Role.ADMIN}), frozenset({Role.ADMIN, Role.CHAIR})
VERB = "users"
ADDED, ROLES, LOCKED, UNLOCKED, RESET, CONSOLE, FIRST, SIGNED_IN, CHANGED, FACTOR, SESSIONS, FACTOR_SET = (
    "user_add", "user_roles", "user_lock", "user_unlock", "user_reset", "user_console", "user_first", "user_sign_in",
    "user_word", "user_factor", "user_sessions", "user_factor_set",
)  # fmt: skip
ACTS = (ADDED, ROLES, LOCKED, UNLOCKED, RESET, CONSOLE, FIRST, CHANGED, FACTOR, SESSIONS, FACTOR_SET)
GOOD_FOR = timedelta(hours=72)
_NAME = re.compile(r"[a-z][a-z0-9._-]{1,31}")
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@dataclass(frozen=True)
class Word:
    """A word shown once; only its digest is kept."""

    account: str
    word: str
    hours: int = int(GOOD_FOR.total_seconds() // 3600)


def listed(desk: Desk) -> list[dict[str, Any]]:
    """Every account: roles, machine users, locked, able to sign in."""
    need_role(desk, VERB, LOOKERS)
    kept = accounts.listed()
    return [
        {
            "account": one.name,
            "roles": sorted(one.roles),
            "users": sorted(one.users),
            "locked": one.name in kept and kept[one.name].locked,
            "word": _word_state(kept.get(one.name)),
            "signed_in": _last(kept.get(one.name)),
            "version": kept[one.name].version if one.name in kept else 0,
        }
        for one in standing.whole(desk.settings, kept)
    ]


def _word_state(kept: Kept | None) -> str:
    if kept is None or not kept.password:
        return "belum ada"
    if kept.until is not None and kept.until <= clock.now():
        return "tidak berlaku lagi"
    return "sekali pakai" if kept.once else "sendiri"


def _last(kept: Kept | None) -> str:
    return clock.stamp(kept.last_login) if kept is not None and kept.last_login else ""


def changes(desk: Desk, account: str = "") -> list[dict[str, Any]]:
    """The history of all accounts, or one, oldest first."""
    need_role(desk, VERB, LOOKERS)
    if account:
        _named(desk, account)
    acts = history.of_subject(account) if account else history.of_verb(*ACTS)
    return [to_plain(one) for one in acts if one.verb in ACTS]


def add(desk: Desk, account: str, roles: Collection[Role], reason: str) -> Word:
    """Add an account, or give roles to one founded without."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    if _NAME.fullmatch(account) is None or account == MACHINE:
        raise _refused(account, "namanya huruf kecil, angka, titik, garis (2–32)", "its name is 2–32 small letters, digits, dots, dashes")  # fmt: skip
    there = next(
        (one for one in standing.whole(desk.settings, accounts.listed()) if one.name == account), None
    )
    if there is not None and (there.roles or account in accounts.listed()):
        raise _refused(account, "akun itu sudah ada.", "there is such an account already.")
    with boot.transact():
        made = Kept(account, frozenset(roles))
        _need_fit(desk, made)
        word = _given(made)
        _note(desk.actor, ADDED, account, reason, roles=sorted(made.roles))
    return word


def change_roles(
    desk: Desk, account: str, roles: Collection[Role], reason: str, *, read: int | None = None
) -> None:
    """Change roles. Raises Stale unless ``read`` is the version."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    with boot.transact():
        before = _named(desk, account)
        _need_fresh(before, read)
        after = replace(before, roles=frozenset(roles))
        _need_fit(desk, after)
        _need_admin_left(desk, after)
        need_other(desk, account)
        accounts.put(after)
        _note(desk.actor, ROLES, account, reason, roles=sorted(after.roles), before=sorted(before.roles))


def lock(desk: Desk, account: str, reason: str, *, undo: bool = False) -> None:
    """Lock or unlock: a locked account takes no step and cannot sign in."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    with boot.transact():
        before = _named(desk, account)
        if before.locked is not undo:
            raise _refused(account, "keadaannya sudah begitu.", "it is so already.")
        after = replace(before, locked=not undo)
        _need_admin_left(desk, after)
        need_other(desk, account)
        accounts.put(after)
        _note(desk.actor, UNLOCKED if undo else LOCKED, account, reason)


def reset(desk: Desk, account: str, reason: str) -> Word:
    """Give a new word, shown once; the old one ends."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    with boot.transact():
        word = _given(_named(desk, account))
        _note(desk.actor, RESET, account, reason)
    return word


def at_the_door(desk: Desk, account: str, reason: str, verb: str, act: Callable[[str], object]) -> None:
    """Run ``act``, which only the web door can do, in one transaction with its history."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    need_other(desk, account)
    with boot.transact():
        act(_named(desk, account).name)
        _note(desk.actor, verb, account, reason)


def first(settings: Settings) -> Word:
    """Give the first admin a word, at the console, once in a home's life."""
    desk = _console(settings)
    admins = _admins(desk.settings)
    if not admins:
        raise Refusal(
            "office.no_account",
            given=Role.ADMIN.value,
            known=", ".join(one.name for one in desk.settings.accounts),
        )
    with boot.transact():
        if _has_begun():
            raise Refusal("office.not_first", account=admins[0])
        word = _given(_named(desk, admins[0]))
        _note(desk.actor, FIRST, admins[0], "")
    return word


FIRST_PAGE = "mulai/"
"""Where the first word is used.

``rangkap start`` shows it only to a terminal, as a link's fragment, so that no log or server gets it.
"""


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
    return [one.name for one in settings.accounts if Role.ADMIN in one.roles]


def _has_begun() -> bool:
    return any(history.of_verb(FIRST)) or any(one.password for one in accounts.listed().values())


def reset_at_console(settings: Settings, account: str, reason: str) -> Word:
    """Unlock a locked-out admin with a new word, at the console; the history says so.

    A perhaps lost telephone no longer counts.
    """
    desk = _console(settings)
    need_reason(reason)
    with boot.transact():
        before = _named(desk, account)
        if Role.ADMIN not in before.roles:
            raise _refused(
                account, "di konsol hanya akun admin teknis.", "at the console only an admin's account."
            )
        word = _given(replace(before, locked=False))
        accounts.drop_factors(account)
        _note(desk.actor, CONSOLE, account, reason)
    return word


def _console(settings: Settings) -> Desk:
    if not is_at_console(settings):
        raise Refusal("office.not_at_console")
    return open_desk(settings, Actor(MACHINE, KEEPERS, user_of_process(settings)))


def _named(desk: Desk, account: str) -> Kept:
    kept = accounts.listed()
    found = next((one for one in standing.whole(desk.settings, kept) if one.name == account), None)
    if found is None:
        raise Refusal(
            "office.no_account",
            given=account[:40],
            known=", ".join(one.name for one in desk.settings.accounts),
        )
    return kept.get(account, Kept(account, found.roles))


def _given(one: Kept) -> Word:
    word = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
    until = clock.now() + GOOD_FOR
    accounts.put(replace(one, password=words.digest_of(word), once=True, until=until))
    return Word(one.name, word)


def _need_fit(desk: Desk, after: Kept) -> None:
    if not after.roles:
        raise _refused(after.name, "pilih sedikitnya satu peran.", "choose at least one role.")
    if Role.ADMIN in after.roles and len(after.roles) > 1:
        raise _refused(after.name, "admin teknis harus akun tersendiri, tanpa pekerjaan kasus.", "an admin has an account of its own, without case work.")  # fmt: skip
    every = standing.whole(desk.settings, {**accounts.listed(), after.name: after})
    wrong = fault(every, is_trial=desk.settings["kantor.percobaan"])
    if wrong:
        raise _refused(after.name, wrong, wrong)


def _need_admin_left(desk: Desk, after: Kept) -> None:
    kept = {**accounts.listed(), after.name: after}
    left = standing.whole(desk.settings, kept, locked_have_roles=False)
    if not any(Role.ADMIN in one.roles for one in left):
        raise Refusal("office.last_admin", account=after.name)


def need_other(desk: Desk, account: str) -> None:
    """Refuse what nobody may do to their own account."""
    if account == desk.actor.account:
        raise Refusal("office.own_account", account=account)


def _need_fresh(before: Kept, read: int | None) -> None:
    if read is not None and read != before.version:
        raise Stale(what=f"Akun {before.name}", read=read, now=before.version)


def _refused(account: str, said: str, english: str) -> Refusal:
    return Refusal("office.account_refused", account=account[:40], reason_id=said, reason_en=english)


def _note(actor: Actor, verb: str, account: str, reason: str, **detail: Any) -> None:
    told = detail | ({"reason": reason.strip()} if reason.strip() else {})
    history.note(clock.now(), actor, verb, None, subject=account, **told)
