"""The page of a shipped form: its styles, its foot, its paper, and the DOCX they are put into."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.letters import package
from pipeline.letters.parts import (
    CODE_ROW,
    DECLARATION,
    DRAFT_STYLE,
    NAMESPACES,
    TEXT_WIDTH,
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
    + _style("Alamat", "Alamat Amplop", _space(0, 20), 23)
    + _style("Sidik", "Sidik Rantai", f"<w:keepNext/>{_space(20, 20)}", 22, '<w:spacing w:val="20"/>')
    + _style("AlamatPengirim", "Alamat Pengirim", "", 16)
    + "</w:styles>",
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
