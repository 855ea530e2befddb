"""What scanners and phones do to a page: skew, blur, noise, JPEG; perspective and uneven light.

The amounts are those of an ordinary office: skew at most 1.5°, noise σ 8, blur 0.6 px and JPEG 60 at 200 dpi;
a phone photo of 3000 × 4000 with perspective at most 8 % and light ± 25 %, JPEG 70. Every seed is fixed.
"""

import hashlib
import io
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import img2pdf
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from demo.sheet import A4, SCANNER_DPI

PHOTO = (3000, 4000)
_ID = re.compile(rb"/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]")
_MOMENT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def office_scan(page: Image.Image, skew: float, seed: int, noise: float = 8.0) -> bytes:
    """Return ``page`` (grey or colour, drawn finer or already at scanner size) as a scanner's JPEG."""
    paper = (round(A4[0] / 25.4 * SCANNER_DPI), round(A4[1] / 25.4 * SCANNER_DPI))
    if page.width > paper[0] * 1.5:
        page = page.resize(paper, Image.Resampling.LANCZOS)
    white: int | tuple[int, ...] = 255 if page.mode == "L" else (255, 255, 255)
    page = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=white)
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    grain = np.random.default_rng(seed)
    values = np.asarray(page, dtype=np.float32)
    tone = (0.965 - 0.05 * np.exp(-np.arange(page.width, dtype=np.float32) / 26.0)).astype(np.float32)
    values = values * (tone[None, :] if values.ndim == 2 else tone[None, :, None])
    values += grain.normal(0.0, noise, values.shape).astype(np.float32)
    return _jpeg(Image.fromarray(np.clip(values, 0, 255).astype(np.uint8)), 60, SCANNER_DPI)


def phone_photo(page: Image.Image, seed: int) -> bytes:
    """Return ``page`` (colour, A4) lying on a dark table, photographed by hand: a JPEG of 3000 × 4000."""
    grain = np.random.default_rng(seed)
    corners = ((190.0, 170.0), (2760.0, 215.0), (2905.0, 3830.0), (110.0, 3760.0))
    table = _table(grain)
    coefficients = _perspective(corners, page.size)
    paper = page.transform(PHOTO, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    cover = Image.new("L", page.size, 255).transform(PHOTO, Image.Transform.PERSPECTIVE, coefficients)
    shade = ImageChops.offset(cover, 26, 34).filter(ImageFilter.GaussianBlur(30)).point(lambda v: v * 0.6)
    table.paste((8, 6, 5), (0, 0), shade)
    table.paste(paper, (0, 0), cover.filter(ImageFilter.GaussianBlur(1)))
    values = np.asarray(table.filter(ImageFilter.GaussianBlur(1.1)), dtype=np.float32)
    values *= _light()[:, :, None]
    values += grain.normal(0.0, 5.0, (PHOTO[1], PHOTO[0], 1)).astype(np.float32)
    return _jpeg(Image.fromarray(np.clip(values, 0, 255).astype(np.uint8)), 70, 72)


def _light() -> NDArray[np.float32]:
    x = np.linspace(-1, 1, PHOTO[0], dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, PHOTO[1], dtype=np.float32)[:, None]
    light: NDArray[np.float32] = 0.98 - 0.13 * x - 0.1 * y - 0.06 * x * x - 0.04 * y * y
    return light


def _table(grain: np.random.Generator) -> Image.Image:
    streaks = grain.normal(0.0, 1.0, (400, 12)).astype(np.float32)
    values = np.clip(62 + 9 * streaks, 0, 255).astype(np.uint8)
    wood = Image.fromarray(values).resize((PHOTO[0], PHOTO[1]), Image.Resampling.BICUBIC)
    return Image.merge(
        "RGB", (wood.point(lambda v: v * 1.15), wood.point(lambda v: v * 0.82), wood.point(lambda v: v * 0.6))
    )


def _perspective(corners: tuple[tuple[float, float], ...], size: tuple[int, int]) -> tuple[float, ...]:
    """Return Pillow's eight coefficients that bring a page of ``size`` onto ``corners`` (from the top left)."""
    source = ((0, 0), (size[0], 0), size, (0, size[1]))
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return tuple(float(number) for number in np.linalg.solve(np.array(rows), np.array(values)))


def _jpeg(image: Image.Image, quality: int, dpi: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def as_pdf(pages: list[bytes]) -> bytes:
    """Return one PDF with the JPEGs ``pages`` unchanged inside, each at its own size, alike on every run."""
    pdf: bytes = img2pdf.convert(pages, creationdate=_MOMENT, moddate=_MOMENT, producer="MFP Scan")
    name = hashlib.sha256(b"".join(pages)).hexdigest()[:32].encode()
    return _ID.sub(b"/ID [<" + name + b"><" + name + b">]", pdf)


def save(path: Path, data: bytes, pause: float = 0.0) -> Path:
    """Write ``data`` as scanners do: in two halves with a ``pause`` (seconds) under a name ending in
    ``.part``, then rename; return ``path``.
    """
    part = path.with_name(path.name + ".part")
    with part.open("wb") as out:
        out.write(data[: len(data) // 2])
        out.flush()
        time.sleep(pause)
        out.write(data[len(data) // 2 :])
    part.rename(path)
    return path
