"""The single rules: dates, letter numbers, tick boxes, names, telephones, relations, consistency."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.intake import rules
from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.contacts import digits_of
from pipeline.intake.suggest.dates import dates, month, numeral
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.letter import repaired
from pipeline.intake.suggest.names import bare, first_name, proper, same_person
from pipeline.intake.suggest.relations import relation_in
from pipeline.intake.suggest.ticks import state_before, ticked
from tests.intake.suggest_letters import page_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 Nopember 2026", date(2026, 11, 3)),
        ("9 Pebruari 2026", date(2026, 2, 9)),
        ("14 Agu5tus 2025", date(2025, 8, 14)),
        ("l4 Agustuss 2O25", date(2025, 8, 14)),
        ("21-11-2026", date(2026, 11, 21)),
        ("02/09/2026", date(2026, 9, 2)),
        ("5.6.26", date(2026, 6, 5)),
        ("dua belas Maret dua ribu dua puluh enam", date(2026, 3, 12)),
        ("tanggal dua puluh satu bulan Djuni tahun dua ribu dua puluh lima", date(2025, 6, 21)),
    ],
)
def test_a_date_is_understood_as_offices_and_scanners_write_it(written: str, meant: date) -> None:
    assert [found.day for found in dates(f"Muara Lanting, {written}")] == [meant]


@pytest.mark.parametrize(
    "written", ["31 Februari 2026", "3 Kelinci 2026", "0812-0000-1101", "40-13-2026", "lO Maret OOOO"]
)
def test_what_is_no_date_is_not_taken_for_one(written: str) -> None:
    assert dates(written) == []


def test_a_month_too_short_or_too_strange_is_nobodys() -> None:
    assert month("Xyz") is None
    assert month("Belanja") is None
    assert month("Okt.") == (10, 1.0)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seribu sembilan ratus sembilan puluh sembilan", 1999),
        ("dua ribu seratus sebelas", 2111),
        ("tiga puluh satu", 31),
        ("sembilan belas", 19),
    ],
)
def test_number_words_are_counted(words: str, number: int) -> None:
    assert numeral(words) == number


@pytest.mark.parametrize(
    ("read", "when", "meant"),
    [
        ("12/A/VI11/2026", date(2026, 8, 3), "12/A/VIII/2026"),
        ("12/A/VIIL/2026", date(2026, 8, 3), "12/A/VIII/2026"),
        ("12/A/Xl/2026", None, "12/A/XI/2026"),
        ("12/A/XI/2026", date(2026, 11, 3), "12/A/XI/2026"),
        ("12/A/B/2026", date(2026, 11, 3), "12/A/B/2026"),
    ],
)
def test_a_misread_roman_month_is_put_right_by_the_date(read: str, when: date | None, meant: str) -> None:
    assert repaired(read, when)[0] == meant


def test_a_number_that_contradicts_the_date_is_trusted_less() -> None:
    assert repaired("12/A/XI/2026", date(2026, 11, 3))[1] == 1.0
    assert repaired("12/A/III/2026", date(2026, 11, 3))[1] < 0.8
    assert repaired("12/A/XI/2024", date(2026, 11, 3))[1] < 0.8


def test_a_repaired_number_keeps_what_was_read_as_alternative() -> None:
    found = suggest([page_of("Muara Lanting, 3 Agustus 2026\n\nNomor : 12/A/VI11/2026\n")])["letter_number"]
    assert (found.value, found.normal, found.alternatives) == (
        "12/A/VI11/2026",
        "12/A/VIII/2026",
        ("12/A/VI11/2026",),
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[x] Fisik [ ] Psikis", ["Fisik"]),
        ("(v) Perempuan  ( ) Laki-laki", ["Perempuan"]),
        ("☑ Fisik   ☐ Psikis", ["Fisik"]),
        ("Ix] Fisik [] Psikis", ["Fisik"]),
        ("[xl Fisik [ ] Psikis", ["Fisik"]),
        ("[ ] L [ ] P", []),
        ("tanpa kotak", None),
    ],
)
def test_tick_boxes_are_read_also_with_bent_brackets(text: str, marked: list[str] | None) -> None:
    assert ticked(text) == marked


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bpk. SUKIRNO", "Sukirno"),
        ("M. R.", "M.R."),
        ("Sarbini bin Umar", "Sarbini bin Umar"),
        ("Ny. Ida Ayu", "Ida Ayu"),
    ],
)
def test_a_name_loses_its_titles_and_capitals(written: str, name: str) -> None:
    assert bare(written) == name


def test_a_name_ends_where_other_words_begin() -> None:
    text = "Sinta Kami lapor"
    assert first_name(text) == (0, 5)
    assert first_name("Ibu") is None
    assert first_name("Korban dipukul") is None


def test_two_names_of_one_person_are_recognised() -> None:
    assert same_person("Sarbini", "Bpk. Sarbini bin Umar")
    assert not same_person("Dewi Anggreni", "Dewi Lestari")


def test_an_institution_in_capitals_keeps_its_acronyms() -> None:
    assert proper("SMP NEGERI 3 HULU ASRI") == "SMP Negeri 3 Hulu Asri"
    assert proper("Kepala SMK Negeri") == "Kepala SMK Negeri"


@pytest.mark.parametrize(
    ("written", "digits"),
    [("+62 812-0000-7701", "081200007701"), ("0812 0000 7501", "081200007501"), ("62812000", "0812000")],
)
def test_a_telephone_number_becomes_digits(written: str, digits: str) -> None:
    assert digits_of(written) == digits


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kakak kandung", "Keluarga/Saudara"),
        ("mantan pacar", "Pacar/Teman"),
        ("teman kerja", "Rekan kerja"),
        ("mamak tirinya", "Orang tua"),
        ("suami sah korban", "Suami/Istri"),
        ("atasan", "Majikan"),
        ("Ketua RT 02", "Lainnya"),
    ],
)
def test_a_relation_is_given_in_the_words_of_the_national_list(text: str, name: str) -> None:
    found = relation_in(text)
    assert found is not None
    assert found[0] == name


def test_laki_laki_is_a_sex_and_no_husband() -> None:
    assert relation_in("laki-laki") is None


def test_two_pairs_on_one_row_and_a_value_on_two_rows_are_kept_apart() -> None:
    text = "Nama   : Ani Bunga        Hubungan : bibi\nHal    : Permohonan\n         bantuan\n"
    labels = Labels(Document([page_of(text)]))
    values = {pair.attribute: labels.document.value(pair.start, pair.end) for pair in labels.pairs}
    assert values == {"name": "Ani Bunga", "relation": "bibi", "subject": "Permohonan bantuan"}


def test_a_nik_that_contradicts_the_birth_date_lowers_confidence() -> None:
    form = "KORBAN\nNama : Ani Bunga\nNIK : {nik}\nTgl lahir : 29-08-2002\nUmur : 24 tahun\n"
    good = suggest([page_of(form.format(nik="9901036908020003"))])
    bad = suggest([page_of(form.format(nik="9901036909020003"))])
    assert good["victim_age"].confidence > 0.9 > bad["victim_age"].confidence
    assert good["victim_sex"].normal == bad["victim_sex"].normal == "P"


def test_the_forms_of_a_verb_never_include_the_hour() -> None:
    hour = rules.pattern(rules.verb_forms("pukul"))
    assert hour.search("pukul 20.30") is None
    for word in ("dipukul", "memukulinya", "mamukul", "pukulan", "pemukulan"):
        assert hour.search(word)
    assert "menyekap*" in rules.verb_forms("sekap")
    assert "memperkosa*" in rules.verb_forms("perkosa")


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
    found = {name: said.normal for name, said in suggest([page_of(form)]).items()}
    assert found == {
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
        ("FORMULIR RUJUKAN\n\nKORBAN\nNama : Ani Bunga\n", "channel", "referral"),
        ("Nama penelepon : Ani Bunga\nKorban : Budi\n", "channel", "phone"),
        ("PELAPOR\nNama : Ani\nTelp : (0519) 212345\n", "phone", "0519212345"),
        (
            "Nomor : 1/A/2026\n\nYth. Ketua P2TP2A\n\n          Kepala Puskesmas Anu,\n\n\n          dr. Budi",
            "sender",
            "Puskesmas Anu",
        ),
        ("PELAPOR\nNama : Ani\nHubungan : [ ] Tetangga [x] Lainnya\n", "reporter_relation", "Lainnya"),
        ("PELAPOR\nNama : Ani\nHubungan : [x] Korban [ ] Tetangga\n", "reporter_relation", "korban_sendiri"),
        ("KORBAN\nNama : Ani Bunga\nKelamin : P\n", "victim_sex", "P"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 8 bulan\n", "victim_age", "0"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 1 tahun\n", "victim_age", "1"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 132 tahun\n", "victim_age", "32"),
        ("KORBAN\nNama : Ani Bunga\nTgl lahir : 1-2-2010 (16 tahun)\n", "victim_age", "16"),
        ("Hormat saya,\n\nRina\n", "sender", "Rina"),
        ("nama : Rina Bulan\n\nSaya melapor.\n\nHormat saya,\n\nDewi Laut\n", "sender", "Dewi Laut"),
        ("Kepada : Kepala P2TP2A\n", "addressee", "Kepala P2TP2A"),
        ("Yth. Ketua P2TP2A\nKAB. BATANG ASRI\n", "addressee", "Ketua P2TP2A Kab. Batang Asri"),
        ("Kecamatan : HULU ASRI\n", "place_kecamatan", "Hulu Asri"),
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
        ("Nomor : tidak ada/kosong\n", "letter_number"),
        ("[ ] Fisik  [ ] Psikis  [ ] Seksual\n", "case_type"),
        ("sesuai Undang-Undang tentang kekerasan seksual.", "case_type"),
        ("Telp 0000-0000\n", "phone"),
        ("Alamat: Kecamatan RT 5\n", "place_kecamatan"),
        ("Suami saya baik. Pacar saya dipukul.", "relation"),
        ("KORBAN\nNama : Ani Bunga\nUmur : 1-\n", "victim_age"),
        ("KORBAN\nNama : Ani Bunga\nUmur : tidak tahu\n", "victim_age"),
        ("KORBAN\nNama : Ani Bunga\nTgl lahir : 1-2-2010\n", "victim_age"),
        ("KORBAN\nNama : Ani Bunga\nNIK : 123\n", "victim_sex"),
        ("KORBAN\nNama : Ani Bunga\nKelamin : -\n", "victim_sex"),
        ("Yth.\n\nHal : -\n", "addressee"),
        ("Yth. X\n", "addressee"),
        ("Yth. X\n", "subject"),
        ("Kecamatan : -\n", "place_kecamatan"),
        ("KORBAN\nHubungan :\n", "relation"),
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
