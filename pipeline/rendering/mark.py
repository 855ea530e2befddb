"""A line of ours on every page of a PDF that LibreOffice made, beside whatever the document itself says.

The layout is not touched: the line stands in the upper margin, where no letter prints.
"""

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_SIZE = 8
_FROM_LEFT, _FROM_TOP = 85, 22
"""Points from the edges: 3 cm from the left, where the text begins, and high enough to clear a header 1 cm below the edge."""
_FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


def marked(pdf: bytes, line: str) -> bytes:
    """Return ``pdf`` with ``line`` (of letters of Latin-1) and the place of each page in the upper margin.

    What is marked is no paper for the archive any more, since its new font is not embedded, and does not say so:
    its metadata are left out.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.root_object.pop(NameObject("/Metadata"), None)
    for number, page in enumerate(writer.pages, 1):
        page.merge_page(_over(page, f"{line} · halaman {number} dari {len(writer.pages)}"))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _over(page: PageObject, said: str) -> PageObject:
    """Return a page as large as ``page`` that bears nothing but what is ``said``."""
    box = page.mediabox
    over = PageObject.create_blank_page(width=float(box.right), height=float(box.top))
    font = DictionaryObject({NameObject(name): NameObject(value) for name, value in _FONT.items()})
    over[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/Mark"): font})}
    )
    words = said.encode("latin-1", "replace").hex()
    stream = DecodedStreamObject()
    stream.set_data(
        f"BT /Mark {_SIZE} Tf {float(box.left) + _FROM_LEFT} {float(box.top) - _FROM_TOP} Td <{words}> Tj ET".encode()
    )
    over[NameObject("/Contents")] = stream
    return over
