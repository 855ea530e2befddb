"""The summary says what is short, and the exit status follows from it."""

from pathlib import Path

import pytest

from demo import __main__ as demo
from demo import steps
from demo.office import Office
from demo.report import EXPECTED, Summary, summary


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "rumah")


def test_signed_copies_and_filed_cases_are_counted_from_what_the_product_shows(office: Office) -> None:
    walk = steps.Walk(office, cases={1: "2026-0001", 6: "2026-0002"})
    walk.shown = {1: {"state": "diarsipkan", "signed_copies": [1, 2]}, 6: {"state": "terdaftar"}}
    counts = summary(walk, 1.0).found
    assert (counts["signed_copies"], counts["filed"], counts["cases"], counts["arrivals"]) == (2, 1, 2, 1)


def test_whatever_is_short_ends_as_a_failure(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for counts, status in [(EXPECTED, 0), *((EXPECTED | {name: 0}, 1) for name in EXPECTED)]:
        made = office, Summary(str(office.home), counts, 1.0)
        monkeypatch.setattr(demo, "demonstrate", lambda home, made=made: made)
        assert demo.main(["--no-serve", "--json"]) == status


def test_a_home_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surat.txt").write_text("milik orang lain")
    assert demo.main(["--home", str(tmp_path), "--no-serve", "--json"]) == 2
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]
