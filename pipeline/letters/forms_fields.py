"""Fields of every form with invented examples; a list holds one row, read as ``baris.…``."""

from collections.abc import Mapping
from typing import Any

from pipeline.kernel.letter_kinds import LetterKind

Fields = Mapping[str, Any]

OFFICE: Fields = {
    "kop": {
        "pemerintah": "PEMERINTAH KABUPATEN BATANG ASRI",
        "dinas": "DINAS PENGENDALIAN PENDUDUK, KELUARGA BERENCANA DAN PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK",
        "unit": "PUSAT PELAYANAN TERPADU PEMBERDAYAAN PEREMPUAN DAN ANAK (P2TP2A)",
        "alamat": "Jalan Melati Raya No. 0 Muara Lanting Telepon (0000) 000000",
    },
    "tempat": "Muara Lanting", "tanggal": "24 November 2026", "tanggal_isi": "24 November 2026",
    "petugas": "petugas", "ketua": "Dra. Hj. Wahdaniah Suling, M.Si.",
    "jabatan": "Ketua P2TP2A Kabupaten Batang Asri",
}  # fmt: skip
CASE: Fields = {
    "nomor_kasus": "2026-0001", "nomor_register": "0112/TL/XI/2026", "nomor_agenda": "A-2026-0007",
    "diterima": "20 November 2026", "kanal": "surat",
}  # fmt: skip
PARTIES: Fields = {
    "korban": {"inisial": "R.T.", "jk": "P", "umur": "32", "kelompok": "25–44", "disabilitas": "tidak"},
    "pelapor": {"inisial": "R.T.", "hubungan": "korban sendiri"},
    "terlapor": {"inisial": "D.P.", "hubungan": "suami/istri"}, "jenis_kekerasan": "■ fisik □ psikis",
    "tempat_kejadian": "■ rumah tangga □ sekolah", "kecamatan": "Lanting Tengah",
    "risiko": "■ rendah □ sedang □ tinggi", "tindak_lanjut": "pertemuan konsultasi",
    "rujukan": "psikolog dan Dinas Sosial",
}  # fmt: skip
REGISTRATION: Fields = {
    **OFFICE, **CASE, "sumber": "dari surat",
    "pengaduan": {
        "kanal": "■ surat □ telepon □ rujukan", "tanggal": "20-11-2026", "jam": "09.30",
        "bentuk": "■ surat □ cetakan SMS", "pengirim": "Rusmini Talahu", "lembaga": "□ ya ■ tidak",
        "alamat_pengirim": "Jalan Pelajar No. 0", "tempat_pengirim": "Hulu Asri",
        "nomor": "400.3.5/087/SMPN3-HA/XI/2026", "tanggal_surat": "19-11-2026", "hal": "Permohonan bantuan",
        "isi_ringkas": "Permohonan konsultasi", "isi": "", "lampiran": "1 (satu) berkas",
        "telepon_mulai": "10.12", "telepon_selesai": "10.21", "nomor_penelepon": "081200006601",
    },
    "pelapor": {
        "umur": "16",
        "nama": "Rusmini Talahu", "korban_sendiri": "■ ya □ tidak", "hubungan": "■ korban sendiri □ tetangga",
        "telepon": "081200001101", "nik": "9901015405940001", "alamat": "RT 02 Desa Hulu Bakung",
        "rahasia": "■ ya □ tidak",
    },
    "korban": {
        "nama": "Rusmini Talahu", "alasan": "pelapor tidak mengenal korban", "nama_lengkap": "■ ya □ tidak",
        "jk": "□ laki-laki ■ perempuan", "lahir": "14-05-1994", "umur": "32", "umur_perkiraan": "□ ya ■ tidak",
        "nik": "9901015405940001", "alamat": "RT 03 Desa Tumbang Randu", "telepon": "081200001101",
        "disabilitas": "■ tidak □ rungu", "kebutuhan": "juru bahasa isyarat", "pendidikan": "■ SD □ PT",
        "pekerjaan": "penjual kue", "status": "■ kawin □ belum kawin", "wali": "Lestari Purnamaring", "pendamping": "Yuniarti Talahu",
        "telepon_wali": "081200003301", "persetujuan": "■ ya □ tidak □ belum ditanya", "lain": "A.B., 9, P",
        "anak_terdampak": "2",
    },
    "terlapor": {
        "nama": "D.P.", "hubungan": "■ suami/istri □ tetangga", "jk": "■ laki-laki □ perempuan", "umur": "36",
        "umur_perkiraan": "□ ya ■ tidak", "alamat": "Jalan Rotan RT 11", "telepon": "081200000000",
        "serumah": "□ ya □ tidak ■ tidak tahu", "lain": "D.K., 15, L",
    },
    "kejadian": {
        "tanggal": "15-11-2026", "jam": "20.30", "berulang": "■ ya □ tidak",
        "tempat": "■ rumah tangga □ sekolah", "kecamatan": "Lanting Tengah", "keterangan": "Bukit Sahaja",
        "saksi": "S.R., 11, P", "jenis": "■ fisik □ psikis", "risiko": "□ rendah ■ sedang □ tinggi",
        "layanan_diberikan": "perawatan luka", "layanan_diminta": "■ bantuan hukum □ kesehatan",
        "permintaan": "waktu untuk konsultasi", "tenggat_untuk": "pendampingan pemeriksaan",
        "tenggat_tanggal": "25-11-2026", "tenggat_jam": "09.00",
    },
    "kontak": {
        "cara": "■ surat ke alamat aman □ telepon", "nama": "Yuniarti Talahu", "alamat": "Gang Kenanga 2 No. 0",
        "tempat": "Kelurahan Muara Lanting", "telepon": "081200001102", "jam": "sebelum pukul 17.00",
        "dipastikan": "■ ya □ tidak", "milik": "■ milik korban □ milik pelapor",
        "lain": "pelapor: surat, Lestari Purnamaring, Jalan Rotan No. 3, dipastikan",
    },
    "telepon": {
        "terputus": "□ ya ■ tidak",
        "ada": "ya", "dijelaskan": "■ ya □ tidak", "saran": "■ datang langsung □ mengirim pengaduan tertulis",
        "jawaban": "akan datang", "janji_tanggal": "26-11-2026", "janji_jam": "09.00",
    },
}  # fmt: skip
IDENTIFICATION: Fields = {
    **OFFICE, **CASE, **PARTIES, "baru_lama": "■ kasus baru □ lanjutan kasus sebelumnya □ berulang", "jenis_kasus": "■ KtP □ KtA/AMPK □ TPPO",
    "tanggal_kejadian": "15 November 2026", "kewenangan": "■ dalam wilayah □ di luar wilayah",
    "tenggat": "laporan ke kepolisian (3 × 24 jam): 23 November 2026", "isi_ringkas": "Permohonan konsultasi",
    "permintaan": "waktu untuk konsultasi", "layanan_diminta": "■ bantuan hukum □ kesehatan",
    "layanan_diberikan": "perawatan luka", "persetujuan": "■ ya □ tidak □ belum ditanya",
    "belum_jelas": "Tanggal kejadian", "kronologi": ["15 November 2026: R.T. didorong D.P. di rumah", "19 November 2026: R.T. menulis surat"],
    "kondisi_korban": "memar di lengan", "alasan_risiko": "terlapor serumah",
    "kesimpulan": "memerlukan pendampingan hukum",
    "bahasa": [{"kata": "inya manangis tarus", "bahasa": "Banjar", "arti": "dia menangis terus"}],
    "klarifikasi": [
        {"tanggal": "23 November 2026", "hal": "Kecamatan kejadian", "cara": "SMS", "hasil": "dijawab"},
    ],
}  # fmt: skip
DISPOSITION: Fields = {
    **OFFICE, **CASE, "dari": "R.T.", "nomor_surat": "400.3.5/087/SMPN3-HA/XI/2026",
    "tanggal_surat": "19 November 2026", "hal": "Permohonan bantuan", "kode": "400.2", "risiko": "sedang",
    "tenggat": "23 November 2026", "ketua": "Dra. Hj. Wahdaniah Suling, M.Si.",
    "petugas": [{"nama": "identifikasi", "beban": "3 kasus berjalan"}],
}  # fmt: skip
VERIFICATION: Fields = {
    **OFFICE, **CASE, "pendaftar": "petugas", "kecamatan": "Lanting Tengah", "risiko": "sedang",
    "kewenangan": "□ dalam wilayah □ di luar wilayah", "baru_lama": "□ baru □ lama",
    "kelengkapan": [{"hal": "Nama korban", "keadaan": "ada"}],
}  # fmt: skip
APPROVAL: Fields = {
    **OFFICE, "nomor_kasus": "2026-0001", "nomor_register": "0112/TL/XI/2026",
    "surat": {
        "id": "2026-0001-1", "revisi": "2", "jenis": "surat jawaban", "halaman": "2",
        "hal": "Tanggapan atas Surat Saudari", "sifat": "Rahasia", "kepada": "R.T.",
        "tanggal": "24 November 2026", "penyusun": "identifikasi", "sidik": "9f86 d081 884c 7d65",
    },
    "tindak_lanjut": "pertemuan konsultasi",
}  # fmt: skip
REGISTER_PAGE: Fields = {
    **OFFICE,
    "ketua": {
        "jabatan": ["Ketua P2TP2A", "Kabupaten Batang Asri,"], "nama": "Dra. Hj. Wahdaniah Suling, M.Si.",
        "pangkat": "Pembina Tingkat I, IV/b", "nip": "19700101 199503 2 001",
    },
    "tanggal_surat": "1 Desember 2026", "nomor_lembar": "R-2026-11", "bulan": "November 2026",
    "keadaan_per": "1 Desember 2026 pukul 08.00", "catatan": {"jumlah": "42", "rentang": "118 s.d. 159"},
    "register": {"jumlah": "12", "rentang": "0101/TL/XI/2026 s.d. 0112/TL/XI/2026"},
    "rincian": [{"jenis": "pendaftaran", "jumlah": "12"}],
    "ujung": {
        "nomor": "159", "waktu": "30 November 2026 pukul 15.12",
        "kelompok": [
            "9f86 d081 884c 7d65", "9a2f eaa0 c55a d015", "a3bf 4f1b 2b0b 822c", "d15d 6c15 b0f0 0a08",
        ],
    },
}  # fmt: skip
RECEIPT: Fields = {
    **OFFICE, "pengirim": ["Pemerintah Kabupaten Batang Asri", "Jalan Melati Raya No. 0 Muara Lanting"],
    "nomor_agenda": "A-2026-0007", "dari": "R.T.", "diterima": "20 November 2026", "jam": "09.30",
    "bentuk": "surat", "nomor_surat": "400.3.5/087/SMPN3-HA/XI/2026", "tanggal_surat": "19 November 2026",
    "isi": ["Surat Saudara telah kami terima pada tanggal 20 November 2026."],
}  # fmt: skip
COPY_RECEIPT: Fields = {
    **OFFICE, "pengirim": ["Pemerintah Kabupaten Batang Asri", "Jalan Melati Raya No. 0 Muara Lanting"],
    "nomor": "D-2026-0001-4", "nomor_kasus": "2026-0001", "lembar": "Lembar ke-1 dari 2: untuk penerima",
    "berkas": "2", "halaman": "3", "disetujui": "24 November 2026",
}  # fmt: skip
POST: Fields = {
    "pengirim": ["Pemerintah Kabupaten Batang Asri", "Jalan Melati Raya No. 0 Muara Lanting"],
    "yth": ["Yth. Saudari Rusmini Talahu", "d.a. Saudari Yuniarti Talahu", "Gang Kenanga 2 No. 0",
            "Kelurahan Muara Lanting"],
    "surat": "2026-0001-1",
}  # fmt: skip
CLAUSE: Fields = {
    "sapaan": "Saudari", "kanal": "surat",
    "surat": {"nomor": "12/XI/2026", "tanggal": "19 November 2026", "diterima": "20 November 2026"},
    "nomor_register": "0112/TL/XI/2026", "tindak_lanjut": "pertemuan konsultasi",
    "klarifikasi": "23 November 2026", "layanan": "konsultasi psikologis dan pendampingan hukum",
    "rujukan": "psikolog", "pihak_datang": "Saudari", "unit": "P2TP2A",
    "alamat": "Jalan Melati Raya No. 0 Muara Lanting", "telepon": "(0000) 000000",
    "jam_layanan": "hari kerja pukul 08.00-15.00 WIB", "darurat": "110 (Kepolisian) atau SAPA 129",
    "yang_bersangkutan": "Saudari", "batas_lapor": "23 November 2026", "batas_jawab": "1 Desember 2026",
}  # fmt: skip
_LETTER: Fields = {
    **CLAUSE, "kop": OFFICE["kop"], "tempat": "Muara Lanting", "tanggal_surat": "24 November 2026",
    "nomor_surat": "400.2/___/P2TP2A/XI/2026", "sifat": "Rahasia", "lampiran": "-",
    "hal": "Tanggapan atas Surat Saudari",
    "yth": ["Yth. Saudari Rusmini Talahu", "d.a. Saudari Yuniarti Talahu", "di Kelurahan Muara Lanting"],
    "pembuka": "Menindaklanjuti surat Saudari yang kami terima pada tanggal 20 November 2026, kami sampaikan hal-hal berikut.",
    "isi": ["Surat Saudari telah kami catat."], "ketua": REGISTER_PAGE["ketua"],
    "tembusan": ["Kepala Dinas Sosial Kabupaten Batang Asri"], "nomor_kasus": "2026-0001",
}  # fmt: skip


