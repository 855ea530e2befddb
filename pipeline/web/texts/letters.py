"""Words of letters: the draft (step 10), the chair's desk, review and printing, the letter that is signed and filed."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    # Review and printing.
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
    # The page on which an answer is drafted.
    "draft.title": Text("Konsep surat jawaban (langkah 10)", "Draft of the answer (step 10)"),
    "draft.answers": Text("Isian", "Answers"),
    "draft.kept": Text(
        "Yang diketik disimpan sendiri. Surat di sebelah diperbarui setiap kali Anda berhenti mengetik.",
        "What you type is kept by itself. The letter beside it is renewed whenever you pause.",
    ),
    "draft.forget": Text("Buang yang belum diserahkan", "Throw away what is not handed in"),
    "draft.forgotten": Text(
        "Isian yang belum diserahkan sudah dibuang; yang tampak ialah isian terakhir yang diserahkan.",
        "What was not handed in is thrown away; what you see is what was handed in last.",
    ),
    "draft.returned": Text(
        "Surat {letter} revisi {revision} {state}:", "Letter {letter} revision {revision} ({state}):"
    ),
    "draft.template": Text("Templat", "Template"),
    "draft.for_institution": Text(
        "Yang cocok untuk surat ini, karena pengirimnya lembaga. Templat lain milik kantor tampak di sini bila namanya berawalan "
        "sama.",
        "Those that fit this letter, as its sender is an institution. Other templates of the office show here if their names begin "
        "alike.",
    ),
    "draft.for_person": Text(
        "Yang cocok untuk surat ini, karena penerimanya perorangan. Templat lain milik kantor tampak di sini bila namanya "
        "berawalan sama.",
        "Those that fit this letter, as it goes to a person. Other templates of the office show here if their names begin alike.",
    ),
    "draft.usual": Text("biasa", "usual"),
    "draft.no_template": Text(
        "Belum dapat ditentukan: lengkapi isian di atas.", "Not yet known: fill in the answers above."
    ),
    "draft.paragraphs": Text("Paragraf", "Paragraphs"),
    "draft.paragraphs_help": Text(
        "Urutannya menurut pustaka klausul kantor. Yang wajib tidak dapat dihilangkan. Paragraf yang diperbaiki ditandai, dan "
        "bunyi asalnya disimpan bersama revisi ini.",
        "They stand in the order of the office's clause library. Required ones cannot be left out. A corrected paragraph is "
        "marked, and what it said before is kept with this revision.",
    ),
    "draft.no_paragraphs": Text(
        "Paragraf tampak sesudah penerima dan kontak amannya diketahui.",
        "The paragraphs show once the addressee and the safe contact are known.",
    ),
    "draft.opening": Text("Pembuka", "Opening"),
    "draft.must": Text("wajib", "required"),
    "draft.with": Text("pakai", "include"),
    "draft.correct": Text("Perbaiki kalimat ini", "Correct this paragraph"),
    "draft.own_words": Text("Kalimat yang diperbaiki", "The corrected paragraph"),
    "draft.hand_in": Text("Serahkan kepada ketua", "Hand in to the chair"),
    "draft.handed": Text(
        "Konsep {letter} revisi {revision} diserahkan kepada ketua. Periksa kedua salinannya di bawah ini; selama belum disetujui "
        "konsep masih dapat diganti.",
        "Draft {letter} revision {revision} is handed in to the chair. Look at both copies below; until it is approved the draft "
        "can still be replaced.",
    ),
    "draft.not_whole": Text(
        "Isian ini tidak sampai dengan lengkap. Periksa isiannya di bawah, lalu serahkan sekali lagi.",
        "The form did not arrive whole. Look through the answers below, then hand it in once more.",
    ),
    "draft.preview": Text("Pratinjau", "Preview"),
    "draft.stale": Text("perubahan terakhir belum tampak", "the last change is not shown yet"),
    "draft.not_renewed": Text(
        "Sampai itu terisi, gambar di bawah belum memuat perubahan terakhir.",
        "Until that is filled in, the pictures below do not show the last change.",
    ),
    "draft.working": Text("sedang dibuat …", "being made …"),
    "draft.show": Text("Tampilkan", "Show"),
    "draft.as_draft": Text("Konsep", "Draft"),
    "draft.copy": Text("Salinan ke-{copy}", "Copy {copy}"),
    "draft.first": Text("Pratinjau sedang disiapkan …", "The preview is being prepared …"),
    "draft.open": Text(
        "{count} isian belum lengkap; pratinjau menyusul", "Open answers: {count}; the preview follows"
    ),
    "draft.findings": Text(
        "{count} aturan surat belum dipenuhi", "Letter rules that do not hold yet: {count}"
    ),
    "draft.clean": Text("Semua aturan surat dipenuhi.", "All letter rules hold."),
    "draft.busy": Text(
        "Komputer kantor sedang membuat pratinjau lain. Pratinjau ini menyusul sendiri; Anda dapat terus mengetik.",
        "The office's machine is making another preview. This one follows by itself; you can type on.",
    ),
    "draft.not_drawn": Text(
        "Gambar surat tidak jadi: pembuatnya berhenti, atau belum selesai dalam {seconds} detik. Isiannya tetap tersimpan. Ketik "
        "lagi sebentar lagi; bila berulang, beri tahu admin teknis.",
        "The pictures were not made: their maker stopped, or was not done within {seconds} seconds. What you typed is kept. Type on "
        "in a moment; if it comes again, tell the admin.",
    ),
    "draft.last_good": Text(
        "Gambar di bawah ialah pratinjau terakhir yang berhasil. Anda dapat terus mengetik.",
        "The pictures below are the last preview that succeeded. You can type on.",
    ),
    "draft.drawn": Text("Konsep, dibuat pukul {at}", "Draft, made at {at}"),
    "draft.drawn_copy": Text(
        "Salinan ke-{copy}, dibuat pukul {at}. Nomor dan kodenya baru ada sesudah disetujui ketua.",
        "Copy {copy}, made at {at}. Its number and code come with the chair's approval.",
    ),
    # The chair's desk.
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
    # The letter that is signed and filed.
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
