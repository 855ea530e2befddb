"""Refusals for want of a right in the access log, without what was typed (ASVS 5.0, 16.3.2)."""

from pipeline.kernel import clock, ids
from pipeline.kernel.people import Actor
from pipeline.records import boot, history

REFUSED = "right_refused"


def note(account: str, page: str, number: str = "") -> None:
    """Note that ``account`` was refused ``page``, and of which case."""
    where = (
        f"{page} {number}" if ids.is_case(number) else page
    )  # what else stands in an address was typed by somebody
    with boot.transact():
        history.looked(clock.now(), Actor(account), REFUSED, where)
