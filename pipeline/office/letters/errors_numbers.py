"""What can go wrong with letter numbers, as sentences."""

from pipeline.kernel.errors import RangkapError, Text, WrongUse


class SignedStays(RangkapError):
    """A signed letter is replaced by another, never voided."""

    code = "office.signed_stays"
    said = Text(
        "Surat {letter} sudah ditandatangani, jadi tidak dibatalkan: nomornya sudah terpakai. Bila isinya salah, "
        "sampaikan kepada ketua: surat pengganti nomor {number} belum dibuat oleh Rangkap. Lihat: rangkap find {letter}",
        "Letter {letter} is signed, so it is not voided: its number is used. If it is wrong, tell the chair: Rangkap "
        "does not make a letter that replaces number {number} yet. See: rangkap find {letter}",
    )


class SignedUnnumbered(SignedStays):
    """A signed letter whose number the secretariat gives is replaced, once it has its number."""

    code = "office.signed_unnumbered"
    said = Text(
        "Surat {letter} sudah ditandatangani dan menunggu nomor sekretariat, jadi tidak dibatalkan. Catat dahulu nomornya: "
        "rangkap number {letter}. Bila isinya salah, sampaikan kepada ketua: surat pengganti belum dibuat oleh Rangkap.",
        "Letter {letter} is signed and waits for the secretariat's number, so it is not voided. Enter the number first: "
        "rangkap number {letter}. If the letter is wrong, tell the chair: Rangkap does not make a replacing letter yet.",
    )


class NothingToVoid(RangkapError):
    """The letter has neither a number nor copies that could become void."""

    code = "office.nothing_to_void"
    said = Text(
        "Surat {letter} ({state}) tidak mempunyai nomor yang dapat dibatalkan. Konsep cukup dikembalikan dengan: "
        "rangkap review {case} --return{named}",
        "Letter {letter} ({state}) has no number to void. A draft is returned with: rangkap review {case} --return{named}",
    )


class VoidAlready(NothingToVoid):
    """The letter is void: that happens once."""

    code = "office.void_already"
    said = Text(
        "Surat {letter} sudah dibatalkan. Buat surat baru dengan: rangkap draft {case}{kind}",
        "Letter {letter} is void already. Make a new letter with: rangkap draft {case}{kind}",
    )


class ReturnedUnnumbered(NothingToVoid):
    """The letter went back to its officer and has no number: the next draft takes its place."""

    code = "office.returned_unnumbered"
    said = Text(
        "Surat {letter} sudah dikembalikan dan belum bernomor, jadi tidak ada yang dibatalkan. Konsep berikutnya "
        "menggantikannya: rangkap draft {case}{kind}",
        "Letter {letter} was returned and has no number, so there is nothing to void. The next draft takes its place: "
        "rangkap draft {case}{kind}",
    )


class NoNumberAwaited(RangkapError):
    """The case has no letter that could wait for a number of the secretariat."""

    code = "office.no_number_awaited"
    said = Text(
        "Kasus {case} belum mempunyai surat, jadi belum ada yang menunggu nomor. Buat konsepnya dengan: "
        "rangkap draft {case}",
        "Case {case} has no letter, so none waits for a number. Make the draft with: rangkap draft {case}",
    )


class NumberedAlready(NoNumberAwaited):
    """The letter has its number: from the office at approval, or typed in before."""

    code = "office.numbered_already"
    said = Text(
        "Surat {letter} sudah bernomor {number}, jadi tidak menunggu nomor. Lihat surat itu dengan: rangkap show {case}",
        "Letter {letter} has the number {number}, so it waits for none. See the letter with: rangkap show {case}",
    )


class NumberBeforeApproval(NoNumberAwaited):
    """The letter is a draft that waits for the chair."""

    code = "office.number_before_approval"
    said = Text(
        "Surat {letter} masih konsep yang menunggu ketua, jadi belum dapat diberi nomor. Ketua memutuskannya dengan: "
        "rangkap review {case}",
        "Letter {letter} is a draft that waits for the chair, so it cannot take a number yet. The chair decides with: "
        "rangkap review {case}",
    )


class NumberBeforeRevision(NoNumberAwaited):
    """The letter was returned by the chair, or counts for nothing any more."""

    code = "office.number_before_revision"
    said = Text(
        "Surat {letter} {state}, jadi tidak menunggu nomor. Ajukan konsep lagi dengan: rangkap draft {case}{kind}",
        "Letter {letter} does not count (it is: {state}), so it waits for no number. Draft again with: "
        "rangkap draft {case}{kind}",
    )


