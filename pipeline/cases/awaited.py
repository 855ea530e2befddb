"""What a case still waits for after it was closed, as its row in the database keeps it, so that lists need not read every case."""

from __future__ import annotations

from pipeline.cases.case import Case
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import State
from pipeline.cases.values import text

SIMFONI = "simfoni"


def awaited(case: Case) -> str:
    """Return :data:`SIMFONI` for a closed case that nobody typed into SIMFONI-PPA yet (step 14), else nothing.

    One that goes on as another is entered with the other.
    """
    if case.state is not State.CLOSED or text(case.values, "outcome") == MERGED:
        return ""
    return "" if text(case.values, "simfoni_day") else SIMFONI
