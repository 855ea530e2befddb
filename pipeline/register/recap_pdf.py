"""A recap as PDF, as it prints: across, each table with its chart beside it, page x of y, the chair's place to sign.

Every page bears the office, the period, the moment of its state, and the watermark of purpose and recipient.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from pipeline.register.harmless import plain
from pipeline.register.printed import fonts
from pipeline.register.recap import Table
from pipeline.register.recap_charts import chart
from pipeline.register.recap_report import SUPPRESSED, TITLE, Report
from pipeline.register.recap_times import Took

_MM = 72 / 25.4
_PAPERS = {"A4": (297 * _MM, 210 * _MM), "F4": (330 * _MM, 215 * _MM)}
_LEFT, _RIGHT, _TOP, _BOTTOM = 15 * _MM, 12 * _MM, 24 * _MM, 16 * _MM
_SIZE, _SMALL = 8.0, 6.2
_LABEL = 48 * _MM
_NUMBER = 19 * _MM
_GAP = 8 * _MM
_TWO = 2
_WIDE = 9
"""Columns from which a table takes the whole width, in small type."""
_GREY = colors.Color(0.91, 0.91, 0.91)


class _Pages(Canvas):  # type: ignore[misc]
    """A canvas that writes the number of pages into the foot of each when it is known."""

    def save(self) -> None:
        """Put the number of pages where every page left room for it, and write the file."""
        self.beginForm("total", 0, 0, 60, 12)
        self.setFont(fonts()[0], 7)
        self.drawString(0, 2, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


def write_pdf(out: IO[bytes], report: Report) -> None:
    """Write ``report`` to ``out``."""
    width, height = _PAPERS[report.paper]
    document = BaseDocTemplate(
        out, pagesize=(width, height), title=f"{TITLE} - {report.words}", creator="rangkap", author="",
    )  # fmt: skip
    frame = Frame(_LEFT, _BOTTOM, width - _LEFT - _RIGHT, height - _TOP - _BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(
        PageTemplate("rekap", [frame], onPage=lambda canvas, _: _around(canvas, report, width, height))
    )
    document.build(_story(report, width - _LEFT - _RIGHT), canvasmaker=_Pages)


def _story(report: Report, width: float) -> list[Any]:
    story: list[Any] = [_words(one, "note") for one in report.notes]
    story += _blocks(report.tables, width)
    if report.has_times:
        story += [_times(report), *_differences(report)]
    if report.old:
        story += [Spacer(1, 10), _words("Register lama (dari buku kertas)", "part")]
        story += _blocks(report.old, width)
    return [*story, _signature(report, width)]


def _style(name: str) -> ParagraphStyle:
    plain_font, bold = fonts()
    return {
        "note": ParagraphStyle("note", fontName=plain_font, fontSize=7.5, leading=9.5, spaceAfter=2),
        "table": ParagraphStyle("table", fontName=bold, fontSize=9, leading=11, spaceAfter=3),
        "part": ParagraphStyle("part", fontName=bold, fontSize=11, leading=14, spaceAfter=4),
        "cell": ParagraphStyle("cell", fontName=plain_font, fontSize=_SIZE, leading=9.6),
        "small": ParagraphStyle("small", fontName=plain_font, fontSize=_SMALL, leading=7.4),
        "head": ParagraphStyle("head", fontName=bold, fontSize=7.2, leading=8.6, alignment=TA_RIGHT),
        "small head": ParagraphStyle(
            "small head", fontName=bold, fontSize=5.8, leading=7, alignment=TA_RIGHT
        ),
        "sign": ParagraphStyle("sign", fontName=plain_font, fontSize=9.5, leading=12.5),
    }[name]


def _words(text: str, style: str) -> Any:
    return Paragraph(escape(plain(text)), _style(style))


def _blocks(tables: Sequence[Table], width: float) -> list[Any]:
    """Return the tables below one another, two of one column side by side; none is torn between two pages."""
    found: list[Any] = []
    narrow: list[Table] = []
    for one in tables:
        if len(one.columns) == 1:
            narrow.append(one)
        if narrow and (len(narrow) == _TWO or len(one.columns) > 1):
            found.append(_side_by_side(narrow, width))
            narrow = []
        if len(one.columns) > 1:
            found.append(KeepTogether(_block(one, width)))
    return [*found, *([_side_by_side(narrow, width)] if narrow else [])]


def _side_by_side(tables: Sequence[Table], width: float) -> Any:
    half = (width - _GAP) / 2
    cells = [_block(one, half) for one in tables] + [[]] * (_TWO - len(tables))
    return Grid([[cells[0], "", cells[1]]], [half, _GAP, half], hAlign="LEFT", style=_bare())


def _block(table: Table, width: float) -> list[Any]:
    """Return a table with its title, note, and chart."""
    parts = [Spacer(1, 9), _words(f"{table.title} (satuan: {table.unit})", "table")]
    is_wide = len(table.columns) >= _WIDE
    room = _LABEL + _NUMBER * len(table.columns)
    grid = _grid(table, width, is_wide)
    if table.has_chart and not is_wide and any(cell for one in table.rows for cell in one.cells):
        beside = chart(table, width - room - _GAP / 2, fonts()[0])
        grid = Grid([[grid, beside]], [room + _GAP / 2, None], hAlign="LEFT", style=_bare())
    parts.append(grid)
    if table.note:
        parts += [Spacer(1, 2), _words(table.note, "note")]
    return parts


def _bare() -> list[Any]:
    return [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip


def _grid(table: Table, width: float, is_wide: bool) -> Any:
    cell, head = ("small", "small head") if is_wide else ("cell", "head")
    rows: list[list[Any]] = [["", *(_words(title, head) for _, title in table.columns)]]
    rows += [[_words(one.title, cell), *map(_number, one.cells)] for one in table.rows]
    if table.total is not None:
        rows.append([_words("Jumlah", cell), *map(_number, table.total)])
    label = 30 * _MM if is_wide else _LABEL
    each = (width - label) / len(table.columns) if is_wide else _NUMBER
    return Grid(rows, [label, *[each] * len(table.columns)], hAlign="LEFT", repeatRows=1,
                style=_ruled(_SMALL if is_wide else _SIZE, has_sum=table.total is not None))  # fmt: skip


def _ruled(size: float, *, has_sum: bool) -> list[Any]:
    plain_font, bold = fonts()
    return [
        ("FONT", (0, 0), (-1, -1), plain_font, size),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), _GREY),
        ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
        ("TOPPADDING", (0, 0), (-1, -1), 1.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
        *(
            [("FONT", (1, -1), (-1, -1), bold, size), ("LINEABOVE", (0, -1), (-1, -1), 1.0, colors.black)]
            if has_sum
            else []
        ),
    ]


def _number(cell: int | None) -> str:
    return SUPPRESSED if cell is None else str(cell)


def _times(report: Report) -> Any:
    rows: list[list[Any]] = [
        ["", *(_words(one, "head") for one in ("Kasus", "Median", "p90", "Satuan", "Sampai 15 menit"))]
    ]
    rows += [
        [_words(f"{one.step}. {one.title}", "cell"), *_took(one)] for one in (*report.elapsed, *report.desk)
    ]
    widths = [80 * _MM, *[_NUMBER] * 4, 26 * _MM]
    notes = [_words(one, "note") for one in report.time_notes]
    grid = Grid(rows, widths, hAlign="LEFT", style=_ruled(_SIZE, has_sum=False))
    title = _words("Waktu penanganan (satuan: kasus yang mempunyai kedua saat)", "table")
    return KeepTogether([Spacer(1, 9), title, grid, Spacer(1, 2), *notes])


def _took(one: Took) -> Sequence[str]:
    shown = [
        "-" if number is None else f"{number:.1f}".replace(".", ",") for number in (one.median, one.ninety)
    ]
    return [str(one.count), *shown, one.unit, "" if one.within is None else str(one.within)]


def _differences(report: Report) -> list[Any]:
    if report.before is None:
        return []
    title = f"Perubahan sejak rekap {report.before:%d-%m-%Y pukul %H.%M} untuk penerima yang sama"
    found: list[Any] = [Spacer(1, 9), _words(title, "table")]
    if not report.differences:
        return [*found, _words("Tidak ada.", "note")]
    rows: list[list[Any]] = [["", *(_words(one, "head") for one in ("Dahulu", "Sekarang", "Selisih"))]]
    rows += [
        [
            _words(f"{one.table}: {one.row}", "cell"),
            str(one.before),
            str(one.now),
            f"{one.now - one.before:+d}",
        ]
        for one in report.differences
    ]
    return [
        *found,
        Grid(
            rows, [110 * _MM, *[_NUMBER] * 3], hAlign="LEFT", repeatRows=1, style=_ruled(_SIZE, has_sum=False)
        ),
    ]


def _signature(report: Report, width: float) -> Any:
    lines = [_words(f"{report.place}, ......................................", "sign")]
    lines += [_words(one, "sign") for one in report.signed.title]
    lines.append(Spacer(1, 44))
    lines += [_words(one or "." * 46, "sign") for one in (report.signed.name, *report.signed.numbers)]
    return KeepTogether([Spacer(1, 18), Grid([["", lines]], [width * 0.62, width * 0.38], style=_bare())])


def _around(canvas: Any, report: Report, width: float, height: float) -> None:
    """Draw what every page bears: watermark, head and foot."""
    plain_font, bold = fonts()
    mark = plain(report.mark)
    canvas.saveState()
    canvas.translate(width / 2, height / 2 - 20)
    canvas.rotate(28)
    canvas.setFont(bold, min(30.0, 30.0 * 640 / max(1.0, pdfmetrics.stringWidth(mark, bold, 30.0))))
    canvas.setFillGray(0.93)
    canvas.drawCentredString(0, 0, mark)
    canvas.restoreState()
    middle = width / 2
    canvas.setFont(plain_font, 9)
    canvas.drawCentredString(middle, height - 9 * _MM, plain(report.office))
    canvas.setFont(bold, 12)
    canvas.drawCentredString(middle, height - 14.5 * _MM, TITLE.upper())
    canvas.setFont(plain_font, 8)
    canvas.drawString(_LEFT, height - 20 * _MM, plain(report.heading))
    canvas.drawRightString(width - _RIGHT, height - 20 * _MM, plain(report.state))
    canvas.setLineWidth(0.6)
    canvas.line(_LEFT, height - 22 * _MM, width - _RIGHT, height - 22 * _MM)
    canvas.setFont(plain_font, 7)
    canvas.drawString(_LEFT, 8 * _MM, mark)
    room = pdfmetrics.stringWidth("000", plain_font, 7)
    canvas.drawRightString(width - _RIGHT - room, 8 * _MM, f"Halaman {canvas.getPageNumber()} dari ")
    canvas.saveState()
    canvas.translate(width - _RIGHT - room, 8 * _MM - 2)
    canvas.doForm("total")
    canvas.restoreState()
