"""Errors of letting a document of the archive go out."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class OriginalDamaged(RangkapError):
    """A document in the archive is missing, or not what was filed; it does not go out."""

    code = "office.original_damaged"
    said = Text(
        "Dokumen {name} kasus {case} di arsip tidak ada atau berubah, jadi tidak dikeluarkan. Mintalah arsiparis, ketua, atau admin "
        "menjalankan: rangkap verify",
        "Document {name} of case {case} in the archive is missing or changed, so it does not go out. Ask archivist, chair or admin to "
        "run: rangkap verify",
    )
    status = Exit.DAMAGED
