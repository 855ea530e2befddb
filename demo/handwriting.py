"""A letter written by hand with a blue pen on ruled paper from an exercise book."""

import math
import random

from PIL import Image, ImageDraw

from demo.sheet import A4, Font, font, px, width

_PAPER, _RULE, _MARGIN, _INK = (244, 242, 232), (172, 190, 214), (214, 150, 150), (32, 44, 108)
_LINE, _TOP, _LEFT = 9.3, 30.0, 22.0


def write_by_hand(text: str, seed: int) -> Image.Image:
    """Return one page of ``text``: its lines as they are, every letter a little off (colour, A4)."""
    draw = random.Random(seed)
    page = Image.new("RGB", (px(A4[0]), px(A4[1])), _PAPER)
    pen = ImageDraw.Draw(page)
    for row in range(29):
        rule = px(_TOP + row * _LINE)
        pen.line((0, rule, page.width, rule), fill=_RULE, width=px(0.18))
    pen.line((px(_LEFT - 5), 0, px(_LEFT - 5), page.height), fill=_MARGIN, width=px(0.25))
    y = _TOP
    for line in text.splitlines():
        if line.strip():
            indent = len(line) - len(line.lstrip())
            _line(page, line.strip(), _LEFT + indent * 2.4, y - 1.2, draw)
            y += _LINE
        else:
            y += _LINE * 0.5
            y = _TOP + math.ceil((y - _TOP) / _LINE - 0.01) * _LINE
    return page


def _line(page: Image.Image, text: str, x: float, y: float, draw: random.Random) -> None:
    drift = draw.uniform(-0.006, 0.010)
    squeeze = min(1.0, (A4[0] - 16.0 - x) / width(text, font("serif", 14.0, "italic")))
    start = x
    for letter in text:
        face: Font = font("serif", 14.0 + draw.choice((-0.5, 0.0, 0.0, 0.5)), "italic")
        rise = draw.gauss(0.0, 0.18) - drift * (x - start)
        _letter(page, letter, x, y + rise, face, draw.gauss(0.0, 2.2))
        x += (width(letter, face) + draw.gauss(0.0, 0.07)) * squeeze + (0.12 if squeeze == 1.0 else 0.0)


def _letter(page: Image.Image, letter: str, x: float, y: float, face: Font, turn: float) -> None:
    side = px(12.0)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).text((side / 3, side * 0.65), letter, fill=255, font=face, anchor="ls",
                              stroke_width=1)  # fmt: skip
    mask = mask.rotate(turn, Image.Resampling.BICUBIC, center=(side / 3, side * 0.65))
    page.paste(_INK, (px(x) - round(side / 3), px(y) - round(side * 0.65)), mask)
