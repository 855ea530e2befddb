"""Short papers as PDF, without LibreOffice: record of a call, slip for a contact, crisis sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from pipeline.register.harmless import plain
from pipeline.register.printed import MM, PAPERS, fonts

_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * MM, 20 * MM, 20 * MM, 25 * MM
_GREY = HexColor("#555555")
_RULE = HexColor("#999999")
_INK = HexColor("#000000")
BOX = "☐"
"""An empty box, drawn, as fonts may lack it."""


@dataclass(frozen=True)
class Block:
    """Lines with :data:`BOX` come last, in ``columns`` like ``rows``.

    ``room`` counts lines for handwriting, ``signs`` are signatories.
    """

    title: str = ""
    rows: Sequence[tuple[str, str]] = ()
    lines: Sequence[str] = ()
    room: int = 0
    signs: Sequence[str] = ()
    columns: int = 1
    is_loud: bool = False
    starts_page: bool = False


@dataclass(frozen=True)
class DeskPaper:
    """``mark`` stands below the title, ``foot`` on every page."""

    title: str
    office: str
    mark: str
    foot: str
    blocks: Sequence[Block] = field(default_factory=tuple)


class Drawn(NamedTuple):
    """PDF and number of pages."""

    data: bytes
    pages: int


def draw(paper: DeskPaper, size: str = "A4") -> bytes:
    """On A4 or F4."""
    return drawn(paper, size).data


def drawn(paper: DeskPaper, size: str = "A4", scale: float = 1.0) -> Drawn:
    """Draw ``paper``, its type ``scale`` times as large."""
    once = _built(paper, size, scale, 1)
    return once if once.pages == 1 else _built(paper, size, scale, once.pages)


def _built(paper: DeskPaper, size: str, scale: float, pages: int) -> Drawn:
    regular, bold = fonts()
    page = PAPERS[size]
    width = page[0] - _LEFT - _RIGHT
    out = BytesIO()
    frame = Frame(_LEFT, _BOTTOM, width, page[1] - _TOP - _BOTTOM, 0, 0, 0, 0)

    def foot(canvas: Canvas, document: Any) -> None:
        canvas.setFont(regular, 8)
        canvas.setFillColor(_GREY)
        canvas.drawString(_LEFT, 14 * MM, plain(paper.foot))
        of = f" dari {pages}" if pages > 1 else ""
        canvas.drawRightString(page[0] - _RIGHT, 14 * MM, f"Halaman {document.page}{of}")
        if document.page > 1:
            canvas.drawRightString(page[0] - _RIGHT, page[1] - 14 * MM, plain(paper.mark))
            canvas.setFillColor(_INK)
            canvas.setFont(bold, 10)
            canvas.drawString(_LEFT, page[1] - 14 * MM, f"{plain(paper.title).upper()} (LANJUTAN)")

    document = BaseDocTemplate(out, pagesize=page, title=plain(paper.title), creator="rangkap", invariant=1)
    document.addPageTemplates([PageTemplate("lembar", [frame], onPage=foot)])
    style = _styles(regular, bold, scale)
    story: list[Flowable] = [
        _words(paper.office, style["small"]),
        _words(paper.title.upper(), style["title"]),
        _words(paper.mark, style["mark"]),
    ]
    for block in paper.blocks:
        story.extend(_block(block, style, width))
    document.build(story)
    return Drawn(out.getvalue(), document.page)


def _styles(regular: str, bold: str, scale: float) -> dict[str, ParagraphStyle]:
    def style(name: str, font: str, size: float, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(name, fontName=font, fontSize=size * scale, leading=size * scale * 1.32, **more)

    return {
        "small": style("small", regular, 9.5, alignment=1),
        "title": style("title", bold, 15, alignment=1, spaceBefore=3, spaceAfter=2),
        "mark": style("mark", regular, 9, alignment=1, textColor=_GREY, spaceAfter=8),
        "head": style("head", bold, 11, spaceBefore=9, spaceAfter=3, keepWithNext=1),
        "text": style("text", regular, 10.5, spaceAfter=2),
        "label": style("label", regular, 9.5, textColor=_GREY),
        "loud": style("loud", bold, 12, spaceBefore=2, spaceAfter=3),
    }


def _words(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(plain(text)).replace("\n", "<br/>"), style)


def _block(block: Block, style: dict[str, ParagraphStyle], width: float) -> list[Flowable]:
    parts: list[Flowable] = [PageBreak()] if block.starts_page else []
    parts.extend([_words(block.title, style["head"])] if block.title else [])
    if block.rows:
        pairs = ((_words(label, style["label"]), _words(value, style["text"])) for label, value in block.rows)
        count, wide = block.columns, width / block.columns
        label = min(52 * MM, wide * 0.56)
        cells = _in_rows([*chain.from_iterable(pairs)], 2 * count)
        table = Table(cells, [label, wide - label] * count, hAlign="LEFT")
        table.setStyle([
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ])  # fmt: skip
        parts.append(table)
    text_style = style["loud" if block.is_loud else "text"]
    ticks = [_ticked(line, text_style, width / block.columns) for line in block.lines if line.startswith(BOX)]
    parts.extend(_words(line, text_style) for line in block.lines if not line.startswith(BOX))
    parts.extend(_columns(ticks, block.columns, width))
    if block.room:
        empty = Table([[""]] * block.room, [width], [8 * MM] * block.room)
        empty.setStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE)])
        parts.append(empty)
    if block.signs:
        parts.append(KeepTogether([Spacer(1, 6 * MM), _signs(block.signs, style["text"], width)]))
    return parts


def _columns(ticks: Sequence[Table], count: int, width: float) -> list[Table]:
    if count == 1 or not ticks:
        return list(ticks)
    made = Table(_in_rows(ticks, count), [width / count] * count, hAlign="LEFT")
    made.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                   ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")])  # fmt: skip
    return [made]


def _in_rows(cells: Sequence[Any], count: int) -> list[list[Any]]:
    rows = [cells[at : at + count] for at in range(0, len(cells), count)]
    return [[*row, *[""] * (count - len(row))] for row in rows]


def _ticked(line: str, style: ParagraphStyle, width: float) -> Table:
    box = Table([[""]], [9], [9])
    box.setStyle([("BOX", (0, 0), (-1, -1), 0.8, _INK)])
    words = _words(line.removeprefix(BOX).strip(), style)
    row = Table([[box, words]], [7 * MM, width - 7 * MM], hAlign="LEFT")
    row.setStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (0, 0), 4), ("TOPPADDING", (1, 0), (1, 0), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ])  # fmt: skip
    return row


def _signs(signs: Sequence[str], style: ParagraphStyle, width: float) -> Table:
    rows = [[_words(sign, style) for sign in signs], [_words("_" * 26, style) for _ in signs]]
    made = Table(rows, [width / len(signs)] * len(signs), [8 * MM, 18 * MM], hAlign="LEFT")
    made.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 1), (-1, 1), "BOTTOM")])
    return made
