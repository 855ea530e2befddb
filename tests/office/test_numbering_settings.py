"""Patterns and codes of numbers in office.toml: what could give one text twice is refused at the start; keys that went."""

from pathlib import Path

import pytest

from pipeline.office.base.home import office_toml
from pipeline.settings import Settings, read_settings
from tests.refused import refused_with


def read(*lines: str) -> Settings:
    return read_settings(Path("/rumah"), "\n".join(["[nomor]", *lines]))


@pytest.mark.parametrize(
    "pattern",
    [
        "{urut}{bulan}/{tahun}",
        "{bulan}{urut}/{tahun}",
        "{kode}/{urut:03}{unit}/{tahun}",
        "{kode}/1{urut}/{tahun}",
        "{kode}/{urut}0/{tahun}",
        "{kode}/{urut:.0e}/{tahun}",
        "{kode}/{urut:c}/{tahun}",
        "{kode}/{tahun}{urut}",
    ],
)
def test_a_pattern_that_may_write_two_numbers_alike_is_refused(pattern: str) -> None:
    for key in ("pola_surat", "pola_register"):
        with refused_with("settings.bad", match=f"baris 2.*{key}.*urut"):
            read(f'{key} = "{pattern}"')


@pytest.mark.parametrize(
    "pattern", ["{urut}/{tahun}", "{tahun}-{urut:04}", "reg {tahun}-{urut:d}", "R-{urut:3d}/{tahun}"]
)
def test_a_pattern_with_signs_around_the_running_number_is_taken(pattern: str) -> None:
    assert read(f'pola_surat = "{pattern}"')["nomor.pola_surat"] == pattern


def test_codes_stand_in_a_table_that_the_office_edits() -> None:
    settings = read(
        'kode = "463"',
        "[nomor.kode_klasifikasi]", '"463" = "pemberdayaan perempuan"', '"463.1" = "pengaduan"',
        "[nomor.kode_jenis]", 'klarifikasi = "463.1"',
    )  # fmt: skip
    assert [settings.classification(kind) for kind in ("jawaban", "klarifikasi")] == ["463", "463.1"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['kode = "400.3"'], "baris 2: kode “400.3” tidak ada.*Maksud Anda “400.2”"),
        (['kode_jenis = { jawaban = "9" }'], "baris 2: kode “9” tidak ada"),
        (['kode_jenis = { jawapan = "400.2" }'], "jenis surat “jawapan”.*Maksud Anda “jawaban”"),
        (['kode_klasifikasi = { "400/2" = "x", "400.2" = "y" }'], "kode “400/2” hanya boleh"),
        (['kode_klasifikasi = "400.2"'], "kode_klasifikasi” harus seperti"),
    ],
)
def test_a_code_that_is_not_in_the_table_stops_the_start(lines: list[str], said: str) -> None:
    with refused_with("settings.bad", match=said):
        read(*lines)


def test_a_new_office_toml_shows_the_table_and_can_be_uncommented() -> None:
    text = office_toml("petugas", trial=True)
    assert '# kode_klasifikasi = { "400.2" = "pemberdayaan perempuan dan pelindungan anak" }' in text
    opened = text.replace("# kode_klasifikasi", "kode_klasifikasi").replace("# kode_jenis", "kode_jenis")
    assert read_settings(Path("/rumah"), opened)["nomor.kode_jenis"] == {}


def test_a_key_that_went_is_passed_over_while_it_says_nothing_and_told_otherwise() -> None:
    read("[komputer]", 'pembaca = ""')
    with refused_with("settings.bad", match=r"baris 3.*komputer\.pembaca.*tidak berlaku lagi"):
        read("[komputer]", 'pembaca = "baca-1"')
