"""What each field of a template means, in the words of the office; for ``rangkap templates fields``.

The fields themselves, with an example each, are those of :data:`pipeline.letters.forms.EVERY`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.letters import forms

TEXT, LIST, ROW = "teks", "daftar", "baris"


@dataclass(frozen=True)
class FieldMeaning:
    """One field: its ``name`` as typed in Word, whether a text or a list, an example, what it means.

    A field of the rows of a list stands as ``baris.…``; ``within`` names its list.
    """

    name: str
    kind: str
    example: Any
    meaning: str
    within: str = ""

    @property
    def typed(self) -> str:
        """How it is typed in Word."""
        return f"{{%p for baris in {self.name} %}}" if self.kind == LIST else f"{{{{ {self.name} }}}}"


def described(kind: str) -> Iterator[FieldMeaning]:
    """Yield every field of templates of ``kind``, lists followed by the fields of their rows."""
    example = forms.EVERY[kind].example
    for path in paths(example):
        value: Any = example
        for step in path.split("."):
            value = value[step]
        if not isinstance(value, list):
            yield FieldMeaning(path, TEXT, value, meaning_of(kind, path))
            continue
        yield FieldMeaning(path, LIST, value, meaning_of(kind, path, LIST))
        rows = value[0] if value and isinstance(value[0], Mapping) else {}
        for name, one in rows.items():
            yield FieldMeaning(f"baris.{name}", TEXT, one, meaning_of(kind, f"{path}.{name}", ROW), path)


def paths(known: Mapping[str, Any], head: str = "") -> Iterator[str]:
    """Yield the names of all fields, dotted; of a group its fields only."""
    for name, value in known.items():
        if isinstance(value, Mapping):
            yield from paths(value, f"{head}{name}.")
        else:
            yield head + name


def meaning_of(kind: str, path: str, sort: str = TEXT) -> str:
    """Return what the field ``path`` means in templates of ``kind``. Raises ``KeyError`` for one without words."""
    if sort != TEXT and (sort, path) in _OF_LISTS:
        return _OF_LISTS[sort, path]
    return _IN_KIND.get((kind, path)) or _MEANINGS[path]


_OF_LISTS = {
    (LIST, "petugas"): "petugas yang dapat ditunjuk; satu baris tiap petugas",
    (LIST, "bahasa"): "kata bahasa daerah dengan artinya (langkah 8); satu baris tiap catatan",
    (LIST, "klarifikasi"): "permintaan penjelasan yang sudah dilakukan (langkah 9); satu baris tiap permintaan",
    (LIST, "kelengkapan"): "hal yang diperiksa kelengkapannya; satu baris tiap hal",
    (LIST, "rincian"): "jumlah catatan register menurut jenisnya; satu baris tiap jenis",
    (LIST, "riwayat"): "riwayat penanganan; satu baris tiap tindakan",
    (ROW, "petugas.nama"): "akun petugas", (ROW, "petugas.beban"): "beban kerjanya saat ini",
    (ROW, "bahasa.kata"): "kata asli", (ROW, "bahasa.bahasa"): "bahasanya", (ROW, "bahasa.arti"): "artinya",
    (ROW, "klarifikasi.tanggal"): "tanggal permintaan penjelasan", (ROW, "klarifikasi.hal"): "yang ditanyakan",
    (ROW, "klarifikasi.cara"): "cara bertanya", (ROW, "klarifikasi.hasil"): "hasilnya",
    (ROW, "kelengkapan.hal"): "hal yang diperiksa", (ROW, "kelengkapan.keadaan"): "ada, belum ada, belum lengkap, tidak perlu, atau tidak mungkin",
    (ROW, "rincian.jenis"): "jenis catatan", (ROW, "rincian.jumlah"): "jumlahnya",
    (LIST, "rincian_hasil"): "keterangan menurut hasil akhir; satu butir tiap keterangan",
    (ROW, "riwayat.waktu"): "tanggal dan jam", (ROW, "riwayat.langkah"): "langkah SOP",
    (ROW, "riwayat.uraian"): "apa yang dilakukan", (ROW, "riwayat.oleh"): "akun yang melakukan",
}  # fmt: skip
_IN_KIND = {
    ("amplop", "surat"): "nomor pengenal surat, untuk memasangkan amplop dengan suratnya",
    ("label", "surat"): "nomor pengenal surat, untuk memasangkan label dengan suratnya",
    ("lembar-disposisi", "dari"): "pengirim surat masuk; orang sebagai inisial",
    ("lembar-pengesahan-register", "tanggal_surat"): "tanggal lembar pengesahan",
    ("serah-terima-salinan", "nomor"): "nomor salinan untuk korban, juga pada kodenya",
    ("serah-terima-salinan", "lembar"): "lembar ke-1 untuk penerima atau ke-2 untuk kantor",
    ("serah-terima-salinan", "berkas"): "banyaknya dokumen dalam salinan",
    ("serah-terima-salinan", "halaman"): "banyaknya halaman salinan",
    ("serah-terima-salinan", "disetujui"): "tanggal ketua menyetujui salinan",
    ("tanda-terima", "nomor_surat"): "nomor surat yang diterima; kosong bila tidak bernomor",
    ("lembar-disposisi", "nomor_surat"): "nomor surat masuk; kosong bila tidak bernomor",
    ("tanda-terima", "tanggal_surat"): "tanggal surat yang diterima; kosong bila tidak bertanggal",
    ("lembar-disposisi", "tanggal_surat"): "tanggal surat masuk; kosong bila tidak bertanggal",
    ("tanda-terima", "isi"): "kalimat tanda terima, satu paragraf tiap baris",
    ("lembar-disposisi", "hal"): "hal surat masuk",
    ("lembar-persetujuan-konsep", "surat.nomor"): "nomor konsep",
    ("lembar-persetujuan-konsep", "surat.tanggal"): "tanggal konsep",
    ("laporan-penanganan-kasus", "surat.nomor"): "nomor surat jawaban",
    ("laporan-penanganan-kasus", "surat.tanggal"): "tanggal surat jawaban",
    ("laporan-hasil-identifikasi", "rujukan"): "lembaga yang dirujuk",
    ("tanda-terima-surat", "nomor"): "nomor tanda terima, juga pada kodenya",
    ("tanda-terima-surat", "surat"): "nomor pengenal surat; bukan nomor surat, yang menyebut kantor",
    ("tanda-terima-surat", "cara"): "cara surat dikeluarkan",
    ("tanda-terima-surat", "dikeluarkan"): "tanggal surat dikeluarkan",
    ("laporan-penanganan-kasus", "layanan"): "kotak: layanan yang diberikan",
    ("lembar-entri-simfoni", "layanan"): "kotak: layanan yang diberikan",
    ("lembar-entri-simfoni", "persetujuan"): "apakah korban mengizinkan entri, dan apa yang tidak dientri",
}  # fmt: skip
_MEANINGS = {
    "alamat": "alamat kantor",
    "arsip": "letak kasus di arsip",
    "baru_lama": "kotak: kasus baru atau lanjutan",
    "batas_jawab": "tanggal sampai kapan jawaban diharapkan; kosong bila tidak ditetapkan",
    "batas_lapor": "tanggal akhir laporan ke instansi berwenang; kosong bila tidak berlaku",
    "belum_jelas": "hal yang masih belum jelas",
    "bentuk": "bentuk pengaduan: surat, cetakan pesan, telepon",
    "bulan": "bulan register",
    "catatan.jumlah": "jumlah catatan register dalam bulan itu",
    "catatan.rentang": "nomor catatan pertama sampai terakhir",
    "dari": "pengirim; orang sebagai inisial",
    "darurat": "nomor darurat, dari pengaturan",
    "diterima": "tanggal diterima",
    "hasil": "hasil akhir penanganan; kosong selama kasus berjalan",
    "hal": "baris Hal; netral, tanpa jenis kekerasan dan nama",
    "isi": "isi surat dari klausul, satu butir tiap baris",
    "isi_ringkas": "isi ringkas pengaduan",
    "jabatan": "jabatan ketua",
    "jam": "jam diterima",
    "jam_layanan": "jam layanan kantor, dari pengaturan",
    "jenis_kasus": "kotak: jenis kasus",
    "jenis_kekerasan": "kotak: jenis kekerasan (dokumen dalam)",
    "kanal": "surat, telepon, atau rujukan",
    "keadaan_per": "saat keadaan register dihitung",
    "kecamatan": "kecamatan kejadian",
    "kejadian.berulang": "kotak: kejadian berulang",
    "kejadian.jam": "jam kejadian",
    "kejadian.jenis": "kotak: jenis kekerasan",
    "kejadian.kecamatan": "kecamatan kejadian",
    "kejadian.keterangan": "keterangan tempat kejadian",
    "kejadian.layanan_diberikan": "layanan yang sudah diberikan",
    "kejadian.layanan_diminta": "kotak: layanan yang diminta",
    "kejadian.permintaan": "permintaan dengan kata-kata sendiri",
    "kejadian.risiko": "kotak: tingkat risiko",
    "kejadian.saksi": "saksi (hanya formulir dalam)",
    "kejadian.tanggal": "tanggal kejadian",
    "kejadian.tempat": "kotak: tempat kejadian",
    "kejadian.tenggat_jam": "jam tenggat",
    "kejadian.tenggat_tanggal": "tanggal tenggat",
    "kejadian.tenggat_untuk": "untuk apa tenggat itu",
    "ketua": "nama ketua",
    "ketua.jabatan": "jabatan penandatangan, satu baris tiap baris",
    "ketua.nama": "nama penandatangan",
    "ketua.nip": "NIP penandatangan; kosong bila tidak ada",
    "ketua.pangkat": "pangkat penandatangan; kosong bila tidak ada",
    "kewenangan": "kotak: di dalam atau di luar wilayah",
    "klarifikasi": "tanggal penjelasan diminta; kosong bila tidak diminta",
    "kode": "kode klasifikasi surat",
    "kontak.alamat": "alamat kontak aman",
    "kontak.cara": "kotak: cara menghubungi yang aman",
    "kontak.dipastikan": "kotak: kontak aman sudah dipastikan",
    "kontak.jam": "jam yang diizinkan untuk menghubungi",
    "kontak.milik": "kotak: kontak aman milik korban atau pelapor",
    "kontak.nama": "nama kontak aman",
    "kontak.telepon": "telepon kontak aman",
    "kontak.tempat": "tempat setelah “di” pada surat",
    "kop.alamat": "baris alamat kop surat",
    "kop.dinas": "nama dinas pada kop surat",
    "kop.pemerintah": "baris pertama kop surat",
    "kop.unit": "nama unit layanan pada kop surat",
    "korban.alamat": "alamat korban",
    "korban.alasan": "alasan bila nama korban belum diketahui",
    "korban.anak_terdampak": "jumlah anak lain yang terdampak",
    "korban.disabilitas": "disabilitas korban",
    "korban.inisial": "inisial korban",
    "korban.jk": "jenis kelamin korban",
    "korban.kebutuhan": "kebutuhan khusus korban",
    "korban.kelompok": "kelompok umur korban",
    "korban.lahir": "tanggal lahir korban",
    "korban.lain": "korban lain",
    "korban.nama": "nama korban (hanya formulir dalam)",
    "korban.nama_lengkap": "kotak: nama itu lengkap",
    "korban.nik": "NIK korban",
    "korban.pekerjaan": "pekerjaan korban",
    "korban.pendidikan": "kotak: pendidikan korban",
    "korban.persetujuan": "kotak: persetujuan korban atau wali",
    "korban.status": "kotak: status perkawinan korban",
    "korban.telepon": "telepon korban",
    "korban.telepon_wali": "telepon wali",
    "korban.umur": "umur korban",
    "korban.umur_perkiraan": "kotak: umur itu perkiraan",
    "korban.wali": "nama wali",
    "lampiran": "jumlah lampiran, contoh: 2 (dua) berkas; “-” bila tidak ada",
    "layanan": "layanan yang ditawarkan, dalam satu kalimat",
    "layanan_diberikan": "layanan yang sudah diberikan",
    "layanan_diminta": "kotak: layanan yang diminta",
    "nomor_agenda": "nomor agenda surat masuk",
    "nomor_kasus": "nomor kasus",
    "nomor_lembar": "nomor pengenal lembar register",
    "nomor_register": "nomor register pengaduan",
    "nomor_surat": "nomor surat; pada konsep tempatnya kosong (___) sampai disetujui",
    "pelapor.alamat": "alamat pelapor",
    "pelapor.hubungan": "hubungan pelapor dengan korban",
    "pelapor.inisial": "inisial pelapor",
    "pelapor.korban_sendiri": "kotak: pelapor adalah korban",
    "pelapor.nama": "nama pelapor (hanya formulir dalam)",
    "pelapor.nik": "NIK pelapor",
    "pelapor.rahasia": "kotak: nama pelapor dirahasiakan",
    "pelapor.telepon": "telepon pelapor",
    "pembuka": "paragraf pembuka dari klausul",
    "pendaftar": "akun yang mendaftarkan",
    "pengaduan.isi": "isi pengaduan seperti diceritakan, bila dicatat",
    "pengaduan.alamat_pengirim": "alamat lembaga pengirim",
    "pengaduan.bentuk": "kotak: bentuk pengaduan",
    "pengaduan.hal": "hal surat masuk",
    "pengaduan.isi_ringkas": "isi ringkas pengaduan",
    "pengaduan.jam": "jam diterima",
    "pengaduan.kanal": "kotak: kanal pengaduan",
    "pengaduan.lampiran": "jumlah lampiran surat masuk",
    "pengaduan.lembaga": "kotak: pengirim adalah lembaga",
    "pengaduan.nomor": "nomor surat masuk",
    "pengaduan.nomor_penelepon": "nomor telepon penelepon",
    "pengaduan.pengirim": "pengirim",
    "pengaduan.tanggal": "tanggal diterima",
    "pengaduan.tanggal_surat": "tanggal surat masuk",
    "pengaduan.telepon_mulai": "jam mulai percakapan",
    "pengaduan.telepon_selesai": "jam selesai percakapan",
    "pengaduan.tempat_pengirim": "tempat lembaga pengirim",
    "pengirim": "pengirim netral pada amplop dan tanda terima, satu baris tiap baris",
    "permintaan": "permintaan korban atau pengirim",
    "persetujuan": "kotak: persetujuan korban atau wali",
    "pertanyaan": "yang ditanyakan, satu butir tiap baris",
    "petugas": "akun petugas",
    "pihak_datang": "siapa yang disarankan datang langsung (langkah 13)",
    "register.jumlah": "jumlah pengaduan yang didaftarkan",
    "register.rentang": "nomor register pertama sampai terakhir",
    "risiko": "tingkat risiko",
    "rujukan": "lembaga yang dirujuk; kosong bila tidak ada",
    "sapaan": "sapaan yang dipilih petugas; Bapak/Ibu bila belum dipilih",
    "sifat": "sifat surat, dari pengaturan",
    "simfoni.nomor": "nomor entri SIMFONI-PPA; kosong bila belum dientri",
    "simfoni.tanggal": "tanggal entri SIMFONI-PPA; kosong bila belum dientri",
    "sumber": "dari surat, atau dari percakapan telepon",
    "surat.disampaikan": "tanggal dan cara surat disampaikan",
    "surat.ditandatangani": "tanggal ditandatangani",
    "surat.diterima": "tanggal surat masuk diterima",
    "surat.hal": "hal surat",
    "surat.halaman": "jumlah halaman",
    "surat.id": "nomor pengenal surat",
    "surat.jenis": "jenis surat",
    "surat.kepada": "penerima sebagai inisial",
    "surat.nomor": "nomor surat masuk; kosong bila tidak bernomor",
    "surat.penyusun": "akun penyusun konsep",
    "surat.revisi": "revisi ke berapa",
    "surat.sidik": "sidik (SHA-256) konsep, untuk mencocokkan",
    "surat.sifat": "sifat surat",
    "surat.tanggal": "tanggal surat masuk; kosong bila tidak bertanggal",
    "tanggal": "tanggal dicetak",
    "tanggal_hasil": "tanggal hasil akhir",
    "tanggal_isi": "tanggal formulir diisi; kosong bila diisi dengan tangan",
    "tanggal_kejadian": "tanggal kejadian",
    "tanggal_surat": "tanggal surat; ditetapkan saat disetujui",
    "telepon": "telepon kantor; boleh kosong",
    "telepon.ada": "terisi bila pengaduan lewat telepon; untuk {%p if telepon.ada %}",
    "telepon.dijelaskan": "kotak: layanan dan prinsip sudah dijelaskan",
    "telepon.janji_jam": "jam yang dijanjikan",
    "telepon.janji_tanggal": "tanggal yang dijanjikan",
    "telepon.jawaban": "jawaban penelepon atas saran",
    "telepon.saran": "kotak: saran kepada penelepon",
    "tembusan": "tembusan, satu lembaga tiap baris; kosong bila tidak ada",
    "tempat": "tempat pada baris tanggal",
    "tempat_kejadian": "kotak: tempat kejadian",
    "tenggat": "tenggat terdekat",
    "terlapor.alamat": "alamat terlapor",
    "terlapor.hubungan": "hubungan terlapor dengan korban",
    "terlapor.inisial": "inisial terlapor",
    "terlapor.jk": "jenis kelamin terlapor",
    "terlapor.lain": "terlapor lain",
    "terlapor.nama": "nama terlapor (hanya formulir dalam)",
    "terlapor.serumah": "kotak: serumah dengan korban",
    "terlapor.telepon": "telepon terlapor",
    "terlapor.umur": "umur terlapor",
    "terlapor.umur_perkiraan": "kotak: umur itu perkiraan",
    "tindak_lanjut": "tindak lanjut yang disiapkan",
    "uraian_hasil": "uraian hasil dengan kata-kata petugas, orang sebagai inisial",
    "ujung.kelompok": "sidik catatan terakhir, dalam kelompok",
    "ujung.nomor": "nomor catatan terakhir",
    "ujung.waktu": "waktu catatan terakhir",
    "unit": "nama pendek unit layanan",
    "waktu.berlalu": "waktu sejak didaftarkan, tanpa jeda klarifikasi",
    "waktu.jeda": "lamanya menunggu klarifikasi",
    "waktu.layanan": "waktu kerja di meja, dibanding sasaran 15 menit",
    "yang_bersangkutan": "sapaan bila pembaca adalah korban, jika tidak “yang bersangkutan”",
    "yth": "penerima, satu baris tiap baris, mulai dari “Yth.”",
}  # fmt: skip
