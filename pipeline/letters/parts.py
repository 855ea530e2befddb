"""Pieces of WordprocessingML. Lengths are dxa (567 a centimetre); Word enforces the order of elements."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from lxml import etree

TEXT_WIDTH = 9071  # 16 cm: A4 less 3 cm left and 2 cm right; the same on F4
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COPY_STYLE, CODE_STYLE, PARAF_STYLE = "RangkapSalinan", "RangkapKode", "RangkapParaf"
PARAF_LABELS = ("Paraf petugas", "Paraf koordinator")
PARAF_WIDTH, PARAF_ROWS = 3600, (284, 680)
_PARAF_WIDE, _PARAF_LETTER, _PARAF_LINE, _PARAF_MOST = 4300, 84, 160, 540  # letters of 7 points
PAGES = {"A4": (11906, 16838, 1134), "F4": (12189, 18709, 12189 - 1701 - TEXT_WIDTH)}
"""Width, height and right margin; the lines are as wide on both."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_TYPE = (
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
)
CORE_RELATION = (
    f'<Relationship Id="rIdSifat" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
)
CODE_MM = 20
CODE_ROW = 1361  # 24 mm: quiet zone above the code, and the code


def core(identifier: str) -> str:
    """Properties that name nobody but ``identifier``."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Surat</dc:title><dc:identifier>{identifier}</dc:identifier><dc:language>id-ID</dc:language>"
        "</cp:coreProperties>"
    )


def run(text: str, *, bold: bool = False) -> str:
    """A run of text."""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", style: str = "", properties: str = "") -> str:
    """``properties`` are further children of ``w:pPr`` in schema order."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{inner}{content}</w:p>"


def line(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return paragraph(run(text), style, properties)


def cell(width: int, content: str, properties: str = "") -> str:
    """``properties`` are further children of ``w:tcPr``."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: Sequence[str], properties: str = "") -> str:
    """A row that does not break over pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def borders(kind: str, sides: Sequence[str], size: int = 4, colour: str = "auto") -> str:
    """A border on each of ``sides``."""
    return "".join(
        f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>' for side in sides
    )


def table(widths: Sequence[int], rows: Sequence[str], edge: str = "", margin: int = 0) -> str:
    """Fixed; ``edge`` holds border elements, ``margin`` a cell's space."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    framed = f"<w:tblBorders>{edge}</w:tblBorders>" if edge else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{framed}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def field(code: str, shown: str = "1") -> str:
    """A field; ``shown`` stands until it is computed."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def code_picture(relation: str, number: int, name: str) -> str:
    """As large as it is printed."""
    side = CODE_MM * 36_000  # EMU
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr '
        f'id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def fragment(content: str) -> etree._Element:
    """The first element, as python-docx knows it."""
    from docx.oxml import parse_xml

    parsed: etree._Element = parse_xml(f"<w:ftr {NAMESPACES}>{content}</w:ftr>")[0]
    return parsed


def footer_table(copy_line: str, words: str, code: str) -> str:
    """The same height in a draft as in copies."""
    left, right = TEXT_WIDTH - 1700, 1700
    pages = run("Halaman ") + field("PAGE") + run(" dari ") + field("NUMPAGES")
    content = (
        paragraph(run(copy_line, bold=True), COPY_STYLE)
        + line(words, COPY_STYLE)
        + paragraph(pages, COPY_STYLE)
    )
    bottom = '<w:vAlign w:val="bottom"/>'
    cells = (cell(left, content, bottom), cell(right, paragraph(code, CODE_STYLE), bottom))
    return table((left, right), [row(cells, _exactly(CODE_ROW))])


def paraf_box(labels: Sequence[str] = PARAF_LABELS) -> str:
    """For initials, of one height whatever ``labels``."""
    width = (PARAF_WIDTH if len(labels) <= len(PARAF_LABELS) else _PARAF_WIDE) // len(labels)
    edge = borders("single", ("top", "left", "bottom", "right", "insideH", "insideV"), 4, "7F7F7F")
    letters = (width - 114) // _PARAF_LETTER
    lines = max(-(-len(label) // letters) for label in labels)
    high = PARAF_ROWS[0] if lines == 1 else min(60 + _PARAF_LINE * lines, _PARAF_MOST)
    head = row([cell(width, line(label, PARAF_STYLE)) for label in labels], _exactly(high))
    blank = row([cell(width, paragraph("", PARAF_STYLE)) for _ in labels], _exactly(sum(PARAF_ROWS) - high))
    return table([width] * len(labels), [head, blank], edge, 57)


def empty_box() -> str:
    """On copy 1, of the same height."""
    edge = borders("single", ("top", "left", "bottom", "right"), 4, "D9D9D9")
    blank = row([cell(PARAF_WIDTH, paragraph("", PARAF_STYLE))], _exactly(sum(PARAF_ROWS)))
    return table([PARAF_WIDTH], [blank], edge, 57)


def _exactly(height: int) -> str:
    return f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
