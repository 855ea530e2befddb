"""Printed copies of an answer letter, made without the product: text, a signature block, a code in the footer."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

Print = Callable[[str, int], Path]


def _text(x: float, y: float, text: str) -> str:
    return f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n"


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    folder = tmp_path / "cetak"
    folder.mkdir()
    return folder


@pytest.fixture
def print_copy(printed: Path) -> Print:
    """Print one copy of a letter; two pages long, the signature block low on the second."""

    def print_it(letter: str, copy: int) -> Path:
        pdf = pikepdf.new()
        barcode = zxingcpp.create_barcode(f"P2:{letter}:{copy}:K7QX4M2TVA", zxingcpp.BarcodeFormat.QRCode)
        picture = pdf.make_stream(
            bytes(zxingcpp.write_barcode_to_image(barcode, scale=8)),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=zxingcpp.write_barcode_to_image(barcode, scale=8).shape[1],
            Height=zxingcpp.write_barcode_to_image(barcode, scale=8).shape[0],
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        for number in (1, 2):
            content = f"q 57 0 0 57 480 30 cm /Q Do Q\n{_text(85, 60, f'Salinan ke-{copy} dari 2')}"
            content += _text(85, 780, f"Halaman {number} dari 2") + _text(85, 700, "Ketua kami menyampaikan")
            if number == 2:
                content += _text(310, 250, "Ketua P2TP2A") + _text(310, 235, "Kabupaten Batang Asri,")
                content += _text(310, 160, "Nama Ketua")
            page = pdf.add_blank_page(page_size=(595.3, 841.9))
            page.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(Q=picture),
                Font=pikepdf.Dictionary(
                    F1=pikepdf.Dictionary(
                        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                    )
                ),
            )
            page.Contents = pdf.make_stream(content.encode())
        path = printed / f"surat-jawaban-{letter}-{copy}.pdf"
        pdf.save(path)
        return path

    return print_it
