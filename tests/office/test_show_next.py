"""``show`` names the same next act as the page of the case: the step that is marked, its words, whose it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cli import pages
from pipeline.office.overview import case_sheet, find
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST


@pytest.mark.parametrize("name", ["registered", "drafted", "approved", "filed"])
def test_it_marks_the_step_that_the_page_marks_and_no_other(
    at_stage: Callable[[str], Bureau], name: str
) -> None:
    office = at_stage(name)
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        desk = office.desk(account)
        page, shown = case_sheet.sheet(desk, FIRST), find.show(desk, FIRST).plain
        assert page.coming is not None
        marked = [one["step"] for one in shown["steps"] if one["progress"] == "sekarang"]
        assert (
            marked
            == [page.coming.step]
            == [one.line.step for one in page.steps if one.line.progress == "sekarang"]
        )
        assert (shown["next"]["label"], shown["next"]["step"]) == (page.coming.label.id, page.coming.step), (
            account
        )


def test_whoever_may_do_it_reads_the_whole_command_and_others_whose_it_is(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    zone = office.settings.zone
    own = pages.case(find.show(office.desk(CLERK), FIRST).plain, zone)
    assert f"Berikutnya: Hubungi korban (langkah 5)  → rangkap inform {FIRST}\n" in own
    others = pages.case(find.show(office.desk(ARCHIVIST), FIRST).plain, zone)
    assert "Berikutnya: Hubungi korban (langkah 5), oleh petugas identifikasi / petugas penerima\n" in others


def test_a_scan_that_is_awaited_is_no_command(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("approved")
    office.printed(FIRST)
    shown = find.show(office.desk(CLERK), FIRST).plain
    assert (shown["next"]["step"], shown["next"]["command"]) == (11, "")
    assert "→" not in pages.case(shown, office.settings.zone).partition("Berikutnya: ")[2].partition("\n")[0]
