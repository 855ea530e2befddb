"""What became of a closed case: whether it was merged into another one, in which its handling goes on, and what it still waits for.

Its row in the database keeps what it waits for, so that lists need not read every case.
"""

from pipeline.cases.case import Case
from pipeline.cases.outcomes import MERGED, OTHER
from pipeline.cases.states import State
from pipeline.cases.values import text

MERGED_IN, PARTED_IN = "merged_in", "parted_in"
"""The acts in the case that goes on, of which the detail names the other under ``from``."""


def merged_into(case: Case) -> str:
    """Return the case in which the handling of a merged one goes on; empty where it is not merged."""
    is_merged = case.state is State.CLOSED and text(case.values, "outcome") == MERGED
    return text(case.values, OTHER) if is_merged else ""


SIMFONI = "simfoni"


def awaited(case: Case) -> str:
    """Return :data:`SIMFONI` for a closed case that nobody typed into SIMFONI-PPA yet (step 14), else nothing.

    One that goes on as another is entered with the other.
    """
    if case.state is not State.CLOSED or text(case.values, "outcome") == MERGED:
        return ""
    return "" if text(case.values, "simfoni_day") else SIMFONI
