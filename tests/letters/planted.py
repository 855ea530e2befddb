"""Templates with one planted fault each, made in code, and what the lint must say about each.

Every one is the shipped answer to a person with a single change. ``Planted`` names the code of the
flaw and words of the paragraph in which it lies (empty: a fault of the file or of the whole letter).
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from pipeline.letters import package
from pipeline.letters.parts import line
from tests.letters.docx_files import changed, edited, shipped

NAME = "surat-jawaban-perorangan"
BODY, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
RELATIONS, SETTINGS, STYLES = "word/_rels/document.xml.rels", "word/settings.xml", "word/styles.xml"
CLEAN = shipped(NAME)
_CLOSING = "Demikian kami sampaikan"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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


def tag(text: str, code: str, said: str = "", *further: str) -> Planted:
    """Return a fault in a paragraph that holds ``text``; ``further`` paragraphs follow it."""
    return Planted(typed(text, *further), code, text, said)


def vml(inside: str) -> str:
    """Return a paragraph "isi" with an old rectangle that holds ``inside``."""
    names = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    return (
        f"<w:p><w:r><w:t>isi</w:t></w:r><w:r><w:pict><v:rect {names}>{inside}</v:rect></w:pict></w:r></w:p>"
    )


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


def setting(element: str) -> bytes:
    """Return the template with one more element in its settings."""
    return edited(CLEAN, SETTINGS, '<w:zoom w:percent="100"/>', f'<w:zoom w:percent="100"/>{element}')


def without(part: str, pattern: str, instead: str = "") -> bytes:
    """Return the template with the first match of ``pattern`` in ``part`` replaced."""
    source = package.unpack(CLEAN)[part].decode()
    after, count = re.subn(pattern, instead, source, count=1, flags=re.DOTALL)
    assert count == 1, pattern
    return changed(CLEAN, {part: after.encode()})


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a ZIP of the template's members and these, whatever their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*package.unpack(CLEAN).items(), *members):
            archive.writestr(name, data)
    return out.getvalue()


def _less(part: str) -> bytes:
    parts = package.unpack(CLEAN)
    del parts[part]
    return package.pack(parts)


def _row(text: str) -> str:
    return rf"<w:tr>(?:(?!<w:tr>).)*?{text}(?:(?!<w:tr>).)*?</w:tr>"


OF_FILE = {
    "password": Planted(_OLE + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old doc": Planted(_OLE + bytes(500), "old-doc"),
    "rtf": Planted(b"{\\rtf1 surat}", "not-docx"),
    "pdf": Planted(b"%PDF-1.7\n", "not-docx"),
    "text": Planted(b"surat", "not-docx"),
    "empty": Planted(b"", "not-docx"),
    "odt": Planted(b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "not-docx"),
    "torn": Planted(CLEAN[:-40], "not-docx"),
    "bomb": Planted(zipped(("word/big.bin", bytes(package.MAX_UNPACKED + 1))), "zip-bomb"),
    "too much text": Planted(before_closing(line("x") * 90_000), "too-large"),
    "members": Planted(zipped(*((f"word/{n}.bin", b"") for n in range(package.MAX_MEMBERS))), "zip-members"),
    "climbing name": Planted(zipped(("../../x", b"")), "zip-name"),
    "docm": Planted(edited(CLEAN, "[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"), "macro"),
    "dotx": Planted(edited(CLEAN, "[Content_Types].xml", "document.main+xml", "template.main+xml"), "not-document"),
    "macros": Planted(changed(CLEAN, {"word/vbaProject.bin": b"x"}), "macro"),
    "ole": Planted(related("oleObject"), "relation"),
    "embedded": Planted(changed(CLEAN, {"word/embeddings/a.xlsx": b"x"}), "embedded"),
    "embedded font": Planted(changed(CLEAN, {"word/fonts/font1.odttf": b"x"}), "embedded-font"),
    "attached template": Planted(related("attachedTemplate", 'TargetMode="External" Target="x.dotm"'), "relation"),
    "linked picture": Planted(related("image", 'TargetMode="External" Target="file:///c:/x.png"'), "external"),
    "dtd": Planted(changed(CLEAN, {STYLES: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "dtd"),
    "broken part": Planted(changed(CLEAN, {STYLES: b"<a>"}), "broken-part"),
    "broken footer": Planted(changed(CLEAN, {FOOTER: b"<w:ftr>"}), "broken-part"),
    "protected": Planted(setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), "protected"),
    "write protected": Planted(setting('<w:writeProtection w:recommended="1"/>'), "protected"),
    "mail merge": Planted(setting('<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>'), "mail-merge"),
    "tracking on": Planted(setting("<w:trackRevisions/>"), "tracking-on"),
    "strict": Planted(edited(CLEAN, BODY, package.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"), "strict"),
    "missing part": Planted(_less("word/numbering.xml"), "dangling"),
    "smart art": Planted(changed(CLEAN, {"word/diagrams/data1.xml": b"<a>{{ hal }}</a>"}), "not-filled"),
}  # fmt: skip
IN_TEXT = {
    "insertion": Planted(before_closing('<w:p><w:ins w:id="1"><w:r><w:t>sisipan</w:t></w:r></w:ins></w:p>'), "tracked", "sisipan"),
    "deletion": Planted(before_closing('<w:p><w:del w:id="1"><w:r><w:delText>buangan</w:delText></w:r></w:del></w:p>'),
                        "tracked", "buangan"),
    "comment": Planted(before_closing('<w:p><w:r><w:t>isi</w:t><w:commentReference w:id="1"/></w:r></w:p>'), "comment", "isi"),
    "object": Planted(before_closing("<w:p><w:r><w:t>isi</w:t><w:object/></w:r></w:p>"), "embedded", "isi"),
    "hidden": Planted(before_closing(run("<w:vanish/>")), "hidden", "rahasia"),
    "hidden by style": Planted(
        edited(before_closing(run('<w:rStyle w:val="Gaib"/>')), STYLES, "</w:styles>",
               '<w:style w:type="character" w:styleId="Gaib"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'),
        "hidden", "rahasia"),
    "white": Planted(before_closing(run('<w:color w:val="FFFFFF"/>')), "hidden", "rahasia"),
    "tiny": Planted(before_closing(run('<w:sz w:val="2"/>')), "hidden", "rahasia"),
    "dde": Planted(before_closing(code_field("DDEAUTO")), "field", "Isi bidang"),
    "include": Planted(before_closing(code_field("INCLUDEPICTURE")), "field", "Isi bidang"),
    "simple include": Planted(
        before_closing('<w:p><w:fldSimple w:instr=" INCLUDETEXT c.docx "><w:r><w:t>sini</w:t></w:r></w:fldSimple></w:p>'),
        "field", "sini"),
    "merge field": Planted(before_closing(code_field("MERGEFIELD")), "merge-field", "Isi bidang"),
    "date field": Planted(before_closing(code_field("DATE")), "date-field", "Isi bidang"),
    "unknown font": Planted(before_closing(run('<w:rFonts w:ascii="Huruf Kantor" w:hAnsi="Huruf Kantor"/>')), "font",
                            "rahasia", "Huruf Kantor"),
    "symbol": Planted(before_closing('<w:p><w:r><w:t>isi</w:t><w:sym w:font="Symbol" w:char="F041"/></w:r></w:p>'), "symbol",
                      "isi", "Sisipkan > Simbol"),
    "struck outside": Planted(before_closing("<w:p><w:r><w:delText>buangan</w:delText></w:r></w:p>"), "deleted-text", "buangan"),
    "old text box": Planted(
        before_closing(vml(f"<v:textbox><w:txbxContent>{run('')}</w:txbxContent></v:textbox>")), "drawn-text", "isi"),
    "old text box without paragraphs": Planted(before_closing(vml("<v:textbox><div>kotak</div></v:textbox>")), "drawn-text", "isi"),
    "white rectangle": Planted(before_closing(vml("")), "drawn-text", "isi", "menutupi"),
    "word art": Planted(before_closing(vml('<v:textpath string="RAHASIA"/>')), "drawn-text", "isi"),
    "cyrillic letter": Planted(typed("Mohon membawa sur\u0430t ini"), "lookalike", "Mohon membawa", "U+0430"),
    "full width": Planted(typed("Mohon membawa \uff33urat ini"), "lookalike", "Mohon membawa", "U+FF33"),
    "no width": Planted(typed("Mohon membawa sur\u200bat ini"), "unseen-character", "Mohon membawa", "U+200B"),
}  # fmt: skip
TAGS = {
    "unknown field": tag("Kepada {{ nama_pelapor }}", "unknown-field", "nama_pelapor"),
    "misspelt field": tag("Yang {{ sapaaan }} sampaikan", "unknown-field", "“sapaan”"),
    "misspelt dotted field": tag("Nomor {{ surat.nomer }}", "unknown-field", "“surat.nomor”"),
    "misspelt in condition": tag("{% if rujukann %}x{% endif %}", "unknown-field", "“rujukan”"),
    "misspelt list": tag("{%p for x in tembusann %}", "unknown-field", "“tembusan”", "{{ x }}", "{%p endfor %}"),
    "loop variable outside": tag("Nomor {{ loop.index }}", "unknown-field", "loop.index"),
    "group": tag("Kop {{ kop }}", "field-group", "kop.dinas"),
    "attribute of text": tag("Hal {{ hal.panjang }}", "text-attribute", "teks"),
    "attribute of a constant": tag("{{ ('a').upper }}", "construct", "titik"),
    "call": tag("{{ hal.upper() }}", "construct", "pemanggilan"),
    "escape": tag('{{ cycler.__init__.__globals__.os.popen("id").read() }}', "construct", "pemanggilan"),
    "range": tag("{% for x in range(9) %}{{ x }}{% endfor %}", "construct", "pemanggilan"),
    "item": tag("{{ isi[0] }}", "construct", "kurung siku"),
    "arithmetic": tag("{{ 'x' * 10000000 }}", "construct", "hitungan"),
    "power": tag("{{ 2 ** 99999 }}", "construct", "hitungan"),
    "test": tag("{% if hal is defined %}x{% endif %}", "construct", "is"),
    "safe": tag("{{ hal | safe }}", "filter", "|safe"),
    "unknown filter": tag("{{ hal | uper }}", "filter", "|upper"),
    "filter with brackets": tag("{{ hal | trim('x') }}", "filter", "kurung"),
    "half if": tag("{{ 'x' if hal }}", "half-if", "else"),
    "loop over text": tag("{% for x in hal %}{{ x }}{% endfor %}", "loop", "bukan daftar"),
    "loop with a condition": tag("{% for x in isi if x %}{{ x }}{% endfor %}", "loop", "sederhana"),
    "loop in a loop": tag("{% for x in isi %}{% for y in yth %}{{ y }}{% endfor %}{% endfor %}", "loop-in-loop"),
    "set": tag("{% set a = 1 %}", "forbidden", "set"),
    "include tag": tag("{% include 'x' %}", "forbidden", "include"),
    "import": tag("{% import 'x' as y %}", "forbidden", "import"),
    "extends": tag("{% extends 'x' %}", "forbidden", "extends"),
    "macro tag": tag("{% macro a() %}", "forbidden", "macro"),
    "autoescape": tag("{% autoescape false %}", "forbidden", "autoescape"),
    "raw": tag("{% raw %}", "forbidden", "raw"),
    "low quotes": tag("{{ „pengaduan‟ }}", "quotes", "„"),
    "dash": tag("{{ hal – sifat }}", "bad-tag", "pisah"),
    "ampersand": tag("{{ hal & sifat }}", "bad-tag"),
    "empty": tag("Isi {{ }}", "empty-tag"),
    "not closed": tag("Hal {{ hal di sini", "not-closed", "}}"),
    "statement not closed": tag("{% if hal", "not-closed", "%}"),
    "not opened": tag("Hal hal }} di sini", "stray-close"),
    "wrong end": tag("Hal {{ hal %} di sini", "wrong-close", "%}"),
    "single braces": tag("Hal {hal} di sini", "single-brace"),
    "glued p": tag("{%pif hal %}", "unknown-word", "“p if”", "x"),
    "misspelt word": tag("{% iff hal %}", "unknown-word", "“if”"),
    "misspelt end": tag("{% endiff %}", "unknown-word", "“endif”"),
    "no endif": tag("{%p if hal %}", "block-open", "endif", "Isi."),
    "no endfor": tag("{%p for x in isi %}", "block-open", "endfor", "{{ x }}"),
    "stray endif": tag("{%p endif %}", "block-stray", "endif"),
    "stray else": tag("{%p else %}", "block-stray", "else"),
    "crossed blocks": tag("{%p if hal %}", "block-open", "endif", "{%p for x in isi %}", "{%p if x %}", "{%p endfor %}", "{%p endif %}"),
    "mixed ends": Planted(typed("{%p if hal %}", "isi {% endif %}"), "block-mixed", "isi {% endif %}"),
    "p not alone": tag("simpan ini {%p if hal %}", "not-alone", "", "x", "{%p endif %}"),
    "two p in one paragraph": tag("{%p if hal %}{%p endif %}", "not-alone"),
    "tr outside a table": tag("{%tr if hal %}", "no-table", "tr", "x", "{%tr endif %}"),
    "colspan outside a table": tag("{% colspan 2 %}", "no-table", "colspan"),
    "p with a picture": Planted(
        before_closing("<w:p><w:r><w:t>{%p if hal %}</w:t><w:pict/></w:r></w:p>" + line("x") + line("{%p endif %}")),
        "with-picture", "{%p if hal %}"),
    "value with p": tag("{{p hal }}", "value-prefix", "p"),
    "value with r": tag("{{r hal }}", "value-prefix", "r"),
    "tail of endif": tag("{%p if hal %}", "bad-tag", "", "x", "{%p endif hal %}"),
}  # fmt: skip
TAGS["tail of endif"] = Planted(TAGS["tail of endif"].data, "bad-tag", "{%p endif hal %}", "berdiri sendiri")
TAGS["crossed blocks"] = Planted(TAGS["crossed blocks"].data, "block-open", "{%p if x %}", "endif")
ELSEWHERE = {
    "header": Planted(edited(CLEAN, HEADER, "</w:hdr>", f"{line('Kasus {{ nomer_kasus }}')}</w:hdr>"), "unknown-field",
                      "Kasus {{ nomer_kasus }}", "“nomor_kasus”"),
    "footer": Planted(edited(CLEAN, FOOTER, "{{ nomor_kasus }}", "{{ nomor_kasus }"), "not-closed", "Kasus {{ nomor_kasus }"),
    "tr with other cells": Planted(
        edited(CLEAN, BODY, ">{{ sifat }}<", ">{%tr if sifat %}<"), "not-alone", "{%tr if sifat %}", "baris"),
    "tc with other text": Planted(edited(CLEAN, BODY, ">{{ sifat }}<", ">{{ sifat }} {%tc if hal %} x {%tc endif %}<"),
                                  "not-alone", "{%tc if hal %}", "sel"),
    "crossing cells": Planted(
        edited(edited(CLEAN, BODY, ">{{ sifat }}<", ">{{ sifat }}{% if hal %}<"), BODY, ">{{ lampiran }}<",
               ">{{ lampiran }}{% endif %}<"), "block-crosses", "{{ lampiran }}{% endif %}"),
    "blank left": tag("Hubungi kami di .......", "typed"),
    "brackets left": tag("Isi: [nama korban]", "typed"),
    "chronology": tag("Saudari dipukul oleh terlapor.", "chronology"),
}  # fmt: skip
OF_LETTER = {
    "no number field": Planted(edited(CLEAN, BODY, "{{ nomor_surat }}", "400.2/___/P2TP2A/XI/2026"), "missing-field", "",
                               "nomor_surat"),
    "no date field": Planted(edited(CLEAN, BODY, "{{ tanggal_surat }}", "24 November 2026"), "missing-field", "", "tanggal_surat"),
    "date by hand": Planted(
        edited(CLEAN, BODY, "{{ tanggal_surat }}", "24 November 2026{% if tanggal_surat %}{% endif %}"), "rule-11"),
    "no addressee": Planted(without(BODY, r"<w:p><w:r><w:t[^>]*>\{%p for baris in yth %\}.*?\{%p endfor %\}</w:t></w:r></w:p>"),
                            "missing-field", "", "yth"),
    "no content": Planted(without(BODY, r"<w:p><w:r><w:t[^>]*>\{%p for butir in isi %\}.*?\{%p endfor %\}</w:t></w:r></w:p>"),
                          "missing-field", "", "isi"),
    "no opening": Planted(edited(CLEAN, BODY, "{{ pembuka }}", "Dengan hormat,"), "missing-field", "", "pembuka"),
    "no subject": Planted(without(BODY, _row(r"\{\{ hal \}\}")), "missing-field", "", "hal"),
    "no nature": Planted(without(BODY, _row(r"\{\{ sifat \}\}")), "missing-field", "", "sifat"),
    "no attachments": Planted(without(BODY, _row(r"\{\{ lampiran \}\}")), "missing-field", "", "lampiran"),
    "no signatory": Planted(edited(CLEAN, BODY, "{{ ketua.nama }}", "Nama Pejabat"), "missing-field", "", "ketua.nama"),
    "first clause only": Planted(edited(CLEAN, BODY, "{{ butir }}", "{% if loop.first %}{{ butir }}{% endif %}"), "rule-1"),
    "no services by phone": Planted(
        edited(CLEAN, BODY, "{{ butir }}", "{% if kanal != 'telepon' or loop.index != 3 %}{{ butir }}{% endif %}"), "rule-2", "",
        "telepon, seperlunya"),
    "no copies to": Planted(
        edited(edited(CLEAN, BODY, "{%p if tembusan %}", "{%p if rujukan %}"), BODY, "in tembusan %}", "in ketua.jabatan %}"),
        "missing-field", "", "tembusan"),
    "telling subject": Planted(edited(CLEAN, BODY, "{{ hal }}", "{{ hal }} kekerasan"), "rule-6"),
    "no paraf box": Planted(edited(CLEAN, BODY, "Paraf petugas", "Petugas"), "place", "", "paraf"),
    "number out of place": Planted(edited(CLEAN, BODY, ">Nomor<", ">Agenda<"), "place", "", "nomor"),
    "date out of place": Planted(edited(CLEAN, BODY, "{{ tempat }}, {{ tanggal_surat }}", "{{ tanggal_surat }}"), "place", "",
                                 "tempat, tanggal"),
    "no draft mark": Planted(
        edited(edited(CLEAN, HEADER, "KONSEP", ""), FOOTER, "KONSEP – belum bernomor, belum sah", "belum sah"), "place", "",
        "KONSEP"),
    "draft mark not alone": Planted(edited(CLEAN, HEADER, "KONSEP", "KONSEP SURAT"), "place", "", "KONSEP"),
    "narrow top": Planted(edited(CLEAN, BODY, 'w:top="1134"', 'w:top="850"'), "margin", "", "atas 1,5"),
    "narrow left": Planted(edited(CLEAN, BODY, 'w:left="1701" w:header', 'w:left="1134" w:header'), "margin", "", "kiri 2,0"),
    "letter paper": Planted(edited(CLEAN, BODY, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), "paper", "", "21,6"),
    "lying paper": Planted(edited(CLEAN, BODY, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'), "paper"),
}  # fmt: skip
ENDLESS = {"endless": Planted(typed("{%p if " + "{" * 200_000), "endless")}
"""What no reader comes to the end of; only tried within walls."""
PLANTED = {**OF_FILE, **IN_TEXT, **TAGS, **ELSEWHERE, **OF_LETTER}
