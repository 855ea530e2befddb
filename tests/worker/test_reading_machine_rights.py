"""A reading machine whose user lost its rights to the office's tables says so in plain words, and goes on once it has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.office.base import reading_home
from pipeline.office.overview import reading_fitness
from pipeline.records import reading_machine, sessions
from pipeline.records.errors_machines import NoRights
from tests.worker.machines import ROLE, known
from tools.postgresql import PASSWORD, Server


def test_lost_rights_are_named(
    on_server: str, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = reading_home.make(tmp_path / "baca", "baca-1")
    monkeypatch.setenv("RANGKAP_READING_ROOM", "s3://ruang/kantor?endpoint=http://127.0.0.1:9")
    monkeypatch.setenv(
        "RANGKAP_DATABASE", f"postgresql://{ROLE}:{PASSWORD}@/{on_server}?host={postgresql.folder}"
    )
    line = sessions.Line("baca-1")
    with known(postgresql, on_server):
        reading_machine.open_records(settings)
        reading_machine.need_same(line)
        with postgresql.connect(on_server) as owner:
            owner.execute(f"REVOKE ALL ON django_q_ormq FROM {ROLE}")
            with pytest.raises(NoRights):
                reading_machine.need_same(line)
            (row,) = (one for one in reading_fitness.of_machine(settings) if one.what == "basis data kantor")
            assert not row.ok
            assert "deploy/beberapa-mesin.md" in row.found
            owner.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON django_q_ormq TO {ROLE}")
        reading_machine.need_same(line)
        line.let_go()
