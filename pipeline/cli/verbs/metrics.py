"""``rangkap metrics``: how much waits in the office, as counts without a name."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import keeper_of
from pipeline.office.base.desk import open_desk
from pipeline.office.overview import metrics as office


def metrics(call: Call) -> int:
    """Print the counts, one a line."""
    counts = office.of(open_desk(call.settings, keeper_of(call)))
    return call.give(counts, "\n".join(f"{name} {count}" for name, count in counts.items()))
