"""What can go wrong when the answer is delivered (step 13), as sentences."""

from __future__ import annotations

from pipeline.cases.errors import NotPossible
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.base.errors import ContactChanged


class UnsafeWay(RangkapError):
    """The answer may not travel by this way: the safe contact does not allow it."""

    code = "office.unsafe_way"
    said = Text(
        "Cara “{way}” tidak aman untuk surat kasus {case}. Yang aman menurut kontak amannya: {safe}. Pilih salah satu; "
        "yang sudah terjadi dengan cara itu dicatat dengan keterangan.",
        "The way “{way}” is not safe for the letter of case {case}. Safe by its contact: {safe}. Choose one of these; "
        "what has happened by that way is recorded with a note.",
    )


class NotForThem(RangkapError):
    """Somebody received the answer who may not."""

    code = "office.not_for_them"
    said = Text(
        "Penerima itu tidak boleh menerima surat kasus {case}: hanya {allowed}, dan tidak pernah terlapor. Bila sudah "
        "terlanjur, catat sebagai tidak sampai dengan sebab “diterima terlapor” atau “diterima orang lain” dan catatannya.",
        "That person may not receive the letter of case {case}: only {allowed}, and never the reported person. If it has "
        "happened, record it as not delivered because they took it, with a note.",
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


class SignedForAnother(ContactChanged):
    """The safe contact is another one than that for which the letter was signed."""

    code = "office.signed_for_another"
    said = Text(
        "Surat {letter} ditandatangani untuk kontak aman yang lain daripada yang sekarang. Jangan serahkan dan jangan kirim. "
        "Petugas identifikasi mencatat kontak yang berlaku; surat itu lalu ditarik: rangkap clarify {case}",
        "Letter {letter} was signed for another safe contact than that of now. Do not hand it over and do not send it. The "
        "officer records the contact that counts, which withdraws the letter: rangkap clarify {case}",
    )


class TakenBack(NotPossible):
    """The safe contact changed while the letter was on its way, or before it left; the clerk is told what to do."""

    code = "office.taken_back"
    said = Text(
        "Surat {letter} ditarik: kontak aman kasus {case} berubah pada {day}. Jangan serahkan dan jangan kirim surat itu. Sudah "
        "keluar? Tarik kembali dari pos, pengantar, atau orang kepercayaan, dan beri tahu ketua sekarang juga. Sampai sebelum "
        "kontak berubah, sudah kembali, atau tidak kembali? Catat: rangkap deliver {case} --late",
        "Letter {letter} is withdrawn: the safe contact of case {case} changed on {day}. Do not hand it over and do not send "
        "it. Has it left? Take it back from the post, the bearer or the trusted person, and tell the chair at once. Did it "
        "arrive before the change, come back, or not come back? Record it: rangkap deliver {case} --late",
    )


class AfterTheChange(RangkapError):
    """A letter reached the old contact after the safe contact had changed: that is no delivery."""

    code = "office.after_the_change"
    said = Text(
        "Surat {letter} sampai pada {when}, tetapi kontak aman kasus {case} sudah berubah pada {changed}: itu bukan penyampaian. "
        "Beri tahu ketua sekarang juga dan hubungi korban lewat kontak aman yang baru. Lalu catat bahwa surat itu tidak "
        "kembali: rangkap deliver {case} --late",
        "Letter {letter} arrived on {when}, but the safe contact of case {case} had changed on {changed}: that is no delivery. "
        "Tell the chair at once and contact the victim by the new safe contact. Then record that the letter did not come "
        "back: rangkap deliver {case} --late",
    )


class NothingOvertaken(RangkapError):
    """No letter of the case was withdrawn because of its contact without it being known where it is."""

    code = "office.nothing_overtaken"
    said = Text(
        "Tidak ada surat kasus {case} yang ditarik karena kontak aman berubah dan belum dicatat keberadaannya. Penyampaian "
        "biasa dicatat tanpa --late: rangkap deliver {case}",
        "No letter of case {case} was withdrawn because of a changed contact and is still unaccounted for. An ordinary delivery "
        "is recorded without --late: rangkap deliver {case}",
    )
