"""Files made to hurt or to fool a reader, each a few lines; all are built here."""

import io
import struct
import zipfile
import zlib
from functools import cache

import pikepdf
from docx import Document

from tests.intake.papers import encoded, pdf, scan, sheet


def letter() -> bytes:
    """Return a sound PDF of one scanned page."""
    return pdf([scan(sheet(dpi=150))])


def large_png(width: int, height: int) -> bytes:
    """Return a black-and-white PNG of any size in a few hundred kilobytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(1)
    row = bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF of ``objects`` (1 0, 2 0 …; 1 0 is the catalogue) with a right cross-reference table."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes) -> bytes:
    """Return a PDF stream object."""
    return b"<< %s /Length %d >>\nstream\n" % (entries, len(data)) + data + b"\nendstream"


@cache
def flate_bomb() -> bytes:
    """Return a PDF whose page content unpacks, twice, to one gibibyte."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"q " * (1 << 19)) for _ in range(1024)) + packer.flush()
    twice = zlib.compress(once, 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream(twice, b"/Filter [/FlateDecode /FlateDecode]"),
    )


def kids_loop() -> bytes:
    """Return a PDF whose page tree contains itself."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 999999 >>"
    )


def empty_tree() -> bytes:
    """Return a PDF without a page."""
    return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def many_pages(count: int) -> bytes:
    """Return a PDF of ``count`` empty pages."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(count):
            made.add_blank_page()
        made.save(out)
    return out.getvalue()


def huge_page() -> bytes:
    """Return a PDF with one page of 200 × 200 metres."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 566929 566929] >>",
    )


def locked(user: str, owner: str = "pemilik") -> bytes:
    """Return an encrypted PDF; with an empty ``user`` password everybody can open it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as made:
        made.save(out, encryption=pikepdf.Encryption(user=user, owner=owner))
    return out.getvalue()


def active() -> bytes:
    """Return a PDF with a script and an attachment."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as made:
        made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        made.attachments["lampiran.txt"] = b"isi"
        made.save(out)
    return out.getvalue()


def docx(identifier: str = "", /, **parts: bytes) -> bytes:
    """Return a Word document; ``parts`` are further members by name (dots and slashes as ``_``)."""
    out = io.BytesIO()
    document = Document()
    document.core_properties.identifier = identifier
    document.add_paragraph("Yth. Ketua P2TP2A, mohon pendampingan bagi warga kami.")
    document.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    """Return a ZIP of ``parts``, named as in :func:`docx`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def tiff(frames: int) -> bytes:
    """Return a TIFF of ``frames`` small frames."""
    small = sheet("x", dpi=10)
    return encoded(small, "TIFF", save_all=True, append_images=[small] * (frames - 1))