def letter(kind: LetterKind) -> Fields:
    """Fields of a letter of ``kind``."""
    questions = {"pertanyaan": ["umur Saudari"]} if kind.asks else {}
    return {**_LETTER, "hal": kind.subject.format(sapaan="Saudari"), **questions}


LETTER_RECEIPT: Fields = {
    **OFFICE, "pengirim": RECEIPT["pengirim"], "nomor": "D-2026-0001-5", "surat": "2026-0001-1",
    "tanggal_surat": "24 November 2026", "cara": "dititipkan", "dikeluarkan": "25 November 2026",
}  # fmt: skip
HANDLING: Fields = {
    **OFFICE, **CASE, **PARTIES,
    "riwayat": [
        {"waktu": "20-11-2026 09.30", "langkah": "1", "uraian": "Pengaduan didaftarkan", "oleh": "petugas"},
    ],
    "surat": {
        "nomor": "400.2/031/P2TP2A/XI/2026", "tanggal": "24 November 2026",
        "ditandatangani": "25 November 2026",
        "disampaikan": "26 November 2026, dititipkan, diterima orang kepercayaan",
    },
    "arsip": "archive/2026/2026-0001", "hasil": "■ dirujuk □ datang langsung",
    "tanggal_hasil": "26 November 2026", "layanan": "■ bantuan hukum □ kesehatan",
    "rincian_hasil": ["Lembaga tujuan: UPTD PPA Provinsi"], "uraian_hasil": "Korban datang dan didampingi.",
    "waktu": {"layanan": "12 menit dari 15 menit", "berlalu": "6 hari 2 jam", "jeda": "1 hari"},
    "simfoni": {"tanggal": "27 November 2026", "nomor": "SP-0001"},
}  # fmt: skip
SIMFONI: Fields = {
    **OFFICE, **CASE,
    "korban": {
        "inisial": "R.T.", "jk": "■ perempuan □ laki-laki", "umur": "32", "kelompok": "□ 18–24 ■ 25–44",
        "pendidikan": "■ SD □ PT", "pekerjaan": "penjual kue", "status": "■ kawin □ belum kawin",
        "disabilitas": "■ tidak □ rungu", "lain": "1",
    },
    "terlapor": {
        "inisial": "D.P.", "jk": "■ laki-laki □ perempuan", "umur": "36",
        "hubungan": "■ suami/istri □ tetangga",
    },
    "pelapor": {"hubungan": "■ korban sendiri □ tetangga"},
    "kejadian": {
        "tanggal": "15 November 2026", "kecamatan": "Lanting Tengah", "tempat": "■ rumah tangga □ sekolah",
        "jenis": "■ fisik □ psikis",
    },
    "layanan": "■ bantuan hukum □ kesehatan", "rujukan": "psikolog", "hasil": "dirujuk",
    "tanggal_hasil": "26 November 2026", "persetujuan": "Diizinkan (korban, 25-11-2026).",
    "simfoni": {"tanggal": "27 November 2026", "nomor": "SP-0001"},
}  # fmt: skip
