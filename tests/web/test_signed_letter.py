"""The page of a letter that is signed and filed: both copies, who signed, its number and place, and whether it is whole."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PIL import Image, ImageOps
from pypdf import PdfReader

from pipeline.web import print_size
from tests.office.bureau import ADMIN, ARCHIVIST, CLERK, OFFICER
from tests.office.stages import FIRST, SECOND
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.visitor import entered

LETTER = f"/kasus/{FIRST}/surat/{FIRST}-1/"
SHEET = re.compile(r'<img class="sheet ([a-z0-9-]+)" src="([^"]+)"')
PICTURE = re.compile(r'<img src="([^"]+)"')


@pytest.fixture(scope="module")
def door(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office whose first answer is filed; the second is approved."""
    with door_at("filed") as door:
        yield door


def test_the_case_leads_to_its_signed_letter_for_whoever_may_see_its_papers(door: Door) -> None:
    for account in (CLERK, OFFICER, ARCHIVIST):
        visitor = entered(door, account)
        assert f'href="{LETTER}"' in visitor.get(f"/kasus/{FIRST}/").text, account
        page = visitor.get(LETTER).text
        for words in (
            f"Surat {FIRST}-1: surat jawaban",
            '400.2/001/P2TP2A/XI/2026, <span class="number">24-11-2026</span>',
            "Lengkap bertanda tangan",
            f"2026/{FIRST}",
            "Utuh: diperiksa baru saja",
            "Belum keluar dari kantor.",
            "Salinan ke-1",
            "Salinan ke-2",
        ):
            assert words in page, (account, words)
        pictures = PICTURE.findall(page)
        assert len(pictures) >= 2
        assert {visitor.get(picture).status for picture in pictures} == {200}
        forms = page.split("<main")[1].count("<form")
        assert (forms, page.count("dari arsip</button>")) == (2, 2), (
            "each copy is printed; nothing is decided here"
        )


def test_the_address_of_the_draft_leads_on_once_it_is_signed(door: Door) -> None:
    officer = entered(door, OFFICER)
    for path in (f"/kasus/{FIRST}/surat/", f"/kasus/{FIRST}/surat/?surat={FIRST}-1"):
        answer = officer.get(path)
        assert (answer.status, answer.leads_to) == (302, LETTER), path
    assert officer.get(f"/kasus/{SECOND}/surat/").status == 200


def test_what_is_not_over_not_of_the_case_or_not_theirs_is_not_there(door: Door) -> None:
    officer = entered(door, OFFICER)
    for path in (
        f"/kasus/{SECOND}/surat/{SECOND}-1/",
        f"/kasus/{SECOND}/surat/{FIRST}-1/",
        f"/kasus/{FIRST}/surat/{FIRST}-9/",
    ):
        assert officer.get(path).status == 404, path
    admin = entered(door, ADMIN)
    assert admin.get(LETTER).status == admin.post(LETTER, copy="1").status == 403


def test_the_look_is_written_down(door: Door) -> None:
    count = "select count(*) from records_accessrow where verb = 'view' and account = ? and subject = ?"
    before = door.rows(count, ARCHIVIST, FIRST)[0][0]
    entered(door, ARCHIVIST).get(LETTER)
    assert door.rows(count, ARCHIVIST, FIRST)[0][0] == before + 1


def test_a_signed_copy_is_printed_at_the_size_of_its_paper_and_that_is_written_down(door: Door) -> None:
    count = "select account, subject, detail from records_historyrow where verb = 'signed_print'"
    officer = entered(door, OFFICER)
    for account, copy in ((CLERK, "1"), (ARCHIVIST, "2")):
        visitor = entered(door, account)
        answer = visitor.post(LETTER, copy=copy)
        assert answer.status == 302, answer.text
        page = visitor.get(answer.leads_to).text
        (sheet,) = SHEET.findall(page)
        assert sheet[0] == "a4"
        with Image.open(io.BytesIO(visitor.get(sheet[1]).body)) as picture:
            assert (round(picture.width * 25.4 / 200), round(picture.height * 25.4 / 200)) == (210, 297)
        assert officer.get(answer.leads_to).status == 404, "it is kept for who asked alone"
    assert [(who, letter, json.loads(detail)) for who, letter, detail in door.rows(count)] == [
        (CLERK, f"{FIRST}-1", {"copy": 1}), (ARCHIVIST, f"{FIRST}-1", {"copy": 2}),
    ]  # fmt: skip
    history = officer.get(f"/kasus/{FIRST}/?tab=riwayat").text
    assert "mencetak salinan bertanda tangan dari arsip" in history


def test_no_copy_is_printed_whose_bytes_are_not_those_that_were_filed(door: Door) -> None:
    count = "select count(*) from records_historyrow where verb = 'signed_print'"
    clerk, before = entered(door, CLERK), door.rows(count)
    with _spoilt(door):
        answer = clerk.post(LETTER, copy="2")
        assert answer.status == 500
        assert f"Salinan surat {FIRST}-1 di arsip tidak ada atau berubah" in answer.text
        assert "Cetak salinan ke-2 dari arsip" not in clerk.get(LETTER).text
    assert door.rows(count) == before


@pytest.mark.parametrize(
    ("size", "paper", "told", "mark"),
    [
        ((210, 297), "A4", (210, 297), 100),
        ((216, 297), "A4", (210, 297), 100),
        ((215, 330), "A4", (215, 330), 100),
        ((105, 148.5), "A4", (210, 297), 200),
        ((300, 300), "F4", (215, 330), 100 * 215 / 300),
    ],
)
def test_a_scan_that_is_nearly_a_sheet_keeps_its_size_and_another_fills_one(
    size: tuple[float, float], paper: str, told: tuple[int, int], mark: float
) -> None:
    def dots(millimetres: float) -> int:
        return round(millimetres * 100 / 25.4)

    scan = Image.new("RGB", (dots(size[0]), dots(size[1])), "white")
    at = (scan.width - dots(100)) // 2
    scan.paste("black", (at, 10, at + dots(100), 20))
    png = io.BytesIO()
    scan.save(png, "PNG")
    (page,) = PdfReader(io.BytesIO(print_size.laid_out([png.getvalue()], 100, paper))).pages
    assert (
        round(float(page.mediabox.width) * 25.4 / 72),
        round(float(page.mediabox.height) * 25.4 / 72),
    ) == told
    (sheet,) = page.images
    dark = ImageOps.invert(sheet.image.convert("L")).point(lambda dot: 255 * (dot > 127)).getbbox()
    assert dark is not None
    assert abs((dark[2] - dark[0]) * 25.4 / 100 - mark) < 1


def test_a_changed_byte_is_said_at_once(door: Door) -> None:
    visitor = entered(door, OFFICER)
    with _spoilt(door):
        page = visitor.get(LETTER).text
    assert 'class="alarm" role="alert"' in page
    assert "Rusak atau hilang" in page
    assert "Utuh: diperiksa baru saja" in visitor.get(LETTER).text


@contextmanager
def _spoilt(door: Door) -> Iterator[None]:
    """Change the last byte of the filed copy 2, and mend it."""
    name = door.held.only(f"content/surat-{FIRST}-1-r1-salinan-2-ttd.*")
    data = door.held.read(name)
    door.held.write(name, data[:-1] + bytes([data[-1] ^ 1]))
    yield
    door.held.write(name, data)
