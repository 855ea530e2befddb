"""The searchable derivative: a PDF of the document's own pictures with what was read over them.

Scripts, attachments, forms and signatures are left out.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from pipeline.intake.errors import Unreadable
from pipeline.intake.inside.bind import bind
from pipeline.intake.inside.layer import INVISIBLE, is_all_seen
from pipeline.intake.inside.overtext import font, lay
from pipeline.intake.inside.pages import DPI, PdfPages, PicturePages
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
_DRAWN = "halaman {pages} digambar ulang, karena memuat teks yang tidak tampak"
_PART = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"


def readable(stream: BinaryIO, document: PdfPages | PicturePages, pages: Sequence[Page]) -> tuple[bytes, str]:
    """The derivative (empty: none needed), and what was lost."""
    is_picture = isinstance(document, PicturePages)
    if not is_picture and not any(page.source == "ocr" and page.rows for page in pages):
        return b"", ""
    stream.seek(0)
    source, lost = bind(stream, document) if isinstance(document, PicturePages) else (stream.read(), "")
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(source), suppress_warnings=True) as given, pikepdf.new() as made:
            if not is_picture:
                given.flatten_annotations("screen")
            unseen = [] if is_picture else _unseen(given, pages)
            lost = _DRAWN.format(pages=", ".join(map(str, unseen))) if unseen else lost
            _fill(given, made, pages, {number: _drawn_anew(document, number) for number in unseen})
            _mark(made, is_archival=is_picture and not _has_inks(made))
            made.remove_unreferenced_resources()
            made.save(out, deterministic_id=True, linearize=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, OSError, IndexError, KeyError):
        raise Unreadable("intake.damaged") from None
    return out.getvalue(), lost


def _unseen(given: pikepdf.Pdf, pages: Sequence[Page]) -> list[int]:
    # Invisible text is taken out of the pages read anew; those that still hold text nobody sees are returned
    left = [
        page.number
        for page in pages[: len(given.pages)]
        if page.source != "ocr" or without_unseen(given, given.pages[page.number - 1])
    ]
    return [number for number in left if not _is_seen(given, number)]


def _is_seen(given: pikepdf.Pdf, number: int) -> bool:
    out = io.BytesIO()
    with pikepdf.new() as alone:
        if "/OCProperties" in given.Root:
            alone.Root.OCProperties = alone.copy_foreign(given.make_indirect(given.Root.OCProperties))
        alone.pages.append(given.pages[number - 1])
        alone.save(out)
    return is_all_seen(PdfPages(out), 1)


def _drawn_anew(document: PdfPages | PicturePages, number: int) -> bytes:
    picture, out = document.picture(number, DPI, "RGB"), io.BytesIO()
    as_large = document.scale(number, DPI) * 72 if isinstance(document, PdfPages) else float(DPI)
    picture.save(out, "PDF", resolution=as_large, quality=90)
    return out.getvalue()


def _fill(given: pikepdf.Pdf, made: pikepdf.Pdf, pages: Sequence[Page], drawn: Mapping[int, bytes]) -> None:
    face = font(made)
    known = {page.number: page for page in pages}
    for number in range(1, min(len(given.pages), len(pages)) + 1):
        if number in drawn:
            with pikepdf.open(io.BytesIO(drawn[number])) as picture:
                made.pages.append(picture.pages[0])
        else:
            made.pages.append(given.pages[number - 1])
        sheet, page = made.pages[-1], known.get(number)
        for name in _ACTIVE:
            if name in sheet.obj:
                del sheet.obj[name]
        if page is not None and page.rows and (page.source == "ocr" or number in drawn):
            lay(sheet, page, face)


def _has_inks(made: pikepdf.Pdf) -> bool:
    # For printing inks PDF/A wants another profile
    spaces = (image.get("/ColorSpace") for sheet in made.pages for image in sheet.get_images().values())
    return any(str(space[0] if isinstance(space, Array) else space) in _INKS for space in spaces)


def _mark(made: pikepdf.Pdf, *, is_archival: bool) -> None:
    xmp = _XMP.format(title=TITLE, part=_PART if is_archival else "").encode()
    made.Root.Metadata = made.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
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
    # Without the moment it was made
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0"
    profile[84:100] = bytes(16)
    return bytes(profile)


_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_DEEP = 4


def without_unseen(pdf: pikepdf.Pdf, sheet: pikepdf.Page) -> bool:
    """Also from forms the sheet draws; tell whether other text is left."""
    is_left = False
    if _has_text(sheet.obj.get("/Resources")):
        sheet.contents_coalesce()
        steps = _visible(sheet)
        is_left = _shows(steps)
        sheet.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
    return _forms(sheet.obj.get("/Resources"), _DEEP) or is_left


def _forms(resources: Any, deep: int) -> bool:
    # What lies too deep counts as left
    if not isinstance(resources, pikepdf.Dictionary):
        return False
    is_left = False
    for form in resources.get("/XObject", pikepdf.Dictionary()).values():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
            if not deep:
                return True
            if _has_text(form.get("/Resources")):
                steps = _visible(form)
                is_left |= _shows(steps)
                form.write(pikepdf.unparse_content_stream(steps))
            is_left |= _forms(form.get("/Resources"), deep - 1)
    return is_left


def _has_text(resources: Any) -> bool:
    return isinstance(resources, pikepdf.Dictionary) and "/Font" in resources


def _shows(steps: Sequence[Any]) -> bool:
    return any(str(step.operator) in _SHOWS for step in steps)


def _visible(drawn: pikepdf.Page | pikepdf.Stream) -> list[Any]:
    return list(_without(pikepdf.parse_content_stream(drawn)))


def _without(steps: Iterable[Any]) -> Iterator[Any]:
    mode, kept = 0, []
    for step in steps:
        name = str(step.operator)
        if name == "q":
            kept.append(mode)
        elif name == "Q":
            mode = kept.pop() if kept else mode
        elif name == "Tr":
            mode = int(step.operands[0])
        if name not in _SHOWS or mode not in INVISIBLE:
            yield step
