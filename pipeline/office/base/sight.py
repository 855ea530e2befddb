"""What does not exist for somebody: cases from which their account is blocked, and, but for chair and archivist, restricted ones.

Who is kin or a colleague of somebody in a case, or a party to it (conflict of interest), gets the answer of a case that is
not there: in every look-up, list, book and export, and at every step. So does whoever may not open a case to which access
is restricted after a request for erasure (:mod:`pipeline.office.base.restriction`). What was recorded stands in the history
(:mod:`pipeline.office.base.conflict`); who asks is the account, and the user who really called, whatever account they act as.
In a trial home one user tries every account, so there the account alone counts. The machine itself is blocked from nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pipeline.kernel import ids
from pipeline.kernel.people import Actor
from pipeline.office.base import restriction, whole_scans
from pipeline.records import history
from pipeline.records.arrivals import Arrival
from pipeline.records.errors import NotFound
from pipeline.settings import Settings
from pipeline.settings.accounts import MACHINE

RECORDED, LIFTED = "conflict", "conflict_lift"
_Row = TypeVar("_Row", bound=Mapping[str, Any])
_NAMES_A_CASE = ("case", "letter", "sheet")


def hidden(settings: Settings, actor: Actor) -> frozenset[str]:
    """Return the cases that do not exist for ``actor``: those of :func:`blocked`, and the restricted that others open."""
    if actor.account == MACHINE or actor.is_any(*restriction.OPENERS):
        return blocked(settings, actor)
    return blocked(settings, actor) | restriction.restricted()


def blocked(settings: Settings, actor: Actor) -> frozenset[str]:
    """Return the cases from which ``actor`` is blocked by a conflict of interest."""
    if actor.account == MACHINE:
        return frozenset()
    own = {actor.account}
    if actor.operator and not settings["kantor.percobaan"]:
        own |= {one.name for one in settings.accounts if actor.operator in one.users}
    return frozenset(case for account in own for case in blocked_from(account))


def closed(settings: Settings, actor: Actor) -> frozenset[str]:
    """Return the cases that no list of work names to ``actor``: the hidden ones, and the restricted, at which no step is taken."""
    return hidden(settings, actor) | restriction.restricted()


def blocked_from(account: str) -> frozenset[str]:
    """Return the cases from which ``account`` is blocked."""
    acts = [one for one in history.of_subject(account) if one.verb in (RECORDED, LIFTED)]
    last = {one.case: one.verb for one in acts}
    return frozenset(case for case, verb in last.items() if verb == RECORDED)


def blocked_in(acts: Iterable[history.Act]) -> dict[str, history.Act]:
    """Return the accounts that are blocked from a case, by its history, each with the act that says so."""
    last = {one.subject: one for one in acts if one.verb in (RECORDED, LIFTED)}
    return {account: one for account, one in last.items() if one.verb == RECORDED}


def is_hidden(settings: Settings, actor: Actor, number: str) -> bool:
    """Tell whether the case ``number`` does not exist for ``actor``."""
    return number in hidden(settings, actor)


def need(settings: Settings, actor: Actor, number: str) -> None:
    """Answer as if there were no case ``number``, where it does not exist for ``actor``. Raises NotFound."""
    if is_hidden(settings, actor, number):
        raise NotFound(what="kasus", given=number[:40])


def case_of_arrival(one: Arrival) -> str:
    """Return the case to which an arrival belongs or points: as registered, else by the code on it."""
    return case_named(one.case, one.letter)


def case_named(case: str, letter: str) -> str:
    """Return the same by the ``case`` of an arrival and the ``letter`` or sheet that its code names."""
    return case or ids.case_of_letter(letter) or ids.case_of_sheet(letter) or ""


def cases_of_arrival(one: Arrival) -> set[str]:
    """Return the same for a scan that may hold pages of several cases: it was taken apart, or joined to another."""
    return {case_of_arrival(one)} | whole_scans.cases_in(one)


def arrivals_left(found: Iterable[Arrival], unseen: frozenset[str]) -> list[Arrival]:
    """Return the arrivals that hold pages of none of the ``unseen`` cases."""
    return [one for one in found if not unseen or unseen.isdisjoint(cases_of_arrival(one))]


def rows_left(rows: Iterable[_Row], unseen: Collection[str]) -> list[_Row]:
    """Return the ``rows`` that name none of the ``unseen`` cases, by case, letter or sheet."""
    return [one for one in rows if not unseen or not _named(one) & set(unseen)]


def words_left(words: str, unseen: Collection[str]) -> str:
    """Return the note ``words``, or nothing where they name one of the ``unseen`` cases."""
    return "" if any(one in words for one in unseen) else words


def parts_left(words: str, unseen: Collection[str]) -> str:
    """Return the remarks ``words`` without those parts that name one of the ``unseen`` cases."""
    return "; ".join(one for one in words.split("; ") if not _names(one, unseen))


def acts_left(acts: Iterable[history.Act], unseen: Collection[str]) -> list[history.Act]:
    """Return ``acts``; of those that name another case, one of the ``unseen``, what was done alone."""
    return [
        replace(one, subject="", detail={})
        if unseen and _names(f"{one.subject} {json.dumps(dict(one.detail))}", unseen)
        else one
        for one in acts
    ]


def _names(words: str, unseen: Collection[str]) -> bool:
    """Tell whether ``words`` name one of the ``unseen`` cases, or its letter; the agenda number A-2026-0001 is no case."""
    return any(re.search(rf"(?<![\w-]){re.escape(one)}(?!\d)", words) for one in unseen)


def _named(row: Mapping[str, Any]) -> set[str]:
    said = [str(row.get(key) or "") for key in _NAMES_A_CASE]
    return {each for one in said for each in (one, ids.case_of_letter(one), ids.case_of_sheet(one)) if each}
