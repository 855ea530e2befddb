"""PDFs as forgers, careless programs and hostile people make them."""

import io

import pikepdf
import pypdf
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject


def changed_later(data: bytes) -> bytes:
    """Draw over the page by an incremental update, as a careful forger does."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    writer.pages[0].mediabox.upper_right = (200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def resaved(data: bytes) -> bytes:
    """Save a PDF anew, as many programs do when asked to print or to shrink it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out)
    return out.getvalue()


def annotated(data: bytes) -> bytes:
    """Return a PDF with a note written over its page."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    writer.add_annotation(0, FreeText(text="bukan", rect=(50, 50, 200, 120)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_form(data: bytes, **form: object) -> bytes:
    """Return a PDF with a form put in by an update before it is signed."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    text = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("isi")})
    fields = ArrayObject([writer._add_object(text)] if not form else [])
    made = {NameObject(f"/{name}"): TextStringObject(str(value)) for name, value in form.items()}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields} | made)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def hybrid(data: bytes) -> bytes:
    """Add an update with a classic table that points to a cross-reference stream besides."""
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    with pikepdf.open(io.BytesIO(data)) as document:
        root, size = document.Root.objgen[0], len(document.objects) + 2
    stream_at = len(data)
    row = b"\x00\x00\x00\x00"
    body = b"%d 0 obj\n<</Type/XRef/Size %d/W[1 2 1]/Index[0 1]/Root %d 0 R/Length 4>>\nstream\n%s\nendstream\nendobj\n" % (
        size, size + 1, root, row,
    )  # fmt: skip
    table = b"xref\n0 0\ntrailer\n<</Size %d/Root %d 0 R/Prev %d/XRefStm %d>>\n" % (
        size + 1, root, before, stream_at,
    )  # fmt: skip
    return data + body + table + b"startxref\n%d\n%%%%EOF\n" % (stream_at + len(body))


def loop() -> bytes:
    """Return a PDF whose form fields lead back to themselves and whose names are nested without end."""
    deep = b"[" * 60_000 + b"]" * 60_000
    body = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>/Deep "
        + deep
        + b">>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</FT/Sig/T(a)/Kids[3 0 R]/V<</ByteRange [0 1 2 3]/Contents<00>>>>>\nendobj\n"
    )
    offsets = [body.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + table + b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
