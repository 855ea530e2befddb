"""How much waits in the office, as counts without a name: letters, drafts, cases that are late, jobs, and the grades of health."""

from __future__ import annotations

from collections import Counter

from pipeline.office.base.desk import Desk, need_role
from pipeline.office.bookkeeping import due
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.overview import chair_desk, health, todo_rows
from pipeline.records import arrivals, queue
from pipeline.records.arrivals import ArrivalState


def of(desk: Desk) -> dict[str, int]:
    """Return the counts by their names, in the order in which they are printed. Raises NotYours."""
    need_role(desk, "metrics", ADMINS)
    waiting = arrivals.counted(*todo_rows.SHOWN)
    grades = Counter(point.grade for point in health.look(desk))
    return {
        **{f"letters_{ArrivalState(state).name.lower()}": waiting.get(state, 0) for state in todo_rows.SHOWN},
        "drafts_waiting": chair_desk.counted(desk),
        "cases_overdue": due.overdue(desk),
        "jobs_waiting": queue.waiting(),
        **{f"health_{grade}": grades[grade] for grade in health.Grade},
    }
