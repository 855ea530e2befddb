"""Templates made by chance, as people make them: conditions, loops, rows, split runs, edges and notes."""

from __future__ import annotations

import random
from typing import Any

from bench.templates import on_default, word_like
from pipeline.letters import package
from pipeline.letters.parts import DECLARATION, NAMESPACES, picture
from tests.letters.docx_files import NAME, changed, shipped

FIELDS: dict[str, Any] = {
    "nama": "Ani & Budi <keluarga>", "surat": {"nomor": '12/"x"', "tanggal": "", "kota": "Muara Lanting"},
    "isi": ["satu", "dua & tiga", "{{ nama }}"], "kosong": [], "ada": True, "tidak": False, "jumlah": 3,
    "anak": [{"nama": "A. R.", "umur": 7, "sekolah": ["SD 1"]}, {"nama": "B", "umur": 0, "sekolah": []}],
}  # fmt: skip
_PLAIN = ("nama", "surat.nomor", "surat.tanggal", "surat.kota", "jumlah", "nama|upper", "surat.kota ~ ' ' ~ jumlah",
          "'ya' if ada else 'tidak'", "surat.nomor|trim|lower")  # fmt: skip
_ASKED = ("ada", "tidak", "not surat.tanggal", "jumlah > 2 and ada", "surat.kota == “Muara Lanting”", "isi")
_WORDS = (
    "Menindaklanjuti surat",
    "–",
    "kami",
    "sampaikan: “datang”",
    "a &amp; b",
    "&#8220;kutip&#8221;",
    "&lt;x&gt;",
)
_MARKS = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="22"/><w:i/></w:rPr>')
_SESSION = ' w:rsidR="00A77427" w:rsidRDefault="00C93D1E"'
FOOTNOTES = '<w:footnotes {}><w:footnote w:id="1">{}</w:footnote></w:footnotes>'


