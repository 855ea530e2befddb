"""Refusals for accounts, arrivals and the base."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_BASE: dict[str, Row] = {
    "office.account_locked": Row(
        "Akun {account} dikunci. Mintalah admin teknis membukanya.",
        "Account {account} is locked. Ask the admin to unlock it.",
        Exit.NO_RIGHT, next=(Next("unlock", "{account}"),)),
    "office.account_refused": Row(
        "Akun {account} tidak diubah: {reason_id}",
        "Account {account} was not changed: {reason_en}"),
    "office.already_holiday": Row(
        "{day} sudah hari libur ({name}); tidak ada yang diubah.",
        "{day} is a holiday already ({name}); nothing was changed."),
    "office.answered_too_soon": Row(
        "Tenggat ini mulai pada {since}; jawabannya tidak dapat lebih dahulu.",
        "This clock began on {since}; it cannot be answered before that.", Exit.USAGE),
    "office.archive_in_bucket": Row(
        "Pemulihan otomatis tidak dikerjakan untuk kantor dengan arsip di ember S3, sebab cadangannya tidak "
        "memuat arsip dan ember biasanya lebih baru; tidak ada yang dipulihkan. Kembalikan var, "
        "letter_templates, dan office.toml dengan restic (docs/archive.md, bagian “Backup and restore of a "
        "bucket”), lalu bangun ulang basis data dari arsip.",
        "An office whose archive lies in an S3 bucket is not restored automatically, since its backup does "
        "not hold the archive and the bucket is mostly newer; nothing was restored. Bring var, "
        "letter_templates and office.toml back with restic (docs/archive.md, “Backup and restore of a "
        "bucket”), then rebuild the database from the archive.", next=(Next("rebuild"),)),
    "office.bad_part": Row(
        "“{given}” tidak dikenal. Tulis nomor agenda, bila perlu dengan halamannya (A-2026-0007:1-2), atau "
        "rentang halaman (1-2 3-4).",
        "“{given}” is not known. Write an agenda number, with its pages if need be (A-2026-0007:1-2), or "
        "ranges of pages (1-2 3-4).", Exit.USAGE),
    "office.bad_passphrase": Row(
        "Kata sandi pemulihan salah ketik pada kelompok ke-{group}. Bandingkan dengan Lembar Kunci "
        "Pemulihan, lalu ketik lagi.",
        "The recovery passphrase is mistyped in group {group}. Compare it with the recovery sheet, then "
        "type it again.", Exit.USAGE),
    "office.blocked_already": Row(
        "Akun {account} sudah terhalang dari kasus {case}; tidak ada yang diubah.",
        "Account {account} is blocked from case {case} already; nothing was changed.",
        next=(Next("conflicts", "{case}"),)),
    "office.bucket_in_use": Row(
        "{place} sudah memuat arsip sebuah kantor, jadi rumah kantor baru tidak dibuat di atasnya. Pakai "
        "ember atau folder lain dalam RANGKAP_ARCHIVE; untuk kantor yang sama kembalikan rumahnya dari "
        "cadangan (docs/archive.md).",
        "{place} holds the archive of an office already, so no new home was made on it. Name another "
        "bucket or folder in RANGKAP_ARCHIVE; for the same office bring its home back from the backup "
        "(docs/archive.md)."),
    "office.bytes_missing": Row(
        "Berkas surat masuk {item} tidak ada atau berubah. Simpan surat kertasnya dan taruh berkas yang sama "
        "sekali lagi di inbox, atau mintalah admin memeriksa arsip lalu memulihkannya dari cadangan.",
        "The file of arrival {item} is missing or changed. Keep the paper and put the same file into the "
        "inbox once more, or ask the admin to check the archive and restore it from the backup.",
        Exit.DAMAGED, next=(Next("verify"),)),
    "office.clock_behind": Row(
        "Jam server ({now}) lebih awal daripada catatan terakhir ({last}), jadi tidak ada yang dicatat; "
        "surat yang masuk tetap disimpan. Betulkan jam itu, lalu ulangi; bila jam sekarang memang benar, "
        "mintalah admin memastikannya.",
        "The clock of the server ({now}) is before the last entry ({last}), so nothing was recorded; what "
        "comes in is kept. Set it right, then repeat; if it is right now, ask the admin to confirm it.",
        Exit.FAILED, next=(Next("confirm-clock"),)),
    "office.clock_not_begun": Row(
        "Saat yang diketik ({given}) belum tiba. Periksa tanggal dan jamnya.",
        "The moment typed ({given}) is still to come. Check day and time.", Exit.USAGE),
    "office.contact_changed": Row(
        "Kontak aman kasus {case} berubah sejak suratnya dibuat, jadi surat itu tidak dipakai. Petugas "
        "identifikasi membuat konsep baru dengan kontak yang berlaku.",
        "The safe contact of case {case} changed since its letter was made, so the letter is not used. The "
        "officer drafts a new one with the contact that holds.", next=(Next("draft", "{case}"),)),
    "office.copy_damaged": Row(
        "Salinan surat {letter} di arsip tidak ada atau berubah. Jangan mencetaknya; mintalah arsiparis, "
        "ketua, atau admin memeriksa arsip.",
        "A copy of letter {letter} in the archive is missing or changed. Do not print it; ask archivist, "
        "chair or admin to check the archive.", Exit.DAMAGED, next=(Next("verify"),)),
    "office.database_behind": Row(
        "Basis data ({database}) tidak sesuai dengan arsip ({archive}); mungkin cadangan lama dipulihkan. "
        "Jangan bekerja dengannya; mintalah admin membangunnya kembali dari arsip.",
        "The database ({database}) does not agree with the archive ({archive}); an old backup may have been "
        "restored. Do not work with it; ask the admin to rebuild it from the archive.",
        Exit.DAMAGED, next=(Next("rebuild"),)),
    "office.draft_changed": Row(
        "Berkas konsep {letter} tidak ada atau berubah sejak diperiksa, jadi tidak dipakai. Buatlah "
        "konsepnya sekali lagi.",
        "The draft file of {letter} is missing or changed since it was checked, so it is not used. Draft the "
        "letter again.", Exit.DAMAGED, next=(Next("draft", "{case}"),)),
    "office.filing_pending": Row(
        "Langkah ini sudah tercatat pada kasus {case}, tetapi arsip belum dapat ditulis: {reason} Jangan "
        "diulang; pengarsipan dilanjutkan sendiri setelah penyebabnya dibetulkan.",
        "This step is recorded in case {case}, but the archive cannot be written yet: {reason} Do not "
        "repeat it; filing goes on by itself once the cause is mended.", Exit.INCOMPLETE),
    "office.folder_in_inbox": Row(
        "Ada {count} folder di inbox yang tidak dikenal; isinya tidak diambil. Pindahkan berkasnya "
        "langsung ke inbox atau ke folder {known}.",
        "There are {count} unknown folders in the inbox; what is in them is not taken. Move the files into "
        "the inbox itself or into a folder {known}."),
    "office.home_exists": Row(
        "{home} sudah menjadi rumah sebuah kantor; tidak ada yang diubah. Sebutkan folder lain, atau "
        "jalankan kantor yang ada di folder itu (RANGKAP_HOME={home}).",
        "{home} is the home of an office already; nothing was changed. Name another folder, or start the "
        "office in that one (RANGKAP_HOME={home})."),
    "office.home_in_the_way": Row(
        "{home} sudah berisi berkas lain. Pilih folder kosong atau yang belum ada.",
        "{home} holds other files. Choose an empty folder or one that does not exist yet."),
    "office.home_in_use": Row(
        "Rangkap masih berjalan di rumah kantor ini. Hentikan dahulu semua layanannya, lalu ulangi.",
        "Rangkap is still running in this home. Stop all its services first, then repeat."),
    "office.last_admin": Row(
        "{account} adalah admin teknis terakhir yang tidak terkunci, jadi tidak dikunci dan perannya "
        "tetap. Tambahkan akun admin teknis lain lebih dahulu.",
        "{account} is the last admin who is not locked, so it is not locked and keeps its role. Add "
        "another admin's account first."),
    "office.mandate_refused": Row(
        "Mandat tidak dicatat: {reason_id} Betulkan, lalu ulangi.",
        "The mandate was not recorded: {reason_en} Correct it and repeat."),
    "office.may_not_act_as": Row(
        "“{user}” tidak boleh bertindak sebagai “{account}”. Pakailah akun sendiri; izin untuk akun lain "
        "diberikan admin dengan “boleh_dipakai” di office.toml.",
        "“{user}” may not act as “{account}”. Use your own account; the admin gives permission for another "
        "one by “boleh_dipakai” in office.toml.", Exit.NO_RIGHT),
    "office.maybe_known": Row(
        "Mungkin sudah terdaftar sebagai kasus {cases}: nomor surat, pengirim dan tanggal surat, atau "
        "korbannya sama. Periksa kasus itu, lalu tambahkan surat ini ke sana, atau nyatakan bahwa ini "
        "pengaduan lain dan ulangi.",
        "It may be registered already as case {cases}: the letter number, sender and date of the letter, or "
        "the victim is the same. Look at that case, then add this letter to it, or state that this is "
        "another complaint and repeat.", next=(Next("show", "{first}"), Next("add-letter", "{first}"))),
    "office.no_account": Row(
        "“{given}” bukan akun kantor ini. Yang ada: {known}.",
        "“{given}” is no account of this office. There are: {known}.", Exit.NOT_FOUND),
    "office.no_certificate": Row(
        "Sertifikat halaman web tidak ada atau tidak dapat dipakai ({reason}). Mintalah admin membuat yang "
        "baru.",
        "The certificate of the pages is missing or cannot be used ({reason}). Ask the admin to make a new "
        "one.", Exit.NOT_FOUND, next=(Next("new-certificate"),)),
    "office.no_clock": Row(
        "Tidak ada tenggat “{given}” yang menunggu jawaban. Lihat daftar tenggat, lalu ulangi.",
        "No clock “{given}” waits for an answer. Look at the list of clocks, then repeat.",
        Exit.NOT_FOUND, next=(Next("clock"),)),
    "office.no_holiday": Row(
        "{day} tidak ada dalam daftar hari libur. Lihat daftarnya, lalu ulangi.",
        "{day} is not in the table of holidays. Look at the table, then repeat.", Exit.NOT_FOUND),
    "office.no_key": Row(
        "Kunci “{kind}” tidak ada di var/keys. Pulihkan folder itu dari cadangan.",
        "Key “{kind}” is missing in var/keys. Restore that folder from the backup.", Exit.DAMAGED),
    "office.no_key_kind": Row(
        "Sebutkan kunci yang diganti: code (kode pada salinan) atau seal (segel register).",
        "Say which key to change: code (codes on copies) or seal (the register's seal).", Exit.USAGE,
        next=(Next("rotate-key", "code"), Next("rotate-key", "seal"))),
    "office.no_letter": Row(
        "Kasus {case} tidak mempunyai surat berkeadaan “{state}”. Lihat keadaan surat-suratnya pada kasus "
        "itu.",
        "Case {case} has no letter in the state “{state}”. See in the case where its letters stand.",
        Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "office.no_mandate": Row(
        "Tidak ada mandat {given} yang masih berlaku. Lihat daftar mandat, lalu ulangi.",
        "There is no mandate {given} that still counts. Look at the list of mandates, then repeat.",
        Exit.NOT_FOUND, next=(Next("mandate"),)),
    "office.no_passphrase": Row(
        "Kata sandi cadangan (var/keys/backup.key) tidak ada atau rusak, padahal cadangan sudah pernah "
        "dibuat. Ketik dari Lembar Kunci Pemulihan ke dalam berkas itu (izin 0600), atau mulai cadangan "
        "baru di folder lain dengan menghapus var/cadangan.json.",
        "The passphrase of the backups (var/keys/backup.key) is missing or damaged although backups were "
        "made. Type it from the recovery sheet into that file (mode 0600), or begin anew in another folder "
        "by deleting var/cadangan.json.", Exit.DAMAGED),
    "office.no_route": Row(
        "Belum ada jalur aman untuk surat jawaban kasus {case}. Catat kontak aman (untuk lembaga: alamat "
        "resminya) sebagai klarifikasi.",
        "There is no safe way for an answer letter in case {case}. Record a safe contact (of an institution "
        "its official address) as a clarification.", next=(Next("record-clarification", "{case}"),)),
    "office.no_row": Row(
        "Baris itu tidak ada dalam daftar. Buka daftarnya di Pengaturan, lalu ulangi.",
        "There is no such row in the list. Open the list in Settings, then repeat.", Exit.NOT_FOUND),
    "office.no_signatory": Row(
        "Tidak ada yang berhak menandatangani pada {day}. Mintalah ketua atau admin melengkapi daftar "
        "penandatangan, atau mencatat wakilnya bila ketua berhalangan.",
        "Nobody may sign on {day}. Ask chair or admin to complete the list of signatories, or to record the "
        "deputy if the chair is absent.", next=(Next("mandate"),)),
    "office.not_a_copy": Row(
        "Surat masuk {item} tidak dapat dicocokkan: {reason}. Lihat daftar yang menunggu dicocokkan.",
        "Arrival {item} cannot be matched: {reason}. See the list of what waits to be matched.",
        next=(Next("todo"),)),
    "office.not_a_day": Row(
        "“{given}” bukan tanggal. Contoh: 2026-12-25 atau 25-12-2026.",
        "“{given}” is no day. Examples: 2026-12-25 or 25-12-2026.", Exit.USAGE),
    "office.not_a_name_of_a_day": Row(
        "Tulis nama hari liburnya, paling banyak {most} huruf, contoh: 25-12-2026 Hari Raya Natal.",
        "Type the name of the holiday, at most {most} letters, for example: 25-12-2026 Christmas.",
        Exit.USAGE),
    "office.not_at_console": Row(
        "Kata masuk di layar ini diberikan hanya di komputer kantor, kepada akun layanan (pemilik rumah "
        "kantor), bukan lewat sudo orang lain.",
        "A word is given on this screen at the office's machine alone, to the service account (the owner "
        "of its home), not by sudo of others.", Exit.NO_RIGHT),
    "office.not_blocked": Row(
        "Tidak ada akun yang terhalang dari kasus {case}; tidak ada yang dicabut.",
        "No account is blocked from case {case}; there is nothing to lift.",
        Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "office.not_first": Row(
        "Kata masuk pertama sudah pernah diberikan, dan hanya sekali. Minta admin membuat kata masuk baru "
        "untuk akunnya di server kantor.",
        "The first word to sign in was given already, and only once. Have the admin make a new word for that "
        "account at the office's server.", next=(Next("reset-at-console", "{account}"),)),
    "office.not_joinable": Row(
        "{item} adalah dokumen {kind} dan tidak digabung atau dipisah. Daftarkan sebagai surat tersendiri, "
        "lalu tambahkan surat yang lain ke kasusnya.",
        "{item} is a {kind} document and is not joined or split. Register it as a letter of its own, then "
        "add the other letter to its case.", next=(Next("register", "{item}"),)),
    "office.not_offered": Row(
        "Isian ini tidak menyebut keputusan yang ditawarkan halamannya, jadi tidak ada yang disimpan. Buka "
        "lagi halamannya, lalu ulangi.",
        "This form names no decision that its page offers, so nothing was kept. Open its page again, then "
        "retry.", Exit.USAGE),
    "office.not_struck": Row(
        "{item} tidak dicoret petugas (keadaannya: {state}), jadi tidak ada yang dikembalikan. Lihat surat "
        "yang menunggu pada halaman Menunggu.",
        "{item} was not struck by a person (it is: {state}), so nothing comes back. See the letters that "
        "wait on the page Waiting.", next=(Next("todo"),)),
    "office.not_waiting": Row(
        "Surat masuk {item} tidak menunggu pendaftaran (keadaannya: {state}); mungkin rekan sudah "
        "mengerjakannya. Cari nomor itu, atau lanjutkan dengan yang masih menunggu.",
        "Arrival {item} does not wait for registration (it is: {state}); a colleague may have done it. Look "
        "that number up, or go on with what still waits.", next=(Next("find", "{item}"), Next("todo"))),
    "office.not_yours": Row(
        "Akun “{account}” tidak boleh melakukan “{verb}”. Yang boleh: {roles}. Mintalah rekan dengan peran "
        "itu.",
        "Account “{account}” may not do “{verb}”. Those who may: {roles}. Ask a colleague with that role.",
        Exit.NO_RIGHT),
    "office.nothing_changed": Row(
        "Isinya sama dengan yang sudah berlaku; tidak ada yang diubah. Ubah salah satu isian, lalu ulangi.",
        "This is what counts already; nothing was changed. Change an answer, then repeat."),
    "office.nothing_waits": Row(
        "Tidak ada surat masuk yang menunggu pendaftaran. Taruh pindaian di inbox dan daftarkan setelah "
        "diterima, atau daftarkan pengaduan lewat telepon.",
        "No arrival waits for registration. Put the scan into the inbox and register it when it is taken in, "
        "or register a complaint by telephone.", Exit.NOT_FOUND, next=(Next("todo"), Next("register-call"))),
    "office.officer_blocked": Row(
        "Akun {officer} terhalang dari kasus {case} (benturan kepentingan), jadi kasus itu tidak ditugaskan "
        "kepadanya. Tunjuk petugas lain, atau cabut halangannya lebih dahulu.",
        "Account {officer} is blocked from case {case} (conflict of interest), so it is not assigned to it. "
        "Name another officer, or lift the block first.",
        next=(Next("assign-officer", "{case}"), Next("lift-conflict", "{case}", "{officer}"))),
    "office.one_part": Row(
        "Sebutkan sedikitnya dua: untuk menggabung dua nomor agenda, untuk memisah dua rentang halaman.",
        "Name at least two: to join, two agenda numbers; to split, two ranges of pages.", Exit.USAGE),
    "office.opened_elsewhere": Row(
        "Surat masuk {item} {opened}. Tanyakan dulu kepada rekan itu, supaya surat yang sama tidak diisi "
        "dua kali. Tanda ini hilang sendiri bila ia selesai atau batal, paling lama {minutes} menit "
        "sesudah ia berhenti.",
        "Arrival {item} is being worked on ({opened}). Ask that colleague first, so that one letter is not "
        "typed in twice. The sign goes by itself when they finish or leave it, {minutes} minutes after "
        "they stopped at the latest.", Exit.STALE),
    "office.order_unclear": Row(
        "Nomor urut “{given}” tidak jelas: setiap nomor urut adalah angka dan dipakai satu kali. Belum ada "
        "yang berubah; perbaiki nomornya.",
        "The place “{given}” is not clear: each place is a number and stands once. Nothing was changed "
        "yet; mend the number.", Exit.USAGE),
    "office.own_account": Row(
        "{account} adalah akun Anda sendiri; akun sendiri tidak dikunci dan perannya tidak diubah. "
        "Mintalah admin teknis lain.",
        "{account} is your own account; nobody locks their own or changes its roles. Ask another admin."),
    "office.pages_left": Row(
        "Setiap halaman {item} (1–{pages}) harus disebut tepat satu kali; {numbers} tidak demikian. Belum "
        "ada yang berubah; ulangi dengan semua halaman.",
        "Each page of {item} (1–{pages}) must be named exactly once; {numbers} is not. Nothing was changed "
        "yet; repeat with all pages.", Exit.USAGE),
    "office.rebuild_incomplete": Row(
        "Catatan {n} dalam register tidak mempunyai isi di arsip (kasus {case}). Periksa arsip, lalu "
        "pulihkan dari cadangan.",
        "Entry {n} of the register has no payload in the archive (case {case}). Check the archive, then "
        "restore it from the backup.", Exit.DAMAGED, next=(Next("verify"),)),
    "office.row_in_use": Row(
        "“{what}” masih dipakai: {used_id}. Ganti dahulu di sana, lalu ulangi.",
        "“{what}” is still used: {used_en}. Change that first, then repeat."),
    "office.rules_broken": Row(
        "Surat belum memenuhi aturan dan tidak diajukan:\n{reasons}\nBetulkan isiannya, lalu ulangi.",
        "The letter does not follow the rules and was not submitted:\n{reasons}\nMend the answers, then "
        "repeat."),
    "office.same_content": Row(
        "Gabungan itu isinya sama dengan {item}, yang sudah ada (keadaannya: {state}), jadi tidak ada yang "
        "digabung. Pakai surat itu, dan coret surat yang tidak diperlukan sebagai salah pindai.",
        "What they give is the same as {item}, which is here already (it is: {state}), so nothing was "
        "joined. Use that letter, and strike what is not needed as scanned by mistake.",
        next=(Next("strike-misscan"),)),
    "office.sample_office": Row(
        "Surat tidak dibuat: data kantor masih contoh rekaan, yaitu {what}. Mintalah admin teknis mengisi "
        "yang sebenarnya, lalu ulangi.",
        "No letter is made: of the office's own data still invented: {what_en}. Ask the admin to enter the "
        "real ones, then repeat."),
    "office.several_wait": Row(
        "Ada {count} surat masuk yang menunggu. Sebutkan salah satu sesudah perintahnya: {items}.",
        "{count} arrivals wait. Name one after the command: {items}.", Exit.USAGE),
    "office.stale_answers": Row(
        "{what} sudah diubah orang lain selagi Anda mengisi: Anda membaca versi {read}, sekarang versi "
        "{now}. Tidak ada yang disimpan. Buka lagi, bandingkan, lalu ulangi.",
        "{what} was changed by somebody else while you typed: you read version {read}, it is now {now}. "
        "Nothing was kept. Open it again, compare, then repeat.", Exit.STALE),
    "office.unknown_account": Row(
        "Pengguna “{user}” belum punya akun di kantor ini. Mintalah admin menambahkannya di office.toml, "
        "pada [[akun]], kunci “pengguna”.",
        "User “{user}” has no account in this office. Ask the admin to add it to office.toml, to an "
        "[[akun]], key “pengguna”.", Exit.NO_RIGHT),
    "office.version_unread": Row(
        "Isian ini tidak menyebut versi yang Anda baca, jadi tidak ada yang disimpan. Buka lagi "
        "halamannya, lalu ulangi.",
        "This form does not say which version you read, so nothing was kept. Open its page again, then "
        "retry.", Exit.USAGE),
    "office.weak_word": Row(
        "Kata masuk itu {reasons_id}. Pakailah beberapa kata yang tidak berhubungan, sedikitnya {least} "
        "huruf.",
        "That word is {reasons_en}. Use several words that have nothing to do with each other, at least "
        "{least} letters."),
    "office.web_address_taken": Row(
        "Halaman web tidak dapat dibuka di {address}:{port}: alamat itu dipakai program lain atau bukan "
        "milik komputer ini. Hentikan program itu, atau pilih web.alamat atau web.porta yang lain di "
        "office.toml, lalu jalankan lagi.",
        "The pages cannot be opened at {address}:{port}: another program uses that address, or it is not "
        "this machine's. Stop that program, or choose another web.alamat or web.porta in office.toml, then "
        "start again.", Exit.USAGE),
    "office.web_needs_certificate": Row(
        "Halaman web tidak dibuka di {address} karena isinya akan lewat jaringan tanpa sandi. Buat "
        "sertifikat dahulu, atau isi web.alamat = 127.0.0.1 di office.toml agar halaman hanya terbuka di "
        "komputer ini.",
        "The pages are not opened at {address} because they would cross the network unencrypted. Make a "
        "certificate first, or set web.alamat = 127.0.0.1 in office.toml, so that the pages are for this "
        "machine alone.", Exit.USAGE, next=(Next("cert"),)),
    "office.web_off": Row(
        "Kantor ini tanpa halaman web: web.porta = 0 di office.toml. Beri porta lain, misalnya 8000, lalu "
        "jalankan lagi.",
        "This office has no pages: web.porta = 0 in office.toml. Give another port, such as 8000, then "
        "start again.", Exit.USAGE),
    "office.wrong_word": Row(
        "Akun atau kata masuknya tidak benar, sudah lewat masanya, atau akunnya dikunci. Tanyakan kepada "
        "admin teknis.",
        "Account or word is wrong, the word is over, or the account is locked. Ask the admin.",
        Exit.NO_RIGHT),
}  # fmt: skip
