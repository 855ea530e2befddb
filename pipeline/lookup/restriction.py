"""Restricted access: a case that only chair and archivist may look at, for a reason, and at which no step is taken.

It begins when a request for erasure is granted and ends when the chair lifts it; the history of the case says both.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.people import Actor, Role
from pipeline.records import history

ASKED, GRANTED, LIFTED, OPENED = "erasure", "erasure_grant", "restrict_lift", "open_restricted"
OPENERS = frozenset({Role.CHAIR, Role.ARCHIVIST})


class AccessRestricted(RangkapError):
    """Access to the case is restricted on request of the person whose data they are."""

    code = "office.access_restricted"
    said = Text(
        "Akses dibatasi: kasus {case} hanya dapat dilihat ketua dan arsiparis, dengan alasan (rangkap show {case}), dan "
        "tidak dikerjakan. Bila kasus itu perlu diteruskan, ketua mencabut pembatasannya: rangkap erasure lift {case}",
        "Access restricted: case {case} is seen by chair and archivist only, for a reason (rangkap show {case}), and is "
        "not worked on. If it must go on, the chair lifts the restriction: rangkap erasure lift {case}",
    )
    status = Exit.NO_RIGHT


def since(case: str) -> datetime | None:
    """Return since when access to ``case`` is restricted, or None."""
    return since_in(history.of_case(case))


def since_in(acts: Iterable[history.Act]) -> datetime | None:
    """Return the same by the history of a case."""
    found = [one for one in acts if one.verb in (GRANTED, LIFTED)]
    return found[-1].at if found and found[-1].verb == GRANTED else None


def erasure_since(acts: Iterable[history.Act]) -> datetime | None:
    """Return since when erasure of the whole file is granted, by the history of a case, where that still stands."""
    told = list(acts)
    asked = [one.detail.get("asked") for one in told if one.verb == ASKED]
    return since_in(told) if asked and asked[-1] == "hapus" else None


def restricted() -> frozenset[str]:
    """Return the cases to which access is restricted."""
    last = {one.case: one.verb for one in history.of_verb(GRANTED, LIFTED)}
    return frozenset(case for case, verb in last.items() if verb == GRANTED)


def need_open(case: str) -> None:
    """Refuse any step at a case to which access is restricted. Raises AccessRestricted."""
    if since(case) is not None:
        raise AccessRestricted(case=case)


def need_reason(actor: Actor, case: str, reason: str) -> bool:
    """Tell whether access to ``case`` is restricted; if so, refuse all but chair and archivist with a ``reason``.

    Raises AccessRestricted.
    """
    if since(case) is None:
        return False
    if not actor.is_any(*OPENERS) or not reason.strip():
        raise AccessRestricted(case=case)
    return True
