"""One warm reader for all tests of intake that read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.intake.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader(idle=300.0) as one:
        yield one
