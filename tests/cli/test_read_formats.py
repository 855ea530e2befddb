"""``rangkap read`` on every format that mail comes in: right text, what stands where, and one bad file spoils no other."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit
from tests.intake.papers import LETTER, encoded, errors, photo, scan, sheet
from tests.intake.test_readable import heic, two_pages
from tests.rendering.test_convert import letter

WORST = 0.03


def test_all_formats_are_read_and_a_bad_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(tmp_path / "no-home"))
    files = {
        "photo.pdf": photo(sheet()),
        "turned.png": scan(sheet().rotate(90, expand=True)),
        "fax": two_pages(),
        "phone.jpg": heic(Image.open(io.BytesIO(photo(sheet()))).resize((1800, 2400))),
        "mail.txt": letter("Yth. Ketua P2TP2A kami mohon pendampingan", 1),
        "bad.pdf": b"%PDF-1.7 nothing",
        "web.tif": encoded(sheet(dpi=200), "WEBP", quality=80),
    }
    paths = {name: tmp_path / name for name in files}
    for name, data in files.items():
        paths[name].write_bytes(data)
    assert main(["read", *map(str, paths.values()), "--json"]) == Exit.INCOMPLETE
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [str(one) for one in paths.values()]
    found = {name: told[str(path)] for name, path in paths.items()}
    for name in ("photo.pdf", "turned.png", "phone.jpg", "web.tif"):
        assert errors(found[name]["text"]) < WORST, name
    assert [one["rotation"] for one in found["turned.png"]["pages"]] == [90]
    assert errors(found["fax"]["text"], f"{LETTER} {LETTER}") < WORST
    assert [one["number"] for one in found["fax"]["pages"]] == [1, 2]
    assert "pendampingan" in found["mail.txt"]["text"]
    assert found["bad.pdf"]["problems"]
    assert (found["bad.pdf"]["text"], found["bad.pdf"]["pages"]) == ("", [])
    day = found["turned.png"]["suggestions"]["letter_date"]
    assert (day["value"], day["normal"], day["page"]) == ("18 November 2026", "2026-11-18", 1)
    assert set(day) == {"value", "normal", "confidence", "page", "box", "alternatives"}
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(files), "nothing was filed"
