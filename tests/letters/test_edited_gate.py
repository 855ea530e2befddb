"""What an edited draft may be built of: nothing that would print other words than those that are read from it."""

from collections.abc import Callable

import pytest

from pipeline.letters import inside, package
from pipeline.letters.text import frozen_text
from tests.letters.conftest import Composer
from tests.letters.docx_files import changed, edited
from tests.letters.matters import VICTIM
from tests.refused import refused_with

BODY, HEADER, NUMBERING = package.BODY, "word/header1.xml", "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"
ID = f"{VICTIM.case}-1"
EVIL = "RUSMINI TALAHU"
W = package.W
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
LOCKED = "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"
RECT = '<v:rect style="position:absolute;margin-top:-200pt;width:450pt;height:190pt" fillcolor="white" stroked="f"/>'


@pytest.fixture
def draft(composed: Composer) -> bytes:
    return composed(VICTIM).docx


def see(docx: bytes) -> str:
    """Look at a draft as within the walls; return what the clean one says."""
    _, clean = inside.see({"letter": ID}, docx)
    return frozen_text(clean)


def run(text: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def look(marks: str) -> str:
    return f"<w:p>{run('catatan', marks)}</w:p>"


def field(code: str, shown: str = "aman", more: str = "") -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{more if kind == "begin" else ""}</w:fldChar></w:r>'

    instr = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"<w:p>{mark('begin')}{instr}{mark('separate')}{run(shown)}{mark('end')}</w:p>"


def inserted(draft: bytes, xml: str) -> bytes:
    """Return the draft with ``xml`` before its closing paragraph."""
    body = package.unpack(draft)[BODY].decode()
    at = body.rindex("<w:p>", 0, body.index("Demikian"))
    return changed(draft, {BODY: (body[:at] + xml + body[at:]).encode()})


def drop_down() -> str:
    entries = f'<w:listEntry w:val="a"/><w:listEntry w:val="{EVIL}"/>'
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    return field("FORMDROPDOWN", "", data)


def sym() -> str:
    signs = "".join(f'<w:sym w:font="Arial" w:char="{ord(sign):04X}"/>' for sign in EVIL)
    return f"<w:p><w:r>{signs}</w:r></w:p>"


def canvas() -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><a:graphic xmlns:a="{A}"><a:graphicData uri="{LOCKED}">'
        f"<a:p><a:r><a:t>{EVIL}</a:t></a:r></a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


REFUSED = {
    "if": field(f'IF 1 = 1 "{EVIL}" "aman"'),
    "simple if": f'<w:p><w:fldSimple w:instr=\' IF 1 = 1 "{EVIL}" "x" \'>{run("aman")}</w:fldSimple></w:p>',
    "set": field(f'SET bk "{EVIL}"', ""),
    "macro button": field(f"MACROBUTTON Foo {EVIL}"),
    "go to button": field(f"GOTOBUTTON x {EVIL}"),
    "eq": field("EQ \\o(RUSMINI)"),
    "quote": field(f'QUOTE "{EVIL}"'),
    "fill in": field(f'FILLIN "x" \\d "{EVIL}"'),
    "formula": field("= 1 + 1", "99"),
    "form list": drop_down(),
    "page with words": field(f'PAGE \\# "{EVIL}"', "1"),
    "page that shows words": field("PAGE", "tanpa dipungut biaya"),
    "words in a code": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("tak tercetak")
    + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "field left open": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>",
    "sym": sym(),
    "deleted text": f"<w:p><w:r><w:delText>{EVIL}</w:delText></w:r></w:p>",
    "strict paragraph": f'<s:p xmlns:s="{STRICT}"><s:r><s:t>{EVIL}</s:t></s:r></s:p>',
    "paragraph in a run": f"<w:p><w:r><w:p>{run(EVIL)}</w:p></w:r></w:p>",
    "white rectangle": f"<w:p><w:r><w:pict {VML}>{RECT}</w:pict></w:r></w:p>",
    "word art": f'<w:p><w:r><w:pict {VML}><v:shape><v:textpath string="{EVIL}"/></v:shape></w:pict></w:r></w:p>',
    "canvas": canvas(),
    "formula of office": f'<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{EVIL}'
    "</m:t></m:r></m:oMath></w:p>",
    "bidi": f'<w:p><w:bdo w:val="rtl">{run(EVIL)}</w:bdo></w:p>',
    "near white": look('<w:color w:val="FEFEFE"/>'),
    "near white on no shading": look('<w:color w:val="FEFEFE"/><w:shd w:val="nil" w:fill="000000"/>'),
    "near white on no shading in an empty one": "<w:p><w:pPr><w:shd w:val='clear' w:fill='auto'/></w:pPr><w:r><w:rPr>"
    "<w:color w:val='FEFEFE'/><w:shd w:val='nil' w:fill='000000'/></w:rPr><w:t>tidak terlihat</w:t></w:r></w:p>",
    "near white in a pattern": look('<w:color w:val="FEFEFE"/><w:shd w:val="pct5" w:color="000000" w:fill="FFFFFF"/>'),
    "theme white": look('<w:color w:val="auto" w:themeColor="background1"/>'),
    "white on white": look('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>'),
    "black on black": look('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "off the page": f'<w:p><w:pPr><w:framePr w:x="20000" w:y="20000"/></w:pPr>{run("catatan")}</w:p>',
    "far in": f'<w:p><w:pPr><w:ind w:left="20000"/></w:pPr>{run("catatan")}</w:p>',
    "low line": f'<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>{run("catatan")}</w:p>',
    "narrow": look('<w:w w:val="1"/>'),
    "tight": look('<w:spacing w:val="-300"/>'),
}  # fmt: skip
FLAT = {
    "date": field('DATE \\@ "d MMMM yyyy"', "1 Januari 2020"),
    "reference": field("REF bk", "1 Januari 2020"),
    "file name": field("FILENAME \\p", "1 Januari 2020"),
    "link": field('HYPERLINK "file:///etc/passwd"', "1 Januari 2020"),
    "simple date": f'<w:p><w:fldSimple w:instr=" DATE ">{run("1 Januari 2020")}</w:fldSimple></w:p>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_print_other_words_than_are_read_is_refused(draft: bytes, name: str) -> None:
    with refused_with("letters.dangerous") as refusal:
        see(inserted(draft, REFUSED[name]))
    assert "ditolak" in refusal.value.text()


@pytest.mark.parametrize("name", FLAT)
def test_a_field_becomes_the_words_it_shows(draft: bytes, name: str) -> None:
    _, clean = inside.see({"letter": ID}, inserted(draft, FLAT[name]))
    assert "1 Januari 2020" in frozen_text(clean).splitlines()
    body = package.unpack(clean)[BODY]
    assert not any(word in body for word in (b"instrText", b"fldSimple", b"fldChar"))


def test_numbers_of_pages_go_on_counting(draft: bytes) -> None:
    _, clean = inside.see({"letter": ID}, draft)
    assert any(b"NUMPAGES" in part for part in package.unpack(clean).values())


def test_words_in_a_control_or_after_a_break_are_read_as_they_are_printed(draft: bytes) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('satu')}<w:r><w:cr/></w:r>{run('dua')}</w:p></w:sdtContent></w:sdt>"
    assert "satu dua" in see(inserted(draft, control)).splitlines()


def numbered(draft: bytes) -> bytes:
    return edited(draft, NUMBERING, 'w:lvlText w:val="%1."', f'w:lvlText w:val="{EVIL} %1."')


def numbered_in_words(draft: bytes) -> bytes:
    return edited(draft, NUMBERING, 'w:numFmt w:val="decimal"', 'w:numFmt w:val="cardinalText"')


def header_among_themes(draft: bytes) -> bytes:
    header = package.unpack(draft)[HEADER].replace(b"</w:hdr>", f"<w:p>{run(EVIL)}</w:p></w:hdr>".encode())
    return changed(edited(draft, RELATIONS, "header1.xml", "theme/h.xml"), {"word/theme/h.xml": header})


def body_among_themes(draft: bytes) -> bytes:
    body = package.unpack(draft)[BODY].replace(b"Demikian", f"{EVIL} Demikian".encode())
    moved = edited(draft, "_rels/.rels", "word/document.xml", "word/theme/x.xml")
    return changed(moved, {"word/theme/x.xml": body})


def strict_header(draft: bytes) -> bytes:
    return changed(draft, {HEADER: package.unpack(draft)[HEADER].replace(W.encode(), STRICT.encode())})


def drawing_as_picture(draft: bytes) -> bytes:
    return changed(draft, {"word/media/n.png": b'<svg xmlns="http://www.w3.org/2000/svg"/>'})


@pytest.mark.parametrize(
    "change",
    [numbered, numbered_in_words, header_among_themes, body_among_themes, strict_header, drawing_as_picture],
)
def test_words_in_parts_that_are_not_read_are_refused(draft: bytes, change: Callable[[bytes], bytes]) -> None:
    with refused_with("letters.dangerous"):
        see(change(draft))


@pytest.mark.parametrize("code", ["DATE", 'IF 1 = 1 "lain"'])
def test_a_draft_that_was_taken_before_this_gate_is_not_stamped(draft: bytes, code: str) -> None:
    day, codes = "2026-11-24", [f"P2:{ID}:{copy}:K7QX4M2TVA" for copy in (1, 2)]
    order = {"number": "400.2/001/P2TP2A/XI/2026", "day": day, "codes": codes}
    assert len(inside.stamp(order, draft)) == 3
    with refused_with("letters.dangerous"):
        inside.stamp(order, inserted(draft, field(code)))


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<w:p>" + run("isi") + sym().removeprefix("<w:p>"), "simbol dari Sisipkan > Simbol, pada paragraf ke-"),
        (f"<w:p>{run('isi')}<w:r><w:delText>{EVIL}</w:delText></w:r></w:p>", "teks yang ditandai terhapus, pada paragraf ke-"),
        (f"<w:p>{run('isi')}<w:r><w:pict {VML}>{RECT}</w:pict></w:r></w:p>", "bentuk atau kotak teks lama (VML), pada paragraf ke-"),
        ("<w:p>" + run("sur\u0430t") + "</w:p>", "huruf yang mirip huruf Latin tetapi bukan: U+0430, pada paragraf ke-"),
        ("<w:p>" + run("ke\u200bras") + "</w:p>", "karakter yang tidak terlihat: U+200B, pada paragraf ke-"),
    ],
    ids=["simbol", "terhapus", "kotak", "mirip", "tak terlihat"],
)  # fmt: skip
def test_a_refusal_says_what_it_is_and_in_which_paragraph_and_quotes_nobody(
    draft: bytes, xml: str, told: str
) -> None:
    with refused_with("letters.dangerous") as refusal:
        see(inserted(draft, xml))
    assert told in refusal.value.text("id")
    assert EVIL not in refusal.value.text("id")
