"""The requests for erasure about a case, as its history tells them; and whether they still stand as somebody read them.

Every request, answer and lifting is a version: a decision that was made about one is not taken for another, nor made twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.cases import erasure as words
from pipeline.cases.fields.days import short_day
from pipeline.kernel import clock
from pipeline.kernel.text import Text
from pipeline.lookup import restriction, things
from pipeline.office.base import fresh
from pipeline.office.base.desk import Desk
from pipeline.records import history
from pipeline.records.history import Act

ASKED, GRANTED, LIFTED = restriction.ASKED, restriction.GRANTED, restriction.LIFTED
REFUSED = "erasure_refuse"
OUTCOMES = {"": "menunggu jawaban", GRANTED: "dikabulkan", REFUSED: "ditolak"}
_REQUEST, _ACCESS = Text("Permintaan", "Request"), Text("Akses", "Access")
_OPEN, _RESTRICTED = "tidak dibatasi", "dibatasi"


@dataclass(frozen=True)
class Request:
    """A request about ``case``: by whom (a role), when received, what is asked; its answer, if there is one.

    ``outcome`` is empty, GRANTED or REFUSED; ``ground`` a key of :data:`pipeline.cases.erasure.GROUNDS`.
    """

    case: str
    by: str
    received: datetime
    asked: str
    outcome: str = ""
    answered: datetime | None = None
    ground: str = ""


def open_of(case: str) -> Request | None:
    """Return the request about ``case`` that waits for an answer, or None."""
    found = requests_of(case)
    return found[-1] if found and not found[-1].outcome else None


def requests_of(case: str) -> list[Request]:
    """Return the requests about ``case`` with their answers, oldest first."""
    return _requests(history.of_case(case))


def version_of(case: str) -> int:
    """Return the version of what was asked and decided about the data of ``case``: how often that was."""
    return len(_acts(case))


def need_as_read(desk: Desk, case: str, read: int | None) -> None:
    """Refuse a decision about requests that somebody else decided meanwhile. Raises StaleAnswers, NotFound."""
    things.case(desk, case)
    acts = _acts(case)
    if read in (None, len(acts)):
        return
    both = [fresh.Both(_REQUEST, _told(desk, acts[:read]), _told(desk, acts), was_read=True)]
    before, now = _access(acts[:read]), _access(acts)
    if before != now:
        both.append(fresh.Both(_ACCESS, before, now, was_read=True))
    what, by = f"Permintaan penghapusan kasus {case}", fresh.changed(desk, acts)
    raise fresh.StaleAnswers(what, read, len(acts), tuple(both), by)


def _acts(case: str) -> list[Act]:
    wanted = (ASKED, GRANTED, REFUSED, LIFTED)
    return [one for one in history.of_case(case) if one.verb in wanted]


def _access(acts: Sequence[Act]) -> str:
    return _RESTRICTED if restriction.since_in(acts) else _OPEN


def _told(desk: Desk, acts: Sequence[Act]) -> str:
    """Return how the newest request stands in ``acts``: what is asked, since which day, its answer."""
    found = _requests(acts)
    if not found:
        return ""
    one = found[-1]
    day = short_day(one.received.astimezone(desk.settings.zone).date())
    return f"{words.ASKED[one.asked]}, diterima {day}, {OUTCOMES[one.outcome]}"


def _requests(acts: Sequence[Act]) -> list[Request]:
    found: list[Request] = []
    for act in acts:
        if act.verb == ASKED:
            received = clock.read_stamp(str(act.detail["received"]))
            found.append(Request(act.case, str(act.detail["by"]), received, str(act.detail["asked"])))
        elif act.verb in (GRANTED, REFUSED) and found:
            ground = str(act.detail["ground"])
            found.append(replace(found.pop(), outcome=act.verb, answered=act.at, ground=ground))
    return found
