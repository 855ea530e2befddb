"""What the office keeps in Indonesian is told in English on English pages: crises, the chair's desk, the audit, disposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from tests.office.bureau import ARCHIVIST, CHAIR, OFFICER
from tests.office.stages import SECOND
from tests.web.door import Door
from tests.web.filed import filed_door
from tests.web.visitor import Visitor, entered


@pytest.fixture(scope="module")
def door(
    stage: Callable[[str], Path],
    tmp_path_factory: pytest.TempPathFactory,
    office_reader: Reader,
    web_clock: None,
) -> Iterator[Door]:
    """The door of an office with two drafts, the second of a case of high risk."""
    with filed_door(stage("drafted"), tmp_path_factory.mktemp("inggris"), office_reader) as one:
        yield one


def english(door: Door, account: str) -> Visitor:
    """Return somebody who reads English pages."""
    found = entered(door, account)
    found.post("/bahasa/")
    return found


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    """The chair, with a telephone of this test."""
    return english(door, CHAIR)


def main(visitor: Visitor, path: str) -> str:
    """Return what stands on a page, without its head."""
    page = visitor.get(path)
    assert page.status == 200
    return page.text.partition("<main")[2]


def test_a_crisis_says_why(door: Door) -> None:
    page = main(english(door, OFFICER), "/")
    assert SECOND in page
    assert "high risk" in page
    assert "risiko tinggi" not in page


def test_the_desk_of_the_chair_says_why_a_draft_presses(chair: Visitor) -> None:
    page = main(chair, "/meja-ketua/")
    assert "crisis procedure: high risk" in page
    assert "SOP krisis" not in page


def test_the_audit_says_how_the_archive_was_checked(chair: Visitor) -> None:
    page = main(chair, "/jejak/")
    assert "The archive was never checked." in page
    assert "belum pernah" not in page
    chair.post("/bahasa/")
    assert "Arsip belum pernah diperiksa." in main(chair, "/jejak/")


def test_disposal_says_why_a_case_is_kept(door: Door) -> None:
    page = main(english(door, ARCHIVIST), "/tindakan/dispose/")
    assert "no retention schedule for code" in page
    assert "tidak ada JRA" not in page
