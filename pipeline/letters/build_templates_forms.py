"""The shipped forms of a case: Formulir Pendaftaran and Laporan Hasil Identifikasi.

Both are internal. The registration form bears names (product.md, *Requirements*); the report
bears initials.
"""

from __future__ import annotations

from pipeline.letters import build_templates_page as page
from pipeline.letters import build_templates_parts as made
from pipeline.letters.build_templates_emblem import emblem
from pipeline.letters.build_templates_parts import Entry
from pipeline.letters.parts import line

_MARK = "Rahasia – hanya untuk petugas yang menangani"
NUMBERS: tuple[Entry, ...] = (
    ("Nomor register", "{{ nomor_register }}", "Nomor kasus", "{{ nomor_kasus }}"),
    ("Nomor agenda", "{{ nomor_agenda }}", "Tanggal cetak", "{{ tanggal }}"),
)
HEAD = line("{{ kop.pemerintah }}", "KopAlamat") + line("{{ kop.unit }}", "KopUnit")


def form(name: str, content: str, top: str) -> bytes:
    """Return the internal form ``name`` with its mark on top and at the foot of every page."""
    body = page.section_of(top + made.title(name.upper(), _MARK) + content)
    foot = page.plain_foot(f"{name} · {_MARK} · Kasus {{{{ nomor_kasus }}}}")
    pictures = {"lambang.png": emblem()} if "rId6" in body else {}
    return page.docx(body, foot, pictures=pictures)


def registration() -> bytes:
    """Return the Formulir Pendaftaran: what was asked in steps 1 to 4, an empty box where nothing is known."""
    content = (
        made.section("Nomor", NUMBERS)
        + made.section("A. Surat atau telepon", _COMPLAINT)
        + made.section("B. Pelapor", _REPORTER)
        + made.section("C. Korban", _VICTIM)
        + made.section("D. Terlapor", _REPORTED)
        + made.section("E. Kejadian", _EVENT)
        + made.section("F. Kontak aman", _CONTACT, kept=made.KEPT)
        + line("{%p if telepon.ada %}", "Pembatas", made.KEPT)
        + made.section("G. Percakapan telepon", _CALL, kept=made.KEPT)
        + line("{%p endif %}", "Pembatas", made.KEPT)
        + line(
            "Formulir ini diisi petugas {{ sumber }}. Kotak kosong berarti belum diketahui.",
            "Keterangan",
            made.KEPT,
        )
        + made.signatures(None, made.clerk("Petugas penerima,"))
    )
    return form("Formulir Pendaftaran", content, HEAD)


