"""Mistakes with short writes, planted on purpose: each must be caught by a sweep of :mod:`tests.faults.test_short_writes`."""

import os
from collections.abc import Callable

from pipeline.kernel import files
from tests.faults.plant import plant


def rest_not_written() -> None:
    """What a write returns is ignored; only what is read back tells that half is missing."""
    plant(files, "write_all", os.write)


def half_believed() -> None:
    """What a write returns is ignored, and nothing is read back."""
    rest_not_written()
    plant(files, "_need_same", lambda content, expected: None)


SHORT_BUGS: dict[str, Callable[[], None]] = {bug.__name__: bug for bug in (rest_not_written, half_believed)}
