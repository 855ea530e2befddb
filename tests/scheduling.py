"""Which slow tests are counted, and which files of tests begin first where three run side by side."""

from __future__ import annotations

import pytest

_COUNTED = frozenset({"web", "cli", "worker", "stores"})
"""The folders whose slow tests see lines of the product that no quick test sees: those of the doors, and of the stores."""
LONG = (
    "office/test_filing_machine.py", "office/test_procedure_machine.py", "faults/test_keeping_faults.py",
    "faults/test_upkeep_faults.py", "worker/test_reading_machines.py", "office/test_bucket_line.py",
    "faults/test_short_writes.py", "bench/test_measures.py", "web/test_axe.py", "faults/test_office_faults.py",
    "faults/test_bucket_faults.py", "faults/test_closing_faults.py", "faults/test_office_power.py",
    "office/test_full_verbs.py", "street/test_further_cases.py", "office/test_victims_copy_faults.py",
    "office/test_backup_server.py", "office/test_restore.py", "house/test_setup_whole.py", "worker/test_hostile_mail.py",
    "archive/test_faults.py", "worker/test_start_ends.py", "street/test_walk.py", "web/test_languages.py",
)  # fmt: skip
"""The files that take longest, the longest first: at the end nothing long is left that two cores could not share."""


def arrange(items: list[pytest.Item]) -> None:
    """Mark the slow tests that are counted (``tools/check.py``), and let the files that take longest begin first."""
    rank = {name: at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: rank.get(_place(item), len(LONG)))
    for item in items:
        if _place(item).partition("/")[0] in _COUNTED:
            item.add_marker(pytest.mark.counted)


def _place(item: pytest.Item) -> str:
    return item.path.relative_to(item.config.rootpath / "tests").as_posix()
