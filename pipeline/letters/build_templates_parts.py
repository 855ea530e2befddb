"""Pieces of the shipped forms: sections of labelled boxes, tick boxes, lines to write on, signatures, feet.

A form is a table of boxes with a grey edge; what is not known stays an empty box to write in. Lengths
are twentieths of a point, as in :mod:`pipeline.letters.parts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.letters.parts import (
    TEXT_WIDTH,
    borders,
    cell,
    line,
    paragraph,
    row,
    table,
)

GREY = "7F7F7F"
EDGE = borders("single", ("top", "left", "bottom", "right", "insideH", "insideV"), 4, GREY)
COLUMNS = (2150, 2500, 1921, 2500)
"""Label and box, label and box: the columns of a section."""
MIDDLE = '<w:vAlign w:val="center"/>'
BOX_SIDE = 340
"""A tick box of six millimetres, for a pen."""
Entry = tuple[str, ...]


def gap(kept: str = "") -> str:
    """Return a thin empty paragraph, which keeps two tables apart; ``kept`` ties it to what follows."""
    return paragraph(style="Pembatas", properties=kept)


def title(text: str, below: str = "") -> str:
    """Return the title of a form and a line below it."""
    return line(text, "JudulFormulir") + (line(below, "AnakJudul") if below else gap())


def section(title_line: str, entries: Sequence[Entry], *, kept: str = "") -> str:
    """Return a section: a shaded heading and rows of boxes that stay on one page, then a gap.

    An entry is ``(label, value)`` over the whole width, ``(label, value, label, value)``, or a tag alone
    (``{%tr if … %}``), whose row vanishes. With :data:`KEPT` it stays on the page of what follows.
    """
    head = cell(TEXT_WIDTH, line(title_line, "Bagian"), f'<w:gridSpan w:val="4"/>{_SHADE}')
    rows = [row([head]), *(_entry(one, 0, KEPT) for one in entries[:-1]), _entry(entries[-1], 0, kept)]
    return table(COLUMNS, rows, EDGE, 85) + gap(kept)


KEPT = "<w:keepNext/>"
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>'


def _entry(entry: Entry, high: int, kept: str = "") -> str:
    if len(entry) == 1:
        return row([cell(TEXT_WIDTH, line(entry[0], "Isian"), '<w:gridSpan w:val="4"/>')])
    if len(entry) == 2:
        wide = f'<w:gridSpan w:val="3"/>{MIDDLE}'
        cells = [
            _label(COLUMNS[0], entry[0], kept),
            cell(sum(COLUMNS[1:]), line(entry[1], "Isian", kept), wide),
        ]
    else:
        cells = [
            made
            for at in (0, 2)
            for made in (
                _label(COLUMNS[at], entry[at], kept),
                cell(COLUMNS[at + 1], line(entry[at + 1], "Isian", kept), MIDDLE),
            )
        ]
    return row(cells, at_least(high or 320))


def _label(width: int, text: str, kept: str) -> str:
    return cell(width, line(text, "Label", kept), MIDDLE)


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
            cell(widths[0], paragraph(style="Isian", properties=KEPT), edge),
            cell(widths[1], line(choice, "Isian", _TICK_INDENT), MIDDLE),
        ]
    return row(cells, at_least(BOX_SIDE))


_BOX = f"<w:tcBorders>{borders('single', ('top', 'left', 'bottom', 'right'), 8)}</w:tcBorders>"
_TICK_INDENT = '<w:keepNext/><w:ind w:left="113"/>'


def _spacer(widths: Sequence[int]) -> str:
    return row([cell(width, paragraph(style="Pembatas", properties=KEPT)) for width in widths])


def tick_list(name: str, text: str, note: str) -> str:
    """Return a table with a tick box for each ``baris`` of the list ``name``: box, ``text``, ``note``."""
    widths = (BOX_SIDE + 113, 5200, TEXT_WIDTH - BOX_SIDE - 113 - 5200)

    def whole(tag: str) -> str:
        return row([cell(TEXT_WIDTH, line(tag, "Isian"), '<w:gridSpan w:val="3"/>')])

    body = [cell(widths[0], paragraph(style="Isian")), cell(widths[1], line(text, "Isian"), MIDDLE)]
    rows = [
        whole(f"{{%tr for baris in {name} %}}"),
        row([*body, cell(widths[2], line(note, "Isian"), MIDDLE)], at_least(BOX_SIDE)),
        whole("{%tr endfor %}"),
    ]
    return table(widths, rows, EDGE, 85) + gap()


def heading(text: str) -> str:
    """Return a heading that stands before a table or lines, and stays with them."""
    return line(text, "Bagian", '<w:keepNext/><w:spacing w:before="80" w:after="50"/>')


def by_hand(*labels: str) -> str:
    """Return one row of boxes to write in, two of them: label and box, label and box."""
    first, second = labels
    return table(COLUMNS, [_entry((first, "", second, ""), 440)], EDGE, 85) + gap()


def writing(title_line: str, lines: int, text: str = "") -> str:
    """Return a heading, ``text`` that is known already, and so many lines to write on; one block."""
    under = f"<w:tcBorders>{borders('single', ('bottom',), 4, GREY)}</w:tcBorders>"
    exact = '<w:trHeight w:val="440" w:hRule="exact"/>'
    ruled = [row([cell(TEXT_WIDTH, paragraph(style="Isian"), under)], exact) for _ in range(lines)]
    known = line(text, "Isian", "<w:keepNext/>") if text else ""
    return heading(title_line) + known + table((TEXT_WIDTH,), ruled, "", 0) + gap()


def box(title_line: str, text: str, high: int, *, kept: str = "") -> str:
    """Return a box over the whole width: a shaded heading, then ``text`` with room to write, ``high`` at least.

    With :data:`KEPT` it stays on the page of what follows.
    """
    head = row([cell(TEXT_WIDTH, line(title_line, "Bagian"), _SHADE)])
    room = row([cell(TEXT_WIDTH, line(text, "Isian", kept))], at_least(high))
    return table((TEXT_WIDTH,), [head, room], EDGE, 85) + gap(kept)


Signer = tuple[Sequence[str], str, str]
"""Who signs: the lines above the place, the name below it (empty: a rule to write it on), a small line below."""


def clerk(title_line: str) -> Signer:
    """Return the place of an officer's signature: place and date, ``title_line``, a rule, the account below it."""
    return ("{{ tempat }}, {{ tanggal_isi }}", title_line), "", "Nama jelas · akun {{ petugas }}"


def signatures(left: Signer | None, right: Signer) -> str:
    """Return one or two places to sign, side by side, kept on one page."""
    half = TEXT_WIDTH // 2
    first = _signer(left) if left else paragraph(style="TandaTangan")
    return gap(KEPT) + table(
        (half, TEXT_WIDTH - half), [row([cell(half, first), cell(half, _signer(right))])]
    )


def _signer(who: Signer) -> str:
    above, name, below = who
    top = "".join(line(text, "TandaTangan") for text in above) + paragraph(style="TandaTangan") * 3
    place = line(name, "TandaTangan") if name else paragraph(style="TandaTangan", properties=_RULE)
    return top + place + (line(below, "Keterangan") if below else "")


_RULE = (
    '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="7F7F7F"/></w:pBdr>'
    '<w:ind w:right="1134"/>'
)
