"""What can go wrong when a form, an envelope or the month's register page is to be printed."""

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.base.errors import NoRoute


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


class NoSuchForm(RangkapError):
    """There is no form of this kind."""

    code = "office.no_such_form"
    said = Text(
        "Tidak ada formulir “{kind}”. Yang ada: {known}.",
        "There is no form “{kind}”. There are: {known}.",
    )
    status = Exit.USAGE


class CaseOrBlank(RangkapError):
    """A form needs a case number, or ``--blank`` where an empty one makes sense."""

    code = "office.case_or_blank"
    said = Text(
        "Formulir {kind} memerlukan nomor kasus, contoh: rangkap form {kind} 2026-0001 --to DIR. Yang dapat dicetak kosong "
        "(--blank): {blank}.",
        "The form {kind} needs a case number: rangkap form {kind} 2026-0001 --to DIR. Those that can be printed empty "
        "(--blank): {blank}.",
    )
    status = Exit.USAGE


class SheetHasCode(RangkapError):
    """A decision sheet of a case is printed with its code, so that it files itself."""

    code = "office.sheet_has_code"
    said = Text(
        "Lembar {kind} sebuah kasus dicetak berkode dengan: rangkap sheet {kind} {case} --to DIR. Tanpa kode hanya "
        "lembar kosong (--blank).",
        "The sheet {kind} of a case is printed with its code by: rangkap sheet {kind} {case} --to DIR. Without a code "
        "there is only the empty sheet (--blank).",
    )
    status = Exit.USAGE


class NothingOpen(RangkapError):
    """There is nothing to ask in this case."""

    code = "office.nothing_open"
    said = Text(
        "Tidak ada yang perlu ditanyakan kepada penerima ini dalam kasus {case}; permintaan klarifikasi tidak dibuat. "
        "Untuk bertanya hal lain, isi “Pertanyaan lain” (questions) dengan: rangkap draft {case} --kind klarifikasi",
        "There is nothing to ask of this addressee in case {case}; no clarification request is made. To ask something "
        "else, answer “Pertanyaan lain” (questions) with: rangkap draft {case} --kind klarifikasi",
    )


class BadMonth(RangkapError):
    """What was given is no month, or one that has not begun."""

    code = "office.bad_month"
    said = Text(
        "“{given}” bukan bulan yang dapat disahkan. Tulis tahun dan bulan yang sudah berjalan, contoh: 2026-11.",
        "“{given}” is no month that can be signed. Write a year and month that has begun, such as 2026-11.",
    )
    status = Exit.USAGE


class ChainBroken(RangkapError):
    """The chain of the register does not hold, so no page of it is put out to be signed."""

    code = "office.chain_broken"
    said = Text(
        "Rantai register putus pada catatan ke-{n}; lembar pengesahan tidak dibuat. Jalankan: rangkap verify",
        "The chain of the register is broken at entry {n}; no page is made. Run: rangkap verify",
    )
    status = Exit.DAMAGED
