"""What became of a closed case: merged into another, or still awaited. Its row keeps that, for lists."""

from pipeline.cases.case import Case
from pipeline.cases.outcomes import MERGED, OTHER
from pipeline.cases.states import State
from pipeline.cases.values import text

MERGED_IN, PARTED_IN = "merged_in", "parted_in"
"""Acts in the case that goes on; the detail names the other under ``from``."""


def merged_into(case: Case) -> str:
    """Return the case in which a merged one goes on, or nothing."""
    is_merged = case.state is State.CLOSED and text(case.values, "outcome") == MERGED
    return text(case.values, OTHER) if is_merged else ""


SIMFONI = "simfoni"


def awaited(case: Case) -> str:
    """Return :data:`SIMFONI` for a closed case not yet typed into SIMFONI-PPA (step 14).

    A merged one is entered with the other.
    """
    if case.state is not State.CLOSED or text(case.values, "outcome") == MERGED:
        return ""
    return "" if text(case.values, "simfoni_day") else SIMFONI
