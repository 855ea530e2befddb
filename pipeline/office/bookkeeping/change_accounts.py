"""The admin adds and locks accounts, gives roles and words, with reasons in the history.

The last admin is never locked. Pages and ``rangkap users`` have forms of their own.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from pipeline.cases.fields.decisions import REASON, maybe_some_of, reason
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values, items
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.office.base import accounts as standing
from pipeline.office.base import users
from pipeline.office.base.session import Session
from pipeline.office.base.users import named, need_other, refused
from pipeline.office.engine.declare import Act, CaseFile, Change, Plan, Superseded, Thing, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.records import accounts
from pipeline.records.accounts import Kept
from pipeline.settings.accounts import MACHINE, fault

ROLES, VERSION = "roles", "account_version"
"""The roles, and the account's version that was looked at."""
_NAME = re.compile(r"[a-z][a-z0-9._-]{1,31}")
_WHY = reason(N_("Reason"))
_ROLES = maybe_some_of(ROLES, N_("Roles"), Text("", ""), [(role, Text(role, role)) for role in Role])


def _on_account(event: str, asks: Sequence[Field] = (_WHY,)) -> Callable[[Plan], Act]:
    return act(
        thing=Thing.OFFICE,
        events=(event,),
        roles=users.KEEPERS,
        words=Words(done=N_("Account {account}: recorded.")),
        reads=partial(_reads, asks),
    )


def _reads(asks: Sequence[Field], session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    read = answers.get(VERSION)
    given = {name: answer for name, answer in answers.items() if name != VERSION}
    known = read_answers(session, asks, given)
    if read is not None and read != (now := named(session, file.given).version):
        raise Stale(what=f"Akun {file.given}", read=read, now=now)
    return known


def _changed(file: CaseFile, after: Kept, answers: Values, **detail: object) -> Change:
    return Change(
        file.thing,
        detail={**detail, "reason": answers[REASON]},
        writes=(partial(_put, after),),
        told={"account": after.name},
    )


def _given(file: CaseFile, after: Kept, answers: Values, **detail: object) -> Change:
    word = users.new_password(after.name)
    made = _changed(file, after, answers, **detail)
    return replace(made, writes=(partial(_put, after, word),), told=vars(word))


def _put(after: Kept, word: users.OneTimePassword | None = None) -> None:
    try:
        users.put(after, word)
    except Stale as changed:  # by a sign-in, which is no event
        raise Superseded(**changed.fields) from None


@_on_account(users.ADDED, (_ROLES, _WHY))
def add_account(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add an account, or give roles to one founded without; its first word is told once."""
    account = file.given
    if _NAME.fullmatch(account) is None or account == MACHINE:
        raise refused(account, N_("its name is 2–32 small letters, digits, dots, dashes"))  # fmt: skip
    kept = accounts.listed()
    there = next((known for known in standing.whole(session.settings, kept) if known.name == account), None)
    if there is not None and (there.roles or account in kept):
        raise refused(account, N_("there is such an account already."))
    made = Kept(account, frozenset(map(Role, items(answers, ROLES))))
    _need_fit(session, made)
    return _given(file, made, answers, roles=sorted(made.roles))


@_on_account(users.ROLES, (_ROLES, _WHY))
def change_roles(session: Session, file: CaseFile, answers: Values) -> Change:
    """Give an account other roles."""
    before = named(session, file.given)
    after = replace(before, roles=frozenset(map(Role, items(answers, ROLES))))
    _need_fit(session, after)
    _need_admin_left(session, after)
    need_other(session, after.name)
    return _changed(file, after, answers, roles=sorted(after.roles), before=sorted(before.roles))


@_on_account(users.LOCKED)
def lock_account(session: Session, file: CaseFile, answers: Values) -> Change:
    """Lock an account: it takes no step and cannot sign in."""
    return _locked(session, file, answers, locked=True)


@_on_account(users.UNLOCKED)
def unlock_account(session: Session, file: CaseFile, answers: Values) -> Change:
    """Unlock an account."""
    return _locked(session, file, answers, locked=False)


def _locked(session: Session, file: CaseFile, answers: Values, *, locked: bool) -> Change:
    before = named(session, file.given)
    if before.locked is locked:
        raise refused(before.name, N_("it is so already."))
    after = replace(before, locked=locked)
    _need_admin_left(session, after)
    need_other(session, after.name)
    return _changed(file, after, answers)


@_on_account(users.RESET)
def reset_password(session: Session, file: CaseFile, answers: Values) -> Change:
    """Give a new word, told once; the old one ends."""
    return _given(file, named(session, file.given), answers)


def _need_fit(session: Session, after: Kept) -> None:
    if not after.roles:
        raise refused(after.name, N_("choose at least one role."))
    if Role.ADMIN in after.roles and len(after.roles) > 1:
        raise refused(after.name, N_("an admin has an account of its own, without case work."))  # fmt: skip
    every = standing.whole(session.settings, {**accounts.listed(), after.name: after})
    wrong = fault(every, is_trial=session.settings["kantor.percobaan"])
    if wrong:
        raise refused(after.name, as_it_is(wrong))


def _need_admin_left(session: Session, after: Kept) -> None:
    kept = {**accounts.listed(), after.name: after}
    left = standing.whole(session.settings, kept, locked_have_roles=False)
    if not any(Role.ADMIN in account.roles for account in left):
        raise Refusal("office.last_admin", account=after.name)
