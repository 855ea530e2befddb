"""The scans: drawn from the texts, worn as by an office scanner or a phone."""

import pypdfium2
from PIL import ImageStat

from demo.parse import parse
from demo.scans import SCANS


def test_an_office_scan_is_one_grey_page_of_a4_at_200_dpi_the_same_each_time() -> None:
    scan = next(sample for sample in SCANS if sample.style)
    data = scan.render()
    assert scan.render() == data
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    assert [round(length * 25.4 / 72) for length in document[0].get_size()] == [210, 297]
    (picture,) = document[0].get_objects()
    assert [picture.get_metadata().width, picture.get_metadata().height] == [1654, 2339]
    spread = ImageStat.Stat(picture.get_bitmap().to_pil().convert("L").crop((60, 2200, 400, 2330))).stddev[0]
    assert 4 < spread < 10
    assert all(abs(sample.skew) <= 1.5 for sample in SCANS if sample.style)


def test_a_colon_table_an_item_and_the_right_column_are_told_apart() -> None:
    blocks = parse("Nomor : 1/2\n1. satu\n   dua\nA. BAGIAN\n        JUDUL\n" + " " * 40 + "kanan")
    assert [(block.kind, block.label, block.text) for block in blocks] == [
        ("row", "Nomor", "1/2"),
        ("item", "1.", "satu dua"),
        ("section", "", "A. BAGIAN"),
        ("title", "", "JUDUL"),
        ("right", "", "kanan"),
    ]
