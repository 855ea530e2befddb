"""What can go wrong with letters in progress, templates, printed forms, copies that come back and electronic signatures."""

from __future__ import annotations

from pipeline.kernel.errors import Damage, Exit, NotThere, RangkapError, Text, WrongUse
from pipeline.kernel.people import Role
from pipeline.office.base.errors import NoRoute


class SeveralLetters(WrongUse):
    """Two letters of the case wait for the same step; one must be named."""

    code = "office.several_letters"
    said = Text(
        "Kasus {case} mempunyai lebih dari satu surat yang menunggu langkah ini: {letters_id}. Sebutkan yang dimaksud, "
        "contoh: --letter {first}",
        "Case {case} has more than one letter that waits for this step: {letters_en}. Name the one you mean, for "
        "example: --letter {first}",
    )


class RequestWaits(RangkapError):
    """The last request was approved and not signed yet; the same would be asked twice."""

    code = "office.request_waits"
    said = Text(
        "Permintaan klarifikasi {letter} sudah disetujui dan menunggu tanda tangan. Cetak dengan: rangkap print {case} "
        "--letter {letter} --to FOLDER; bila harus diubah, ketua mengembalikannya: rangkap review {case} --letter "
        "{letter} --return",
        "Clarification request {letter} is approved and waits for its signature. Print it with: rangkap print {case} "
        "--letter {letter} --to FOLDER; if it must be changed, the chair returns it: rangkap review {case} --letter "
        "{letter} --return",
    )


class CallNotWritten(NoRoute):
    """A caller without a safe postal route gets no letter, so no question by letter either."""

    code = "office.call_not_written"
    said = Text(
        "Pengaduan kasus {case} masuk lewat telepon dan tidak ada alamat surat yang aman, jadi tidak ada surat yang "
        "dikirim. Tanyakan melalui kontak aman, lalu catat jawabannya: rangkap clarify {case}",
        "The complaint of case {case} came by telephone and there is no safe postal address, so no letter is sent. Ask "
        "by the safe contact, then record the answer: rangkap clarify {case}",
    )


class TemplateFaulty(RangkapError):
    """A template (or a clause) has flaws, so no letter is made from it."""

    code = "office.template_faulty"
    said = Text(
        "Templat {template} belum dapat dipakai:\n{flaws}\nPerbaiki di Word, lalu lihat semuanya dengan: "
        "rangkap templates check {template}",
        "Template {template} cannot be used yet:\n{flaws_en}\nCorrect it in Word, then see everything by: "
        "rangkap templates check {template}",
    )


class UnknownTemplate(NotThere):
    """No template of this name is in ``letter_templates/``, and none is known by it."""

    code = "office.unknown_template"
    said = Text(
        "Templat {template} tidak ada di letter_templates/.{hint} Yang ada: {known}.",
        "There is no template {template} in letter_templates/.{hint_en} Present: {known}.",
    )


class NoFormer(NotThere):
    """A former version of a template that is not kept."""

    code = "office.no_former_template"
    said = Text(
        "Versi lama templat {template} itu tidak tersimpan. Buka lagi halamannya dan pilih dari daftar.",
        "That former version of template {template} is not kept. Open its page again and choose from the list.",
    )


class NotWritable(RangkapError):
    """The folder for the samples cannot be written."""

    code = "office.samples_not_written"
    said = Text(
        "Contoh tidak dapat ditulis ke {folder} ({reason}). Pilih folder lain dengan --to.",
        "The samples cannot be written to {folder} ({reason}). Choose another folder with --to.",
    )
    status = Exit.FAILED


class TemplateUnfit(WrongUse):
    """The template that was chosen is none for this kind of answer."""

    code = "office.template_unfit"
    said = Text(
        "Templat {template} tidak cocok untuk surat ini. Pilih salah satu: {known}.",
        "Template {template} does not fit this letter. Choose one of: {known}.",
    )


class NotPosted(NoRoute):
    """The letter may not travel by post: it waits at the office, or the contact is not confirmed."""

    code = "office.not_posted"
    said = Text(
        "Surat kasus {case} tidak boleh dikirim: {reason_id}. Amplop dan label tidak dibuat; surat menunggu di kantor, "
        "atau catat kontak aman dengan: rangkap clarify {case}",
        "The letter of case {case} may not be sent: {reason_en}. No envelope or label is made; the letter waits at the "
        "office, or record a safe contact with: rangkap clarify {case}",
    )


