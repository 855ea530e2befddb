"""Single things that letters of many layouts say: who speaks, who suffers, numbers and days in odd forms."""

from datetime import date

import pytest

from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.dates import dates
from pipeline.intake.suggest.letter import repaired
from tests.intake.suggest_letters import page_of

CHAT = """[2/11/26, 20:11] 0812 0000 3010: tolong bu
[2/11/26, 20:12] 0812 0000 3010: Sy Yuliani bu, anak tetangga sy nmnya Bela
[2/11/26, 20:15] Admin PPA: Baik
"""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Handil, 5-VII-2026", date(2026, 7, 5)),
        ("12 - XI - 2026", date(2026, 11, 12)),
        ("12-X1-2026", date(2026, 11, 12)),
    ],
)
def test_a_roman_month_makes_a_date(text: str, day: date) -> None:
    assert [mention.day for mention in dates(text)] == [day]


def test_a_letter_number_is_no_date() -> None:
    assert dates("08/VI/2026") == []
    assert dates("1-111-2026") == []


def test_what_was_misread_in_a_number_is_put_right_by_the_day_of_the_letter() -> None:
    assert repaired("12/GBC-GIVII/2026", date(2026, 7, 5))[0] == "12/GBC-G/VII/2026"
    assert repaired("12/GBC-GIVII/2026", date(2026, 8, 5))[0] == "12/GBC-GIVII/2026"
    assert repaired("@31/LPABC/V/2026", date(2026, 5, 19))[0] == "031/LPABC/V/2026"


@pytest.mark.parametrize(
    ("letter", "field", "meant"),
    [
        (CHAT, "letter_date", "2026-11-02"),
        (CHAT, "reporter_name", "Yuliani"),
        ("No. 12/GBC-G/VII/2026      Handil, 5 Juli 2026\n\nYth. X\n", "letter_number", "12/GBC-G/VII/2026"),
        ("Nomor : WP.99.PAS.7-PK.05.09-441\n", "letter_number", "WP.99.PAS.7-PK.05.09-441"),
        ("PELAKU\n[ ] Suami  [ ] Pacar  [x] Tetangga\n", "relation", "Tetangga"),
        ("Kel. / Kec. : Bukit Asri / Jekan Hulu\n", "place_kecamatan", "Jekan Hulu"),
        ("tolong bu, rumah sy di desa anu kec karau asri.\n", "place_kecamatan", "Karau Asri"),
        ("Saya Ani Bunga, 40 tahun, melapor. Kakak saya Rini Bunga, 44 tahun, dipukul.", "victim_name", "Rini Bunga"),
        ("Menantu saya memukul anak saya yang bernama Lilis.", "relation", "Suami/Istri"),
        ("Ia melakukan kekerasan terhadap istrinya bernama Erna.", "relation", "Suami/Istri"),
        ("Murid saya bernama Alya dipukul ayahnya.", "reporter_relation", "Guru"),
        ("DARI TETANGGA: ANAK LAKI-LAKI KIRA-KIRA 5 TAHUN DIPUKUL.", "victim_age", "5"),
        ("Kami mohon kepada Kepala UPTD PPA Batang Asri kiranya menolong.", "addressee", "Kepala UPTD PPA Batang Asri"),
        ("Seorang anak (P/11 tahun) mengaku bernama Siska.", "victim_sex", "P"),
        ("FORMULIR PENGADUAN LEWAT TELEPON\n\nPenelepon mengaku bernama Bu Yanti.", "reporter_name", "Yanti"),
        ("PELAPOR            KORBAN\nNama : Udin        Nama : Siti Noor\n", "victim_name", "Siti Noor"),
        ("Ia tidak pernah diberi uang belanja.", "case_type", "penelantaran"),
        ("Uang belanja juga tidak dikasih suaminya.", "case_type", "penelantaran"),
        ("Anak itu disuruh jualan sampai malam.", "case_type", "eksploitasi"),
        ("Upahnya selama setahun tidak pernah dibayar.", "case_type", "eksploitasi"),
        ("Suami sy mukul sy.\n\nsaya Mulyati di desa", "reporter_relation", "korban_sendiri"),
    ],
)  # fmt: skip
def test_a_letter_of_any_layout_says_what_it_says(letter: str, field: str, meant: str) -> None:
    assert suggest([page_of(letter)])[field].normal == meant


@pytest.mark.parametrize(
    ("letter", "field"),
    [
        ("[2/11/26, 20:11] 0812 0000 3010: hanya satu pesan", "letter_date"),
        ("Anak saya dipukul.\n\nHormat saya,\n\nAni Bunga", "victim_name"),
        ("Waktu kejadian     11 Juli 2026\n", "letter_date"),
        ("Ia diberi uang belanja dan bekerja di kebun.", "case_type"),
        ("IBU KIRA-KIRA TIDAK TAHU", "victim_name"),
    ],
)
def test_a_letter_of_any_layout_keeps_silent_where_it_says_nothing(letter: str, field: str) -> None:
    assert field not in suggest([page_of(letter)])
