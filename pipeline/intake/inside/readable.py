"""The readable derivative of a document: a PDF with its own pictures and, over them, what was read.

Only pages are taken over: no scripts, attachments, forms or signatures. The picture of a page keeps its bytes; what
is lost where a picture has no form of its own in PDF is said. A document whose pages are all born digital needs none.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from pipeline.intake.errors_reading import Damaged
from pipeline.intake.inside.bind import bind
from pipeline.intake.inside.overtext import font, lay
from pipeline.intake.inside.pages import PdfPages, PicturePages
from pipeline.intake.inside.unseen import without_unseen
from pipeline.intake.reading import Page

TITLE = "Turunan untuk dibaca dan dicari; yang berlaku adalah berkas aslinya"
_ACTIVE = ("/AA", "/Annots", "/Tabs", "/StructParents", "/PieceInfo", "/B", "/Metadata")
_INKS = frozenset({"/DeviceCMYK", "/DeviceN", "/Separation"})
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{part}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_PART = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"


def readable(stream: BinaryIO, document: PdfPages | PicturePages, pages: Sequence[Page]) -> tuple[bytes, str]:
    """Return the derivative of a document whose ``pages`` were read, and what was lost in it (nothing: empty).

    Empty bytes: it needs none. Raises :class:`Damaged`.
    """
    is_picture = isinstance(document, PicturePages)
    if not is_picture and not any(page.source == "ocr" and page.rows for page in pages):
        return b"", ""
    source, lost = bind(stream, document) if isinstance(document, PicturePages) else (_all(stream), "")
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(source), suppress_warnings=True) as given, pikepdf.new() as made:
            if not is_picture:
                given.flatten_annotations("screen")
            _fill(given, made, pages)
            _mark(made, is_archival=is_picture and not _has_inks(made))
            made.remove_unreferenced_resources()
            made.save(out, deterministic_id=True, linearize=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, OSError, IndexError, KeyError):
        raise Damaged from None
    return out.getvalue(), lost


def _all(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read()


def _fill(given: pikepdf.Pdf, made: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    face = font(made)
    known = {page.number: page for page in pages}
    for number in range(1, min(len(given.pages), len(pages)) + 1):
        made.pages.append(given.pages[number - 1])
        sheet, page = made.pages[-1], known.get(number)
        for name in _ACTIVE:
            if name in sheet.obj:
                del sheet.obj[name]
        if page is not None and page.source == "ocr":
            without_unseen(made, sheet)
            if page.rows:
                lay(sheet, page, face)


def _has_inks(made: pikepdf.Pdf) -> bool:
    """Tell whether a picture is in printing inks, for which PDF/A wants another profile."""
    for sheet in made.pages:
        for image in sheet.get_images().values():
            space = image.get("/ColorSpace")
            if str(space[0] if isinstance(space, Array) else space) in _INKS:
                return True
    return False


def _mark(made: pikepdf.Pdf, *, is_archival: bool) -> None:
    """Say in the file what it is; ``is_archival`` makes it PDF/A-2b."""
    xmp = _XMP.format(title=TITLE, part=_PART if is_archival else "").encode()
    stream = made.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    made.Root.Metadata = stream
    made.trailer.Info = made.make_indirect(Dictionary(Title=TITLE))
    if is_archival:
        profile = made.make_stream(_srgb(), N=3)
        made.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier="sRGB",
                    DestOutputProfile=profile,
                )
            ]
        )


def _srgb() -> bytes:
    """Return the profile of sRGB, without the moment it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0"
    profile[84:100] = bytes(16)
    return bytes(profile)
