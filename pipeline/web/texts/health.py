"""Words of how the office itself is (doors, queue, disk, archive check, backup, certificate, clock) and of what can be done about it."""

from pipeline.kernel.text import Text

_ADMIN = Text("Beri tahu admin teknis.", "Tell the admin.")
_CHECK = Text(
    "Periksa arsip sekarang, dengan tombol di bawah.", "Check the archive now, with the button below."
)
_TRY = Text(
    "Pulihkan cadangan sekali setahun ke folder kosong di komputer peladen. Caranya: docs/cadangan.md.",
    "Restore a backup into an empty folder on the server once a year. How: docs/cadangan.md.",
)
_BACK_UP = Text("Buat cadangan: lihat Cadangan di bawah.", "Make a backup: see Backup below.")
_CERTIFICATE = Text(
    "Buat sertifikat baru di komputer peladen, lalu mulai ulang halaman web.",
    "Make a new certificate on the server, then restart the pages.",
)
_ROOM = Text(
    "Kosongkan ruang pada cakram itu, atau pindahkan rumah kantor ke cakram yang lebih besar.",
    "Make room on that disk, or move the home of the office to a larger one.",
)
_WORKER = Text(
    "Di komputer peladen: `systemctl restart rangkap-worker`, atau jalankan lagi seluruh Rangkap.",
    "On the server: `systemctl restart rangkap-worker`, or start all of Rangkap again.",
)
_WATCHER = Text(
    "Di komputer peladen: `systemctl restart rangkap-watch`, atau jalankan lagi seluruh Rangkap.",
    "On the server: `systemctl restart rangkap-watch`, or start all of Rangkap again.",
)

