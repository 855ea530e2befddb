"""The arguments of the verbs by which an office is kept."""

from collections.abc import Mapping

from pipeline.cli.arguments_cases import CASE
from pipeline.cli.parser import Arguments, arg, either, flag

BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")
RECIPIENTS = ("province", "ministry", "publication")
DAYS = 14
ROLES = ("petugas_penerima", "petugas_identifikasi", "ketua", "arsiparis", "admin_teknis", "pengawas")

OFFICE: Mapping[str, Arguments] = {
    "init": (
        arg("dir", "DIR", "folder rumah kantor"),
        flag("--trial", "rumah percobaan: satu orang mencoba semua akun, jam boleh digeser"),
    ),
    "watch": (flag("--once", "berhenti bila inbox sudah kosong"),),
    "read": (arg("files", "FILE", nargs="+"),),
    "verify": (
        either(
            arg("--case", "KASUS", "hanya isi kasus ini"),
            arg("--head", "SIDIK", "sidik 16 kelompok dari lembar pengesahan: periksa rantai sampai situ"),
        ),
    ),
    "templates": (
        arg(
            "what", said="check: periksa; fields: daftar isian dengan contohnya", choices=("check", "fields")
        ),
        arg("name", "NAMA", "nama templat tanpa .docx; boleh kosong: semuanya", nargs="?"),
        arg("--to", "DIR", "check: tulis contoh terisi (DOCX dan gambar halaman) ke folder ini"),
    ),
    "numbers": (arg("year", "TAHUN", "tahun; tanpa itu semua tahun", nargs="?", type=int),),
    "export": (
        arg("book", "BUKU", f"buku: {', '.join(BOOKS)}", choices=BOOKS),
        either(
            arg("--format", said="bentuk berkas; bila kosong csv", choices=("xlsx", "csv", "pdf")),
            arg("--csv", said="sama dengan --format csv", dest="format", action="store_const", const="csv"),
        ),
        either(
            arg("--month", "BULAN", "hanya bulan ini, contoh 2026-11"),
            arg("--year", "TAHUN", "hanya tahun ini, contoh 2026"),
            arg("--from", "TANGGAL", "hari pertama, contoh 01-11-2026", dest="since"),
        ),
        arg("--until", "TANGGAL", "hari terakhir, ikut dihitung"),
        arg("--to", "DIR", "folder tujuan; tanpa itu ke keluaran standar"),
        arg(
            "--purpose",
            said="keperluan; dicatat. Bila kosong ditanya, tanpa terminal “tanpa keterangan”",
            choices=PURPOSES,
        ),
    ),
    "import-register": (
        arg("file", "BERKAS", "lembar .xlsx atau .csv dengan judul kolom register"),
        arg("--scans", "DIR", "folder pindaian lama; nama berkas = nomor register"),
        arg("--sheet", "N", "lembar ke berapa dalam berkas itu; bila kosong 1", type=int, default=1),
        either(
            flag("--dry-run", "hanya tampilkan apa yang akan masuk"),
            flag("--apply", "masukkan baris yang tidak meragukan tanpa bertanya"),
        ),
    ),
    "recap": (
        either(
            arg("--month", "BULAN", "bulan ini, contoh 2026-11"),
            arg("--quarter", "TRIWULAN", "triwulan ini, contoh 2026-Q4"),
            arg("--year", "TAHUN", "tahun ini, contoh 2026"),
            required=True,
        ),
        either(
            arg("--xlsx", said="berkas XLSX", dest="form", action="store_const", const="xlsx"),
            arg("--pdf", said="berkas PDF siap dicetak", dest="form", action="store_const", const="pdf"),
        ),
        arg(
            "--for",
            said="province: provinsi; ministry: kementerian; publication: untuk umum, angka kecil disamarkan; bila kosong "
            "untuk kantor sendiri",
            dest="recipient",
            choices=RECIPIENTS,
        ),
        arg("--to", "DIR", "folder tujuan berkas; tanpa itu ke keluaran standar"),
        arg(
            "--days",
            "N",
            f"belum dijawab lebih dari N hari kalender; bila kosong {DAYS}",
            type=int,
            default=DAYS,
        ),
        arg("--purpose", said="keperluan; dicatat. Bila kosong menurut penerimanya", choices=PURPOSES),
        arg(
            "--merge",
            "DIR",
            "jumlahkan rekap JSON banyak kantor dari folder ini (bulanan, --for province), untuk provinsi",
        ),
        arg(
            "--offices",
            "BERKAS",
            "bersama --merge: daftar kantor, satu nama setiap baris, untuk menyebut yang belum ada",
        ),
    ),
    "backup": (
        arg("place", "TEMPAT", "folder atau sftp:…; bawaan: cadangan.tempat", nargs="?", default=""),
        flag("--read-data", "baca kembali semua data cadangan, bukan sebagian"),
        flag("--thin", "sesudahnya hapus cadangan yang lebih tua dari simpan_hari"),
    ),
    "restore": (
        arg("place", "TEMPAT", "folder cadangan atau sftp:…"),
        arg("dir", "DIR", "rumah kantor yang baru, folder kosong"),
        arg("--snapshot", "ID", "cadangan tertentu; bawaan: yang terbaru", default=""),
        flag("--damaged", "bila media lain tidak ada: pulihkan dari media yang rusak apa yang terbukti utuh"),
        arg("--key", "BERKAS", "berkas backup.key, sebagai ganti mengetik kata sandi"),
    ),
    "recovery-sheet": (
        either(
            arg("--to", "DIR", "tulis PDF ke folder ini; hapus setelah dicetak"),
            flag("--confirm", "ketik satu kelompok dari lembar yang tercetak"),
            required=True,
        ),
        flag("--again", "cetak lagi; alasan ditanya dan dicatat"),
    ),
    "keys": (
        arg("action", said="lihat, atau buat kunci berikutnya", choices=("list", "rotate")),
        arg("kind", said="rotate: kode salinan, atau segel register", nargs="?", choices=("code", "seal")),
    ),
    "upgrade": (arg("--to", "TEMPAT", "tempat cadangan; bawaan: cadangan.tempat", default="", dest="place"),),
    "migrate-database": (
        arg(
            "to",
            "TUJUAN",
            "postgresql: dari var/rangkap.db ke server pada RANGKAP_DATABASE; sqlite: dari server itu ke var/rangkap.db",
            choices=("postgresql", "sqlite"),
        ),
    ),
    "migrate-store": (
        arg(
            "to",
            "TUJUAN",
            "bucket: dari archive/ ke ember pada RANGKAP_ARCHIVE; folder: dari ember itu ke archive/",
            choices=("bucket", "folder"),
        ),
    ),
    "cert": (
        either(
            flag("--renew", "buat sertifikat baru, dengan kunci yang sama, untuk dua tahun"),
            flag("--new-key", "buat kunci dan sertifikat baru, bila kuncinya bocor atau rusak"),
        ),
        arg("--to", "DIR", "tulis salinan untuk PC kantor ke folder ini", default=""),
    ),
    "conflicts": (CASE,),
    "users": (
        arg(
            "action",
            said="list: lihat; history: riwayat; add: tambah; roles: ubah peran; lock, unlock: kunci, buka; reset: kata masuk "
            "baru; first: kata masuk pertama bagi admin, sekali, di konsol",
            nargs="?",
            default="list",
            choices=("list", "history", "add", "roles", "lock", "unlock", "reset", "first"),
        ),
        arg("name", "AKUN", "nama akun", nargs="?", default=""),
        arg(
            "--role",
            "PERAN",
            f"add, roles: peran, boleh berulang: {', '.join(ROLES)}",
            action="append",
            default=[],
            choices=ROLES,
        ),
        flag("--console", "reset: bagi admin yang terkunci, di komputer kantor sendiri"),
    ),
    "page": (
        arg("month", "BULAN", "bulan yang sudah berakhir, contoh 2026-11"),
        arg("--to", "DIR", "folder tujuan", required=True),
    ),
    "archive": (
        arg("action", said="close: tutup tahun yang sudah berakhir", choices=("close",)),
        arg("year", "TAHUN", "tahun, contoh 2026", type=int),
        flag(
            "--incomplete",
            "juga bila ada bulan tanpa lembar bertanda tangan; alasan ditanya, dan bulannya disebut",
        ),
    ),
    "hand-over": (
        arg("what", "KASUS|TAHUN", "nomor kasus, atau tahun yang semua kasusnya selesai"),
        arg("--to", "DIR", "folder tujuan, misalnya medium untuk diserahkan", required=True),
        arg("--minutes", "NOMOR", "nomor berita acara serah terima", default=""),
    ),
    "erasure-letter": (CASE,),
    "dispose": (
        arg(
            "action",
            said="list: keadaan tiap kasus dan daftar; print: cetak daftar dan berita acara",
            choices=("list", "print"),
        ),
        arg("list", "DAFTAR", "nomor daftar, contoh M-2036-01", nargs="?", default=""),
        arg("--year", "TAHUN", "list: hanya kasus tahun ini", type=int),
        arg("--to", "DIR", "print: folder tujuan"),
    ),
}
