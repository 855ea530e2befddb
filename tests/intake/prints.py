"""Prints of a letter with a code and a signature block, made in a moment: born-digital PDFs without LibreOffice."""

import io
from functools import cache

import numpy as np
import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

NAME = "Ratna Suling, M.Si."
TEXT = (
    "Menindaklanjuti surat Saudara yang kami terima pada bulan ini, dengan hormat kami sampaikan bahwa "
    "petugas kami telah menelaah surat tersebut dan menyiapkan tindak lanjut bersama semua pihak. "
)
_MM = 72 / 25.4


@cache
def print_pdf(code: str, text: str = TEXT, pages: int = 1) -> bytes:
    """Return the print: running text, on the last page the block of the signatory, on each page the code."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        for number in range(1, pages + 1):
            document.add_blank_page(page_size=(210 * _MM, 297 * _MM))
            page = document.pages[-1]
            page.Resources = pikepdf.Dictionary(
                Font=pikepdf.Dictionary(
                    F=pikepdf.Dictionary(
                        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                    )
                ),
                XObject=pikepdf.Dictionary(C=_code(document, code)),
            )
            page.Contents = document.make_stream(_content(text, number, pages).encode("latin-1"))
        document.save(out, static_id=True)
    return out.getvalue()


def _content(text: str, number: int, pages: int) -> str:
    words = f"{number * 7919} {text}".split() * 12
    lines = [" ".join(words[at : at + 11]) for at in range(number, 11 * (15 + 3 * number), 11)]
    shown = [_line(30, 40 + 6 * row, line) for row, line in enumerate(lines)]
    if number == pages:
        shown += [
            _line(110, 186, "Ketua P2TP2A"),
            _line(110, 191, "Kabupaten Batang Asri,"),
            _line(110, 215, NAME),
        ]
    shown += [_line(30, 280, f"Halaman {number} dari {pages}")]
    x, y, side = 165 * _MM, (297 - 285) * _MM, 20 * _MM
    return "\n".join(shown) + f"\nq {side:.3f} 0 0 {side:.3f} {x:.3f} {y:.3f} cm /C Do Q"


def _line(x: float, y: float, text: str) -> str:
    safe = text.replace("(", "").replace(")", "")
    return f"BT /F 11 Tf {x * _MM:.2f} {(297 - y) * _MM:.2f} Td ({safe}) Tj ET"


def _code(document: pikepdf.Pdf, code: str) -> pikepdf.Stream:
    made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    grey = np.array(zxingcpp.write_barcode_to_image(made, scale=8, add_quiet_zones=False))
    picture = document.make_stream(grey.tobytes())
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = grey.shape[1], grey.shape[0], 8
    picture.ColorSpace = pikepdf.Name.DeviceGray
    return picture


def rendered(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    """Return the pages of a PDF as pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil() for page in document]
