"""All keys of office.toml, for ``rangkap init`` and ``docs/settings.md``."""

from dataclasses import dataclass
from typing import Any

from pipeline.kernel.letter_kinds import LETTER_KINDS


@dataclass(frozen=True)
class Option:
    """One key ("bagian.nama"); numbers are positive unless said."""

    key: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    may_be_zero: bool = False


OPTIONS: tuple[Option, ...] = (
    Option("kantor.percobaan", False,
           "Rumah percobaan: jam boleh digeser (RANGKAP_CLOCK). Kantor sungguhan: tidak (false)."),
    Option("kantor.nama", "P2TP2A Kabupaten Batang Asri", "Nama unit layanan, seperti dalam surat."),
    Option("kantor.singkatan", "P2TP2A", "Nama pendek unit layanan."),
    Option("kantor.nama_panjang", "Pusat Pelayanan Terpadu Pemberdayaan Perempuan dan Anak (P2TP2A)",
           "Baris unit layanan pada kop surat."),
    Option("kantor.pemerintah", "Pemerintah Kabupaten Batang Asri", "Baris pertama kop surat."),
    Option("kantor.dinas",
           "Dinas Pengendalian Penduduk, Keluarga Berencana dan Pemberdayaan Perempuan dan Perlindungan Anak",
           "Nama dinas pada kop surat (huruf terbesar)."),
    Option("kantor.alamat", "Jalan Melati Raya No. 0 Muara Lanting", "Alamat kantor."),
    Option("kantor.telepon", "(0000) 000000", "Telepon kantor."),
    Option("kantor.pos_el", "", "Alamat pos-el kantor; boleh kosong."),
    Option("kantor.tempat", "Muara Lanting", "Tempat pada baris tanggal surat."),
    Option("kantor.jam_layanan", "hari kerja pukul 08.00-15.00 WIB", "Jam layanan dalam surat."),
    Option("kantor.zona_waktu", "Asia/Jakarta", "Zona waktu kantor (nama IANA)."),
    Option("kantor.libur_sabtu", True, "Hari Sabtu bukan hari kerja."),
    Option("kantor.libur_minggu", True, "Hari Minggu bukan hari kerja."),
    Option("kantor.nomor_sk", "", "Nomor SK prosedur; kosong berarti tidak dicetak."),
    Option("surat.kertas", "A4", "Ukuran kertas surat.", ("A4", "F4")),
    Option("surat.huruf", "Arial", "Jenis huruf surat."),
    Option("surat.bolak_balik", False,
           "Pencetak memakai dua sisi kertas: dalam satu berkas cetak, setiap salinan mulai pada lembar baru."),
    Option("surat.sifat", "Rahasia", "Sifat surat bawaan."),
    Option("surat.layanan",
           ["konsultasi dan pendampingan psikologis", "pendampingan hukum", "layanan kesehatan melalui rujukan", "tempat tinggal sementara yang aman"],
           "Layanan yang disebut dalam surat jawaban."),
    Option("surat.darurat", "110 (Kepolisian) atau SAPA 129 / WhatsApp 08111-129-129",
           "Nomor darurat dalam surat jawaban."),
    Option("surat.amplop", "DL", "Ukuran amplop: DL (110 × 220 mm) atau C5 (162 × 229 mm).", ("DL", "C5")),
    Option("surat.pengirim_luar", "netral",
           "Pengirim pada amplop, label, dan tanda terima: netral hanya pemerintah dan alamat; kantor juga nama unit.",
           ("netral", "kantor")),
    Option("surat.alamat_kembali", "", "Alamat pengirim di luar surat; kosong berarti alamat kantor."),
    Option("nomor.penomoran", "sendiri",
           "Siapa memberi nomor surat: kantor sendiri, atau sekretariat dinas setelah ditandatangani.",
           ("sendiri", "sekretariat")),
    Option("nomor.pola_surat", "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}", "Pola nomor surat keluar."),
    Option("nomor.kode", "400.2", "Kode klasifikasi surat."),
    Option("nomor.kode_klasifikasi", {"400.2": "pemberdayaan perempuan dan pelindungan anak"},
           "Tabel kode klasifikasi yang dipakai kantor; setiap kode surat harus ada di sini."),
    Option("nomor.kode_jenis", {},
           f"Kode klasifikasi menurut jenis surat ({', '.join(LETTER_KINDS)}), bila bukan nomor.kode."),
    Option("nomor.unit", "P2TP2A", "Kode unit dalam nomor surat."),
    Option("nomor.urut_awal", 1,
           "Nomor urut pertama surat keluar bagi kantor yang mulai di tengah tahun; tahun berikutnya mulai dari 1."),
    Option("nomor.pola_register", "{urut:04}/TL/{bulan_romawi}/{tahun}", "Pola nomor register."),
    Option("nomor.register_awal", 1, "Nomor urut pertama register pada tahun pertama; tahun berikutnya mulai dari 1."),
    Option("masuk.jeda_detik", 1.0, "Lama berkas harus tenang sebelum diambil dari inbox."),
    Option("masuk.jeda_tanpa_sewa_detik", 15.0, "Sama, bila sistem berkas tidak mengenal sewa (lease)."),
    Option("masuk.jeda_lambat_detik", 10.0,
           "Sama, bila berkas tampak belum selesai (PDF tanpa penutup) atau namanya ada dalam masuk.pemindai_lambat."),
    Option("masuk.pemindai_lambat", [],
           'Pola nama berkas dari pemindai yang menulis halaman demi halaman, misalnya ["SCN_*", "rujukan/*"].'),
    Option("masuk.folder", {"surat": "surat", "telepon": "telepon", "rujukan": "rujukan"},
           "Subfolder inbox yang isinya ikut diambil, dan kanal (surat, telepon, rujukan) yang diusulkan untuknya."),
    Option("masuk.sapuan_detik", 2.0, "Jarak antara dua pemeriksaan inbox."),
    Option("masuk.batas_mb", 200, "Ukuran terbesar satu berkas (MB)."),
    Option("masuk.ruang_bebas_mb", 500,
           "Penerimaan dijeda bila ruang bebas di cakram inbox atau var kurang dari ini (MB)."),
    Option("masuk.batas_ditolak_mb", 2000, "Penerimaan dijeda bila isi inbox/ditolak lebih dari ini (MB)."),
    Option("masuk.batas_folder_mb_per_jam", 4000,
           "Sebanyak ini (MB) yang diambil dari inbox, atau dari satu subfolder, dalam satu jam; sisanya menunggu. 0: tanpa batas.",
           may_be_zero=True),
    Option("masuk.batas_megapiksel", 120, "Ukuran terbesar satu gambar (megapiksel)."),
    Option("masuk.batas_halaman", 500, "Jumlah halaman terbanyak satu berkas."),
    Option("masuk.tanpa_isolasi", False, "Terima risiko membaca berkas tanpa isolasi (bubblewrap)."),
    Option("masuk.lembaga", [],
           'Kata pertama nama lembaga pengirim yang belum dikenal pembacaan, misalnya ["Sakti Peksos", "PMI"].'),
    Option("masuk.kata_bahaya", [],
           'Kata bahaya tambahan yang menaikkan surat ke urutan teratas; "disantet*" berarti akhiran apa pun.'),
    Option("cadangan.tempat", "",
           "Tempat cadangan: folder di media lain (/media/usb/rangkap) atau sftp:pengguna@komputer:/folder."),
    Option("cadangan.batas_hari", 2, "Umur cadangan terakhir (hari) sebelum doctor dan todo memperingatkan."),
    Option("cadangan.simpan_hari", 60,
           "Cadangan yang disimpan semuanya oleh backup --thin (hari); sesudahnya satu per bulan, lalu satu per tahun."),
    Option("telepon.batas_salah", 5,
           "Banyaknya pertanyaan lewat telepon yang salah tentang satu nomor sebelum nomor itu tidak dijawab lagi."),
    Option("telepon.jeda_menit", 60, "Lama satu nomor tidak dijawab sesudah itu (menit)."),
    Option("krisis.nomor", {"Kepolisian": "110", "SAPA 129": "129 / WhatsApp 08111-129-129", "Ambulans": "119"},
           "Nomor telepon pada lembar krisis; tambahkan Polres, rumah sakit, rumah aman, dan pendamping setempat."),
    Option("tenggat.jawaban_hari", 14, "Surat jawaban dalam sekian hari kerja sejak diterima; 0: tidak diingatkan.",
           may_be_zero=True),
    Option("tenggat.ingatkan_hari", 3, "Tenggat tampil pada todo sekian hari kerja sebelumnya."),
    Option("wilayah.kecamatan", ["Lanting Tengah", "Sungai Bakung", "Hulu Asri"], "Daftar kecamatan."),
    Option("aturan.verifikasi_sendiri", False, "Kantor satu orang: boleh memeriksa isian sendiri (dicatat)."),
    Option("web.alamat", "127.0.0.1",
           "Alamat tempat halaman web dibuka; 0.0.0.0 untuk seluruh jaringan kantor (buat sertifikat dahulu)."),
    Option("web.porta", 8000, "Porta halaman web; 0: tanpa halaman web.", may_be_zero=True),
    Option("web.nama", [],
           'Nama atau alamat komputer ini seperti diketik di peramban kantor, misalnya ["rangkap.kantor", "192.168.1.10"].'),
    Option("web.diam_menit", 30, "Halaman web menutup diri setelah sekian menit tanpa dikerjakan."),
)  # fmt: skip

GONE: dict[str, str] = {
    "komputer.pembaca": "komputer yang hanya membaca halaman tidak ada lagi, semua halaman dibaca komputer kantor."
}
"""Keys of earlier versions, each with why it went."""
