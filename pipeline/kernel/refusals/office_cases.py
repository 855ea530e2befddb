"""Refusals of cases: registered, looked up, merged, closed, counted."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_CASES: dict[str, Row] = {
    "office.access_restricted": Row(
        "Akses dibatasi: kasus {case} hanya dapat dilihat ketua dan arsiparis, dengan alasan, dan tidak "
        "dikerjakan. Bila kasus itu perlu diteruskan, minta ketua mencabut pembatasannya.",
        "Access restricted: case {case} is seen by chair and archivist only, for a reason, and is not "
        "worked on. If it must go on, ask the chair to lift the restriction.",
        Exit.NO_RIGHT,
        next=(Next("show", "{case}"), Next("lift-restriction", "{case}")),
    ),
    "office.bad_decision": Row(
        "Keputusan tentang kasus {case} tidak dikenal. Untuk setiap kasus pilih “sama”, “lain” atau “tidak "
        "tahu”.",
        "The decision about case {case} is not known. For each case choose “sama” (the same), “lain” "
        "(another) or “tidak tahu” (don't know).",
        Exit.USAGE,
    ),
    "office.bad_period": Row(
        "“{given}” bukan periode yang dapat dipakai. Pakai --month 2026-11, --year 2026, atau --from "
        "01-11-2026 --until 30-11-2026 (hari pertama tidak sesudah hari terakhir).",
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 "
        "(the first day not after the last).",
        Exit.USAGE,
    ),
    "office.cannot_close": Row(
        "Kasus {case} belum dapat ditutup sebagai “{outcome}”. Lengkapi dahulu yang kurang, lalu ulangi:\n{lines_id}",
        "Case {case} cannot be closed as “{outcome}” yet. Complete what is missing, then repeat:\n{lines_en}",
        next=(Next("close-case", "{case}"),),
    ),
    "office.consent_not_asked": Row(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban belum ditanya apakah sesuatu boleh "
        "diteruskan kepada {names}. Hapus dari rujukan dan tembusan, isi dasar hukumnya bila darurat, atau "
        "tanyakan kepadanya lewat jalur aman.",
        "The letter of case {case} is not made or does not leave: the victim was not asked whether anything "
        "may be passed on to {names}. Take them out of referral and tembusan, name the law in an emergency, "
        "or ask her by the safe way.",
        next=(Next("inform-victim", "{case}"),),
    ),
    "office.crisis_taken": Row(
        "Kasus {case} sudah diambil {account} pada {when}; hubungi dia, jangan menunggu.",
        "Case {case} was taken by {account} on {when}; reach them, do not wait.",
    ),
    "office.holds_merged": Row(
        "Pendaftaran {case} tidak dapat dibatalkan: kasus {other} digabung ke situ. Mintalah ketua "
        "memisahkannya lebih dahulu.",
        "The registration {case} cannot be voided: case {other} is merged into it. Ask the chair to part it "
        "first.",
        next=(Next("unmerge-case", "{merged}"),),
    ),
    "office.hours_unclear": Row(
        "Jam yang diizinkan untuk kasus {case} tertulis “{hours}” dan tidak dapat dibaca mesin. Baca "
        "sendiri; bila sekarang diizinkan, nyatakan itu pada isian “Jam itu termasuk yang diizinkan?”, bila "
        "tidak dan sudah terjadi isi alasannya, atau tulis jamnya dengan jelas sebagai klarifikasi.",
        "The allowed hours of case {case} say “{hours}”, which cannot be read. Read them; if this hour is "
        "allowed, state it in the answer about the hours, if not and it has happened give the reason, or "
        "write them clearly as a clarification.",
        next=(Next("record-clarification", "{case}"),),
    ),
    "office.merge_too_early": Row(
        "Kasus {case} belum dapat digabung karena ada surat yang sedang berjalan. Lengkapi dahulu yang "
        "kurang, lalu ulangi:\n{lines_id}",
        "Case {case} cannot be merged yet because a letter of it is on its way. Complete what is missing, "
        "then repeat:\n{lines_en}",
        next=(Next("merge-case", "{case}", "{into}"),),
    ),
    "office.merge_with_itself": Row(
        "Kasus {case} tidak dapat digabung dengan dirinya sendiri. Pilih kasus lain.",
        "Case {case} cannot be merged with itself. Choose another case.",
        Exit.USAGE,
    ),
    "office.merged_case": Row(
        "Kasus {case} digabung ke kasus {other} dan dilanjutkan di sana. Pisahkan lagi bila digabung karena keliru.",
        "Case {case} was merged into case {other} and goes on there. Part them if they were merged by mistake.",
        next=(Next("unmerge-case", "{case}"),),
    ),
    "office.name_too_short": Row(
        "Tulis sedikitnya tiga huruf dari nama, panggilan, atau inisial dua huruf (contoh: R.T.).",
        "Type at least three letters of a name or call name, or two initials (for example: R.T.).",
        Exit.USAGE,
    ),
    "office.no_call": Row(
        "Kasus {case} tidak memuat catatan telepon. Tambahkan telepon yang diterima tentang kasus itu.",
        "Case {case} holds no call. Add the call that came in about it.",
        Exit.NOT_FOUND,
        next=(Next("add-call", "{case}"),),
    ),
    "office.no_contact_wanted": Row(
        "Korban kasus {case} meminta tidak dihubungi lagi. Bila ia sendiri datang atau menghubungi kantor, "
        "catat itu; kontak yang sudah terjadi dicatat dengan alasannya.",
        "The victim of case {case} asked not to be contacted. Record it if she came or called herself; a "
        "contact that has happened is recorded with the reason.",
    ),
    "office.no_crisis": Row(
        "Kasus {case} tidak menunggu SOP krisis. Lihat kasus lain yang menunggu pada halaman Menunggu.",
        "Case {case} does not wait for the crisis procedure. See other cases that wait on the page Waiting.",
        next=(Next("todo"),),
    ),
    "office.no_crisis_here": Row(
        "Kasus {case} berstatus “{state}”, jadi tidak dipindahkan ke SOP krisis. Daftarkan bahayanya "
        "sebagai pengaduan baru, dan beri tahu ketua sekarang.",
        "Case {case} is “{state}”, so it is not moved to the crisis procedure. Register the danger as a "
        "new complaint, and tell the chair now.",
    ),
    "office.no_password": Row(
        "Kasus {case} ({state}) tidak memakai kata sandi: tentangnya tidak ada yang dapat disampaikan "
        "lewat telepon.",
        "Case {case} ({state}) takes no password: nothing can be told about it by telephone.",
    ),
    "office.no_recap_period": Row(
        "“{given}” bukan periode rekapitulasi. Pakai --month 2026-11, --quarter 2026-Q4, atau --year 2026.",
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026.",
        Exit.USAGE,
    ),
    "office.no_report": Row(
        "Laporan Penanganan Kasus tidak dapat dibuat karena LibreOffice tidak ada, jadi kasus {case} tidak "
        "ditutup. Minta admin memeriksa server.",
        "The handling report cannot be made because LibreOffice is missing, so case {case} is not closed. "
        "Have the admin check the server.",
        Exit.FAILED,
        next=(Next("doctor"),),
    ),
    "office.no_request": Row(
        "Tidak ada permintaan yang menunggu jawaban untuk kasus {case}. Catat dahulu permintaannya.",
        "No request about case {case} waits for an answer. Record the request first.",
        next=(Next("record-erasure", "{case}"),),
    ),
    "office.no_safe_way": Row(
        "Jangan menghubungi dengan cara “{way}”: kontak aman kasus {case} mengizinkan {allowed}. Bila sudah "
        "terjadi, catat dengan alasannya; bila kontak amannya berubah, catat itu sebagai klarifikasi.",
        "Do not make contact by “{way}”: the safe contact of case {case} allows {allowed}. If it has "
        "happened, record it with the reason; if the contact changed, record that as a clarification.",
        next=(Next("record-clarification", "{case}"),),
    ),
    "office.not_answered": Row(
        "Permintaan tentang kasus {case} belum ada atau belum dijawab, jadi belum ada kalimat untuk "
        "suratnya. Catat permintaannya, lalu mintalah ketua menjawabnya.",
        "There is no request about case {case}, or it is not answered, so there are no words for a letter "
        "yet. Record the request, then ask the chair to answer it.",
        next=(
            Next("record-erasure", "{case}"),
            Next("grant-erasure", "{case}"),
            Next("refuse-erasure", "{case}"),
        ),
    ),
    "office.not_consented": Row(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban tidak mengizinkan sesuatu diteruskan "
        "kepada {names}. Hapus dari rujukan dan tembusan, atau tanyakan lagi kepadanya.",
        "The letter of case {case} is not made or does not leave: the victim does not allow anything to be "
        "passed on to {names}. Take them out of referral and tembusan, or ask her again.",
        next=(Next("inform-victim", "{case}"),),
    ),
    "office.not_incoming": Row(
        "“{document}” bukan dokumen masuk kasus {case}. Yang dapat diketik: {known}.",
        "“{document}” is no incoming document of case {case}. Those that can be typed out: {known}.",
        Exit.USAGE,
    ),
    "office.not_mergeable": Row(
        "Kasus {case} ({state}) tidak dapat digabung sekarang. {instead}",
        "Case {case} ({state}) cannot be merged now. {instead}",
    ),
    "office.not_merged": Row(
        "Kasus {case} tidak digabung dengan kasus lain, jadi tidak ada yang dipisah lagi.",
        "Case {case} is not merged with another, so there is nothing to part.",
        next=(Next("show", "{case}"),),
    ),
    "office.not_received_yet": Row(
        "Saat permintaan diterima ({given}) belum tiba. Periksa tanggal dan jamnya, lalu ulangi.",
        "The moment the request was received ({given}) is still to come. Check day and time, then repeat.",
        Exit.USAGE,
        next=(Next("record-erasure", "{case}"),),
    ),
    "office.not_restricted": Row(
        "Akses kasus {case} tidak dibatasi, jadi tidak ada yang dicabut.",
        "Access to case {case} is not restricted, so there is nothing to lift.",
        next=(Next("show", "{case}"),),
    ),
    "office.nothing_to_divide": Row(
        "Sebutkan dokumen masuk yang dimuat kasus baru. Yang ada: {known}.",
        "Name the incoming documents that the new case holds. There are: {known}.",
        Exit.USAGE,
        next=(Next("divide-case", "{case}"),),
    ),
    "office.nothing_typed": Row(
        "Salinan ketikan kosong atau lebih dari {most} huruf. Yang tidak terbaca ditulis [tidak terbaca].",
        "The transcript is empty or longer than {most} characters. What cannot be read is written [tidak "
        "terbaca].",
        Exit.USAGE,
    ),
    "office.original_damaged": Row(
        "Dokumen {name} kasus {case} di arsip tidak ada atau berubah, jadi tidak dikeluarkan. Mintalah "
        "arsiparis, ketua, atau admin memeriksa arsip kasus itu.",
        "Document {name} of case {case} in the archive is missing or changed, so it does not go out. Ask "
        "archivist, chair or admin to check the archive of that case.",
        Exit.DAMAGED,
        next=(Next("verify", "{case}"),),
    ),
    "office.outside_hours": Row(
        "Jangan menghubungi pukul {time}: untuk kasus {case} jam yang diizinkan ialah “{hours}”. Tunggu "
        "sampai jam itu; bila sudah terjadi, catat dengan alasannya.",
        "No contact at {time}: the allowed hours of case {case} are “{hours}”. Wait until then; if it has "
        "happened, record it with the reason.",
    ),
    "office.people_known": Row(
        "Orang dalam pengaduan ini mungkin sudah ada dalam kasus lain; belum ada yang "
        "disimpan:\n{told}\nPutuskan untuk setiap kasus apakah orangnya sama, atau tambahkan surat ini ke "
        "kasus yang masih berjalan.",
        "People of this complaint may stand in another case; nothing was saved yet:\n{told}\nDecide for each "
        "case whether it is the same person, or add this letter to a case at work.",
        next=(Next("add-letter", "{first}"),),
    ),
    "office.period_not_begun": Row(
        "{period} belum mulai (hari ini {today}); belum ada yang dapat direkap. Pilih periode yang sudah "
        "berjalan.",
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that "
        "has begun.",
        Exit.USAGE,
    ),
    "office.purpose_needed": Row(
        "Keperluan belum disebut. Pilih dari daftar, atau pilih “keperluan lain” dan tuliskan "
        "({least}–{most} huruf). Keperluan dicatat dan tercetak pada setiap halaman.",
        "No purpose was given. Choose from the list, or choose “another purpose” and write it down "
        "({least}–{most} letters). It is written down and printed on every page.",
        Exit.USAGE,
    ),
    "office.report_missing": Row(
        "Laporan Penanganan Kasus {case} yang diarsipkan tidak dapat dibaca, jadi tidak ada yang dikeluarkan. "
        "Mintalah arsiparis atau ketua memeriksa arsip, lalu admin memulihkannya dari cadangan.",
        "The filed handling report of case {case} cannot be read, so nothing was put out. Ask archivist or "
        "chair to check the archive, then the admin to restore it from the backup.",
        Exit.DAMAGED,
        next=(Next("verify", "{case}"),),
    ),
    "office.request_open": Row(
        "Permintaan tentang kasus {case} sudah dicatat dan belum dijawab. Mintalah ketua mengabulkan atau "
        "menolaknya lebih dahulu.",
        "A request about case {case} is recorded already and not answered. Ask the chair to grant or refuse "
        "it first.",
        next=(Next("grant-erasure", "{case}"), Next("refuse-erasure", "{case}")),
    ),
    "office.time_ahead": Row(
        "Jam {time} hari ini belum tiba, jadi belum ada yang dicatat. Periksa jam yang diketik, lalu ulangi.",
        "It is not {time} yet today, so nothing was recorded. Check the time that was typed, then repeat.",
        Exit.USAGE,
    ),
    "office.unknown_purpose": Row(
        "“{given}” bukan keperluan yang dikenal. Pilih salah satu: {known}.",
        "“{given}” is no known purpose. Choose one of: {known}.",
        Exit.USAGE,
    ),
    "office.victims_copy_is_out": Row(
        "Pendaftaran {case} tidak dapat dibatalkan: salinan untuk korban {copy} masih “{state}”. Selesaikan "
        "atau buang dahulu salinan itu.",
        "The registration {case} cannot be voided: copy {copy} for the victim is still “{state}”. Complete "
        "or drop that copy first.",
        next=(Next("copy", "{case}"),),
    ),
    "office.weak_password": Row(
        "Kata sandi ini terlalu mudah: pakai sedikitnya {least} huruf, bukan angka saja, bukan nama orang "
        "dalam kasus ini. Contoh bentuknya: dua kata benda yang tidak berhubungan.",
        "This password is too easy: at least {least} letters, not digits alone, not a name in this case. "
        "Two unrelated nouns will do.",
        Exit.USAGE,
    ),
    "office.withheld": Row(
        "Surat kasus {case} menyebut {what}, yang menurut korban tidak boleh diteruskan. Ubah isi konsepnya.",
        "The letter of case {case} mentions {what}, which the victim wants withheld. Change its draft.",
        next=(Next("draft", "{case}"),),
    ),
}
