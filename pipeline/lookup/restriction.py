"""Restricted access: only chair and archivist may see the case, for a reason, and no step is taken.

From a granted request for erasure until the chair lifts it; merged cases together.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from pipeline.cases.closing import MERGED_IN, PARTED_IN
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.records import disposals, history, request_cache

ASKED, GRANTED, LIFTED, OPENED = "erasure", "erasure_grant", "restrict_lift", "open_restricted"
OPENERS = frozenset({Role.CHAIR, Role.ARCHIVIST})


def since(case: str) -> datetime | None:
    """Since when ``case`` is restricted."""
    grant = grants().get(case)
    return grant.at if grant else None


def since_in(acts: Iterable[history.Act]) -> datetime | None:
    """Since when by these acts alone."""
    changes = [act for act in acts if act.verb in (GRANTED, LIFTED)]
    return changes[-1].at if changes and changes[-1].verb == GRANTED else None


def erasure_since(acts: Iterable[history.Act]) -> datetime | None:
    """Since when a granted erasure of everything stands."""
    all_acts = list(acts)
    asked = [act.detail.get("asked") for act in all_acts if act.verb == ASKED]
    return since_in(all_acts) if asked and asked[-1] == "hapus" else None


def restricted() -> frozenset[str]:
    """All restricted cases."""
    return frozenset(grants())


def grants(lifted: Collection[str] = ()) -> dict[str, history.Act]:
    """Restricting acts by case, also of merged ones, not of destroyed or ``lifted`` ones."""
    return request_cache.kept("restricted", " ".join(lifted), lambda: _grants(lifted))


def _grants(lifted: Collection[str]) -> dict[str, history.Act]:
    last = {act.case: act for act in history.of_verb(GRANTED, LIFTED)}
    acts = {case: act for case, act in last.items() if act.verb == GRANTED and case not in lifted}
    last_of = {  # by both cases: a rebuild keeps the order of acts within one case only
        (str(act.detail.get("from")), act.case): act.verb
        for act in (history.of_verb(MERGED_IN, PARTED_IN) if acts else ())
    }
    pairs = [{*pair} for pair, verb in last_of.items() if verb == MERGED_IN]
    for case in (reached := sorted(acts.keys() - disposals.destroyed() if acts else [])):
        near = [other for pair in pairs if case in pair for other in sorted(pair) if other not in acts]
        acts |= dict.fromkeys(near, acts[case])
        reached += near
    return acts


def need_open(case: str) -> None:
    """Refuse steps at a restricted case."""
    if since(case) is not None:
        raise Refusal("office.access_restricted", case=case)


def need_reason(actor: Actor, case: str, reason: str) -> bool:
    """If restricted, only :data:`OPENERS` pass, with a ``reason``."""
    if since(case) is None:
        return False
    if not actor.is_any(*OPENERS) or not reason.strip():
        raise Refusal("office.access_restricted", case=case)
    return True
