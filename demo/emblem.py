"""Emblems of invented institutions: a shield for the regency, a star shield for the police, a book for a school."""

import math
from typing import Literal

from demo.sheet import INK, Sheet, px

Emblem = Literal["regency", "police", "school"]


def draw_emblem(sheet: Sheet, x: float, y: float, high: float, kind: Emblem) -> None:
    """Draw an emblem ``high`` millimetres tall with its top left corner at ``x``, ``y``."""
    wide = high * 0.78
    _shield(sheet, x, y, wide, high, 70)
    _shield(sheet, x + 0.7, y + 0.7, wide - 1.4, high - 1.5, 226 if kind == "regency" else 205)
    {"regency": _hills, "police": _star_and_scales, "school": _book}[kind](sheet, x, y, wide, high)


def _shield(sheet: Sheet, x: float, y: float, wide: float, high: float, fill: int) -> None:
    right = [(x + wide, y), (x + wide, y + high * 0.55)]
    curve = [
        (x + wide / 2 + wide / 2 * math.cos(a), y + high * 0.55 + high * 0.45 * math.sin(a))
        for a in (math.pi * step / 40 for step in range(41))
    ]
    sheet.pen.polygon([(px(a), px(b)) for a, b in [(x, y), *right, *curve]], fill=fill, outline=INK)


def _star(sheet: Sheet, x: float, y: float, radius: float, fill: int = 60) -> None:
    points = [
        (x + r * math.sin(a), y - r * math.cos(a))
        for n in range(10)
        for a, r in [(math.pi * n / 5, radius if n % 2 == 0 else radius * 0.4)]
    ]
    sheet.pen.polygon([(px(a), px(b)) for a, b in points], fill=fill)


def _hills(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    hills = [(0.08, 0.6), (0.32, 0.34), (0.46, 0.5), (0.64, 0.28), (0.92, 0.6)]
    sheet.pen.polygon([(px(x + wide * a), px(y + high * b)) for a, b in hills], fill=120)
    for row in range(3):
        base = y + high * (0.66 + row * 0.075)
        inset = wide * (0.1 + row * 0.07)
        wave = [
            (px(x + inset + (wide - 2 * inset) * t), px(base + high * 0.014 * math.sin(t * 18)))
            for t in (step / 30 for step in range(31))
        ]
        sheet.pen.line(wave, fill=INK, width=px(0.4))
    _star(sheet, x + wide / 2, y + high * 0.15, high * 0.09)


def _star_and_scales(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    _star(sheet, x + wide / 2, y + high * 0.24, high * 0.16)
    middle, beam = x + wide / 2, y + high * 0.48
    sheet.rule(middle, y + high * 0.4, middle, y + high * 0.84, 0.6)
    sheet.rule(middle - wide * 0.32, beam, middle + wide * 0.32, beam, 0.5)
    for side in (-1, 1):
        cup = middle + side * wide * 0.3
        sheet.pen.pieslice(
            (px(cup - wide * 0.12), px(beam + high * 0.05), px(cup + wide * 0.12), px(beam + high * 0.23)),
            0,
            180,
            fill=80,
        )
        sheet.rule(cup, beam, cup, beam + high * 0.14, 0.25)


def _book(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    middle = x + wide / 2
    for side in (-1, 1):
        page = [(0.0, 0.5), (0.34, 0.44), (0.34, 0.68), (0.0, 0.75)]
        sheet.pen.polygon(
            [(px(middle + side * wide * a), px(y + high * b)) for a, b in page], fill=240, outline=INK
        )
        for line in (0.53, 0.59, 0.65):
            sheet.rule(
                middle + side * wide * 0.05,
                y + high * line,
                middle + side * wide * 0.28,
                y + high * (line - 0.045),
                0.25,
            )
    _star(sheet, middle, y + high * 0.24, high * 0.15)
