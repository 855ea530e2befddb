"""The admin's acts on accounts, as tests do them."""

from collections.abc import Iterable

from pipeline.kernel.people import Role
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import change_accounts as acts
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform


def add(session: Session, account: str, roles: Iterable[Role], reason: str) -> str:
    """Add an account; returns its first word."""
    return _done(acts.add_account, session, account, reason, roles=list(roles))


def change_roles(session: Session, account: str, roles: Iterable[Role], reason: str, **read: int) -> None:
    """Give an account other roles."""
    _done(acts.change_roles, session, account, reason, roles=list(roles), **read)


def lock(session: Session, account: str, reason: str) -> None:
    """Lock an account."""
    _done(acts.lock_account, session, account, reason)


def unlock(session: Session, account: str, reason: str) -> None:
    """Unlock an account."""
    _done(acts.unlock_account, session, account, reason)


def reset(session: Session, account: str, reason: str) -> str:
    """Give a new word; returns it."""
    return _done(acts.reset_password, session, account, reason)


def _done(act: Act, session: Session, account: str, reason: str, **answers: object) -> str:
    return str(perform(act, session, account, {"reason": reason, **answers}).told.get("word", ""))
