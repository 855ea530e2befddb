"""Refusals of the database."""

from pipeline.kernel.text import Exit, Next, Row

RECORDS: dict[str, Row] = {
    "records.copy_failed": Row(
        "Basis data di server tidak dapat disalin: {tool} berhenti dengan kode {status}; hasilnya tidak "
        "dipakai. Periksa ruang cakram di sini dan di server, apakah server berjalan, dan apakah "
        "penggunanya memiliki basis data itu, lalu ulangi.",
        "The database on the server could not be copied: {tool} ended with status {status}; what it made "
        "is not used. Check the disk here and at the server, that the server runs, and that its user owns "
        "the database, then retry.",
        Exit.FAILED,
    ),
    "records.database_moved": Row(
        "Basis data kantor ini sudah pindah ke {engine} pada {day}; yang ini keadaan sebelum pindah dan "
        "tidak dipakai lagi. {then}",
        "The database of this office moved to {engine} on {day}; this one is as it was before and is used "
        "no more. {then}",
    ),
    "records.destroyed": Row(
        "Kasus {case} dimusnahkan menurut berita acara nomor {number} tanggal {day} (daftar {list}). Hanya "
        "nomor dan sidik dokumennya yang disimpan.",
        "Case {case} was destroyed by the minutes number {number} of {day} (list {list}). Only its numbers "
        "and the digests of its documents are kept.",
        Exit.NOT_FOUND,
        next=(Next("show", "{case}"),),
    ),
    "records.guards_missing": Row(
        "Pengaman basis data hilang atau diubah: {told}. Jangan dipakai sebelum arsip dan register "
        "diperiksa.",
        "Guards of the database are missing or were changed: {told}. Do not use it before archive and "
        "register are checked.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "records.needs_upgrade": Row(
        "Basis data kantor ini dari versi program yang lain. Hentikan layanan, lalu mutakhirkan sebagai "
        "admin; cadangan dibuat dahulu, dan semuanya dikembalikan bila gagal.",
        "The database of this office is of another version of the program. Stop the services, then upgrade "
        "as admin; a backup is made first, and everything is put back if it fails.",
        next=(Next("upgrade"),),
    ),
    "records.no_database": Row(
        "Basis data kantor tidak ada atau belum selesai dibangun, padahal arsip berisi kasus. Bangun "
        "kembali dari arsip.",
        "The database of the office is missing or half built although the archive holds cases. Build it "
        "again from the archive.",
        Exit.DAMAGED,
        next=(Next("rebuild"),),
    ),
    "records.no_server_named": Row(
        "RANGKAP_DATABASE kosong, jadi server PostgreSQL tidak diketahui. Hentikan semua layanan, isi "
        "dengan alamat basis datanya dalam /etc/rangkap/kantor.env (lihat docs/admin.md), lalu ulangi. "
        "Tidak jadi pindah: hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_DATABASE is empty, so the PostgreSQL server is not known. Stop all services, set it to "
        "the address of the database in /etc/rangkap/kantor.env (see docs/admin.md), then retry. If you do "
        "not move: take the line out before services start.",
        Exit.USAGE,
    ),
    "records.no_tool": Row(
        "Program {tool} tidak ada di komputer ini; tanpa itu basis data di server tidak dapat dicadangkan "
        "atau dipulihkan. Pasang paket postgresql-client versi {major} atau lebih baru, lalu ulangi.",
        "The program {tool} is not on this machine; without it a database on a server cannot be backed up "
        "or restored. Install the package postgresql-client, version {major} or newer, then retry.",
    ),
    "records.not_emptied": Row(
        "Basis data pada RANGKAP_DATABASE tidak kosong. Pemulihan hanya ke basis data kosong, supaya tidak "
        "ada yang tertimpa. Buat yang baru (docs/admin.md), ubah RANGKAP_DATABASE, lalu ulangi.",
        "The database of RANGKAP_DATABASE is not empty. A restore goes into an empty database only, so "
        "that nothing is overwritten. Make a new one (docs/admin.md), change RANGKAP_DATABASE, then retry.",
    ),
    "records.not_found": Row("Tidak ada {what} “{given}”.", "There is no {what} “{given}”.", Exit.NOT_FOUND),
    "records.not_owner": Row(
        "Pengguna basis data tidak boleh membuat skema, sehingga basis data lama tidak dapat disisihkan; "
        "tidak ada yang berubah. Jadikan pengguna itu pemilik basis data (lihat docs/admin.md), lalu "
        "ulangi.",
        "The database user may not make a schema, so the old database cannot be set aside; nothing was "
        "changed. Make that user the owner of the database (see docs/admin.md), then retry.",
    ),
    "records.not_storable": Row(
        "Ada isian yang terlalu panjang atau memuat tanda yang tidak dapat disimpan; tidak ada yang "
        "berubah. Ketik lebih pendek, tanpa tanda khusus, lalu ulangi.",
        "Something given is too long or holds a sign that cannot be stored; nothing was changed. Type it "
        "shorter, without special signs, then retry.",
    ),
    "records.nothing_to_move": Row(
        "Tidak ada basis data kantor ini di {engine}, jadi tidak ada yang dipindahkan. Periksa arah dan "
        "RANGKAP_DATABASE.",
        "There is no database of this office on {engine}, so there is nothing to move. Check the direction "
        "and RANGKAP_DATABASE.",
    ),
    "records.number_taken": Row(
        "Nomor {number} sudah pernah dipakai. Periksa pola nomor dan nomor awal di office.toml.",
        "Number {number} has been used before. Check the pattern and the first number in office.toml.",
    ),
    "records.old_tool": Row(
        "Program {tool} versi {version} lebih tua dari server basis data (versi {major}). Pasang "
        "postgresql-client-{major} atau yang lebih baru, lalu ulangi.",
        "The program {tool}, version {version}, is older than the database server (version {major}). "
        "Install postgresql-client-{major} or a newer one, then retry.",
    ),
    "records.pages_behind": Row(
        "Tabel halaman web di basis data asal dari versi lama. Jalankan kantor sekali dengan versi ini, "
        "hentikan, lalu ulangi.",
        "The tables of the pages in the database to be moved are of an older version. Run the office once "
        "with this version, stop it, then retry.",
        next=(Next("start"),),
    ),
    "records.relocation_differs": Row(
        "Isi tujuan tidak sama dengan asal (tabel {table}), jadi pemindahan tidak dinyatakan selesai. "
        "Basis data asal tidak berubah dan tetap dipakai. Ulangi: tujuan diisi dari awal.",
        "The target is not the same as the source (table {table}), so the move is not called done. The "
        "database it came from is unchanged and in use. Retry: the target is filled from the start.",
        Exit.DAMAGED,
    ),
    "records.relocation_open": Row(
        "Basis data ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; basis data asalnya tetap "
        "utuh. Lanjutkan pemindahannya sebagai admin, atau pakai basis data asal (RANGKAP_DATABASE seperti "
        "sebelumnya).",
        "This database is the target of a move that did not end, so it is not used; the database it came "
        "from is whole. Go on with the move as admin, or use the database it came from (RANGKAP_DATABASE "
        "as it was before).",
        next=(Next("migrate-database", "{target}"),),
    ),
    "records.row_unfit": Row(
        "Baris ke-{row} tabel {table} memuat isi yang tidak dapat disimpan di tujuan (kolom {column}: "
        "{reason}). Basis data asal tidak berubah dan tetap dipakai; sampaikan pesan ini kepada pembuat "
        "program.",
        "Row {row} of table {table} holds what the target cannot store (column {column}: {reason}). The "
        "database it came from is unchanged and in use; report this message.",
        Exit.FAILED,
    ),
    "records.server_away": Row(
        "Server basis data (PostgreSQL) tidak dapat dihubungi. Periksa apakah server itu berjalan dan "
        "apakah RANGKAP_DATABASE benar; tidak ada yang hilang, dan pekerjaan dapat diulang.",
        "The database server (PostgreSQL) cannot be reached. Check that it runs and that RANGKAP_DATABASE "
        "is right; nothing is lost, and the work can be repeated.",
        Exit.FAILED,
    ),
    "records.source_damaged": Row(
        "Basis data asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan. Periksa arsip dan "
        "register seluruhnya.",
        "The database to be moved does not pass its check ({what}), so it is not moved. Check archive and "
        "register as a whole.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "records.spoiled_database": Row(
        "Berkas basis data rusak, sedangkan arsip tidak terpengaruh. Bangun kembali dari arsip; berkas "
        "yang rusak disimpan di sampingnya.",
        "The database file is spoiled, while the archive is not touched by it. Build it again from the "
        "archive; the spoiled file is kept beside it.",
        Exit.DAMAGED,
        next=(Next("rebuild"),),
    ),
    "records.stale": Row(
        "{what} sudah diubah orang lain: Anda membaca versi {read}, sekarang versi {now}. Buka lagi, lalu "
        "ulangi.",
        "{what} was changed by somebody else: you read version {read}, it is now {now}. Open it again, "
        "then retry.",
        Exit.STALE,
    ),
    "records.target_taken": Row(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}",
    ),
    "records.tombstone_unreadable": Row(
        "Kasus {case} sudah dimusnahkan, tetapi catatan pemusnahannya dalam basis data rusak. Minta admin "
        "memeriksa arsip, lalu membangun basis data dari arsip.",
        "Case {case} was destroyed, but what the database keeps of that is damaged. Ask the admin to check "
        "the archive, then to build the database from it.",
        Exit.NOT_FOUND,
        next=(Next("verify"), Next("rebuild")),
    ),
    "records.too_many_words": Row(
        "Terlalu banyak yang masuk pada saat yang sama, dan tidak ada yang disimpan. Tunggu sebentar, lalu "
        "coba lagi.",
        "Too many people are signing in at this moment, and nothing was kept. Wait a moment, then try again.",
    ),
}
