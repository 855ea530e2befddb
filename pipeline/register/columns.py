"""The columns of the *register pengaduan* (catatan pelaporan), in the order of the office's book.

Reporter and victim stand in it as initials; an institution by its name. Full names are in
``kasus.json`` only. Values are text: dates as ISO 8601, empty where nothing is known yet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its key in code, payload and ``--json``; its title in the book; whether it is personal."""

    key: str
    title: str
    is_personal: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("register_number", "Nomor Register"),
    Column("received_date", "Tanggal Diterima"),
    Column("received_time", "Jam Diterima"),
    Column("channel", "Kanal"),
    Column("letter_number", "Nomor Surat"),
    Column("letter_date", "Tanggal Surat"),
    Column("reporter", "Pelapor (Inisial) atau Instansi", is_personal=True),
    Column("relation", "Hubungan dengan Korban", is_personal=True),
    Column("victim", "Korban (Inisial)", is_personal=True),
    Column("victim_sex", "Jenis Kelamin", is_personal=True),
    Column("victim_age", "Umur", is_personal=True),
    Column("age_group", "Kelompok Umur", is_personal=True),
    Column("is_child", "Anak", is_personal=True),
    Column("disability", "Disabilitas", is_personal=True),
    Column("subdistrict", "Kecamatan", is_personal=True),
    Column("event_date", "Tanggal Kejadian", is_personal=True),
    Column("violence", "Bentuk Kekerasan", is_personal=True),
    Column("place", "Tempat Kejadian", is_personal=True),
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
