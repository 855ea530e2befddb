"""Refusals of the settings."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Next, Row

SETTINGS: dict[str, Row] = {
    "settings.bad": Row(
        "office.toml{line}: {reason} Perbaiki berkas itu, lalu jalankan lagi.",
        "office.toml{line}: {reason} Correct the file, then start again.",
        Exit.USAGE,
    ),
    "settings.no_home": Row(
        "Tidak ada office.toml di {home}. Buat rumah kantor di sana, atau periksa nama foldernya.",
        "There is no office.toml in {home}. Make the office's home there, or check the name of the folder.",
        Exit.NOT_FOUND,
        next=(Next("init", "{home}"),),
    ),
    "settings.unknown_database": Row(
        "RANGKAP_DATABASE tidak dapat dipakai: {reason}. Bentuknya: postgresql://pengguna@mesin/basisdata. "
        "Kosongkan variabel itu untuk memakai SQLite di var/.",
        "RANGKAP_DATABASE cannot be used: {reason}. It looks like: postgresql://user@host/database. Unset "
        "it to use SQLite in var/.",
        Exit.USAGE,
    ),
}
