"""S5c: how often the code of a copy is read, by size, resolution and what was done to the paper; and how fast.

A page of our own footer (words beside the code) is scanned by a program: one scan for each kind of damage and
seed. Strokes of a pen across the code are told apart: they are why the code stands away from signature and stamp.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from bench.line import Line, Run, at_least, plain
from bench.processes import Meter
from demo.sheet import font
from pipeline.intake.inside.codes import codes_of
from pipeline.kernel.ids import CopyCode
from pipeline.letters.picture import code_png

SIZES, RESOLUTIONS = (12, 15, 18, 20, 25), (100, 150, 200, 300)
_FINE, _TIMES = 600, 5
_PAGE, _HIGH = (210.0, 297.0), 80.0

Grain = np.random.Generator
Damage = Callable[[Image.Image, Grain], Image.Image]


def _values(page: Image.Image) -> NDArray[np.float32]:
    return np.asarray(page, np.float32)


def _picture(values: NDArray[np.floating]) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _skewed(most: float) -> Damage:
    def done(page: Image.Image, grain: Grain) -> Image.Image:
        angle = float(grain.choice((-1, 1)) * grain.uniform(most - 1, most))
        return page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)

    return done


def _turned(degrees: int) -> Damage:
    return lambda page, grain: page.rotate(degrees, expand=True)


def _jpeg(quality: int) -> Damage:
    def done(page: Image.Image, grain: Grain) -> Image.Image:
        out = io.BytesIO()
        page.save(out, "JPEG", quality=quality)
        return Image.open(out).convert("L")

    return done


def _blurred(pixels: float) -> Damage:
    return lambda page, grain: page.filter(ImageFilter.GaussianBlur(pixels))


def _noisy(page: Image.Image, grain: Grain) -> Image.Image:
    return _picture(_values(page) + grain.normal(0, 20, (page.height, page.width)).astype(np.float32))


def _grey(page: Image.Image, grain: Grain) -> Image.Image:
    return _picture(
        110 + _values(page) * np.float32(60 / 255) + grain.normal(0, 3, (page.height, page.width))
    )


def _black_and_white(page: Image.Image, grain: Grain) -> Image.Image:
    return _noisy(page, grain).point(lambda value: 255 * (value > 128))


def _sheared(page: Image.Image, grain: Grain) -> Image.Image:
    lean = float(grain.uniform(-0.06, 0.06))
    matrix = (1, lean, -lean * page.height / 2, 0, 1, 0)
    return page.transform(page.size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=255)


def _office(page: Image.Image, grain: Grain) -> Image.Image:
    worn = _skewed(1.5)(page, grain).filter(ImageFilter.GaussianBlur(0.6))
    return _jpeg(60)(_picture(_values(worn) + grain.normal(0, 8, (worn.height, worn.width))), grain)


DAMAGE: dict[str, Damage] = {
    "clean": lambda page, grain: page,
    "skew 2": _skewed(2.0),
    "skew 7": _skewed(7.0),
    "quarter turn": _turned(90),
    "half turn": _turned(180),
    "JPEG 50": _jpeg(50),
    "JPEG 20": _jpeg(20),
    "noise 20": _noisy,
    "grey on grey": _grey,
    "blur 1": _blurred(1.0),
    "blur 1.5": _blurred(1.5),
    "1 bit": _black_and_white,
    "sheared": _sheared,
    "office scan": _office,
}


def take(run: Run) -> Sequence[Line]:
    """Read ``n`` scans for each damage, size and resolution; then the strokes, and the time."""
    rates = {(mm, dpi): _rate(mm, dpi, DAMAGE, run.n) for mm in SIZES for dpi in RESOLUTIONS}
    strokes = _rate(20, 150, {"strokes": _stroked}, 4 * run.n)
    lines = [
        at_least("S5c", "codes read, 20 mm at 150 dpi", rates[20, 150], "%", 99,
                 f"{len(DAMAGE)} kinds of damage, {run.n} scans each"),
        plain("S5c", "the same with two strokes of a pen across the code", strokes, "%", "why it stands alone"),
    ]  # fmt: skip
    lines += [
        plain("S5c", f"{mm} mm at {dpi} dpi", rate, "%", "the letters bear 20 mm")
        for (mm, dpi), rate in rates.items()
        if (mm, dpi) != (20, 150)
    ]
    return [*lines, *_times()]


def _rate(mm: float, dpi: int, kinds: dict[str, Damage], turns: int) -> float:
    hits = 0
    for turn in range(turns):
        code = _code(turn)
        for number, damage in enumerate(kinds.values()):
            grain = np.random.default_rng([round(mm), dpi, turn, number])
            hits += str(code) in codes_of(damage(_strip(code, mm, dpi), grain))
    return 100 * hits / turns / len(kinds)


def _code(turn: int) -> CopyCode:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    grain = np.random.default_rng([turn, 5])
    return CopyCode(
        f"2026-{turn + 1:04d}-1", 1 + turn % 2, "".join(letters[i] for i in grain.integers(0, 32, 10))
    )


def _strip(code: CopyCode, mm: float, dpi: int) -> Image.Image:
    """Return the foot of a printed page brought to ``dpi``."""
    size = round(_PAGE[0] / 25.4 * dpi), round(_HIGH / 25.4 * dpi)
    return _printed(code, mm).resize(size, Image.Resampling.LANCZOS)


@lru_cache(maxsize=8)
def _printed(code: CopyCode, mm: float) -> Image.Image:
    """Return the foot of a printed page as the printer has it, :data:`_HIGH` millimetres."""
    page = Image.new("L", (_dots(_PAGE[0]), _dots(_HIGH)), 255)
    pen = ImageDraw.Draw(page)
    face = font("sans", 9.0 * _FINE / 400)
    for row, words in enumerate(
        (f"Salinan ke-{code.copy} dari 2", f"{code.letter} · {code.in_words()}", "Halaman 1 dari 1")
    ):
        pen.text((_dots(30), _dots(45 + 5 * row)), words, fill=30, font=face)
    side = _dots(mm)
    with Image.open(io.BytesIO(code_png(str(code)))) as made:
        mark = made.convert("L").resize((side, side), Image.Resampling.NEAREST)
    page.paste(mark, (_dots(190) - side, _dots(_HIGH - 12) - side))
    return page


def _dots(mm: float) -> int:
    return round(mm / 25.4 * _FINE)


def _stroked(strip: Image.Image, grain: Grain) -> Image.Image:
    page, k = strip.copy(), strip.width / _PAGE[0]
    pen = ImageDraw.Draw(page)
    for _ in range(2):
        x0, x1 = grain.uniform(164, 172), grain.uniform(186, 194)
        y0, y1 = grain.uniform(50, 66, 2)
        pen.line((x0 * k, y0 * k, x1 * k, y1 * k), fill=60, width=max(2, round(0.6 * k)))
    return page


def _times() -> list[Line]:
    """Return the CPU time of one whole page with a code, at 200 dpi, and of one without."""
    blank = Image.new("L", (1654, 2339), 255)
    grain = np.random.default_rng(1)
    text = ImageDraw.Draw(blank)
    for row in range(60):
        text.text(
            (230, 150 + 32 * row),
            "dengan hormat kami sampaikan hal-hal berikut " * 2,
            fill=30,
            font=font("serif", 6),
        )
    bare = _office(blank, grain)
    coded = blank.copy()
    coded.paste(_strip(_code(1), 20, 200), (0, 2339 - 630))
    lines = []
    for what, page in (("with its code", _office(coded, grain)), ("without one", bare)):
        meter = Meter(alone=True)
        for _ in range(_TIMES):
            with meter:
                codes_of(page)
        spent = 1000 * meter.spent.cpu / _TIMES
        lines.append(
            plain("S5c", f"looking for codes on a page {what}: CPU", spent, "ms", "200 dpi, an office scan")
        )
    return lines
