"""Words of what has come in and what waits."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
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
}
