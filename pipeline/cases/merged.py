"""Whether a case was merged into another one, in which its handling goes on."""

from __future__ import annotations

from pipeline.cases.case import Case
from pipeline.cases.outcomes import MERGED, OTHER
from pipeline.cases.states import State
from pipeline.cases.values import text


def merged_into(case: Case) -> str:
    """Return the case in which the handling of a merged one goes on; empty where it is not merged."""
    is_merged = case.state is State.CLOSED and text(case.values, "outcome") == MERGED
    return text(case.values, OTHER) if is_merged else ""