class Writer:
    """Writes the body of a template with one generator of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pictures = 0

    def text(self, loop: str = "") -> str:
        """Return the words of one paragraph, with tags in them."""
        names = (*_PLAIN, *([loop, "loop.index", f"{loop}|upper"] if loop else []))
        pieces = []
        for _ in range(self.chance.randrange(1, 6)):
            tag = f"{{{{ {self.chance.choice(names)} }}}}"
            pieces.append(tag if self.chance.random() < 0.5 else self.chance.choice(_WORDS))
        if self.chance.random() < 0.3:
            pieces.insert(0, f"{{% if {self.chance.choice(_ASKED)} %}}")
            pieces.append("{% else %}lain{% endif %}" if self.chance.random() < 0.5 else "{% endif %}")
        return " ".join(pieces)

    def runs(self, text: str) -> str:
        """Return ``text`` as runs; Word breaks them anywhere, also within a tag."""
        cuts = sorted(self.chance.sample(range(1, len(text)), min(self.chance.randrange(4), len(text) - 1)))
        cuts = [at for at in cuts if "&" not in text[max(0, at - 7) : at + 1]]
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        space = self.chance.choice(("", ' xml:space="preserve"'))
        noise = self.chance.choice(
            ("", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="7" w:name="b"/>')
        )
        return noise.join(f"<w:r>{self.chance.choice(_MARKS)}<w:t{space}>{one}</w:t></w:r>" for one in pieces)

    def paragraph(self, text: str) -> str:
        """Return a paragraph of ``text``."""
        style = self.chance.choice(("", '<w:pPr><w:pStyle w:val="Isi"/></w:pPr>'))
        drawn = ""
        if "{%p" not in text and self.chance.random() < 0.1:
            self.pictures += 1
            drawn = picture("rId6", self.pictures, "Lambang", 360_000, 360_000)
        return f"<w:p{self.chance.choice(('', _SESSION))}>{style}{self.runs(text)}{drawn}</w:p>"

    def blocks(self, depth: int, loop: str = "") -> str:
        """Return some paragraphs, blocks and tables."""
        return "".join(self.block(depth, loop) for _ in range(self.chance.randrange(1, 4)))

    def block(self, depth: int, loop: str = "") -> str:
        """Return a paragraph, a condition, a loop or a table."""
        kind = self.chance.random() if depth else 0.0
        if kind < 0.5:
            return self.paragraph(self.text(loop))
        if kind < 0.7:
            other = (
                self.tag("{%p else %}") + self.blocks(depth - 1, loop) if self.chance.random() < 0.5 else ""
            )
            asked = self.chance.choice(_ASKED)
            return (
                self.tag(f"{{%p if {asked} %}}")
                + self.blocks(depth - 1, loop)
                + other
                + self.tag("{%p endif %}")
            )
        if kind < 0.85 and not loop:
            items, name = self.chance.choice((("isi", "x"), ("kosong", "y"), ("anak", "z.nama")))
            head = self.tag(f"{{%p for {name.partition('.')[0]} in {items} %}}")
            return (
                head + self.blocks(depth - 1, name if items != "kosong" else "y") + self.tag("{%p endfor %}")
            )
        return self.table(depth, loop)

    def tag(self, text: str) -> str:
        """Return a paragraph that holds one tag."""
        return f"<w:p><w:pPr><w:keepNext/></w:pPr>{self.runs(text)}</w:p>"

    def table(self, depth: int, loop: str) -> str:
        """Return a table of two columns, some rows of which are repeated or conditional."""
        rows = [self.row(self.text(loop), self.text(loop))]
        for _ in range(self.chance.randrange(3)):
            inner = self.row(self.text(loop), "") if loop else self.row(self.text("x"), "{{ loop.length }}")
            asked = f"if {self.chance.choice(_ASKED)}"
            opened, closed = (asked, "endif") if loop else ("for x in isi", "endfor")
            rows += [self.row(f"{{%tr {opened} %}}", ""), inner, self.row("", f"{{%tr {closed} %}}")]
        inner = self.blocks(depth - 1, loop) + self.paragraph("akhir")
        rows.append(f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{inner}</w:tc></w:tr>')
        grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5071"/></w:tblGrid>'
        return f'<w:tbl><w:tblPr><w:tblW w:w="9071" w:type="dxa"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'

    def row(self, left: str, right: str) -> str:
        """Return a row of two cells."""
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{self.paragraph(text) if text else "<w:p/>"}</w:tc>'
            for text in (left, right)
        )
        return f"<w:tr>{''.join(cells)}</w:tr>"


def template(seed: int) -> bytes:
    """Return the template of ``seed``: its own body, header, footer and, at times, notes, in one of three packages."""
    writer = Writer(seed)
    body = writer.blocks(3) + writer.blocks(3)
    noted = seed % 3 == 0
    if noted:
        body += '<w:p><w:r><w:t>Catatan</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1928" w:left="1701"/></w:sectPr>'
    )
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{writer.paragraph(writer.text())}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{writer.table(1, '')}{writer.paragraph('kaki')}</w:ftr>",
    }
    docx = changed(shipped(NAME), {name: (DECLARATION + text).encode() for name, text in parts.items()})
    docx = (lambda one: one, word_like, on_default)[seed % 3 if not noted else seed % 2](docx)
    return with_footnotes(docx, writer.paragraph(writer.text())) if noted else docx


def with_footnotes(docx: bytes, note: str) -> bytes:
    """Return ``docx`` with a part of footnotes that holds ``note``."""
    parts = package.unpack(docx)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    row = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts[package.TYPES] = parts[package.TYPES].replace(b"</Types>", row.encode())
    link = (
        '<Relationship Id="rIdCatatan" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())
    parts["word/footnotes.xml"] = (DECLARATION + FOOTNOTES.format(NAMESPACES, note)).encode()
    return package.pack(parts)
