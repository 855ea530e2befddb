"""Refusals for files, sandbox, settings, database, register and stores."""

from pipeline.kernel.text import Exit, Next, Row

MACHINE: dict[str, Row] = {
    "archive.bad_name": Row(
        "“{given}” tidak dapat menjadi {kind} dalam arsip. Pakai huruf kecil, angka, titik dan tanda "
        "hubung, misalnya {example}.",
        "“{given}” cannot be the {kind} in the archive. Use lower-case letters, digits, dots and hyphens, "
        "for example {example}.", Exit.USAGE),
    "archive.move_open": Row(
        "Arsip ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; arsip asalnya tetap utuh. "
        "Lanjutkan pemindahannya sebagai admin, atau pakai arsip asal. {then}",
        "This archive is the target of a move that did not end, so it is not used; the archive it came "
        "from is whole. Go on with the move as admin, or use the archive it came from. {then}",
        next=(Next("migrate-store", "{target}"),)),
    "archive.moved": Row(
        "Arsip kantor ini sudah pindah ke {place} pada {day}; yang ini keadaan sebelum pindah dan tidak "
        "dipakai lagi. {then}",
        "The archive of this office moved to {place} on {day}; this one is as it was before and is used no "
        "more. {then}"),
    "archive.name_taken": Row(
        "Kasus {case} sudah memuat {name} dengan isi lain. Berkas lama tidak pernah ditimpa; simpan berkas "
        "baru dengan nama lain.",
        "Case {case} already holds {name} with other content. A filed document is never overwritten; file "
        "the new one under another name."),
    "archive.no_bucket_named": Row(
        "RANGKAP_ARCHIVE kosong, jadi embernya tidak diketahui. Hentikan semua layanan, isi dengan alamat "
        "ember itu dalam /etc/rangkap/kantor.env (lihat docs/archive.md), lalu ulangi. Tidak jadi pindah: "
        "hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_ARCHIVE is empty, so the bucket is not known. Stop all services, set it to the address of "
        "the bucket in /etc/rangkap/kantor.env (see docs/archive.md), then retry. If you do not move: take "
        "the line out before services start.", Exit.USAGE),
    "archive.no_such_object": Row(
        "Arsip tidak memuat {case}. Periksa nomornya, atau cari kasusnya.",
        "The archive does not hold {case}. Check the number, or search for the case.",
        Exit.NOT_FOUND, next=(Next("find"),)),
    "archive.not_as_listed": Row(
        "Arsip {case} bertambah versi ({version}) sejak daftarnya dibuat, jadi tidak dimusnahkan. Periksa "
        "kasus itu; bila tetap akan dimusnahkan, usulkan lagi.",
        "The archive of {case} has got a version ({version}) since the list was made, so it was not "
        "destroyed. Look at the case; if it is still to go, propose it again.",
        next=(Next("show", "{case}"), Next("propose-disposal"))),
    "archive.not_mounted": Row(
        "Folder arsip {folder} tidak memuat tanda {marker}. Mungkin cakram arsip belum terpasang. Pasang "
        "cakram itu; pengarsipan berhenti dulu dan dilanjutkan sendiri setelah tanda itu ada.",
        "The archive folder {folder} does not hold its marker {marker}. Its disk may not be mounted. Mount "
        "it; filing stops and goes on by itself once the marker is there.", Exit.FAILED),
    "archive.not_this_bucket": Row(
        "{folder} bukan arsip kantor: tanda {marker} tidak ada di sana. Periksa RANGKAP_ARCHIVE; "
        "pengarsipan berhenti dulu, tidak ada yang hilang.",
        "{folder} is not the archive of an office: its marker {marker} is not there. Check "
        "RANGKAP_ARCHIVE; filing stops, nothing is lost.", Exit.FAILED),
    "archive.nothing_to_move": Row(
        "Tidak ada arsip kantor ini di {place}, jadi tidak ada yang dipindahkan. Periksa arah dan "
        "RANGKAP_ARCHIVE.",
        "There is no archive of this office in {place}, so there is nothing to move. Check the direction "
        "and RANGKAP_ARCHIVE."),
    "archive.object_damaged": Row(
        "Arsip kasus {case} rusak ({where}), jadi tidak diubah. Periksa arsip kasus itu, "
        "lalu pulihkan dari cadangan.",
        "The archive of case {case} is damaged ({where}), so it was left as it is. Check the archive of "
        "the case, then restore it from the backup.", Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "archive.relocation_differs": Row(
        "Isi tujuan tidak sama dengan asal ({name}), jadi pemindahan tidak dinyatakan selesai. Arsip asal "
        "tidak berubah dan tetap dipakai. Ulangi: yang berbeda diganti; bila tetap terjadi, periksa tempat "
        "tujuannya.",
        "The target is not the same as the source ({name}), so the move is not called done. The archive it "
        "came from is unchanged and in use. Retry: what differs is replaced; if it happens again, have the "
        "target checked.", Exit.DAMAGED),
    "archive.room_taken": Row(
        "Arsip {case} sedang dikerjakan oleh pekerjaan {operation}, yang belum selesai. Tunggu sebentar "
        "lalu ulangi; pekerjaan itu diselesaikan dahulu.",
        "The archive of {case} is being worked on by operation {operation}, which is not complete. Wait a "
        "moment, then repeat; that operation is completed first.", Exit.FAILED),
    "archive.source_changed": Row(
        "Isi {name} untuk kasus {case} berubah sejak diterima atau tidak dapat dibaca, jadi tidak "
        "diarsipkan. Periksa berkas itu di var/arrivals lalu ulangi.",
        "The content of {name} for case {case} has changed since it was received or cannot be read, so it "
        "was not filed. Check it in var/arrivals, then repeat.", Exit.DAMAGED),
    "archive.source_damaged": Row(
        "Arsip asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan dan tetap dipakai. Periksa "
        "seluruh arsip, pulihkan yang rusak, lalu ulangi.",
        "The archive to be moved does not pass its check ({what}), so it is not moved and stays in use. "
        "Check the whole archive, restore what is damaged, then retry.",
        Exit.DAMAGED, next=(Next("verify"),)),
    "archive.target_taken": Row(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}"),
    "kernel.bad_id": Row(
        "“{given}” bukan {kind} yang benar. Contoh yang benar: {example}.",
        "“{given}” is not a valid {kind}. A valid one looks like {example}.", Exit.USAGE),
    "kernel.busy": Row(
        "Pekerjaan yang sama sedang dijalankan oleh proses lain (kunci {lock}). Tunggu sampai selesai, "
        "lalu coba lagi.",
        "Another process is doing the same work (lock {lock}). Wait until it has finished, then try again.",
        Exit.FAILED),
    "kernel.error": Row("Terjadi kesalahan.", "Something went wrong."),
    "kernel.no_isolation": Row(
        "Berkas belum dibaca karena mesin ini tidak dapat mengisolasi pembacanya. Pasang bubblewrap "
        "(apt-get install bubblewrap) dan izinkan user namespaces, atau terima risikonya dengan "
        "tanpa_isolasi = true pada bagian [masuk] di office.toml.",
        "Files are not read because this machine cannot isolate their reader. Install bubblewrap (apt-get "
        "install bubblewrap) and allow user namespaces, or accept the risk with tanpa_isolasi = true under "
        "[masuk] in office.toml.", Exit.FAILED),
    "kernel.no_other_copy": Row(
        "Salinan lain dari berkas ini tidak ada atau rusak, jadi berkas ini tidak dihapus. Mintalah admin "
        "memeriksa cakram dan arsip.",
        "There is no other sound copy of this file, so it was not removed. Ask the admin to check the disk "
        "and the archive.", Exit.FAILED, next=(Next("verify"),)),
    "kernel.not_durable": Row(
        "Cakram tidak dapat menyimpan berkas dengan aman ({reason}). Periksa ruang dan keadaan cakram; "
        "pekerjaan akan diulang.",
        "The disk could not store the file safely ({reason}). Check its space and health; the work will be "
        "repeated.", Exit.FAILED),
    "kernel.sandbox_crashed": Row(
        "Pembaca berhenti mendadak (status {status}); mungkin berkas ini rusak. Pindai ulang atau simpan "
        "ulang berkas itu, lalu coba lagi.",
        "The reader stopped abruptly (status {status}); the file may be damaged. Scan or save it anew, "
        "then try again."),
    "kernel.sandbox_out_of_memory": Row(
        "Berkas ini memerlukan terlalu banyak memori. Pindai ulang dengan resolusi 200–300 dpi, lalu coba "
        "lagi.",
        "The file needs too much memory. Scan it again at 200–300 dpi, then try again."),
    "kernel.sandbox_timed_out": Row(
        "Berkas ini terlalu lama dibaca dan dihentikan setelah {seconds} detik. Pindai ulang atau simpan "
        "ulang berkas itu, lalu coba lagi.",
        "Reading took too long and was stopped after {seconds} seconds. Scan or save the file anew, then "
        "try again."),
    "kernel.source_unreadable": Row(
        "Berkas asal tidak dapat dibaca dari cakram ({reason}). Simpan ulang berkas itu dari pemindai atau "
        "komputer asalnya, dan minta admin memeriksa cakram.",
        "The source could not be read from its disk ({reason}). Save it again from the scanner or computer "
        "it came from, and have the admin check the disk.", Exit.FAILED),
    "kernel.too_large": Row(
        "Berkas lebih besar dari batas {limit} byte. Kirim berkas yang lebih kecil, atau minta admin "
        "menaikkan batas itu.",
        "The file is larger than the limit of {limit} bytes. Send a smaller one, or ask the admin to raise "
        "that limit."),
    "records.copy_failed": Row(
        "Basis data di server tidak dapat disalin: {tool} berhenti dengan kode {status}; hasilnya tidak "
        "dipakai. Periksa ruang cakram di sini dan di server, apakah server berjalan, dan apakah "
        "penggunanya memiliki basis data itu, lalu ulangi.",
        "The database on the server could not be copied: {tool} ended with status {status}; what it made "
        "is not used. Check the disk here and at the server, that the server runs, and that its user owns "
        "the database, then retry.", Exit.FAILED),
    "records.database_moved": Row(
        "Basis data kantor ini sudah pindah ke {place} pada {day}; yang ini keadaan sebelum pindah dan "
        "tidak dipakai lagi. {then}",
        "The database of this office moved to {place} on {day}; this one is as it was before and is used "
        "no more. {then}"),
    "records.destroyed": Row(
        "Kasus {case} dimusnahkan menurut berita acara nomor {number} tanggal {day} (daftar {list}). Hanya "
        "nomor dan sidik dokumennya yang disimpan.",
        "Case {case} was destroyed by the minutes number {number} of {day} (list {list}). Only its numbers "
        "and the digests of its documents are kept.", Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "records.guards_missing": Row(
        "Pengaman basis data hilang atau diubah: {told}. Jangan dipakai sebelum arsip dan register "
        "diperiksa.",
        "Guards of the database are missing or were changed: {told}. Do not use it before archive and "
        "register are checked.", Exit.DAMAGED, next=(Next("verify"),)),
    "records.needs_upgrade": Row(
        "Basis data kantor ini dari versi program yang lain. Hentikan layanan, lalu mutakhirkan sebagai "
        "admin; cadangan dibuat dahulu, dan semuanya dikembalikan bila gagal.",
        "The database of this office is of another version of the program. Stop the services, then upgrade "
        "as admin; a backup is made first, and everything is put back if it fails.", next=(Next("upgrade"),)),
    "records.no_database": Row(
        "Basis data kantor tidak ada atau belum selesai dibangun, padahal arsip berisi kasus. Bangun "
        "kembali dari arsip.",
        "The database of the office is missing or half built although the archive holds cases. Build it "
        "again from the archive.", Exit.DAMAGED, next=(Next("rebuild"),)),
    "records.no_server_named": Row(
        "RANGKAP_DATABASE kosong, jadi server PostgreSQL tidak diketahui. Hentikan semua layanan, isi "
        "dengan alamat basis datanya dalam /etc/rangkap/kantor.env (lihat docs/admin.md), lalu ulangi. "
        "Tidak jadi pindah: hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_DATABASE is empty, so the PostgreSQL server is not known. Stop all services, set it to "
        "the address of the database in /etc/rangkap/kantor.env (see docs/admin.md), then retry. If you do "
        "not move: take the line out before services start.", Exit.USAGE),
    "records.no_tool": Row(
        "Program {tool} tidak ada di komputer ini; tanpa itu basis data di server tidak dapat dicadangkan "
        "atau dipulihkan. Pasang paket postgresql-client versi {major} atau lebih baru, lalu ulangi.",
        "The program {tool} is not on this machine; without it a database on a server cannot be backed up "
        "or restored. Install the package postgresql-client, version {major} or newer, then retry."),
    "records.not_emptied": Row(
        "Basis data pada RANGKAP_DATABASE tidak kosong. Pemulihan hanya ke basis data kosong, supaya tidak "
        "ada yang tertimpa. Buat yang baru (docs/admin.md), ubah RANGKAP_DATABASE, lalu ulangi.",
        "The database of RANGKAP_DATABASE is not empty. A restore goes into an empty database only, so "
        "that nothing is overwritten. Make a new one (docs/admin.md), change RANGKAP_DATABASE, then retry."),
    "records.not_found": Row("Tidak ada {what} “{given}”.", "There is no {what} “{given}”.", Exit.NOT_FOUND),
    "records.not_owner": Row(
        "Pengguna basis data tidak boleh membuat skema, sehingga basis data lama tidak dapat disisihkan; "
        "tidak ada yang berubah. Jadikan pengguna itu pemilik basis data (lihat docs/admin.md), lalu "
        "ulangi.",
        "The database user may not make a schema, so the old database cannot be set aside; nothing was "
        "changed. Make that user the owner of the database (see docs/admin.md), then retry."),
    "records.not_storable": Row(
        "Ada isian yang terlalu panjang atau memuat tanda yang tidak dapat disimpan; tidak ada yang "
        "berubah. Ketik lebih pendek, tanpa tanda khusus, lalu ulangi.",
        "Something given is too long or holds a sign that cannot be stored; nothing was changed. Type it "
        "shorter, without special signs, then retry."),
    "records.nothing_to_move": Row(
        "Tidak ada basis data kantor ini di {engine}, jadi tidak ada yang dipindahkan. Periksa arah dan "
        "RANGKAP_DATABASE.",
        "There is no database of this office on {engine}, so there is nothing to move. Check the direction "
        "and RANGKAP_DATABASE."),
    "records.number_taken": Row(
        "Nomor {number} sudah pernah dipakai. Minta admin memeriksa pola nomor dan nomor awal tahun ini.",
        "Number {number} has been used before. Have the admin check the pattern of numbers and the first number of the year."),
    "records.old_tool": Row(
        "Program {tool} versi {version} lebih tua dari server basis data (versi {major}). Pasang "
        "postgresql-client-{major} atau yang lebih baru, lalu ulangi.",
        "The program {tool}, version {version}, is older than the database server (version {major}). "
        "Install postgresql-client-{major} or a newer one, then retry."),
    "records.pages_behind": Row(
        "Tabel halaman web di basis data asal dari versi lama. Jalankan kantor sekali dengan versi ini, "
        "hentikan, lalu ulangi.",
        "The tables of the pages in the database to be moved are of an older version. Run the office once "
        "with this version, stop it, then retry.", next=(Next("start"),)),
    "records.relocation_differs": Row(
        "Isi tujuan tidak sama dengan asal (tabel {table}), jadi pemindahan tidak dinyatakan selesai. "
        "Basis data asal tidak berubah dan tetap dipakai. Ulangi: tujuan diisi dari awal.",
        "The target is not the same as the source (table {table}), so the move is not called done. The "
        "database it came from is unchanged and in use. Retry: the target is filled from the start.",
        Exit.DAMAGED),
    "records.relocation_open": Row(
        "Basis data ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; basis data asalnya tetap "
        "utuh. Lanjutkan pemindahannya sebagai admin, atau pakai basis data asal (RANGKAP_DATABASE seperti "
        "sebelumnya).",
        "This database is the target of a move that did not end, so it is not used; the database it came "
        "from is whole. Go on with the move as admin, or use the database it came from (RANGKAP_DATABASE "
        "as it was before).", next=(Next("migrate-database", "{target}"),)),
    "records.row_unfit": Row(
        "Baris ke-{row} tabel {table} memuat isi yang tidak dapat disimpan di tujuan (kolom {column}: "
        "{reason}). Basis data asal tidak berubah dan tetap dipakai; sampaikan pesan ini kepada pembuat "
        "program.",
        "Row {row} of table {table} holds what the target cannot store (column {column}: {reason}). The "
        "database it came from is unchanged and in use; report this message.", Exit.FAILED),
    "records.server_away": Row(
        "Server basis data (PostgreSQL) tidak dapat dihubungi. Periksa apakah server itu berjalan dan "
        "apakah RANGKAP_DATABASE benar; tidak ada yang hilang, dan pekerjaan dapat diulang.",
        "The database server (PostgreSQL) cannot be reached. Check that it runs and that RANGKAP_DATABASE "
        "is right; nothing is lost, and the work can be repeated.", Exit.FAILED),
    "records.source_damaged": Row(
        "Basis data asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan. Periksa arsip dan "
        "register seluruhnya.",
        "The database to be moved does not pass its check ({what}), so it is not moved. Check archive and "
        "register as a whole.", Exit.DAMAGED, next=(Next("verify"),)),
    "records.spoiled_database": Row(
        "Berkas basis data rusak, sedangkan arsip tidak terpengaruh. Bangun kembali dari arsip; berkas "
        "yang rusak disimpan di sampingnya.",
        "The database file is spoiled, while the archive is not touched by it. Build it again from the "
        "archive; the spoiled file is kept beside it.", Exit.DAMAGED, next=(Next("rebuild"),)),
    "records.stale": Row(
        "{what} sudah diubah orang lain: Anda membaca versi {read}, sekarang versi {now}. Buka lagi, lalu "
        "ulangi.",
        "{what} was changed by somebody else: you read version {read}, it is now {now}. Open it again, "
        "then retry.", Exit.STALE),
    "records.target_taken": Row(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}"),
    "records.tombstone_unreadable": Row(
        "Kasus {case} sudah dimusnahkan, tetapi catatan pemusnahannya dalam basis data rusak. Minta admin "
        "memeriksa arsip, lalu membangun basis data dari arsip.",
        "Case {case} was destroyed, but what the database keeps of that is damaged. Ask the admin to check "
        "the archive, then to build the database from it.",
        Exit.NOT_FOUND, next=(Next("verify"), Next("rebuild"))),
    "records.too_many_words": Row(
        "Terlalu banyak yang masuk pada saat yang sama, dan tidak ada yang disimpan. Tunggu sebentar, lalu "
        "coba lagi.",
        "Too many people are signing in at this moment, and nothing was kept. Wait a moment, then try again."),
    "register.bad_entry": Row(
        "Isian register “{field}” tidak sah, jadi tidak dicatat. Laporkan kepada admin teknis.",
        "The register field “{field}” is not valid, so nothing was entered. Report it to the admin.",
        Exit.FAILED),
    "register.book_too_long": Row(
        "Buku ini lebih dari {most} baris dan tidak muat dalam satu lembar XLSX. Pilih periode yang lebih "
        "pendek, atau ekspor sebagai CSV.",
        "This book has more than {most} rows and does not fit one XLSX sheet. Choose a shorter period, or "
        "export it as CSV.", next=(Next("export"),)),
    "register.foreign_recap": Row(
        "{name}: {why}. Pindahkan berkas itu ke folder lain atau minta yang benar dari kantornya, lalu "
        "ulangi.",
        "{name}: {why}. Move that file to another folder or ask its office for the right one, then retry.",
        Exit.DAMAGED),
    "register.journal_diverged": Row(
        "Register di basis data tidak menyambung register dalam arsip (pencatatan {n}); mungkin basis data "
        "lama dipulihkan. Jangan mencatat apa pun; minta admin memeriksa arsip, lalu membangun ulang basis "
        "data.",
        "The register in the database does not continue the register in the archive (entry {n}); an old "
        "database may have been restored. Enter nothing; ask the admin to check the archive, then to rebuild "
        "the database.", Exit.DAMAGED, next=(Next("verify"), Next("rebuild"))),
    "register.merged_not_published": Row(
        "Rekap gabungan tidak dibuat untuk umum: dari jumlah seluruh kantor dan yang diterbitkan satu per "
        "satu, angka kecil yang disamarkan dapat dihitung. Buat rekap gabungan untuk provinsi atau "
        "kementerian.",
        "Added-up recaps are not made for publication: from the sum of all offices and what each "
        "published, suppressed small numbers can be worked out. Make it for the province or the ministry.",
        next=(Next("merge-recaps"),)),
    "register.no_columns": Row(
        "Kolom wajib tidak ditemukan: {missing}. Yang mirip: {near}. Perbaiki judul kolom pada baris kepala "
        "tabel menurut panduan buku, atau pilih lembar lain bila tabelnya tidak di lembar ini.",
        "A column that is needed was not found: {missing}. Nearly the same: {near}. Mend the titles in the "
        "head of the table by the guide to the books, or choose another sheet if the table is not on this one.",
        Exit.USAGE, next=(Next("import-register", "", "2"),)),
    "register.no_office_list": Row(
        "Daftar kantor {name} tidak dapat dibaca. Isinya teks biasa: satu nama kantor setiap baris.",
        "The list of offices {name} cannot be read. It is plain text: one name of an office on each line.",
        Exit.USAGE),
    "register.no_recaps": Row(
        "Tidak ada berkas rekap (.json) di {folder}. Kumpulkan dahulu rekap bulanan yang dibuat setiap "
        "kantor untuk provinsi.",
        "There is no recap (.json) in {folder}. First gather the monthly recaps that each office makes for "
        "the province.", Exit.NOT_FOUND, next=(Next("recap-province"),)),
    "register.recap_changed": Row(
        "{name} berubah sesudah dibuat: isinya tidak cocok dengan jumlah ujinya. Minta berkas yang baru "
        "dari kantornya, lalu ulangi.",
        "{name} was changed after it was made: it does not agree with its sum. Ask its office for a new "
        "one, then retry.", Exit.DAMAGED),
    "register.recap_other_month": Row(
        "{name} adalah rekap {month}, bukan salah satu bulan dalam {period}. Pindahkan berkas itu, lalu "
        "ulangi.",
        "{name} is the recap of {month}, which is no month of {period}. Move that file away, then retry."),
    "register.recap_twice": Row(
        "{one} dan {other} keduanya dari {office}, bulan {month}. Simpan yang terbaru saja di folder itu, "
        "lalu ulangi.",
        "{one} and {other} are both of {office}, month {month}. Keep only the newer one in that folder, "
        "then retry."),
    "register.sheet_refused": Row(
        "Lembar ini tidak dibaca: {why}. Salin tabelnya saja ke lembar baru dan simpan sebagai .xlsx atau "
        ".csv, lalu ulangi.",
        "This sheet is not read: it {why}. Copy the table alone into a new sheet, save it as .xlsx or "
        ".csv, and try again."),
    "register.unlisted_office": Row(
        "{name} berasal dari “{office}”, yang tidak ada dalam daftar kantor. Samakan nama di daftar itu, "
        "lalu ulangi.",
        "{name} is of “{office}”, which is not in the list of offices. Write the name in the list alike, "
        "then retry."),
    "rendering.no_renderer": Row(
        "PDF tidak dapat dibuat karena LibreOffice tidak ditemukan. Pasang paket libreoffice-writer-nogui, "
        "lalu ulangi; konsep DOCX tetap dapat dibuka di Word.",
        "No PDF can be made because LibreOffice was not found. Install the package "
        "libreoffice-writer-nogui and repeat; the DOCX draft can still be opened in Word.", Exit.FAILED),
    "rendering.not_pictured": Row(
        "Halaman PDF tidak dapat ditampilkan sebagai gambar. Buat ulang PDF itu, lalu ulangi.",
        "The pages of the PDF could not be shown as pictures. Make the PDF anew, then repeat.", Exit.FAILED),
    "rendering.not_rendered": Row(
        "Dokumen ke-{number} tidak dapat dijadikan PDF. Buka dan simpan ulang dokumen itu di Word, lalu "
        "ulangi.",
        "Document {number} could not be made into a PDF. Open and save it anew in Word, then repeat.",
        Exit.FAILED),
    "settings.bad": Row(
        "office.toml{line}: {reason} Perbaiki berkas itu, lalu jalankan lagi.",
        "office.toml{line}: {reason} Correct the file, then start again.", Exit.USAGE),
    "settings.no_home": Row(
        "Tidak ada office.toml di {home}. Buat rumah kantor di sana, atau periksa nama foldernya.",
        "There is no office.toml in {home}. Make the office's home there, or check the name of the folder.",
        Exit.NOT_FOUND, next=(Next("init", "{home}"),)),
    "settings.unknown_database": Row(
        "RANGKAP_DATABASE tidak dapat dipakai: {reason}. Bentuknya: postgresql://pengguna@mesin/basisdata. "
        "Kosongkan variabel itu untuk memakai SQLite di var/.",
        "RANGKAP_DATABASE cannot be used: {reason}. It looks like: postgresql://user@host/database. Unset "
        "it to use SQLite in var/.", Exit.USAGE),
    "stores.away": Row(
        "Tempat penyimpanan arsip {place} tidak dapat dipakai sekarang ({reason}). Periksa jaringan, "
        "alamat, dan kuncinya; tidak ada yang hilang, pekerjaan dapat diulang.",
        "The store of the archive, {place}, cannot be used now ({reason}). Check the network, its address "
        "and its key; nothing is lost, the work can be repeated.", Exit.FAILED),
    "stores.bad_bucket": Row(
        "RANGKAP_ARCHIVE tidak dapat dipakai: {reason}. Bentuknya: "
        "s3://ember/kantor?endpoint=https://s3.contoh.go.id&region=id-1. Kosongkan variabel itu untuk "
        "memakai folder arsip.",
        "RANGKAP_ARCHIVE cannot be used: {reason}. It looks like: "
        "s3://bucket/office?endpoint=https://s3.example.org&region=id-1. Unset it to use the archive "
        "folder.", Exit.USAGE),
    "stores.bad_name": Row(
        "“{given}” tidak dapat menjadi nama dalam tempat penyimpanan. Pakai huruf, angka, titik, tanda "
        "hubung, dan garis miring di antara bagiannya.",
        "“{given}” cannot be a name in a store. Use letters, digits, dots, hyphens, and slashes between "
        "its parts.", Exit.USAGE),
    "stores.bad_place": Row(
        "Tempat cadangan “{place}” tidak dapat dipakai. Tulis folder lengkap di media lain "
        "(/media/usb/rangkap) atau sftp:pengguna@komputer:/folder, pada cadangan.tempat di office.toml.",
        "The place for backups “{place}” cannot be used. Write a whole folder on another medium "
        "(/media/usb/rangkap) or sftp:user@machine:/folder, as cadangan.tempat in office.toml.", Exit.USAGE),
    "stores.item_changed": Row(
        "{name} diubah proses lain sejak dibaca, jadi tidak diganti. Ulangi langkah tadi.",
        "Another process has changed {name} since it was read, so it was not replaced. Repeat the step.",
        Exit.STALE),
    "stores.item_there": Row(
        "{name} sudah ada dengan isi lain dan tidak ditimpa. Ulangi langkah tadi; bila tetap terjadi, "
        "periksa seluruh arsip.",
        "{name} is there already with other content and was not overwritten. Repeat the step; if it "
        "happens again, check the whole archive.", next=(Next("verify"),)),
    "stores.keeps_versions": Row(
        "Ember {place} menyimpan versi lama, sehingga yang dihapus tetap tersimpan di sana; tidak ada yang "
        "diubah. Pakai ember tanpa versi dan tanpa object lock (docs/archive.md, bagian “Making the "
        "bucket”).",
        "The bucket {place} keeps earlier versions, so that what is removed stays there; nothing was "
        "changed. Use a bucket without versions and without object lock (docs/archive.md, “Making the "
        "bucket”)."),
    "stores.no_item": Row(
        "Tempat penyimpanan tidak memuat {name}. Periksa seluruh arsip.",
        "The store does not hold {name}. Check the whole archive.", Exit.NOT_FOUND, next=(Next("verify"),)),
    "stores.no_key": Row(
        "Kunci untuk tempat penyimpanan arsip tidak dapat dipakai: {reason}. Isi AWS_ACCESS_KEY_ID dan "
        "AWS_SECRET_ACCESS_KEY, atau tulis access_key_id dan secret_access_key di {file} (izin 0600).",
        "The key for the store of the archive cannot be used: {reason}. Set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or write access_key_id and secret_access_key into {file} (mode 0600)."),
    "stores.no_restic": Row(
        "Alat cadangan (restic) belum terpasang di komputer ini. Mintalah admin memasang paket restic, "
        "lalu ulangi.",
        "The tool for backups (restic) is not installed on this machine. Have the admin install the "
        "package restic, then repeat."),
    "stores.no_space": Row(
        "Ruang cakram tidak cukup: perlu {needed} byte, tersedia {free} byte. Kosongkan ruang atau hubungi "
        "admin teknis; tidak ada yang hilang, pekerjaan dapat diulang.",
        "Not enough disk space: {needed} bytes are needed, {free} are free. Make room or call the admin; "
        "nothing is lost, the work can be repeated.", Exit.FAILED),
    "stores.not_kept": Row(
        "Yang terbaca kembali di tempat penyimpanan arsip berbeda dari yang ditulis ({name}). Pekerjaan "
        "dapat diulang; bila tetap terjadi, periksa tempat penyimpanannya.",
        "What was read back from the store of the archive differs from what was written ({name}). The work "
        "can be repeated; if it happens again, have the store checked.", Exit.FAILED),
    "stores.other_key": Row(
        "Cadangan di “{place}” tidak terbuka dengan kata sandi ini. Ketik kata sandi dari Lembar Kunci "
        "Pemulihan milik cadangan ini.",
        "The backup in “{place}” does not open with this passphrase. Type the passphrase on the recovery "
        "sheet (Lembar Kunci Pemulihan) of this backup."),
    "stores.place_away": Row(
        "Tidak ada cadangan di “{place}”. Pasang media cadangannya (USB) atau periksa alamatnya, lalu "
        "ulangi.",
        "There is no backup in “{place}”. Attach its medium (USB) or check the address, then repeat.",
        Exit.NOT_FOUND),
    "stores.target_full": Row(
        "Cakram tujuan penuh, pemulihan dibatalkan dan foldernya dikosongkan lagi. Sediakan ruang sebesar "
        "arsip kantor atau sebutkan folder di cakram lain, lalu ulangi.",
        "The disk restored to is full; the restore was undone and its folder emptied again. Free as much "
        "space as the archive of the office takes, or name a folder on another disk, then repeat.",
        Exit.FAILED),
    "stores.unconditional": Row(
        "Tempat penyimpanan {place} menimpa berkas walaupun dilarang (penulisan bersyarat tidak dipatuhi), "
        "jadi tidak aman untuk arsip. Pakai penyimpanan S3 yang mematuhi If-None-Match dan If-Match.",
        "The store {place} overwrites although it was told not to (conditional writes are not honoured), "
        "so it is not safe for an archive. Use an S3 store that honours If-None-Match and If-Match."),
    "stores.vault_busy": Row(
        "Cadangan di “{place}” sedang dipakai proses lain. Tunggu sampai selesai, lalu ulangi.",
        "The backup in “{place}” is in use by another process. Wait until it has finished, then repeat.",
        Exit.FAILED),
    "stores.vault_damaged": Row(
        "Cadangan di “{place}” rusak atau terpotong ({what}). Jangan dihapus; pakai media cadangan yang "
        "lain, dan buat cadangan baru di folder lain.",
        "The backup in “{place}” is damaged or cut off ({what}). Do not delete it; use another backup "
        "medium, and make a new backup in another folder.", Exit.DAMAGED),
    "stores.vault_failed": Row(
        "Cadangan tidak selesai ditulis ke “{place}” ({reason}; ruang bebas {free}). Cadangan sebelumnya "
        "tetap ada. Periksa media dan ruangnya, lalu ulangi.",
        "The backup was not written whole to “{place}” ({reason}; free space {free}). Earlier backups "
        "still stand. Check the medium and its space, then repeat.", Exit.FAILED),
}  # fmt: skip
