"""Refusals for letters."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_LETTERS: dict[str, Row] = {
    "office.bad_month": Row(
        "“{given}” bukan bulan yang dapat disahkan. Tulis tahun dan bulan yang sudah berjalan, contoh: "
        "2026-11.",
        "“{given}” is no month that can be signed. Write a year and month that has begun, such as 2026-11.",
        Exit.USAGE),
    "office.call_not_written": Row(
        "Pengaduan kasus {case} masuk lewat telepon dan alamat surat yang aman belum ada, jadi surat tidak "
        "dikirim. Tanyakan melalui kontak aman, lalu catat jawabannya sebagai klarifikasi.",
        "The complaint of case {case} came by telephone and there is no safe postal address, so no letter "
        "is sent. Ask by the safe contact, then record the answer as a clarification.",
        next=(Next("record-clarification", "{case}"),)),
    "office.case_or_blank": Row(
        "Formulir {kind} memerlukan nomor kasus. Yang dapat dicetak kosong tanpa kasus: {blank}.",
        "The form {kind} needs a case number. Those that can be printed empty without a case: {blank}.",
        Exit.USAGE, next=(Next("form", "", "{kind}"), Next("form-blank"))),
    "office.chain_broken": Row(
        "Rantai register putus pada catatan ke-{n}, jadi lembar pengesahan tidak dibuat. Mintalah "
        "arsiparis, ketua, atau admin memeriksa seluruh arsip.",
        "The chain of the register is broken at entry {n}, so no page is made. Ask archivist, chair or "
        "admin to check the whole archive.", Exit.DAMAGED, next=(Next("verify"),)),
    "office.copy_in_doubt": Row(
        "Pindaian {item} belum diterima sebagai salinan bertanda tangan: {reason}. Bila Anda sudah melihat "
        "lembarnya dan memang bertanda tangan, cocokkan lagi dengan menyebut alasannya; alasan itu dicatat.",
        "Scan {item} was not taken as a signed copy: {reason}. If you have looked at the sheet and it is "
        "signed, match it again and give the reason, which is kept.", next=(Next("accept-scan", "{item}"),)),
    "office.copy_incomplete": Row(
        "Pindaian {item} tidak lengkap: {reason}. Pindai lagi seluruh salinan itu.",
        "Scan {item} is not whole: {reason}. Scan the whole copy again."),
    "office.copy_is_out": Row(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan dan nomor {number} sudah terpakai, "
        "jadi surat itu tidak dapat dikembalikan, dibatalkan, atau diganti. Tegaskan pernyataannya dan "
        "pindai salinan ke-2, atau tolak bila salinan ke-1 ternyata masih di kantor.",
        "Copy 1 of letter {letter} is out, as was stated, and number {number} is used, so the letter "
        "cannot be returned, voided or replaced. Confirm the statement and scan copy 2, or refuse it if "
        "copy 1 turns out to be in the office.",
        next=(Next("confirm-statement", "{case}", "{letter}"), Next("refuse-statement", "{case}", "{letter}"))),
    "office.day_before_receipt": Row(
        "Nomor surat {letter} belum dicatat karena tanggal {day} mendahului penerimaan pengaduan "
        "({received}; aturan 11). Ketik tanggal yang benar; bila kedua kertasnya memang bertanggal itu, "
        "minta sekretariat membetulkannya dahulu pada kedua salinan.",
        "The number of letter {letter} was not entered because {day} is before the complaint was received "
        "({received}; rule 11). Type the right date; if both papers bear that date, have the secretariat "
        "correct it on both copies first.", Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.day_to_come": Row(
        "Nomor surat {letter} belum dicatat karena tanggal {day} belum tiba. Ketik tanggal yang tertulis "
        "pada kedua kertasnya.",
        "The number of letter {letter} was not entered because {day} is still to come. Type the date that "
        "is written on both papers.", Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.letters_taken": Row(
        "Nomor surat jawaban dalam buku ini sudah sampai ke-{place} tahun ini, tetapi surat berikutnya akan "
        "bernomor urut {next}, jadi belum ada yang masuk: satu nomor tidak dipakai dua kali. Mintalah admin "
        "mengatur nomor awal {wanted}, atau pola nomor yang lain bila surat "
        "tahun ini sudah ada yang bernomor di sini, lalu ulangi.",
        "The letter numbers in this book go up to {place} this year, but the next letter would bear place "
        "{next}, so nothing came in: a number is not used twice. Have the admin set {wanted} as the first "
        "number, or another pattern if letters of this year have numbers here "
        "already, then repeat."),
    "office.no_former_template": Row(
        "Versi lama templat {template} itu tidak tersimpan. Buka lagi halamannya dan pilih dari daftar.",
        "That former version of template {template} is not kept. Open its page again and choose from the "
        "list.", Exit.NOT_FOUND),
    "office.no_number_awaited": Row(
        "Kasus {case} belum mempunyai surat, jadi belum ada yang menunggu nomor. Buat konsepnya dahulu.",
        "Case {case} has no letter, so none waits for a number. Make the draft first.",
        next=(Next("draft", "{case}"),)),
    "office.no_such_form": Row(
        "Tidak ada formulir “{kind}”. Yang ada: {known}.",
        "There is no form “{kind}”. There are: {known}.", Exit.USAGE),
    "office.not_approved": Row(
        "Amplop dan label kasus {case} belum dibuat: belum ada surat yang disetujui dan bernomor. Cetak "
        "setelah ketua menyetujui suratnya.",
        "No envelope or label of case {case} is made: there is no letter that is approved and numbered. "
        "Print them once the chair has approved its letter."),
    "office.not_confirmable": Row(
        "{item} tidak dapat dipastikan sebagai salinan: {reason}.",
        "{item} cannot be confirmed as a copy: {reason}."),
    "office.not_electronic": Row(
        "{item} tidak mempunyai laporan tanda tangan elektronik. Lihat keadaannya di antara yang menunggu.",
        "{item} has no report of an electronic signature. See how it stands among what waits.",
        Exit.NOT_FOUND, next=(Next("todo"),)),
    "office.not_in_office": Row(
        "Nomor surat {letter} belum dicatat karena penandatangannya tidak menjabat pada {day} (aturan 12). "
        "Ketik tanggal yang benar; bila tanggalnya memang itu, minta ketua atau admin membetulkan hari "
        "menjabatnya atau mencatat mandatnya dahulu.",
        "The number of letter {letter} was not entered because its signatory was not in office on {day} "
        "(rule 12). Type the right date; if it is right already, have chair or admin correct the days in "
        "office or record the mandate first.",
        Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"), Next("mandate"))),
    "office.not_posted": Row(
        "Surat kasus {case} tidak boleh dikirim: {reason_id}. Amplop dan label tidak dibuat; surat "
        "menunggu di kantor sampai kontak aman dicatat.",
        "The letter of case {case} may not be sent: {reason_en}. No envelope or label is made; the letter "
        "waits at the office until a safe contact is recorded.",
        next=(Next("record-clarification", "{case}"),)),
    "office.nothing_open": Row(
        "Tidak ada yang perlu ditanyakan kepada penerima ini dalam kasus {case}, jadi permintaan klarifikasi "
        "tidak dibuat. Untuk bertanya hal lain, isi “Pertanyaan lain”.",
        "There is nothing to ask of this addressee in case {case}, so no clarification request is made. To "
        "ask something else, fill in “Further questions”.", next=(Next("ask", "{case}"),)),
    "office.nothing_to_void": Row(
        "Surat {letter} ({state}) tidak mempunyai nomor yang dapat dibatalkan. Konsep cukup dikembalikan.",
        "Letter {letter} ({state}) has no number to void. A draft is returned instead.",
        next=(Next("return-letter", "{case}", "{letter}"),)),
    "office.number_before_approval": Row(
        "Surat {letter} masih konsep, jadi belum dapat diberi nomor. Ketua memutuskannya dahulu.",
        "Letter {letter} is still a draft, so it cannot take a number yet. The chair decides on it first.",
        next=(Next("review", "{case}", "{letter}"),)),
    "office.number_before_copies": Row(
        "Surat {letter} belum menunggu nomor karena salinan bertanda tangan ke-{missing} belum diterima "
        "kembali. Tulis nomor dan tanggal dari sekretariat pada kedua salinan, pindai atau cocokkan "
        "keduanya, lalu catat nomornya.",
        "Letter {letter} does not wait for its number yet because signed copy {missing} is not back. Write "
        "number and date of the secretariat on both copies, scan or match them, then enter the number.",
        next=(Next("print", "{case}", "{letter}"), Next("todo"), Next("enter-number", "{case}", "{letter}"))),
    "office.number_before_revision": Row(
        "Surat {letter} {state}, jadi tidak menunggu nomor. Ajukan konsep yang baru.",
        "Letter {letter} does not count (it is: {state}), so it waits for no number. Submit a new draft.",
        next=(Next("draft", "{case}"),)),
    "office.number_given": Row(
        "Nomor {number} sudah tercatat pada surat {other}, jadi tidak dicatat pada surat {letter}. "
        "Bandingkan kertas keduanya dan ketik nomor yang benar; bila sekretariat memberi nomor yang sama "
        "dua kali, minta nomor lain dan tulis dahulu pada kedua salinan.",
        "Number {number} is that of letter {other}, so it was not entered for letter {letter}. Compare the "
        "papers of both and type the right number; if the secretariat gave one number twice, ask for "
        "another and write it on both copies first.",
        Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.numbered_already": Row(
        "Surat {letter} sudah bernomor {number}, jadi tidak menunggu nomor. Bandingkan dengan surat yang "
        "tersimpan dalam kasusnya.",
        "Letter {letter} has the number {number}, so it waits for none. Compare it with the letter that is "
        "kept in its case.", next=(Next("show", "{case}"),)),
    "office.prints_otherwise": Row(
        "Halaman surat {letter} akan mencetak tulisan yang lain dari yang dibaca dan diperiksa ({more} "
        "kata lebih, {less} kata kurang), jadi tidak disetujui. Suntingannya memuat sesuatu yang tidak "
        "terbaca; kembalikan, lalu minta konsep yang baru.",
        "The pages of letter {letter} would print other words than were read and checked ({more} more, "
        "{less} fewer), so it is not approved. Something in the edit cannot be read; return it, then ask "
        "for a new draft.", next=(Next("return-letter", "{case}", "{letter}"),)),
    "office.request_waits": Row(
        "{kind} {letter} sudah disetujui dan menunggu tanda tangan. Cetak surat itu; bila harus diubah, ketua "
        "mengembalikannya.",
        "{kind} {letter} is approved and waits for its signature. Print it; if it must be changed, the chair "
        "returns it.",
        next=(Next("print", "{case}", "{letter}"), Next("return-letter", "{case}", "{letter}"))),
    "office.returned_unnumbered": Row(
        "Surat {letter} sudah dikembalikan dan belum bernomor, jadi tidak ada yang dibatalkan. Konsep "
        "berikutnya menggantikannya.",
        "Letter {letter} was returned and has no number, so there is nothing to void. The next draft takes "
        "its place.", next=(Next("draft", "{case}"),)),
    "office.samples_not_written": Row(
        "Contoh tidak dapat ditulis ke {folder} ({reason}). Pilih folder lain.",
        "The samples cannot be written to {folder} ({reason}). Choose another folder.", Exit.FAILED),
    "office.several_letters": Row(
        "Kasus {case} mempunyai lebih dari satu surat yang menunggu langkah ini: {letters_id}. Sebutkan "
        "surat yang dimaksud{how}.",
        "Case {case} has more than one letter that waits for this step: {letters_en}. Name the letter that "
        "you mean{how}.", Exit.USAGE, next=(Next("show", "{case}"),)),
    "office.sheet_has_code": Row(
        "Lembar {kind} sebuah kasus dicetak berkode sebagai lembar keputusan. Sebagai formulir hanya ada "
        "lembar kosongnya.",
        "The sheet {kind} of a case is printed with its code as a decision sheet. As a form there is only "
        "the empty sheet.", Exit.USAGE, next=(Next("print-sheet", "{case}", "{kind}"),)),
    "office.signed_stays": Row(
        "Surat {letter} sudah ditandatangani dan nomor {number} sudah terpakai, jadi surat itu tidak "
        "dibatalkan. Surat pengganti belum dapat dibuat di Rangkap; bila isinya salah, ketua memutuskan "
        "cara lain.",
        "Letter {letter} is signed and number {number} is used, so the letter is not voided. Rangkap does "
        "not make a replacing letter yet; if the letter is wrong, the chair decides on another way.",
        next=(Next("show", "{case}"),)),
    "office.signed_unnumbered": Row(
        "Surat {letter} sudah ditandatangani dan menunggu nomor sekretariat, jadi tidak dibatalkan. Petugas "
        "mencatat dahulu nomornya; surat pengganti belum dapat dibuat di Rangkap.",
        "Letter {letter} is signed and waits for the secretariat's number, so it is not voided. A clerk or "
        "officer enters the number first; Rangkap does not make a replacing letter yet.",
        next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.template_faulty": Row(
        "Templat {template} belum dapat dipakai:\n{flaws}\nPerbaiki di Word, lalu periksa lagi seluruhnya.",
        "Template {template} cannot be used yet:\n{flaws_en}\nCorrect it in Word, then check it as a whole.",
        next=(Next("templates", "{template}"),)),
    "office.template_unfit": Row(
        "Templat {template} tidak cocok untuk surat ini. Pilih salah satu: {known}.",
        "Template {template} does not fit this letter. Choose one of: {known}.", Exit.USAGE),
    "office.unknown_template": Row(
        "Templat {template} tidak ada.{hint} Yang ada: {known}.",
        "There is no template {template}.{hint_en} Present: {known}.", Exit.NOT_FOUND),
    "office.unnumbered_is_out": Row(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan, jadi surat itu tidak dapat "
        "dikembalikan, dibatalkan, atau diganti. Tegaskan pernyataannya, pindai salinan ke-2, lalu catat "
        "nomornya; tolak pernyataannya bila salinan ke-1 ternyata masih di kantor.",
        "Copy 1 of letter {letter} is out, as was stated, so the letter cannot be returned, voided or "
        "replaced. Confirm the statement, scan copy 2, then enter the number; refuse the statement if copy "
        "1 turns out to be in the office.",
        next=(
            Next("confirm-statement", "{case}", "{letter}"),
            Next("enter-number", "{case}", "{letter}"),
            Next("refuse-statement", "{case}", "{letter}"),
        )),
    "office.void_already": Row(
        "Surat {letter} sudah dibatalkan. Buat surat yang baru.",
        "Letter {letter} is void already. Make a new letter.", next=(Next("draft", "{case}"),)),
    "office.withdrawn_unnumbered": Row(
        "Surat {letter} ditarik sebelum nomornya dicatat, jadi kasusnya tidak menunggu nomor. Catat "
        "nomornya bila sekretariat sudah memberinya, dan buat surat penggantinya.",
        "Letter {letter} was withdrawn before its number was entered, so its case waits for none. Enter "
        "its number if the secretariat gave it one, and draft the letter in its place.",
        next=(Next("enter-number", "{case}", "{letter}"), Next("draft", "{case}"))),
}  # fmt: skip
