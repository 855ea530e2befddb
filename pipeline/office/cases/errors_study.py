"""What can go wrong when a letter is studied and typed out (step 8)."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NothingTyped(RangkapError):
    """A transcript says nothing, or more than a letter holds."""

    code = "office.nothing_typed"
    said = Text(
        "Salinan ketikan kosong atau lebih dari {most} huruf. Yang tidak terbaca ditulis [tidak terbaca].",
        "The transcript is empty or longer than {most} characters. What cannot be read is written [tidak terbaca].",
    )
    status = Exit.USAGE


class NotIncoming(RangkapError):
    """Only an incoming document is typed out."""

    code = "office.not_incoming"
    said = Text(
        "“{document}” bukan dokumen masuk kasus {case}. Yang dapat diketik: {known}.",
        "“{document}” is no incoming document of case {case}. Those that can be typed out: {known}.",
    )
    status = Exit.USAGE
