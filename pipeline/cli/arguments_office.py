"""The arguments of the verbs by which an office is kept: books and recap, backup and keys, people, proof, retention."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")


def _export(sub: ArgumentParser) -> None:
    sub.add_argument("book", choices=BOOKS, metavar="BUKU", help=f"buku: {', '.join(BOOKS)}")
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("xlsx", "csv", "pdf"), help="bentuk berkas; bila kosong csv")
    form.add_argument(
        "--csv", dest="format", action="store_const", const="csv", help="sama dengan --format csv"
    )
    when = sub.add_mutually_exclusive_group()
    when.add_argument("--month", metavar="BULAN", help="hanya bulan ini, contoh 2026-11")
    when.add_argument("--year", metavar="TAHUN", help="hanya tahun ini, contoh 2026")
    when.add_argument("--from", dest="since", metavar="TANGGAL", help="hari pertama, contoh 01-11-2026")
    sub.add_argument("--until", metavar="TANGGAL", help="hari terakhir, ikut dihitung")
    sub.add_argument("--to", metavar="DIR", help="folder tujuan; tanpa itu ke keluaran standar")
    sub.add_argument(
        "--purpose",
        choices=PURPOSES,
        help="keperluan; dicatat. Bila kosong ditanya, tanpa terminal “tanpa keterangan”",
    )


def _import_register(sub: ArgumentParser) -> None:
    sub.add_argument("file", metavar="BERKAS", help="lembar .xlsx atau .csv dengan judul kolom register")
    sub.add_argument("--scans", metavar="DIR", help="folder pindaian lama; nama berkas = nomor register")
    sub.add_argument(
        "--sheet", metavar="N", type=int, default=1, help="lembar ke berapa dalam berkas itu; bila kosong 1"
    )
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--dry-run", action="store_true", help="hanya tampilkan apa yang akan masuk")
    choice.add_argument(
        "--apply", action="store_true", help="masukkan baris yang tidak meragukan tanpa bertanya"
    )


RECIPIENTS = ("province", "ministry", "publication")
DAYS = 14


def _recap(sub: ArgumentParser) -> None:
    when = sub.add_mutually_exclusive_group(required=True)
    when.add_argument("--month", metavar="BULAN", help="bulan ini, contoh 2026-11")
    when.add_argument("--quarter", metavar="TRIWULAN", help="triwulan ini, contoh 2026-Q4")
    when.add_argument("--year", metavar="TAHUN", help="tahun ini, contoh 2026")
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--xlsx", dest="form", action="store_const", const="xlsx", help="berkas XLSX")
    form.add_argument("--pdf", dest="form", action="store_const", const="pdf", help="berkas PDF siap dicetak")
    sub.add_argument(
        "--for",
        dest="recipient",
        choices=RECIPIENTS,
        help="province: provinsi; ministry: kementerian; publication: untuk umum, angka kecil disamarkan; bila kosong "
        "untuk kantor sendiri",
    )
    sub.add_argument("--to", metavar="DIR", help="folder tujuan berkas; tanpa itu ke keluaran standar")
    sub.add_argument(
        "--days",
        metavar="N",
        type=int,
        default=DAYS,
        help=f"belum dijawab lebih dari N hari kalender; bila kosong {DAYS}",
    )
    sub.add_argument(
        "--purpose", choices=PURPOSES, help="keperluan; dicatat. Bila kosong menurut penerimanya"
    )
    sub.add_argument(
        "--merge", metavar="DIR",
        help="jumlahkan rekap JSON banyak kantor dari folder ini (bulanan, --for province), untuk provinsi",
    )  # fmt: skip
    sub.add_argument(
        "--offices",
        metavar="BERKAS",
        help="bersama --merge: daftar kantor, satu nama setiap baris, untuk menyebut yang belum ada",
    )


def _backup(sub: ArgumentParser) -> None:
    sub.add_argument(
        "place", nargs="?", default="", metavar="TEMPAT", help="folder atau sftp:…; bawaan: cadangan.tempat"
    )
    sub.add_argument(
        "--read-data", action="store_true", help="baca kembali semua data cadangan, bukan sebagian"
    )
    sub.add_argument(
        "--thin", action="store_true", help="sesudahnya hapus cadangan yang lebih tua dari simpan_hari"
    )


def _restore(sub: ArgumentParser) -> None:
    sub.add_argument("place", metavar="TEMPAT", help="folder cadangan atau sftp:…")
    sub.add_argument("dir", metavar="DIR", help="rumah kantor yang baru, folder kosong")
    sub.add_argument("--snapshot", default="", metavar="ID", help="cadangan tertentu; bawaan: yang terbaru")
    sub.add_argument(
        "--damaged",
        action="store_true",
        help="bila media lain tidak ada: pulihkan dari media yang rusak apa yang terbukti utuh",
    )
    sub.add_argument("--key", metavar="BERKAS", help="berkas backup.key, sebagai ganti mengetik kata sandi")


def _sheet(sub: ArgumentParser) -> None:
    choice = sub.add_mutually_exclusive_group(required=True)
    choice.add_argument("--to", metavar="DIR", help="tulis PDF ke folder ini; hapus setelah dicetak")
    choice.add_argument(
        "--confirm", action="store_true", help="ketik satu kelompok dari lembar yang tercetak"
    )
    sub.add_argument("--again", action="store_true", help="cetak lagi; alasan ditanya dan dicatat")


def _keys(sub: ArgumentParser) -> None:
    sub.add_argument("action", choices=("list", "rotate"), help="lihat, atau buat kunci berikutnya")
    sub.add_argument(
        "kind", nargs="?", choices=("code", "seal"), help="rotate: kode salinan, atau segel register"
    )


def _upgrade(sub: ArgumentParser) -> None:
    sub.add_argument(
        "--to", default="", dest="place", metavar="TEMPAT", help="tempat cadangan; bawaan: cadangan.tempat"
    )


def _cert(sub: ArgumentParser) -> None:
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument(
        "--renew", action="store_true", help="buat sertifikat baru, dengan kunci yang sama, untuk dua tahun"
    )
    choice.add_argument(
        "--new-key",
        action="store_true",
        help="buat kunci dan sertifikat baru, bila kuncinya bocor atau rusak",
    )
    sub.add_argument("--to", default="", metavar="DIR", help="tulis salinan untuk PC kantor ke folder ini")


def _migrate_database(sub: ArgumentParser) -> None:
    sub.add_argument(
        "to",
        choices=("postgresql", "sqlite"),
        metavar="TUJUAN",
        help="postgresql: dari var/rangkap.db ke server pada RANGKAP_DATABASE; sqlite: dari server itu ke var/rangkap.db",
    )


def _migrate_store(sub: ArgumentParser) -> None:
    sub.add_argument(
        "to",
        choices=("bucket", "folder"),
        metavar="TUJUAN",
        help="bucket: dari archive/ ke ember pada RANGKAP_ARCHIVE; folder: dari ember itu ke archive/",
    )


ROLES = (
    "petugas_penerima",
    "petugas_identifikasi",
    "ketua",
    "arsiparis",
    "admin_teknis",
    "pengawas",
)


def _case(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")


def _users(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "history", "add", "roles", "lock", "unlock", "reset", "first"),
        help="list: lihat; history: riwayat; add: tambah; roles: ubah peran; lock, unlock: kunci, buka; reset: kata masuk "
        "baru; first: kata masuk pertama bagi admin, sekali, di konsol",
    )
    sub.add_argument("name", nargs="?", default="", metavar="AKUN", help="nama akun")
    sub.add_argument(
        "--role",
        action="append",
        default=[],
        choices=ROLES,
        metavar="PERAN",
        help=f"add, roles: peran, boleh berulang: {', '.join(ROLES)}",
    )
    sub.add_argument(
        "--console", action="store_true", help="reset: bagi admin yang terkunci, di komputer kantor sendiri"
    )


def _page(sub: ArgumentParser) -> None:
    sub.add_argument("month", metavar="BULAN", help="bulan yang sudah berakhir, contoh 2026-11")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")


def _archive(sub: ArgumentParser) -> None:
    sub.add_argument("action", choices=("close",), help="close: tutup tahun yang sudah berakhir")
    sub.add_argument("year", type=int, metavar="TAHUN", help="tahun, contoh 2026")
    sub.add_argument(
        "--incomplete",
        action="store_true",
        help="juga bila ada bulan tanpa lembar bertanda tangan; alasan ditanya, dan bulannya disebut",
    )


def _hand_over(sub: ArgumentParser) -> None:
    sub.add_argument(
        "what", metavar="KASUS|TAHUN", help="nomor kasus, atau tahun yang semua kasusnya selesai"
    )
    sub.add_argument(
        "--to", required=True, metavar="DIR", help="folder tujuan, misalnya medium untuk diserahkan"
    )
    sub.add_argument("--minutes", default="", metavar="NOMOR", help="nomor berita acara serah terima")


def _move(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="kasus yang salah, contoh 2026-0001")
    sub.add_argument("document", metavar="DOKUMEN", help="nama dokumen seperti pada rangkap show")
    sub.add_argument("--into", required=True, metavar="KASUS", help="kasus yang benar")
    sub.add_argument(
        "--void",
        action="store_true",
        help="sekaligus batalkan pendaftaran kasus yang salah, bila menjadi kosong",
    )
    sub.add_argument(
        "--apply", action="store_true", help="pindahkan tanpa bertanya; alasan melalui masukan standar"
    )


def _dispose(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action",
        choices=("list", "propose", "print", "approve", "withdraw", "destroy"),
        help="list: keadaan tiap kasus dan daftar; propose: buat daftar usul musnah; print: cetak daftar dan berita acara; "
        "approve: catat persetujuan (ketua); withdraw: cabut daftar; destroy: musnahkan",
    )
    sub.add_argument("list", nargs="?", default="", metavar="DAFTAR", help="nomor daftar, contoh M-2036-01")
    sub.add_argument("--year", type=int, metavar="TAHUN", help="list, propose: hanya kasus tahun ini")
    sub.add_argument("--to", metavar="DIR", help="print: folder tujuan")


OFFICE: Mapping[str, Callable[[ArgumentParser], None]] = {
    "export": _export,
    "import-register": _import_register,
    "recap": _recap,
    "backup": _backup,
    "restore": _restore,
    "recovery-sheet": _sheet,
    "keys": _keys,
    "upgrade": _upgrade,
    "migrate-database": _migrate_database,
    "migrate-store": _migrate_store,
    "cert": _cert,
    "conflicts": _case,
    "users": _users,
    "page": _page,
    "archive": _archive,
    "hand-over": _hand_over,
    "move": _move,
    "erasure-letter": _case,
    "dispose": _dispose,
}
