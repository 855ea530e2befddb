"""Words of the audit."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    "audit.title": Text("Jejak", "Audit"),
    "audit.what": Text(
        "Siapa melihat, membuka identitas, mengeluarkan, mengubah, masuk, atau gagal. Melihat halaman ini ikut dicatat.",
        "Who looked, revealed identities, took out, changed, signed in or failed. Looking at this page is written down too.",
    ),
    "audit.what_admin": Text(
        "Kasus tidak ditampilkan kepada admin teknis; tindakan dan waktunya tampil.",
        "No case is shown to the technical admin; acts and their times are.",
    ),
    "audit.what_overseer": Text(
        "Pengawas melihat jumlah saja, tanpa akun dan tanpa kasus.",
        "The overseer sees counts alone, without accounts and cases.",
    ),
    "audit.since": Text("Dari tanggal", "From day"),
    "audit.until": Text("Sampai tanggal", "Until day"),
    "audit.format": Text("hh-bb-tttt", "dd-mm-yyyy"),
    "audit.account": Text("Akun", "Account"),
    "audit.kind": Text("Jenis", "Kind"),
    "audit.case": Text("Nomor kasus", "Case number"),
    "audit.any": Text("semua", "all"),
    "audit.do": Text("Tampilkan", "Show"),
    "audit.counts": Text("Jumlah dalam periode", "Counts of the period"),
    "audit.total": Text("Semua", "All"),
    "audit.rows": Text("Rincian, terbaru di atas", "Rows, the newest first"),
    "audit.at": Text("Waktu", "Time"),
    "audit.by": Text("Akun", "Account"),
    "audit.act": Text("Tindakan", "Act"),
    "audit.about": Text("Mengenai", "About"),
    "audit.as": Text("oleh pengguna {operator}", "by the user {operator}"),
    "audit.none": Text("Tidak ada jejak yang cocok.", "There are no such rows."),
    "audit.none_how": Text(
        "Perpanjang periodenya, atau hapus penyaring akun, jenis, dan kasus.",
        "Make the period longer, or take the filters for account, kind and case away.",
    ),
    "audit.more": Text("50 berikutnya", "The next 50"),
    "audit.first": Text("Kembali ke yang terbaru", "Back to the newest"),
    "audit.export": Text("Keluarkan sebagai berkas", "Take out as a file"),
    "audit.export_how": Text(
        "Semua baris menurut penyaring di atas, sebagai CSV. Keperluannya dicatat.",
        "All rows by the filters above, as CSV. The purpose is written down.",
    ),
    "audit.purpose": Text("Keperluan", "Purpose"),
    "audit.other": Text("lain, dengan kata sendiri", "other, in own words"),
    "audit.own": Text("Keperluan lain", "Other purpose"),
    "audit.do_export": Text("Unduh CSV", "Download CSV"),
    "audit.print": Text(
        "Untuk mencetak, tekan Ctrl+P; penyaring dan menu tidak ikut tercetak.",
        "To print, press Ctrl+P; filters and menu are not printed.",
    ),
    "audit.damaged": Text(
        "Pemeriksaan arsip dan rantai register menemukan kerusakan yang belum dinyatakan pulih. Jejak di bawah ini dibaca dengan hati-hati; minta admin teknis memeriksa halaman Kesehatan.",
        "A check of archive and register chain found damage that no later check has cleared. Read what follows with care; ask the technical admin to look at the page Health.",
    ),
    "audit.checked": Text("Pemeriksaan rantai dan arsip: {said}", "Check of chain and archive: {said}"),
    "audit.kind.masuk": Text("masuk", "signed in"),
    "audit.kind.gagal": Text("gagal masuk atau ditolak", "failed or refused"),
    "audit.kind.lihat": Text("melihat", "looked"),
    "audit.kind.buka": Text("membuka identitas", "revealed"),
    "audit.kind.keluar": Text("ekspor dan cetak", "exported and printed"),
    "audit.kind.ubah": Text("mengerjakan kasus", "worked on a case"),
    "audit.kind.akun": Text("akun dan kunci", "accounts and keys"),
}
