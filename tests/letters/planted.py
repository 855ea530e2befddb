"""Templates with one planted fault each, made in code, and what the lint must say about each.

Every one is the shipped answer to a person with a single change. ``Planted`` names the code of the
flaw and words of the paragraph in which it lies (empty: a fault of the file or of the whole letter).
"""

import re
from dataclasses import dataclass

from pipeline.letters import package
from pipeline.letters.parts import line
from tests.letters.docx_files import changed, edited, shipped

NAME = "surat-jawaban-perorangan"
BODY, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
RELATIONS, SETTINGS, STYLES = "word/_rels/document.xml.rels", "word/settings.xml", "word/styles.xml"
CLEAN = shipped(NAME)
_CLOSING = "Demikian kami sampaikan"


@dataclass(frozen=True)
class Planted:
    """A faulty template: its bytes, the ``code`` that must be found, words of its paragraph, words of the sentence."""

    data: bytes
    code: str
    paragraph: str = ""
    said: str = ""


def before_closing(body: str) -> bytes:
    """Return the template with this XML put before its closing paragraph."""
    source = package.unpack(CLEAN)[BODY].decode()
    at = source.rindex("<w:p>", 0, source.index(_CLOSING))
    return changed(CLEAN, {BODY: (source[:at] + body + source[at:]).encode()})


def typed(*texts: str) -> bytes:
    """Return the template with these paragraphs typed before its closing."""
    return before_closing("".join(line(text) for text in texts))


def tag(text: str, code: str, words: str = "", *further: str) -> Planted:
    """Return a fault in a paragraph that holds ``text``; ``further`` paragraphs follow it."""
    return Planted(typed(text, *further), code, text, words)


