"""Words of the chair's desk."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "desk.mandate": Text("Mandat (mewakili ketua)", "Mandates (who deputises)"),
    "desk.mandate_counts": Text("Mandat yang berlaku:", "Mandate that counts:"),
    "desk.drafts": Text("Konsep yang menunggu, yang terlama dahulu", "Drafts that wait, the oldest first"),
    "desk.open_first": Text("Buka yang terlama", "Open the oldest"),
    "desk.letter": Text("Surat", "Letter"),
    "desk.case": Text("Kasus", "Case"),
    "desk.since": Text("Menunggu", "Waiting"),
    "desk.by": Text("Konsep oleh", "Drafted by"),
    "desk.note": Text("Catatan", "Notes"),
    "desk.waits": Text("Menunggu apa", "Waits for"),
    "desk.edit_waits": Text("suntingan dari Word menunggu", "an edit from Word waits"),
    "desk.of_other": Text("dibuat untuk penandatangan lain", "made for another signatory"),
    "desk.no_drafts": Text(
        "Tidak ada konsep yang menunggu. Konsep tampak di sini begitu petugas menyerahkannya.",
        "No draft waits. A draft shows here as soon as an officer hands it in.",
    ),
    "desk.to_print": Text("Disetujui, belum dicetak", "Approved, not printed yet"),
    "desk.to_print_count": Text("{count} surat menunggu pencetak.", "{count} letters wait for the printer."),
    "desk.none_to_print": Text("Tidak ada.", "None."),
    "desk.to_sign": Text("Menunggu salinan bertanda tangan", "Waiting for signed copies"),
    "desk.none_to_sign": Text("Tidak ada.", "None."),
    "desk.others": Text("Keputusan lain", "Other decisions"),
    "desk.other.crises": Text("SOP krisis", "Crisis procedure"),
    "desk.other.statements": Text("Pernyataan salinan ke-1", "Statements about copy 1"),
    "desk.other.erasures": Text("Penghapusan identitas", "Erasure of identities"),
    "desk.other.senders": Text("Keputusan tentang pengirim", "Decisions about senders"),
    "desk.other.conflicts": Text("Benturan kepentingan", "Conflicts of interest"),
    "desk.other.victims_copies": Text("Salinan untuk korban", "Copies for the victim"),
    "desk.other.disposals": Text("Pemusnahan dan penyerahan arsip", "Disposal and transfer of archives"),
    "desk.other.pages": Text("Lembar register bulanan", "Monthly pages of the register"),
    "print_all.title": Text("Cetak surat yang disetujui", "Print approved letters"),
    "print_all.open": Text("Cetak semuanya …", "Print them all …"),
    "print_all.first": Text("Belum dicetak", "Not printed yet"),
    "print_all.tick": Text("Semua", "All"),
    "print_all.print_one": Text("Cetak surat {letter}", "Print letter {letter}"),
    "print_all.sheets": Text("Lembar", "Sheets"),
    "print_all.do": Text("Cetak yang dipilih", "Print those ticked"),
    "print_all.none": Text(
        "Tidak ada surat yang menunggu pencetak. Surat tampak di sini sesudah disetujui ketua.",
        "No letter waits for the printer. A letter shows here once the chair has approved it.",
    ),
    "print_all.nothing": Text(
        "Belum ada surat yang dipilih, atau sudah dicetak lebih dahulu. Pilih suratnya, lalu cetak.",
        "No letter is ticked, or it was printed meanwhile. Tick the letters, then print.",
    ),
    "print_all.printed": Text("Sudah dicetak, belum kembali", "Printed, not back yet"),
    "print_all.printed_help": Text(
        "Cetakan kedua diminta surat demi surat, dengan alasan.",
        "A second print is asked for letter by letter, with a reason.",
    ),
    "print_all.back": Text("Kembali ke surat yang dicetak", "Back to the letters to print"),
}
