"""Which retention schedule a case falls under, since when its time runs, and when it is over.
The event is the closing (step 14), else the filing of the signed answer (step 12); the date of the answer in
the paper register; the voiding of a registration. A granted erasure ends the time of a finished case at once.
The row of the day of the event counts (:mod:`pipeline.office.base.office_rows`). Without event or row of
``[[jra]]``, or under a legal hold, a case is kept.
A case that went to police or court is held by itself until the chair lifts that: only a person knows whether
the matter is over.
Source: UU 43/2009 art. 47-51, PP 28/2012 (penyusutan); UU 27/2022.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into, went_to_law
from pipeline.cases.old import OLD_KEY
from pipeline.cases.states import State
from pipeline.kernel.letter_kinds import ANSWER
from pipeline.kernel.people import Role
from pipeline.lookup import restriction
from pipeline.office.base.desk import Desk
from pipeline.records import cases, history
from pipeline.settings.retention import Schedule

KEEPERS = frozenset({Role.ARCHIVIST, Role.CHAIR})
HOLD, LIFT = "hold", "hold_lift"
BY_ITSELF = "dengan sendirinya: kasusnya dirujuk ke kepolisian atau pengadilan"
CLOSED, FILED, OLD, VOIDED = (
    "kasus ditutup",
    "surat jawaban diarsipkan",
    "tanggal jawaban dalam register lama",
    "pendaftaran dibatalkan",
)
ASKED = "permintaan penghapusan dikabulkan"
_EVENTS = {
    State.FILED: (FILED, frozenset({"file"})),
    State.DELIVERED: (FILED, frozenset({"file"})),
    State.CLOSED: (CLOSED, frozenset({"close", "close_unanswered", "merge"})),
    State.VOID: (VOIDED, frozenset({"void", "move_void"})),
}


@dataclass(frozen=True)
class Retention:
    """How a case stands: ``until`` is the last day it is kept, None while it is not finished; without
    ``schedule`` it is kept.
    """

    case: str
    code: str
    security: str
    schedule: Schedule | None
    event: str
    since: date | None
    until: date | None
    hold: history.Act | None

    @property
    def is_held(self) -> bool:
        """Whether it is under a legal hold."""
        return self.hold is not None

    @property
    def held_words(self) -> str:
        """That its destruction is held back, and whether by itself."""
        if self.hold is None:
            return ""
        return "pemusnahan ditangguhkan" + ("" if self.hold.verb == HOLD else f" {BY_ITSELF}")

    def is_over(self, today: date) -> bool:
        """Whether its time is over on ``today``."""
        return self.until is not None and today > self.until

    @property
    def fate(self) -> str:
        """What becomes of it then; "simpan" where no schedule counts."""
        return str(self.schedule.fate) if self.schedule else "simpan"


def retention_of(desk: Desk, case: Case) -> Retention:
    """How ``case`` stands on this day."""
    return retention_in(desk, case, history.of_case(case.number))


def retention_in(desk: Desk, case: Case, acts: Sequence[history.Act]) -> Retention:
    """The same by the history of the case."""
    code = desk.settings.classification(ANSWER.word)
    event, since = _event(desk, case, acts)
    schedule = desk.settings.schedule(code, since or desk.today)
    until = _after(since, schedule.years) if since and schedule else None
    asked = restriction.erasure_since(acts)
    day = asked.astimezone(desk.settings.zone).date() if asked else None
    if until and day and day <= until:
        event, until = ASKED, day - timedelta(days=1)
    security = desk.settings["surat.sifat"]
    return Retention(case.number, code, security, schedule, event, since, until, held_of(case, acts))


def hold_of(case: Case, acts: Iterable[history.Act]) -> history.Act | None:
    """The act since which ``case`` is under a legal hold, by itself or placed."""
    is_law, found = went_to_law(case.values), None
    for one in acts:
        if one.verb == LIFT:
            found = None
        elif one.verb == HOLD or (
            is_law and found is None and one.verb in ("close", "close_unanswered", "import")
        ):
            found = one
    return found


def held_of(case: Case, acts: Iterable[history.Act]) -> history.Act | None:
    """:func:`hold_of`, also of the case that goes on for this one."""
    into = merged_into(case)
    found = hold_of(case, acts)
    return found or (held_of(cases.get(into), history.of_case(into)) if into and cases.has(into) else None)


def _event(desk: Desk, case: Case, acts: Iterable[history.Act]) -> tuple[str, date | None]:
    into = merged_into(case)
    if into and cases.has(into):
        return _event(desk, cases.get(into), history.of_case(into))
    if case.state is State.OLD:
        written = str(case.values.get(f"{OLD_KEY}answer_date", ""))
        return (OLD, date.fromisoformat(written)) if written else ("", None)
    event, wanted = _EVENTS.get(case.state, ("", frozenset()))
    days = [one.at.astimezone(desk.settings.zone).date() for one in acts if one.verb in wanted]
    return (event, max(days)) if days else ("", None)


def _after(day: date, years: int) -> date:
    """The same day ``years`` later; 29 February becomes 28."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
