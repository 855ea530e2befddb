"""The office's accounts as they stand now.

office.toml, which root owns, founds accounts and names their machine users; roles, lock and word in the
database win over it. A locked account has no roles.
"""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor
from pipeline.records import accounts
from pipeline.settings import Settings
from pipeline.settings.accounts import MACHINE, Account


def in_office(settings: Settings) -> Settings:
    """``settings`` with the present accounts."""
    kept = accounts.listed()
    return replace(settings, accounts=whole(settings, kept, locked_have_roles=False)) if kept else settings


def whole(
    settings: Settings, kept: Mapping[str, accounts.Kept], *, locked_have_roles: bool = True
) -> tuple[Account, ...]:
    """Every account with its kept roles."""
    founded = {account.name: account for account in settings.accounts}
    added = {name: Account(name, frozenset()) for name in kept if name not in founded}
    return tuple(
        _changed(account, kept.get(account.name), locked_have_roles=locked_have_roles)
        for account in (*founded.values(), *added.values())
    )


def _changed(account: Account, kept: accounts.Kept | None, *, locked_have_roles: bool) -> Account:
    if kept is None:
        return account
    return replace(account, roles=frozenset() if kept.locked and not locked_have_roles else kept.roles)


def seated(settings: Settings, actor: Actor) -> tuple[Settings, Actor]:
    """:func:`in_office`, and ``actor`` with current roles."""
    kept = accounts.listed()
    now = replace(settings, accounts=whole(settings, kept, locked_have_roles=False)) if kept else settings
    if actor.account == MACHINE:
        return now, actor
    own = next((account for account in now.accounts if account.name == actor.account), None)
    if own is None:
        raise Refusal("office.may_not_act_as", user=actor.operator, account=actor.account[:40])
    if actor.account in kept and kept[actor.account].locked:
        raise Refusal("office.account_locked", account=actor.account)
    return now, replace(actor, roles=own.roles) if actor.account in kept else actor
