"""What can go wrong when an absence and its deputy are recorded, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class MandateRefused(RangkapError):
    """An absence cannot be recorded as it was given."""

    code = "office.mandate_refused"
    said = Text(
        "Mandat tidak dicatat: {reason_id} Betulkan, lalu ulangi.",
        "The mandate was not recorded: {reason_en} Correct it and repeat.",
    )
    status = Exit.REFUSED


class NoMandate(RangkapError):
    """There is no absence of this id that could still be ended."""

    code = "office.no_mandate"
    said = Text(
        "Tidak ada mandat {given} yang masih berlaku. Lihat yang tercatat dengan: rangkap mandate",
        "There is no mandate {given} that still counts. See those recorded with: rangkap mandate",
    )
    status = Exit.NOT_FOUND