class NotApproved(RangkapError):
    """An envelope is for a letter that was approved and has its number."""

    code = "office.not_approved"
    said = Text(
        "Amplop dan label kasus {case} belum dibuat: belum ada surat yang disetujui dan bernomor. Cetak setelah ketua menyetujui suratnya.",
        "No envelope or label of case {case} is made: there is no letter that is approved and numbered. Print them once the chair "
        "has approved its letter.",
    )


class NoSuchForm(WrongUse):
    """There is no form of this kind."""

    code = "office.no_such_form"
    said = Text(
        "Tidak ada formulir “{kind}”. Yang ada: {known}.",
        "There is no form “{kind}”. There are: {known}.",
    )


class CaseOrBlank(WrongUse):
    """A form needs a case number, or ``--blank`` where an empty one makes sense."""

    code = "office.case_or_blank"
    said = Text(
        "Formulir {kind} memerlukan nomor kasus, contoh: rangkap form {kind} 2026-0001 --to DIR. Yang dapat dicetak kosong "
        "(--blank): {blank}.",
        "The form {kind} needs a case number: rangkap form {kind} 2026-0001 --to DIR. Those that can be printed empty "
        "(--blank): {blank}.",
    )


class SheetHasCode(WrongUse):
    """A decision sheet of a case is printed with its code, so that it files itself."""

    code = "office.sheet_has_code"
    said = Text(
        "Lembar {kind} sebuah kasus dicetak berkode dengan: rangkap sheet {kind} {case} --to DIR. Tanpa kode hanya "
        "lembar kosong (--blank).",
        "The sheet {kind} of a case is printed with its code by: rangkap sheet {kind} {case} --to DIR. Without a code "
        "there is only the empty sheet (--blank).",
    )


class NothingOpen(RangkapError):
    """There is nothing to ask in this case."""

    code = "office.nothing_open"
    said = Text(
        "Tidak ada yang perlu ditanyakan kepada penerima ini dalam kasus {case}; permintaan klarifikasi tidak dibuat. "
        "Untuk bertanya hal lain, isi “Pertanyaan lain” (questions) dengan: rangkap draft {case} --kind klarifikasi",
        "There is nothing to ask of this addressee in case {case}; no clarification request is made. To ask something "
        "else, answer “Pertanyaan lain” (questions) with: rangkap draft {case} --kind klarifikasi",
    )


class BadMonth(WrongUse):
    """What was given is no month, or one that has not begun."""

    code = "office.bad_month"
    said = Text(
        "“{given}” bukan bulan yang dapat disahkan. Tulis tahun dan bulan yang sudah berjalan, contoh: 2026-11.",
        "“{given}” is no month that can be signed. Write a year and month that has begun, such as 2026-11.",
    )


class ChainBroken(Damage):
    """The chain of the register does not hold, so no page of it is put out to be signed."""

    code = "office.chain_broken"
    said = Text(
        "Rantai register putus pada catatan ke-{n}; lembar pengesahan tidak dibuat. Jalankan: rangkap verify",
        "The chain of the register is broken at entry {n}; no page is made. Run: rangkap verify",
    )


ASIDERS = frozenset({Role.CLERK, Role.OFFICER})


class CopyInDoubt(RangkapError):
    """The scan does not show that this copy was signed; a person who has looked at the paper may confirm it."""

    code = "office.copy_in_doubt"
    said = Text(
        "Pindaian {item} belum diterima sebagai salinan bertanda tangan: {reason}. Bila Anda sudah melihat lembarnya "
        "dan memang bertanda tangan, ulangi dengan --signed; alasannya ditanya dan dicatat.",
        "Scan {item} was not taken as a signed copy: {reason}. If you have looked at the sheet and it is signed, "
        "repeat with --signed; the reason is asked and kept.",
    )


