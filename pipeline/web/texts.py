"""Every word of the pages that is not a field's or an error's, in both languages."""

from __future__ import annotations

from pipeline.kernel.errors import Text

ALL: dict[str, Text] = {
    "product": Text("Rangkap", "Rangkap"),
    "skip": Text("Langsung ke isi", "Skip to the content"),
    "nav": Text("Menu utama", "Main menu"),
    "nav.home": Text("Menunggu", "Waiting"),
    "nav.search": Text("Cari nomor", "Look up a number"),
    "nav.word": Text("Kata masuk", "My word"),
    "nav.factor": Text("Kode telepon", "Telephone code"),
    "nav.out": Text("Keluar", "Sign out"),
    "nav.language": Text("English", "Bahasa Indonesia"),
    "signed_in": Text("Masuk sebagai {account}", "Signed in as {account}"),
    "back": Text("Kembali ke yang menunggu", "Back to what waits"),
    "save": Text("Simpan", "Save"),
    "trouble": Text("Belum berhasil", "Not done yet"),
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
    "word.title": Text("Ganti kata masuk", "Change the word"),
    "word.must": Text(
        "Kata masuk yang diberikan kantor hanya untuk sekali pakai. Pilih kata masuk Anda sendiri untuk melanjutkan.",
        "The word that the office gave out is good for one use. Choose your own to go on.",
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
        "Akun ketua dan admin teknis dijaga dua kali: dengan kata masuk, dan dengan kode yang dibuat telepon Anda. Telepon tidak "
        "perlu internet.",
        "The accounts of chair and admin are guarded twice: by the word, and by a code that your telephone makes. It needs no "
        "internet.",
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
    "home.title": Text("Yang menunggu", "What waits"),
    "home.crises": Text("Krisis", "Crises"),
    "home.arrivals": Text("Surat masuk", "Incoming"),
    "home.cases": Text("Kasus", "Cases"),
    "home.refused": Text("Berkas yang tidak dapat diambil", "Files that could not be taken"),
    "home.empty": Text(
        "Tidak ada yang menunggu. Taruh pindaian di folder inbox; suratnya muncul di sini dalam beberapa detik.",
        "Nothing waits. Drop a scan into the inbox folder; the letter shows here within seconds.",
    ),
    "home.no_cases": Text(
        "Akun ini tidak menangani kasus, jadi tidak ada isi kasus di sini. Yang dikerjakan dengannya masih di terminal: "
        "rangkap doctor, rangkap users, rangkap recap.",
        "This account handles no cases, so there is no case content here. What it is for is still at the terminal: rangkap "
        "doctor, rangkap users, rangkap recap.",
    ),
    "home.untaken": Text("belum diambil sejak {since}", "not taken since {since}"),
    "home.taken": Text("diambil {by}", "taken by {by}"),
    "home.agenda": Text("Agenda", "Agenda"),
    "home.received": Text("Masuk", "Came in"),
    "home.state": Text("Keadaan", "State"),
    "home.file": Text("Berkas", "File"),
    "home.next": Text("Berikutnya", "Next"),
    "home.register": Text("Daftarkan {agenda}", "Register {agenda}"),
    "home.case": Text("Nomor kasus", "Case"),
    "home.waits": Text("Menunggu", "Waits for"),
    "home.about": Text("Tentang", "About"),
    "home.live": Text(
        "Daftar ini memperbarui diri setiap beberapa detik.", "This list renews itself every few seconds."
    ),
    "todo.contacts": Text("Menghubungi korban", "Contact with victims"),
    "todo.dangers": Text("Kata bahaya", "Danger words"),
    "todo.clocks": Text("Tenggat undang-undang", "Clocks of the law"),
    "todo.due": Text("Jatuh tempo", "Due"),
    "todo.erasures": Text("Permintaan penghapusan", "Requests for erasure"),
    "todo.requests": Text("Permintaan klarifikasi", "Requests for clarification"),
    "todo.receipts": Text("Tanda terima", "Receipts"),
    "todo.simfoni": Text("Entri SIMFONI-PPA", "Entry into SIMFONI-PPA"),
    "todo.conflicts": Text("Benturan kepentingan", "Conflicts of interest"),
    "todo.mandates": Text("Mandat", "Mandates"),
    "todo.statements": Text("Pernyataan salinan ke-1", "Statements about copy 1"),
    "todo.victims_copies": Text("Salinan untuk korban", "Copies for victims"),
    "todo.pages": Text("Lembar pengesahan register", "Register pages"),
    "todo.disposals": Text("Penyusutan", "Disposal"),
    "todo.emptied": Text("Kasus tanpa surat masuk", "Cases without their letter"),
    "todo.further": Text("Surat lanjutan", "Further letters"),
    "register.title": Text("Pendaftaran surat {agenda}", "Registration of letter {agenda}"),
    "register.agenda": Text("Tulis nomor agenda ini pada surat:", "Write this number on the letter:"),
    "register.unread": Text(
        "Surat ini belum selesai dibaca; isian yang belum diusulkan dapat diketik sekarang.",
        "This letter is not wholly read yet; what is not proposed can be typed now.",
    ),
    "register.paper": Text("Surat", "The letter"),
    "register.page": Text("Halaman {page}", "Page {page}"),
    "register.form": Text("Isian", "Form"),
    "register.do": Text("Daftarkan", "Register"),
    "register.keys": Text(
        "Papan ketik: Tab ke isian berikutnya, Alt+Shift+S mendaftarkan, Alt+Shift+P halaman berikutnya.",
        "Keyboard: Tab to the next field, Alt+Shift+S registers, Alt+Shift+P turns the page.",
    ),
    "register.doubtful": Text("periksa", "check"),
    "register.read": Text("terbaca dari surat", "read from the letter"),
    "register.others": Text("bacaan lain:", "other readings:"),
    "register.required": Text("wajib", "required"),
    "register.none": Text("– pilih –", "– choose –"),
    "register.wrong": Text("{count} isian perlu diperbaiki", "{count} answers need correction"),
    "register.maybe": Text("Mungkin sudah terdaftar sebagai {cases}", "May be registered already as {cases}"),
    "register.maybe_why": Text(
        "Nomor surat, pengirim atau korban sama. Bandingkan dahulu. Bila ini pengaduan lain, centang lalu daftarkan lagi.",
        "Number, sender or victim are the same. Compare first. If this is another complaint, tick and register again.",
    ),
    "register.other": Text("Ini pengaduan lain", "This is another complaint"),
    "earlier.title": Text(
        "Orang yang mungkin sudah ada dalam kasus lain", "People who may stand in another case"
    ),
    "earlier.why": Text(
        "Tidak ada yang digabungkan. Putuskan untuk setiap kasus; keputusan Anda dicatat.",
        "Nothing is joined. Decide for each case; your decision is written down.",
    ),
    "earlier.same": Text("orang yang sama", "the same person"),
    "earlier.other": Text("orang lain", "another person"),
    "earlier.unsure": Text("tidak tahu", "don't know"),
    "earlier.into": Text("Tambahkan surat ini ke kasus {case}", "Add this letter to case {case}"),
    "case.title": Text("Kasus {case}", "Case {case}"),
    "case.register": Text("Register {number}", "Register {number}"),
    "case.state": Text("Keadaan", "State"),
    "case.received": Text("Diterima", "Received"),
    "case.agenda": Text("Agenda", "Agenda"),
    "case.officer": Text("Petugas", "Officer"),
    "case.number": Text("Surat jawaban", "Answer letter"),
    "case.place": Text("Tempat arsip", "Place in the archive"),
    "case.crisis": Text("SOP krisis sejak {since}", "Crisis procedure since {since}"),
    "case.steps": Text("Langkah", "Steps"),
    "case.next": Text("Berikutnya", "Next"),
    "case.nothing": Text("Tidak ada langkah yang terbuka.", "No step is open."),
    "case.step": Text("langkah {step}", "step {step}"),
    "case.at_terminal": Text("di terminal:", "at the terminal:"),
    "case.theirs": Text("oleh {roles}", "by {roles}"),
    "case.answers": Text("Isian (disamarkan)", "Answers (masked)"),
    "case.answers_open": Text("Isian", "Answers"),
    "case.reveal": Text("Tampilkan nama", "Show names"),
    "case.reason": Text("Alasan membuka nama (dicatat)", "Reason for showing names (written down)"),
    "case.papers": Text("Dokumen", "Documents"),
    "case.look": Text("Lihat {name}", "Look at {name}"),
    "case.letters": Text("Surat", "Letters"),
    "case.copy": Text("salinan ke-{copy}: {back}", "copy {copy}: {back}"),
    "case.back": Text("kembali {at}", "back {at}"),
    "case.out": Text("belum kembali", "not back yet"),
    "case.no_letters": Text("Belum ada surat.", "No letter yet."),
    "case.history": Text("Riwayat", "History"),
    "search.title": Text("Cari menurut nomor", "Look up by number"),
    "search.ask": Text(
        "Nomor kasus, register, agenda, surat, atau surat masuk",
        "Number of case, register, agenda, letter or incoming letter",
    ),
    "search.do": Text("Cari", "Look up"),
    "trouble.bad": Text(
        "Permintaan ini tidak dapat dibaca, atau alamatnya bukan milik kantor ini.",
        "This request cannot be read, or its address is not this office's.",
    ),
    "trouble.forbidden": Text("Anda tidak berhak membuka halaman ini.", "You may not open this page."),
    "trouble.not_found": Text("Tidak ada halaman di alamat ini.", "There is no page at this address."),
    "trouble.broken": Text(
        "Terjadi gangguan, dan yang baru dikerjakan belum disimpan. Coba sekali lagi; bila berulang, beri tahu admin teknis.",
        "Something broke, and what was being done was not saved. Try once more; if it comes again, tell the admin.",
    ),
    "trouble.not_from_here": Text(
        "Halaman ini sudah terlalu lama terbuka, atau isiannya tidak datang dari halaman kantor. Buka lagi, lalu ulangi.",
        "This page was open for too long, or the form did not come from the office's page. Open it again, then repeat.",
    ),
}
