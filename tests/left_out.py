"""What the suites leave out where homes lie elsewhere (``./run test --on …``): each test with the place and the reason.

These tests are run there all the same, and have to fail: one that would pass is told, and its line goes from here. A test
that asks for ``on_file`` or ``in_folder`` is none of them: it is about that place, and the same on each.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

import pytest

POSTGRESQL, S3 = "postgresql", "s3"
_UNREADABLE = "tests/office/test_tampering_rows.py::test_rows_made_unreadable_blind_no_verify"
_TYPED = (
    "a column of days or moments on the server takes nothing else, so that nothing unreadable can stand there"
)
_RESTORED = (
    "restore says that it does not bring back an office whose archive lies in a bucket (test_on_bucket.py)"
)
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    POSTGRESQL: {
        f"{_UNREADABLE}[records_letterrow SET day = 'kemarin']": _TYPED,
        f"{_UNREADABLE}[records_arrivalrow SET taken_at = 'x']": _TYPED,
    },
    S3: {
        "tests/office/test_ended.py::test_they_come_back_from_a_backup_row_by_row": _RESTORED,
        "tests/office/test_misfiled.py::test_a_backup_brings_the_successor_back": _RESTORED,
    },
}
"""By place: the test (``file::function``, or with its parameters), and why."""


class Collected(Protocol):
    """A test that pytest collected."""

    nodeid: str

    def add_marker(self, one: pytest.MarkDecorator, /) -> None:
        """Mark it."""
        ...


def mark(items: Iterable[Collected], places: Iterable[str]) -> None:
    """Let every test that is left out at ``places`` be expected to fail there."""
    reasons = {test: why for place in places for test, why in LEFT_OUT[place].items()}
    for item in items:
        why = reasons.get(item.nodeid) or reasons.get(item.nodeid.partition("[")[0])
        if why:
            item.add_marker(pytest.mark.xfail(reason=why, strict=True))
