"""The scans: drawn from the texts, worn as by an office scanner or a phone."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat

from demo.parse import parse
from demo.scans import SCANS, Scan, render_all


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scans")
    render_all(folder)
    return folder


@pytest.mark.parametrize("scan", [one for one in SCANS if one.style], ids=lambda one: one.name)
def test_an_office_scan_is_one_grey_page_of_a4_at_200_dpi(scans: Path, scan: Scan) -> None:
    document = pypdfium2.PdfDocument(scans / scan.name)
    assert len(document) == 1
    assert [round(one * 25.4 / 72) for one in document[0].get_size()] == [210, 297]
    (picture,) = document[0].get_objects()
    assert [picture.get_metadata().width, picture.get_metadata().height] == [1654, 2339]
    assert abs(scan.skew) <= 1.5
    spread = ImageStat.Stat(picture.get_bitmap().to_pil().convert("L").crop((60, 2200, 400, 2330))).stddev[0]
    assert 4 < spread < 10


@pytest.mark.parametrize("scan", [SCANS[1], SCANS[4]], ids=lambda one: one.name)
def test_the_same_scan_is_made_twice_to_the_byte(scans: Path, scan: Scan) -> None:
    assert scan.render() == (scans / scan.name).read_bytes()


def test_a_colon_table_an_item_and_the_right_column_are_told_apart() -> None:
    blocks = parse("Nomor : 1/2\n1. satu\n   dua\nA. BAGIAN\n        JUDUL\n" + " " * 40 + "kanan")
    assert [(one.kind, one.label, one.text) for one in blocks] == [
        ("row", "Nomor", "1/2"),
        ("item", "1.", "satu dua"),
        ("section", "", "A. BAGIAN"),
        ("title", "", "JUDUL"),
        ("right", "", "kanan"),
    ]
