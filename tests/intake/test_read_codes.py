"""Our codes are found on every page, at the resolutions of office scanners, also a little hurt."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from pipeline.intake.inside.codes import codes_of
from pipeline.intake.reader import Reader
from tests.intake.papers import encoded, fax, messenger, opened, pdf, scan, sheet, stamped

CODES = tuple(f"P2:2026-0042-3:{copy}:K7QX4M2TVA" for copy in (1, 1, 2))


def scanned(page: Image.Image, dpi: int) -> Image.Image:
    size = round(8.27 * dpi), round(11.69 * dpi)
    grain = np.random.default_rng(dpi)
    small = page.resize(size, Image.Resampling.LANCZOS).rotate(1.1, Image.Resampling.BICUBIC, fillcolor=255)
    values = np.asarray(small.filter(ImageFilter.GaussianBlur(0.6)), np.float32) + grain.normal(
        0, 8, size[::-1]
    )
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("dpi", [150, 300])
def test_the_code_is_read_on_every_page(reader: Reader, dpi: int) -> None:
    pages = [
        encoded(scanned(stamped(sheet(), code), dpi), "JPEG", quality=60, dpi=(dpi, dpi)) for code in CODES
    ]
    with opened(pdf(pages)) as paper:
        assert [look.codes for look in reader.looks(paper)] == [(code,) for code in CODES]
        assert reader.glance(paper).codes == (CODES[0],)


@pytest.mark.parametrize("make", [messenger, fax])
def test_the_code_is_read_in_photos_and_faxes(reader: Reader, make: object) -> None:
    assert callable(make)
    with opened(make(stamped(sheet(), CODES[0]))) as paper:
        assert reader.glance(paper).codes == (CODES[0],)


def test_a_page_laid_in_upside_down_still_tells_its_code_and_one_without_has_none(reader: Reader) -> None:
    with opened(pdf([scan(stamped(sheet(), CODES[2]).rotate(180)), scan(sheet())])) as paper:
        assert [look.codes for look in reader.looks(paper)] == [(CODES[2],), ()]


def test_two_codes_on_a_page_are_both_told_and_each_once() -> None:
    page = stamped(stamped(sheet(dpi=200), CODES[0], dpi=200), CODES[0], dpi=200)
    page.paste(stamped(Image.new("L", (900, 900), 255), CODES[2], dpi=200), (100, 1000))
    assert sorted(codes_of(page)) == sorted({CODES[0], CODES[2]})


def test_a_code_that_a_pen_crossed_is_tried_again_and_a_ruined_one_is_left() -> None:
    page = stamped(sheet(dpi=200), CODES[0], dpi=200)
    right, bottom = page.width - 200, page.height - 100
    ruined = page.copy()
    ImageDraw.Draw(ruined).rectangle((right - 110, bottom - 110, right - 60, bottom - 30), fill=0)
    assert codes_of(ruined) == ()
    soft = page.filter(ImageFilter.GaussianBlur(2.4))
    assert codes_of(soft) == (CODES[0],)
