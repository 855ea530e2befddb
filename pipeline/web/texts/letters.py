"""Words of drafts, the review and the printing of letters."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "letter.title": Text("Surat {letter}", "Letter {letter}"),
    "letter.revision": Text("revisi {revision}", "revision {revision}"),
    "letter.pages": Text("Halaman", "Pages"),
    "letter.findings": Text("Aturan surat", "Letter rules"),
    "letter.clean": Text("Semua aturan surat dipenuhi.", "All letter rules hold."),
    "letter.changes": Text("Perubahan sejak revisi {since}", "Changes since revision {since}"),
    "letter.approve": Text("Setujui", "Approve"),
    "letter.return": Text("Kembalikan kepada petugas", "Return to the officer"),
    "letter.reason": Text("Alasan pengembalian", "Reason for returning"),
    "letter.number": Text("Nomor surat", "Number of the letter"),
    "letter.which": Text("Revisi", "Revision"),
    "letter.made": Text("Ditulis oleh", "Written by"),
    "letter.print": Text("Sidik", "Fingerprint"),
    "letter.word": Text("Unduh konsep untuk Word", "Download the draft for Word"),
    "letter.edit": Text("Suntingan ke-{number} dari Word", "Edit {number} from Word"),
    "letter.layout_only": Text(
        "Tidak ada kata yang berubah; hanya tata letaknya.", "No word is changed; only the layout."
    ),
    "letter.take": Text("Pakai sebagai revisi berikutnya", "Take it as the next revision"),
    "letter.leave": Text("Jangan pakai", "Leave it"),
    "letter.leave_why": Text("Alasan, bila tidak dipakai", "Reason, if it is left"),
    "letter.both": Text("Kedua salinan", "Both copies"),
    "letter.both_draft": Text(
        "Kedua salinan, seperti nanti tercetak (nomor dan kode menyusul)",
        "Both copies as they will print (number and code follow)",
    ),
    "letter.corrected": Text("Paragraf yang diperbaiki petugas", "Paragraphs corrected by the officer"),
    "letter.corrected_help": Text(
        "Bunyi asalnya menurut pustaka klausul kantor; yang berlaku ialah yang tampak pada halaman.",
        "What the office's clause library says; what counts is what stands on the pages.",
    ),
    "letter.decision": Text("Keputusan", "Decision"),
    "letter.approve_help": Text(
        "Menyetujui memberi nomor dan tanggal serta membekukan kedua salinan.",
        "Approving gives number and date and freezes both copies.",
    ),
    "letter.return_help": Text("Alasan ini dibaca petugas.", "The officer reads this reason."),
    "letter.next": Text("Berikutnya", "Next"),
    "letter.return_approved": Text(
        "Alasan mengembalikan surat yang sudah disetujui (salinan yang tercetak tidak berlaku lagi)",
        "Reason for returning the approved letter (printed copies are valid no more)",
    ),
    "letter.history": Text("Riwayat revisi", "Revisions"),
    "letter.how": Text("Cara", "How"),
    "letter.became": Text("Kemudian", "Then"),
    "letter.from_word": Text("suntingan dari Word", "an edit from Word"),
    "letter.from_form": Text("konsep dari templat", "a draft from the template"),
    "letter.some_corrected": Text("{count} paragraf diperbaiki", "{count} paragraphs corrected"),
    "letter.was_returned": Text("dikembalikan:", "returned:"),
    "letter.done.approve": Text(
        "Surat {letter} disetujui dengan nomor {number}. Berikutnya: cetak kedua salinannya dan tanda tangani.",
        "Letter {letter} is approved as {number}. Next: print both copies and sign them.",
    ),
    "letter.done.return": Text(
        "Surat {letter} revisi {revision} dikembalikan kepada petugas; alasannya tampak pada konsepnya.",
        "Letter {letter} revision {revision} is returned to the officer, who sees the reason with the draft.",
    ),
    "letter.done.take": Text(
        "Suntingan dipakai: surat {letter} sekarang revisi {revision} dan menunggu keputusan Anda.",
        "The edit is taken: letter {letter} is now revision {revision} and waits for your decision.",
    ),
    "letter.stale": Text(
        "Surat ini berubah setelah halaman dibuka, jadi keputusan Anda tidak dicatat. Di bawah ini keadaannya sekarang: baca dahulu, "
        "lalu putuskan lagi.",
        "This letter changed after the page was opened, so your decision is not recorded. Below is what it is now: read it first, "
        "then decide again.",
    ),
    "letter.done.leave": Text(
        "Suntingan tidak dipakai; berkasnya tetap disimpan.", "The edit is left; its file is kept."
    ),
    "print.never": Text("belum pernah dicetak", "not printed yet"),
    "print.times": Text("sudah dicetak {count} kali", "printed {count} times"),
    "print.on": Text("Kertas: {paper}.", "Paper: {paper}."),
    "print.destroy": Text(
        "Musnahkan cetakan lama: dua kertas dengan kode yang sama tidak dapat dibedakan.",
        "Destroy the earlier print: two papers with one code cannot be told apart.",
    ),
    "print.once_more": Text("Cetak sekali lagi", "Print once more"),
    "print.title_all": Text("Cetak {count} surat", "Print {count} letters"),
    "print.count": Text("Semuanya {count} halaman.", "{count} pages in all."),
    "print.then": Text(
        "Sesudah ditandatangani ketua, pindai semua salinan ke inbox sebelum salinan ke-1 keluar.",
        "Once the chair has signed, scan all copies into the inbox before copy 1 leaves.",
    ),
    "print.help": Text(
        "Kedua salinan dicetak sekaligus, dan setiap cetakan dihitung. Cetakan kedua perlu alasan.",
        "Both copies are printed at once, and each print is counted. A second print needs a reason.",
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
