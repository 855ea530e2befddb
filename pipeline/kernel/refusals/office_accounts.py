"""Refusals of the acts of accounts."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_ACCOUNTS: dict[str, Row] = {
    "office.account_locked": Row(
        "Akun {account} dikunci. Mintalah admin teknis membukanya.",
        "Account {account} is locked. Ask the admin to unlock it.",
        Exit.NO_RIGHT,
        next=(Next("unlock", "{account}"),),
    ),
    "office.account_refused": Row(
        "Akun {account} tidak diubah: {reason_id}", "Account {account} was not changed: {reason_en}"
    ),
    "office.already_holiday": Row(
        "{day} sudah hari libur ({name}); tidak ada yang diubah.",
        "{day} is a holiday already ({name}); nothing was changed.",
    ),
    "office.answered_too_soon": Row(
        "Tenggat ini mulai pada {since}; jawabannya tidak dapat lebih dahulu.",
        "This clock began on {since}; it cannot be answered before that.",
        Exit.USAGE,
    ),
    "office.bad_passphrase": Row(
        "Kata sandi pemulihan salah ketik pada kelompok ke-{group}. Bandingkan dengan Lembar Kunci "
        "Pemulihan, lalu ketik lagi.",
        "The recovery passphrase is mistyped in group {group}. Compare it with the recovery sheet, then "
        "type it again.",
        Exit.USAGE,
    ),
    "office.blocked_already": Row(
        "Akun {account} sudah terhalang dari kasus {case}; tidak ada yang diubah.",
        "Account {account} is blocked from case {case} already; nothing was changed.",
        next=(Next("conflicts", "{case}"),),
    ),
    "office.clock_not_begun": Row(
        "Saat yang diketik ({given}) belum tiba. Periksa tanggal dan jamnya.",
        "The moment typed ({given}) is still to come. Check day and time.",
        Exit.USAGE,
    ),
    "office.last_admin": Row(
        "{account} adalah admin teknis terakhir yang tidak terkunci, jadi tidak dikunci dan perannya "
        "tetap. Tambahkan akun admin teknis lain lebih dahulu.",
        "{account} is the last admin who is not locked, so it is not locked and keeps its role. Add "
        "another admin's account first.",
    ),
    "office.mandate_refused": Row(
        "Mandat tidak dicatat: {reason_id} Betulkan, lalu ulangi.",
        "The mandate was not recorded: {reason_en} Correct it and repeat.",
    ),
    "office.no_account": Row(
        "“{given}” bukan akun kantor ini. Yang ada: {known}.",
        "“{given}” is no account of this office. There are: {known}.",
        Exit.NOT_FOUND,
    ),
    "office.no_clock": Row(
        "Tidak ada tenggat “{given}” yang menunggu jawaban. Lihat daftar tenggat, lalu ulangi.",
        "No clock “{given}” waits for an answer. Look at the list of clocks, then repeat.",
        Exit.NOT_FOUND,
        next=(Next("clock"),),
    ),
    "office.no_holiday": Row(
        "{day} tidak ada dalam daftar hari libur. Lihat daftarnya, lalu ulangi.",
        "{day} is not in the table of holidays. Look at the table, then repeat.",
        Exit.NOT_FOUND,
    ),
    "office.no_mandate": Row(
        "Tidak ada mandat {given} yang masih berlaku. Lihat daftar mandat, lalu ulangi.",
        "There is no mandate {given} that still counts. Look at the list of mandates, then repeat.",
        Exit.NOT_FOUND,
        next=(Next("mandate"),),
    ),
    "office.no_passphrase": Row(
        "Kata sandi cadangan (var/keys/backup.key) tidak ada atau rusak, padahal cadangan sudah pernah "
        "dibuat. Ketik dari Lembar Kunci Pemulihan ke dalam berkas itu (izin 0600), atau mulai cadangan "
        "baru di folder lain dengan menghapus var/cadangan.json.",
        "The passphrase of the backups (var/keys/backup.key) is missing or damaged although backups were "
        "made. Type it from the recovery sheet into that file (mode 0600), or begin anew in another folder "
        "by deleting var/cadangan.json.",
        Exit.DAMAGED,
    ),
    "office.no_row": Row(
        "Baris itu tidak ada dalam daftar. Buka daftarnya di Pengaturan, lalu ulangi.",
        "There is no such row in the list. Open the list in Settings, then repeat.",
        Exit.NOT_FOUND,
    ),
    "office.not_a_day": Row(
        "“{given}” bukan tanggal. Contoh: 2026-12-25 atau 25-12-2026.",
        "“{given}” is no day. Examples: 2026-12-25 or 25-12-2026.",
        Exit.USAGE,
    ),
    "office.not_a_name_of_a_day": Row(
        "Tulis nama hari liburnya, paling banyak {most} huruf, contoh: 25-12-2026 Hari Raya Natal.",
        "Type the name of the holiday, at most {most} letters, for example: 25-12-2026 Christmas.",
        Exit.USAGE,
    ),
    "office.not_at_console": Row(
        "Kata masuk di layar ini diberikan hanya di komputer kantor, kepada akun layanan (pemilik rumah "
        "kantor), bukan lewat sudo orang lain.",
        "A word is given on this screen at the office's machine alone, to the service account (the owner "
        "of its home), not by sudo of others.",
        Exit.NO_RIGHT,
    ),
    "office.not_blocked": Row(
        "Tidak ada akun yang terhalang dari kasus {case}; tidak ada yang dicabut.",
        "No account is blocked from case {case}; there is nothing to lift.",
        Exit.NOT_FOUND,
        next=(Next("show", "{case}"),),
    ),
    "office.not_first": Row(
        "Kata masuk pertama sudah pernah diberikan, dan hanya sekali. Minta admin membuat kata masuk baru "
        "untuk akunnya di server kantor.",
        "The first word to sign in was given already, and only once. Have the admin make a new word for that "
        "account at the office's server.",
        next=(Next("reset-at-console", "{account}"),),
    ),
    "office.nothing_changed": Row(
        "Isinya sama dengan yang sudah berlaku; tidak ada yang diubah. Ubah salah satu isian, lalu ulangi.",
        "This is what counts already; nothing was changed. Change an answer, then repeat.",
    ),
    "office.officer_blocked": Row(
        "Akun {officer} terhalang dari kasus {case} (benturan kepentingan), jadi kasus itu tidak ditugaskan "
        "kepadanya. Tunjuk petugas lain, atau cabut halangannya lebih dahulu.",
        "Account {officer} is blocked from case {case} (conflict of interest), so it is not assigned to it. "
        "Name another officer, or lift the block first.",
        next=(Next("assign-officer", "{case}"), Next("lift-conflict", "{case}", "{officer}")),
    ),
    "office.own_account": Row(
        "{account} adalah akun Anda sendiri; akun sendiri tidak dikunci dan perannya tidak diubah. "
        "Mintalah admin teknis lain.",
        "{account} is your own account; nobody locks their own or changes its roles. Ask another admin.",
    ),
    "office.row_in_use": Row(
        "“{what}” masih dipakai: {used_id}. Ganti dahulu di sana, lalu ulangi.",
        "“{what}” is still used: {used_en}. Change that first, then repeat.",
    ),
    "office.weak_word": Row(
        "Kata masuk itu {reasons_id}. Pakailah beberapa kata yang tidak berhubungan, sedikitnya {least} "
        "huruf.",
        "That word is {reasons_en}. Use several words that have nothing to do with each other, at least "
        "{least} letters.",
    ),
    "office.wrong_word": Row(
        "Akun atau kata masuknya tidak benar, sudah lewat masanya, atau akunnya dikunci. Tanyakan kepada "
        "admin teknis.",
        "Account or word is wrong, the word is over, or the account is locked. Ask the admin.",
        Exit.NO_RIGHT,
    ),
}
