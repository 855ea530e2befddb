"""An office whose archive lies in a bucket is killed before and after every request: nothing lost, nothing twice, nothing left.

What must hold after each kill, when a new process has gone on, stands with each step (:mod:`tests.faults.bucket_server`): archive,
register and database agree, ``verify`` finds nothing. Besides, the bucket then holds the items of an undisturbed run, and no more,
and no room is taken.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.bucket_bugs import BUCKET_BUGS
from tests.faults.bucket_sweep import Server
from tests.stores.go_between import between
from tools import s3

REQUESTS = {"register": 50, "move": 120, "approve": 65, "sign": 58, "deliver": 54, "close-case": 58}
"""Requests of each step; fewer would mean that some are not seen."""

BEGUN = (
    "PUT /.staging/2026-0001",
    "PUT /2026/2026-0001/v3/content/kasus.json",
    "PUT /2026/2026-0001/v3/inventory.json",
    "PUT /2026/2026-0001/inventory.json",
    "PUT /register/2026/000003.json",
)
"""Requests of the filing of signed copies after which the first of two kills comes."""


@pytest.fixture(scope="module")
def server(s3_server: s3.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The warm server of all steps."""
    with (
        between(s3_server.endpoint) as proxy,
        Server(tmp_path_factory.mktemp("ember"), s3_server, proxy) as made,
    ):
        yield made


@pytest.mark.parametrize("step", REQUESTS)
def test_a_kill_at_any_request_loses_nothing(server: Server, step: str) -> None:
    report = server.sweep_requests(step, REQUESTS[step], every=29, first=5)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= 3


def test_a_kill_while_another_goes_on_after_a_kill_loses_nothing(server: Server) -> None:
    report = server.sweep_recoveries("sign", BEGUN, every=97)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= len(BEGUN)


@pytest.mark.parametrize("bug", BUCKET_BUGS)
def test_a_planted_bug_is_caught(s3_server: s3.Server, tmp_path: Path, bug: str) -> None:
    with between(s3_server.endpoint) as proxy, Server(tmp_path, s3_server, proxy, bug) as planted:
        report = planted.sweep_requests(
            "register", REQUESTS["register"], every=5, first=60, stop_at_first=True
        )
    assert report.failures
