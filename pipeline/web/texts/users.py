"""Words of the accounts of the office."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "users.title": Text("Akun", "Accounts"),
    "users.account": Text("Akun", "Account"),
    "users.roles": Text("Peran", "Roles"),
    "users.last": Text("Masuk terakhir", "Last sign-in"),
    "users.never": Text("belum pernah", "never"),
    "users.word": Text("Kata masuk", "Word"),
    "users.word.none": Text("belum ada", "none yet"),
    "users.word.once": Text("sekali pakai", "good once"),
    "users.word.over": Text("tidak berlaku lagi", "used or over"),
    "users.word.own": Text("sendiri", "own"),
    "users.factor": Text("Kode telepon", "Telephone code"),
    "users.factor.yes": Text("terpasang", "set up"),
    "users.factor.no": Text("belum", "not yet"),
    "users.state": Text("Keadaan", "State"),
    "users.locked": Text("terkunci", "locked"),
    "users.open": Text("dapat masuk", "may sign in"),
    "users.wordless": Text("perlu kata masuk", "needs a word"),
    "users.own": Text("akun Anda", "your account"),
    "users.manage": Text("Kelola", "Manage"),
    "users.manage_one": Text("Kelola akun {account}", "Manage account {account}"),
    "users.file": Text(
        "Siapa di baris perintah memakai akun mana ditulis di office.toml oleh pemilik komputer; peran, kunci, dan kata masuk "
        "diatur di sini dan setiap perubahan tercatat.",
        "Who at the command line uses which account is written in office.toml by the owner of the machine; roles, locks and "
        "words are kept here, and every change is written down.",
    ),
    "users.add": Text("Tambah akun", "Add an account"),
    "users.add.name": Text("Nama akun", "Name of the account"),
    "users.add.help": Text(
        "Huruf kecil, angka, titik, atau garis, 2 sampai 32. Pilih nama tugas, bukan nama orang: nama akun tampil dalam riwayat "
        "kasus.",
        "Small letters, digits, dots or dashes, 2 to 32. Take the name of the task, not of a person: it shows in the history of "
        "cases.",
    ),
    "users.add.do": Text("Tambahkan akun", "Add the account"),
    "users.reason": Text("Alasan (dicatat)", "Reason (written down)"),
    "users.role.petugas_penerima": Text(
        "petugas penerima: menerima dan mendaftarkan surat, mengarsipkan, menyampaikan",
        "receiving clerk: takes in and registers letters, files, delivers",
    ),
    "users.role.petugas_identifikasi": Text(
        "petugas identifikasi: mempelajari kasus, klarifikasi, menyusun surat jawaban",
        "identification officer: studies cases, clarifies, drafts answers",
    ),
    "users.role.ketua": Text(
        "ketua: verifikasi, penugasan, persetujuan, tanda tangan (dengan kode telepon)",
        "chair: verifies, assigns, approves, signs (with a telephone code)",
    ),
    "users.role.arsiparis": Text(
        "arsiparis: mencari dan membaca kasus, memeriksa arsip, penyusutan",
        "archivist: finds and reads cases, checks the archive, disposal",
    ),
    "users.role.admin_teknis": Text(
        "admin teknis: mengurus komputer dan akun, tanpa isi kasus; akun tersendiri (dengan kode telepon)",
        "technical admin: keeps machine and accounts, sees no case; an account of its own (with a telephone code)",
    ),
    "users.role.pengawas": Text(
        "pengawas: melihat angka rekap saja", "overseer: sees figures of recaps only"
    ),
    "users.roles.title": Text("Ubah peran", "Change roles"),
    "users.roles.help": Text(
        "Sesi akun ini berakhir, dan masuk lagi dengan peran yang baru.",
        "Sessions of the account end; it signs in again with its new roles.",
    ),
    "users.roles.do": Text("Simpan peran", "Save roles"),
    "users.lock.title": Text("Kunci akun", "Lock the account"),
    "users.lock.help": Text(
        "Akun yang terkunci tidak dapat masuk dan tidak mengerjakan apa pun; riwayatnya tetap. Dapat dibuka lagi.",
        "A locked account signs in nowhere and takes no step; its history stays. It can be unlocked.",
    ),
    "users.lock.do": Text("Kunci akun", "Lock the account"),
    "users.unlock.title": Text("Buka kunci akun", "Unlock the account"),
    "users.unlock.do": Text("Buka kunci akun", "Unlock the account"),
    "users.word.title": Text("Kata masuk baru", "New word"),
    "users.word.help": Text(
        "Untuk yang lupa atau belum punya. Kata masuk lama tidak berlaku lagi; yang baru tampil sekali di layar, berlaku tiga "
        "hari, dan diganti saat pertama dipakai.",
        "For who forgot it or has none. The old word counts no more; the new one shows once, is good for three days and changed "
        "at its first use.",
    ),
    "users.word.do": Text("Beri kata masuk baru", "Give a new word"),
    "users.factor.title": Text("Atur ulang kode telepon", "Reset the telephone code"),
    "users.factor.help": Text(
        "Untuk telepon yang hilang. Telepon dan kode kertas lama tidak berlaku lagi, sesinya berakhir; telepon baru dipasang saat "
        "masuk berikutnya.",
        "For a telephone that was lost. The old telephone and paper codes count no more, sessions end; a new one is set up at the "
        "next sign-in.",
    ),
    "users.factor.do": Text("Atur ulang kode telepon", "Reset the telephone code"),
    "users.sessions.title": Text("Akhiri sesi", "End sessions"),
    "users.sessions.help": Text(
        "Untuk halaman yang tertinggal terbuka di komputer lain. Akun ini harus masuk lagi.",
        "For a page left open on another machine. The account has to sign in again.",
    ),
    "users.sessions.do": Text("Akhiri semua sesi", "End all sessions"),
    "users.own_note": Text(
        "Ini akun Anda sendiri. Peran dan kuncinya diubah oleh admin teknis lain; kata masuk dan telepon Anda ganti sendiri.",
        "This is your own account. Another admin changes its roles and lock; word and telephone you change yourself.",
    ),
    "users.history": Text("Riwayat akun ini", "History of this account"),
    "users.no_history": Text("Belum ada perubahan.", "No changes yet."),
    "users.back": Text("Kembali ke daftar akun", "Back to the accounts"),
    "users.done.roles": Text(
        "Peran akun diubah; sesinya berakhir.", "The roles were changed; sessions have ended."
    ),
    "users.done.lock": Text(
        "Akun dikunci. Buka lagi lewat Kelola.", "The account is locked. Unlock it by Manage."
    ),
    "users.done.unlock": Text("Kunci akun dibuka.", "The account is unlocked."),
    "users.done.factor": Text(
        "Kode telepon akun itu diatur ulang; telepon dipasang lagi saat masuk berikutnya.",
        "The telephone code was reset; a telephone is set up at the next sign-in.",
    ),
    "users.done.sessions": Text("Semua sesi akun itu berakhir.", "All sessions of that account have ended."),
    "users.slip.title": Text("Kata masuk sekali pakai", "A word for one use"),
    "users.slip.once": Text(
        "Tampil sekali ini saja. Cetak atau tulis sekarang, serahkan langsung kepada yang memakai akun ini.",
        "Shown this once. Print it or write it down now, and hand it to whoever uses this account.",
    ),
    "users.slip.print": Text("Cetak slip", "Print the slip"),
    "users.slip.address": Text("Alamat halaman", "Address of the pages"),
    "users.slip.first": Text("Kata masuk", "Word"),
    "users.slip.how": Text(
        "Berlaku {hours} jam. Saat masuk pertama, pilih kata masuk Anda sendiri. Musnahkan slip ini sesudahnya.",
        "Good for {hours} hours. At the first sign-in choose your own word. Destroy this slip afterwards.",
    ),
}
