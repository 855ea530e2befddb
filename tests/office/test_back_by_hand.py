"""An office with its database on a server and its archive in a bucket comes back by what docs/archive.md tells to type."""

from pathlib import Path

import pytest

from pipeline.archive.finding import Kind
from pipeline.office.disposal import backup
from pipeline.records import boot, cases
from tests.office import damage
from tests.office.bucket_home import fetched, moved
from tests.office.bureau import ADMIN, Bureau
from tests.office.test_rebuild_server import on_an_empty_one
from tests.office.vaults import key_of
from tests.refused import refused_with
from tools.postgresql import Server

_TITLE = "Bringing back a database on a server"


def test_what_was_lost_decides_whether_the_dump_is_taken(
    on_server: str, on_bucket: Bureau, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage.call(on_bucket)
    place = str(tmp_path / "cadangan")
    backup.backup(on_bucket.session(ADMIN), place)
    key, later = key_of(on_bucket), damage.call(on_bucket, "sesudah cadangan").number
    boot.close()
    never_ended = backup.backup_repository(on_bucket.settings, place)
    never_ended.store(on_bucket.home, ["office.toml"], [], lambda _: None)

    def back(name: str, without: str = "") -> Bureau:
        fetched(place, tmp_path / name, key)
        moved(tmp_path / name, _TITLE, without)
        return Bureau(tmp_path / name, on_bucket.reader)

    def missing(office: Bureau) -> list[tuple[Kind, str, str | None]]:
        return [(finding.kind, finding.path.split("/")[2], finding.case) for finding in office.verify()]

    machine = back("mesin", without="pg_restore")
    assert missing(machine) == [(Kind.MISSING, "arrivals", later)]
    boot.close()
    with on_an_empty_one(postgresql, monkeypatch):
        with refused_with("records.no_database"):
            machine.session()
        both = back("mesin-dan-basis-data")
        assert damage.build(both)["cases"] == 2
        assert missing(both) == [(Kind.MISSING, "arrivals", later)]
        assert later in cases.numbers()
