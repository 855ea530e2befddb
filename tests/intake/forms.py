"""Printed referral forms with tick boxes, some of them marked by hand: drawn, then scanned as an office scans.

A hand is never tidy: a cross leaves its box, a tick begins left of it and ends far above it, a line slips.
"""

import io
import random
from collections.abc import Callable, Collection
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from demo.wear import as_pdf, office_scan
from tests.intake.papers import A4, FONTS

Point = tuple[float, float]
Strokes = list[list[Point]]

FORM = """\
PEMERINTAH KABUPATEN BATANG ASRI
PUSKESMAS SUNGAI BAKUNG
FORMULIR RUJUKAN KORBAN KEKERASAN

Nomor rujukan    : 440/0213/PKM-SB/XI/2026
Tanggal rujukan  : 21-11-2026
Dirujuk kepada   : P2TP2A Kabupaten Batang Asri
Sifat            : {} Biasa  {} Segera  {} Darurat

A. IDENTITAS KORBAN
Nama             : Selviana Batuah
Jenis kelamin    : {} L  {} P
Umur             : 24 tahun
Telepon          : 0812-0000-4401
Status           : {} Belum kawin  {} Kawin  {} Hamil

B. PELAPOR
Nama             : Nurjanah Batuah
Hubungan         : kakak kandung
Telepon          : 0812-0000-4402

C. KEJADIAN
Jenis kekerasan  : {} Fisik  {} Psikis  {} Seksual
                   {} Penelantaran  {} Eksploitasi  {} TPPO
Ancaman          : {} Senjata tajam  {} Dikurung
Ringkasan        : {story}
"""
OPTIONS = (
    "Biasa", "Segera", "Darurat", "L", "P", "Belum kawin", "Kawin", "Hamil", "Fisik", "Psikis", "Seksual", "Penelantaran",
    "Eksploitasi", "TPPO", "Senjata tajam", "Dikurung",
)  # fmt: skip
STORY = "Korban takut pulang ke rumah kos."


def cross(hand: random.Random) -> Strokes:
    """Return the strokes of a cross, in parts of the side of the box, (0, 0) at its upper left."""
    a, b, c, d = (hand.uniform(-0.25, 0.15) for _ in range(4))
    return [[(a, b), (1 - c, 1 - d)], [(1 - b, a), (d, 1 - c)]]


def tick(hand: random.Random) -> Strokes:
    """Return the strokes of a tick that ends above the box and right of it."""
    low = hand.uniform(0.8, 1.05)
    end = hand.uniform(0.95, 1.35), hand.uniform(-0.5, -0.1)
    return [[(hand.uniform(-0.05, 0.15), 0.45), (hand.uniform(0.3, 0.45), low), end]]


def line(hand: random.Random) -> Strokes:
    """Return one slanting stroke."""
    return [
        [(hand.uniform(-0.1, 0.2), hand.uniform(0.8, 1.1)), (hand.uniform(0.8, 1.1), hand.uniform(-0.1, 0.2))]
    ]


def scribble(hand: random.Random) -> Strokes:
    """Return a box that was blackened to and fro."""
    return [[(0.1 + 0.8 * (n % 2), 0.12 + 0.09 * n + hand.uniform(-0.04, 0.04)) for n in range(9)]]


MARKS: dict[str, Callable[[random.Random], Strokes]] = {
    "cross": cross, "tick": tick, "line": line, "scribble": scribble
}  # fmt: skip


def form(
    marked: Collection[str], mark: str = "cross", story: str = STORY, box: float = 3.2, seed: int = 1, points: float = 11.0,
    text: str = FORM, font: str = "Sans", pen: float = 0.45, dpi: int = 400, options: Collection[str] = OPTIONS,
) -> Image.Image:  # fmt: skip
    """Return a form whose options ``marked`` bear a ``mark`` by hand in printed boxes of ``box`` millimetres."""
    hand = random.Random(seed)
    page = Image.new("L", (round(A4[0] * dpi), round(A4[1] * dpi)), 255)
    draw = ImageDraw.Draw(page)
    face = ImageFont.truetype(FONTS.format(font), points * dpi / 72)
    mm, left, y = dpi / 25.4, 0.9 * dpi, 0.9 * dpi
    names = iter(options)
    for row in text.replace("{story}", story).splitlines():
        label, colon, value = row.partition(" : ") if " : " in row else (row, "", "")
        x = left
        if not label.strip() or row.startswith("   "):
            label, value = "", row.strip()
        draw.text((x, y), label.rstrip(), fill=20, font=face)
        x += 38 * mm if label == "" or colon else 0
        if colon:
            draw.text((x - 3 * mm, y), ":", fill=20, font=face)
        for part in _parts(value):
            if part == "{}":
                side, base = box * mm, y + face.getmetrics()[0]
                corner = x, base - side + 0.1 * mm
                draw.rectangle(
                    (*corner, corner[0] + side, corner[1] + side), outline=30, width=round(0.22 * mm)
                )
                if next(names) in marked:
                    for stroke in MARKS[mark](hand):
                        _draw(
                            draw, [(corner[0] + a * side, corner[1] + b * side) for a, b in stroke], pen * mm
                        )
                x += side + 1.2 * mm
            else:
                draw.text((x, y), part, fill=20, font=face)
                x += face.getlength(part) + 4 * mm
        y += points * 1.5 * dpi / 72
    return page


def _parts(value: str) -> list[str]:
    pieces = value.split("{}")
    parts = [pieces[0].strip()]
    for piece in pieces[1:]:
        parts += ["{}", piece.strip()]
    return [part for part in parts if part]


def _draw(draw: ImageDraw.ImageDraw, path: list[Point], wide: float) -> None:
    for a, b in pairwise(path):
        draw.line((*a, *b), fill=45, width=round(wide))
        draw.ellipse((b[0] - wide / 2, b[1] - wide / 2, b[0] + wide / 2, b[1] + wide / 2), fill=45)


def scanned(page: Image.Image, skew: float = 0.7, seed: int = 5) -> bytes:
    """Return ``page`` as an office scanner's PDF of one page."""
    return as_pdf([office_scan(page, skew, seed)])


def drawn_pdf(marked: Collection[str], text: str = FORM) -> bytes:
    """Return the form as a program writes it: text as text, boxes as lines, those ``marked`` crossed by lines."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=(595, 842), invariant=1)
    names, y = iter(OPTIONS), 780.0
    for row in text.replace("{story}", STORY).splitlines():
        label, colon, value = row.partition(" : ")
        x = 60.0
        if not colon and "{}" in row:
            label, value, x = "", row, 160.0
        page.drawString(60, y, f"{label.rstrip()}{':' if colon else ''}")
        x = 160.0 if value else x
        for part in _parts(value):
            if part == "{}":
                page.rect(x, y - 1, 9, 9)
                if next(names) in marked:
                    page.line(x, y - 1, x + 9, y + 8)
                    page.line(x, y + 8, x + 9, y - 1)
                x += 13
            else:
                page.drawString(x, y, part)
                x += page.stringWidth(part) + 14
        y -= 17
    page.save()
    return out.getvalue()