_COMPLAINT: tuple[Entry, ...] = (
    ("Kanal", "{{ pengaduan.kanal }}"),
    ("Tanggal diterima", "{{ pengaduan.tanggal }}", "Jam diterima", "{{ pengaduan.jam }}"),
    ("Bentuk", "{{ pengaduan.bentuk }}"),
    ("Pengirim", "{{ pengaduan.pengirim }}", "Lembaga", "{{ pengaduan.lembaga }}"),
    ("Alamat lembaga", "{{ pengaduan.alamat_pengirim }}", "Tempat lembaga", "{{ pengaduan.tempat_pengirim }}"),
    ("Nomor surat", "{{ pengaduan.nomor }}", "Tanggal surat", "{{ pengaduan.tanggal_surat }}"),
    ("Hal", "{{ pengaduan.hal }}", "Lampiran", "{{ pengaduan.lampiran }}"),
    ("Isi ringkas", "{{ pengaduan.isi_ringkas }}"),
    ("Nomor penelepon", "{{ pengaduan.nomor_penelepon }}", "Mulai – selesai",
     '{{ pengaduan.telepon_mulai }}{{ " – " if pengaduan.telepon_selesai else "" }}{{ pengaduan.telepon_selesai }}'),
)  # fmt: skip
_REPORTER: tuple[Entry, ...] = (
    ("Nama", "{{ pelapor.nama }}", "Korban sendiri", "{{ pelapor.korban_sendiri }}"),
    ("Hubungan dengan korban", "{{ pelapor.hubungan }}"),
    ("NIK", "{{ pelapor.nik }}", "Telepon", "{{ pelapor.telepon }}"),
    ("Alamat", "{{ pelapor.alamat }}", "Nama dirahasiakan", "{{ pelapor.rahasia }}"),
)
_VICTIM: tuple[Entry, ...] = (
    ("Nama", "{{ korban.nama }}", "Nama lengkap", "{{ korban.nama_lengkap }}"),
    ("Bila belum diketahui, alasannya", "{{ korban.alasan }}"),
    ("Jenis kelamin", "{{ korban.jk }}", "Tanggal lahir", "{{ korban.lahir }}"),
    ("Umur (tahun)", "{{ korban.umur }}", "Umur perkiraan", "{{ korban.umur_perkiraan }}"),
    ("NIK", "{{ korban.nik }}", "Telepon", "{{ korban.telepon }}"),
    ("Alamat", "{{ korban.alamat }}"),
    ("Disabilitas", "{{ korban.disabilitas }}"),
    ("Kebutuhan khusus", "{{ korban.kebutuhan }}", "Pekerjaan", "{{ korban.pekerjaan }}"),
    ("Pendidikan", "{{ korban.pendidikan }}"),
    ("Status perkawinan", "{{ korban.status }}"),
    ("Wali", "{{ korban.wali }}", "Telepon wali", "{{ korban.telepon_wali }}"),
    ("Persetujuan korban atau wali", "{{ korban.persetujuan }}"),
    ("Korban lain (nama, umur, L/P)", "{{ korban.lain }}", "Anak lain yang terdampak", "{{ korban.anak_terdampak }}"),
)  # fmt: skip
_REPORTED: tuple[Entry, ...] = (
    ("Nama", "{{ terlapor.nama }}", "Jenis kelamin", "{{ terlapor.jk }}"),
    ("Hubungan dengan korban", "{{ terlapor.hubungan }}"),
    ("Umur (tahun)", "{{ terlapor.umur }}", "Umur perkiraan", "{{ terlapor.umur_perkiraan }}"),
    ("Alamat", "{{ terlapor.alamat }}", "Telepon", "{{ terlapor.telepon }}"),
    ("Serumah dengan korban", "{{ terlapor.serumah }}"),
    ("Terlapor lain (nama, umur, L/P)", "{{ terlapor.lain }}"),
)
_EVENT: tuple[Entry, ...] = (
    ("Tanggal kejadian", "{{ kejadian.tanggal }}", "Jam kejadian", "{{ kejadian.jam }}"),
    ("Tempat", "{{ kejadian.tempat }}"),
    ("Kecamatan", "{{ kejadian.kecamatan }}", "Berulang", "{{ kejadian.berulang }}"),
    ("Keterangan tempat", "{{ kejadian.keterangan }}"),
    ("Saksi (nama, umur, L/P)", "{{ kejadian.saksi }}"),
    ("Jenis kekerasan", "{{ kejadian.jenis }}"),
    ("Tingkat risiko", "{{ kejadian.risiko }}"),
    ("Layanan yang sudah diberikan", "{{ kejadian.layanan_diberikan }}"),
    ("Layanan yang diminta", "{{ kejadian.layanan_diminta }}"),
    ("Permintaan", "{{ kejadian.permintaan }}"),
    ("Tenggat untuk", "{{ kejadian.tenggat_untuk }}", "Tanggal dan jam",
     "{{ kejadian.tenggat_tanggal }} {{ kejadian.tenggat_jam }}"),
)  # fmt: skip
_CONTACT: tuple[Entry, ...] = (
    ("Cara", "{{ kontak.cara }}"),
    ("Nama", "{{ kontak.nama }}", "Telepon", "{{ kontak.telepon }}"),
    ("Alamat", "{{ kontak.alamat }}"),
    ("Tempat pada surat", "{{ kontak.tempat }}", "Sudah dipastikan", "{{ kontak.dipastikan }}"),
    ("Jam yang diizinkan", "{{ kontak.jam }}", "Milik", "{{ kontak.milik }}"),
)
_CALL: tuple[Entry, ...] = (
    ("Layanan, rujukan, dan prinsip dijelaskan", "{{ telepon.dijelaskan }}"),
    ("Saran kepada penelepon", "{{ telepon.saran }}"),
    ("Jawaban penelepon", "{{ telepon.jawaban }}"),
    ("Tanggal yang dijanjikan", "{{ telepon.janji_tanggal }}", "Jam", "{{ telepon.janji_jam }}"),
)


