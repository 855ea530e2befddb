"""What is known in every case, one after the other, to look for people in: nobody's name stands in an index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cases.states import State
from pipeline.cases.values import Values, from_plain
from pipeline.records.models import CaseRow


@dataclass(frozen=True)
class Known:
    """One case as it is searched: ``number``, ``state``, ``received`` (ISO), and its answers."""

    number: str
    state: State
    received: str
    values: Values


def cases_known() -> Iterator[Known]:
    """Yield every case but voided registrations, newest first."""
    rows = CaseRow.objects.exclude(state=State.VOID.value).order_by("-pk")
    for number, state, received, plain in rows.values_list("number", "state", "received", "value").iterator(
        chunk_size=500
    ):
        yield Known(number, State(state), received.isoformat(), from_plain(json.loads(plain)["values"]))
