"""What can go wrong with the record of a call."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoCall(RangkapError):
    """Nobody telephoned about the case."""

    code = "office.no_call"
    said = Text(
        "Kasus {case} tidak memuat catatan telepon. Tambahkan dengan: rangkap register --channel phone --case {case}",
        "Case {case} holds no call. Add one by: rangkap register --channel phone --case {case}",
    )
    status = Exit.NOT_FOUND
