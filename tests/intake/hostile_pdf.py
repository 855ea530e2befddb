"""PDFs made to hurt or to fool a reader, beside those of :mod:`tests.intake.hostile`."""

import io
import zlib
from collections.abc import Callable, Mapping

import pikepdf

from tests.intake import hostile
from tests.intake.hostile import raw_pdf, stream, zipped
from tests.intake.papers import encoded, sheet

_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page_of(contents: bytes, *further: bytes, box: bytes = b"[0 0 595 842]", more: bytes = b"") -> bytes:
    """Return a PDF of one page with these ``contents``; ``further`` objects are numbered from 5."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s >>" % (box, more)
    return raw_pdf(_CATALOGUE, _TREE, page, stream(contents, b""), *further)


def picture(data: bytes, entries: bytes) -> bytes:
    """Return a PDF whose page shows one picture, made of ``data`` as ``entries`` say."""
    entries = b"/Type /XObject /Subtype /Image %s" % entries
    return page_of(
        b"595 0 0 842 0 0 cm /P Do", stream(data, entries), more=b"/Resources << /XObject << /P 5 0 R >> >>"
    )


def deep_tree(depth: int = 3000) -> bytes:
    """Return a PDF whose one page lies at the bottom of a deep page tree."""
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(3, depth)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth - 1)
    return raw_pdf(_CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", *nodes, page)


def form_loop() -> bytes:
    """Return a PDF whose page draws a form that draws itself."""
    again = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >>"
    return page_of(b"/F Do", stream(b"/F Do /F Do", again), more=b"/Resources << /XObject << /F 5 0 R >> >>")


def length_loop() -> bytes:
    """Return a PDF whose page content tells its length by itself."""
    return raw_pdf(
        _CATALOGUE,
        _TREE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length 4 0 R >>\nstream\nq Q\nendstream",
    )


def previous_loop() -> bytes:
    """Return a PDF whose cross-reference table names itself as the one before."""
    made = page_of(b"q Q")
    start = made.rindex(b"xref\n0")
    return made.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % start)


def tiled() -> bytes:
    """Return a PDF whose page is filled with a pattern of the tenth of a point: some fifty million tiles."""
    tile = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 .1 .1] /XStep .1 /YStep .1 /Resources << >>"
    return page_of(
        b"/Pattern cs /T scn 0 0 595 842 re f",
        stream(b"0 0 .05 .05 re f", tile),
        more=b"/Resources << /Pattern << /T 5 0 R >> >>",
    )


def acting(action: bytes, more: bytes = b"") -> bytes:
    """Return a PDF that would do ``action`` when it is opened."""
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s %s >>" % (action, more)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return raw_pdf(catalogue, _TREE, page)


def form_of_xml() -> bytes:
    """Return a PDF with a form in XFA."""
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 4 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return raw_pdf(catalogue, _TREE, page, stream(b"<xdp:xdp xmlns:xdp='x'/>", b""))


def holding_a_file() -> bytes:
    """Return a PDF that holds a program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page_of(b"q Q"))) as made:
        made.attachments["faktur.exe"] = b"MZ" + bytes(400)
        made.save(out)
    return out.getvalue()


def unseen_text() -> bytes:
    """Return a PDF whose only text is printed invisibly (mode 3)."""
    text = b"BT /F 12 Tf 3 Tr 72 700 Td (Nomor: 999/PALSU/XI/2026 kepada Ketua P2TP2A yang terhormat) Tj ET"
    font = b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    return page_of(text, more=font)


