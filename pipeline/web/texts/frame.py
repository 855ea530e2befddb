"""Words around every page, and of refusals."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    "at_server": Text("di komputer peladen", "on the server"),
    "product": Text("Rangkap", "Rangkap"),
    "skip": Text("Langsung ke isi", "Skip to the content"),
    "nav": Text("Menu utama", "Main menu"),
    "nav.mine": Text("Akun saya", "My account"),
    "nav.home": Text("Menunggu", "Waiting"),
    "nav.phone": Text("Telepon masuk", "Incoming call"),
    "nav.upload": Text("Surat baru", "New letters"),
    "nav.chair-desk": Text("Meja ketua", "Chair's desk"),
    "nav.search": Text("Cari", "Search"),
    "nav.books": Text("Buku", "Books"),
    "nav.recap": Text("Rekap", "Recap"),
    "nav.health": Text("Kesehatan", "Health"),
    "nav.settings": Text("Pengaturan", "Settings"),
    "nav.users": Text("Akun", "Accounts"),
    "nav.audit": Text("Jejak", "Audit"),
    "nav.word": Text("Kata masuk", "My word"),
    "nav.factor": Text("Kode telepon", "Telephone code"),
    "nav.out": Text("Keluar", "Sign out"),
    "nav.language": Text("English", "Bahasa Indonesia"),
    "signed_in": Text("Masuk sebagai {account}", "Signed in as {account}"),
    "back": Text("Kembali ke yang menunggu", "Back to what waits"),
    "save": Text("Simpan", "Save"),
    "trouble": Text("Belum berhasil", "Not done yet"),
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
    "trouble.slow": Text(
        "Isian itu tidak sampai utuh dalam sepuluh detik. Periksa jaringan, lalu kirim lagi.",
        "That form did not arrive whole within ten seconds. Check the network, then send it again.",
    ),
    "trouble.busy": Text(
        "Terlalu banyak yang dikirim sekaligus, dan yang ini belum diterima. Tunggu sebentar, lalu kirim lagi.",
        "Too much is being sent at once, and this was not taken. Wait a moment, then send it again.",
    ),
    "trouble.too_large": Text(
        "Yang dikirim terlalu besar. Dokumen masuk lewat folder inbox, bukan lewat halaman ini.",
        "What was sent is too large. Documents come in through the inbox folder, not through this page.",
    ),
    "trouble.not_from_here": Text(
        "Halaman ini sudah terlalu lama terbuka, atau isiannya tidak datang dari halaman kantor. Buka lagi, lalu ulangi.",
        "This page was open for too long, or the form did not come from the office's page. Open it again, then repeat.",
    ),
}
