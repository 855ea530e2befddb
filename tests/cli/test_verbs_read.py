"""Why ``rangkap read`` cannot open a file is said in the language of the clerk."""

import json
from pathlib import Path
from typing import Any, Self

import pytest

from pipeline.cli.__main__ import main
from pipeline.cli.verbs import read as verb
from pipeline.intake.reading import Page, Reading, Row, Word
from pipeline.kernel.text import Exit


def test_a_file_that_is_not_there_is_told_in_indonesian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(tmp_path))
    assert main(["read", str(tmp_path / "hilang.pdf"), str(tmp_path / ("x" * 300))]) == Exit.INCOMPLETE
    err = capsys.readouterr().err
    assert "tidak ada berkas dengan nama ini (periksa namanya)" in err
    assert "galat sistem 36" in err
    assert "No such file" not in err


def test_a_blank_page_is_told_apart_from_one_that_says_something_or_could_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def page(number: int, *words: str, codes: tuple[str, ...] = ()) -> Page:
        row = Row(tuple(Word(word, (0, 0, 50, 20), 1.0) for word in words))
        return Page(number, 100, 100, (row,) if words else (), "ocr", 1.0, 0, codes)

    lost = "Halaman 3 tidak dapat dibaca: terlalu lama"
    pages = (page(1), page(2, "Yth."), page(3), page(4, codes=("KODE",)), page(30))

    class Read:
        def __init__(self, **_given: Any) -> None: ...

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_error: object) -> None: ...

        def read(self, _handle: int) -> Reading:
            return Reading(pages, {}, None, (lost,))

    monkeypatch.setenv("RANGKAP_HOME", str(tmp_path))
    monkeypatch.setattr(verb, "Reader", Read)
    (tmp_path / "surat.pdf").touch()

    def problems(*words: str) -> list[str]:
        assert main([*words, "read", str(tmp_path / "surat.pdf"), "--json"]) == Exit.OK
        (reading,) = json.loads(capsys.readouterr().out).values()
        return list(reading["problems"])

    ours = "tampak kosong. Jika ada tulisan tangan, ketik sendiri."
    assert problems() == [lost, f"Halaman 1 {ours}", f"Halaman 30 {ours}"]
    assert problems("--lang=en")[1] == "Page 1 looks blank; if there is handwriting on it, type it yourself."
