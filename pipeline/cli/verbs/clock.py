"""``rangkap confirm-clock``: numbers again after the clock ran ahead."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Text
from pipeline.office.base import desk as office

_WHY = Text("Alasan: jam sekarang benar walaupun lebih awal daripada catatan terakhir",
            "Reason: the clock is right now although it is before the last entry")  # fmt: skip
_DONE = Text(
    "Jam dipastikan benar; nomor dapat diberikan lagi.", "The clock is confirmed; numbers are given again."
)


def confirm_clock(call: Call) -> int:
    """Confirm the clock, with a reason that is written down."""
    desk = desk_of(call)
    office.confirm_clock(desk, ask_reason(_WHY.fill(call.lang), call.lang))
    call.say(_DONE)
    return call.give({"confirmed": True})
