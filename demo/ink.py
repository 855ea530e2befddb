"""What hands add to paper: signatures and stamps, as masks (255 is full ink) to lay over a page.

No real person's signature and no real office's seal is imitated; both grow from a seed.
"""

import math
import random
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from demo.sheet import font

Point = tuple[float, float]


def signature(width: int, height: int, seed: int, time: random.Random | None = None) -> Image.Image:
    """Return a scribble of ``width`` × ``height`` pixels: a large first loop, waves, a closing stroke.

    ``seed`` is the hand; ``time`` is this one time it signs, since no hand signs twice alike.
    """
    draw = random.Random(seed)
    mask = Image.new("L", (width * 2, height * 2), 0)
    pen = ImageDraw.Draw(mask)
    nib = max(2.0, width / 75)
    for path in (_waves(draw, width * 2, height * 2, time), _underline(draw, width * 2, height * 2, time)):
        for number, (a, b) in enumerate(pairwise(path)):
            press = nib * (1.0 + 0.45 * math.sin(number / 9.0))
            pen.line((*a, *b), fill=255, width=max(1, round(press)))
            pen.ellipse((b[0] - press / 2, b[1] - press / 2, b[0] + press / 2, b[1] + press / 2), fill=255)
    return mask.resize((width, height), Image.Resampling.LANCZOS)


def _waves(draw: random.Random, wide: int, high: int, time: random.Random | None) -> list[Point]:
    waves = draw.uniform(3.5, 5.5)
    lean = draw.uniform(0.5, 0.9)
    sizes = [draw.uniform(0.35, 1.0) for _ in range(8)]
    wider, drift = 0.8, 0.0
    if time is not None:
        waves, lean = waves * time.uniform(0.94, 1.06), lean * time.uniform(0.9, 1.1)
        sizes = [size * time.uniform(0.75, 1.2) for size in sizes]
        wider, drift = time.uniform(0.74, 0.84), time.uniform(-0.04, 0.04)
    path = []
    for step in range(420):
        t = step / 419
        angle = 2 * math.pi * waves * t
        size = sizes[int(waves * t) % 8] * (1.0 if t < 0.3 else 0.55) * (1 - 0.55 * t)
        x = wide * (0.08 + wider * t + drift * math.sin(math.pi * t)) + wide * 0.075 * size * math.sin(
            angle * lean + 0.6
        )
        y = high * (0.5 - 0.06 * t) - high * 0.4 * size * math.cos(angle)
        path.append((x, y))
    return path


def _underline(draw: random.Random, wide: int, high: int, time: random.Random | None) -> list[Point]:
    bow, tilt = draw.uniform(0.02, 0.1), 0.14
    if time is not None:
        bow, tilt = bow * time.uniform(0.5, 1.5), time.uniform(0.09, 0.19)
    return [
        (wide * (0.92 - 0.8 * t), high * (0.68 + tilt * t - bow * math.sin(math.pi * t)))
        for t in (step / 60 for step in range(61))
    ]


def stamp(diameter: int, around: str, centre: str, seed: int) -> Image.Image:
    """Return a round office stamp: two rings, ``around`` between them, ``centre`` in the middle, worn."""
    size = diameter
    mask = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(mask)
    for inset, thick in ((0.01, 0.018), (0.045, 0.008), (0.24, 0.010)):
        pen.ellipse(
            (size * inset, size * inset, size * (1 - inset), size * (1 - inset)),
            outline=255,
            width=max(1, round(size * thick)),
        )
    _around(mask, around, size)
    _centre(mask, centre, size)
    return ImageChops.multiply(_worn(size, seed), mask).rotate(
        random.Random(seed).uniform(-14, 14), Image.Resampling.BICUBIC
    )


def _glyph(letter: str, face: ImageFont.FreeTypeFont | ImageFont.ImageFont, side: int) -> Image.Image:
    glyph = Image.new("L", (side, side), 0)
    ImageDraw.Draw(glyph).text((side / 2, side / 2), letter, fill=255, font=face, anchor="mm")
    return glyph


def _around(mask: Image.Image, text: str, size: int) -> None:
    face = font("sans", _points(size * 0.105), "bold")
    words = f"{text} * "
    side = round(size * 0.2)
    for number, letter in enumerate(words):
        turn = 360 * number / len(words) - 170
        glyph = _glyph(letter, face, side).rotate(-turn, Image.Resampling.BICUBIC)
        x = size / 2 + size * 0.357 * math.sin(math.radians(turn)) - side / 2
        y = size / 2 - size * 0.357 * math.cos(math.radians(turn)) - side / 2
        mask.paste(255, (round(x), round(y)), glyph)


def _centre(mask: Image.Image, text: str, size: int) -> None:
    lines = text.split("\n")
    face = font("sans", _points(size * 0.074), "bold")
    pen = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        y = size / 2 + (number - (len(lines) - 1) / 2) * size * 0.095
        pen.text((size / 2, y), line, fill=255, font=face, anchor="mm")


def _points(pixels: float) -> float:
    return round(pixels * 72 / 400, 1)


def _worn(size: int, seed: int) -> Image.Image:
    draw = random.Random(seed)
    coarse = Image.new("L", (24, 24))
    coarse.putdata([draw.randint(120, 255) for _ in range(24 * 24)])
    return coarse.resize((size, size), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(size / 60))
