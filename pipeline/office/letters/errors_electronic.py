"""What can go wrong with electronic signatures, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NotElectronic(RangkapError):
    """The document bears no electronic signature that was checked."""

    code = "office.not_electronic"
    said = Text(
        "{item} tidak mempunyai laporan tanda tangan elektronik. Lihat keadaannya dengan: rangkap todo",
        "{item} has no report of an electronic signature. See how it stands with: rangkap todo",
    )
    status = Exit.NOT_FOUND


class NotConfirmable(RangkapError):
    """A signed file cannot be confirmed as a copy."""

    code = "office.not_confirmable"
    said = Text(
        "{item} tidak dapat dipastikan sebagai salinan: {reason}.",
        "{item} cannot be confirmed as a copy: {reason}.",
    )
