"""The jobs of the child; each reads a document from a stream."""

import importlib
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any, BinaryIO

import cv2
import numpy as np
from PIL import Image

from pipeline.intake import suggest as rules
from pipeline.intake.errors import Unreadable
from pipeline.intake.inside import black, codes, layer, ocr, pages, pdf
from pipeline.intake.inside.bind import joined, part
from pipeline.intake.inside.compare import of_picture
from pipeline.intake.inside.docx import identifier_of
from pipeline.intake.inside.on_top import brought_in
from pipeline.intake.inside.printed import printed
from pipeline.intake.inside.readable import readable as make_readable
from pipeline.intake.inside.text import rows_of, words_of
from pipeline.intake.inside.tick_boxes import among, tick_boxes
from pipeline.intake.reading import Page, Row, Word, page_as_plain, page_from_plain
from pipeline.intake.sniff import HEAD, PICTURES, kind_of
from pipeline.rendering.framing import unpack

Args = Mapping[str, Any]
Answer = tuple[bytes, bytes | None]
_FINE = 300  # dpi for a second, harder look
_GREY = 55  # quality of a small grey picture
_LETTER = """\
Kepada Yth. Ketua P2TP2A di tempat
Nomor : 12/A/VIII/2026 Hal : Pengaduan Muara, 3 Agustus 2026
Dengan hormat, saya Siti Aminah, ibu dari korban bernama Ani, umur 14 tahun, Desa Hulu Kecamatan Kota.
Anak saya dipukul oleh ayah tirinya, Herman, pada tanggal 2 Agustus 2026. Saya takut dan mohon bantuan.
Hubungi saya lewat kakak saya Rina, HP 0812 3456 7890, jangan kepada Pak Herman.
Nama Korban : Ani
Jenis kelamin : [ ] L [x] P
Hormat saya, Siti Aminah"""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NEEDED = (
    "numpy.ma",
    "pypdf.filters",
    *(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Jpeg", "Png", "Tiff", "WebP")),
)
"""What libraries would load with the first page or picture (Pillow: all decoders, HEIC apart)."""


def survey(stream: BinaryIO, args: Args) -> Answer:
    """Repairs the document if need be."""
    if not (head := stream.read(HEAD)):
        raise Unreadable("intake.empty")
    kind = kind_of(head)
    plain: dict[str, Any] = {"pages": 1, "identifier": None, "has_signature": False, "problems": ()}
    repaired = None
    if kind == "pdf":
        plain |= asdict(pdf.examine(stream))
        repaired = plain.pop("repaired")
    elif kind == "zip":
        kind = "docx"
        plain |= {"identifier": identifier_of(stream), "pages": 0}
    elif kind in PICTURES:
        plain |= {"pages": pages.open_pages(stream, _bounds(args)).count}
    elif kind == "ole" and _LOCKED in head + stream.read(1 << 20):
        raise Unreadable("intake.encrypted")
    else:
        raise Unreadable("intake.unknown_kind")
    if plain["pages"] > args["pages"]:
        raise Unreadable("intake.too_many_pages", pages=plain["pages"], limit=args["pages"])
    return _json({"kind": kind, **plain}), repaired


def bring_in(stream: BinaryIO, _args: Args) -> Answer:
    """Brings what lies on top into a PDF's pages; with notes."""
    made, notes = brought_in(stream)
    return made, _json(notes)


def read_codes(stream: BinaryIO, args: Args) -> Answer:
    """Also whether a page is blank or hard; ``hunt`` looks much harder."""
    document = pages.open_pages(stream, _bounds(args))
    picture = document.picture(args["page"], pages.DPI, "L")
    seen = codes.look(picture)
    if args["hunt"] and not seen.payloads:
        seen = codes.FoundCodes(codes.hunt(document.picture(args["page"], _FINE, "L")), seen.is_hard)
    is_blank = not seen.payloads and not seen.is_hard and codes.is_empty(picture)
    return _json({"codes": seen.payloads, "is_blank": is_blank, "is_hard": seen.is_hard}), None


def compare(stream: BinaryIO, args: Args) -> Answer:
    """Scan and print come in a parcel."""
    own, scan = map(io.BytesIO, unpack(stream.read()))
    number, prints = int(args["page"]), printed(own, str(args["name"]))
    picture = pages.open_pages(scan, _bounds(args)).picture(number, pages.DPI, "RGB")
    likeness = of_picture(picture, str(args["code"]), prints, number)
    return _json({**likeness, "printed": len(prints)}), None


def is_text(stream: BinaryIO, args: Args) -> Answer:
    """Whether a page is born digital."""
    return _json(_text_of(pages.open_pages(stream, _bounds(args)), int(args["page"])) is not None), None


def read_page(stream: BinaryIO, args: Args) -> Answer:
    """``data`` is the language data's folder."""
    document = pages.open_pages(stream, _bounds(args))
    number = int(args["page"])
    image = document.received(number)
    is_pdf = isinstance(document, pages.PdfPages)
    payloads = codes.codes_of(image if is_pdf else document.picture(number, pages.DPI, "L"))
    if (words := _text_of(document, number)) is not None and isinstance(document, pages.PdfPages):
        words = layer.shown(document, number, words, np.asarray(image))
    note = b""
    if words is not None:
        words = among(words, tick_boxes(np.asarray(image)))
        page = Page(number, image.width, image.height, rows_of(words), "text", 1.0, 0, payloads)
    else:
        dpi = float(pages.DPI) if is_pdf else pages.resolution_of(image)
        seen = ocr.recognise(np.asarray(image), dpi, args["data"])
        page = Page(
            number, image.width, image.height, seen.rows, "ocr", seen.confidence, seen.rotation, payloads
        )
        if isinstance(document, pages.PdfPages) and layer.is_other(document, number, page.rows):
            note = layer.OTHER.encode()
    return _json(page_as_plain(page)), note


def _text_of(document: pages.PdfPages | pages.PicturePages, number: int) -> Any:
    if not isinstance(document, pages.PdfPages):
        return None
    return words_of(document, number)


def picture(stream: BinaryIO, args: Args) -> Answer:
    """PNG of about ``dpi``; ``light``: grey JPEG, a tenth of the bytes."""
    is_light = bool(args.get("light"))
    image = pages.open_pages(stream, _bounds(args)).picture(
        args["page"], args["dpi"], "L" if is_light else "RGB"
    )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_GREY) if is_light else image.save(out, "PNG", compress_level=4)
    return out.getvalue(), None


