"""A draft laid out or edited in any way is stamped in both copies, or what it lacks is said."""

import io
from collections.abc import Callable
from datetime import date

import pytest
import zxingcpp
from docx import Document
from PIL import Image

from bench.templates import on_default, word_like
from pipeline.kernel.ids import CopyCode
from pipeline.letters import package
from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.copies import Copy, stamp
from pipeline.letters.errors import NoPlace
from pipeline.letters.matter import Matter
from pipeline.letters.parts import cell, line, row, table
from pipeline.letters.picture import code_png
from pipeline.letters.text import frozen_text
from pipeline.settings import Settings
from tests.letters.docx_files import changed, edited
from tests.letters.matters import DAY, POLICE, SCHOOL, VICTIM

Composer = Callable[[Matter], Draft]
BODY, FOOTER, HEADER = package.BODY, "word/footer1.xml", "word/header1.xml"
NUMBER, STAMPED = "400.2/031/P2TP2A/XI/2026", date(2026, 11, 25)


def stamped(draft: bytes, number: str = NUMBER) -> tuple[Copy, Copy]:
    return stamp(draft, number, STAMPED, "2026-0001-1", 1, b"k" * 32, "k1")


def assert_stamped(draft: bytes) -> None:
    for copy in stamped(draft):
        text = frozen_text(copy.docx)
        assert text.count("Halaman 1 dari 1") == text.count(f"Salinan ke-{copy.number} dari 2") >= 1
        assert "KONSEP" not in text
        assert NUMBER in text
        Document(io.BytesIO(copy.docx))


@pytest.mark.parametrize("matter", [VICTIM, POLICE, SCHOOL])
@pytest.mark.parametrize("dress", [word_like, on_default], ids=["word", "default"])
def test_a_template_in_the_package_of_another_program_becomes_two_copies(
    matter: Matter, dress: Callable[[bytes], bytes], settings: Settings
) -> None:
    path = settings.templates / f"{template_for(matter)}.docx"
    path.write_bytes(dress(path.read_bytes()))
    assert_stamped(compose(matter, settings, template_for(matter), DAY, "2026-0001-1").docx)


