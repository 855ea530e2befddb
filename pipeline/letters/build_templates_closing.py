"""The shipped papers of step 14: Laporan Penanganan Kasus, and the sheet from which SIMFONI-PPA is filled in.

Both are internal; people stand on them as initials.
"""

from __future__ import annotations

from pipeline.letters import build_templates_parts as made
from pipeline.letters.build_templates_forms import HEAD, NUMBERS, PARTIES, form
from pipeline.letters.build_templates_letter import letterhead
from pipeline.letters.parts import line


def handling() -> bytes:
    """Return the Laporan Penanganan Kasus: what was done, with which outcome, in which time."""
    content = (
        made.section("Nomor", (*NUMBERS, ("Diterima", "{{ diterima }}", "Kanal", "{{ kanal }}")))
        + made.section("A. Para pihak (inisial)", PARTIES)
        + made.section(
            "B. Kasus",
            (
                ("Jenis kekerasan", "{{ jenis_kekerasan }}"),
                ("Tempat kejadian", "{{ tempat_kejadian }}"),
                ("Kecamatan", "{{ kecamatan }}"),
                ("Tingkat risiko", "{{ risiko }}"),
            ),
        )
        + made.heading("C. Riwayat penanganan")
        + made.listing(
            (1900, 1100, 3971, 2100),
            ("Tanggal dan jam", "Langkah", "Uraian", "Oleh"),
            "riwayat",
            ("{{ baris.waktu }}", "{{ baris.langkah }}", "{{ baris.uraian }}", "{{ baris.oleh }}"),
        )
        + made.section(
            "D. Waktu",
            (
                ("Waktu layanan (sasaran 15 menit)", "{{ waktu.layanan }}"),
                ("Waktu berlalu", "{{ waktu.berlalu }}", "Jeda klarifikasi", "{{ waktu.jeda }}"),
            ),
        )
        + made.section(
            "E. Layanan dan surat jawaban",
            (
                ("Tindak lanjut", "{{ tindak_lanjut }}"),
                ("Rujukan", "{{ rujukan }}"),
                ("Layanan yang diberikan", "{{ layanan }}"),
                ("Nomor surat jawaban", "{{ surat.nomor }}", "Tanggal surat", "{{ surat.tanggal }}"),
                ("Ditandatangani", "{{ surat.ditandatangani }}"),
                ("Disampaikan", "{{ surat.disampaikan }}"),
                ("Lokasi arsip", "{{ arsip }}"),
            ),
        )
        + made.section("F. Hasil akhir", (("Hasil", "{{ hasil }}"), ("Tanggal hasil", "{{ tanggal_hasil }}")))
        + line("{%p for butir in rincian_hasil %}", "Pembatas")
        + line("{{ butir }}", "Uraian")
        + line("{%p endfor %}", "Pembatas")
        + made.box("G. Uraian hasil", "{{ uraian_hasil }}", 1100)
        + made.section(
            "H. Entri SIMFONI-PPA",
            (("Tanggal entri", "{{ simfoni.tanggal }}", "Nomor", "{{ simfoni.nomor }}"),),
            kept=made.KEPT,
        )
        + made.signatures((("Mengetahui,", "{{ jabatan }},"), "{{ ketua }}", ""), made.clerk("Petugas,"))
    )
    return form("Laporan Penanganan Kasus", content, letterhead())


def simfoni() -> bytes:
    """Return the sheet from which a person types a case into SIMFONI-PPA: its fields in its wording."""
    content = (
        made.section("Nomor", (*NUMBERS, ("Diterima", "{{ diterima }}", "Kanal", "{{ kanal }}")))
        + made.section(
            "A. Korban (inisial)",
            (
                ("Korban", "{{ korban.inisial }}", "Korban lain", "{{ korban.lain }}"),
                ("Jenis kelamin", "{{ korban.jk }}"),
                ("Umur (tahun)", "{{ korban.umur }}"),
                ("Kelompok umur", "{{ korban.kelompok }}"),
                ("Pendidikan", "{{ korban.pendidikan }}"),
                ("Pekerjaan", "{{ korban.pekerjaan }}"),
                ("Status perkawinan", "{{ korban.status }}"),
                ("Disabilitas", "{{ korban.disabilitas }}"),
            ),
        )
        + made.section(
            "B. Pelapor dan terlapor",
            (
                ("Hubungan pelapor dengan korban", "{{ pelapor.hubungan }}"),
                ("Terlapor", "{{ terlapor.inisial }}", "Umur (tahun)", "{{ terlapor.umur }}"),
                ("Jenis kelamin terlapor", "{{ terlapor.jk }}"),
                ("Hubungan terlapor dengan korban", "{{ terlapor.hubungan }}"),
            ),
        )
        + made.section(
            "C. Kejadian",
            (
                ("Tanggal kejadian", "{{ kejadian.tanggal }}", "Kecamatan", "{{ kejadian.kecamatan }}"),
                ("Tempat kejadian", "{{ kejadian.tempat }}"),
                ("Jenis kekerasan", "{{ kejadian.jenis }}"),
            ),
        )
        + made.section(
            "D. Layanan dan hasil",
            (
                ("Layanan", "{{ layanan }}"),
                ("Rujukan", "{{ rujukan }}"),
                ("Hasil", "{{ hasil }}", "Tanggal hasil", "{{ tanggal_hasil }}"),
            ),
        )
        + made.section(
            "E. Persetujuan korban, dan entri",
            (
                ("Persetujuan", "{{ persetujuan }}"),
                ("Tanggal entri", "{{ simfoni.tanggal }}", "Nomor", "{{ simfoni.nomor }}"),
            ),
        )
        + made.signatures(None, made.clerk("Petugas entri,"))
    )
    return form("Lembar Entri SIMFONI-PPA", content, HEAD)


CLOSING = {"laporan-penanganan-kasus": handling, "lembar-entri-simfoni": simfoni}
