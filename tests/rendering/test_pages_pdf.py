"""A PDF of painted pages is sound, the same each time, and holds nothing but pictures and their feet."""

import io

import pikepdf
import pypdf
import pytest

from pipeline.rendering.pages_pdf import PAPERS, PagesPdf

FOOT = ("Salinan untuk korban – baris pertama", "Kasus 2026-0001 · halaman 1 dari 1")


def made(paper: str = "A4", size: tuple[int, int] = (1654, 2339), pages: int = 1) -> bytes:
    pdf = PagesPdf(paper)
    for _ in range(pages):
        pdf.add(*size, bytes([200]) * (size[0] * size[1]), FOOT)
    return pdf.finish()


def test_it_is_sound_and_the_same_each_time() -> None:
    data = made(pages=3)
    assert data == made(pages=3)
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as document:
        assert len(document.pages) == 3
        assert document.check_pdf_syntax() == []
        assert not document.docinfo


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("size", [(1654, 2339), (2339, 1654), (400, 300), (1700, 2600)])
def test_the_picture_fits_on_the_paper_above_the_foot(paper: str, size: tuple[int, int]) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(made(paper, size))).pages
    short, long = PAPERS[paper]
    expected = (long, short) if size[0] > size[1] else (short, long)
    assert [round(float(side), 1) for side in page.mediabox[2:]] == [round(side, 1) for side in expected]
    across, _, _, up, left, bottom = (float(part) for part in page.get_contents().get_data().split()[1:7])  # type: ignore[union-attr]
    assert left >= 28
    assert left + across <= expected[0] - 27
    assert bottom >= 51
    assert bottom + up <= expected[1] - 27
    assert across / up == pytest.approx(size[0] / size[1], abs=0.01)


def test_the_foot_is_text_with_its_dashes_and_dots() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(made())).pages
    assert page.extract_text().splitlines() == list(FOOT)
