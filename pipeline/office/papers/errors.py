"""What can go wrong when the answer is delivered (step 13), and with the copy for the victim."""

from __future__ import annotations

from pipeline.cases.errors import NotPossible
from pipeline.kernel.errors import Damage, NotThere, RangkapError, Text, WrongUse
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


class NotProvenSo(WrongUse):
    """A delivery is proved by what belongs to its way."""

    code = "office.not_proven_so"
    said = Text(
        "Penyampaian dengan cara “{way}” dibuktikan dengan {proofs}. Pilih bukti yang sesuai, lalu ulangi.",
        "A delivery by “{way}” is proved by {proofs}. Choose the proof that fits, then repeat.",
    )


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


class NotChoosable(RangkapError):
    """A document that the victim is not given."""

    code = "office.not_choosable"
    said = Text(
        "{document} tidak dapat masuk salinan untuk korban: {reason_id}. Lihat yang boleh dipilih: rangkap copy {case}",
        "{document} cannot go into the copy for the victim: {reason_en}. See what may be chosen: rangkap copy {case}",
    )


class NoSuchDocument(NotThere):
    """The case has no document of that name."""

    code = "office.no_such_document"
    said = Text(
        "Kasus {case} tidak memuat dokumen {document}. Lihat namanya: rangkap copy {case}",
        "Case {case} holds no document {document}. See the names: rangkap copy {case}",
    )


class NothingChosen(WrongUse):
    """No document was chosen."""

    code = "office.nothing_chosen"
    said = Text(
        "Belum ada dokumen yang dipilih; tidak ada yang dibuat. Sebutkan namanya, contoh: rangkap copy {case} --document "
        "formulir-pendaftaran",
        "No document was chosen; nothing was made. Name it, for example: rangkap copy {case} --document "
        "formulir-pendaftaran",
    )


class CopyUnderWay(RangkapError):
    """Another copy of the case waits for the chair, or is approved and not handed over."""

    code = "office.copy_under_way"
    said = Text(
        "Salinan {copy} kasus {case} masih “{state}”, jadi yang baru tidak dibuat. Lanjutkan yang itu dahulu: rangkap copy "
        "{case}",
        "Copy {copy} of case {case} is still “{state}”, so no new one is made. Go on with that one first: rangkap copy "
        "{case}",
    )


class NoVictimsCopy(RangkapError):
    """The case has no copy in the state that the step needs."""

    code = "office.no_victims_copy"
    said = Text(
        "Kasus {case} tidak mempunyai salinan untuk korban dalam keadaan “{state}”. Lihat keadaannya: rangkap copy {case}",
        "Case {case} has no copy for the victim that is in the state “{state}”. See how it stands: rangkap copy {case}",
    )


class NotLookedAt(RangkapError):
    """Handwriting and pictures hold no words: a person has to look at the pages."""

    code = "office.copy_not_looked_at"
    said = Text(
        "Halaman salinan {copy} revisi {revision} belum dilihat. Tulisan tangan dan gambar tidak ditemukan komputer: "
        "keluarkan halamannya, lihat satu per satu, lalu ulangi. Ketik: rangkap copy {case} --show DIR",
        "The pages of copy {copy} revision {revision} were not looked at. Handwriting and pictures are not found by the "
        "computer: put the pages out, look at each, then repeat. Type: rangkap copy {case} --show DIR",
    )


class OwnVictimsCopy(RangkapError):
    """Who made the proposal does not approve it."""

    code = "office.own_victims_copy"
    said = Text(
        "Salinan {copy} Anda buat sendiri, jadi orang lain yang menyetujuinya (empat mata). Minta ketua atau wakilnya: "
        "rangkap copy {case} --approve",
        "You made copy {copy} yourself, so another person approves it (four eyes). Ask the chair or the deputy: rangkap "
        "copy {case} --approve",
    )


