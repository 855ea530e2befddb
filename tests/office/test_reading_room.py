"""A reading room that cannot be used, or holds what is nobody's, stops no reading: the office reads by itself."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.office.arrivals import reading_room
from pipeline.office.overview import reading_fitness
from pipeline.records import arrivals, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.errors_machines import BadRoom
from pipeline.stores.bucket_versions import made
from pipeline.worker import jobs
from tests.office.bureau import Bureau, one_page
from tests.worker.machines import put_key
from tools import s3
from tools.postgresql import Server

GONE = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
AWAY = f"s3://{s3.PLAIN}/ruang?endpoint=http://127.0.0.1:9"


def without_key(path: Path) -> None:
    path.unlink()


def open_to_others(path: Path) -> None:
    path.chmod(0o644)


def no_toml(path: Path) -> None:
    path.write_text("kunci\n")


@pytest.mark.parametrize("spoil", [without_key, open_to_others, no_toml])
def test_a_room_that_is_set_up_wrong_is_like_one_that_is_away(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]
) -> None:
    arrival = bureau.arrive(one_page())
    put_key(bureau.home)
    spoil(bureau.home / "var" / "keys" / reading_room.KEY_FILE)
    monkeypatch.setenv("RANGKAP_READING_ROOM", AWAY)
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
    monkeypatch.setitem(jobs._READERS, os.getpid(), bureau.reader)
    monkeypatch.setattr(jobs, "_CLEARED", {})
    jobs.run(queue.READ, arrival.id)
    bureau.desk()
    assert arrivals.get(arrival.id).state == ArrivalState.READ
    assert not reading_room.lay_out(bureau.settings, arrival)
    with pytest.raises(BadRoom):
        reading_room.remove(bureau.settings, arrival.id)


def test_an_item_with_a_strange_name_keeps_nothing_from_being_taken_back(
    bureau: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"s3://{s3.PLAIN}/ruang-{secrets.token_hex(6)}"
    monkeypatch.setenv("RANGKAP_READING_ROOM", f"{place}?endpoint={s3_server.endpoint}")
    put_key(bureau.home)
    room = reading_room.room_of(bureau.settings)
    assert room is not None
    for name in (GONE, "2026-0001", "dua/lapis"):
        room.put_new(name, b"satu")
    there = reading_room.place_of(bureau.settings)
    assert there is not None
    address, key = there
    made(address, key, timedelta(seconds=20), 1).put_object(
        Bucket=address.bucket, Key=f"{address.prefix}/nama yang aneh", Body=b"satu"
    )
    assert reading_room.clear(bureau.settings) == 1
    assert sorted(one.name for one in room.items()) == ["2026-0001", "dua/lapis", "nama yang aneh"]


def test_nothing_is_laid_out_where_it_could_not_be_taken_back(
    on_server: str,
    on_bucket: Bureau,
    postgresql: Server,
    s3_server: s3.Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arrival = on_bucket.arrive(one_page())
    put_key(on_bucket.home)
    archive = os.environ["RANGKAP_ARCHIVE"]
    own = f"ruang-{secrets.token_hex(6)}?endpoint={s3_server.endpoint}"
    with postgresql.connect(on_server) as held:
        held.execute(f"SET application_name = 'rangkap/baca-7/{queue.version()}/8'")
        for place, key in (
            (f"s3://{s3.LOCKED}/{own}", "room.versions"),
            (archive, "room.archive"),
            (archive.replace("?", "/dalam?"), "room.archive"),
            (f"s3://{s3.PLAIN}/{own}", ""),
        ):
            monkeypatch.setenv("RANGKAP_READING_ROOM", place)
            assert reading_room.lay_out(on_bucket.settings, arrival) == (not key), place
            row = next(reading_fitness.rows(on_bucket.settings))
            assert (row.ok, row.key) == (not key, key)
            room = reading_room.room_of(on_bucket.settings)
            assert room is not None
            assert (arrival.id in room.names_in()) == (not key)
    monkeypatch.setenv("RANGKAP_READING_ROOM", archive)
    before = room_names(on_bucket)
    assert before
    assert reading_room.clear(on_bucket.settings) == 0
    assert room_names(on_bucket) == before


def room_names(office: Bureau) -> list[str]:
    """Return all that lies where the reading room is."""
    room = reading_room.room_of(office.settings)
    assert room is not None
    return sorted(one.name for one in room.items())


def test_what_lies_in_a_bucket_with_versions_is_taken_back_with_all_of_them(
    bureau: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"s3://{s3.LOCKED}/ruang-{secrets.token_hex(6)}"
    monkeypatch.setenv("RANGKAP_READING_ROOM", f"{place}?endpoint={s3_server.endpoint}")
    put_key(bureau.home)
    room = reading_room.room_of(bureau.settings)
    assert room is not None
    wanted = bureau.arrive(one_page())
    for name in (GONE, wanted.id, "2026-0001"):
        room.put_new(name, b"satu")
    room.remove(GONE)
    assert reading_room.clear(bureau.settings) == 1
    left = list(s3.versions_of(s3_server.endpoint, room).versions(""))
    assert sorted(one.name for one in left) == sorted([wanted.id, "2026-0001"])
    reading_room.take_back(bureau.settings, wanted.id)
    assert [name for name, _ in s3.every_byte(s3_server, room)] == ["2026-0001"]
