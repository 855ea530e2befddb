"""Step 7: cases of each possible officer, and of the same kind."""

from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.cases.values import items
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text
from pipeline.lookup import access, visible
from pipeline.office.base.session import Session
from pipeline.records import cases, history, request_cache
from pipeline.settings import Settings

_FINISHED = frozenset({State.SIGNED, State.FILED, State.DELIVERED, State.CLOSED, State.VOID, State.OLD})
_ALIKE = N_("{running}, {alike} of the same kind of violence")


def officers(settings: Settings) -> tuple[str, ...]:
    """The accounts that may handle a case."""
    return tuple(sorted(account.name for account in settings.accounts if Role.OFFICER in account.roles))


def officers_for(settings: Settings, case: str) -> tuple[str, ...]:
    """Who may handle it, without those blocked from ``case``."""
    blocked = access.blocked_in(history.of_case(case))
    return tuple(account for account in officers(settings) if account not in blocked)


@dataclass(frozen=True)
class Load:
    """Cases, and those of this kind of violence."""

    account: str
    running: int
    alike: int

    @property
    def load(self) -> Text:
        """Both numbers in words."""
        running = N_("open cases: {count}").of(count=self.running)
        return _ALIKE.of(running=running, alike=self.alike) if self.alike else running


@request_cache.read_once()
def of_case(session: Session, case: Case) -> tuple[Load, ...]:
    """Least loaded first, then most experienced in the kind."""
    at_work = [
        number
        for number, _ in visible.cases_in(session, [state.value for state in State if state not in _FINISHED])
    ]
    cases.read_ahead(at_work)
    others = [cases.get(number) for number in at_work if number != case.number]
    kinds = {*items(case.values, "violence")}
    loads = []
    for account in officers_for(session.settings, case.number):
        theirs = [other for other in others if other.officer == account]
        alike = [other for other in theirs if kinds & {*items(other.values, "violence")}]
        loads.append(Load(account, len(theirs), len(alike)))
    return tuple(sorted(loads, key=lambda load: (load.running, -load.alike, load.account)))
