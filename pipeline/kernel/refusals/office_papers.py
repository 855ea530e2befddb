"""Refusals of the acts of papers."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_PAPERS: dict[str, Row] = {
    "office.after_the_change": Row(
        "Surat {letter} sampai pada {when}, tetapi kontak aman kasus {case} sudah berubah pada {changed}, "
        "jadi itu bukan penyampaian. Beri tahu ketua sekarang juga, hubungi korban lewat kontak aman yang "
        "baru, lalu catat bahwa surat itu tidak kembali.",
        "Letter {letter} arrived on {when}, but the safe contact of case {case} had changed on {changed}, "
        "so that is no delivery. Tell the chair at once, contact the victim by the new safe contact, then "
        "record that the letter did not come back.",
        next=(Next("record-late-delivery", "{case}"),),
    ),
    "office.bad_mark": Row(
        "Baris ke-{line} tidak dimengerti; tidak ada yang berubah. Tulis kata-katanya, atau “HALAMAN: KIRI "
        "ATAS KANAN BAWAH” (persen).",
        "Line {line} is not understood; nothing was changed. Write the words, or “PAGE: LEFT TOP RIGHT "
        "BOTTOM” (per cent).",
        Exit.USAGE,
    ),
    "office.copy_not_looked_at": Row(
        "Halaman salinan {copy} revisi {revision} belum dilihat, padahal komputer tidak menemukan tulisan "
        "tangan dan gambar. Lihat halamannya satu per satu, lalu ulangi.",
        "The pages of copy {copy} revision {revision} were not looked at, and the computer does not find "
        "handwriting and pictures. Look at each page, then repeat.",
        next=(Next("copy-look", "{case}"),),
    ),
    "office.copy_not_to_them": Row(
        "Penerima itu terlapor, jadi salinan tidak diserahkan; tidak ada yang dicatat. Serahkan hanya "
        "kepada korban, walinya, atau pendampingnya.",
        "That receiver is the reported person, so the copy is not handed over; nothing was recorded. Hand "
        "it only to the victim, her guardian or her companion.",
    ),
    "office.copy_receipt_is_back": Row(
        "Tanda terima salinan {copy} sudah dipindai, jadi salinan itu sudah diambil dan tidak dapat "
        "ditarik. Catat penyerahannya.",
        "The receipt of copy {copy} was scanned, so the copy was fetched and cannot be withdrawn. Record "
        "the handing over.",
        next=(Next("hand-over-copy", "{case}"),),
    ),
    "office.copy_under_way": Row(
        "Salinan {copy} kasus {case} masih “{state}”, jadi salinan baru tidak dibuat. Lanjutkan salinan "
        "itu dahulu.",
        "Copy {copy} of case {case} is still “{state}”, so no new one is made. Go on with that copy first.",
        next=(Next("copy", "{case}"),),
    ),
    "office.no_prints_left": Row(
        "Kasus {case} tidak mempunyai cetakan salinan yang harus dimusnahkan. Periksa keadaan salinannya.",
        "Case {case} has no prints of a copy that are to be destroyed. Check the state of its copy.",
        next=(Next("copy", "{case}"),),
    ),
    "office.no_such_document": Row(
        "Kasus {case} tidak memuat dokumen {document}. Pilih nama dari daftar dokumen kasus itu.",
        "Case {case} holds no document {document}. Choose a name from the list of its documents.",
        Exit.NOT_FOUND,
        next=(Next("copy", "{case}"),),
    ),
    "office.no_victims_copy": Row(
        "Kasus {case} tidak mempunyai salinan untuk korban dalam keadaan “{state}”. Periksa keadaan "
        "salinannya.",
        "Case {case} has no copy for the victim that is in the state “{state}”. Check the state of its copy.",
        next=(Next("copy", "{case}"),),
    ),
    "office.not_choosable": Row(
        "{document} tidak dapat masuk salinan untuk korban: {reason_id}. Pilih dari dokumen yang boleh "
        "disalin.",
        "{document} cannot go into the copy for the victim: {reason_en}. Choose from the documents that "
        "may be copied.",
        next=(Next("copy", "{case}"),),
    ),
    "office.not_for_them": Row(
        "Penerima itu tidak boleh menerima surat kasus {case}: hanya {allowed}, dan tidak pernah terlapor. "
        "Bila sudah terlanjur, catat sebagai tidak sampai dengan sebab “diterima terlapor” atau “diterima "
        "orang lain” dan catatannya.",
        "That person may not receive the letter of case {case}: only {allowed}, and never the reported "
        "person. If it has happened, record it as not delivered because they took it, with a note.",
    ),
    "office.not_given_up_so": Row(
        "Surat kasus {case} belum boleh dinyatakan “tidak dapat disampaikan: {reason}”: {why_id}. Catat "
        "percobaan penyampaiannya, atau pilih alasan lain.",
        "The letter of case {case} cannot be declared “tidak dapat disampaikan: {reason}” yet: {why_en}. "
        "Record the attempt to deliver it, or choose another reason.",
        next=(Next("record-delivery", "{case}"),),
    ),
    "office.not_proven_so": Row(
        "Penyampaian dengan cara “{way}” dibuktikan dengan {proofs}. Pilih bukti yang sesuai, lalu ulangi.",
        "A delivery by “{way}” is proved by {proofs}. Choose the proof that fits, then repeat.",
        Exit.USAGE,
    ),
    "office.nothing_overtaken": Row(
        "Kasus {case} tidak mempunyai surat yang ditarik karena kontak aman berubah dan yang keberadaannya "
        "belum dicatat. Catat penyampaian surat seperti biasa.",
        "Case {case} has no letter that was withdrawn because of a changed contact and is still "
        "unaccounted for. Record the delivery as an ordinary one.",
        next=(Next("record-delivery", "{case}"),),
    ),
    "office.nothing_to_deliver": Row(
        "Kasus {case} belum mempunyai surat jawaban yang kedua salinannya bertanda tangan dan diarsipkan "
        "(langkah 12). Periksa langkah mana yang belum selesai pada kasus itu.",
        "Case {case} has no answer letter yet of which both copies are signed and filed (step 12). Check "
        "on the case which step is not complete.",
        next=(Next("show", "{case}"),),
    ),
    "office.own_victims_copy": Row(
        "Salinan {copy} Anda buat sendiri, jadi harus disetujui orang lain. Mintalah ketua atau wakilnya.",
        "You made copy {copy} yourself, so another person must approve it. Ask the chair or the deputy.",
        next=(Next("approve-copy", "{case}"),),
    ),
    "office.receipt_not_decided": Row(
        "{sheet} adalah tanda terima salinan, bukan lembar keputusan. Catat penyerahan salinannya.",
        "{sheet} is the receipt of a copy, and no decision sheet. Record the handing over of the copy.",
        next=(Next("hand-over-copy", "{case}"),),
    ),
    "office.receipt_of_letter": Row(
        "{sheet} adalah tanda terima surat, bukan lembar keputusan. Catat penyampaian suratnya.",
        "{sheet} is the receipt of a letter, and no decision sheet. Record the delivery of the letter.",
        next=(Next("record-delivery", "{case}"),),
    ),
    "office.signed_for_another": Row(
        "Surat {letter} ditandatangani untuk kontak aman yang lain daripada yang sekarang, jadi jangan "
        "diserahkan dan jangan dikirim. Petugas identifikasi mencatat kontak yang berlaku, lalu surat itu "
        "ditarik.",
        "Letter {letter} was signed for another safe contact than that of now, so do not hand it over and "
        "do not send it. The officer records the contact that counts, and the letter is then withdrawn.",
        next=(Next("record-clarification", "{case}"),),
    ),
    "office.taken_back": Row(
        "Surat {letter} ditarik karena kontak aman kasus {case} berubah pada {day}; jangan diserahkan dan "
        "jangan dikirim. Bila sudah keluar, tarik kembali dari pos, pengantar, atau orang kepercayaan, "
        "beri tahu ketua sekarang juga, lalu catat apakah surat itu sampai sebelum kontak berubah, "
        "kembali, atau tidak kembali.",
        "Letter {letter} is withdrawn because the safe contact of case {case} changed on {day}; do not "
        "hand it over and do not send it. If it has left, take it back from the post, the bearer or the "
        "trusted person, tell the chair at once, then record whether it arrived before the change, came "
        "back, or did not come back.",
        next=(Next("record-late-delivery", "{case}"),),
    ),
    "office.unsafe_way": Row(
        "Cara “{way}” tidak aman untuk surat kasus {case}. Yang aman menurut kontak amannya: {safe}. Pilih "
        "salah satu; yang sudah terjadi dengan cara itu dicatat dengan keterangan.",
        "The way “{way}” is not safe for the letter of case {case}. Safe by its contact: {safe}. Choose "
        "one of these; what has happened by that way is recorded with a note.",
    ),
    "office.victims_copy_changed": Row(
        "Salinan {copy} tidak dapat dipakai: {reason_id}. Buat salinan yang baru.",
        "Copy {copy} cannot be used: {reason_en}. Make a new copy.",
        Exit.DAMAGED,
        next=(Next("copy", "{case}"),),
    ),
    "office.words_not_found": Row(
        "Kata-kata pada baris ke-{line} tidak ditemukan di halaman yang terbaca; tidak ada yang berubah. "
        "Tandai tempatnya saja: HALAMAN: KIRI ATAS KANAN BAWAH (persen, lihat penggaris di tepi gambar)",
        "The words of line {line} were not found on the pages as they were read; nothing was changed. Mark "
        "the place instead: PAGE: LEFT TOP RIGHT BOTTOM (per cent, see the ruler at the edge of the "
        "picture)",
    ),
}