def with_section(draft: bytes, *, first: bool, own: bool) -> bytes:
    document = Document(io.BytesIO(draft))
    document.sections[0].different_first_page_header_footer = first
    if first:
        document.sections[0].first_page_footer.paragraphs[0].text = "Alamat kantor"
        document.sections[0].first_page_header.paragraphs[0].text = "KONSEP"
    document.add_section()
    if own:
        document.add_section().footer.is_linked_to_previous = False
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "first page of its own": lambda one: with_section(one, first=True, own=False),
    "sections": lambda one: with_section(one, first=False, own=True),
    "all of them": lambda one: with_section(one, first=True, own=True),
    "number over runs": lambda one: edited(
        one, BODY, "400.2/___/P2TP2A", "400.2/_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>__/P2TP2A"
    ),
    "date over runs": lambda one: edited(
        one, BODY, ", 24 November 2026", ', 2</w:t></w:r><w:r><w:t xml:space="preserve">4 Nov</w:t></w:r><w:r><w:t>ember 2026'
    ),
    "number behind a tab": lambda one: edited(
        edited(one, BODY, "400.2/___/P2TP2A/XI/2026", ""), BODY, "<w:body>",
        '<w:body><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>Nomor</w:t></w:r>'
        "<w:r><w:tab/></w:r><w:r><w:t>: 1/___/2</w:t></w:r></w:p>"),
    "an empty paragraph and one by mistake": lambda one: edited(
        one, BODY, "<w:body>", '<w:body><w:p/><w:p w:rsidR="00AA"/><w:p><w:r><w:t/></w:r></w:p>'
    ),
    "office's own table at the foot": lambda one: edited(
        one, FOOTER, "</w:ftr>", table([9], [row([cell(9, line("Moto & kantor"))])]) + "<w:p/></w:ftr>"
    ),
    "mark of the draft in two runs": lambda one: edited(
        one, HEADER, "KONSEP</w:t></w:r>", "KON</w:t></w:r><w:r/><w:r><w:t>SEP</w:t></w:r>"
    ),
    "letterhead beside the mark": lambda one: edited(one, HEADER, "</w:hdr>", line("Kantor") + "</w:hdr>"),
    "names declared on the spot": lambda one: edited(
        edited(one, FOOTER, ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', ""), BODY, "<w:body>",
        '<w:body><w:p><w:r><w:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">x</w:t></w:r></w:p>'),
    "signs": lambda one: edited(one, BODY, "Demikian kami", "5 &lt; 6 &amp; 7 Demikian kami"),
    "properties of Word": lambda one: changed(one, {"docProps/app.xml": b"<a>Firma</a>"}),
    "a picture at the foot": lambda one: changed(one, {
        "word/_rels/footer1.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="media/lambang.png"/></Relationships>'}),
    "even pages": lambda one: edited(one, "word/settings.xml", "<w:zoom", "<w:evenAndOddHeaders/><w:zoom"),
    "no footer": lambda one: edited(one, BODY, '<w:footerReference w:type="default" r:id="rId5"/>', ""),
    "another prefix": lambda one: changed(one, {BODY: _renamed(package.unpack(one)[BODY])}),
    "a comment": lambda one: edited(one, BODY, "<w:body>", "<w:body><!-- w:p -->"),
    "a text box": lambda one: edited(one, BODY, "<w:body>", "<w:body><w:p><w:r><w:pict><w:txbxContent>"
                                     + line("x") + "</w:txbxContent></w:pict></w:r></w:p>"),
    "a content control": lambda one: edited(one, BODY, "<w:body>", "<w:body><w:sdt><w:sdtContent>" + line("x")
                                            + "</w:sdtContent></w:sdt>"),
    "another encoding": lambda one: changed(one, {HEADER: package.unpack(one)[HEADER].decode().replace(
        "UTF-8", "ISO-8859-1").encode("latin-1")}),
    "bytes of another encoding": lambda one: changed(one, {HEADER: package.unpack(one)[HEADER].decode().replace(
        "UTF-8", "ISO-8859-1").replace("</w:hdr>", line("é") + "</w:hdr>").encode("latin-1")}),
    "mark in the body": lambda one: edited(one, BODY, "<w:body>", f"<w:body>{line('KONSEP')}"),
    "relations huge": lambda one: changed(one, {"word/settings.xml": package.unpack(one)["word/settings.xml"]
                                                + b" " * 70_000}),
    "number and date in one paragraph": lambda one: edited(
        edited(edited(one, BODY, "400.2/___/P2TP2A/XI/2026", ""), BODY, "Muara Lanting, 24 November 2026", ""),
        BODY, "<w:body>", f"<w:body>{line('Nomor 1/___/2 di X, 24 November 2026')}"),
    "greater-than in a name": lambda one: edited(one, BODY, 'name="Lambang"', 'name="a > b"'),
}  # fmt: skip


def _renamed(body: bytes) -> bytes:
    return (
        body.replace(b"<w:", b"<v:")
        .replace(b"</w:", b"</v:")
        .replace(b" w:", b" v:")
        .replace(b"xmlns:w=", b"xmlns:v=")
    )


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_a_draft_laid_out_otherwise_is_stamped(change: Callable[[bytes], bytes], composed: Composer) -> None:
    assert_stamped(change(composed(VICTIM).docx))


@pytest.mark.parametrize("number", ["R-017/<A&B>/2026", "1"])
def test_a_number_of_any_form_is_written(number: str, composed: Composer) -> None:
    assert f":\t{number}\t" in frozen_text(stamped(composed(POLICE).docx, number)[0].docx)


def test_a_mark_left_in_an_edge_is_said(composed: Composer) -> None:
    draft = edited(composed(VICTIM).docx, HEADER, "</w:hdr>", line("Surat KONSEP ini") + "</w:hdr>")
    with pytest.raises(NoPlace):
        stamped(draft)


def test_a_footer_shared_by_two_kinds_of_pages_bears_one_table(composed: Composer) -> None:
    draft = edited(composed(VICTIM).docx, BODY, "<w:sectPr>",
                   '<w:sectPr><w:footerReference w:type="first" r:id="rId5"/>')  # fmt: skip
    draft = edited(draft, BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert [frozen_text(copy.docx).count("Salinan ke-") for copy in stamped(draft)] == [1, 1]


@pytest.mark.parametrize(
    "code",
    [
        CopyCode("2026-0001-1", 2, "BCDEFGHIJK"),
        CopyCode("R-2026-11", 1, "ABCDEFGHIJ"),
        CopyCode("2026-10042-12", 2, "A" * 10),
    ],
)
def test_the_picture_of_a_code_is_black_and_white_and_reads_back(code: CopyCode) -> None:
    image = Image.open(io.BytesIO(code_png(str(code))))
    assert image.mode == "1"
    assert image.width == image.height
    assert image.width % 8 == 0
    framed = Image.new("L", (image.width + 64, image.height + 64), 255)
    framed.paste(image, (32, 32))
    assert [barcode.text for barcode in zxingcpp.read_barcodes(framed)] == [str(code)]
    assert code_png(str(code)) == code_png(str(code))
