"""Refusals of the acts of overview."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Next, Row

OFFICE_OVERVIEW: dict[str, Row] = {
    "office.original_damaged": Row(
        "Dokumen {name} kasus {case} di arsip tidak ada atau berubah, jadi tidak dikeluarkan. Mintalah "
        "arsiparis, ketua, atau admin memeriksa arsip kasus itu.",
        "Document {name} of case {case} in the archive is missing or changed, so it does not go out. Ask "
        "archivist, chair or admin to check the archive of that case.",
        Exit.DAMAGED,
        next=(Next("verify", "{case}"),),
    ),
}
