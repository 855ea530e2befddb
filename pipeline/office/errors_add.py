"""What can go wrong when a further letter is added to a case (step 1)."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text


class CaseIsClosed(RangkapError):
    """The case was closed: it is opened again first, or the letter is a new complaint."""

    code = "office.case_is_closed"
    said = Text(
        "Kasus {case} sudah selesai, jadi surat {agenda} tidak ditambahkan. Bila suratnya menyangkut kasus itu, minta ketua "
        "membukanya kembali: rangkap reopen {case}; lalu ulangi. Bila pengaduan baru: rangkap register {agenda}",
        "Case {case} is closed, so letter {agenda} was not added. If it belongs to that case, ask the chair to open it "
        "again: rangkap reopen {case}; then repeat. If it is a new complaint: rangkap register {agenda}",
    )


class CaseTakesNone(RangkapError):
    """A voided registration, a merged case or one of the paper register takes no further letter."""

    code = "office.case_takes_none"
    said = Text(
        "Kasus {case} ({state}) tidak menerima surat lagi. {instead}",
        "Case {case} ({state}) takes no further letter. {instead_en}",
    )
