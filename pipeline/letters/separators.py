"""Separator sheets: laid between two letters in the feeder, so that one scan becomes two arrivals.

Each bears the same code twice, at opposite corners, so that it is read however the sheet lies. It names no case, no office and
nobody: a sheet is used again and again, and none that is lost tells anything.
"""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.kernel.ids import SEPARATOR
from pipeline.letters.picture import code_png

PAPERS = {"A4": (210 * mm, 297 * mm), "F4": (215 * mm, 330 * mm)}
_SIDE, _EDGE = 45 * mm, 20 * mm
_WORDS = (
    "Letakkan di antara dua surat sebelum dipindai sekaligus.",
    "Surat di depan dan di belakang lembar ini dicatat sendiri-sendiri;",
    "lembar ini tidak menjadi bagian surat mana pun.",
    "Cetak satu sisi. Simpan dan pakai lagi.",
)


def pdf_of(count: int, paper: str) -> bytes:
    """Return ``count`` separator sheets as PDF on ``paper`` ("A4" or "F4")."""
    out = BytesIO()
    width, height = PAPERS[paper]
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle("Lembar pemisah")
    canvas.setCreator("rangkap")
    code = ImageReader(BytesIO(code_png(SEPARATOR)))
    for _ in range(count):
        for x, y in ((_EDGE, height - _EDGE - _SIDE), (width - _EDGE - _SIDE, _EDGE)):
            canvas.drawImage(code, x, y, _SIDE, _SIDE)
        canvas.setFont("Helvetica-Bold", 34)
        canvas.drawCentredString(width / 2, height / 2 + 8 * mm, "LEMBAR PEMISAH")
        canvas.setFont("Helvetica", 13)
        for place, line in enumerate(_WORDS):
            canvas.drawCentredString(width / 2, height / 2 - (6 + 7 * place) * mm, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
