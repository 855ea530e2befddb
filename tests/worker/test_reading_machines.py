"""Machines elsewhere read an office's pages: claims through the database, bytes through the reading room, no sight of the home."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.intake.reading import Reading
from pipeline.office.arrivals import reading_room, view_paper
from pipeline.records import arrivals, boot, sessions
from pipeline.records.arrivals import ArrivalState
from tests.intake.papers import LETTER, pdf, scan, sheet
from tests.office.bureau import Bureau
from tests.worker.doors import doors, wait_for
from tests.worker.machines import Network, network, put_key
from tools import s3
from tools.postgresql import Server

pytestmark = pytest.mark.slow
SOON = 120.0


@pytest.fixture
def office(
    on_server: str, on_bucket: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> Bureau:
    """An office with its database on a server, its archive in a bucket, and a reading room in another."""
    room = f"s3://{s3.PLAIN}/ruang-{secrets.token_hex(6)}"
    monkeypatch.setenv("RANGKAP_READING_ROOM", f"{room}?endpoint={s3_server.endpoint}")
    put_key(on_bucket.home)
    return on_bucket


@pytest.fixture
def machines(
    office: Bureau, tmp_path: Path, postgresql: Server, on_server: str, s3_server: s3.Server
) -> Iterator[Network]:
    """Two reading machines for the office."""
    with network(office, tmp_path, postgresql, on_server, s3_server, 2) as net:
        yield net


def paper(number: int, pages: int) -> bytes:
    """Return a scan of ``pages`` typed pages, each another."""
    typed = [LETTER.replace("087", f"{number}{page}") for page in range(pages)]
    return pdf([scan(sheet(one)) for one in typed])


def are_there(*names: str) -> bool:
    """Tell whether just the reading machines ``names`` are connected."""
    boot.close()
    return [one.name for one in sessions.machines()] == sorted(names)


def is_read(count: int) -> bool:
    """Tell whether ``count`` letters are there, all read."""
    boot.close()
    return len(arrivals.listed(ArrivalState.READ)) == count


def test_two_machines_read_what_a_third_has_on_its_share(office: Bureau, machines: Network) -> None:
    office.leave()
    first, second = machines.start(0), machines.start(1)
    wait_for(lambda: are_there("baca-0", "baca-1"), SOON)
    with doors(office.home, "watcher", "worker"):
        for number in range(3):
            office.drop(paper(number, 3))
        wait_for(lambda: is_read(3), SOON)
    desk = office.desk()
    assert first.pages()
    assert second.pages()
    found = arrivals.listed(ArrivalState.READ)
    assert first.pages() | second.pages() <= {f"{one.id}/{page}" for one in found for page in (1, 2, 3)}
    for one in found:
        reading = Reading.from_json(one.reading)
        assert [page.number for page in reading.pages] == [1, 2, 3]
        assert all("pendampingan" in str(page.rows) for page in reading.pages)
        assert reading.suggestions
        with view_paper.of_arrival(desk, one.id, 3) as seen:
            assert office.reader.picture(seen.descriptor, 3).startswith(b"\x89PNG")
    assert lying(office) == []
    for home in (first.home, second.home):
        assert not [one for one in home.rglob("*") if one.is_file() and b"%PDF" in one.read_bytes()]


def lying(office: Bureau) -> list[str]:
    """Return what lies in the reading room."""
    room = reading_room.room_of(office.settings)
    assert room is not None
    return [one.name for one in room.items()]
