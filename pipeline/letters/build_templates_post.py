"""What leaves the office around a letter: receipt, envelope, label. Neutral: nothing tells what it is about.

The sender is what the settings allow (``surat.pengirim_luar``): by default the government alone, since
the name of the office tells a violent partner who has complained.
"""

from __future__ import annotations

from pipeline.letters import build_templates_page as page
from pipeline.letters import build_templates_parts as made
from pipeline.letters.parts import TEXT_WIDTH, borders, cell, line, paragraph, row, table

_SENDER = line("{%p for baris in pengirim %}") + line("{{ baris }}", "AlamatPengirim") + line("{%p endfor %}")
_ADDRESSEE = line("{%p for baris in yth %}") + line("{{ baris }}", "Alamat") + line("{%p endfor %}")

_NUMBER = '{{ nomor_agenda if nomor_agenda else "Nomor: ____________________" }}'
"""On an empty receipt the number is written by hand, and its place says so."""


def receipt() -> bytes:
    """Return the Tanda Terima: when something was received and under which number it is asked about.

    A call brought no letter: it has no row for a number and a date of one.
    """
    content = (
        _SENDER
        + paragraph(style="KopGaris")
        + made.title("TANDA TERIMA")
        + line(_NUMBER, "Besar")
        + made.section(
            "Diterima",
            (
                ("Dari", "{{ dari }}", "Tanggal", "{{ diterima }}"),
                ("Bentuk", "{{ bentuk }}", "Jam", "{{ jam }}"),
                ('{%tr if bentuk != "telepon" %}',),
                ("Nomor surat", "{{ nomor_surat }}", "Tanggal surat", "{{ tanggal_surat }}"),
                ("{%tr endif %}",),
            ),
        )
        + line("{%p for butir in isi %}")
        + line("{{ butir }}", "Uraian")
        + line("{%p endfor %}")
        + made.signatures(None, made.clerk("Petugas penerima,"))
    )
    return page.docx(page.section_of(content), page.plain_foot(""))


def copy_receipt() -> bytes:
    """Return the Tanda Terima Salinan: what the victim got, with a line for her name and her signature.

    It says numbers and pages, and not what the papers are about: she carries it through the street.
    """
    line_of = "______________________________________"
    content = (
        _SENDER
        + paragraph(style="KopGaris")
        + made.title("TANDA TERIMA SALINAN")
        + line("{{ nomor }}", "Besar")
        + line("{{ lembar }}", "Uraian")
        + made.section(
            "Diserahkan",
            (
                ("Nomor", "{{ nomor_kasus }}", "Disetujui", "{{ disetujui }}"),
                ("Dokumen", "{{ berkas }}", "Halaman", "{{ halaman }}"),
            ),
        )
        + line(
            "Salinan di atas telah saya terima dalam keadaan lengkap. Sebagian isinya dihitamkan untuk melindungi "
            "orang lain. Salinan ini hanya untuk saya; saya simpan di tempat yang aman.",
            "Uraian",
        )
        + made.section(
            "Diisi dengan tangan",
            (
                ("Nama penerima", line_of),
                ("Penerima", "□ yang bersangkutan   □ wali   □ pendamping"),
                ("Tanda pengenal", "□ KTP   □ KK   □ lainnya: ____________________"),
                ("Tanggal", "____________________________"),
            ),
        )
        + made.signatures((("", "Penerima,"), "", "Nama jelas"), made.clerk("Petugas yang menyerahkan,"))
    )
    return page.docx(page.section_of(content), page.code_foot("Tanda terima salinan"))


def letter_receipt() -> bytes:
    """Return the Tanda Terima Surat: that a letter was handed over, with a line for who took it (step 13).

    It says numbers and days, and not what the letter is about: a neighbour may see it.
    """
    content = (
        _SENDER
        + paragraph(style="KopGaris")
        + made.title("TANDA TERIMA SURAT")
        + line("{{ nomor }}", "Besar")
        + made.section(
            "Diserahkan",
            (
                ("Surat", "{{ surat }}", "Tanggal surat", "{{ tanggal_surat }}"),
                ("Cara", "{{ cara }}", "Dikeluarkan", "{{ dikeluarkan }}"),
            ),
        )
        + line("Surat di atas telah saya terima dalam keadaan tertutup dan baik.", "Uraian")
        + made.section(
            "Diisi dengan tangan",
            (
                ("Nama penerima", "______________________________________"),
                ("Penerima", "□ yang dituju   □ orang yang dipercaya   □ petugas lembaga"),
                ("Tanggal dan jam", "____________________________"),
            ),
        )
        + made.signatures((("", "Penerima,"), "", "Nama jelas"), made.clerk("Petugas yang menyerahkan,"))
    )
    return page.docx(page.section_of(content), page.code_foot("Tanda terima surat"))


def envelope() -> bytes:
    """Return the envelope: sender small at the upper left, addressee at the right, the letter's id at the foot."""
    width = 10_470
    left = 4000
    cells = (cell(left, paragraph(style="Alamat")), cell(width - left, _ADDRESSEE + paragraph(style="Ekor")))
    body = (
        _SENDER
        + paragraph(style="Alamat", properties='<w:spacing w:before="0" w:after="480"/>')
        + table((left, width - left), [row(cells)])
        + paragraph(style="Ekor")
        + (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="12472" w:h="6236" '
            'w:orient="landscape"/><w:pgMar w:top="680" w:right="1001" w:bottom="680" w:left="1001" '
            'w:header="340" w:footer="340" w:gutter="0"/></w:sectPr>'
        )
    )
    return page.docx(body, line("{{ surat }}", "Keterangan"))


def label() -> bytes:
    """Return the address labels of one letter, to be cut out: for the outer envelope, and for the inner one."""

    def one(mark: str) -> str:
        edge = borders("dashed", ("top", "left", "bottom", "right"), 4, made.GREY)
        inner = (
            made.gap()
            + _SENDER
            + paragraph(style="Alamat")
            + line(mark, "Bagian")
            + _ADDRESSEE
            + line("{{ surat }}", "Keterangan", '<w:spacing w:before="240" w:after="0"/>')
        )
        return table(
            (_LABEL_WIDTH,), [row([cell(_LABEL_WIDTH, inner)], made.at_least(_LABEL_HIGH))], edge, 227
        )

    content = (
        line("Sampul luar", "Keterangan")
        + one("")
        + paragraph(style="Alamat")
        + line("Sampul dalam", "Keterangan")
        + one("RAHASIA")
        + paragraph(style="Ekor")
    )
    return page.docx(page.section_of(content), paragraph(style="Ekor"))


_LABEL_WIDTH, _LABEL_HIGH = 5953, 3402  # 105 x 60 mm
assert _LABEL_WIDTH < TEXT_WIDTH

POST = {
    "tanda-terima": receipt,
    "tanda-terima-surat": letter_receipt,
    "serah-terima-salinan": copy_receipt,
    "amplop": envelope,
    "label": label,
}
