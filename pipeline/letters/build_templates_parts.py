"""Pieces of the shipped forms: sections of labelled boxes, tick boxes, lines to write on, signatures, feet.

A form is a table of boxes with a grey edge; what is not known stays an empty box to write in. Lengths
are twentieths of a point, as in :mod:`pipeline.letters.parts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.letters import package
from pipeline.letters.parts import (
    CODE_ROW,
    DECLARATION,
    DRAFT_STYLE,
    NAMESPACES,
    TEXT_WIDTH,
    borders,
    cell,
    field,
    footer_table,
    line,
    paragraph,
    row,
    run,
    table,
)
from pipeline.letters.plumbing import (
    CONTENT_TYPES,
    NUMBERING,
    PACKAGE_RELATIONS,
    RELATIONS,
    SETTINGS,
    STYLES,
    core,
)

GREY = "7F7F7F"
EDGE = borders("single", ("top", "left", "bottom", "right", "insideH", "insideV"), 4, GREY)
COLUMNS = (2150, 2500, 1921, 2500)
"""Label and box, label and box: the columns of a section."""
MIDDLE = '<w:vAlign w:val="center"/>'
BOX_SIDE = 340
"""A tick box of six millimetres, for a pen."""
Entry = tuple[str, ...]


def _style(id_: str, name: str, properties: str, half_points: int, marks: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{marks}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


_CENTRE = '<w:jc w:val="center"/>'
FORM_STYLES = STYLES.replace(
    "</w:styles>",
    _style("JudulFormulir", "Judul Formulir", f"<w:keepNext/>{_space(60, 0)}{_CENTRE}", 26, "<w:b/>")
    + _style("AnakJudul", "Anak Judul", f"<w:keepNext/>{_space(20, 100)}{_CENTRE}", 18)
    + _style("Bagian", "Bagian Formulir", f"<w:keepNext/>{_space(20, 20)}", 18, "<w:b/>")
    + _style("Label", "Label Isian", _space(20, 20), 17)
    + _style("Isian", "Isian", _space(20, 20), 19)
    + _style("Besar", "Isian Besar", f"{_space(40, 40)}{_CENTRE}", 40, "<w:b/>")
    + _style("Uraian", "Uraian", f'{_space(60, 60)}<w:jc w:val="both"/>', 21)
    + _style("Keterangan", "Keterangan", _space(20, 20), 15, '<w:color w:val="595959"/>')
    + _style("Pembatas", "Pembatas", '<w:spacing w:line="100" w:lineRule="exact"/>', 4)
    + _style("Alamat", "Alamat Amplop", _space(0, 20), 24)
    + _style("Sidik", "Sidik Rantai", f"<w:keepNext/>{_space(20, 20)}", 22, '<w:spacing w:val="20"/>')
    + _style("AlamatPengirim", "Alamat Pengirim", "", 16)
    + "</w:styles>",
)


def gap() -> str:
    """Return a thin empty paragraph, which keeps two tables apart."""
    return paragraph(style="Pembatas")


def title(text: str, below: str = "") -> str:
    """Return the title of a form and a line below it."""
    return line(text, "JudulFormulir") + (line(below, "AnakJudul") if below else gap())


def section(heading: str, entries: Sequence[Entry], high: int = 0) -> str:
    """Return a section: a shaded heading and rows of boxes, then a gap.

    An entry is ``(label, value)`` over the whole width, or ``(label, value, label, value)``. Rows are
    at least ``high``.
    """
    head = cell(TEXT_WIDTH, line(heading, "Bagian"), f'<w:gridSpan w:val="4"/>{_SHADE}')
    rows = [row([head]), *(_entry(one, high) for one in entries)]
    return table(COLUMNS, rows, EDGE, 85) + gap()


_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>'


def _entry(entry: Entry, high: int) -> str:
    if len(entry) == 2:
        wide = f'<w:gridSpan w:val="3"/>{MIDDLE}'
        cells = [_label(COLUMNS[0], entry[0]), cell(sum(COLUMNS[1:]), line(entry[1], "Isian"), wide)]
    else:
        cells = [
            made
            for at in (0, 2)
            for made in (
                _label(COLUMNS[at], entry[at]),
                cell(COLUMNS[at + 1], line(entry[at + 1], "Isian"), MIDDLE),
            )
        ]
    return row(cells, at_least(high or 320))


def _label(width: int, text: str) -> str:
    return cell(width, line(text, "Label"), MIDDLE)


def at_least(high: int) -> str:
    """Return the property of a row that is at least so high."""
    return f'<w:trHeight w:val="{high}" w:hRule="atLeast"/>'


def listing(widths: Sequence[int], heads: Sequence[str], name: str, fields: Sequence[str]) -> str:
    """Return a table with a heading that repeats, and one row for each ``baris`` of the list ``name``.

    A field with its braces stands in each cell; the two rows of the loop vanish when it is filled.
    """

    def whole(tag: str) -> str:
        return row([cell(sum(widths), line(tag, "Isian"), f'<w:gridSpan w:val="{len(widths)}"/>')])

    head = [cell(width, line(text, "Bagian"), _SHADE) for width, text in zip(widths, heads, strict=True)]
    body = [cell(width, line(text, "Isian")) for width, text in zip(widths, fields, strict=True)]
    rows = [
        row(head, "<w:tblHeader/>"),
        whole(f"{{%tr for baris in {name} %}}"),
        row(body, at_least(320)),
        whole("{%tr endfor %}"),
    ]
    return table(widths, rows, EDGE, 85) + gap()


def tick_rows(choices: Sequence[str], columns: int = 1) -> str:
    """Return tick boxes for a pen, each before its choice, in so many ``columns``; then a gap."""
    text_width = TEXT_WIDTH // columns - BOX_SIDE - 113
    widths = (BOX_SIDE, text_width + 113) * columns
    rows = []
    for start in range(0, len(choices), columns):
        some = (*choices[start : start + columns], *[""] * columns)[:columns]
        rows += [_tick_row(some, widths), _spacer(widths)]
    return table(widths, rows[:-1], "", 0) + gap()


def _tick_row(choices: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for choice in choices:
        edge = _BOX if choice else ""
        cells += [
            cell(widths[0], paragraph(style="Isian"), edge),
            cell(widths[1], line(choice, "Isian", _TICK_INDENT), MIDDLE),
        ]
    return row(cells, at_least(BOX_SIDE))


_BOX = f"<w:tcBorders>{borders('single', ('top', 'left', 'bottom', 'right'), 8)}</w:tcBorders>"
_TICK_INDENT = '<w:keepNext/><w:ind w:left="113"/>'


def _spacer(widths: Sequence[int]) -> str:
    return row([cell(width, paragraph(style="Pembatas")) for width in widths])


def tick_list(name: str, text: str, note: str) -> str:
    """Return a table with a tick box for each ``baris`` of the list ``name``: box, ``text``, ``note``."""
    widths = (BOX_SIDE + 113, 5200, TEXT_WIDTH - BOX_SIDE - 113 - 5200)

    def whole(tag: str) -> str:
        return row([cell(TEXT_WIDTH, line(tag, "Isian"), '<w:gridSpan w:val="3"/>')])

    body = [cell(widths[0], paragraph(style="Isian")), cell(widths[1], line(text, "Isian"), MIDDLE)]
    rows = [
        whole(f"{{%tr for baris in {name} %}}"),
        row([*body, cell(widths[2], line(note, "Isian"), MIDDLE)], at_least(BOX_SIDE + 60)),
        whole("{%tr endfor %}"),
    ]
    return table(widths, rows, EDGE, 85) + gap()


def writing(heading: str, lines: int, text: str = "") -> str:
    """Return a heading, ``text`` that is known already, and so many lines to write on; one block."""
    under = f"<w:tcBorders>{borders('single', ('bottom',), 4, GREY)}</w:tcBorders>"
    exact = '<w:trHeight w:val="440" w:hRule="exact"/>'
    ruled = [row([cell(TEXT_WIDTH, paragraph(style="Isian"), under)], exact) for _ in range(lines)]
    known = line(text, "Isian", "<w:keepNext/>") if text else ""
    return line(heading, "Bagian") + known + table((TEXT_WIDTH,), ruled, "", 0) + gap()


def box(heading: str, text: str, high: int) -> str:
    """Return a box over the whole width: a shaded heading, then ``text`` with room to write, ``high`` at least."""
    head = row([cell(TEXT_WIDTH, line(heading, "Bagian"), _SHADE)])
    return (
        table((TEXT_WIDTH,), [head, row([cell(TEXT_WIDTH, line(text, "Isian"))], at_least(high))], EDGE, 85)
        + gap()
    )


def signatures(left: Sequence[str], right: Sequence[str]) -> str:
    """Return two places to sign, side by side: lines above the place, the name below it (the last line).

    Either may be empty.
    """
    half = TEXT_WIDTH // 2

    def one(lines: Sequence[str]) -> str:
        if not lines:
            return paragraph(style="TandaTangan")
        above = "".join(line(text, "TandaTangan") for text in lines[:-1])
        return above + paragraph(style="TandaTangan") * 4 + line(lines[-1], "TandaTangan")

    return table(
        (half, TEXT_WIDTH - half), [row([cell(half, one(left)), cell(TEXT_WIDTH - half, one(right))])]
    )


def plain_foot(words: str) -> str:
    """Return the foot of an internal form: ``words``, and which page this is."""
    pages = run("Halaman ") + field("PAGE") + run(" dari ") + field("NUMPAGES")
    widths = (TEXT_WIDTH - 2200, 2200)
    right = paragraph(pages, "Keterangan", '<w:jc w:val="right"/>')
    return table(widths, [row([cell(widths[0], line(words, "Keterangan")), cell(widths[1], right)])])


def code_foot(words: str) -> str:
    """Return the foot of a sheet that is stamped: the place of words and code, as a letter has it."""
    return footer_table("", words, "")


def section_of(body: str, *, top: int = 1134, bottom: int = 1134) -> str:
    """Return ``body`` and its page: A4 with the margins of a letter; the paper is set when it is filled."""
    return body + (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" '
        'r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar '
        f'w:top="{top}" w:right="1134" w:bottom="{bottom}" w:left="1701" w:header="454" w:footer="454" '
        'w:gutter="0"/></w:sectPr>'
    )


CODE_BOTTOM = CODE_ROW + 567
"""The lower margin of a page with a code at its foot, as on a letter."""


def docx(body: str, foot: str, *, draft: bool = False, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return a template as DOCX bytes: ``body`` with its section, ``foot``, and with ``draft`` the mark KONSEP.

    ``pictures`` by name in ``word/media``; ``lambang.png`` is ``rId6``, ``ujung.png`` is ``rId7``.
    """
    head = line("KONSEP", DRAFT_STYLE) if draft else paragraph(style="Ekor")
    images = dict(pictures or {})
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": core(""),
        "word/_rels/document.xml.rels": _relations(images),
        "word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/footer1.xml": f"{DECLARATION}<w:ftr {NAMESPACES}>{foot}{paragraph(style='Ekor')}</w:ftr>",
        "word/header1.xml": f"{DECLARATION}<w:hdr {NAMESPACES}>{head}</w:hdr>",
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/styles.xml": FORM_STYLES,
    }
    media = {f"word/media/{name}": data for name, data in images.items()}
    return package.pack({name: text.encode() for name, text in parts.items()} | media)


_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def _relations(images: Mapping[str, bytes]) -> str:
    logo = f'<Relationship Id="rId6" Type="{_IMAGE}" Target="media/lambang.png"/>'
    assert logo in RELATIONS
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_IMAGE}" Target="media/{name}"/>'
        for number, name in enumerate(("lambang.png", "ujung.png"), 6)
        if name in images
    )
    return RELATIONS.replace(logo, made)
