"""Words of what can be done at the page of health, and of a clock that was set back."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "health.check": Text("Pemeriksaan arsip", "Check of the archive"),
    "health.check.why": Text(
        "Setiap byte arsip dan setiap catatan register dibaca dan dibandingkan. Pekerjaan kantor dapat berjalan terus.",
        "Every byte of the archive and every entry of the register is read and compared. The office can go on working.",
    ),
    "health.check.do": Text("Periksa arsip sekarang", "Check the archive now"),
    "health.check.began": Text(
        "Pemeriksaan arsip dimulai. Hasilnya tampil di halaman ini.",
        "The check of the archive has begun. Its result shows on this page.",
    ),
    "health.check.goes_on": Text("Pemeriksaan arsip sedang berjalan.", "The check of the archive goes on."),
    "health.check.percent": Text(
        "Arsip sedang diperiksa: {percent}%", "The archive is being checked: {percent}%"
    ),
    "health.check.none": Text(
        "Pemeriksaan selesai: tidak ada temuan.", "The check has ended: nothing was found."
    ),
    "health.check.found": Text("Pemeriksaan selesai. Temuan:", "The check has ended. What was found:"),
    "health.backup.do": Text("Buat cadangan sekarang", "Make a backup now"),
    "health.backup.why": Text(
        "Cadangan disandikan, disimpan di tempat cadangan kantor, dan dibaca kembali sebagai bukti. Latihan pemulihan yang utuh "
        "dilakukan di komputer lain, lihat panduan cadangan.",
        "A backup is encrypted, kept at the office's place for backups, and read back as proof. A whole restore is practised on "
        "another machine, see the guide to backups.",
    ),
    "health.backup.no_place": Text(
        "Cadangan tidak dibuat: tempatnya belum ditentukan. Isi `cadangan.tempat` dalam `office.toml` di komputer peladen, lalu "
        "mulai ulang.",
        "No backup was made: its place is not set. Fill in `cadangan.tempat` in `office.toml` on the server, then restart.",
    ),
    "health.backup.began": Text(
        "Pembuatan cadangan dimulai. Hasilnya tampil di halaman ini.",
        "The backup has begun. Its result shows on this page.",
    ),
    "health.backup.goes_on": Text("Cadangan sedang dibuat.", "A backup is being made."),
    "health.backup.percent": Text("Cadangan sedang dibuat: {percent}%", "A backup is being made: {percent}%"),
    "health.backup.done": Text(
        "Cadangan selesai dan sudah dibaca kembali.", "The backup is done and was read back."
    ),
    "health.failed_run": Text("Tidak selesai: {why}", "Not finished: {why}"),
    "health.retry": Text("Bacaan yang gagal", "Readings that failed"),
    "health.retry.do": Text("Baca lagi", "Read again"),
    "health.retry.done": Text("Surat itu diminta dibaca sekali lagi.", "The letter is read once more."),
    "health.retry.gone": Text(
        "Tidak ada yang perlu dibaca lagi: surat itu sudah terbaca.",
        "Nothing is to be read again: it was read.",
    ),
    "health.retry.item": Text("Surat masuk", "Incoming"),
    "health.retry.at": Text("Gagal", "Failed"),
    "health.retry.why": Text("Sebab", "Cause"),
    "alarm.more": Text("Lihat Kesehatan", "See Health"),
    "alarm.title": Text("Pemberitahuan kantor", "Notice of the office"),
    "clock.title": Text("Jam komputer", "The computer's clock"),
    "clock.not_done": Text(
        "Yang baru dikerjakan belum disimpan, karena nomor dan tanggalnya akan salah.",
        "What was being done was not saved, since its number and day would be wrong.",
    ),
    "clock.ask": Text(
        "Minta admin teknis membetulkan jam komputer kantor, lalu ulangi. Bila jamnya sekarang memang benar, ketua atau admin "
        "teknis dapat memastikannya.",
        "Have the admin set the clock of the office's machine right, then repeat. If it is right now, chair or admin can "
        "confirm it.",
    ),
    "clock.first": Text(
        "Bandingkan dahulu jam ini dengan jam yang Anda percaya. Bila jamnya salah, jangan dipastikan: betulkan jamnya.",
        "First compare this clock with one that you trust. If it is wrong, do not confirm it: set it right.",
    ),
    "clock.reason": Text(
        "Alasan jam sekarang benar (dicatat)", "Reason why the clock is right now (written down)"
    ),
    "clock.do": Text("Pastikan jam ini benar", "Confirm this clock"),
    "clock.go": Text("Pastikan jam", "Confirm the clock"),
    "clock.right": Text(
        "Jam tidak mundur; tidak ada yang perlu dipastikan.",
        "The clock is not behind; there is nothing to confirm.",
    ),
    "clock.done": Text(
        "Jam dipastikan benar; nomor diberikan lagi.", "The clock is confirmed; numbers are given again."
    ),
}
