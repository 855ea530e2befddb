"""Which slow tests see lines of the product that no quick test sees: those of the doors, and of the stores."""

from __future__ import annotations

import pytest

_FOLDERS = frozenset({"web", "cli", "worker", "stores"})


def mark(items: list[pytest.Item]) -> None:
    """Mark them as counted (``tools/check.py``)."""
    for item in items:
        if item.path.relative_to(item.config.rootpath / "tests").parts[0] in _FOLDERS:
            item.add_marker(pytest.mark.counted)
