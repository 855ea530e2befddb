"""A year that is over is closed: after checks, once, as an object that the chain names; later changes are told."""

import json
from collections.abc import Callable

import pytest

from pipeline.archive.layout import prepare_year
from pipeline.office.answer import page
from pipeline.office.keeping import close_year
from pipeline.records import entries
from pipeline.register.signed_page import closing_id
from tests.office import damage, decided
from tests.office.bureau import ARCHIVIST, CHAIR, Bureau, tables
from tests.office.stages import FIRST, page_scans
from tests.refused import refused_with

pytestmark = pytest.mark.backend

NAME = "T-2026"
JANUARY = "2027-01-05T09:00:00+07:00"


@pytest.fixture
def january(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that lets the year end."""
    return lambda: monkeypatch.setenv("RANGKAP_CLOCK", JANUARY)


@pytest.fixture
def over(bureau: Bureau, january: Callable[[], None]) -> Bureau:
    """An office with one case of 2026, in January 2027, without any signed page."""
    damage.call(bureau)
    january()
    return bureau


def close(bureau: Bureau, account: str = ARCHIVIST, reason: str = "lembar hilang") -> close_year.Closed:
    """Close 2026 without its pages."""
    return close_year.close(bureau.session(account), 2026, incomplete=True, reason=reason)


def test_a_year_that_runs_or_is_not_there_is_not_closed(bureau: Bureau) -> None:
    damage.call(bureau)
    for year in (2026, 2027, 2020):
        with refused_with("office.year_not_over"):
            close_year.close(bureau.session(CHAIR), year)


@pytest.mark.usefixtures("in_folder")
def test_a_year_of_which_the_register_holds_nothing_is_not_closed(over: Bureau) -> None:
    prepare_year(over.settings.archive, 2025)
    with refused_with("office.year_not_over"):
        close_year.close(over.session(CHAIR), 2025)


def test_months_without_a_signed_page_are_named_and_closing_without_them_needs_a_reason(over: Bureau) -> None:
    with refused_with("office.pages_missing") as refused:
        close_year.close(over.session(CHAIR), 2026)
    assert "R-2026-11, R-2026-12" in refused.value.text()
    with refused_with("office.reason_needed"):
        close(over, reason=" ")
    assert entries.versions(NAME) == 0


def test_a_closed_year_says_what_it_was_and_is_closed_once(over: Bureau) -> None:
    head = entries.last()
    done = close(over)
    assert head is not None
    assert (done.id, done.head, done.cases, done.missing) == (NAME, head, 1, ("R-2026-11", "R-2026-12"))
    fixed = json.loads(over.held.read(f"2026/{NAME}/v1/content/tutup.json"))
    assert (fixed["entries"], fixed["by"], fixed["missing_pages"]) == (1, ARCHIVIST, list(done.missing))
    assert fixed["head"] == fixed["year_head"] == {"n": 1, "hash": head.hash}
    last = entries.last()
    assert last is not None
    assert (last.kind, last.case, last.year, last.register_number) == ("year_closed", NAME, 2027, "")
    assert over.verify() == []
    with refused_with("office.year_closed"):
        close(over)


def test_a_year_that_is_not_whole_is_not_closed(over: Bureau) -> None:
    path = f"2026/{FIRST}/v1/content/kasus.json"
    data = over.held.read(path)
    over.held.write(path, data + b" ")
    with refused_with("office.year_damaged"):
        close(over)
    over.held.write(path, data)
    close(over)


def test_what_is_on_its_way_into_the_archive_is_waited_for(
    bureau: Bureau, january: Callable[[], None]
) -> None:
    damage.call(bureau)
    damage.call_not_filed(bureau, "yang kedua")
    january()
    with refused_with("office.year_unfinished") as refused:
        close(bureau)
    assert "2026-0002" in refused.value.text()


def test_a_closing_that_the_archive_cannot_take_now_is_not_begun_again(over: Bureau) -> None:
    ready = close_year._need_ready

    def then_stuck(*given: object) -> None:
        ready(*given)  # type: ignore[arg-type]
        stuck.__enter__()

    stuck = damage.archive_stuck(over.settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(close_year, "_need_ready", then_stuck)
        with refused_with("office.filing_pending"):
            close(over)
    stuck.__exit__(None, None, None)
    with refused_with("office.year_closed"):
        close(over)
    assert entries.versions(NAME) == 1, "closing again completes what is on its way"
    over.receive()
    assert entries.versions(NAME) == 1
    assert over.verify() == []


def test_later_versions_follow_a_closing_and_a_rebuild_gives_the_same(
    drafted: Bureau, january: Callable[[], None]
) -> None:
    january()
    close(drafted)
    drafted.approve(FIRST)
    decided.send_back(drafted.session(CHAIR), FIRST, "perbaiki")
    assert drafted.verify() == []
    drafted.held.need_valid()
    before = tables(drafted, "EntryRow")
    assert damage.rebuilt(drafted)["cases"] == 2
    assert tables(drafted, "EntryRow") == before
    assert drafted.verify() == []
    with refused_with("office.year_closed"):
        close(drafted)


def test_a_year_with_all_its_signed_pages_closes_without_a_word(
    at_stage: Callable[[str], Bureau], january: Callable[[], None]
) -> None:
    bureau = at_stage("paged")
    january()
    made, _ = page.make(bureau.session(CHAIR), "2026-12", bureau.home / "var")
    bureau.receive(*page_scans(bureau, made.id))
    done = close_year.close(bureau.session(CHAIR), 2026)
    assert (done.missing, done.head.kind) == ((), "page_signed")
    assert done.head.year == 2026
    assert closing_id(2026) == done.id
    assert bureau.verify() == []


def test_an_object_changed_after_the_closing_is_told_with_the_closing(over: Bureau) -> None:
    close(over)
    over.held.write(f"2026/{FIRST}/v1/inventory.json.sha512", f"{'0' * 128}  inventory.json\n".encode())
    assert "penutupan T-2026" in {finding.against for finding in over.verify()}
