"""A line of ours in the upper margin of every page."""

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_SIZE = 8
# Points: 3 cm from the left, where the text begins, and above a header 1 cm below the edge
_FROM_LEFT, _FROM_TOP = 85, 22
_FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


def marked(pdf: bytes, line: str) -> bytes:
    """``pdf`` with ``line`` (Latin-1) and the page number on top.

    No PDF/A any more, as the font is not embedded.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.root_object.pop(NameObject("/Metadata"), None)
    for number, page in enumerate(writer.pages, 1):
        page.merge_page(_over(page, f"{line} · halaman {number} dari {len(writer.pages)}"))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _over(page: PageObject, text: str) -> PageObject:
    box = page.mediabox
    over = PageObject.create_blank_page(width=float(box.right), height=float(box.top))
    font = DictionaryObject({NameObject(name): NameObject(value) for name, value in _FONT.items()})
    over[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/Mark"): font})}
    )
    words = text.encode("latin-1", "replace").hex()
    stream = DecodedStreamObject()
    stream.set_data(
        f"BT /Mark {_SIZE} Tf {float(box.left) + _FROM_LEFT} {float(box.top) - _FROM_TOP} Td <{words}> Tj ET".encode()
    )
    over[NameObject("/Contents")] = stream
    return over
