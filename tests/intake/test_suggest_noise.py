"""What scanners make of letters, and short letters that say one thing or keep silent."""

from datetime import date

import pytest

from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.letter import repaired
from pipeline.intake.suggest.ticks import state_before
from tests.intake.suggest_letters import page_of


@pytest.mark.parametrize("box", ["[x]", "[X]", "(xJ", "IXJ", "LxJ", "px", "[ x]", "IX)", "(v)", "✓"])
def test_a_mark_is_seen_however_its_box_is_misread(box: str) -> None:
    text = f"Pilihan {box} Fisik"
    assert state_before(text, text.index("Fisik")) is True


@pytest.mark.parametrize("box", ["[ ]", "L J3", "(|", "| J", "|)", "( )"])
def test_an_empty_box_is_seen_however_it_is_misread(box: str) -> None:
    text = f"Pilihan {box} Fisik"
    assert state_before(text, text.index("Fisik")) is False


@pytest.mark.parametrize("before", ["mengalami kekerasan ", "", "IV ", "jenis\n"])
def test_words_are_no_boxes(before: str) -> None:
    assert state_before(before + "fisik", len(before)) is None


def test_a_form_is_read_through_what_a_scanner_makes_of_it() -> None:
    form = (
        "PUSKESMAS SUNGAI BAKUNG\n\nNomor rujukan      !  440/0213/PKM-SB/X1I/2026\nTanggal rujukan    1  21-11-2026\n\n"
        "A. IDENTITAS KORBAN\nNama               :  Selviana Batuah\nUmur               1  24 tahun\n"
        "Jenis kelamin      : | J L   IxJ P\nTelepon            10812 0000 4401\n\n"
        "Cc. Terlapor       B.S., laki-laki, 41 tahun, tetangga korban.\n\n"
        "Jenis kekerasan    : IxJ Fisik (xJ Psikis | J Seksual L J3 Penelantaran\n"
    )
    values = {name: suggestion.normal for name, suggestion in suggest([page_of(form)]).items()}
    assert values == {
        "channel": "referral",
        "letter_number": "440/0213/PKM-SB/XI/2026",
        "letter_date": "2026-11-21",
        "sender": "Puskesmas Sungai Bakung",
        "reporter_relation": "lembaga perujuk",
        "victim_name": "Selviana Batuah",
        "victim_age": "24",
        "victim_sex": "P",
        "relation": "Tetangga",
        "phone": "081200004401",
        "victim_phone": "081200004401",
        "case_type": "fisik, psikis",
    }


def test_a_slash_and_a_month_read_as_strokes_are_put_right() -> None:
    assert repaired("445/1187/RSUD-MS!I!1/2026", date(2026, 3, 16))[0] == "445/1187/RSUD-MS/III/2026"
    assert repaired("003/SPKC-BA!!!/2026", date(2026, 2, 6))[0] == "003/SPKC-BA/II/2026"
    assert repaired("003/SPKC-BA!!!/2026", date(2026, 8, 6))[0] == "003/SPKC-BA!!!/2026"
    assert repaired("003/SPKC-BA!!!/2026", None)[0] == "003/SPKC-BA!!!/2026"


@pytest.mark.parametrize(
    ("letter", "field", "meant"),
    [
        (
            "Yth. Ketua P2TP2A\n\nSuami saya memukul saya.\n\nHormat saya,\n\nRina Bulan",
            "victim_name",
            "Rina Bulan",
        ),
        ("Yth. Ketua P2TP2A\n\nIstri saya memukuli saya.\n\nHormat saya,\n\nAndi Bulan", "victim_sex", "L"),
        ("Nama penelepon : Ani Bunga\nKorban : Budi\n", "channel", "phone"),
        ("PELAPOR\nNama : Ani\nTelp : (0519) 212345\n", "phone", "0519212345"),
        (
            "Nomor : 1/A/2026\n\nYth. Ketua P2TP2A\n\n          Kepala Puskesmas Anu,\n\n\n          dr. Budi",
            "sender",
            "Puskesmas Anu",
        ),
        ("PELAPOR\nNama : Ani\nHubungan : [ ] Tetangga [x] Lainnya\n", "reporter_relation", "Lainnya"),
        ("PELAPOR\nNama : Ani\nHubungan : [x] Korban [ ] Tetangga\n", "reporter_relation", "korban_sendiri"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 8 bulan\n", "victim_age", "0"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 132 tahun\n", "victim_age", "32"),
        ("KORBAN\nNama : Ani Bunga\nTgl lahir : 1-2-2010 (16 tahun)\n", "victim_age", "16"),
        ("nama : Rina Bulan\n\nSaya melapor.\n\nHormat saya,\n\nDewi Laut\n", "sender", "Dewi Laut"),
        ("Yth. Ketua P2TP2A\nKAB. BATANG ASRI\n", "addressee", "Ketua P2TP2A Kab. Batang Asri"),
        ("KORBAN\nNama : Ani binti Umar\n", "victim_sex", "P"),
        ("KORBAN\nNama : Sdr. Budi\n", "victim_sex", "L"),
        ("KORBAN\nNama : Ani Bunga\nNIK : 9901015405940001\n", "victim_sex", "P"),
    ],
)
def test_a_short_letter_says_what_it_says(letter: str, field: str, meant: str) -> None:
    assert suggest([page_of(letter)])[field].normal == meant


@pytest.mark.parametrize(
    ("letter", "field"),
    [
        ("KORBAN\nNama : Ani\nHubungan : [ ] Tetangga [ ] Lainnya\n", "reporter_relation"),
        ("Terlapor HP 0812-0000-0099 bernama Anu.", "letter_number"),
        ("Laporan Polisi\nNomor : LP/B/77/XI/2026\n", "letter_number"),
        ("[ ] Fisik  [ ] Psikis  [ ] Seksual\n", "case_type"),
        ("sesuai Undang-Undang tentang kekerasan seksual.", "case_type"),
        ("Alamat: Kecamatan RT 5\n", "place_kecamatan"),
        ("Suami saya baik. Pacar saya dipukul.", "relation"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 1-\n", "victim_age"),
        ("KORBAN\nNama : Ani Bunga\nTgl lahir : 1-2-2010\n", "victim_age"),
        ("KORBAN\nNama : Ani Bunga\nNIK : 123\n", "victim_sex"),
        ("Yth.\n\nHal : -\n", "addressee"),
        ("Yth. X\n", "addressee"),
        ("TERLAPOR\nNama : Anu\nHubungan : tidak diketahui\n", "relation"),
        ("tanggal satu kata dua ribu dua puluh enam", "letter_date"),
        ("Sudah menikah 12 tahun.", "victim_age"),
    ],
)
def test_where_a_letter_is_silent_so_is_the_suggestion(letter: str, field: str) -> None:
    assert field not in suggest([page_of(letter)])


def test_nothing_read_is_doubtful_evidence() -> None:
    evidence = Document([page_of("satu dua")]).evidence((0, 0))
    assert (evidence.box, evidence.mean) == (None, 0.5)
