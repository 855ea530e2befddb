"""What runs within the walls for rendering: LibreOffice on DOCX, pdfium on PDF.

``python -m pipeline.rendering.inside pdf|png:DPI`` takes a parcel on standard input and writes one.
An empty part says that this document could not be rendered.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdfium2

from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.rendering.parcel import pack, unpack

_OPTIONS = (
    "pdf:writer_pdf_Export:"
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ReduceImageResolution":{"type":"boolean","value":"false"},'
    '"UseLosslessCompression":{"type":"boolean","value":"true"}}'
)
_LARGEST_SIDE = 6000


def to_pdf(documents: list[bytes], room: Path) -> list[bytes]:
    """Convert all ``documents`` in one run of LibreOffice below the empty folder ``room``."""
    names = [f"{number:04d}" for number in range(len(documents))]
    for name, document in zip(names, documents, strict=True):
        (room / f"{name}.docx").write_bytes(document)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--norestore"),
            *("--nolockcheck", "--nodefault", "--convert-to", _OPTIONS, "--outdir", str(room)),
            *(str(room / f"{name}.docx") for name in names),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return [_sound(room / f"{name}.pdf") for name in names]


def _sound(path: Path) -> bytes:
    """Return the PDF at ``path`` if it opens and has a page, else nothing."""
    data = path.read_bytes() if path.is_file() else b""
    if not data.startswith(b"%PDF-"):
        return b""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return b""
    return data if len(document) else b""


def to_pngs(data: bytes, dpi: int) -> list[bytes]:
    """Return each page of a PDF as PNG at ``dpi``."""
    document = pypdfium2.PdfDocument(data)
    pictures = []
    for page in document:
        scale = min(dpi / 72, _LARGEST_SIDE / max(page.get_size()))
        out = io.BytesIO()
        page.render(scale=scale, rev_byteorder=True).to_pil().save(out, "PNG", compress_level=4)
        pictures.append(out.getvalue())
    return pictures


def main(order: str) -> int:
    """Do what ``order`` says; return the exit status."""
    parts = unpack(sys.stdin.buffer.read())
    try:
        if order == "pdf":
            results = to_pdf(parts, Path("/tmp"))  # noqa: S108 - the sandbox's own
        else:
            results = to_pngs(parts[0], int(order.removeprefix("png:")))
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(pack(results))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
