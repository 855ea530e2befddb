"""``rangkap form`` from outside: files with numbers for names, JSON, and sentences without LibreOffice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit
from pipeline.letters import blank_forms
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
    told = capsys.readouterr()
    plain = json.loads(told.out)
    assert plain == {
        "kind": "pendaftaran",
        "files": [str(target / f"{SECOND}-pendaftaran.docx")],
        "pdf": False,
    }
    assert "hanya DOCX" in told.err
    assert "1 berkas siap dicetak" in told.err


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
    told = capsys.readouterr()
    assert told.out.split() == [str(tmp_path / f"{SECOND}-tanda-terima.{one}") for one in ("docx", "pdf")]
    assert "hanya DOCX" not in told.err


def test_the_empty_forms_for_days_without_a_computer_are_pdfs_that_need_no_libreoffice(
    rangkap: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "cetak"
    assert rangkap("forms", "--blank", "--to", str(target), "--json") == Exit.OK
    told = capsys.readouterr()
    files = [Path(one) for one in json.loads(told.out)["files"]]
    assert [one.name for one in files] == ["penerimaan-surat-kosong.pdf", "pengaduan-telepon-kosong.pdf"]
    assert "dengan tanggal diterima yang sebenarnya" in told.err
    for path, pages, words in zip(
        files, (1, 2), (("Pengirim", "Ada bahaya"), ("Uraian", "Nomor penelepon")), strict=True
    ):
        reader = PdfReader(path)
        text = "\n".join(page.extract_text() for page in reader.pages)
        assert len(reader.pages) == pages
        for word in ("Dicatat kemudian", "Tanggal diterima", "Kontak aman", "RAHASIA", *words):
            assert word in text
    before = [one.read_bytes() for one in files]
    assert rangkap("forms", "--blank", "--to", str(target)) == Exit.OK
    assert [one.read_bytes() for one in files] == before, "the same form prints the same"


@pytest.mark.parametrize("paper", blank_forms.PAPERS)
def test_nothing_of_an_empty_form_runs_over_the_edge(paper: str) -> None:
    for form in blank_forms.FORMS:
        made = blank_forms.pdf_of(form, {"pemerintah": "Pemerintah", "nama": "P2TP2A"}, paper)
        with pdfium.PdfDocument(made) as document:
            for page in document:
                picture = page.render(scale=1, grayscale=True).to_pil()
                edge = 14 * 72 / 25.4
                width, height = picture.size
                for box in (
                    (0, 0, edge, height),
                    (width - edge + 4, 0, width, height),
                    (0, 0, width, edge / 2),
                ):
                    assert picture.crop(tuple(map(int, box))).getextrema()[0] == 255, (form.name, paper)


def test_the_form_by_hand_is_nobodys_but_the_desks(rangkap: Callable[..., int], tmp_path: Path) -> None:
    assert main(["forms", "--blank", "--to", str(tmp_path), "--as", "admin"]) == Exit.NO_RIGHT
    boot.close()
    assert not list(tmp_path.glob("*kosong.pdf"))
