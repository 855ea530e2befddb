"""Sheets of A4 paper to draw on: fonts, lines of words, boxes. Positions are millimetres from the top left.

A sheet is drawn at twice the resolution of the scanner (:data:`DPI`) and reduced later, so that the edges
of letters have the grey steps of real print.
"""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DPI = 400
SCANNER_DPI = 200
A4 = (210.0, 297.0)
INK = 34
_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_FAMILIES = {
    "serif": ("LiberationSerif", "DejaVuSerif"),
    "sans": ("LiberationSans", "DejaVuSans"),
    "mono": ("LiberationMono", "DejaVuSansMono"),
}
_STYLES = {
    "": ("-Regular", ""),
    "bold": ("-Bold", "-Bold"),
    "italic": ("-Italic", "-Oblique"),
}

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def px(mm: float) -> int:
    """Return ``mm`` in pixels of the drawing."""
    return round(mm * DPI / 25.4)


@cache
def _font_file(family: str, style: str) -> str | None:
    for name, suffix in zip(_FAMILIES[family], _STYLES[style], strict=True):
        for folder in _FOLDERS:
            for path in sorted(folder.rglob(f"{name}{suffix}.ttf")):
                return str(path)
    return None


@cache
def font(family: str, points: float, style: str = "") -> Font:
    """Return a Debian font of ``family`` (serif, sans, mono), or Pillow's own where none is installed."""
    size = round(points * DPI / 72)
    path = _font_file(family, style)
    return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)


def width(text: str, face: Font) -> float:
    """Return how wide ``text`` is in ``face``, in millimetres."""
    return face.getlength(text) * 25.4 / DPI


class Sheet:
    """One page of grey paper (white is 255) with a pen on it."""

    def __init__(self) -> None:
        self.image = Image.new("L", (px(A4[0]), px(A4[1])), 255)
        self.pen = ImageDraw.Draw(self.image)

    def write(self, x: float, y: float, text: str, face: Font, anchor: str = "ls") -> None:
        """Write ``text`` with its baseline at ``y``; ``anchor`` as in Pillow (ls left, ms middle, rs right)."""
        self.pen.text((px(x), px(y)), text, fill=INK, font=face, anchor=anchor)

    def rule(self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.3) -> None:
        """Draw a straight line, ``thick`` millimetres."""
        self.pen.line((px(x0), px(y0), px(x1), px(y1)), fill=INK, width=max(1, px(thick)))

    def box(self, x0: float, y0: float, x1: float, y1: float, fill: int | None = None) -> None:
        """Draw a frame, filled with the grey ``fill`` if given."""
        self.pen.rectangle((px(x0), px(y0), px(x1), px(y1)), fill=fill, outline=INK, width=px(0.25))

    def tick_box(self, x: float, y: float, size: float, ticked: bool) -> None:
        """Draw a box standing on the baseline ``y``; a ticked one is crossed by hand, past its edges."""
        self.box(x, y - size, x + size, y)
        if ticked:
            over = size * 0.12
            for a, b in (((x - over, y + over * 0.4), (x + size + over, y - size - over)),
                         ((x + over, y - size + over * 0.3), (x + size - over * 0.6, y - over * 0.2))):  # fmt: skip
                self.pen.line((px(a[0]), px(a[1]), px(b[0]), px(b[1])), fill=INK, width=px(0.5))