def identification() -> bytes:
    """Return the Laporan Hasil Identifikasi (steps 6 to 9); people as initials, room for the officer's words."""
    content = (
        made.section("Nomor", (*NUMBERS, ("Diterima", "{{ diterima }}", "Kanal", "{{ kanal }}")))
        + made.section("A. Para pihak (inisial)", PARTIES)
        + made.section("B. Hasil identifikasi", _FOUND)
        + made.box("Alasan tingkat risiko", "", 700)
        + made.box("C. Isi ringkas dan kronologi", "{{ isi_ringkas }}", 2100)
        + made.heading("Bahasa daerah: kata asli dan artinya")
        + made.listing(
            (3600, 1500, 3971),
            ("Kata asli", "Bahasa", "Arti"),
            "bahasa",
            ("{{ baris.kata }}", "{{ baris.bahasa }}", "{{ baris.arti }}"),
        )
        + made.box("D. Kondisi korban", "", 1300)
        + made.section("E. Kebutuhan dan harapan", _NEEDS)
        + made.heading("F. Klarifikasi")
        + made.listing(
            (1500, 3200, 2171, 2200),
            ("Tanggal", "Hal", "Cara", "Hasil"),
            "klarifikasi",
            ("{{ baris.tanggal }}", "{{ baris.hal }}", "{{ baris.cara }}", "{{ baris.hasil }}"),
        )
        + made.section("G. Rencana", _PLAN)
        + made.box("H. Kesimpulan", "", 1100, kept=made.KEPT)
        + made.signatures(
            (("Mengetahui,", "{{ jabatan }},"), "{{ ketua }}", ""), made.clerk("Petugas identifikasi,")
        )
    )
    return form("Laporan Hasil Identifikasi", content, HEAD)


PARTIES: tuple[Entry, ...] = (
    ("Korban", "{{ korban.inisial }}", "L/P, umur", "{{ korban.jk }} {{ korban.umur }}"),
    ("Kelompok umur", "{{ korban.kelompok }}", "Disabilitas", "{{ korban.disabilitas }}"),
    ("Pelapor", "{{ pelapor.inisial }}", "Hubungan", "{{ pelapor.hubungan }}"),
    ("Terlapor", "{{ terlapor.inisial }}", "Hubungan", "{{ terlapor.hubungan }}"),
)
_FOUND: tuple[Entry, ...] = (
    ("Kasus", "{{ baru_lama }}"),
    ("Jenis kasus", "{{ jenis_kasus }}"),
    ("Jenis kekerasan", "{{ jenis_kekerasan }}"),
    ("Tempat kejadian", "{{ tempat_kejadian }}"),
    ("Kecamatan", "{{ kecamatan }}", "Tanggal kejadian", "{{ tanggal_kejadian }}"),
    ("Kewenangan", "{{ kewenangan }}"),
    ("Tingkat risiko", "{{ risiko }}"),
    ("Tenggat", "{{ tenggat }}"),
)
_NEEDS: tuple[Entry, ...] = (
    ("Permintaan", "{{ permintaan }}"),
    ("Layanan yang diminta", "{{ layanan_diminta }}"),
    ("Layanan yang sudah diberikan", "{{ layanan_diberikan }}"),
    ("Persetujuan", "{{ persetujuan }}"),
    ("Masih belum jelas", "{{ belum_jelas }}"),
)
_PLAN: tuple[Entry, ...] = (
    ("Tindak lanjut", "{{ tindak_lanjut }}"),
    ("Rujukan", "{{ rujukan }}"),
)


FORMS = {"formulir-pendaftaran": registration, "laporan-hasil-identifikasi": identification}
