"""What can go wrong when arrivals are joined, split or struck before they are registered (step 1)."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal


class OpenedElsewhere(Refusal):
    """Somebody else has the arrival open; whoever was told may go on all the same."""

    code = "office.opened_elsewhere"
