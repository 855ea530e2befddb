"""A letter says the same however its page was laid in; and its place and day are never who sends it."""

from dataclasses import replace

import pytest

from bench.suggested import letters
from pipeline.intake.reading import Page, Row, turned_box
from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.dates import tells_day
from pipeline.intake.suggest.names import first_name
from tests.intake.suggest_letters import page_of, pages_of

BODY = """
Dengan hormat,
Saya melaporkan tetangga saya yang dipukul suaminya hampir tiap malam.
Ia takut melapor sendiri. Mohon dibantu.

Hormat saya,

Mulyani
"""
HEAD = (
    "Desa Rantau Jaya, 2 Oktober 2026\n\nKepada Yth\nKetua P2TP2A Kabupaten Batang Asri\ndi Muara Lanting\n"
)


def laid(page: Page, rotation: int) -> Page:
    """Return ``page`` as the reader gives it where it came in turned: its boxes are those of the picture as received."""
    size, back = (page.width, page.height), -rotation % 360
    rows = tuple(
        Row(tuple(replace(word, box=turned_box(word.box, size, back)) for word in row.words))
        for row in page.rows
    )
    width, height = size if rotation == 180 else size[::-1]
    return replace(page, rows=rows, width=width, height=height, rotation=rotation)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_letter_that_was_laid_in_turned_says_what_it_says_upright(rotation: int) -> None:
    for letter in letters("development")[::6]:
        upright = pages_of(letter.pages)
        size = upright[0].width, upright[0].height
        expected = {
            name: item if item.box is None else replace(item, box=turned_box(item.box, size, -rotation % 360))
            for name, item in suggest(upright).items()
        }
        assert suggest([laid(page, rotation) for page in upright]) == expected, letter.name


@pytest.mark.parametrize("rotation", [0, 180])
def test_a_citizens_letter_is_sent_by_who_signs_it(rotation: int) -> None:
    page = page_of(HEAD + BODY)
    suggestions = suggest([laid(page, rotation) if rotation else page])
    assert suggestions["sender"].normal == "Mulyani"
    assert suggestions["channel"].normal == "letter"
    assert suggestions["letter_date"].normal == "2026-10-02"
    assert suggestions["addressee"].normal == "Ketua P2TP2A Kabupaten Batang Asri"
    assert "victim_name" not in suggestions


@pytest.mark.parametrize(
    "head",
    [
        "Desa Rantau Jaya,    2 Oktober 2026",
        "Desa Rantau Jaya    2 Oktober 2026",
        "Desa Rantau Jaya, 2 0ktober 2026",
        "Desa Rantau Jaya, 2 Oktober 2O26 P",
        "Desa Rantau Jaya, 2 Oktober",
        "Desa Rantau Jaya. tgl 2 Oktober 202",
        "DESA RANTAU JAYA, 2 OKTOBER 2O2G",
    ],
)
def test_the_place_and_day_of_a_letter_are_never_its_sender(head: str) -> None:
    suggestions = suggest([page_of(f"{head}\n\nKepada Yth\nKetua P2TP2A\ndi tempat\n{BODY}")])
    assert suggestions["sender"].normal == "Mulyani"
    assert suggestions["channel"].normal == "letter"


def test_a_misread_day_above_a_numbered_letter_is_no_institution() -> None:
    head = "DESA RANTAU JAYA, 2 OKTOBER 2O2G\nNomor : 12/DRJ/X/2026\nPerihal : Permohonan\n"
    assert "sender" not in suggest([page_of(head + "\nYth. Ketua P2TP2A\n\nMohon dibantu.\n")])


@pytest.mark.parametrize(
    ("head", "sender"),
    [
        ("PUSKESMAS HULU ASRI    Hulu Asri, 2 Oktober 2026", "Puskesmas Hulu Asri"),
        ("PEMERINTAH DESA RANTAU JAYA    2 Oktober 2026", "Pemerintah Desa Rantau Jaya"),
        ("KANTOR DESA RANTAU JAYA\nRantau Jaya, 2 Oktober 2026", "Kantor Desa Rantau Jaya"),
    ],
)
def test_a_letterhead_beside_or_above_the_day_is_still_its_sender(head: str, sender: str) -> None:
    letter = f"{head}\n\nNomor : 12/DRJ/X/2026\n\nYth. Ketua P2TP2A\n\nMohon dibantu.\n"
    assert suggest([page_of(letter)])["sender"].normal == sender


def test_the_words_of_an_addressee_are_nobodys_name() -> None:
    for words in ("Kepada Yth", "Kepada Yth.", "Yth Bapak Ketua", "Jth. Ketua", "Perihal Pengaduan"):
        assert first_name(words) is None
    assert first_name("Siti Aminah Kepada Yth") == (0, len("Siti Aminah"))
    text = (
        "Korban bernama\nKepada Yth\nKetua P2TP2A\n\nSaya melaporkan warga kami,\nKepada Yth\nBapak Ketua\n"
    )
    assert "victim_name" not in suggest([page_of(text)])


def test_a_day_is_told_by_a_month_at_the_end_of_its_row() -> None:
    for row in ("Hulu, 2 0ktober 2O2", "2 Oktober 2026", "Muara Lanting, tanggal 17 Nopember 2026."):
        assert tells_day(row)
    for row in ("Universitas 17 Agustus", "SMP Negeri 3, Hulu", "Hulu, 2 Oktober 2026 diterima petugas"):
        assert not tells_day(row)
