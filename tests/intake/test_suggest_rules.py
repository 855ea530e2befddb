"""The single rules: dates, letter numbers, tick boxes, names, telephones, relations, consistency."""

from datetime import date

import pytest

from pipeline.intake import rules
from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.contacts import digits_of
from pipeline.intake.suggest.dates import dates, month, numeral
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.letter import repaired
from pipeline.intake.suggest.names import first_name, proper, same_person, without_titles
from pipeline.intake.suggest.relations import relation_in
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
    assert [reading.day for reading in dates(f"Muara Lanting, {written}")] == [meant]


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
    field = suggest([page_of("Muara Lanting, 3 Agustus 2026\n\nNomor : 12/A/VI11/2026\n")])["letter_number"]
    assert (field.value, field.normal, field.alternatives) == (
        "12/A/VI11/2026",
        "12/A/VIII/2026",
        ("12/A/VI11/2026",),
    )


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
    assert without_titles(written) == name


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
    relation = relation_in(text)
    assert relation is not None
    assert relation[0] == name


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
