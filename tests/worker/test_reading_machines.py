"""Machines elsewhere read an office's pages: claims through the database, bytes through the reading room, no sight of the home."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.intake.reading import Reading
from pipeline.kernel.errors import Exit
from pipeline.office.arrivals import reading_room, view_paper
from pipeline.office.arrivals.arrival_files import path_of
from pipeline.office.arrivals.strike import Strike, strike
from pipeline.office.overview import reading_fitness
from pipeline.office.signing.read import read_arrival, read_job
from pipeline.records import arrivals, boot, queue, sessions
from pipeline.records.arrivals import ArrivalState
from pipeline.records.errors_machines import OtherVersion
from pipeline.records.models import PageReadRow
from tests.intake.papers import LETTER, pdf, scan, sheet
from tests.office.bureau import Bureau, one_page
from tests.web.door import _with_port
from tests.worker.doors import doors, wait_for
from tests.worker.machines import Network, network, put_key
from tools import s3
from tools.ports import free_port
from tools.postgresql import Server

SOON = 240.0


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
    office.desk()
    assert [one.found for one in reading_fitness.rows(office.settings)][1:] == ["baca-0, baca-1"]
    office.leave()
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


_MANY = 40
"""Letters, at most, until the machine that is left has one of them."""


def test_one_is_killed_and_one_loses_the_network_while_two_of_everything_run(
    office: Bureau, machines: Network
) -> None:
    path = office.home / "office.toml"
    path.write_text(_with_port(path.read_text("utf-8"), free_port()), "utf-8")
    office.leave()
    both = [machines.start(0), machines.start(1)]
    wait_for(lambda: are_there("baca-0", "baca-1"), SOON)
    with doors(office.home, "watcher", "watcher", "worker", "worker", "web", "web") as running:
        for number in range(3):
            office.drop(paper(number, 4))
        wait_for(lambda: any(one.readers() for one in both), SOON)
        killed, cut = sorted(both, key=lambda one: not one.readers())
        killed.kill()
        count = 3
        while not cut.readers():  # what there was may have been read by the office itself
            assert count < _MANY, "the other machine reads nothing"
            office.drop(paper(count, 4))
            count += 1
            with suppress(AssertionError):
                wait_for(cut.readers, 10)
        cut.wire.cut()
        wait_for(lambda: is_read(count), SOON)
        wait_for(are_there, SOON)
        machines.start(both.index(killed))
        cut.wire.mend()
        wait_for(lambda: are_there("baca-0", "baca-1"), SOON)
        before = cut.pages()
        while cut.pages() == before:
            office.drop(one_page(f"sesudah putus {count}", 4))
            count += 1
            wait_for(lambda: is_read(count), SOON)  # noqa: B023 - called within the round
        wait_for(lambda: not queue.waiting(), SOON)
        assert [door.is_alive for door in running[:4]] == [True] * 4
        assert any(door.is_alive for door in running[4:])
    office.desk()
    found = arrivals.listed()
    assert sorted(str(one.agenda) for one in found) == [f"A-2026-{n:04}" for n in range(1, count + 1)]
    for one in found:
        assert [page.number for page in Reading.from_json(one.reading).pages] == [1, 2, 3, 4]
        assert all(page.width for page in Reading.from_json(one.reading).pages)
    assert PageReadRow.objects.count() == 0
    assert lying(office) == []


def test_another_version_reads_nothing_and_no_step_is_done_in_a_home_that_only_reads(
    office: Bureau, machines: Network, postgresql: Server, on_server: str
) -> None:
    arrival = office.arrive(one_page("dibaca di kantor"))
    with postgresql.connect(on_server) as held:
        held.execute("SET application_name = 'rangkap/kantor/0123456789/7'")
        refused = machines.start(0)
        wait_for(lambda: not refused.is_alive, SOON)
        held.execute("SET application_name = 'rangkap/baca-7/0123456789/8'")
        assert [one.name for one in sessions.machines()] == ["baca-7"]
        assert not reading_room.lay_out(office.settings, arrival), "nobody of this version is there"
    assert refused.process.returncode == OtherVersion.status
    assert "bukan versi program yang sama" in refused.log.read_text()
    for verb in ("todo", "upgrade", "rebuild"):
        done = called(refused.home, verb)
        assert done.returncode == Exit.USAGE, done.stderr
        assert "[records.only_reads]" in done.stderr
    done = called(refused.home, "doctor")
    assert done.returncode == Exit.OK, done.stdout
    assert "menjawab, versi programnya sama" in done.stdout


def called(home: Path, verb: str) -> subprocess.CompletedProcess[str]:
    """Call a verb in the home of a reading machine, with the address of the office's database itself."""
    environment = os.environ | {"RANGKAP_HOME": str(home)}
    del environment["RANGKAP_CLOCK"]
    line = [sys.executable, "-P", "-m", "pipeline.cli", verb]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


def test_what_need_not_be_read_any_more_lies_in_the_reading_room_no_longer(office: Bureau) -> None:
    room = reading_room.room_of(office.settings)
    assert room is not None
    wanted, done = office.arrive(one_page("menunggu")), office.arrive(one_page("terbaca"))
    read_arrival(office.desk(), office.reader, done.id)
    for one in (wanted, done):
        room.put_new(one.id, path_of(office.settings, one.id).read_bytes())
    assert reading_room.clear(office.settings) == 1
    assert lying(office) == [wanted.id]
    strike(office.desk(), wanted.id, Strike.OTHER, "bukan pengaduan")
    read_job(office.desk(), office.reader, wanted.id)
    assert lying(office) == []