def code_field(word: str) -> str:
    """Return a paragraph with a Word field, its code split over two runs."""
    return (
        '<w:p><w:r><w:t>Isi </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{word[:2]}</w:instrText></w:r><w:r><w:instrText>{word[2:]} x</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>bidang</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def run(marks: str, text: str = "rahasia") -> str:
    """Return a paragraph whose only run has these marks."""
    return f"<w:p><w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def related(kind: str, more: str = 'Target="x"') -> bytes:
    """Return the template with one more relation of its body."""
    row = f'<Relationship Id="rId99" Type="http://x/{kind}" {more}/></Relationships>'
    return edited(CLEAN, RELATIONS, "</Relationships>", row)


def without(part: str, pattern: str, instead: str = "") -> bytes:
    """Return the template with the first match of ``pattern`` in ``part`` replaced."""
    source = package.unpack(CLEAN)[part].decode()
    after, count = re.subn(pattern, instead, source, count=1, flags=re.DOTALL)
    assert count == 1, pattern
    return changed(CLEAN, {part: after.encode()})


def _row(text: str) -> str:
    return rf"<w:tr>(?:(?!<w:tr>).)*?{text}(?:(?!<w:tr>).)*?</w:tr>"


OF_FILE = {
    "torn": Planted(CLEAN[:-40], "refused", "", "ZIP"),
    "macros": Planted(changed(CLEAN, {"word/vbaProject.bin": b"x"}), "refused", "", "makro"),
    "date field": Planted(before_closing(code_field("DATE")), "word-field", "", "DATE"),
    "dotx": Planted(edited(CLEAN, "[Content_Types].xml", "document.main+xml", "template.main+xml"), "refused"),
    "white": Planted(before_closing(run('<w:color w:val="FFFFFF"/>')), "hidden", "rahasia"),
    "tiny": Planted(before_closing(run('<w:sz w:val="2"/>')), "hidden", "rahasia"),
}  # fmt: skip
TAGS = {
    "unknown field": tag("Kepada {{ nama_pelapor }}", "unknown-field", "nama_pelapor"),
    "misspelt field": tag("Yang {{ sapaaan }} sampaikan", "unknown-field", "“sapaan”"),
    "misspelt dotted field": tag("Nomor {{ surat.nomer }}", "unknown-field", "“surat.nomor”"),
    "misspelt list": tag("{%p for x in tembusann %}", "unknown-field", "“tembusan”", "{{ x }}", "{%p endfor %}"),
    "group": tag("Kop {{ kop }}", "construct", "kop.dinas"),
    "escape": tag('{{ cycler.__init__.__globals__.os.popen("id").read() }}', "construct", "Call"),
    "safe": tag("{{ hal | safe }}", "construct", "|safe"),
    "half if": tag("{{ 'x' if hal }}", "construct", "else"),
    "loop in a loop": tag("{% for x in isi %}{% for y in yth %}{{ y }}{% endfor %}{% endfor %}", "construct", "sederhana"),
    "not closed": tag("Hal {{ hal di sini", "construct", "berpasangan"),
    "glued p": tag("{%pif hal %}", "construct", "pif"),
    "no endif": Planted(typed("{%p if hal %}", "Isi."), "construct", "", "salah"),
    "p not alone": tag("simpan ini {%p if hal %}", "construct", "sendirian", "x", "{%p endif %}"),
    "tr outside a table": tag("{%tr if hal %}", "construct", "tabel", "x", "{%tr endif %}"),
    "value with p": tag("{{p hal }}", "construct", "huruf p"),
    "header": Planted(edited(CLEAN, HEADER, "</w:hdr>", f"{line('Kasus {{ nomer_kasus }}')}</w:hdr>"), "unknown-field",
                      "Kasus {{ nomer_kasus }}", "“nomor_kasus”"),
    "footer": Planted(edited(CLEAN, FOOTER, "{{ nomor_kasus }}", "{{ nomor_kasus }"), "construct", "Kasus {{ nomor_kasus }"),
}  # fmt: skip
OF_LETTER = {
    "no number field": Planted(edited(CLEAN, BODY, "{{ nomor_surat }}", "400.2/___/P2TP2A/XI/2026"), "missing-field", "",
                               "nomor_surat"),
    "no date field": Planted(edited(CLEAN, BODY, "{{ tanggal_surat }}", "24 November 2026"), "missing-field", "", "tanggal_surat"),
    "no addressee": Planted(without(BODY, r"<w:p><w:r><w:t[^>]*>\{%p for baris in yth %\}.*?\{%p endfor %\}</w:t></w:r></w:p>"),
                            "missing-field", "", "yth"),
    "no content": Planted(without(BODY, r"<w:p><w:r><w:t[^>]*>\{%p for butir in isi %\}.*?\{%p endfor %\}</w:t></w:r></w:p>"),
                          "missing-field", "", "isi"),
    "no opening": Planted(edited(CLEAN, BODY, "{{ pembuka }}", "Dengan hormat,"), "missing-field", "", "pembuka"),
    "no subject": Planted(without(BODY, _row(r"\{\{ hal \}\}")), "missing-field", "", "hal"),
    "no nature": Planted(without(BODY, _row(r"\{\{ sifat \}\}")), "missing-field", "", "sifat"),
    "no attachments": Planted(without(BODY, _row(r"\{\{ lampiran \}\}")), "missing-field", "", "lampiran"),
    "no signatory": Planted(edited(CLEAN, BODY, "{{ ketua.nama }}", "Nama Pejabat"), "missing-field", "", "ketua.nama"),
    "first clause only": Planted(
        edited(CLEAN, BODY, "{{ butir }}", "{% if loop.first %}{{ butir }}{% endif %}"), "clause", "", "tidak tercetak"),
    "no copies to": Planted(
        edited(edited(CLEAN, BODY, "{%p if tembusan %}", "{%p if rujukan %}"), BODY, "in tembusan %}", "in ketua.jabatan %}"),
        "missing-field", "", "tembusan"),
    "no paraf box": Planted(edited(CLEAN, BODY, "Paraf petugas", "Petugas"), "place", "", "paraf"),
    "number out of place": Planted(edited(CLEAN, BODY, ">Nomor<", ">Agenda<"), "place", "", "nomor"),
    "date out of place": Planted(edited(CLEAN, BODY, "{{ tempat }}, {{ tanggal_surat }}", "{{ tanggal_surat }}"), "place", "",
                                 "tempat, tanggal"),
    "no draft mark": Planted(
        edited(edited(CLEAN, HEADER, "KONSEP", ""), FOOTER, "KONSEP – belum bernomor, belum sah", "belum sah"), "place", "",
        "KONSEP"),
    "draft mark not alone": Planted(edited(CLEAN, HEADER, "KONSEP", "KONSEP SURAT"), "place", "", "KONSEP"),
}  # fmt: skip
ENDLESS = {"endless": Planted(before_closing(line("{{ hal }}") * 40_000), "endless")}
"""What no reader comes to the end of; only tried within walls."""
PLANTED = {**OF_FILE, **TAGS, **OF_LETTER}
