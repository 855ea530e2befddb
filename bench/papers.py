"""The letters that reading is measured on, printed on A4 and worn by scanners, fax machines and phones.

The texts in ``bench/letters`` were written for this and for nothing else: no rule and no threshold of the
product was set by looking at them. Amounts and seeds are fixed (:data:`KINDS`):

* clean: 300 dpi grey, no wear, PNG;
* office: 200 dpi grey, skew up to 1.5°, blur 0.6 px, noise σ 8, JPEG 60;
* fax: 200 dpi, 1 bit, skew up to 1.5°, specks, TIFF group 4;
* phone: photo of 3000 × 4000, perspective up to 8 %, uneven light ± 25 %, noise σ 5, JPEG 70;
* messenger: the same photo made smaller to 1200 × 1600, JPEG 50.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from demo.sheet import A4, Sheet, font, width

LETTERS = Path(__file__).parent / "letters"
PHOTO, MESSENGER = (3000, 4000), (1200, 1600)
_FACES = (("serif", 12.0), ("sans", 11.0), ("serif", 11.0), ("mono", 10.0))
_LEFT, _TOP, _LEADING = 25.0, 18.0, 1.28
_RUN = re.compile(r"\S+(?: \S+)*")
_SKEW = 1.5
_PERSPECTIVE = 0.08
_LIGHT = 0.25

Pixels = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Paper:
    """One letter on paper: ``text`` as it was typed, ``page`` as it was printed, fine and grey."""

    number: int
    text: str
    page: Image.Image


def papers(count: int) -> list[Paper]:
    """Return the first ``count`` of the letters on paper."""
    sheets = []
    for number, path in enumerate(sorted(LETTERS.glob("*.txt"))[:count]):
        text = path.read_text("utf-8")
        sheets.append(Paper(number, text, _printed(text, *_FACES[number])))
    return sheets


def printed(text: str, number: int, face: int) -> Paper:
    """Return any ``text`` on paper; ``number`` says how the sheet is worn, ``face`` in which typeface it is set."""
    return Paper(number, text, _printed(text, *_FACES[face % len(_FACES)]))


def _printed(text: str, family: str, points: float) -> Image.Image:
    sheet, face = Sheet(), font(family, points)
    column = width("x" * 100, face) / 100
    y = _TOP
    for line in text.splitlines():
        y += points * 25.4 / 72 * _LEADING
        end = 0.0
        for run in _RUN.finditer(line):
            x = max(_LEFT + run.start() * column, end)
            sheet.write(x, y, run.group(), face)
            end = x + width(run.group(), face) + 2 * column
    return sheet.image


def clean(paper: Paper) -> bytes:
    """Return ``paper`` at 300 dpi without any wear."""
    return _file(_reduced(paper.page, 300), "PNG", dpi=(300, 300))


def office(paper: Paper, seed: int = 0) -> bytes:
    """Return ``paper`` as an office scanner's JPEG."""
    values = _skewed(paper, seed) + _grain(paper, seed).normal(0, 8, _size(200)[::-1])
    return _file(_image(values), "JPEG", quality=60, dpi=(200, 200))


def fax(paper: Paper, seed: int = 0) -> bytes:
    """Return ``paper`` as a fax machine's 1-bit TIFF, with specks of 2 × 2 pixels."""
    grain = _grain(paper, seed)
    values = _skewed(paper, seed) + grain.normal(0, 25, _size(200)[::-1])
    for x, y in zip(grain.integers(0, 1652, 900), grain.integers(0, 2336, 900), strict=True):
        values[y : y + 2, x : x + 2] = 0
    return _file(_image(values).point(lambda v: 255 * (v > 140)).convert("1", dither=Image.Dither.NONE), "TIFF",
                 compression="group4", dpi=(200, 200))  # fmt: skip


def phone(paper: Paper, seed: int = 0) -> bytes:
    """Return ``paper`` on a dark table, photographed by hand."""
    return _file(_photo(paper, seed), "JPEG", quality=70)


def messenger(paper: Paper, seed: int = 0) -> bytes:
    """Return the photo as a messenger passes it on."""
    return _file(_photo(paper, seed).resize(MESSENGER, Image.Resampling.LANCZOS), "JPEG", quality=50)


