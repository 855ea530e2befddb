"""Counts of what waits, without names."""

from collections import Counter
from dataclasses import replace

from pipeline.kernel.people import Actor
from pipeline.lookup.kinds import ArrivalState
from pipeline.office.base.session import Session, need_role
from pipeline.office.bookkeeping import due
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.overview import chair_approvals, health, todo_rows
from pipeline.records import arrivals, queue
from pipeline.settings.accounts import MACHINE


def of(session: Session) -> dict[str, int]:
    """Counts by name, in print order."""
    need_role(session, "metrics", ADMINS)
    machine = replace(session, actor=Actor(MACHINE))
    waiting = arrivals.counted(*todo_rows.SHOWN)
    grades = Counter(point.grade for point in health.look(session))
    return {
        **{f"letters_{ArrivalState(state).name.lower()}": waiting.get(state, 0) for state in todo_rows.SHOWN},
        "drafts_waiting": chair_approvals.counted(machine),
        "cases_overdue": due.overdue(machine),
        "jobs_waiting": queue.waiting(),
        **{f"health_{grade}": grades[grade] for grade in health.Grade},
    }
