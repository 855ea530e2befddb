"""What can go wrong when a further letter is added to a case (step 1)."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class CaseIsClosed(RangkapError):
    """The case was closed: it is opened again first, or the letter is a new complaint."""

    code = "office.case_is_closed"
    said = Text(
        "Kasus {case} sudah selesai, jadi surat {agenda} tidak ditambahkan. Bila suratnya menyangkut kasus itu, minta ketua "
        "membukanya kembali: rangkap reopen {case}; lalu ulangi. Bila pengaduan baru: rangkap register {agenda}",
        "Case {case} is closed, so letter {agenda} was not added. If it belongs to that case, ask the chair to open it "
        "again: rangkap reopen {case}; then repeat. If it is a new complaint: rangkap register {agenda}",
    )


class DeliverFirst(RangkapError):
    """An earlier answer is signed and not delivered: it comes before the answer to a further letter."""

    code = "office.deliver_first"
    said = Text(
        "Surat jawaban {letter} kasus {case} belum disampaikan. Sampaikan dahulu, atau catat bahwa tidak dapat "
        "disampaikan: rangkap deliver {case}. Sesudah itu surat lanjutannya dijawab: rangkap draft {case}",
        "Answer {letter} of case {case} is not delivered. Deliver it first, or record that it cannot be delivered: "
        "rangkap deliver {case}. Then the further letter is answered: rangkap draft {case}",
    )


class NotTheirLetter(RangkapError):
    """The letter that would be answered is from another sender than the case: the answer would tell of it."""

    code = "office.not_their_letter"
    said = Text(
        "Surat {agenda} bukan dari pengirim surat pertama kasus {case}; jawaban kasus ini dikirim kepada pengirim pertama "
        "dan tidak boleh menyebut surat orang lain. Agar surat {agenda} dijawab kepada pengirimnya sendiri: {remedy}. "
        "Untuk menjawab surat pertama: isi “Menjawab surat agenda” (replies_to) dengan {first}.",
        "Letter {agenda} is not from who sent the first letter of case {case}; the answer of this case goes to the first "
        "sender and must not tell of another's letter. To answer letter {agenda} to its own sender: {remedy}. "
        "To answer the first letter, give its agenda number, {first}, as replies_to.",
    )


class CallNotTaken(RangkapError):
    """A case that is over takes no further call."""

    code = "office.call_not_taken"
    said = Text(
        "Kasus {case}{into} ({state}) tidak menerima catatan telepon lagi. Buka kembali kasusnya (rangkap reopen {case}, ketua), "
        "atau daftarkan telepon itu sebagai kasus baru: rangkap register --channel phone",
        "Case {case}{into} ({state}) takes no further call. Open it again (rangkap reopen {case}, chair), or register the call "
        "as a new case: rangkap register --channel phone",
    )
    status = Exit.REFUSED


class CaseTakesNone(RangkapError):
    """A voided registration, a merged case or one of the paper register takes no further letter."""

    code = "office.case_takes_none"
    said = Text(
        "Kasus {case} ({state}) tidak menerima surat lagi. {instead}",
        "Case {case} ({state}) takes no further letter. {instead_en}",
    )
