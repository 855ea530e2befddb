"""Somebody changes files of ``var/`` that a row binds and the archive does not hold yet: each is named, work of the day is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.arrival import ORIGINAL
from pipeline.office.arrivals import arrival_files
from pipeline.office.keeping import reconcile
from pipeline.office.letters import letter_files
from tests.office import damage
from tests.office.bureau import ARCHIVIST, Bureau, one_page
from tests.office.stages import FIRST, SECOND
from tests.office.test_tampering_rows import found
from tests.refused import refused_with

DRAFT = f"../var/letters/{SECOND}-1/r1/{letter_files.DRAFT}"
COPY = f"../var/letters/{FIRST}-1/r1/salinan-1.pdf"


def changed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


@pytest.mark.parametrize(("spoil", "kind"), [(changed, "changed"), (Path.unlink, "missing")])
def test_a_draft_and_a_copy_that_waits_to_be_filed_are_named(
    at_stage: Callable[[str], Bureau], spoil: Callable[[Path], None], kind: str
) -> None:
    office = at_stage("drafted")
    with damage.archive_stuck(office.settings), refused_with("office.filing_pending"):
        office.approve(FIRST)
    assert found(office) == {("torn", f"2026/{FIRST}")}
    for path in (DRAFT, COPY):
        spoil(office.settings.archive / path)
    assert found(office) == {("torn", f"2026/{FIRST}"), (kind, DRAFT), (kind, COPY)}


def test_what_is_filed_is_asked_of_the_archive_alone(filed: Bureau) -> None:
    changed(filed.settings.archive / COPY)
    assert found(filed) == set()


def test_a_lost_draft_undoes_no_upgrade_and_spoils_no_backup(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("drafted")
    (office.settings.archive / DRAFT).unlink()
    session = office.session(ARCHIVIST)
    assert [finding.path for finding in reconcile.verify_all(session) if finding.is_damage] == [DRAFT]
    assert reconcile.unproved(session) == []


@pytest.mark.parametrize(("spoil", "kind"), [(changed, "changed"), (Path.unlink, "missing")])
def test_a_copy_for_the_victim_that_waits_for_the_chair_is_named(
    waiting: Bureau, spoil: Callable[[Path], None], kind: str
) -> None:
    assert found(waiting) == set()
    (path,) = (waiting.settings.var / "salinan").glob("*/salinan-1.pdf")
    spoil(path)
    assert found(waiting) == {(kind, f"../{path.relative_to(waiting.home)}")}


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (changed, "changed"),
        (Path.unlink, "missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "truncated"),
    ],
    ids=["changed", "gone", "cut"],
)
def test_an_original_that_nobody_registered_is_named(
    bureau: Bureau, spoil: Callable[[Path], None], kind: str
) -> None:
    arrival = bureau.arrive(one_page("surat"))
    spoil(arrival_files.path_of(bureau.settings, arrival.id))
    assert found(bureau) == {(kind, f"../var/arrivals/{arrival.id}/{ORIGINAL}")}
