"""One warm reader for all tests of intake that read; an inbox and a place for arrivals for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.intake.inbox import establish
from pipeline.intake.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader(idle=300.0) as warm_reader:
        yield warm_reader


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    establish(folder)
    return folder


@pytest.fixture
def arrivals(tmp_path: Path) -> Path:
    folder = tmp_path / "arrivals"
    folder.mkdir(mode=0o700)
    return folder
