"""The columns of the *register pengaduan* (catatan pelaporan), in the order of the office's book.

Reporter and victim stand in it as initials; an institution by its name. Full names are in
``kasus.json`` only. Values are text: dates as ISO 8601, empty where nothing is known yet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its key in code, payload and ``--json``; its title in the book."""

    key: str
    title: str


COLUMNS: tuple[Column, ...] = (
    Column("register_number", "Nomor Register"),
    Column("received_date", "Tanggal Diterima"),
    Column("received_time", "Jam Diterima"),
    Column("channel", "Kanal"),
    Column("letter_number", "Nomor Surat"),
    Column("letter_date", "Tanggal Surat"),
    Column("reporter", "Pelapor (Inisial) atau Instansi"),
    Column("relation", "Hubungan dengan Korban"),
    Column("victim", "Korban (Inisial)"),
    Column("victim_sex", "Jenis Kelamin"),
    Column("victim_age", "Umur"),
    Column("age_group", "Kelompok Umur"),
    Column("is_child", "Anak"),
    Column("disability", "Disabilitas"),
    Column("subdistrict", "Kecamatan"),
    Column("event_date", "Tanggal Kejadian"),
    Column("violence", "Bentuk Kekerasan"),
    Column("place", "Tempat Kejadian"),
    Column("risk", "Tingkat Risiko"),
    Column("officer", "Petugas"),
    Column("clarification", "Klarifikasi"),
    Column("follow_up", "Tindak Lanjut atau Rujukan"),
    Column("answer_number", "Nomor Surat Jawaban"),
    Column("answer_date", "Tanggal Surat Jawaban"),
    Column("signed_date", "Tanggal Ditandatangani"),
    Column("delivered_date", "Tanggal Disampaikan"),
    Column("delivery", "Cara Penyampaian"),
    Column("archive_location", "Lokasi Arsip"),
    Column("status", "Status"),
    Column("simfoni", "Entri SIMFONI-PPA"),
    Column("remarks", "Keterangan"),
)
