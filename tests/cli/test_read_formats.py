"""``rangkap read``: right text, what stands where, and one bad file spoils no other."""

import json
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from tests.intake.papers import errors, scan, sheet


def test_a_turned_page_is_read_and_a_bad_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(tmp_path / "no-home"))
    files = {
        "turned.png": scan(sheet().rotate(90, expand=True)),
        "bad.pdf": b"%PDF-1.7 nothing",
    }
    paths = {name: tmp_path / name for name in files}
    for name, data in files.items():
        paths[name].write_bytes(data)
    assert main(["read", *map(str, paths.values()), "--json"]) == Exit.INCOMPLETE
    results = json.loads(capsys.readouterr().out)
    assert list(results) == [str(path) for path in paths.values()]
    readings = {name: results[str(path)] for name, path in paths.items()}
    assert errors(readings["turned.png"]["text"]) < 0.03
    assert [page["rotation"] for page in readings["turned.png"]["pages"]] == [90]
    assert readings["bad.pdf"]["problems"]
    assert (readings["bad.pdf"]["text"], readings["bad.pdf"]["pages"]) == ("", [])
    day = readings["turned.png"]["suggestions"]["letter_date"]
    assert (day["value"], day["normal"], day["page"]) == ("18 November 2026", "2026-11-18", 1)
    assert set(day) == {"value", "normal", "confidence", "page", "box", "alternatives"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files), "nothing was filed"
