"""Conflict of interest (benturan kepentingan, SOP step 7) blocks an account from a case.

Chair, deputy or the account itself set it; chair or deputy lift it. It is filed and extends to merged or
divided cases.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import access, restriction, visible
from pipeline.office.base import case_links
from pipeline.office.base.conflict import LIFT, RELATIONS, SETTERS, VERB
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import cases, history
from pipeline.records.history import Act

RELATION = "relation"
_WHO = N_(
    "Kin, a colleague or a party to the case? The account cannot see this case until the chair "
    "lifts the block."
)
_DONE = N_("Account {account} is blocked from case {case}.")
_ALSO = N_("Also from what was merged with it or divided from it: {cases}.")
_UNMANNED = N_(
    "Nobody who is {role} can handle it any more: record a deputy's mandate, or ask the admin "
    "for a further account."
)


def listed(session: Session, number: str) -> Mapping[str, Act]:
    """Act by account; the look is logged."""
    need_role(session, VERB, SETTERS)
    visible.case(session, number)
    restriction.need_open(number)
    history.log_access(clock.now(), session.actor, VERB, number)
    return access.blocked_in(history.of_case(number))


def _shown(_session: Session, file: CaseFile) -> Shown:
    blocked = [
        N_("Blocked: {account}, {relation}, since {day}, by {by}.").of(
            account=account,
            relation=word_of("conflict", event.detail.get(RELATION, "")),
            day=short_day(event.at.date()),
            by=event.account,
        )
        for account, event in access.blocked_in(file.events).items()
    ]
    return Shown((_WHO, *blocked), is_look=True)


def _why(proposed: str = "") -> tuple[Field, ...]:
    return (
        one_of(
            RELATION, N_("Relation", "conflicts"), N_("To somebody in the case."),
            list(RELATIONS.items()), proposed=proposed,
        ),
        reason(N_("Reason")),
    )  # fmt: skip


def _account(among: Sequence[str], proposed: str, label: Text, hint: Text) -> Field:
    return one_of(CHOSEN, label, hint, [(name, Text(name, name)) for name in among], proposed=proposed)


def _asks(session: Session, file: CaseFile) -> Sequence[Field]:
    label = N_("Account that is blocked")
    names = [account.name for account in session.settings.accounts]
    account, _, relation = file.about.partition(" ")
    return _account(names, account, label, N_("That person's account.")), *_why(relation)


def _change(session: Session, file: CaseFile, account: str, answers: Values) -> Change:
    number, blocked = file.case.number, access.blocked_in(file.events)
    if account in blocked:
        raise Refusal("office.blocked_already", case=number, account=account)
    also = list(_also(file, account, answers[RELATION]))
    left = {
        role
        for other in session.settings.accounts
        if other.name not in {*blocked, account}
        for role in other.roles
    }
    warnings = [
        _UNMANNED.of(role=word_of("role", role))
        for role in (Role.CHAIR, Role.OFFICER, Role.CLERK)
        if role not in left
    ]
    others = [change.case.number for change in also]
    if others:
        warnings.insert(0, _ALSO.of(cases=", ".join(others)))
    return Change(
        file.case,
        Filing("blocked", "benturan kepentingan dicatat"),
        {RELATION: answers[RELATION], "reason": answers[REASON]},
        subject=account,
        then=also,
        warnings=warnings,
        told={"account": account, "also": others},
        next=(Next("todo"),) if account == session.actor.account else (),
    )


def _also(file: CaseFile, account: str, relation: object) -> Iterator[Change]:
    number = file.case.number
    for other in case_links.together(number):
        mark, events = history.mark(other), history.of_case(other)
        if account not in access.blocked_in(events):
            there = CaseFile(cases.get(other), events, mark, file.moment)
            detail = {RELATION: relation, "reason": f"seperti pada kasus {number}"}
            filing = Filing("blocked", "benturan kepentingan dicatat")
            yield Change(there.case, filing, detail, subject=account, event=VERB, of=there)


@act(
    events=(VERB,),
    roles=SETTERS,
    step=7,
    words=Words(
        N_("Conflict of interest"),
        N_("Block this account"),
        _DONE,
    ),
    shows=_shown,
    asks=_asks,
    is_grave=True,
)
def record_conflict(session: Session, file: CaseFile, answers: Values) -> Change:
    """Block an account from a case (step 7)."""
    return _change(session, file, str(answers[CHOSEN]), answers)


@act(
    events=(VERB,),
    roles=READERS - SETTERS,
    step=7,
    words=Words(
        N_("Declare my own conflict of interest"),
        N_("Block my account"),
        _DONE,
    ),
    shows=Shown((_WHO,)),
    asks=lambda _session, file: _why(file.about),
    is_grave=True,
)
def declare_conflict(session: Session, file: CaseFile, answers: Values) -> Change:
    """Block the own account from a case (step 7)."""
    return _change(session, file, session.actor.account, answers)


def is_not_blocked(_session: Session, file: CaseFile) -> Refusal | None:
    """Nobody is blocked."""
    return None if access.blocked_in(file.events) else Refusal("office.not_blocked", case=file.case.number)


def _asks_lifting(_session: Session, file: CaseFile) -> Sequence[Field]:
    accounts = list(access.blocked_in(file.events))
    proposed = file.about or (accounts[0] if len(accounts) == 1 else "")
    which = _account(accounts, proposed, N_("Account"), N_("Account whose block is lifted."))
    return which, reason(N_("Reason why the block is lifted"))


@act(
    events=(LIFT,),
    roles=SETTERS,
    step=7,
    words=Words(
        N_("Lift the block of an account"),
        N_("Lift the block"),
        N_("Account {account} sees case {case} again."),
    ),
    asks=_asks_lifting,
    blocked=(is_not_blocked,),
)
def lift_conflict(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Lift an account's block (step 7); merged or divided cases separately."""
    account = str(answers[CHOSEN])
    filing = Filing("block_lifted", "benturan kepentingan dicabut")
    return Change(file.case, filing, {"reason": answers[REASON]}, subject=account, told={"account": account})
