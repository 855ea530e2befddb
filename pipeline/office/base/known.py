"""A case, letter, sheet or arrival that somebody named: as it is, or, where it does not exist for them, as if it were not.

Every function of the office that takes a number from outside looks it up here or by :func:`pipeline.office.base.desk.case_for`
and :func:`~pipeline.office.base.desk.case_to_read`; the answer to a hidden thing is that to a missing one, word for word.
"""

from __future__ import annotations

from datetime import datetime

from pipeline.cases.case import Case
from pipeline.kernel import ids
from pipeline.office.base import restriction, sight
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors_erasure import AccessRestricted
from pipeline.records import arrivals, cases, disposals, letters, sheets
from pipeline.records.arrivals import Arrival
from pipeline.records.disposals import Disposal
from pipeline.records.errors import NotFound
from pipeline.records.letters import Letter
from pipeline.records.sheets import Sheet


def is_hidden(desk: Desk, named: str) -> bool:
    """Tell whether ``named`` (a case, letter or sheet) is of a case that does not exist for the actor."""
    case = ids.case_of_letter(named) or ids.case_of_sheet(named) or named
    return bool(case) and sight.is_hidden(desk.settings, desk.actor, case)


def case(desk: Desk, number: str) -> Case:
    """Return the case ``number``. Raises NotFound, Destroyed."""
    sight.need(desk.settings, desk.actor, number)
    return cases.get(number)


def need_seen_still(desk: Desk, number: str, since: datetime) -> None:
    """Refuse what was shown of case ``number`` at the moment ``since``, where the actor may see it no more.

    Raises NotFound after a block for a conflict of interest, Destroyed, and AccessRestricted where access was restricted
    meanwhile (acts are kept to the second).
    """
    case(desk, number)
    restricted = restriction.since(number)
    if restricted is not None and restricted >= since.replace(microsecond=0):
        raise AccessRestricted(case=number)


def letter(desk: Desk, given: str) -> Letter:
    """Return the letter ``given``. Raises NotFound."""
    if is_hidden(desk, given):
        raise NotFound(what="surat", given=given[:40])
    return letters.get(given)


def find_letter(desk: Desk, given: str) -> Letter | None:
    """Return the letter ``given``, or None."""
    return None if is_hidden(desk, given) else letters.find(given)


def find_sheet(desk: Desk, given: str) -> Sheet | None:
    """Return the sheet ``given``, or None."""
    return None if is_hidden(desk, given) else sheets.find(given)


def need_sheet(desk: Desk, found: Sheet, given: str) -> None:
    """Answer as if there were no sheet ``given``, where its case does not exist for the actor. Raises NotFound."""
    if is_hidden(desk, found.case):
        raise NotFound(what="lembar", given=given[:40])


def disposal(desk: Desk, given: str) -> Disposal:
    """Return the list of cases to be destroyed called ``given``. Raises NotFound, also where one of them is hidden."""
    found = disposals.get(given)
    if found not in disposals_of(desk, found.state):
        raise NotFound(what="daftar arsip usul musnah", given=given[:40])
    return found


def disposals_of(desk: Desk, *states: str) -> list[Disposal]:
    """Return the lists of cases to be destroyed (in ``states``), but those with a case that is hidden: another sees to them."""
    unseen = sight.hidden(desk.settings, desk.actor)
    return [one for one in disposals.listed(*states) if not {each.case for each in one.cases} & unseen]


def arrival(desk: Desk, given: str) -> Arrival:
    """Return the arrival with this id or agenda number. Raises NotFound; AccessRestricted to chair and archivist."""
    found = arrivals.get(given)
    holds = sight.cases_of_arrival(found)
    if holds & sight.hidden(desk.settings, desk.actor):
        raise NotFound(what="surat masuk", given=given[:40])
    for restricted in holds & restriction.restricted():
        raise AccessRestricted(case=restricted)
    return found
