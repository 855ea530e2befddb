"""What exists for somebody: single things (:func:`may_see`) and conditions of queries (:func:`visible`).

Nothing exists for a role that reads no cases. For others a case does not exist

- where a conflict of interest blocks their account or real user from it (SOP step 7); in a trial home, where
  one user tries every account, only the account;
- where access is restricted, but to chair and archivist; lists of work (``at_work``) hide it from them too;
- where it was lawfully destroyed.

A scan is hidden with any case of which it holds pages. The machine sees everything.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.db.models import Q

from pipeline.archive.layout import case_of
from pipeline.cases.case import Case
from pipeline.kernel import ids
from pipeline.kernel.people import Actor, Role
from pipeline.lookup import restriction, whole_scans
from pipeline.lookup.kinds import Act, Arrival, Letter, Sheet
from pipeline.records import arrivals, disposals, history, request_cache
from pipeline.settings import Settings
from pipeline.settings.accounts import MACHINE

READERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST})
RECORDED, LIFTED = "conflict", "conflict_lift"
_CASE = {Case: "number", Letter: "case", Sheet: "case", Act: "case"}
Row = Mapping[str, Any]
Thing = Case | Letter | Sheet | Act | Arrival | Row | str
"""A text is an id of case, letter or sheet."""
_Seen = TypeVar("_Seen", bound=Thing)


@dataclass(frozen=True)
class Viewer:
    """Who looks, in which office."""

    settings: Settings
    actor: Actor


def may_see(viewer: Viewer, thing: Thing, *, at_work: bool = False) -> bool:
    """Whether the thing exists for the actor."""
    return bool(seen(viewer, [thing], at_work=at_work))


def seen(viewer: Viewer, things: Iterable[_Seen], *, at_work: bool = False) -> list[_Seen]:
    """The things that exist for the actor."""
    if not reads(viewer.actor):
        return []
    away = _away(viewer, at_work)
    return [thing for thing in things if cases_of(thing).isdisjoint(away)]


def visible(viewer: Viewer, kind: type, *, at_work: bool = False) -> Q:
    """Condition of the rows that exist for the actor."""
    if not reads(viewer.actor):
        return Q(pk__in=())
    away = _away(viewer, at_work)
    if kind is Arrival:
        return ~Q(pk__in=[arrival.id for arrival in arrivals_of(viewer, away, at_work=at_work)])
    return ~Q(**{f"{_CASE[kind]}__in": away})


def hidden(viewer: Viewer) -> frozenset[str]:
    """Hidden cases, without destroyed ones."""
    actor = viewer.actor
    if actor.account == MACHINE or actor.is_any(*restriction.OPENERS):
        return blocked(viewer)
    return blocked(viewer) | restriction.restricted()


@request_cache.read_once()
def closed(viewer: Viewer) -> frozenset[str]:
    """Cases in no list of work."""
    return hidden(viewer) | restriction.restricted()


def blocked(viewer: Viewer) -> frozenset[str]:
    """Cases blocked by a conflict of interest."""
    actor, settings = viewer.actor, viewer.settings
    if actor.account == MACHINE:
        return frozenset()
    own = {actor.account}
    if actor.operator and not settings["kantor.percobaan"]:
        own |= {account.name for account in settings.accounts if actor.operator in account.users}
    return frozenset(case for account in own for case in blocked_from(account))


def blocked_from(account: str) -> frozenset[str]:
    """Cases from which ``account`` is blocked."""
    acts = [act for act in history.of_subject(account) if act.verb in (RECORDED, LIFTED)]
    last = {act.case: act.verb for act in acts}
    return frozenset(case for case, verb in last.items() if verb == RECORDED)


def blocked_in(acts: Iterable[Act]) -> dict[str, Act]:
    """Blocked accounts, each with the blocking act."""
    last = {act.subject: act for act in acts if act.verb in (RECORDED, LIFTED)}
    return {account: act for account, act in last.items() if act.verb == RECORDED}


def cases_of(thing: Thing) -> set[str]:
    """Cases it belongs or points to, or whose pages it holds."""
    if isinstance(thing, Arrival):
        return {_case_named(arrival.case, arrival.letter) for arrival in (thing, *whole_scans.ends_of(thing))}
    if isinstance(thing, Case):
        return {thing.number}
    if isinstance(thing, str):
        return {_case_named("", thing) or case_of(thing)}
    if isinstance(thing, Mapping):
        named = [str(thing.get(key) or "") for key in ("case", "letter", "sheet")]
        return {_case_named("", name) or name for name in named}
    return {thing.case}


def arrivals_of(viewer: Viewer, away: frozenset[str], *, at_work: bool = False) -> list[Arrival]:
    """Hidden arrivals with pages of a case ``away``."""
    if not away:
        return []
    pointing = [arrival for arrival, letter in arrivals.pointing() if _case_named("", letter) in away]
    near = arrivals.some(arrivals.arranged_with(Q(case__in=away) | Q(pk__in=pointing)))
    left = {arrival.id for arrival in seen(viewer, near.values(), at_work=at_work)}
    return [row for arrival, row in near.items() if arrival not in left]


def words_left(words: str, unseen: Collection[str]) -> str:
    """``words``, unless they name an ``unseen`` case."""
    return "" if _names(words, unseen) else words


def parts_left(words: str, unseen: Collection[str]) -> str:
    """Parts that name no ``unseen`` case."""
    return "; ".join(part for part in words.split("; ") if not _names(part, unseen))


def acts_left(acts: Iterable[Act], unseen: Collection[str]) -> list[Act]:
    """Acts, those that name an ``unseen`` case without details."""
    return [
        replace(act, subject="", detail={})
        if unseen and _names(f"{act.subject} {json.dumps(dict(act.detail))}", unseen)
        else act
        for act in acts
    ]


def reads(actor: Actor) -> bool:
    """Whether the role reads cases."""
    return actor.account == MACHINE or actor.is_any(*READERS)


def _away(viewer: Viewer, at_work: bool) -> frozenset[str]:
    key = f"{viewer.actor.account} {viewer.actor.operator} {at_work}"
    return request_cache.kept(
        "away", key, lambda: (closed if at_work else hidden)(viewer) | disposals.destroyed()
    )


def _case_named(case: str, letter: str) -> str:
    return case or ids.case_of_letter(letter) or ids.case_of_sheet(letter) or ""


def _names(words: str, unseen: Collection[str]) -> bool:
    """The agenda number A-2026-0001 names no case."""
    return any(re.search(rf"(?<![\w-])(?:D-)?{re.escape(number)}(?!\d)", words) for number in unseen)
