"""A reading room that cannot be used, or holds what is nobody's, stops no reading: the office reads by itself."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.office.arrivals import reading_room
from pipeline.records import arrivals, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.errors_machines import BadRoom
from pipeline.stores.bucket_versions import made
from pipeline.worker import jobs
from tests.office.bureau import Bureau, one_page
from tests.worker.machines import put_key
from tools import s3

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
    gone = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    for name in (gone, "2026-0001", "dua/lapis"):
        room.put_new(name, b"satu")
    there = reading_room.place_of(bureau.settings)
    assert there is not None
    address, key = there
    made(address, key, timedelta(seconds=20), 1).put_object(
        Bucket=address.bucket, Key=f"{address.prefix}/nama yang aneh", Body=b"satu"
    )
    assert reading_room.clear(bureau.settings) == 1
    assert sorted(one.name for one in room.items()) == ["2026-0001", "dua/lapis", "nama yang aneh"]
