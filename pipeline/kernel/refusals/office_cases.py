"""Refusals for cases and their papers."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_CASES: dict[str, Row] = {
    "office.access_restricted": Row(
        "Akses dibatasi: kasus {case} hanya dapat dilihat ketua dan arsiparis, dengan alasan, dan tidak "
        "dikerjakan. Bila kasus itu perlu diteruskan, minta ketua mencabut pembatasannya.",
        "Access restricted: case {case} is seen by chair and archivist only, for a reason, and is not "
        "worked on. If it must go on, ask the chair to lift the restriction.",
        Exit.NO_RIGHT, next=(Next("show", "{case}"), Next("lift-restriction", "{case}"))),
    "office.after_the_change": Row(
        "Surat {letter} sampai pada {when}, tetapi kontak aman kasus {case} sudah berubah pada {changed}, "
        "jadi itu bukan penyampaian. Beri tahu ketua sekarang juga, hubungi korban lewat kontak aman yang "
        "baru, lalu catat bahwa surat itu tidak kembali.",
        "Letter {letter} arrived on {when}, but the safe contact of case {case} had changed on {changed}, "
        "so that is no delivery. Tell the chair at once, contact the victim by the new safe contact, then "
        "record that the letter did not come back.", next=(Next("record-late-delivery", "{case}"),)),
    "office.bad_decision": Row(
        "Keputusan tentang kasus {case} tidak dikenal. Untuk setiap kasus pilih “sama”, “lain” atau “tidak "
        "tahu”.",
        "The decision about case {case} is not known. For each case choose “sama” (the same), “lain” "
        "(another) or “tidak tahu” (don't know).", Exit.USAGE),
    "office.bad_mark": Row(
        "Baris ke-{line} tidak dimengerti; tidak ada yang berubah. Tulis kata-katanya, atau “HALAMAN: KIRI "
        "ATAS KANAN BAWAH” (persen).",
        "Line {line} is not understood; nothing was changed. Write the words, or “PAGE: LEFT TOP RIGHT "
        "BOTTOM” (per cent).", Exit.USAGE),
    "office.bad_period": Row(
        "“{given}” bukan periode yang dapat dipakai. Pakai --month 2026-11, --year 2026, atau --from "
        "01-11-2026 --until 30-11-2026 (hari pertama tidak sesudah hari terakhir).",
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 "
        "(the first day not after the last).", Exit.USAGE),
    "office.cannot_close": Row(
        "Kasus {case} belum dapat ditutup sebagai “{outcome}”. Lengkapi dahulu yang kurang, lalu ulangi:\n{lines_id}",
        "Case {case} cannot be closed as “{outcome}” yet. Complete what is missing, then repeat:\n{lines_en}",
        next=(Next("close-case", "{case}"),)),
    "office.consent_not_asked": Row(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban belum ditanya apakah sesuatu boleh "
        "diteruskan kepada {names}. Hapus dari rujukan dan tembusan, isi dasar hukumnya bila darurat, atau "
        "tanyakan kepadanya lewat jalur aman.",
        "The letter of case {case} is not made or does not leave: the victim was not asked whether anything "
        "may be passed on to {names}. Take them out of referral and tembusan, name the law in an emergency, "
        "or ask her by the safe way.", next=(Next("inform-victim", "{case}"),)),
    "office.copy_not_looked_at": Row(
        "Halaman salinan {copy} revisi {revision} belum dilihat, padahal komputer tidak menemukan tulisan "
        "tangan dan gambar. Lihat halamannya satu per satu, lalu ulangi.",
        "The pages of copy {copy} revision {revision} were not looked at, and the computer does not find "
        "handwriting and pictures. Look at each page, then repeat.", next=(Next("copy-look", "{case}"),)),
    "office.copy_not_to_them": Row(
        "Penerima itu terlapor, jadi salinan tidak diserahkan; tidak ada yang dicatat. Serahkan hanya "
        "kepada korban, walinya, atau pendampingnya.",
        "That receiver is the reported person, so the copy is not handed over; nothing was recorded. Hand "
        "it only to the victim, her guardian or her companion."),
    "office.copy_receipt_is_back": Row(
        "Tanda terima salinan {copy} sudah dipindai, jadi salinan itu sudah diambil dan tidak dapat "
        "ditarik. Catat penyerahannya.",
        "The receipt of copy {copy} was scanned, so the copy was fetched and cannot be withdrawn. Record "
        "the handing over.", next=(Next("hand-over-copy", "{case}"),)),
    "office.copy_under_way": Row(
        "Salinan {copy} kasus {case} masih “{state}”, jadi salinan baru tidak dibuat. Lanjutkan salinan "
        "itu dahulu.",
        "Copy {copy} of case {case} is still “{state}”, so no new one is made. Go on with that copy first.",
        next=(Next("copy", "{case}"),)),
    "office.crisis_taken": Row(
        "Kasus {case} sudah diambil {account} pada {when}; hubungi dia, jangan menunggu.",
        "Case {case} was taken by {account} on {when}; reach them, do not wait."),
    "office.holds_merged": Row(
        "Pendaftaran {case} tidak dapat dibatalkan: kasus {other} digabung ke situ. Mintalah ketua "
        "memisahkannya lebih dahulu.",
        "The registration {case} cannot be voided: case {other} is merged into it. Ask the chair to part it "
        "first.", next=(Next("unmerge-case", "{merged}"),)),
    "office.hours_unclear": Row(
        "Jam yang diizinkan untuk kasus {case} tertulis “{hours}” dan tidak dapat dibaca mesin. Baca "
        "sendiri; bila sekarang diizinkan, nyatakan itu pada isian “Jam itu termasuk yang diizinkan?”, bila "
        "tidak dan sudah terjadi isi alasannya, atau tulis jamnya dengan jelas sebagai klarifikasi.",
        "The allowed hours of case {case} say “{hours}”, which cannot be read. Read them; if this hour is "
        "allowed, state it in the answer about the hours, if not and it has happened give the reason, or "
        "write them clearly as a clarification.", next=(Next("record-clarification", "{case}"),)),
    "office.merge_too_early": Row(
        "Kasus {case} belum dapat digabung karena ada surat yang sedang berjalan. Lengkapi dahulu yang "
        "kurang, lalu ulangi:\n{lines_id}",
        "Case {case} cannot be merged yet because a letter of it is on its way. Complete what is missing, "
        "then repeat:\n{lines_en}", next=(Next("merge-case", "{case}", "{into}"),)),
    "office.merge_with_itself": Row(
        "Kasus {case} tidak dapat digabung dengan dirinya sendiri. Pilih kasus lain.",
        "Case {case} cannot be merged with itself. Choose another case.", Exit.USAGE),
    "office.merged_case": Row(
        "Kasus {case} digabung ke kasus {other} dan dilanjutkan di sana. Pisahkan lagi bila digabung karena keliru.",
        "Case {case} was merged into case {other} and goes on there. Part them if they were merged by mistake.",
        next=(Next("unmerge-case", "{case}"),)),
    "office.name_too_short": Row(
        "Tulis sedikitnya tiga huruf dari nama, panggilan, atau inisial dua huruf (contoh: R.T.).",
        "Type at least three letters of a name or call name, or two initials (for example: R.T.).",
        Exit.USAGE),
    "office.no_call": Row(
        "Kasus {case} tidak memuat catatan telepon. Tambahkan telepon yang diterima tentang kasus itu.",
        "Case {case} holds no call. Add the call that came in about it.",
        Exit.NOT_FOUND, next=(Next("add-call", "{case}"),)),
    "office.no_contact_wanted": Row(
        "Korban kasus {case} meminta tidak dihubungi lagi. Bila ia sendiri datang atau menghubungi kantor, "
        "catat itu; kontak yang sudah terjadi dicatat dengan alasannya.",
        "The victim of case {case} asked not to be contacted. Record it if she came or called herself; a "
        "contact that has happened is recorded with the reason."),
    "office.no_crisis": Row(
        "Kasus {case} tidak menunggu SOP krisis. Lihat kasus lain yang menunggu pada halaman Menunggu.",
        "Case {case} does not wait for the crisis procedure. See other cases that wait on the page Waiting.",
        next=(Next("todo"),)),
    "office.no_crisis_here": Row(
        "Kasus {case} berstatus “{state}”, jadi tidak dipindahkan ke SOP krisis. Daftarkan bahayanya "
        "sebagai pengaduan baru, dan beri tahu ketua sekarang.",
        "Case {case} is “{state}”, so it is not moved to the crisis procedure. Register the danger as a "
        "new complaint, and tell the chair now."),
    "office.no_password": Row(
        "Kasus {case} ({state}) tidak memakai kata sandi: tentangnya tidak ada yang dapat disampaikan "
        "lewat telepon.",
        "Case {case} ({state}) takes no password: nothing can be told about it by telephone."),
    "office.no_prints_left": Row(
        "Kasus {case} tidak mempunyai cetakan salinan yang harus dimusnahkan. Periksa keadaan salinannya.",
        "Case {case} has no prints of a copy that are to be destroyed. Check the state of its copy.",
        next=(Next("copy", "{case}"),)),
    "office.no_recap_period": Row(
        "“{given}” bukan periode rekapitulasi. Pakai --month 2026-11, --quarter 2026-Q4, atau --year 2026.",
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026.",
        Exit.USAGE),
    "office.no_report": Row(
        "Laporan Penanganan Kasus tidak dapat dibuat karena LibreOffice tidak ada, jadi kasus {case} tidak "
        "ditutup. Minta admin memeriksa server.",
        "The handling report cannot be made because LibreOffice is missing, so case {case} is not closed. "
        "Have the admin check the server.", Exit.FAILED, next=(Next("doctor"),)),
    "office.no_request": Row(
        "Tidak ada permintaan yang menunggu jawaban untuk kasus {case}. Catat dahulu permintaannya.",
        "No request about case {case} waits for an answer. Record the request first.",
        next=(Next("record-erasure", "{case}"),)),
    "office.no_safe_way": Row(
        "Jangan menghubungi dengan cara “{way}”: kontak aman kasus {case} mengizinkan {allowed}. Bila sudah "
        "terjadi, catat dengan alasannya; bila kontak amannya berubah, catat itu sebagai klarifikasi.",
        "Do not make contact by “{way}”: the safe contact of case {case} allows {allowed}. If it has "
        "happened, record it with the reason; if the contact changed, record that as a clarification.",
        next=(Next("record-clarification", "{case}"),)),
    "office.no_such_document": Row(
        "Kasus {case} tidak memuat dokumen {document}. Pilih nama dari daftar dokumen kasus itu.",
        "Case {case} holds no document {document}. Choose a name from the list of its documents.",
        Exit.NOT_FOUND, next=(Next("copy", "{case}"),)),
    "office.no_victims_copy": Row(
        "Kasus {case} tidak mempunyai salinan untuk korban dalam keadaan “{state}”. Periksa keadaan "
        "salinannya.",
        "Case {case} has no copy for the victim that is in the state “{state}”. Check the state of its copy.",
        next=(Next("copy", "{case}"),)),
    "office.not_answered": Row(
        "Permintaan tentang kasus {case} belum ada atau belum dijawab, jadi belum ada kalimat untuk "
        "suratnya. Catat permintaannya, lalu mintalah ketua menjawabnya.",
        "There is no request about case {case}, or it is not answered, so there are no words for a letter "
        "yet. Record the request, then ask the chair to answer it.",
        next=(Next("record-erasure", "{case}"), Next("grant-erasure", "{case}"), Next("refuse-erasure", "{case}"))),
    "office.not_choosable": Row(
        "{document} tidak dapat masuk salinan untuk korban: {reason_id}. Pilih dari dokumen yang boleh "
        "disalin.",
        "{document} cannot go into the copy for the victim: {reason_en}. Choose from the documents that "
        "may be copied.", next=(Next("copy", "{case}"),)),
    "office.not_consented": Row(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban tidak mengizinkan sesuatu diteruskan "
        "kepada {names}. Hapus dari rujukan dan tembusan, atau tanyakan lagi kepadanya.",
        "The letter of case {case} is not made or does not leave: the victim does not allow anything to be "
        "passed on to {names}. Take them out of referral and tembusan, or ask her again.",
        next=(Next("inform-victim", "{case}"),)),
    "office.not_for_them": Row(
        "Penerima itu tidak boleh menerima surat kasus {case}: hanya {allowed}, dan tidak pernah terlapor. "
        "Bila sudah terlanjur, catat sebagai tidak sampai dengan sebab “diterima terlapor” atau “diterima "
        "orang lain” dan catatannya.",
        "That person may not receive the letter of case {case}: only {allowed}, and never the reported "
        "person. If it has happened, record it as not delivered because they took it, with a note."),
    "office.not_given_up_so": Row(
        "Surat kasus {case} belum boleh dinyatakan “tidak dapat disampaikan: {reason}”: {why_id}. Catat "
        "percobaan penyampaiannya, atau pilih alasan lain.",
        "The letter of case {case} cannot be declared “tidak dapat disampaikan: {reason}” yet: {why_en}. "
        "Record the attempt to deliver it, or choose another reason.",
        next=(Next("record-delivery", "{case}"),)),
    "office.not_incoming": Row(
        "“{document}” bukan dokumen masuk kasus {case}. Yang dapat diketik: {known}.",
        "“{document}” is no incoming document of case {case}. Those that can be typed out: {known}.",
        Exit.USAGE),
    "office.not_mergeable": Row(
        "Kasus {case} ({state}) tidak dapat digabung sekarang. {instead}",
        "Case {case} ({state}) cannot be merged now. {instead}"),
    "office.not_merged": Row(
        "Kasus {case} tidak digabung dengan kasus lain, jadi tidak ada yang dipisah lagi.",
        "Case {case} is not merged with another, so there is nothing to part.",
        next=(Next("show", "{case}"),)),
    "office.not_proven_so": Row(
        "Penyampaian dengan cara “{way}” dibuktikan dengan {proofs}. Pilih bukti yang sesuai, lalu ulangi.",
        "A delivery by “{way}” is proved by {proofs}. Choose the proof that fits, then repeat.", Exit.USAGE),
    "office.not_received_yet": Row(
        "Saat permintaan diterima ({given}) belum tiba. Periksa tanggal dan jamnya, lalu ulangi.",
        "The moment the request was received ({given}) is still to come. Check day and time, then repeat.",
        Exit.USAGE, next=(Next("record-erasure", "{case}"),)),
    "office.not_restricted": Row(
        "Akses kasus {case} tidak dibatasi, jadi tidak ada yang dicabut.",
        "Access to case {case} is not restricted, so there is nothing to lift.",
        next=(Next("show", "{case}"),)),
    "office.nothing_overtaken": Row(
        "Kasus {case} tidak mempunyai surat yang ditarik karena kontak aman berubah dan yang keberadaannya "
        "belum dicatat. Catat penyampaian surat seperti biasa.",
        "Case {case} has no letter that was withdrawn because of a changed contact and is still "
        "unaccounted for. Record the delivery as an ordinary one.",
        next=(Next("record-delivery", "{case}"),)),
    "office.nothing_to_deliver": Row(
        "Kasus {case} belum mempunyai surat jawaban yang kedua salinannya bertanda tangan dan diarsipkan "
        "(langkah 12). Periksa langkah mana yang belum selesai pada kasus itu.",
        "Case {case} has no answer letter yet of which both copies are signed and filed (step 12). Check "
        "on the case which step is not complete.", next=(Next("show", "{case}"),)),
    "office.nothing_to_divide": Row(
        "Sebutkan dokumen masuk yang dimuat kasus baru. Yang ada: {known}.",
        "Name the incoming documents that the new case holds. There are: {known}.",
        Exit.USAGE, next=(Next("divide-case", "{case}"),)),
    "office.nothing_typed": Row(
        "Salinan ketikan kosong atau lebih dari {most} huruf. Yang tidak terbaca ditulis [tidak terbaca].",
        "The transcript is empty or longer than {most} characters. What cannot be read is written [tidak "
        "terbaca].", Exit.USAGE),
    "office.original_damaged": Row(
        "Dokumen {name} kasus {case} di arsip tidak ada atau berubah, jadi tidak dikeluarkan. Mintalah "
        "arsiparis, ketua, atau admin memeriksa arsip kasus itu.",
        "Document {name} of case {case} in the archive is missing or changed, so it does not go out. Ask "
        "archivist, chair or admin to check the archive of that case.",
        Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "office.outside_hours": Row(
        "Jangan menghubungi pukul {time}: untuk kasus {case} jam yang diizinkan ialah “{hours}”. Tunggu "
        "sampai jam itu; bila sudah terjadi, catat dengan alasannya.",
        "No contact at {time}: the allowed hours of case {case} are “{hours}”. Wait until then; if it has "
        "happened, record it with the reason."),
    "office.own_victims_copy": Row(
        "Salinan {copy} Anda buat sendiri, jadi harus disetujui orang lain. Mintalah ketua atau wakilnya.",
        "You made copy {copy} yourself, so another person must approve it. Ask the chair or the deputy.",
        next=(Next("approve-copy", "{case}"),)),
    "office.people_known": Row(
        "Orang dalam pengaduan ini mungkin sudah ada dalam kasus lain; belum ada yang "
        "disimpan:\n{told}\nPutuskan untuk setiap kasus apakah orangnya sama, atau tambahkan surat ini ke "
        "kasus yang masih berjalan.",
        "People of this complaint may stand in another case; nothing was saved yet:\n{told}\nDecide for each "
        "case whether it is the same person, or add this letter to a case at work.",
        next=(Next("add-letter", "{first}"),)),
    "office.period_not_begun": Row(
        "{period} belum mulai (hari ini {today}); belum ada yang dapat direkap. Pilih periode yang sudah "
        "berjalan.",
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that "
        "has begun.", Exit.USAGE),
    "office.purpose_needed": Row(
        "Keperluan belum disebut. Pilih dari daftar, atau pilih “keperluan lain” dan tuliskan "
        "({least}–{most} huruf). Keperluan dicatat dan tercetak pada setiap halaman.",
        "No purpose was given. Choose from the list, or choose “another purpose” and write it down "
        "({least}–{most} letters). It is written down and printed on every page.", Exit.USAGE),
    "office.receipt_not_decided": Row(
        "{sheet} adalah tanda terima salinan, bukan lembar keputusan. Catat penyerahan salinannya.",
        "{sheet} is the receipt of a copy, and no decision sheet. Record the handing over of the copy.",
        next=(Next("hand-over-copy", "{case}"),)),
    "office.receipt_of_letter": Row(
        "{sheet} adalah tanda terima surat, bukan lembar keputusan. Catat penyampaian suratnya.",
        "{sheet} is the receipt of a letter, and no decision sheet. Record the delivery of the letter.",
        next=(Next("record-delivery", "{case}"),)),
    "office.report_missing": Row(
        "Laporan Penanganan Kasus {case} yang diarsipkan tidak dapat dibaca, jadi tidak ada yang dikeluarkan. "
        "Mintalah arsiparis atau ketua memeriksa arsip, lalu admin memulihkannya dari cadangan.",
        "The filed handling report of case {case} cannot be read, so nothing was put out. Ask archivist or "
        "chair to check the archive, then the admin to restore it from the backup.",
        Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "office.request_open": Row(
        "Permintaan tentang kasus {case} sudah dicatat dan belum dijawab. Mintalah ketua mengabulkan atau "
        "menolaknya lebih dahulu.",
        "A request about case {case} is recorded already and not answered. Ask the chair to grant or refuse "
        "it first.", next=(Next("grant-erasure", "{case}"), Next("refuse-erasure", "{case}"))),
    "office.signed_for_another": Row(
        "Surat {letter} ditandatangani untuk kontak aman yang lain daripada yang sekarang, jadi jangan "
        "diserahkan dan jangan dikirim. Petugas identifikasi mencatat kontak yang berlaku, lalu surat itu "
        "ditarik.",
        "Letter {letter} was signed for another safe contact than that of now, so do not hand it over and "
        "do not send it. The officer records the contact that counts, and the letter is then withdrawn.",
        next=(Next("record-clarification", "{case}"),)),
    "office.taken_back": Row(
        "Surat {letter} ditarik karena kontak aman kasus {case} berubah pada {day}; jangan diserahkan dan "
        "jangan dikirim. Bila sudah keluar, tarik kembali dari pos, pengantar, atau orang kepercayaan, "
        "beri tahu ketua sekarang juga, lalu catat apakah surat itu sampai sebelum kontak berubah, "
        "kembali, atau tidak kembali.",
        "Letter {letter} is withdrawn because the safe contact of case {case} changed on {day}; do not "
        "hand it over and do not send it. If it has left, take it back from the post, the bearer or the "
        "trusted person, tell the chair at once, then record whether it arrived before the change, came "
        "back, or did not come back.", next=(Next("record-late-delivery", "{case}"),)),
    "office.time_ahead": Row(
        "Jam {time} hari ini belum tiba, jadi belum ada yang dicatat. Periksa jam yang diketik, lalu ulangi.",
        "It is not {time} yet today, so nothing was recorded. Check the time that was typed, then repeat.",
        Exit.USAGE),
    "office.unknown_purpose": Row(
        "“{given}” bukan keperluan yang dikenal. Pilih salah satu: {known}.",
        "“{given}” is no known purpose. Choose one of: {known}.", Exit.USAGE),
    "office.unsafe_way": Row(
        "Cara “{way}” tidak aman untuk surat kasus {case}. Yang aman menurut kontak amannya: {safe}. Pilih "
        "salah satu; yang sudah terjadi dengan cara itu dicatat dengan keterangan.",
        "The way “{way}” is not safe for the letter of case {case}. Safe by its contact: {safe}. Choose "
        "one of these; what has happened by that way is recorded with a note."),
    "office.victims_copy_changed": Row(
        "Salinan {copy} tidak dapat dipakai: {reason_id}. Buat salinan yang baru.",
        "Copy {copy} cannot be used: {reason_en}. Make a new copy.",
        Exit.DAMAGED, next=(Next("copy", "{case}"),)),
    "office.victims_copy_is_out": Row(
        "Pendaftaran {case} tidak dapat dibatalkan: salinan untuk korban {copy} masih “{state}”. Selesaikan "
        "atau buang dahulu salinan itu.",
        "The registration {case} cannot be voided: copy {copy} for the victim is still “{state}”. Complete "
        "or drop that copy first.", next=(Next("copy", "{case}"),)),
    "office.weak_password": Row(
        "Kata sandi ini terlalu mudah: pakai sedikitnya {least} huruf, bukan angka saja, bukan nama orang "
        "dalam kasus ini. Contoh bentuknya: dua kata benda yang tidak berhubungan.",
        "This password is too easy: at least {least} letters, not digits alone, not a name in this case. "
        "Two unrelated nouns will do.", Exit.USAGE),
    "office.withheld": Row(
        "Surat kasus {case} menyebut {what}, yang menurut korban tidak boleh diteruskan. Ubah isi konsepnya.",
        "The letter of case {case} mentions {what}, which the victim wants withheld. Change its draft.",
        next=(Next("draft", "{case}"),)),
    "office.words_not_found": Row(
        "Kata-kata pada baris ke-{line} tidak ditemukan di halaman yang terbaca; tidak ada yang berubah. "
        "Tandai tempatnya saja: HALAMAN: KIRI ATAS KANAN BAWAH (persen, lihat penggaris di tepi gambar)",
        "The words of line {line} were not found on the pages as they were read; nothing was changed. Mark "
        "the place instead: PAGE: LEFT TOP RIGHT BOTTOM (per cent, see the ruler at the edge of the "
        "picture)"),
}  # fmt: skip
