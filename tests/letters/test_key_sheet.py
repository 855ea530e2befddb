"""The recovery sheet as it lies on paper: its text and its code both give the passphrase back."""

import re
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from pipeline.letters.key_sheet import KeySheet, draw

GROUPS = ["TQYKK", "PPYWK", "9EYRC", "YD47G", "H9NB0", "DSBXN", "BWD9C", "7GDVV"]
SHEET = KeySheet("UPTD PPA Contoh", "24 November 2026", "/media/usb/rangkap", GROUPS, ["segel-1", "kode-1"])


def paper(sheet: KeySheet) -> tuple[str, Any]:
    """Return the text of the one page, and the page as a grey picture of 200 dpi."""
    with pypdfium2.PdfDocument(draw(sheet)) as document:
        (page,) = document
        return page.get_textpage().get_text_range(), page.render(scale=200 / 72, grayscale=True).to_numpy()


def test_text_and_code_hold_the_same_passphrase() -> None:
    text, picture = paper(SHEET)
    between = text.split("Kata sandi cadangan")[1].split("Tempat cadangan")[0]
    assert re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", between) == GROUPS
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == "-".join(GROUPS)
    assert "rangkap restore /media/usb/rangkap /srv/rangkap" in text
    assert "segel-1, kode-1" in text


def test_the_groups_stand_in_two_rows_in_the_order_in_which_they_are_typed() -> None:
    with pypdfium2.PdfDocument(draw(SHEET)) as document:
        page = document[0].get_textpage()
        places = {}
        for label in ("Kata sandi cadangan", *GROUPS, "Tempat cadangan"):
            left, _, _, top = page.get_charbox(page.search(label).get_next()[0], loose=True)
            places[label] = (-round(top), round(left))
    assert sorted(places, key=places.__getitem__) == list(places)
    assert len({row for row, _ in places.values()}) == 4


def test_the_same_sheet_is_the_same_bytes() -> None:
    assert draw(SHEET) == draw(SHEET)


@pytest.mark.parametrize(
    "sheet",
    [
        replace(SHEET, place=""),
        replace(
            SHEET, office="UPTD Perlindungan Perempuan dan Anak " * 4, place="/media/" + "usb besar/" * 12
        ),
        replace(SHEET, place="sftp:cadangan@komputer:/" + "folder-yang-panjang/" * 7),
        replace(SHEET, keys=[f"segel-{number}" for number in range(1, 30)]),
    ],
)
def test_nothing_falls_off_the_page(sheet: KeySheet) -> None:
    text, picture = paper(sheet)
    assert "Disegel oleh" in text
    assert "rangkap restore" in text
    assert [barcode.text for barcode in zxingcpp.read_barcodes(picture)] == ["-".join(GROUPS)]
    bottom = picture.shape[0] - round(15 / 25.4 * 200)
    right = picture.shape[1] - round(12 / 25.4 * 200)
    assert picture[bottom:].min() == 255
    assert picture[:, right:].min() == 255


def test_a_place_that_is_not_known_is_written_by_hand() -> None:
    text, _ = paper(replace(SHEET, place=""))
    assert "tulis dengan tangan" in text
    assert "rangkap restore TEMPAT /srv/rangkap" in text


def test_a_place_with_a_blank_is_one_word_of_the_command() -> None:
    text, _ = paper(replace(SHEET, place="/media/usb besar/rangkap"))
    assert "rangkap restore '/media/usb besar/rangkap' /srv/rangkap" in text
