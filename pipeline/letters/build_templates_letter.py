"""The shipped letters: answer and clarification request, in the layout of a *surat dinas* (product.md).

Both have the same places for number, date, copy mark, initials and code, so that the same stamp fits.
"""

from __future__ import annotations

from pipeline.letters import package
from pipeline.letters.build_templates_emblem import EMBLEM_MM, emblem
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
from pipeline.letters.plumbing import (
    CONTENT_TYPES,
    NUMBERING,
    PACKAGE_RELATIONS,
    RELATIONS,
    SETTINGS,
    STYLES,
    core,
)

_KEEP = '<w:keepNext/><w:spacing w:before="0" w:after="240"/>'
_NUMBERED = line("{%p for butir in isi %}") + line("{{ butir }}", "Butir") + line("{%p endfor %}")
_CLOSE = '<w:spacing w:before="0" w:after="40"/>'
"""Short questions stand close together, so that many of them still leave the letter on one page."""
_ASKED = (
    line("{%p for butir in pertanyaan %}")
    + line("{{ butir }}", "Butir", _CLOSE)
    + line("{%p endfor %}")
    + line("{%p for butir in isi %}")
    + line("{{ butir }}", "Isi", '<w:spacing w:before="80" w:after="120"/>')
    + line("{%p endfor %}")
)
_THANKS = "Demikian kami sampaikan. Atas {} {{{{ sapaan }}}} kami ucapkan terima kasih."
LETTERS = {
    "surat-jawaban-perorangan": (_NUMBERED, _THANKS.format("kepercayaan")),
    "surat-jawaban-instansi": (_NUMBERED, _THANKS.format("kerja sama")),
    "permintaan-klarifikasi-perorangan": (_ASKED, _THANKS.format("kepercayaan")),
    "permintaan-klarifikasi-instansi": (_ASKED, _THANKS.format("kerja sama")),
}


def letter(name: str) -> bytes:
    """Return the letter template ``name``, one of :data:`LETTERS`, as DOCX bytes."""
    middle, closing = LETTERS[name]
    content = (
        letterhead()
        + _references()
        + _addressee()
        + line("{{ pembuka }}", "Isi")
        + middle
        + line(closing, "Isi", _KEEP)
        + signature()
        + _copies_to()
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


def letterhead() -> str:
    """Return the letterhead: emblem, government, dinas, unit, address, rule."""
    size = EMBLEM_MM * 36_000
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


SIGNATURE_AT = 4535
"""Where the place of the signatory begins, from the left edge of the text (twips)."""


def signature() -> str:
    """Return the box for initials at the left and the place of the signatory at the right."""
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
    left = SIGNATURE_AT
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
