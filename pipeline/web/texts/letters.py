"""Words of drafts, the review and the printing of letters."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "letter.title": Text("Surat {letter}", "Letter {letter}"),
    "letter.revision": Text("revisi {revision}", "revision {revision}"),
    "letter.fingerprint": Text("sidik {fingerprint}", "fingerprint {fingerprint}"),
    "letter.pages": Text("Halaman", "Pages"),
    "letter.findings": Text("Aturan surat", "Letter rules"),
    "letter.clean": Text("Semua aturan surat dipenuhi.", "All letter rules hold."),
    "letter.changes": Text("Perubahan sejak revisi {since}", "Changes since revision {since}"),
    "letter.approve": Text("Setujui", "Approve"),
    "letter.return": Text("Kembalikan kepada petugas", "Return to the officer"),
    "letter.reason": Text("Alasan pengembalian", "Reason for returning"),
    "print.help": Text(
        "Kedua salinan dicetak sekaligus, dan setiap cetakan dihitung. Cetakan kedua perlu alasan.",
        "Both copies are printed at once, and each print is counted. A second print needs a reason.",
    ),
    "print.again": Text(
        "Alasan mencetak ulang (kosongkan pada cetakan pertama)",
        "Reason for printing again (empty for the first print)",
    ),
    "print.why": Text("Alasan mencetak ulang", "Reason for printing again"),
    "print.do": Text("Cetak kedua salinan", "Print both copies"),
    "print.title": Text("Cetak {letter}", "Print {letter}"),
    "print.how": Text(
        "Di jendela cetak pilih kertas {paper}, skala 100 %, tanpa margin tambahan. Tidak ada berkas yang tersimpan di komputer ini.",
        "In the printer's window choose paper {paper}, scale 100 %, no margins. No file is kept on this machine.",
    ),
    "print.now": Text("Buka jendela cetak", "Open the printer's window"),
    "print.sheet": Text("Salinan ke-{copy}, halaman {page}", "Copy {copy}, page {page}"),
}
