"""Conflict of interest (benturan kepentingan), SOP step 7: an account is blocked from a case, for a reason.

The chair, or her recorded deputy, blocks whoever is kin or a colleague of somebody in the case, or a party to it; anybody
who sees the case may block the own account. From then on the case does not exist for that account
(:mod:`pipeline.lookup.access`): nothing is assigned to it there, and it signs no letter of it. Chair or deputy lift it,
with a reason. Each is filed with the case, so that a rebuild forgets none. Who is blocked from one of two cases that are
merged or divided is blocked from both, also where that was recorded afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import access, restriction, things
from pipeline.office.base import file_away, joined
from pipeline.office.base.desk import READERS, Desk, moment_for_numbers, need_reason, need_role
from pipeline.records import boot, cases, history
from pipeline.settings import Settings

VERB, LIFT = access.RECORDED, access.LIFTED
SETTERS = frozenset({Role.CHAIR})
RELATIONS: Mapping[str, Text] = {
    "keluarga": Text("keluarga seseorang dalam kasus", "kin of somebody in the case"),
    "rekan": Text("rekan kerja atau atasan seseorang dalam kasus", "a colleague of somebody in the case"),
    "pihak": Text("pihak dalam kasus", "a party to the case"),
}
_NEEDED = (Role.CHAIR, Role.OFFICER, Role.CLERK)


@dataclass(frozen=True)
class Block:
    """A block that stands: the ``case``, the ``account``, its ``relation``, since when, by whom, and the reason.

    ``unmanned`` names the roles that nobody who sees the case holds any more; ``also`` the cases merged with this one, or
    divided from it, from which the account was blocked with it.
    """

    case: str
    account: str
    relation: str
    since: datetime
    by: str
    reason: str
    unmanned: tuple[Role, ...] = ()
    also: tuple[str, ...] = ()


def record(desk: Desk, number: str, account: str, relation: str, reason: str) -> Block:
    """Block ``account`` from the case ``number``, for a ``relation`` (:data:`RELATIONS`) and a ``reason``.

    Raises NotFound.
    """
    to_record(desk, number, account)
    if relation not in RELATIONS:
        known = ", ".join(RELATIONS)
        raise Refusal("office.no_relation", given=relation[:20], known=known, case=number, account=account)
    need_reason(reason)
    moment = moment_for_numbers()
    with boot.transact():
        to_record(desk, number, account)
        detail = {"relation": relation, "reason": reason.strip()}
        history.note(moment, desk.actor, VERB, 7, number, account, **detail)
        _file(desk, number, "blocked", "benturan kepentingan dicatat", moment)
        also = _also(desk, number, account, relation, moment)
    for one in (number, *also):
        file_away.finish(desk, one)
    return replace(_block(desk.settings, access.blocked_in(history.of_case(number))[account]), also=also)


def _also(desk: Desk, number: str, account: str, relation: str, moment: datetime) -> tuple[str, ...]:
    """Block ``account`` from what was merged with ``number`` or divided from it, inside the step's transaction."""
    found = [one for one in joined.together(number) if account not in access.blocked_in(history.of_case(one))]
    for one in found:
        detail = {"relation": relation, "reason": f"seperti pada kasus {number}"}
        history.note(moment, desk.actor, VERB, 7, one, account, **detail)
        _file(desk, one, "blocked", "benturan kepentingan dicatat", moment)
    return tuple(found)


def to_record(desk: Desk, number: str, account: str) -> None:
    """Refuse before anything is asked. Raises what :func:`record` raises."""
    need_role(desk, VERB, READERS if account == desk.actor.account else SETTERS)
    things.case(desk, number)
    restriction.need_open(number)
    names = [one.name for one in desk.settings.accounts]
    if account not in names:
        raise Refusal("office.no_account", given=account[:40], known=", ".join(names))
    if account in access.blocked_in(history.of_case(number)):
        raise Refusal("office.blocked_already", case=number, account=account)


def lift(desk: Desk, number: str, account: str, reason: str) -> None:
    """Lift the block of ``account``, for a ``reason``. Raises NotFound."""
    to_lift(desk, number, account)
    need_reason(reason)
    moment = moment_for_numbers()
    with boot.transact():
        to_lift(desk, number, account)
        history.note(moment, desk.actor, LIFT, 7, number, account, reason=reason.strip())
        _file(desk, number, "block_lifted", "benturan kepentingan dicabut", moment)
    file_away.finish(desk, number)


def to_lift(desk: Desk, number: str, account: str) -> None:
    """Refuse before anything is asked. Raises what :func:`lift` raises."""
    need_role(desk, f"{VERB} --lift", SETTERS)
    things.case(desk, number)
    restriction.need_open(number)
    if account not in access.blocked_in(history.of_case(number)):
        raise Refusal("office.not_blocked", case=number, account=account[:40])


def listed(desk: Desk, number: str) -> tuple[Block, ...]:
    """Return who is blocked from the case, with the reasons; the look is written down. Raises NotFound."""
    need_role(desk, VERB, SETTERS)
    things.case(desk, number)
    restriction.need_open(number)
    history.looked(clock.now(), desk.actor, VERB, number)
    return tuple(_block(desk.settings, one) for one in access.blocked_in(history.of_case(number)).values())


def told(found: Mapping[str, history.Act]) -> list[dict[str, str]]:
    """Return who is blocked from a case as its readers see it: the account and the relation."""
    return [
        {"account": account, "relation": str(one.detail.get("relation", ""))}
        for account, one in found.items()
    ]


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the cases at work whose officer is blocked from them: each waits for another officer (chair)."""
    if not desk.actor.is_any(*SETTERS):
        return []
    found = []
    for account in sorted({one.name for one in desk.settings.accounts}):
        for number in sorted(access.blocked_from(account)):
            if cases.has(number) and cases.get(number).officer == account:
                waits = "petugasnya terhalang benturan kepentingan; tunjuk petugas lain"
                found.append({"case": number, "waits": waits, "next": (Next("assign", number),)})
    return found


def follow(desk: Desk, moment: datetime, source: str, target: str) -> None:
    """Block from the case ``target`` whoever is blocked from ``source``, inside the step's transaction."""
    history.restore(followed(desk, moment, source, target))


def followed(desk: Desk, moment: datetime, source: str, target: str) -> list[history.Act]:
    """Return the acts by which whoever is blocked from ``source`` is blocked from the case ``target`` too."""
    there = access.blocked_in(history.of_case(target))
    return [
        history.event(
            moment, desk.actor, VERB, 7, target, account,
            relation=act.detail.get("relation", ""), reason=f"seperti pada kasus {source}",
        )
        for account, act in access.blocked_in(history.of_case(source)).items()
        if account not in there
    ]  # fmt: skip


def _file(desk: Desk, number: str, kind: str, message: str, moment: datetime) -> None:
    file_away.begin(desk, cases.get(number), kind, message, [], moment)


def _block(settings: Settings, act: history.Act) -> Block:
    blocked = access.blocked_in(history.of_case(act.case))
    left = {role for one in settings.accounts if one.name not in blocked for role in one.roles}
    relation, reason = (str(act.detail.get(name, "")) for name in ("relation", "reason"))
    unmanned = tuple(one for one in _NEEDED if one not in left)
    return Block(act.case, act.subject, relation, act.at, act.account, reason, unmanned)
