"""The stores that the contract is asked of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Store
from tests.stores.go_between import GoBetween, between
from tools import s3


@pytest.fixture
def go_between(s3_server: s3.Server) -> Iterator[GoBetween]:
    """Somebody between the office and its server."""
    with between(s3_server.endpoint) as proxy:
        yield proxy


@pytest.fixture(params=["folder", s3.PLAIN])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store: a folder, a bucket without versions."""
    if request.param == "folder":
        (tmp_path / "gudang").mkdir()
        return Folder(tmp_path / "gudang")
    return s3.opened(request.getfixturevalue("s3_server").endpoint, request.param)
