"""What can go wrong with letter numbers, as sentences."""

from pipeline.kernel.errors import Exit, RangkapError, Text


class SignedStays(RangkapError):
    """A signed letter is replaced by another, never voided."""

    code = "office.signed_stays"
    said = Text(
        "Surat {letter} sudah ditandatangani, jadi tidak dibatalkan: nomornya sudah terpakai. Bila isinya salah, buat "
        "surat baru yang menyatakan surat bernomor {number} diganti.",
        "Letter {letter} is signed, so it is not voided: its number is used. If it is wrong, make a new letter which "
        "says that the letter numbered {number} is replaced.",
    )


class NothingToVoid(RangkapError):
    """The letter has neither a number nor copies that could become void."""

    code = "office.nothing_to_void"
    said = Text(
        "Surat {letter} ({state}) tidak mempunyai nomor yang dapat dibatalkan. Konsep cukup dikembalikan dengan: "
        "rangkap review {case} --return",
        "Letter {letter} ({state}) has no number to void. A draft is returned with: rangkap review {case} --return",
    )


class NoNumberAwaited(RangkapError):
    """The letter does not wait for a number of the secretariat."""

    code = "office.no_number_awaited"
    said = Text(
        "Surat {letter} tidak menunggu nomor (keadaannya: {state}). Nomor dicatat setelah kedua salinan kembali.",
        "Letter {letter} does not wait for a number (it is: {state}). The number is entered when both copies are back.",
    )


class BadNumber(RangkapError):
    """What was typed cannot be the number or the date of this letter."""

    code = "office.bad_number"
    said = Text(
        "Nomor atau tanggal surat {letter} belum dapat dicatat: {reason}",
        "Number or date of letter {letter} cannot be entered yet: {reason}",
    )
    status = Exit.USAGE