def drawn(times: int) -> bytes:
    """Return a PDF with a page of so many strokes."""
    packed = zlib.compress(b"0 0 m 595 842 l 10 500 l s\n" * times, 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    return raw_pdf(_CATALOGUE, _TREE, page, stream(packed, b"/Filter /FlateDecode"))


def wide() -> bytes:
    """Return a PDF whose catalogue holds very many things that do nothing."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /X [%s] >>" % (b"<< /S /GoTo /D [1 2 3] >> " * 200_000),
        _TREE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )


def marked(deep: int = 3000) -> bytes:
    """Return a PDF each of whose ten thousand letters stands within ``deep`` marks that say what it stands for."""
    letters = b" ".join(b"1 0 0 1 %d %d Tm (a) Tj" % (x * 5, y * 8) for x in range(100) for y in range(100))
    font = b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    around = b"/Span << /ActualText (aaaaaaaa) >> BDC " * deep
    return page_of(around + b"BT /F 9 Tf " + letters + b" ET " + b"EMC " * deep, more=font)


def jpeg_and_pdf() -> bytes:
    """Return a JPEG with a PDF in its comment: both at once."""
    whole, inner = encoded(sheet(dpi=50), "JPEG"), page_of(b"q Q")
    return whole[:2] + b"\xff\xfe" + (len(inner) + 2).to_bytes(2, "big") + inner + whole[2:]


PDFS: Mapping[str, Callable[[], bytes]] = {
    "bom-deflate.pdf": hostile.flate_bomb,
    "pohon-berputar.pdf": hostile.kids_loop,
    "pohon-dalam.pdf": deep_tree,
    "form-berputar.pdf": form_loop,
    "panjang-berputar.pdf": length_loop,
    "xref-berputar.pdf": previous_loop,
    "kurung-200000.pdf": lambda: page_of(b"[" * 200_000),
    "kamus-dalam.pdf": lambda: page_of(b"q Q", b"<< /A " * 20_000 + b"1" + b" >>" * 20_000),
    "q-sejuta.pdf": lambda: page_of(b"q " * 1_000_000),
    "count-milyar.pdf": lambda: page_of(b"q Q").replace(b"/Count 1 >>", b"/Count 999999999 >>"),
    "halaman-501.pdf": lambda: hostile.many_pages(501),
    "halaman-200-meter.pdf": hostile.huge_page,
    "halaman-nol.pdf": lambda: page_of(b"q Q", box=b"[0 0 0 0]"),
    "halaman-tak-hingga.pdf": lambda: page_of(b"q Q", box=b"[-1e38 -1e38 1e38 1e38]"),
    "halaman-setipis-rambut.pdf": lambda: page_of(b"q Q", box=b"[0 0 14400 0.01]"),
    "terpotong.pdf": lambda: hostile.letter()[:3000],
    "sampah.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20_000,
    "tanpa-halaman.pdf": hostile.empty_tree,
    "terkunci.pdf": lambda: hostile.locked("rahasia"),
    "skrip.pdf": lambda: acting(b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    "luncur.pdf": lambda: acting(b"<< /S /Launch /F (cmd.exe) >>"),
    "kirim.pdf": lambda: acting(b"<< /S /SubmitForm /F (http://192.0.2.1/x) >>"),
    "berlampiran.pdf": holding_a_file,
    "xfa.pdf": form_of_xml,
    "teks-tak-tampak.pdf": unseen_text,
    "ubin-halus.pdf": tiled,
    "goresan-2-juta.pdf": lambda: drawn(2_000_000),
    "jbig2-rusak.pdf": lambda: picture(
        bytes(range(200)),
        b"/Width 9000 /Height 9000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode",
    ),
    "jpx-rusak.pdf": lambda: picture(
        b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 " + b"\xff\x4f\xff\x51" + b"\xff" * 300,
        b"/Width 60000 /Height 60000 /Filter /JPXDecode",
    ),
    "ccitt-semilyar.pdf": lambda: picture(
        b"\0" * 500,
        b"/Width 1000000000 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
        b"/DecodeParms << /K -1 /Columns 1000000000 >>",
    ),
    "gambar-10-milyar-titik.pdf": lambda: picture(
        zlib.compress(bytes(1 << 20)),
        b"/Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
    ),
    "saringan-seratus.pdf": lambda: picture(
        b"80~>",
        b"/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [%s]"
        % (b"/ASCIIHexDecode " * 100),
    ),
    "katalog-lebar.pdf": wide,
    "tanda-dalam.pdf": marked,
    "jpeg-dan-pdf.pdf": jpeg_and_pdf,
    "pdf-dan-zip.pdf": lambda: page_of(b"q Q") + zipped(isi_dot_txt=b"x"),
    "zip-dan-pdf.pdf": lambda: zipped(isi_dot_txt=b"x") + page_of(b"q Q"),
}
"""Each under a name that a clerk would see."""
