"""What somebody was not let do is written into the access log: who, when, where; never what was typed (ASVS 5.0, 16.3.2)."""

from __future__ import annotations

from pipeline.kernel import clock
from pipeline.kernel.people import Actor
from pipeline.records import boot, history

REFUSED = "right_refused"


def note(account: str, where: str) -> None:
    """Write down that ``account`` was refused for want of a right; ``where`` names the page, and the case if any."""
    with boot.transact():
        history.looked(clock.now(), Actor(account), REFUSED, where)