class WithdrawnUnnumbered(NumberBeforeRevision):
    """The letter was withdrawn before its number was typed in; one that the secretariat gave can still be entered."""

    code = "office.withdrawn_unnumbered"
    said = Text(
        "Surat {letter} ditarik sebelum nomornya dicatat, jadi kasusnya tidak menunggu nomor. Bila sekretariat sudah "
        "memberi surat itu nomor, catat: rangkap number {letter}. Surat penggantinya: rangkap draft {case}{kind}",
        "Letter {letter} was withdrawn before its number was entered, so its case waits for none. If the secretariat "
        "gave that letter a number, enter it: rangkap number {letter}. The letter in its place: rangkap draft {case}{kind}",
    )


class NumberBeforeCopies(NoNumberAwaited):
    """The letter is approved, but not both signed copies are back."""

    code = "office.number_before_copies"
    said = Text(
        "Surat {letter} belum menunggu nomor: salinan bertanda tangan ke-{missing} belum diterima kembali. Tulis nomor "
        "dan tanggal dari sekretariat pada kedua salinan, pindai ke inbox, lalu ulangi: rangkap number {letter}. Bila "
        "salinannya belum dicetak: rangkap print {case} --to DIR; bila pindaiannya menunggu dicocokkan: rangkap match",
        "Letter {letter} does not wait for its number yet: signed copy {missing} is not back. Write number and date of "
        "the secretariat on both copies, scan them into the inbox, then repeat: rangkap number {letter}. If the copies "
        "are not printed yet: rangkap print {case} --to DIR; if a scan waits to be matched: rangkap match",
    )


class BadNumber(WrongUse):
    """What was typed cannot be the number or the date of this letter."""

    code = "office.bad_number"
    said = Text(
        "Nomor surat {letter} belum dicatat. Bandingkan dengan kedua kertasnya, lalu ketik lagi: "
        "rangkap number {letter}",
        "The number of letter {letter} was not entered. Compare with both papers, then type it again: "
        "rangkap number {letter}",
    )


class DayToCome(BadNumber):
    """The day that was typed is not there yet."""

    code = "office.day_to_come"
    said = Text(
        "Nomor surat {letter} belum dicatat: tanggal {day} belum tiba. Ketik tanggal yang tertulis pada kedua kertasnya: "
        "rangkap number {letter}",
        "The number of letter {letter} was not entered: {day} is not there yet. Type the date that stands on both "
        "papers: rangkap number {letter}",
    )


class DayBeforeReceipt(BadNumber):
    """The day that was typed is before the complaint was received (letter rule 11)."""

    code = "office.day_before_receipt"
    said = Text(
        "Nomor surat {letter} belum dicatat: tanggal {day} mendahului penerimaan pengaduan ({received}; aturan 11). Bila "
        "salah ketik, ulangi: rangkap number {letter}. Bila kedua kertasnya memang bertanggal itu, minta sekretariat "
        "membetulkannya pada kedua salinan, lalu ketik tanggal yang sudah dibetulkan dengan perintah yang sama.",
        "The number of letter {letter} was not entered: {day} is before the complaint was received ({received}; rule 11). "
        "If it was mistyped, repeat: rangkap number {letter}. If both papers bear that date, have the secretariat correct "
        "it on both copies, then type the corrected date with the same command.",
    )


class NotInOffice(BadNumber):
    """Whoever signed was not in office on the day that was typed (letter rule 12)."""

    code = "office.not_in_office"
    said = Text(
        "Nomor surat {letter} belum dicatat: penandatangan surat itu tidak menjabat pada {day} "
        "(aturan 12). Bila salah ketik, ulangi: rangkap number {letter}. Bila tanggalnya benar, minta ketua atau admin memeriksa hari "
        "menjabatnya di Pengaturan, Penandatangan, dan catat mandatnya (rangkap mandate), lalu ulangi perintah itu.",
        "The number of letter {letter} was not entered: its signatory was not in office on {day} "
        "(rule 12). If it was mistyped, repeat: rangkap number {letter}. If the date is right, have chair or admin look at "
        "the days in office in Settings, Signatories, and record the mandate (rangkap mandate), then repeat it.",
    )


class NumberGiven(BadNumber):
    """Another letter bears the number that was typed."""

    code = "office.number_given"
    said = Text(
        "Nomor {number} sudah tercatat pada surat {other}, jadi tidak dicatat pada surat {letter}. Bandingkan kertas "
        "keduanya. Bila salah ketik, ulangi: rangkap number {letter}. Bila sekretariat memberi nomor yang sama dua kali, "
        "minta nomor lain, tulis pada kedua salinan, lalu ketik nomor itu dengan perintah yang sama.",
        "Number {number} is that of letter {other}, so it was not entered for letter {letter}. Compare the papers of "
        "both. If it was mistyped, repeat: rangkap number {letter}. If the secretariat gave one number twice, ask for "
        "another, write it on both copies, then type it with the same command.",
    )
