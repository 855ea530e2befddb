"""What can go wrong with the copy for the victim."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NotChoosable(RangkapError):
    """A document that the victim is not given."""

    code = "office.not_choosable"
    said = Text(
        "{document} tidak dapat masuk salinan untuk korban: {reason_id}. Lihat yang boleh dipilih: rangkap copy {case}",
        "{document} cannot go into the copy for the victim: {reason_en}. See what may be chosen: rangkap copy {case}",
    )


class NoSuchDocument(RangkapError):
    """The case has no document of that name."""

    code = "office.no_such_document"
    said = Text(
        "Kasus {case} tidak memuat dokumen {document}. Lihat namanya: rangkap copy {case}",
        "Case {case} holds no document {document}. See the names: rangkap copy {case}",
    )
    status = Exit.NOT_FOUND


class NothingChosen(RangkapError):
    """No document was chosen."""

    code = "office.nothing_chosen"
    said = Text(
        "Belum ada dokumen yang dipilih; tidak ada yang dibuat. Sebutkan namanya, contoh: rangkap copy {case} --document "
        "formulir-pendaftaran",
        "No document was chosen; nothing was made. Name it, for example: rangkap copy {case} --document "
        "formulir-pendaftaran",
    )
    status = Exit.USAGE


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


class VictimsCopyChanged(RangkapError):
    """The file is not the one that the database knows by its digest, or what it was made from is not the same any more."""

    code = "office.victims_copy_changed"
    said = Text(
        "Salinan {copy} tidak dapat dipakai: {reason_id}. Buat yang baru: rangkap copy {case} --document NAMA",
        "Copy {copy} cannot be used: {reason_en}. Make a new one: rangkap copy {case} --document NAME",
    )
    status = Exit.DAMAGED


class BadMark(RangkapError):
    """A line that says what to black out or to leave is not understood."""

    code = "office.bad_mark"
    said = Text(
        "Baris ke-{line} tidak dimengerti; tidak ada yang berubah. Tulis “+ kata-kata”, “+ HALAMAN: KIRI ATAS KANAN BAWAH” "
        "(persen), atau “- HALAMAN.NOMOR”.",
        "Line {line} is not understood; nothing was changed. Write “+ words”, “+ PAGE: LEFT TOP RIGHT BOTTOM” (per cent), "
        "or “- PAGE.NUMBER”.",
    )
    status = Exit.USAGE


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
