"""What can go wrong when the answer is delivered (step 13), as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class UnsafeWay(RangkapError):
    """The answer may not travel by this way: the safe contact does not allow it."""

    code = "office.unsafe_way"
    said = Text(
        "Cara “{way}” tidak aman untuk surat kasus {case}. Yang aman menurut kontak amannya: {safe}. Pilih salah satu; "
        "salinan ke-1 tetap di kantor sampai disampaikan.",
        "The way “{way}” is not safe for the letter of case {case}. Safe by its contact: {safe}. Choose one of these; "
        "copy 1 stays at the office until it is delivered.",
    )


class NotForThem(RangkapError):
    """Somebody received the answer who may not."""

    code = "office.not_for_them"
    said = Text(
        "Penerima itu tidak boleh menerima surat kasus {case}: hanya {allowed}, dan tidak pernah terlapor. Bila surat "
        "sudah terlanjur diterima orang lain, beri tahu ketua sekarang juga dan hubungi korban lewat jalur aman.",
        "That person may not receive the letter of case {case}: only {allowed}, and never the reported person. If it has "
        "reached somebody else, tell the chair at once and contact the victim by the safe route.",
    )


class NotProvenSo(RangkapError):
    """A delivery is proved by what belongs to its way."""

    code = "office.not_proven_so"
    said = Text(
        "Penyampaian dengan cara “{way}” dibuktikan dengan {proofs}. Pilih bukti yang sesuai, lalu ulangi.",
        "A delivery by “{way}” is proved by {proofs}. Choose the proof that fits, then repeat.",
    )
    status = Exit.USAGE


class NotGivenUpSo(RangkapError):
    """The reason for which a letter cannot be delivered does not fit the case."""

    code = "office.not_given_up_so"
    said = Text(
        "Surat kasus {case} belum boleh dinyatakan “tidak dapat disampaikan: {reason}”: {why_id}. Catat percobaan dengan "
        "rangkap deliver {case}, atau pilih alasan lain.",
        "The letter of case {case} cannot be declared “tidak dapat disampaikan: {reason}” yet: {why_en}. Record an attempt "
        "with rangkap deliver {case}, or choose another reason.",
    )


class NothingToDeliver(RangkapError):
    """No answer of the case is signed in both copies and filed."""

    code = "office.nothing_to_deliver"
    said = Text(
        "Kasus {case} belum mempunyai surat jawaban yang kedua salinannya bertanda tangan dan diarsipkan (langkah 12). "
        "Lihat apa yang kurang: rangkap show {case}",
        "Case {case} has no answer letter yet of which both copies are signed and filed (step 12). See what is missing: "
        "rangkap show {case}",
    )


class ReceiptOfLetter(RangkapError):
    """A receipt of a letter bears no decision that could be typed in."""

    code = "office.receipt_of_letter"
    said = Text(
        "{sheet} adalah tanda terima surat, bukan lembar keputusan. Catat penyampaiannya: rangkap deliver {case}",
        "{sheet} is the receipt of a letter, and no decision sheet. Record its delivery: rangkap deliver {case}",
    )
