"""Build the shipped templates: ``python -m pipeline.letters.build_templates [FOLDER]``.

The layout is that of a *surat dinas* (product.md, *The answer letter*). Everything is drawn here,
the emblem too, so that the same bytes come out each time; a test rebuilds and compares. An office
edits its copies in Word and need not know this room.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pipeline.letters import package
from pipeline.letters.parts import (
    DECLARATION,
    DRAFT_STYLE,
    NAMESPACES,
    TEXT_WIDTH,
    cell,
    footer_table,
    line,
    paraf_box,
    paragraph,
    picture,
    row,
    table,
)
from pipeline.letters.picture import grey_png
from pipeline.letters.plumbing import (
    CONTENT_TYPES,
    NUMBERING,
    PACKAGE_RELATIONS,
    RELATIONS,
    SETTINGS,
    STYLES,
    core,
)

_CLOSING = {
    "surat-jawaban-perorangan": "Demikian kami sampaikan. Atas kepercayaan {{ sapaan }} kami ucapkan terima kasih.",
    "surat-jawaban-instansi": "Demikian kami sampaikan. Atas kerja sama {{ sapaan }} kami ucapkan terima kasih.",
}
_EMBLEM_PIXELS, _EMBLEM_MM = 192, 21
_KEEP = '<w:keepNext/><w:spacing w:before="0" w:after="240"/>'


def build(name: str) -> bytes:
    """Return the template ``name`` as DOCX bytes."""
    content = (
        _letterhead() + _references() + _addressee() + _content(_CLOSING[name]) + _signature() + _copies_to()
    )
    body = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}{_SECTION}</w:body></w:document>"
    draft = line("KONSEP", DRAFT_STYLE)
    header = f"{DECLARATION}<w:hdr {NAMESPACES}>{draft}</w:hdr>"
    footer_content = footer_table("KONSEP – belum bernomor, belum sah", "Kasus {{ nomor_kasus }}", "")
    footer = f"{DECLARATION}<w:ftr {NAMESPACES}>{footer_content}{paragraph(style='Ekor')}</w:ftr>"
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": core(""),
        "word/_rels/document.xml.rels": RELATIONS,
        "word/document.xml": body,
        "word/footer1.xml": footer,
        "word/header1.xml": header,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/styles.xml": STYLES,
    }
    return package.pack(
        {name: text.encode() for name, text in parts.items()} | {"word/media/lambang.png": emblem()}
    )


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1928" w:left="1701" '
    'w:header="454" w:footer="454" w:gutter="0"/></w:sectPr>'
)


def _letterhead() -> str:
    size = _EMBLEM_MM * 36_000
    logo = paragraph(picture("rId6", 1, "Lambang", size, size), "KopAlamat")
    lines = (
        line("{{ kop.pemerintah }}", "KopPemerintah")
        + line("{{ kop.dinas }}", "KopDinas")
        + line("{{ kop.unit }}", "KopUnit")
        + line("{{ kop.alamat }}", "KopAlamat")
    )
    middle = '<w:vAlign w:val="center"/>'
    cells = (cell(1361, logo, middle), cell(TEXT_WIDTH - 1361, lines, middle))
    return table((1361, TEXT_WIDTH - 1361), [row(cells)]) + paragraph(style="KopGaris")


def _references() -> str:
    widths = (1134, 227, 3850, 3860)
    wide = '<w:gridSpan w:val="2"/>'

    def entry(label: str, value: str) -> str:
        return row(
            [
                cell(widths[0], line(label, "Rujukan")),
                cell(widths[1], line(":", "Rujukan")),
                cell(widths[2] + widths[3], line(value, "Rujukan"), wide),
            ]
        )

    first = row(
        [
            cell(widths[0], line("Nomor", "Rujukan")),
            cell(widths[1], line(":", "Rujukan")),
            cell(widths[2], line("{{ nomor_surat }}", "Rujukan")),
            cell(widths[3], line("{{ tempat }}, {{ tanggal_surat }}", "Tanggal")),
        ]
    )
    rest = [entry("Sifat", "{{ sifat }}"), entry("Lampiran", "{{ lampiran }}"), entry("Hal", "{{ hal }}")]
    return table(widths, [first, *rest])


def _addressee() -> str:
    each = line("{%p for baris in yth %}") + line("{{ baris }}", "Tujuan") + line("{%p endfor %}")
    return paragraph(style="Tujuan") + each + paragraph(style="Tujuan")


def _content(closing: str) -> str:
    loop = line("{%p for butir in isi %}") + line("{{ butir }}", "Butir") + line("{%p endfor %}")
    return line("{{ pembuka }}", "Isi") + loop + line(closing, "Isi", _KEEP)


def _signature() -> str:
    box = paraf_box() + paragraph(style="TandaTangan")
    signed = (
        line("{%p for baris in ketua.jabatan %}")
        + line("{{ baris }}", "TandaTangan")
        + line("{%p endfor %}")
        + paragraph(style="TandaTangan") * 4
        + line("{{ ketua.nama }}", "TandaTangan")
        + line("{%p if ketua.pangkat %}")
        + line("{{ ketua.pangkat }}", "TandaTangan")
        + line("{%p endif %}")
        + line("{%p if ketua.nip %}")
        + line("NIP {{ ketua.nip }}", "TandaTangan")
        + line("{%p endif %}")
    )
    left = 4535
    bottom = '<w:vAlign w:val="bottom"/>'
    return table((left, TEXT_WIDTH - left), [row([cell(left, box, bottom), cell(TEXT_WIDTH - left, signed)])])


def _copies_to() -> str:
    return (
        line("{%p if tembusan %}")
        + line("Tembusan:", "TembusanKepala")
        + line("{%p for baris in tembusan %}")
        + line("{{ baris }}", "Tembusan")
        + line("{%p endfor %}")
        + line("{%p endif %}")
        + paragraph(style="Ekor")
    )


@cache
def emblem() -> bytes:
    """Return the placeholder emblem as a grey PNG: a ring, and two open arms around a small disc."""
    size = _EMBLEM_PIXELS
    return grey_png(size, (bytes(_grey(x, y, size) for x in range(size)) for y in range(size)))


def _grey(x: int, y: int, size: int) -> int:
    """Return the grey of one pixel, averaged over sixteen points in it."""
    inked = sum(
        _is_inked((x + (i + 0.5) / 4) / size * 2 - 1, (y + (j + 0.5) / 4) / size * 2 - 1)
        for i in range(4)
        for j in range(4)
    )
    return 255 - inked * 13


def _is_inked(x: float, y: float) -> bool:
    radius = math.hypot(x, y)
    shapes: tuple[Callable[[], bool], ...] = (
        lambda: 0.88 < radius < 0.98 or 0.80 < radius < 0.83,
        lambda: math.hypot(x, y + 0.28) < 0.19,
        lambda: y > -0.05 and (0.44 < math.hypot(x, y) < 0.60 or 0.20 < math.hypot(x, y - 0.02) < 0.34),
    )
    return any(shape() for shape in shapes)


def main(arguments: list[str]) -> int:
    """Write every shipped template into the folder named, else into ``letter_templates/`` of the checkout."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[2] / "letter_templates"
    for name in _CLOSING:
        (folder / f"{name}.docx").write_bytes(build(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
