"""Who is blocked from a case by a conflict of interest."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import access
from pipeline.office.base.session import Session
from pipeline.records import cases, history

VERB, LIFT = access.RECORDED, access.LIFTED
SETTERS = frozenset({Role.CHAIR})
RELATIONS: Mapping[str, Text] = {
    "keluarga": N_("kin of somebody in the case"),
    "rekan": N_("a colleague of somebody in the case"),
    "pihak": N_("a party to the case"),
}


def blocked_as_plain(acts: Mapping[str, history.Act]) -> list[dict[str, str]]:
    """Who is blocked: account and relation."""
    return [
        {"account": account, "relation": str(act.detail.get("relation", ""))} for account, act in acts.items()
    ]


def rows(session: Session) -> list[dict[str, Any]]:
    """The cases with a blocked officer, for the chair."""
    if not session.actor.is_any(*SETTERS):
        return []
    waits = N_("its officer is barred by a conflict of interest, name another officer")
    return [
        {"case": number, "waits": waits, "next": (Next("assign-officer", number),)}
        for account in sorted({account.name for account in session.settings.accounts})
        for number in sorted(access.blocked_from(account))
        if cases.has(number) and cases.get(number).officer == account
    ]


def followed(session: Session, moment: datetime, source: str, target: str) -> list[history.Act]:
    """Acts that extend blocks of ``source`` to ``target``."""
    there = access.blocked_in(history.of_case(target))
    return [
        history.event(
            moment, session.actor, VERB, 7, target, account,
            relation=act.detail.get("relation", ""), reason=f"seperti pada kasus {source}",
        )
        for account, act in access.blocked_in(history.of_case(source)).items()
        if account not in there
    ]  # fmt: skip