def black_out(stream: BinaryIO, args: Args) -> Answer:
    """With ``framed`` a PNG with frames."""
    boxes = [(int(x0), int(y0), int(x1), int(y1)) for x0, y0, x1, y1 in args["boxes"]]
    work = black.framed if args["framed"] else black.blackened
    document = pages.open_pages(stream, _bounds(args))
    return work(document, int(args["page"]), boxes, int(args["turn"])), None


def split(stream: BinaryIO, args: Args) -> Answer:
    """``ranges`` of pages as a PDF."""
    ranges = [(int(first), int(last)) for first, last in args["ranges"]]
    return part(stream, pages.open_pages(stream, _bounds(args)), ranges), None


def join(stream: BinaryIO, _args: Args) -> Answer:
    """PDFs in a parcel as one."""
    return joined(unpack(stream.read())), None


def readable(stream: BinaryIO, args: Args) -> Answer:
    """Document and reading come in a parcel."""
    document, read = unpack(stream.read())
    seen = [page_from_plain(page) for page in json.loads(read)]
    held = io.BytesIO(document)
    made, lost = make_readable(held, pages.open_pages(held, _bounds(args)), seen)
    return made, lost.encode()


def suggest(stream: BinaryIO, args: Args) -> Answer:
    """Suggestions and danger words; ``words`` are the office's own."""
    pages_read = [page_from_plain(page) for page in json.load(stream)]
    places, institutions, more = (
        args["words"].get(name, ()) for name in ("places", "institutions", "danger")
    )
    fields = {
        name: asdict(suggestion)
        for name, suggestion in rules.suggest(pages_read, places, institutions).items()
    }
    return _json({"fields": fields, "danger": rules.danger(pages_read, more)}), None


def preload(job: str, data: str) -> None:
    """Done before the fork, not for each page."""
    cv2.setNumThreads(1)
    Image.preinit()
    for name in _NEEDED:
        importlib.import_module(name)
    if job == "read_page":
        ocr.engine(data)
    if job == "suggest":
        _suggest_once()


@cache
def _suggest_once() -> None:
    # The rules compile their expressions on a letter of our own
    lines = [[(90 * n, word) for n, word in enumerate(line.split())] for line in _LETTER.splitlines()]
    rows = [
        Row(tuple(Word(word, (x, 40 * at, x + 80, 40 * at + 30), 1.0) for x, word in line))
        for at, line in enumerate(lines)
    ]
    page = page_as_plain(Page(1, 1240, 1754, tuple(rows), "text", 1.0, 0, ()))
    suggest(io.BytesIO(_json([page])), {"words": {"places": ["Kota"]}})


def _bounds(args: Args) -> pages.Bounds:
    return pages.Bounds(int(args["megapixels"]), int(args["pages"]))


def _json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


JOBS: Mapping[str, Callable[[BinaryIO, Args], Answer]] = {
    job.__name__: job
    for job in (survey, bring_in, read_codes, compare, is_text, read_page, picture, black_out, split, readable, join,
                suggest)
}  # fmt: skip
