"""The summary says what is short, and the exit status follows from it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from rich.console import Console

from demo import steps
from demo.__main__ import main
from demo.office import Office, StepFailed, TookTooLong
from demo.report import EXPECTED, Summary, as_table, summary


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "rumah")


def test_nothing_short_is_ok() -> None:
    assert Summary("/rumah", dict(EXPECTED), 1.0).ok


def test_a_walk_that_went_nowhere_counts_nothing_and_shows_why(office: Office) -> None:
    result = summary(steps.Walk(office), 0.5, "rangkap init: 1")
    out = io.StringIO()
    as_table(result, Console(file=out, width=100))
    assert not result.ok
    assert "belum lengkap" in out.getvalue()
    assert "rangkap init: 1" in out.getvalue()


def test_signed_copies_and_filed_cases_are_counted_from_what_the_product_shows(office: Office) -> None:
    walk = steps.Walk(office, cases={1: "2026-0001", 6: "2026-0002"})
    walk.shown = {1: {"state": "diarsipkan", "signed_copies": [1, 2]}, 6: {"state": "terdaftar"}}
    found = summary(walk, 1.0).found
    assert (found["signed_copies"], found["filed"], found["cases"], found["arrivals"]) == (2, 1, 2, 1)


def test_a_home_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surat.txt").write_text("milik orang lain")
    assert main(["--home", str(tmp_path), "--no-serve", "--json"]) == 2
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_checksums_hold_only_for_unchanged_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"isi")
    sums = tmp_path / "SHA512SUMS"
    sums.write_text(f"{hashlib.sha512(b'isi').hexdigest()}  a\n")
    assert steps._sums_hold(sums)
    (tmp_path / "a").write_bytes(b"ubah")
    assert not steps._sums_hold(sums)
    sums.write_text("")
    assert not steps._sums_hold(sums)


def test_waiting_ends_with_what_is_seen_or_with_a_complaint(office: Office) -> None:
    assert office.wait_for("one", lambda: 1) == 1
    office.notes.mkdir(parents=True)
    (office.notes / "watch.log").write_text("kata terakhir\n")
    with pytest.raises(TookTooLong, match="kata terakhir"):
        office.wait_for("never", lambda: None, 0.01)


def test_an_unknown_verb_fails_the_step(office: Office) -> None:
    for call in (office.call, office.do):
        with pytest.raises(StepFailed, match="rangkap tidak-ada"):
            call("tidak-ada")
    assert not office.is_refused("tidak-ada")
