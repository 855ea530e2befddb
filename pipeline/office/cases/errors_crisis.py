"""What can go wrong when a case goes over to the crisis procedure."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoCrisis(RangkapError):
    """The case does not wait for the crisis procedure."""

    code = "office.no_crisis"
    said = Text(
        "Kasus {case} tidak menunggu SOP krisis. Yang menunggu: {open}.",
        "Case {case} does not wait for the crisis procedure. Those that do: {open}.",
    )
    status = Exit.REFUSED


class CrisisTaken(RangkapError):
    """Somebody took it before."""

    code = "office.crisis_taken"
    said = Text(
        "Kasus {case} sudah diambil {account} pada {when}; hubungi dia, jangan menunggu.",
        "Case {case} was taken by {account} on {when}; reach them, do not wait.",
    )
    status = Exit.REFUSED


class NoCrisisHere(RangkapError):
    """A voided registration or an entry of an old register leaves for no crisis procedure."""

    code = "office.no_crisis_here"
    said = Text(
        "Kasus {case} berstatus “{state}”, jadi tidak dipindahkan ke SOP krisis. Daftarkan bahayanya sebagai pengaduan baru, dan "
        "beri tahu ketua sekarang.",
        "Case {case} is “{state}”, so it is not moved to the crisis procedure. Register the danger as a new complaint, and tell the "
        "chair now.",
    )
