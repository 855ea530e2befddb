"""Printed copies as hands, scanners, fax machines and phones leave them: signed, and not signed.

A page of the print is drawn on (:data:`SIGNED`, :data:`UNSIGNED`), then worn (:data:`WEAR`). Everything grows
from a seed; thresholds of the product were set on seeds below 1000, the measure draws from 5000 up.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from demo.ink import signature, stamp
from demo.sheet import font

DPI = 200
Box = tuple[float, float, float, float]


def dots(mm: float) -> int:
    """Return ``mm`` in pixels."""
    return round(mm * DPI / 25.4)


@dataclass(frozen=True)
class Sheet:
    """A printed page (colour, 200 dpi) and where its signature belongs: left, top, right, bottom in pixels."""

    page: Image.Image
    gap: Box


def _sign(
    page: Image.Image, gap: Box, draw: random.Random, ink: tuple[int, int, int], wide: float, high: float
) -> None:
    size = dots(wide), dots(high)
    mask = signature(*size, draw.randrange(10_000)).rotate(draw.uniform(-8, 8), Image.Resampling.BICUBIC)
    x = gap[0] + dots(draw.uniform(-3, 8))
    y = (gap[1] + gap[3]) / 2 - size[1] / 2 + dots(draw.uniform(-3, 3))
    page.paste(ink, (round(x), round(y)), mask.point(lambda value: value * draw.uniform(0.8, 0.95)))


def _stamp(page: Image.Image, gap: Box, draw: random.Random, off: float = -24) -> None:
    seal = stamp(dots(36), "PUSAT PELAYANAN TERPADU", "P2TP2A\nBATANG ASRI", draw.randrange(1000))
    middle = (gap[1] + gap[3]) / 2 + dots(draw.uniform(-3, 3))
    spot = round(gap[0] + dots(off + draw.uniform(-4, 4))), round(middle - dots(18))
    tone = draw.choice([(88, 62, 150), (60, 80, 170), (130, 60, 120)])
    strength = draw.uniform(0.5, 0.8)
    page.paste(tone, spot, seal.point(lambda value: value * strength))


def _initials(page: Image.Image, x: float, y: float, draw: random.Random) -> None:
    mask = signature(dots(18), dots(10), draw.randrange(10_000))
    page.paste((30, 40, 110), (round(x), round(y)), mask)


def _written(page: Image.Image, x: float, y: float, text: str, draw: random.Random) -> None:
    layer = Image.new("L", (dots(70), dots(9)), 0)
    ImageDraw.Draw(layer).text((4, 2), text, fill=255, font=font("serif", 7.5, "italic"))
    page.paste(
        (35, 45, 120), (round(x), round(y)), layer.rotate(draw.uniform(-2, 2), Image.Resampling.BICUBIC)
    )


def _usual(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _stamp(page, gap, draw)
    _sign(page, gap, draw, (26, 40, 112), 46, 22)


def _black(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _sign(page, gap, draw, (25, 25, 28), draw.uniform(30, 50), draw.uniform(14, 24))


def _pale(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _sign(page, gap, draw, (112, 134, 205), draw.uniform(30, 50), draw.uniform(14, 22))


def _small(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _sign(page, gap, draw, (26, 40, 112), draw.uniform(16, 24), draw.uniform(9, 13))


def _over_stamp(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _sign(page, gap, draw, (26, 40, 112), 40, 20)
    _stamp(page, gap, draw, -12)


def _with_notes(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _usual(page, gap, draw)
    _date(page, gap, draw)
    _paraf(page, gap, draw)


def _bare(page: Image.Image, gap: Box, draw: random.Random) -> None:
    """Nothing is added."""


def _only_stamp(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _stamp(page, gap, draw, draw.choice([-24.0, -12.0, 0.0]))


def _paraf(page: Image.Image, gap: Box, draw: random.Random) -> None:
    for x in (38, 68):
        _initials(page, dots(x), (gap[1] + gap[3]) / 2 + dots(draw.uniform(-2, 3)), draw)


def _date(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _written(page, dots(130), dots(draw.uniform(59, 63)), "24 November 2026", draw)


def _margin(page: Image.Image, gap: Box, draw: random.Random) -> None:
    _written(page, dots(32), dots(draw.uniform(245, 262)), "tolong dikirim hari ini", draw)


def _fold(page: Image.Image, gap: Box, draw: random.Random) -> None:
    y = (gap[1] + gap[3]) / 2 + dots(draw.uniform(-4, 4))
    pen = ImageDraw.Draw(page)
    pen.line((0, y, page.width, y + dots(draw.uniform(-2, 2))), fill=(150, 150, 150), width=3)
    x = (gap[0] + gap[2]) / 2
    pen.line((x, 0, x + 3, page.height), fill=(90, 90, 90), width=2)


def _dirt(page: Image.Image, gap: Box, draw: random.Random) -> None:
    pen = ImageDraw.Draw(page)
    for _ in range(60):
        x, y = draw.uniform(0, page.width), draw.uniform(0, page.height)
        size = draw.uniform(1, 5)
        pen.ellipse((x, y, x + size, y + size * draw.uniform(0.5, 1.5)), fill=(draw.randint(60, 160),) * 3)


Hand = Callable[[Image.Image, Box, random.Random], None]
SIGNED: dict[str, Hand] = {
    "signature and stamp": _usual,
    "black pen": _black,
    "pale pen": _pale,
    "small signature": _small,
    "stamp over signature": _over_stamp,
    "with date and initials": _with_notes,
}
UNSIGNED: dict[str, Hand] = {
    "nothing": _bare,
    "stamp alone": _only_stamp,
    "initials alone": _paraf,
    "date alone": _date,
    "note in the margin": _margin,
    "folded": _fold,
    "dirty": _dirt,
}


def _jpeg(image: Image.Image, quality: int, dpi: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def _clipped(values: NDArray[np.float32]) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _turned(page: Image.Image, angle: float, dpi: int) -> Image.Image:
    size = round(page.width * dpi / DPI), round(page.height * dpi / DPI)
    small = page.resize(size, Image.Resampling.LANCZOS)
    return small.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255,) * 3 if page.mode == "RGB" else 255)


def _scanned(
    dpi: int, skew: float, noise: float, quality: int, mode: str
) -> Callable[[Image.Image, int], bytes]:
    def worn(page: Image.Image, seed: int) -> bytes:
        grain = np.random.default_rng(seed)
        small = _turned(page, float(grain.uniform(-skew, skew)), dpi).convert(mode)
        small = small.filter(ImageFilter.GaussianBlur(float(grain.uniform(0.4, 0.9))))
        values = np.asarray(small, np.float32) * np.float32(grain.uniform(0.9, 1.0))
        return _jpeg(_clipped(values + grain.normal(0, noise, values.shape).astype(np.float32)), quality, dpi)

    return worn


def _upside_down(page: Image.Image, seed: int) -> bytes:
    return _scanned(200, 1.5, 8, 60, "L")(page.rotate(180), seed)


def _sideways(page: Image.Image, seed: int) -> bytes:
    turned = page.transpose(Image.Transpose.ROTATE_90 if seed % 2 else Image.Transpose.ROTATE_270)
    return _scanned(200, 1.5, 8, 60, "L")(turned, seed)


def _fax(page: Image.Image, seed: int) -> bytes:
    grain = np.random.default_rng(seed)
    small = _turned(page.convert("L"), float(grain.uniform(-1.5, 1.5)), 200).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    values = np.array(small, np.float32) + grain.normal(0, 25, (small.height, small.width)).astype(np.float32)
    for x, y in zip(
        grain.integers(0, small.width - 2, 900), grain.integers(0, small.height - 2, 900), strict=True
    ):
        values[y : y + 2, x : x + 2] = 0
    out = io.BytesIO()
    _clipped(values).point(lambda v: 255 * (v > 140)).convert("1", dither=Image.Dither.NONE).save(
        out, "TIFF", compression="group4", dpi=(200, 200)
    )
    return out.getvalue()


def _photo(page: Image.Image, seed: int) -> Image.Image:
    """Lay the page onto a dark table under a slanted camera, in the light of one window, with a shadow."""
    grain = np.random.default_rng(seed)
    wide, high = 3000, 4000
    edge = np.array([(0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98)])
    inwards = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    corners = (edge + inwards * grain.uniform(0, 0.08, (4, 2))) * (wide, high)
    large = page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC)
    back = _mapping(corners, large.size)
    cover = Image.new("L", large.size, 255).transform((wide, high), Image.Transform.PERSPECTIVE, back)
    paper = large.transform((wide, high), Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)
    table = Image.new("RGB", (wide, high), tuple(int(v) for v in grain.integers(30, 90, 3)))
    table.paste(paper, (0, 0), cover.filter(ImageFilter.GaussianBlur(1)))
    values = np.asarray(table.filter(ImageFilter.GaussianBlur(1.1)), np.float32)
    x = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, high, dtype=np.float32)[:, None]
    slant = grain.uniform(-1, 1, 2)
    slant *= 0.25 / float(abs(slant).sum())
    edge_at, steep = float(grain.uniform(-0.6, 1.4)), float(grain.uniform(8, 25))
    shadow = 1 - 0.25 / (1 + np.exp(-steep * (x + 0.6 * y - edge_at)))
    light = (0.93 + slant[0] * x + slant[1] * y) * shadow
    return _clipped(
        values * light[:, :, None].astype(np.float32) + grain.normal(0, 5, (high, wide, 1)).astype(np.float32)
    )


def _mapping(corners: NDArray[np.float64], size: tuple[int, int]) -> tuple[float, ...]:
    source = ((0, 0), (size[0], 0), size, (0, size[1]))
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(float(one) for one in np.linalg.solve(np.array(rows), np.array(values)))


def _phone(page: Image.Image, seed: int) -> bytes:
    return _jpeg(_photo(page, seed), 70, 72)


def _messenger(page: Image.Image, seed: int) -> bytes:
    return _jpeg(_photo(page, seed).resize((1200, 1600), Image.Resampling.LANCZOS), 50, 72)


WEAR: dict[str, Callable[[Image.Image, int], bytes]] = {
    "scan, 200 dpi grey": _scanned(200, 1.5, 8, 60, "L"),
    "scan, 150 dpi grey": _scanned(150, 1.5, 8, 60, "L"),
    "scan, 300 dpi colour": _scanned(300, 1.5, 6, 75, "RGB"),
    "skewed up to 7 degrees": _scanned(200, 7.0, 8, 60, "L"),
    "upside down": _upside_down,
    "sideways": _sideways,
    "fax": _fax,
    "phone photo": _phone,
    "messenger photo": _messenger,
}


def drawn(sheet: Sheet, hand: Hand, wear: str, seed: int) -> bytes:
    """Return the file that comes of ``sheet`` when ``hand`` has drawn on it and ``wear`` has scanned it."""
    page = sheet.page.copy()
    hand(page, sheet.gap, random.Random(seed))
    return WEAR[wear](page, seed)
