"""A scan for the printer: unscaled if nearly a sheet, else as large as fits."""

import io
from collections.abc import Iterable

from PIL import Image

SHEETS = {"A4": (210, 297), "F4": (215, 330)}
_NEAR, _INCH, _QUALITY = 12, 25.4, 85
"""Millimetres that a scan may differ from a sheet, millimetres of an inch, JPEG quality."""


def laid_out(pictures: Iterable[bytes], dpi: int, paper: str) -> bytes:
    """A PDF of PNG ``pictures``, one a sheet; ``paper`` where the size is unknown."""
    sheets = [_sheet(picture, dpi, paper) for picture in pictures]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=dpi, quality=_QUALITY)
    return out.getvalue()


def _sheet(png: bytes, dpi: int, paper: str) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
        page = picture.convert("RGB")
    near = next((size for size in SHEETS.values() if _is_near(page, dpi, size)), None)
    across, down = near or SHEETS.get(paper, SHEETS["A4"])
    sheet = Image.new("RGB", (round(across / _INCH * dpi), round(down / _INCH * dpi)), "white")
    if near is None:
        ratio = min(sheet.width / page.width, sheet.height / page.height)
        page = page.resize((max(1, round(page.width * ratio)), max(1, round(page.height * ratio))))
    sheet.paste(page, ((sheet.width - page.width) // 2, (sheet.height - page.height) // 2))
    return sheet


def _is_near(page: Image.Image, dpi: int, size: tuple[int, int]) -> bool:
    page_size = (page.width * _INCH / dpi, page.height * _INCH / dpi)
    return all(abs(measured - wanted) <= _NEAR for measured, wanted in zip(page_size, size, strict=True))
