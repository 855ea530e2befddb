"""The admin's acts on accounts, as tests do them."""

from collections.abc import Iterable

from pipeline.kernel.people import Role
from pipeline.office.base.desk import Desk
from pipeline.office.bookkeeping import change_accounts as acts
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform


def add(desk: Desk, account: str, roles: Iterable[Role], reason: str) -> str:
    """Add an account; returns its first word."""
    return _done(acts.add_account, desk, account, reason, roles=list(roles))


def change_roles(desk: Desk, account: str, roles: Iterable[Role], reason: str, **read: int) -> None:
    """Give an account other roles."""
    _done(acts.change_roles, desk, account, reason, roles=list(roles), **read)


def lock(desk: Desk, account: str, reason: str) -> None:
    """Lock an account."""
    _done(acts.lock_account, desk, account, reason)


def unlock(desk: Desk, account: str, reason: str) -> None:
    """Unlock an account."""
    _done(acts.unlock_account, desk, account, reason)


def reset(desk: Desk, account: str, reason: str) -> str:
    """Give a new word; returns it."""
    return _done(acts.reset_password, desk, account, reason)


def _done(act: Act, desk: Desk, account: str, reason: str, **answers: object) -> str:
    return str(perform(act, desk, account, {"reason": reason, **answers}).told.get("word", ""))