class CopyIsOut(RangkapError):
    """Copy 1 has left unscanned, so the letter is not taken back: its number stands on a paper outside."""

    code = "office.copy_is_out"
    said = Text(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan, jadi surat itu tidak dikembalikan atau dibatalkan: "
        "nomor {number} sudah terpakai. Tegaskan pernyataannya (rangkap attest {case} --confirm) dan pindai salinan "
        "ke-2. Bila isinya salah, sampaikan kepada ketua; surat pengganti belum dibuat oleh Rangkap. Bila salinan ke-1 "
        "ternyata masih di kantor, ketua menolak pernyataan itu: rangkap attest {case} --refuse",
        "Copy 1 of letter {letter} is out, as was stated, so the letter is neither returned nor voided: number {number} "
        "is used. Confirm the statement (rangkap attest {case} --confirm) and scan copy 2. If the letter is wrong, tell "
        "the chair; Rangkap does not make a replacing letter yet. If copy 1 turns out to be in the office, "
        "the chair refuses the statement: rangkap attest {case} --refuse",
    )


class UnnumberedIsOut(CopyIsOut):
    """So too where the number, which the secretariat gives, is not typed in yet."""

    code = "office.unnumbered_is_out"
    said = Text(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan, jadi surat itu tidak dikembalikan atau dibatalkan. "
        "Tegaskan pernyataannya (rangkap attest {case} --confirm), pindai salinan ke-2, lalu catat nomornya: "
        "rangkap number {letter}. Bila isinya salah, sampaikan kepada ketua; surat pengganti belum dibuat oleh Rangkap. "
        "Bila salinan ke-1 ternyata masih di kantor, ketua menolak pernyataan itu: rangkap attest {case} --refuse",
        "Copy 1 of letter {letter} is out, as was stated, so the letter is neither returned nor voided. Confirm the "
        "statement (rangkap attest {case} --confirm), scan copy 2, then enter the number: rangkap number {letter}. If "
        "the letter is wrong, tell the chair; Rangkap does not make a replacing letter yet. If copy 1 turns out to be in the "
        "office, the chair refuses the statement: rangkap attest {case} --refuse",
    )


class CopyIncomplete(RangkapError):
    """A page of the copy is not in the scan; nobody can confirm it away."""

    code = "office.copy_incomplete"
    said = Text(
        "Pindaian {item} tidak lengkap: {reason}. Pindai lagi seluruh salinan itu.",
        "Scan {item} is not whole: {reason}. Scan the whole copy again.",
    )


class MatchWhat(WrongUse):
    """The verb needs a code, or says what is to be done with the scan."""

    code = "office.match_what"
    said = Text(
        'Ketik juga kode di kaki halaman, contoh: rangkap match {item} "2026-0001-1 K7QX-4M2T-VA". Bila pindaian itu '
        "tidak dipakai: rangkap match {item} --aside",
        'Type the code at the foot of the page too, for example: rangkap match {item} "2026-0001-1 K7QX-4M2T-VA". If '
        "the scan is of no use: rangkap match {item} --aside",
    )


class NotElectronic(NotThere):
    """The document bears no electronic signature that was checked."""

    code = "office.not_electronic"
    said = Text(
        "{item} tidak mempunyai laporan tanda tangan elektronik. Lihat keadaannya dengan: rangkap todo",
        "{item} has no report of an electronic signature. See how it stands with: rangkap todo",
    )


class NotConfirmable(RangkapError):
    """A signed file cannot be confirmed as a copy."""

    code = "office.not_confirmable"
    said = Text(
        "{item} tidak dapat dipastikan sebagai salinan: {reason}.",
        "{item} cannot be confirmed as a copy: {reason}.",
    )


class PrintsOtherwise(RangkapError):
    """The pages of an edited draft bear other words than the text that was checked; which is not told: names."""

    code = "office.prints_otherwise"
    said = Text(
        "Halaman surat {letter} akan mencetak tulisan yang lain dari yang dibaca dan diperiksa ({more} kata lebih, {less} "
        "kata kurang), jadi tidak disetujui. Ada sesuatu dalam suntingannya yang tidak terbaca. Kembalikan: rangkap review "
        "{case} --return, lalu ajukan konsep baru.",
        "The pages of letter {letter} would print other words than were read and checked ({more} more, {less} fewer), so it "
        "is not approved. Something in the edit cannot be read. Return it: rangkap review {case} --return, then draft anew.",
    )
