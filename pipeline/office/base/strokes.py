"""The acts of a case as its clock sees them."""

from collections.abc import Sequence

from pipeline.cases.case import Case
from pipeline.cases.step_clock import Stroke
from pipeline.kernel.clock import read_stamp
from pipeline.records.history import SINCE, Act


def strokes(case: Case, acts: Sequence[Act]) -> list[Stroke]:
    """The ``acts`` of ``case``; the first is its registration."""
    begun = next((at for at, one in enumerate(acts) if one.case == case.number), 0)
    return [
        Stroke(act.verb, act.step, act.at, act.account, read_stamp(since) if since else None)
        for act in acts[begun:]
        for since in [act.detail.get(SINCE)]
    ]
