"""The fields of the papers of steps 13 and 14, each with an example: receipt of a letter, report, SIMFONI sheet."""

from __future__ import annotations

from pipeline.letters.forms_fields import CASE, OFFICE, PARTIES, RECEIPT, Fields

LETTER_RECEIPT: Fields = {
    **OFFICE,
    "pengirim": RECEIPT["pengirim"],
    "nomor": "D-2026-0001-5",
    "surat": "2026-0001-1",
    "tanggal_surat": "24 November 2026",
    "cara": "dititipkan",
    "dikeluarkan": "25 November 2026",
}
HANDLING: Fields = {
    **OFFICE,
    **CASE,
    **PARTIES,
    "riwayat": [
        {"waktu": "20-11-2026 09.30", "langkah": "1", "uraian": "Pengaduan didaftarkan", "oleh": "petugas"}
    ],
    "surat": {
        "nomor": "400.2/031/P2TP2A/XI/2026",
        "tanggal": "24 November 2026",
        "ditandatangani": "25 November 2026",
        "disampaikan": "26 November 2026, dititipkan, diterima orang kepercayaan",
    },
    "arsip": "archive/2026/2026-0001",
    "hasil": "■ dirujuk □ datang langsung",
    "tanggal_hasil": "26 November 2026",
    "layanan": "■ bantuan hukum □ kesehatan",
    "rincian_hasil": ["Lembaga tujuan: UPTD PPA Provinsi"],
    "uraian_hasil": "Korban datang dan didampingi.",
    "waktu": {"layanan": "12 menit dari 15 menit", "berlalu": "6 hari 2 jam", "jeda": "1 hari"},
    "simfoni": {"tanggal": "27 November 2026", "nomor": "SP-0001"},
}
SIMFONI: Fields = {
    **OFFICE,
    **CASE,
    "korban": {
        "inisial": "R.T.", "jk": "■ perempuan □ laki-laki", "umur": "32", "kelompok": "□ 18–24 ■ 25–44",
        "pendidikan": "■ SD □ PT", "pekerjaan": "penjual kue", "status": "■ kawin □ belum kawin",
        "disabilitas": "■ tidak □ rungu", "lain": "1",
    },
    "terlapor": {"inisial": "D.P.", "jk": "■ laki-laki □ perempuan", "umur": "36", "hubungan": "■ suami/istri □ tetangga"},
    "pelapor": {"hubungan": "■ korban sendiri □ tetangga"},
    "kejadian": {
        "tanggal": "15 November 2026", "kecamatan": "Lanting Tengah", "tempat": "■ rumah tangga □ sekolah",
        "jenis": "■ fisik □ psikis",
    },
    "layanan": "■ bantuan hukum □ kesehatan",
    "rujukan": "psikolog",
    "hasil": "dirujuk",
    "tanggal_hasil": "26 November 2026",
    "persetujuan": "Diizinkan (korban, 25-11-2026).",
    "simfoni": {"tanggal": "27 November 2026", "nomor": "SP-0001"},
}  # fmt: skip
