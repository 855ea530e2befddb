"""The arguments of each verb; it imports nothing heavy, so that help is quick."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping

from pipeline import __version__
from pipeline.cli.parser import Arguments, Parser, arg, either, flag
from pipeline.kernel.text import N_, Exit
from pipeline.kernel.verbs import VERBS

FORMS = (
    "pendaftaran", "tanda-terima", "klarifikasi", "identifikasi", "disposisi", "verifikasi", "amplop", "label", "laporan",
    "simfoni", "pengesahan",
)  # fmt: skip
CASE = arg("case", "KASUS", "nomor kasus, contoh 2026-0001")
ANSWERS = arg("--answers", "FILE.json", "jawaban untuk skrip dan uji")
LETTER = arg("--letter", "SURAT", "surat yang dimaksud jika dua menunggu, contoh 2026-0001-2", default="")
TO = arg("--to", "DIR", "folder tujuan", required=True)
ACT = (arg("case", "NOMOR", "nomor kasus, contoh 2026-0001; bagi surat masuk nomor agendanya"), ANSWERS)
_ABOUT = arg(
    "about", "TENTANG", "nomor lain, akun, atau pilihan yang dimaksud, jika ada", nargs="*", default=[]
)
_NAMES = (
    "add-letter", "transcribe-document", "move-document", "divide-case", "join-arrivals", "split-arrival", "match-scan", "accept-scan", "strike-arrival", "merge-case", "decide-sender",
    "approve-letter", "return-letter", "take-edited", "leave-edited", "declare-copy-sent", "confirm-statement", "refuse-statement",
    "void-letter", "enter-number", "assign-officer", "refuse-erasure", "propose-copy", "record-conflict", "declare-conflict",
    "lift-conflict", "correct-field", "record-referral-answer", "revoke-referral", "record-visit",
)  # fmt: skip
"""Acts that may name a second thing; others refuse a further word."""
BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")
RECIPIENTS = ("province", "ministry", "publication")
DAYS = 14
ROLES = ("petugas_penerima", "petugas_identifikasi", "ketua", "arsiparis", "admin_teknis", "pengawas")

ARGUMENTS: Mapping[str, Arguments] = {
    **dict.fromkeys(_NAMES, (*ACT, _ABOUT)),
    **dict.fromkeys(("send", "print-copy"), (*ACT, TO)),
    "print-sheet": (*ACT, _ABOUT, TO),
    **dict.fromkeys(("record-mandate", "confirm-clock", "add-holidays", "answer-official-call"), (ANSWERS,)),
    "propose-disposal": (arg("case", "TAHUN", "hanya kasus tahun ini", nargs="?", default=""), ANSWERS),
    "register": (
        arg("item", "ITEM", "nomor agenda atau id; boleh kosong jika hanya satu", nargs="?"),
        arg("--channel", said="telepon, tanpa pindaian; naskahnya tampil lebih dahulu", choices=("phone",)),
        ANSWERS,
    ),
    "call": (CASE, arg("--to", "DIR", "cetak Catatan Telepon ke folder ini", required=True)),
    "explain": (arg("--to", "DIR", "cetak naskahnya ke folder ini, untuk di samping telepon"),),
    "safe-contact": (CASE, arg("--to", "DIR", "cetak Lembar Hubungan ke folder ini")),
    "crisis": (
        arg("case", "KASUS", "nomor kasus; kosong: semua yang menunggu", nargs="?"),
        arg("--to", "DIR", "cetak Lembar Krisis kasus itu ke folder ini"),
    ),
    "draft": (CASE, ANSWERS),
    "review": (
        CASE,
        arg("--show", "DIR", "tulis halaman seperti akan tercetak ke folder ini"),
        LETTER,
    ),
    "edited": (
        CASE,
        either(
            arg("file", "DOCX", "konsep yang sudah disunting", nargs="?"),
            arg("--to", "DIR", "ambil konsep untuk disunting ke folder ini"),
        ),
        LETTER,
    ),
    "print": (
        CASE,
        TO,
        either(
            flag("--draft", "konsep yang menunggu ketua, bertanda KONSEP"),
            flag("--again", "cetak ulang; alasan ditanya atau dari stdin"),
        ),
        LETTER,
    ),
    "report": (CASE, arg("--to", "DIR", "cetak laporannya ke folder ini")),
    "clock": (flag("--all", "juga yang sudah dijawab"),),
    "start-clock": (
        arg("case", "KASUS", "kasus yang datanya diminta; kosong: kebocoran data", nargs="?", default=""),
        ANSWERS,
    ),
    "copy": (
        CASE,
        arg("--show", "DIR", "keluarkan halaman usulan dan PDF-nya ke folder ini, untuk dilihat"),
    ),
    "change-copy": (
        CASE,
        ANSWERS,
    ),  # no word to be blacked out is an argument: others on the machine could read it
    "form": (
        arg("kind", "JENIS", f"jenis: {', '.join(FORMS)}", choices=FORMS),
        arg("number", "NOMOR", "nomor kasus; untuk pengesahan bulan, contoh 2026-11", nargs="?"),
        TO,
        flag("--blank", "formulir kosong, untuk diisi dengan tangan"),
        LETTER,
    ),
    "signature": (arg("item", "ITEM", "nomor agenda atau id surat masuk, atau nomor surat 2026-0001-1"),),
    "find": (
        either(
            arg("number", "NOMOR", "nomor kasus, register, agenda, surat, atau surat masuk", nargs="?"),
            flag("--people", "cari orang; namanya ditanya atau dari masukan standar, bukan di perintah"),
            required=True,
        ),
    ),
    "show": (CASE, flag("--reveal", "tampilkan identitas; alasan ditanya dan dicatat")),
    "code": (arg("text", "KODE"),),
    "init": (
        arg("dir", "DIR", "folder folder data kantor"),
        flag("--trial", "rumah percobaan: satu orang mencoba semua akun, jam boleh digeser"),
    ),
    "watch": (flag("--once", "berhenti jika inbox sudah kosong"),),
    "read": (arg("files", "FILE", nargs="+"),),
    "verify": (
        either(
            arg("--case", "KASUS", "hanya isi kasus ini"),
            arg("--head", "KODE", "kode 16 kelompok dari lembar pengesahan: periksa rantai sampai situ"),
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
            arg("--format", said="bentuk berkas; jika kosong csv", choices=("xlsx", "csv", "pdf")),
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
            said="keperluan; dicatat. Jika kosong ditanya, tanpa terminal “tanpa keterangan”",
            choices=PURPOSES,
        ),
    ),
    "import-register": (
        arg("file", "BERKAS", "lembar .xlsx atau .csv dengan judul kolom register"),
        arg("--scans", "DIR", "folder pindaian lama; nama berkas = nomor register"),
        arg("--sheet", "N", "lembar ke berapa dalam berkas itu; jika kosong 1", type=int, default=1),
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
            said="province: provinsi; ministry: kementerian; publication: untuk umum, angka kecil disamarkan; jika kosong "
            "untuk kantor sendiri",
            dest="recipient",
            choices=RECIPIENTS,
        ),
        arg("--to", "DIR", "folder tujuan berkas; tanpa itu ke keluaran standar"),
        arg(
            "--days",
            "N",
            f"belum dijawab lebih dari N hari kalender; jika kosong {DAYS}",
            type=int,
            default=DAYS,
        ),
        arg("--purpose", said="keperluan; dicatat. Jika kosong menurut penerimanya", choices=PURPOSES),
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
        arg("dir", "DIR", "folder data kantor yang baru, folder kosong"),
        arg("--snapshot", "ID", "cadangan tertentu; bawaan: yang terbaru", default=""),
        flag("--damaged", "jika media lain tidak ada: pulihkan dari media yang rusak apa yang terbukti utuh"),
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
    "rotate-key": (arg("case", "KUNCI", "code: kode pada salinan; seal: segel register"), ANSWERS),
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
            "bucket: dari archive/ ke bucket pada RANGKAP_ARCHIVE; folder: dari bucket itu ke archive/",
            choices=("bucket", "folder"),
        ),
    ),
    "cert": (
        either(
            flag("--renew", "buat sertifikat baru, dengan kunci yang sama, untuk dua tahun"),
            flag("--new-key", "buat kunci dan sertifikat baru, jika kuncinya bocor atau rusak"),
        ),
        arg("--to", "DIR", "tulis salinan untuk PC kantor ke folder ini", default=""),
    ),
    "conflicts": (CASE,),
    "users": (
        arg(
            "action",
            said="list: lihat; history: riwayat; add: tambah; roles: ubah peran; lock, unlock: kunci, buka; reset: kata sandi "
            "baru; first: kata sandi sekali pakai bagi admin, sekali, di konsol",
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
        TO,
    ),
    "archive": (
        arg("action", said="close: tutup tahun yang sudah berakhir", choices=("close",)),
        arg("year", "TAHUN", "tahun, contoh 2026", type=int),
        flag(
            "--incomplete",
            "juga jika ada bulan tanpa lembar bertanda tangan; alasan ditanya, dan bulannya disebut",
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
"""A declared act missing here has the arguments ``ACT``."""

_WHAT = N_("Rangkap: an indirect complaint becomes an answer in duplicate, signed and archived.")
_VERB = N_("VERB")
_VERSION = N_("show the version of this program")
_STATUSES = N_("Exit statuses: {names}.")
_ENDS = {
    Exit.OK: N_("ok"),
    Exit.FAILED: N_("failed"),
    Exit.USAGE: N_("usage"),
    Exit.REFUSED: N_("refused"),
    Exit.NOT_FOUND: N_("not_found"),
    Exit.NO_RIGHT: N_("no_right"),
    Exit.STALE: N_("stale"),
    Exit.DAMAGED: N_("damaged"),
    Exit.INCOMPLETE: N_("incomplete"),
}


def parser(lang: str) -> ArgumentParser:
    """The parser of ``rangkap`` in ``lang``."""
    top = Parser(
        lang=lang,
        prog="rangkap",
        description=_WHAT.fill(lang),
        epilog=_STATUSES.fill(
            lang, names=", ".join(f"{status.value} {_ENDS[status].fill(lang)}" for status in Exit)
        ),
    )
    top.add_argument("--version", action="version", version=__version__, help=_VERSION.fill(lang))
    top.add_argument("--lang", choices=("id", "en"), default=lang, help="bahasa / language")
    verbs = top.add_subparsers(dest="verb", metavar=_VERB.fill(lang), required=True)
    for verb in VERBS:
        sentence = verb.help.fill(lang)
        sub = verbs.add_parser(
            verb.name,
            help=sentence,
            description=sentence,
            lang=lang,
            example=verb.example,
            formatter_class=RawDescriptionHelpFormatter,
        )
        if verb.name not in ("init", "start", "worker", "web", "read", "doctor", "restore"):
            sub.add_argument("--as", dest="account", metavar="AKUN", help="bertindak sebagai akun ini")
        sub.add_argument("--json", action="store_true", help="hasil sebagai JSON")
        sub.take(ARGUMENTS.get(verb.name, ACT if verb.room == "act" else ()))
    return top
