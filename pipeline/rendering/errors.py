"""Why a letter could not be laid out or shown."""

from pipeline.kernel.errors import NotDone, Text


class NoRenderer(NotDone):
    """LibreOffice is not installed."""

    code = "rendering.no_renderer"
    said = Text(
        "PDF tidak dapat dibuat karena LibreOffice tidak ditemukan. Pasang paket libreoffice-writer-nogui, "
        "lalu ulangi; konsep DOCX tetap dapat dibuka di Word.",
        "No PDF can be made because LibreOffice was not found. Install the package "
        "libreoffice-writer-nogui and repeat; the DOCX draft can still be opened in Word.",
    )


class NotRendered(NotDone):
    """LibreOffice ran but gave no sound PDF for one of the documents."""

    code = "rendering.not_rendered"
    said = Text(
        "Dokumen ke-{number} tidak dapat dijadikan PDF. Buka dan simpan ulang dokumen itu di Word, lalu ulangi.",
        "Document {number} could not be made into a PDF. Open and save it anew in Word, then repeat.",
    )


class NotPictured(NotDone):
    """A PDF of ours could not be shown as pictures."""

    code = "rendering.not_pictured"
    said = Text(
        "Halaman PDF tidak dapat ditampilkan sebagai gambar. Buat ulang PDF itu, lalu ulangi.",
        "The pages of the PDF could not be shown as pictures. Make the PDF anew, then repeat.",
    )
