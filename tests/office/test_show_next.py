"""``show`` names the same next act as the page of the case: the step that is marked, its words, whose it is."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.cli import pages
from pipeline.office.overview import find
from tests.office.bureau import ARCHIVIST, CLERK, Bureau
from tests.office.stages import FIRST


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
