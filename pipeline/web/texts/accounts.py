"""Words of the accounts: signing in, the word, the second factor, and how the admin keeps them."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    # Signing in, the word, the second factor.
    "sign_in.title": Text("Masuk", "Sign in"),
    "sign_in.account": Text("Nama akun", "Account"),
    "sign_in.word": Text("Kata masuk", "Word"),
    "sign_in.do": Text("Masuk", "Sign in"),
    "sign_in.help": Text(
        "Belum punya kata masuk, atau lupa? Mintalah kepada admin teknis kantor.",
        "No word yet, or forgotten? Ask the admin of the office.",
    ),
    "sign_in.wrong": Text(
        "Nama akun atau kata masuk tidak cocok, atau akunnya tidak dapat dipakai. Periksa keduanya, lalu coba lagi. Lima kali "
        "salah menutup akun ini dari komputer ini selama seperempat jam.",
        "Account or word do not match, or the account cannot be used. Check both and try again. Five wrong tries shut the "
        "account from this machine for a quarter of an hour.",
    ),
    "sign_in.shut": Text(
        "Terlalu banyak percobaan dari komputer ini. Tunggu seperempat jam, atau mintalah kata masuk baru kepada admin teknis.",
        "Too many tries from this machine. Wait a quarter of an hour, or ask the admin for a new word.",
    ),
    "sign_in.slow": Text(
        "Terlalu banyak percobaan yang salah dari komputer ini. Tunggu {seconds} detik, lalu coba lagi.",
        "Too many wrong tries from this machine. Wait {seconds} seconds, then try again.",
    ),
    "first.title": Text("Masuk pertama kali", "First sign-in"),
    "first.why": Text(
        "Anda masuk sebagai {account}. Pilih kata masuk Anda sendiri; sesudah itu tautan ini tidak berlaku lagi.",
        "You sign in as {account}. Choose your own word; after that this link is good no more.",
    ),
    "first.word": Text("Kata masuk pertama", "First word"),
    "first.link": Text(
        "Terisi sendiri dari tautan yang tampil di komputer kantor; tanpa tautan, ketik kata yang tampil di sana.",
        "Filled in by the link shown at the office's machine; without it type the word shown there.",
    ),
    "first.do": Text("Simpan dan masuk", "Save and sign in"),
    "first.wrong": Text(
        "Kata masuk pertama itu tidak cocok. Buka lagi tautan yang tampil di komputer kantor, atau minta yang baru di sana.",
        "That first word does not match. Open the link shown at the office's machine again, or ask for a new one there.",
    ),
    "word.title": Text("Ganti kata masuk", "Change the word"),
    "word.must": Text(
        "Kata masuk yang diberikan kantor sudah terpakai dan tidak berlaku lagi. Pilih kata masuk Anda sendiri sekarang.",
        "The word that the office gave out is used up now. Choose your own before you close this page.",
    ),
    "factor.wait": Text(
        "Kode itu tidak diterima, dan terlalu banyak kode salah baru saja diketik. Tunggu beberapa menit, lalu coba lagi.",
        "That code was not taken, and too many wrong ones were typed just before. Wait a few minutes, then try again.",
    ),
    "factor.again": Text(
        "Akun ini sudah punya kode telepon. Telepon baru menggantikannya, dan akun ini keluar dari semua komputer lain.",
        "This account has a telephone already. A new one takes its place, and the account is signed out everywhere else.",
    ),
    "elsewhere.title": Text("Komputer lain", "Other machines"),
    "elsewhere.here": Text(
        "Akun ini hanya terbuka di peramban ini.", "This account is open in this browser only."
    ),
    "elsewhere.count": Text(
        "Akun ini terbuka di {count} peramban, termasuk yang ini. Bila ada yang bukan Anda, keluarkan, lalu ganti kata masuk.",
        "This account is open in {count} browsers, this one included. If one is not yours, sign it out and change the word.",
    ),
    "elsewhere.do": Text("Keluarkan dari komputer lain", "Sign out everywhere else"),
    "elsewhere.wrong": Text(
        "Kata masuk itu tidak cocok. Ketik kata masuk Anda yang sekarang; lima kali salah menutup akun ini dari komputer ini.",
        "That word does not match. Type your present word; five wrong tries shut the account from this machine.",
    ),
    "elsewhere.done": Text(
        "Akun Anda sudah keluar dari semua komputer lain.", "Your account is signed out everywhere else."
    ),
    "word.old": Text("Kata masuk sekarang", "Present word"),
    "word.new": Text("Kata masuk baru", "New word"),
    "word.again": Text("Kata masuk baru, sekali lagi", "New word, once more"),
    "word.rule": Text(
        "Paling sedikit {least} huruf. Beberapa kata biasa berturut-turut mudah diingat dan sulit ditebak.",
        "At least {least} letters. A few ordinary words in a row are easy to remember and hard to guess.",
    ),
    "word.differs": Text(
        "Kedua kata masuk baru tidak sama. Ketik keduanya sekali lagi.",
        "The two new words differ. Type both again.",
    ),
    "factor.title": Text("Kode dari telepon", "Code from the telephone"),
    "factor.ask": Text(
        "Kode enam angka, atau satu kode dari kertas", "Six digits, or one code from the paper"
    ),
    "factor.do": Text("Lanjutkan", "Go on"),
    "factor.lost": Text(
        "Telepon hilang dan kertas kode tidak ada? Admin teknis dapat mengatur ulang akun ini di komputer kantor.",
        "Telephone lost and no paper at hand? The admin can reset this account at the office's machine.",
    ),
    "factor.wrong": Text(
        "Kode itu tidak berlaku. Tunggu kode berikutnya di telepon (30 detik), lalu ketik lagi.",
        "That code is not good. Wait for the next one on the telephone (30 seconds), then type it.",
    ),
    "factor.new": Text("Pasang kode di telepon", "Set the telephone up"),
    "factor.why": Text(
        "Akun ini dijaga dua kali: dengan kata masuk, dan dengan kode yang dibuat telepon Anda. Telepon tidak "
        "perlu internet.",
        "This account is guarded twice: by the word, and by a code that your telephone makes. It needs no internet.",
    ),
    "factor.scan": Text(
        "Buka aplikasi kode (misalnya Aegis atau Google Authenticator), pilih tambah, lalu arahkan kamera ke gambar ini.",
        "Open a code app (such as Aegis or Google Authenticator), choose to add one, and point the camera at this picture.",
    ),
    "factor.key": Text("Tanpa kamera, ketik kunci ini:", "Without a camera type this key:"),
    "factor.picture": Text("Gambar kode untuk telepon", "Picture of the key for the telephone"),
    "factor.proof": Text("Kode enam angka yang tampil di telepon", "The six digits on the telephone"),
    "factor.codes": Text("Kode di kertas", "Codes on paper"),
    "factor.codes_why": Text(
        "Tulis atau cetak kode ini sekarang, simpan di tempat terkunci. Setiap kode berlaku sekali, bila telepon tidak ada. Kode "
        "ini tidak ditampilkan lagi.",
        "Write these codes down or print them now, and lock them away. Each is good once, when the telephone is not at hand. They "
        "are not shown again.",
    ),
    # The accounts as the admin keeps them.
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
