"""A copy off a PostgreSQL server is of one moment, and goes into a database that is empty and nobody else's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import Busy
from pipeline.records import boot
from pipeline.records.postgresql import dump, server
from pipeline.records.snapshot import Facts
from tests.office.bureau import Bureau
from tests.refused import refused_with
from tools.postgresql import Server

_COMES_IN = """
    INSERT INTO records_arrivalrow
    SELECT (jsonb_populate_record(one, '{"id": "baru-saja", "agenda": null, "sha256": "0"}')).* FROM records_arrivalrow one LIMIT 1
"""


@pytest.fixture
def copied(
    on_server: str, bureau: Bureau, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Facts]:
    """A copy of an office's database, while a letter comes in after it was counted and before it was copied."""
    bureau.register()
    boot.close()
    run = dump._run

    def after_a_letter(*words: Any) -> None:
        if "--format=custom" in words[0]:
            with postgresql.connect(on_server) as other:
                other.execute(_COMES_IN)
        run(*words)

    with monkeypatch.context() as patch:
        patch.setattr(dump, "_run", after_a_letter)
        facts, version = dump.copy(tmp_path / "salinan")
    assert version == boot.newest()
    with postgresql.connect(on_server) as other:
        row = other.execute("SELECT count(*) FROM records_arrivalrow").fetchone()
    assert row == (facts.counts["arrivals"] + 1,)
    return tmp_path / "salinan", facts


@pytest.fixture
def empty(copied: tuple[Path, Facts], postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database, which ``RANGKAP_DATABASE`` names from now on."""
    with monkeypatch.context() as patch:
        patch.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    boot.close()
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    yield name
    boot.close()
    postgresql.drop(name)


def test_what_is_counted_is_what_is_copied(copied: tuple[Path, Facts], empty: str) -> None:
    source, facts = copied
    assert source.stat().st_mode & 0o777 == 0o600
    with dump.empty():
        assert dump.bring_back(source) == facts
        dump.end()
    assert dump.facts() == facts


def test_two_restores_do_not_go_into_one_database(
    copied: tuple[Path, Facts], empty: str, postgresql: Server
) -> None:
    with postgresql.connect(empty) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", dump.RESTORE)
        with pytest.raises(Busy), dump.empty():
            pass
    with dump.empty():
        assert not server.is_empty()
        dump.end()


def test_what_somebody_else_keeps_there_is_never_touched(
    copied: tuple[Path, Facts], empty: str, postgresql: Server
) -> None:
    with postgresql.connect(empty) as other:
        other.execute("CREATE TABLE milik_orang (isi text)")
        for _ in range(2):
            with refused_with("records.not_emptied"), dump.empty():
                pass
        assert other.execute("SELECT count(*) FROM milik_orang").fetchone() == (0,)
