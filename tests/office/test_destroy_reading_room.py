"""A scan that still lies in the reading room goes with its case; where that cannot be made certain, the destruction waits."""

from __future__ import annotations

import secrets

import pytest

from pipeline.office.arrivals import reading_room
from pipeline.office.disposal.errors_dispose import DestructionPending
from pipeline.office.overview import watch
from pipeline.records import arrivals
from tests.office.bureau import Bureau, one_page
from tests.office.retained import destroyed_list, later
from tests.office.stages import FIRST
from tests.worker.machines import put_key
from tools import s3


def test_it_goes_for_certain_or_the_destruction_waits(
    filed: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = later(filed, monkeypatch)
    place = f"s3://{s3.PLAIN}/ruang-{secrets.token_hex(6)}?endpoint="
    put_key(over.home)
    monkeypatch.setenv("RANGKAP_READING_ROOM", place + s3_server.endpoint)
    room = reading_room.room_of(over.settings)
    assert room is not None
    mine = [one.id for one in arrivals.listed() if one.case == FIRST]
    assert mine
    for one in (*mine, "lain"):
        room.put_new(one, one_page(one))
    monkeypatch.setenv("RANGKAP_READING_ROOM", place + "http://127.0.0.1:9")
    with pytest.raises(DestructionPending):
        destroyed_list(over)
    monkeypatch.setenv("RANGKAP_READING_ROOM", place + s3_server.endpoint)
    watch.start(over.desk())
    assert [one.name for one in room.items()] == ["lain"]


def test_every_version_of_it_goes_or_the_destruction_waits(
    filed: Bureau, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = later(filed, monkeypatch)
    place = f"s3://{s3.LOCKED}/ruang-{secrets.token_hex(6)}?endpoint={s3_server.endpoint}"
    put_key(over.home)
    monkeypatch.setenv("RANGKAP_READING_ROOM", place)
    room = reading_room.room_of(over.settings)
    assert room is not None
    mine = [one.id for one in arrivals.listed() if one.case == FIRST]
    for one in (*mine, "lain"):
        room.put_new(one, one_page(one))
    with monkeypatch.context() as patch:
        patch.setattr("tests.worker.machines.s3.NAME", s3.CLERK)
        patch.setattr("tests.worker.machines.s3.SECRET", s3.CLERKS_SECRET)
        put_key(over.home)
    with pytest.raises(DestructionPending):
        destroyed_list(over)
    assert {name for name, _ in s3.every_byte(s3_server, room)} == {*mine, "lain"}
    put_key(over.home)
    watch.start(over.desk())
    assert {name for name, _ in s3.every_byte(s3_server, room)} == {"lain"}
