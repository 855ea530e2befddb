"""The letter on paper, made by LibreOffice: both copies break alike and their codes read back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.copies import Copy, stamp
from pipeline.letters.matter import Matter
from pipeline.letters.rules import check
from pipeline.letters.text import frozen_text, identifier_of
from pipeline.rendering.convert import to_pdf
from pipeline.settings import Settings
from tests.letters.matters import DAY, POLICE, RANKED, VICTIM, office

LONG = tuple(
    f"Hal tambahan nomor {n}: {'keterangan yang cukup panjang untuk satu baris penuh, ' * 4}"
    for n in range(9)
)
EXTREMES = [replace(VICTIM, extra=LONG), replace(POLICE, extra=LONG[:3]), VICTIM, POLICE]


def copies(matter: Matter, settings: Settings) -> tuple[Copy, Copy]:
    draft = compose(matter, settings, template_for(matter), DAY)
    return stamp(draft.docx, "400.2/031/P2TP2A/XI/2026", DAY, f"{matter.case}-1", 1, b"k" * 32, "k1")


def page_texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def page_images(pdf: bytes, dpi: int) -> list[Image.Image]:
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Copy, bytes]]:
    """Every copy of the extreme letters, on A4 and on F4, with its PDF; one run of LibreOffice."""
    home = tmp_path_factory.mktemp("office")
    shutil.copytree(Path(__file__).parents[2] / "letter_templates", home / "letter_templates")
    made = [
        copy
        for paper in ("A4", "F4")
        for matter in EXTREMES
        for copy in copies(matter, office(home, RANKED, surat__kertas=paper))
    ]
    return list(zip(made, to_pdf([copy.docx for copy in made], accept_risk=True), strict=True))


def test_both_copies_break_alike(printed: list[tuple[Copy, bytes]]) -> None:
    lengths = set()
    for (copy, first), (two, second) in zip(printed[::2], printed[1::2], strict=True):
        pages = [page_texts(first), page_texts(second)]
        lengths.add(len(pages[0]))
        assert len(pages[0]) == len(pages[1])
        for left, right in zip(*pages, strict=True):
            text = right.replace("Paraf petugas", "").replace("Paraf koordinator", "")
            text = text.replace("ke-2 dari", "ke-1 dari").replace(two.code.in_words(), copy.code.in_words())
            assert left.split() == text.split()
    assert lengths >= {1, 2}


def test_every_page_bears_mark_words_and_page_count(printed: list[tuple[Copy, bytes]]) -> None:
    for copy, pdf in printed:
        pages = page_texts(pdf)
        for number, text in enumerate(pages, 1):
            assert f"Salinan ke-{copy.number} dari 2" in text
            assert copy.code.in_words() in text
            assert f"Halaman {number} dari {len(pages)}" in text


@pytest.mark.parametrize(("dpi", "turn"), [(150, 0), (200, 90), (150, 180)])
def test_the_code_reads_back_from_every_page(dpi: int, turn: int, printed: list[tuple[Copy, bytes]]) -> None:
    for copy, pdf in printed:
        for image in page_images(pdf, dpi):
            codes = [barcode.text for barcode in zxingcpp.read_barcodes(image.rotate(turn, expand=True))]
            assert codes == [str(copy.code)]


def test_the_code_is_twenty_millimetres_away_from_the_signature(printed: list[tuple[Copy, bytes]]) -> None:
    for _, pdf in printed:
        for image in page_images(pdf, 254):
            (code,) = zxingcpp.read_barcodes(image)
            corners = code.position
            assert 198 <= corners.top_right.x - corners.top_left.x <= 203
            assert corners.top_left.y > image.height - 350
            quiet = image.crop(
                (
                    corners.top_left.x - 32,
                    corners.top_left.y - 30,
                    corners.top_left.x - 2,
                    corners.bottom_left.y,
                )
            )
            assert min(quiet.tobytes()) > 200


def test_the_paper_is_that_of_the_settings(printed: list[tuple[Copy, bytes]]) -> None:
    sizes = {
        tuple(round(side * 25.4 / 72) for side in pypdfium2.PdfDocument(pdf)[0].get_size())
        for _, pdf in printed
    }
    assert sizes == {(210, 297), (215, 330)}


def test_the_signature_never_stands_alone_on_a_page(printed: list[tuple[Copy, bytes]]) -> None:
    for _, pdf in printed:
        page = next(text for text in page_texts(pdf) if "Wahdaniah" in text)
        assert "Demikian kami sampaikan" in page


def test_a_draft_edited_in_an_office_program_is_checked_and_stamped(
    composed: Callable[[Matter], Draft], settings: Settings, tmp_path: Path
) -> None:
    import subprocess

    draft = tmp_path / "konsep.docx"
    draft.write_bytes(composed(VICTIM).docx)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = ["--convert-to", "docx:Office Open XML Text", "--outdir", str(tmp_path / "kembali"), str(draft)]
    subprocess.run(["soffice", profile, "--headless", *target], check=True, capture_output=True, timeout=120)
    back = (tmp_path / "kembali" / "konsep.docx").read_bytes()
    assert back != draft.read_bytes()
    assert identifier_of(back) == "2026-0001-1:konsep"
    assert [finding.text("en") for finding in check(frozen_text(back), VICTIM, settings, DAY)] == []
    made = stamp(back, "400.2/031/P2TP2A/XI/2026", date(2026, 11, 25), "2026-0001-1", 2, b"k" * 32, "k1")
    for copy, pdf in zip(made, to_pdf([copy.docx for copy in made], accept_risk=True), strict=True):
        (image,) = page_images(pdf, 150)
        assert [barcode.text for barcode in zxingcpp.read_barcodes(image)] == [str(copy.code)]
        (text,) = page_texts(pdf)
        assert "KONSEP" not in text
        assert text.count("Salinan ke-") == 1
        assert text.count("Halaman 1 dari 1") == 1
