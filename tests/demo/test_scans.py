"""The scans: drawn from the texts, worn as by an office scanner or a phone."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageStat

from demo import sheet
from demo.ink import signature, stamp
from demo.parse import Block, parse
from demo.scans import SCANS, Scan, render_all
from demo.typeset import Style, compose


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scans")
    render_all(folder)
    return folder


def test_a_scanner_leaves_finished_files_alone_in_the_folder(scans: Path) -> None:
    assert sorted(path.name for path in scans.iterdir()) == sorted(scan.name for scan in SCANS)


def test_each_drop_is_reported_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scan, "render", lambda self: b"%PDF-")
    seen: list[Path] = []
    assert render_all(tmp_path, seen.append) == seen


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


def test_the_phone_photo_lies_on_a_dark_table_in_uneven_light(scans: Path) -> None:
    with Image.open(scans / "IMG_20261122_071533.jpg") as photo:
        assert photo.size == (3000, 4000)
        grey = photo.convert("L")
    edge = ImageStat.Stat(grey.crop((0, 0, 3000, 100))).mean[0]
    left = ImageStat.Stat(grey.crop((300, 3300, 600, 3600))).median[0]
    right = ImageStat.Stat(grey.crop((2500, 3300, 2800, 3600))).median[0]
    assert edge < 0.5 * right < 0.95 * left * 0.5 * 2


@pytest.mark.parametrize("scan", [SCANS[1], SCANS[4]], ids=lambda one: one.name)
def test_the_same_scan_is_made_twice_to_the_byte(scans: Path, scan: Scan) -> None:
    assert scan.render() == (scans / scan.name).read_bytes()


def test_a_letter_that_does_not_fit_goes_on_on_a_second_page() -> None:
    blocks = [Block("item", "kata " * 60, "1."), Block("gap")] * 14
    assert len(compose(blocks, Style())) == 2


def test_without_debian_fonts_the_letter_is_drawn_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_font_file", lambda family, style: None)
    sheet.font.cache_clear()
    try:
        (page,) = compose(parse("Nomor : 1\n\nDengan hormat,"), Style())
    finally:
        sheet.font.cache_clear()
    assert ImageStat.Stat(page).extrema[0][0] < 60


def test_a_colon_table_an_item_and_the_right_column_are_told_apart() -> None:
    blocks = parse("Nomor : 1/2\n1. satu\n   dua\nA. BAGIAN\n        JUDUL\n" + " " * 40 + "kanan")
    assert [(one.kind, one.label, one.text) for one in blocks] == [
        ("row", "Nomor", "1/2"),
        ("item", "1.", "satu dua"),
        ("section", "", "A. BAGIAN"),
        ("title", "", "JUDUL"),
        ("right", "", "kanan"),
    ]


def test_ink_differs_from_seed_to_seed_and_repeats_with_the_seed() -> None:
    first, again, other = (signature(200, 120, seed).tobytes() for seed in (1, 1, 2))
    assert first == again != other
    ring = stamp(200, "KABUPATEN BATANG ASRI", "P2TP2A", 1)
    assert ring.getpixel((100, 30)) is not None
    with io.BytesIO() as out:
        ring.save(out, "PNG")
        assert out.tell() > 1000
