"""The retention schedule of a case.

Time runs from the closing (step 14), else the filing of the signed answer (step 12); in the paper register
from the answer; for a void registration from the voiding. A granted erasure ends it at once for a finished
case. The row of the event's day counts. Without event or row of ``[[jra]]``, or under a legal hold, a case is
kept. One that went to police or court is held until the chair lifts it: only a person knows when the matter
is over.

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
from pipeline.office.base.session import Session
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
    """``until`` is the last day, None while unfinished; kept if no ``schedule``."""

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
        """Whether a legal hold is on it."""
        return self.hold is not None

    @property
    def held_words(self) -> str:
        """Why destruction is held back."""
        if self.hold is None:
            return ""
        return "pemusnahan ditangguhkan" + ("" if self.hold.verb == HOLD else f" {BY_ITSELF}")

    def is_over(self, today: date) -> bool:
        """Whether its time is over."""
        return self.until is not None and today > self.until

    @property
    def fate(self) -> str:
        """What then becomes of it; "simpan" without a schedule."""
        return str(self.schedule.fate) if self.schedule else "simpan"


def retention_of(session: Session, case: Case) -> Retention:
    """The retention of ``case`` today."""
    return retention_in(session, case, history.of_case(case.number))


def retention_in(session: Session, case: Case, acts: Sequence[history.Act]) -> Retention:
    """The same from the history."""
    code = session.settings.classification(ANSWER.word)
    event, since = _event(session, case, acts)
    schedule = session.settings.schedule(code, since or session.today)
    until = _after(since, schedule.years) if since and schedule else None
    asked = restriction.erasure_since(acts)
    day = asked.astimezone(session.settings.zone).date() if asked else None
    if until and day and day <= until:
        event, until = ASKED, day - timedelta(days=1)
    security = session.settings["surat.sifat"]
    return Retention(case.number, code, security, schedule, event, since, until, held_of(case, acts))


def hold_of(case: Case, acts: Iterable[history.Act]) -> history.Act | None:
    """The act of the legal hold, automatic or placed."""
    is_law, hold = went_to_law(case.values), None
    for act in acts:
        if act.verb == LIFT:
            hold = None
        elif act.verb == HOLD or (
            is_law and hold is None and act.verb in ("close", "close_unanswered", "import")
        ):
            hold = act
    return hold


def held_of(case: Case, acts: Iterable[history.Act]) -> history.Act | None:
    """:func:`hold_of`, also through the case merged into."""
    into = merged_into(case)
    hold = hold_of(case, acts)
    return hold or (held_of(cases.get(into), history.of_case(into)) if into and cases.has(into) else None)


def _event(session: Session, case: Case, acts: Iterable[history.Act]) -> tuple[str, date | None]:
    into = merged_into(case)
    if into and cases.has(into):
        return _event(session, cases.get(into), history.of_case(into))
    if case.state is State.OLD:
        written = str(case.values.get(f"{OLD_KEY}answer_date", ""))
        return (OLD, date.fromisoformat(written)) if written else ("", None)
    event, wanted = _EVENTS.get(case.state, ("", frozenset()))
    days = [act.at.astimezone(session.settings.zone).date() for act in acts if act.verb in wanted]
    return (event, max(days)) if days else ("", None)


def _after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