class VictimsCopyChanged(Damage):
    """The file is not the one that the database knows by its digest, or what it was made from is not the same any more."""

    code = "office.victims_copy_changed"
    said = Text(
        "Salinan {copy} tidak dapat dipakai: {reason_id}. Buat yang baru: rangkap copy {case} --document NAMA",
        "Copy {copy} cannot be used: {reason_en}. Make a new one: rangkap copy {case} --document NAME",
    )


class BadMark(WrongUse):
    """A line that says what to black out or to leave is not understood."""

    code = "office.bad_mark"
    said = Text(
        "Baris ke-{line} tidak dimengerti; tidak ada yang berubah. Tulis “+ kata-kata”, “+ HALAMAN: KIRI ATAS KANAN BAWAH” "
        "(persen), atau “- HALAMAN.NOMOR”.",
        "Line {line} is not understood; nothing was changed. Write “+ words”, “+ PAGE: LEFT TOP RIGHT BOTTOM” (per cent), "
        "or “- PAGE.NUMBER”.",
    )


class WordsNotFound(RangkapError):
    """Words that were typed stand on no page as the reading knows it."""

    code = "office.words_not_found"
    said = Text(
        "Kata-kata pada baris ke-{line} tidak ditemukan di halaman yang terbaca; tidak ada yang berubah. Tandai tempatnya "
        "saja: + HALAMAN: KIRI ATAS KANAN BAWAH (persen, lihat penggaris di tepi gambar)",
        "The words of line {line} were not found on the pages as they were read; nothing was changed. Mark the place "
        "instead: + PAGE: LEFT TOP RIGHT BOTTOM (per cent, see the ruler at the edge of the picture)",
    )


class NotHandedThere(RangkapError):
    """The copy is handed over at the office, unless the confirmed safe contact allows another way."""

    code = "office.copy_not_handed_there"
    said = Text(
        "Salinan untuk kasus {case} hanya diserahkan langsung di kantor: {reason_id}. Undang korban datang melalui kontak "
        "amannya, lalu catat: rangkap copy {case} --handed",
        "The copy for case {case} is handed over at the office only: {reason_en}. Invite the victim through her safe "
        "contact, then record it: rangkap copy {case} --handed",
    )


class ReceiptIsBack(RangkapError):
    """Somebody signed the receipt of the copy, so it was fetched."""

    code = "office.copy_receipt_is_back"
    said = Text(
        "Tanda terima salinan {copy} sudah dipindai, jadi salinan itu diambil dan tidak ditarik. Catat penyerahannya: rangkap "
        "copy {case} --handed",
        "The receipt of copy {copy} was scanned, so it was fetched and is not withdrawn. Record the handing over: rangkap copy "
        "{case} --handed",
    )


class NoPrintsLeft(RangkapError):
    """No prints of a withdrawn copy are waited for."""

    code = "office.no_prints_left"
    said = Text(
        "Kasus {case} tidak mempunyai cetakan salinan yang harus dimusnahkan. Lihat keadaannya: rangkap copy {case}",
        "Case {case} has no prints of a copy that are to be destroyed. See how it stands: rangkap copy {case}",
    )


class NotToThem(RangkapError):
    """The copy is the victim's: nobody of the other side gets it."""

    code = "office.copy_not_to_them"
    said = Text(
        "Penerima itu terlapor, jadi salinan tidak diserahkan; tidak ada yang dicatat. Serahkan hanya kepada korban, walinya, "
        "atau pendampingnya.",
        "That receiver is the reported person, so the copy is not handed over; nothing was recorded. Hand it only to the "
        "victim, her guardian or her companion.",
    )


class ReceiptNotDecided(RangkapError):
    """A receipt of a copy bears no decision that could be typed in."""

    code = "office.receipt_not_decided"
    said = Text(
        "{sheet} adalah tanda terima salinan, bukan lembar keputusan. Catat penyerahannya: rangkap copy {case} --handed",
        "{sheet} is the receipt of a copy, and no decision sheet. Record the handing over: rangkap copy {case} --handed",
    )
