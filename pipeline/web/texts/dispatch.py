"""Words of the desk from which answers leave (step 13)."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "dispatch.book": Text("Buku ekspedisi", "Dispatch book"),
    "dispatch.late": Text(
        "Kontak aman berubah sesudah surat keluar", "The safe contact changed after the letter left"
    ),
    "dispatch.record_late": Text("catat yang terjadi dengan surat itu", "record what became of it"),
    "dispatch.leaving": Text("Yang harus keluar", "To go out"),
    "dispatch.nothing": Text(
        "Tidak ada surat yang menunggu keluar. Surat muncul di sini sesudah kedua salinannya bertanda tangan dan diarsipkan.",
        "No letter waits to go out. One appears here once both copies are signed and filed.",
    ),
    "dispatch.letter": Text("Surat", "Letter"),
    "dispatch.ways": Text("Cara yang aman", "Safe ways"),
    "dispatch.who": Text("Yang boleh menerima", "Who may receive it"),
    "dispatch.contact": Text("kontak aman {initials}", "safe contact {initials}"),
    "dispatch.hours": Text("Jam yang diizinkan", "Allowed hours"),
    "dispatch.send": Text("Keluarkan, cetak tanda terima", "Send out, print receipt"),
    "dispatch.again": Text("Keluar lagi", "Send again"),
    "dispatch.result": Text("Catat hasil", "Record the result"),
    "dispatch.unbound": Text(
        "Kontak aman berubah: buat surat baru", "Safe contact changed: make a new letter"
    ),
    "dispatch.tried": Text("{count} kali belum berhasil", "failed {count} times"),
    "dispatch.on_the_way": Text("Sudah keluar, belum ada kabar", "Gone out, no news yet"),
    "dispatch.left": Text("Keluar", "Left"),
    "dispatch.receipts": Text("Tanda terima yang belum dipindai", "Receipts to be scanned"),
    "dispatch.receipts_how": Text(
        "Tanpa pindaian tanda terima kasusnya belum dapat ditutup. Pindai kertasnya seperti surat masuk; kodenya dikenali sendiri.",
        "Without the scan of its receipt a case cannot be closed. Scan it like a letter; its code is recognised.",
    ),
    "dispatch.receipt": Text("Tanda terima", "Receipt"),
    "dispatch.print_receipt": Text("Cetak tanda terima", "Print the receipt"),
    "dispatch.scan_it": Text("Pindai yang sudah ditandatangani", "Scan the signed one"),
    "dispatch.how": Text("Cara dan penerima", "Way and receiver"),
    "dispatch.taken_by": Text("diterima", "taken by"),
    "dispatch.day": Text("Tanggal", "Day"),
    "dispatch.over": Text("Sudah disampaikan, atau tidak dapat disampaikan", "Delivered, or not deliverable"),
    "dispatch.since": Text("Dari tanggal", "From day"),
    "dispatch.until": Text("Sampai tanggal", "Until day"),
    "dispatch.show": Text("Tampilkan", "Show"),
    "dispatch.bad_days": Text(
        "Tanggal itu tidak dapat dibaca. Tulis seperti 01-11-2026; tanggal pertama tidak sesudah tanggal terakhir.",
        "Those days cannot be read. Write them like 01-11-2026; the first not after the last.",
    ),
    "dispatch.proof": Text("Bukti", "Proof"),
    "dispatch.by": Text("Dicatat oleh", "Recorded by"),
    "dispatch.never": Text("tidak sampai", "did not arrive"),
    "dispatch.awaited": Text("menunggu pindaian", "scan awaited"),
    "dispatch.scan_of": Text("Pindaian tanda terima {sheet}", "Scan of receipt {sheet}"),
    "dispatch.none_over": Text("Tidak ada dalam masa ini.", "None in this period."),
    "dispatch.proof_title": Text("Bukti penyampaian {sheet}", "Proof of delivery {sheet}"),
    "dispatch.recorded": Text("Yang dicatat", "What was recorded"),
}
