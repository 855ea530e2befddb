"""Why ``rangkap read`` cannot open a file is said in the language of the clerk."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit


def test_a_file_that_is_not_there_is_told_in_indonesian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(tmp_path))
    assert main(["read", str(tmp_path / "hilang.pdf"), str(tmp_path / ("x" * 300))]) == Exit.INCOMPLETE
    told = capsys.readouterr().err
    assert "tidak ada berkas dengan nama ini; periksa namanya" in told
    assert "galat sistem 36" in told
    assert "No such file" not in told
