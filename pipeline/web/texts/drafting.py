"""Words of the page on which an answer is drafted (step 10)."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
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
}
