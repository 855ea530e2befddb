"""``rangkap form`` from outside: files with numbers for names, JSON, and sentences without LibreOffice."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.office.papers import forms
from pipeline.records import boot
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.errors import NoRenderer
from tests.office.bureau import Bureau
from tests.office.stages import SECOND


@pytest.fixture
def rangkap(at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return a function that runs a verb as the clerk, in an office with two registered cases, without LibreOffice."""
    home = at_stage("registered").leave()
    monkeypatch.setenv("RANGKAP_HOME", str(home))
    monkeypatch.setenv("RANGKAP_LANG", "id")

    def missing(*_: object, **__: object) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)

    def run(*words: str) -> int:
        try:
            return main([*words, "--as", "petugas"])
        finally:
            boot.close()

    return run


def test_a_form_is_put_out_under_a_number_and_a_missing_libreoffice_is_told(
    rangkap: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "cetak"
    assert rangkap("form", "pendaftaran", SECOND, "--to", str(target), "--json") == Exit.OK
    output = capsys.readouterr()
    plain = json.loads(output.out)
    assert plain == {
        "kind": "pendaftaran",
        "files": [str(target / f"{SECOND}-pendaftaran.docx")],
        "pdf": False,
    }
    assert "hanya DOCX" in output.err
    assert "1 berkas siap dicetak" in output.err


def test_an_empty_form_needs_no_case_and_a_wrong_one_is_told(
    rangkap: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rangkap("form", "identifikasi", "--blank", "--to", str(tmp_path)) == Exit.NO_RIGHT
    assert rangkap("form", "tanda-terima", "--blank", "--to", str(tmp_path)) == Exit.OK
    assert (tmp_path / "tanda-terima-kosong.docx").exists()
    assert rangkap("form", "amplop", "--to", str(tmp_path)) == Exit.USAGE
    assert "memerlukan nomor kasus" in capsys.readouterr().err


def test_with_libreoffice_there_is_a_pdf_beside_the_docx(
    rangkap: Callable[..., int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(forms, "to_pdf", to_pdf)
    assert rangkap("form", "tanda-terima", SECOND, "--to", str(tmp_path)) == Exit.OK
    output = capsys.readouterr()
    assert output.out.split() == [str(tmp_path / f"{SECOND}-tanda-terima.{ext}") for ext in ("docx", "pdf")]
    assert "hanya DOCX" not in output.err
