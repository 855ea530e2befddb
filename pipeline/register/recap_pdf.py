"""A recap as PDF, landscape, with a watermark and a place to sign."""

from itertools import groupby
from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from pipeline.register.harmless import plain
from pipeline.register.printed import MM, PAPERS, draw_foot, draw_mark, draw_total, fonts
from pipeline.register.recap_report import TITLE, Block, Report, shown

_LEFT, _RIGHT, _TOP, _BOTTOM = 15 * MM, 12 * MM, 24 * MM, 16 * MM
_GAP = 8 * MM
_SIZES = {"note": 7.5, "table": 9, "cell": 8, "head": 7.2, "small": 5.8, "sign": 9.5}
_LABEL, _NUMBER = 48 * MM, 19 * MM
_WIDE = 9
"""From so many columns on, small type."""
_BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


class _Pages(Canvas):  # type: ignore[misc]
    def save(self) -> None:
        draw_total(self)
        super().save()


def write_pdf(out: IO[bytes], report: Report) -> None:
    """Write a PDF."""
    height, width = PAPERS[report.paper]
    title = f"{TITLE} - {report.words.id}"
    document = BaseDocTemplate(out, pagesize=(width, height), title=title, creator="rangkap", author="")
    room = width - _LEFT - _RIGHT
    frame = Frame(_LEFT, _BOTTOM, room, height - _TOP - _BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(
        PageTemplate("rekap", [frame], onPage=lambda canvas, _: _around(canvas, report, width, height))
    )
    story = [_words(note, "note") for note in report.notes()]
    for is_narrow, blocks in groupby(report.blocks(), lambda block: len(block.columns) == 1):
        narrow = list(blocks)
        step = 2 if is_narrow else 1
        story += [_beside(narrow[at : at + step], room) for at in range(0, len(narrow), step)]
    document.build([*story, _signature(report, room)], canvasmaker=_Pages)


def _words(text: str, style: str) -> Any:
    size, font = _SIZES[style], fonts()[style in ("table", "head")]
    side = TA_RIGHT if style == "head" else TA_LEFT
    form = ParagraphStyle(style, fontName=font, fontSize=size, leading=size * 1.25, alignment=side)
    return Paragraph(escape(plain(text)), form)


def _beside(blocks: list[Block], width: float) -> Any:
    if len(blocks) == 1:
        return KeepTogether(_block(blocks[0], width))
    half = (width - _GAP) / 2
    first, second = (_block(block, half) for block in blocks)
    return Grid([[first, "", second]], [half, _GAP, half], hAlign="LEFT", style=_BARE)


def _block(block: Block, width: float) -> list[Any]:
    is_wide = len(block.columns) >= _WIDE
    longest = max([0, *(pdfmetrics.stringWidth(plain(title), fonts()[0], 8) for title, _ in block.rows)])
    label = 30 * MM if is_wide else min(max(_LABEL, longest + 8), width - _NUMBER * len(block.columns))
    column = (width - label) / len(block.columns) if is_wide else _NUMBER
    cell = "small" if is_wide else "cell"
    rows: list[list[Any]] = [
        ["", *(_words(title, "small" if is_wide else "head") for title in block.columns)]
    ]
    rows += [[_words(title, cell), *map(shown, cells)] for title, cells in block.rows]
    grid = Grid(rows, [label, *[column] * len(block.columns)], hAlign="LEFT", repeatRows=1, style=[
        ("FONT", (0, 0), (-1, -1), fonts()[0], _SIZES[cell]), ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.91, 0.91, 0.91)), ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5), ("TOPPADDING", (0, 0), (-1, -1), 1.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
    ])  # fmt: skip
    notes = [_words(note, "note") for note in block.notes]
    return [Spacer(1, 9), _words(block.title, "table"), Spacer(1, 3), grid, Spacer(1, 2), *notes]


def _signature(report: Report, width: float) -> Any:
    lines = [_words(f"{report.place}, ......................................", "sign")]
    lines += [_words(line, "sign") for line in report.signed.title]
    lines.append(Spacer(1, 44))
    lines += [_words(line or "." * 46, "sign") for line in (report.signed.name, *report.signed.numbers)]
    return KeepTogether([Spacer(1, 18), Grid([["", lines]], [width * 0.62, width * 0.38], style=_BARE)])


def _around(canvas: Any, report: Report, width: float, height: float) -> None:
    plain_font, bold = fonts()
    draw_mark(canvas, report.mark(), (width, height), 30.0, 0.93)
    canvas.setFont(plain_font, 9)
    canvas.drawCentredString(width / 2, height - 9 * MM, plain(report.office))
    canvas.setFont(bold, 12)
    canvas.drawCentredString(width / 2, height - 14.5 * MM, TITLE.upper())
    canvas.setFont(plain_font, 8)
    canvas.drawString(_LEFT, height - 20 * MM, plain(report.heading()))
    canvas.drawRightString(width - _RIGHT, height - 20 * MM, plain(report.state()))
    canvas.line(_LEFT, height - 22 * MM, width - _RIGHT, height - 22 * MM)
    draw_foot(canvas, report.mark(), _LEFT, width - _RIGHT, "000")
