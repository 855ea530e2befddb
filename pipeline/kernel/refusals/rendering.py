"""Refusals of rendering."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Row

RENDERING: dict[str, Row] = {
    "rendering.no_renderer": Row(
        "PDF tidak dapat dibuat karena LibreOffice tidak ditemukan. Pasang paket libreoffice-writer-nogui, "
        "lalu ulangi; konsep DOCX tetap dapat dibuka di Word.",
        "No PDF can be made because LibreOffice was not found. Install the package "
        "libreoffice-writer-nogui and repeat; the DOCX draft can still be opened in Word.",
        Exit.FAILED,
    ),
    "rendering.not_pictured": Row(
        "Halaman PDF tidak dapat ditampilkan sebagai gambar. Buat ulang PDF itu, lalu ulangi.",
        "The pages of the PDF could not be shown as pictures. Make the PDF anew, then repeat.",
        Exit.FAILED,
    ),
    "rendering.not_rendered": Row(
        "Dokumen ke-{number} tidak dapat dijadikan PDF. Buka dan simpan ulang dokumen itu di Word, lalu "
        "ulangi.",
        "Document {number} could not be made into a PDF. Open and save it anew in Word, then repeat.",
        Exit.FAILED,
    ),
}