WORDS: dict[str, Text] = {
    # How it is.
    "health.title": Text("Kesehatan", "Health"),
    "health.well": Text("Semua berjalan.", "Everything runs."),
    "health.look": Text(
        "Kantor berjalan. Yang perlu dilihat: {count}.", "The office runs. Things worth a look: {count}."
    ),
    "health.stopped": Text("Ada yang perlu dikerjakan sekarang:", "Something has to be done now:"),
    "health.tell": _ADMIN,
    "health.live": Text(
        "Halaman ini memperbarui diri setiap sepuluh detik.", "This page renews itself every ten seconds."
    ),
    "health.thing": Text("Bagian", "Part"),
    "health.state": Text("Keadaan", "State"),
    "health.then": Text("Yang dikerjakan", "What to do"),
    "health.grade.good": Text("baik", "good"),
    "health.grade.check": Text("perhatikan", "look"),
    "health.grade.alarm": Text("gangguan", "trouble"),
    "health.watcher": Text("Penerimaan surat", "Intake of letters"),
    "health.watcher.lives": Text(
        "Folder inbox diawasi, terakhir {seen}.", "The inbox folder is watched, last {seen}."
    ),
    "health.watcher.dead": Text(
        "Surat baru tidak diambil dari folder inbox sejak {seen}. Pindaian yang ditaruh di sana tidak hilang; diambil setelah "
        "pengawas inbox berjalan lagi.",
        "New letters are not taken from the inbox folder since {seen}. Scans put there are not lost; they are taken once the "
        "watcher runs again.",
    ),
    "health.watcher.dead.do": _WATCHER,
    "health.watcher.never": Text(
        "Surat baru belum diambil dari folder inbox: pengawas inbox belum dijalankan.",
        "New letters are not taken from the inbox folder yet: the watcher was not started.",
    ),
    "health.watcher.never.do": _WATCHER,
    "health.watcher.paused": Text(
        "Surat baru sedang tidak diambil dari folder inbox. {why}",
        "New letters are not taken from the inbox folder at present. {why}",
    ),
    "health.watcher.paused.do": Text(
        "Hilangkan sebabnya; penerimaan berlanjut sendiri.", "Remove the cause; intake goes on by itself."
    ),
    "health.worker": Text("Pembacaan surat", "Reading of letters"),
    "health.worker.lives": Text("Surat dibaca, terakhir {seen}.", "Letters are read, last {seen}."),
    "health.worker.dead": Text(
        "Surat tidak dibaca sejak {seen}; surat tetap dapat didaftarkan, tanpa usulan isian.",
        "Letters are not read since {seen}; they can be registered, without proposals.",
    ),
    "health.worker.dead.do": _WORKER,
    "health.worker.never": Text(
        "Surat belum dibaca: pekerja latar belakang belum dijalankan. Surat tetap dapat didaftarkan, tanpa usulan isian.",
        "Letters are not read yet: the worker was not started. They can be registered, without proposals.",
    ),
    "health.worker.never.do": _WORKER,
    "health.queue": Text("Antrean baca", "Queue of readings"),
    "health.queue.none": Text("Tidak ada yang menunggu dibaca.", "Nothing waits to be read."),
    "health.queue.waits": Text(
        "{count} menunggu dibaca, yang tertua sejak {since}.",
        "{count} wait to be read, the oldest since {since}.",
    ),
    "health.queue.waits.do": Text(
        "Tunggu; bila jumlahnya tidak berkurang, mulai ulang pekerja latar belakang.",
        "Wait; if the number does not fall, restart the worker.",
    ),
    "health.queue.stands": Text(
        "{count} menunggu dibaca sejak {since}, dan tidak ada yang membacanya.",
        "{count} wait to be read since {since}, and nobody reads them.",
    ),
    "health.queue.stands.do": _WORKER,
    "health.jobs": Text("Bacaan yang gagal", "Readings that failed"),
    "health.jobs.none": Text("Tidak ada.", "None."),
    "health.jobs.failed": Text(
        "{count} surat gagal dibaca; surat itu tetap dapat didaftarkan dengan mengetik isiannya.",
        "{count} letters could not be read; they can be registered by typing.",
    ),
    "health.jobs.failed.do": Text(
        "Lihat daftarnya di bawah, lalu minta dibaca sekali lagi.",
        "See the list below and have them read once more.",
    ),
    "health.disk": Text("Ruang cakram", "Disk space"),
    "health.disk.enough": Text(
        "{free} MB bebas; penerimaan berhenti di bawah {floor} MB.",
        "{free} MB free; intake stops below {floor} MB.",
    ),
    "health.disk.near": Text(
        "Tinggal {free} MB bebas; penerimaan berhenti di bawah {floor} MB.",
        "Only {free} MB free; intake stops below {floor} MB.",
    ),
    "health.disk.near.do": _ROOM,
    "health.disk.full": Text(
        "Cakram penuh: {free} MB bebas, batasnya {floor} MB. Surat baru tidak diambil.",
        "The disk is full: {free} MB free, the floor is {floor} MB. New letters are not taken in.",
    ),
    "health.disk.full.do": _ROOM,
    "health.inbox_disk": Text("Ruang cakram folder inbox", "Disk space of the inbox folder"),
    "health.inbox_disk.enough": Text("{free} MB bebas.", "{free} MB free."),
    "health.inbox_disk.near": Text("Tinggal {free} MB bebas.", "Only {free} MB free."),
    "health.inbox_disk.near.do": _ROOM,
    "health.inbox_disk.full": Text(
        "Cakram folder inbox penuh: {free} MB bebas.", "The disk of the inbox folder is full: {free} MB free."
    ),
    "health.inbox_disk.full.do": _ROOM,
    "health.archive_disk": Text("Ruang cakram arsip", "Disk space of the archive"),
    "health.archive_disk.enough": Text("{free} MB bebas.", "{free} MB free."),
    "health.archive_disk.near": Text("Tinggal {free} MB bebas.", "Only {free} MB free."),
    "health.archive_disk.near.do": _ROOM,
    "health.archive_disk.full": Text(
        "Cakram arsip penuh: {free} MB bebas.", "The disk of the archive is full: {free} MB free."
    ),
    "health.archive_disk.full.do": _ROOM,
    "health.clock": Text("Jam komputer", "Clock"),
    "health.clock.right": Text("Jam tidak mundur.", "The clock was not set back."),
    "health.clock.behind": Text(
        "Jam komputer kantor ({now}) lebih awal daripada catatan terakhir ({last}). Nomor tidak diberikan sampai jamnya benar; "
        "surat yang masuk tetap disimpan.",
        "The clock of the office's machine ({now}) is before the last entry ({last}). No numbers are given until it is right; "
        "what comes in is kept.",
    ),
    "health.clock.behind.do": Text(
        "Betulkan jam komputer kantor. Bila jamnya sekarang memang benar, pastikan dengan alasan.",
        "Set the clock of the office's machine right. If it is right now, confirm it with a reason.",
    ),
    "health.verify": Text("Pemeriksaan arsip", "Check of the archive"),
    "health.verify.whole": Text(
        "Utuh, diperiksa {at}: {checked} dari {total} folder kasus, {entries} catatan register.",
        "Whole, checked {at}: {checked} of {total} case folders, {entries} register entries.",
    ),
    "health.verify.foreign": Text(
        "Utuh, diperiksa {at}: {checked} dari {total} folder kasus; ada {foreign} berkas asing di dalam arsip.",
        "Whole, checked {at}: {checked} of {total} case folders; {foreign} foreign files lie in the archive.",
    ),
    "health.verify.old": Text(
        "Terakhir diperiksa {at}, sudah lebih dari dua hari.", "Last checked {at}, more than two days ago."
    ),
    "health.verify.old.do": _CHECK,
    "health.verify.never": Text("Arsip belum pernah diperiksa.", "The archive was never checked."),
    "health.verify.never.do": _CHECK,
    "health.verify.damage": Text(
        "Pemeriksaan arsip {at} menemukan {count} kerusakan. Jangan menghapus atau memindahkan apa pun di folder arsip.",
        "The check of the archive of {at} found {count} damages. Delete or move nothing in the archive folder.",
    ),
    "health.verify.damage.do": Text(
        "Periksa sekali lagi dengan tombol di bawah untuk melihat tempatnya, lalu pulihkan dari cadangan.",
        "Check once more with the button below to see where, then restore from the backup.",
    ),
    "health.verify.failed": Text(
        "Pemeriksaan arsip {at} tidak dapat diselesaikan ({code}).",
        "The check of the archive of {at} could not be finished ({code}).",
    ),
    "health.verify.failed.do": _CHECK,
    "health.backup": Text("Cadangan", "Backup"),
    "health.backup.good": Text(
        "Dibuat {at}, {entries} catatan; isinya dibaca kembali sebagai bukti (bagian {read}).",
        "Made {at}, {entries} entries; read back as proof (part {read}).",
    ),
    "health.backup.same_disk": Text(
        "Dibuat {at}, {entries} catatan, tetapi pada cakram yang sama dengan kantor: ikut hilang bila cakram rusak.",
        "Made {at}, {entries} entries, but on the very disk of the office: lost with it.",
    ),
    "health.backup.same_disk.do": Text(
        "Pakai media lain: isi `cadangan.tempat` dalam `office.toml` di komputer peladen.",
        "Use another medium: set `cadangan.tempat` in `office.toml` on the server.",
    ),
    "health.backup.old": Text(
        "Cadangan terakhir dibuat {at}, sudah terlalu lama.", "The last backup was made {at}, too long ago."
    ),
    "health.backup.old.do": _BACK_UP,
    "health.backup.never": Text("Belum pernah dibuat cadangan.", "No backup was ever made."),
    "health.backup.never.do": _BACK_UP,
    "health.backup.failed": Text("Cadangan {at} gagal ({code}).", "The backup of {at} failed ({code})."),
    "health.backup.failed.do": _BACK_UP,
    "health.trial": Text("Percobaan pemulihan terakhir", "Last trial restore"),
    "health.trial.good": Text(
        "Berhasil {at}: cadangan {since} kembali utuh, {entries} catatan.",
        "Came back whole {at}: the backup of {since}, {entries} entries.",
    ),
    "health.trial.old": Text(
        "Berhasil {at}, lebih dari setahun yang lalu.", "Came back whole {at}, more than a year ago."
    ),
    "health.trial.old.do": _TRY,
    "health.trial.never": Text(
        "Belum pernah dicoba: belum terbukti bahwa cadangan dapat dipulihkan.",
        "Never tried: nothing proves yet that a backup can be restored.",
    ),
    "health.trial.never.do": _TRY,
    "health.trial.failed": Text(
        "Percobaan {at} gagal ({code}): cadangan itu tidak dapat diandalkan.",
        "The trial of {at} failed ({code}): that backup cannot be relied on.",
    ),
    "health.trial.failed.do": Text(
        "Buat cadangan baru pada media lain, lalu coba pemulihannya. Caranya: docs/cadangan.md.",
        "Make a new backup on another medium, then try to restore it. How: docs/cadangan.md.",
    ),
    "health.certificate": Text("Sertifikat halaman web", "Certificate of the pages"),
    "health.certificate.not_needed": Text(
        "Belum ada, dan belum perlu: halaman ini hanya untuk komputer kantor sendiri.",
        "None, and none is needed: these pages are for the office's machine alone.",
    ),
    "health.certificate.good": Text(
        "Berlaku sampai {until} ({days} hari lagi).", "Good until {until} ({days} days from now)."
    ),
    "health.certificate.ending": Text(
        "Berakhir {until}, tinggal {days} hari.", "Ends {until}, {days} days from now."
    ),
    "health.certificate.ending.do": _CERTIFICATE,
    "health.certificate.over": Text(
        "Lewat sejak {until}: peramban menolak halaman ini.",
        "Over since {until}: browsers refuse these pages.",
    ),
    "health.certificate.over.do": _CERTIFICATE,
    "health.certificate.missing": Text("Tidak ada.", "There is none."),
    "health.certificate.missing.do": _CERTIFICATE,
    "health.certificate.broken": Text("Tidak terbaca.", "It cannot be read."),
    "health.certificate.broken.do": _CERTIFICATE,
    # What can be done; a clock that was set back.
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
}
