"""Words of the page of a letter that is signed and filed."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "kept.title": Text("Surat {letter}: {kind}", "Letter {letter}: {kind}"),
    "kept.not_valid": Text(
        "Surat ini tidak berlaku lagi dan tidak boleh dikirim. Nomornya tetap tercatat.",
        "This letter is no longer valid and must not be sent. Its number stays on record.",
    ),
    "kept.signer": Text("Penandatangan", "Signed by"),
    "kept.signed": Text("Lengkap bertanda tangan", "Signed in both copies"),
    "kept.approved": Text("Disetujui oleh", "Approved by"),
    "kept.check": Text("Pemeriksaan berkas", "Check of the files"),
    "kept.check.whole": Text(
        "Utuh: diperiksa baru saja, sama dengan saat diarsipkan.", "Whole: checked just now, as it was filed."
    ),
    "kept.check.damaged": Text("Rusak atau hilang", "Damaged or missing"),
    "kept.check.none": Text("Belum ada salinan yang diarsipkan.", "No copy is filed yet."),
    "kept.damaged": Text(
        "Berkas surat ini dalam arsip tidak sama dengan yang diarsipkan. Jangan dipakai; beri tahu admin teknis, yang memulihkannya "
        "dari cadangan.",
        "A file of this letter in the archive is not as it was filed. Do not use it; tell the technical admin, who restores it "
        "from the backup.",
    ),
    "kept.delivery": Text("Penyampaian", "Delivery"),
    "kept.delivery.none": Text("Belum keluar dari kantor.", "It has not left the office."),
    "kept.back": Text("Kembali bertanda tangan {at}", "Came back signed {at}"),
    "kept.whole": Text("utuh", "whole"),
    "kept.no_scan": Text(
        "Tidak ada pindaian salinan ini. Bentuk yang dicetak ada di bawah.",
        "There is no scan of this copy. What was printed stands below.",
    ),
    "kept.no_copies": Text("Surat ini belum pernah dicetak.", "This letter was never printed."),
    "kept.print": Text("Cetak salinan ke-{copy} dari arsip", "Print copy {copy} from the archive"),
    "kept.print_help": Text(
        "Yang dicetak dari arsip ialah gambar salinan bertanda tangan, seukuran kertasnya, untuk dipakai di kantor; setiap cetakan dicatat. "
        "Untuk korban ada Salinan untuk korban di Tindakan lain.",
        "What is printed from the archive is a picture of the signed copy, of the size of its paper, for use in the office; each print is "
        "written down. For the victim there is Copy for the victim under Other moves.",
    ),
    "kept.printed": Text("Lihat salinan ke-{copy} seperti dicetak", "See copy {copy} as it was printed"),
}  # fmt: skip