def errors(read: str, written: str) -> float:
    """Return the characters that must be changed, per cent of those written; runs of blanks count as one."""
    reading, other = (" ".join(text.split()) for text in (read, written))
    return 100 * float(Levenshtein.distance(reading, other)) / len(other)


def numbered(jpeg: bytes, number: int) -> bytes:
    """Return ``jpeg`` with ``number`` in a comment: other bytes, the same picture."""
    return jpeg[:2] + b"\xff\xfe\x00\x06" + number.to_bytes(4) + jpeg[2:]


def _grain(paper: Paper, seed: int) -> np.random.Generator:
    return np.random.default_rng([paper.number, seed])


def _size(dpi: int) -> tuple[int, int]:
    return round(A4[0] / 25.4 * dpi), round(A4[1] / 25.4 * dpi)


def _reduced(page: Image.Image, dpi: int) -> Image.Image:
    return page.resize(_size(dpi), Image.Resampling.LANCZOS)


def skew_of(paper: Paper, seed: int = 0) -> float:
    """Return by how many degrees a scanner turns ``paper``."""
    return float(_grain(paper, seed).uniform(-_SKEW, _SKEW))


def _skewed(paper: Paper, seed: int) -> Pixels:
    page = _reduced(paper.page, 200).rotate(skew_of(paper, seed), Image.Resampling.BICUBIC, fillcolor=255)
    return np.array(page.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)


def _photo(paper: Paper, seed: int) -> Image.Image:
    """Lay the page onto a table under a slanted camera, in the light of one window."""
    grain = _grain(paper, seed)
    wide, high = PHOTO
    edge = np.array([(0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98)])
    inwards = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    corners = (edge + inwards * grain.uniform(0, _PERSPECTIVE, (4, 2))) * PHOTO
    mapped = _mapping(corners, paper.page.size)
    table = _table(grain)
    cover = Image.new("L", paper.page.size, 255).transform(PHOTO, Image.Transform.PERSPECTIVE, mapped)
    page = paper.page.transform(PHOTO, Image.Transform.PERSPECTIVE, mapped, Image.Resampling.BICUBIC)
    share = np.asarray(cover.filter(ImageFilter.GaussianBlur(1)), dtype=np.float32) / 255
    values = table * (1 - share) + 0.9 * np.asarray(page, dtype=np.float32) * share
    seen = np.asarray(_image(values).filter(ImageFilter.GaussianBlur(1.1)), dtype=np.float32)
    x, y = np.linspace(-1, 1, wide)[None, :], np.linspace(-1, 1, high)[:, None]
    slant = grain.uniform(-1, 1, 2)
    slant *= _LIGHT / float(abs(slant).sum())
    lit = seen * (0.95 + slant[0] * x + slant[1] * y) + grain.normal(0, 5, seen.shape)
    return _image(lit).convert("RGB")


def _table(grain: np.random.Generator) -> Pixels:
    """Return dark wood, its grain running upwards, as large as the photo."""
    streaks = np.clip(62 + 9 * grain.normal(0, 1, (400, 12)), 0, 255).astype(np.uint8)
    return np.asarray(Image.fromarray(streaks).resize(PHOTO, Image.Resampling.BICUBIC), dtype=np.float32)


def _mapping(corners: NDArray[np.float64], size: tuple[int, int]) -> tuple[float, ...]:
    """Return Pillow's eight coefficients that bring a page of ``size`` onto ``corners``."""
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (size[0], 0), size, (0, size[1])), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(float(number) for number in np.linalg.solve(np.array(rows), np.array(values)))


def _image(values: Pixels) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _file(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


KINDS: dict[str, tuple[Callable[[Paper], bytes], str, float]] = {
    "clean": (clean, "png", 1.0),
    "office scan": (office, "jpg", 1.0),
    "fax": (fax, "tif", 1.5),
    "phone photo": (phone, "jpg", 3.0),
    "messenger photo": (messenger, "jpg", 5.0),
}
"""How each kind is made, the ending of its files, and the errors per cent that are tolerated."""
