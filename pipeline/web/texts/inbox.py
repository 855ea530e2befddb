"""Words of what has come in and what waits."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "home.title": Text("Yang menunggu", "What waits"),
    "home.crises": Text("Krisis", "Crises"),
    "home.letters": Text("Surat masuk untuk didaftarkan", "Letters to register"),
    "home.letters.theirs": Text("Surat yang menunggu pendaftaran", "Letters that wait for registration"),
    "home.others": Text(
        "{n} surat menunggu didaftarkan oleh petugas penerima.",
        "{n} letter(s) wait to be registered by a receiving clerk.",
    ),
    "home.free": Text("Tidak ada pekerjaan yang menunggu Anda sekarang.", "No work waits for you now."),
    "home.papers": Text("Lembar kantor yang kembali", "Papers of our own that came back"),
    "home.cases": Text("Kasus", "Cases"),
    "home.all": Text("Tampilkan semua {n}", "Show all {n}"),
    "home.first": Text("{few} yang pertama dari {n}.", "The first {few} of {n}."),
    "home.refused": Text("Yang tidak dapat diambil", "What could not be taken"),
    "home.refused.do": Text(
        "Berkas ini belum dicatat. Perbaiki seperti disebut, lalu kirim lagi lewat Surat baru.",
        "These files are not entered. Mend them as told, then send them again under New letters.",
    ),
    "home.refused.theirs": Text(
        "Berkas ini belum dicatat. Petugas penerima memperbaikinya seperti disebut, lalu mengirimnya lagi.",
        "These files are not entered. The receiving clerk mends them as told, then sends them again.",
    ),
    "home.repeats": Text("Kiriman ulang hari ini", "Received again today"),
    "home.repeats.why": Text(
        "Isinya sama dengan yang sudah ada, jadi tidak dicatat dua kali. Tidak perlu apa-apa lagi.",
        "The content is here already, so nothing was entered twice. There is nothing to do.",
    ),
    "home.repeat": Text("sudah pernah masuk sebagai {agenda}", "came in before as {agenda}"),
    "home.healed": Text(
        "berkas yang tersimpan hilang atau rusak dan sudah dipulihkan dari berkas ini",
        "the stored file was missing or damaged and was put right from this one",
    ),
    "home.empty": Text("Tidak ada yang menunggu.", "Nothing waits."),
    "home.empty.do": Text(
        "Kirim pindaian lewat Surat baru atau taruh di folder inbox; suratnya muncul di sini dalam beberapa detik. Ada yang "
        "menelepon? Buka Telepon masuk.",
        "Send a scan under New letters or drop it into the inbox folder; the letter shows here within seconds. Somebody "
        "calls? Open Incoming call.",
    ),
    "home.no_cases": Text(
        "Akun ini tidak menangani kasus, jadi tidak ada isi kasus di sini. Yang dikerjakan dengan akun ini:",
        "This account handles no cases, so there is no case content here. What it is for:",
    ),
    "home.for.nav.health": Text(
        "Apakah semuanya berjalan: penerima, pembaca, ruang cakram, cadangan, pemeriksaan arsip.",
        "Whether all runs: intake, reading, disk, backup, the check of the archive.",
    ),
    "home.for.nav.settings": Text("Bagaimana kantor ini diatur.", "How this office is set up."),
    "home.for.nav.users": Text("Akun, peran, dan kata masuk.", "Accounts, roles and words."),
    "home.for.nav.audit": Text("Siapa melihat dan mengubah apa.", "Who saw and changed what."),
    "home.for.nav.recap": Text(
        "Angka bulanan, triwulan, tahunan, tanpa nama.", "Figures by month, quarter and year, without names."
    ),
    "home.untaken": Text("belum diambil sejak {since}", "not taken since {since}"),
    "home.taken": Text("diambil {by}", "taken by {by}"),
    "home.danger": Text("Kata bahaya", "Danger words"),
    "home.came": Text("Masuk {when} ({age})", "Came in {when} ({age})"),
    "home.pages": Text("{n} halaman", "{n} page(s)"),
    "home.opened": Text("Sedang dibuka {account} sejak {since}", "Open at {account} since {since}"),
    "home.state": Text("Keadaan", "State"),
    "home.next": Text("Berikutnya", "Next"),
    "home.own": Text("kasus saya", "my case"),
    "home.go_on": Text("Lanjutkan", "Go on"),
    "home.open": Text("Buka kasus", "Open the case"),
    "home.register": Text("Daftarkan {agenda}", "Register {agenda}"),
    "home.about_it": Text("Lihat dan atur", "Look and arrange"),
    "home.to_case": Text("Buka kasus", "Open the case"),
    "home.case": Text("Nomor kasus", "Case"),
    "home.waits": Text("Menunggu", "Waits for"),
    "home.live": Text(
        "Daftar ini memperbarui diri setiap beberapa detik.", "This list renews itself every few seconds."
    ),
    "home.renewed": Text(
        "Daftar diperbarui: {letters} surat, {papers} lembar kantor, {cases} kasus.",
        "The list is new: {letters} letters, {papers} papers of our own, {cases} cases.",
    ),
    "todo.crises": Text("Krisis", "Crises"),
    "todo.letters": Text("Surat masuk", "Letters"),
    "todo.papers": Text("Lembar kantor", "Papers of our own"),
    "todo.cases": Text("Kasus", "Cases"),
    "todo.refused": Text("Ditolak", "Refused"),
    "todo.repeats": Text("Kiriman ulang", "Received again"),
    "todo.overtaken": Text("Surat yang terlambat", "Letters overtaken"),
    "todo.contacts": Text("Menghubungi korban", "Contact with victims"),
    "todo.dangers": Text("Kata bahaya", "Danger words"),
    "todo.clocks": Text("Tenggat undang-undang", "Clocks of the law"),
    "todo.due": Text("Jatuh tempo", "Due"),
    "todo.erasures": Text("Permintaan penghapusan", "Requests for erasure"),
    "todo.requests": Text("Permintaan klarifikasi", "Requests for clarification"),
    "todo.receipts": Text("Tanda terima", "Receipts"),
    "todo.simfoni": Text("Entri SIMFONI-PPA", "Entry into SIMFONI-PPA"),
    "todo.senders": Text("Keputusan tentang pengirim", "Decisions about senders"),
    "todo.conflicts": Text("Benturan kepentingan", "Conflicts of interest"),
    "todo.mandates": Text("Mandat", "Mandates"),
    "todo.statements": Text("Pernyataan salinan ke-1", "Statements about copy 1"),
    "todo.victims_copies": Text("Salinan untuk korban", "Copies for victims"),
    "todo.pages": Text("Lembar pengesahan register", "Register pages"),
    "todo.disposals": Text("Penyusutan", "Disposal"),
    "todo.emptied": Text("Kasus tanpa surat masuk", "Cases without their letter"),
    "todo.further": Text("Surat lanjutan", "Further letters"),
}
