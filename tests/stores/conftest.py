"""The stores that the contract is asked of."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.stores.bucket import Bucket, open_bucket
from pipeline.stores.bucket_address import Address, Key
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Store
from tests import s3
from tests.stores.go_between import GoBetween, between

_NUMBERS = itertools.count(1)
Opened = Callable[..., Bucket]


def opened(endpoint: str, bucket: str, prefix: str = "", key: Key | None = None, **named: object) -> Bucket:
    """Return a bucket's store of its own: a prefix that nobody has used."""
    address = Address(bucket, prefix or f"kantor-{next(_NUMBERS)}", endpoint, "us-east-1")
    patience = {"patience": timedelta(seconds=20), "tries": 2} | named
    return open_bucket(address, key or Key(s3.NAME, s3.SECRET), **patience)  # type: ignore[arg-type]


@pytest.fixture
def go_between(s3_server: s3.Server) -> Iterator[GoBetween]:
    """Somebody between the office and its server."""
    with between(s3_server.endpoint) as one:
        yield one


@pytest.fixture(params=["folder", s3.PLAIN, pytest.param(s3.LOCKED, marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store: a folder, a bucket without versions, a bucket with versions and object lock."""
    if request.param == "folder":
        (tmp_path / "gudang").mkdir()
        return Folder(tmp_path / "gudang")
    return opened(request.getfixturevalue("s3_server").endpoint, request.param)
