"""A sample of the suites on the fourth combination: homes with a database on a server and an archive in a bucket, each its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from pipeline.office.overview import find
from pipeline.records import boot, cases
from tests.office import damage, pdf_shelf
from tests.office.bureau import CLERK, Bureau, copied, files_below
from tests.office.elsewhere import ARCHIVE, DATABASE, Elsewhere, at_home, began
from tests.office.stages import FIRST, SECOND
from tools.postgresql import Server
from tools.s3 import Server as Bucketeer

pytestmark = pytest.mark.backend


@pytest.fixture
def places(
    postgresql: Server, s3_server: Bucketeer, tmp_path: Path, office_clock: None
) -> Iterator[Elsewhere]:
    """Homes that are copied lie on the server and in a bucket."""
    with at_home(), began(Elsewhere(tmp_path / "pindah", postgresql, s3_server)) as one:
        before = one.before()
        yield one
        one.over(before)


def test_a_copied_home_lies_elsewhere_alone_and_the_office_goes_on_there(
    places: Elsewhere,
    stage: Callable[[str], Path],
    pdfs: Path,
    tmp_path: Path,
    office_reader: Reader,
) -> None:
    homes = [copied(stage("approved"), tmp_path / name) for name in ("satu", "dua")]
    one, two = (Bureau(home, office_reader) for home in homes)
    pdf_shelf.lay_out(pdfs, one.home)
    assert not [*one.home.glob("var/rangkap.db*")]
    assert files_below(one.settings.archive) == {}
    assert one.verify() == []
    assert (boot.is_on_server(), places.current) == (True, one.home)
    assert {one.held.files() == two.held.files(), one.home == two.home} == {True, False}
    one.receive(*one.signed(FIRST))
    damage.call(one)
    after = find.show(one.desk(CLERK), FIRST).plain["documents"]
    three = Bureau(copied(one.leave(), tmp_path / "tiga"), office_reader)
    two.desk()
    assert cases.numbers() == [FIRST, SECOND], "the other copy is as it was"
    damage.rebuilt(one)
    for office in (one, two, three):
        assert office.verify() == []
        office.held.need_valid()
    for office in (one, three):
        assert find.show(office.desk(CLERK), FIRST).plain["documents"] == after
        assert cases.numbers() == [FIRST, SECOND, "2026-0003"]
    pdf_shelf.take_back(pdfs, one.home)


def test_what_a_test_has_elsewhere_goes_when_it_is_over(
    places: Elsewhere, stage: Callable[[str], Path], tmp_path: Path, postgresql: Server
) -> None:
    before = places.before()
    copied(stage("approved"), tmp_path / "rumah")
    name = places.homes[tmp_path / "rumah"].database
    assert {DATABASE, ARCHIVE} <= {*os.environ}
    there = "SELECT count(*) FROM pg_database WHERE datname = %s"
    with postgresql.connect() as held:
        assert held.execute(there, [name]).fetchone() == (1,)
        places.over(before)
        assert held.execute(there, [name]).fetchone() == (0,)
    assert not {DATABASE, ARCHIVE} & {*os.environ}
    with at_home():
        assert not boot.is_on_server()
        assert damage.elsewhere.now() is None


@pytest.mark.parametrize("kept", [DATABASE, ARCHIVE])
def test_what_a_test_names_itself_stays(
    places: Elsewhere, stage: Callable[[str], Path], tmp_path: Path, kept: str
) -> None:
    places.keeps = frozenset({kept})
    home = copied(stage("approved"), tmp_path / "rumah")
    assert (kept in os.environ, (DATABASE in os.environ) + (ARCHIVE in os.environ)) == (False, 1)
    assert (home / "var" / "rangkap.db").exists() == (kept == DATABASE)
