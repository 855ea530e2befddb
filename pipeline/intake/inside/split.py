"""Pages of a document become a PDF of their own, or several PDFs one: always the same bytes."""

import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

import img2pdf
import pikepdf

from pipeline.intake.errors import Unreadable
from pipeline.intake.inside.bind import MOMENT
from pipeline.intake.inside.pages import PdfPages, PicturePages


def part(stream: BinaryIO, pages: PdfPages | PicturePages, ranges: Sequence[tuple[int, int]]) -> bytes:
    """Return a PDF of the pages in ``ranges`` (first and last, from 1), in that order, not rendered."""
    numbers = [number for first, last in ranges for number in range(first, last + 1)]
    for number in numbers:
        if not 1 <= number <= pages.count:
            raise Unreadable("intake.no_such_page", page=number, pages=pages.count)
    if isinstance(pages, PicturePages):
        stream, numbers = _as_pdf(pages, numbers), list(range(1, len(numbers) + 1))
    stream.seek(0)
    return _made([(stream, numbers)])


def _as_pdf(pages: PicturePages, numbers: Sequence[int]) -> io.BytesIO:
    frames = []
    for number in numbers:
        frame = io.BytesIO()
        image = pages.picture(number, 1200, "RGB")
        image.save(frame, "PNG", dpi=image.info.get("dpi", (200, 200)))
        frames.append(frame.getvalue())
    return io.BytesIO(img2pdf.convert(frames, creationdate=MOMENT, moddate=MOMENT, producer=""))


def joined(parts: Sequence[bytes]) -> bytes:
    """Return one PDF of the pages of ``parts`` in their order, not rendered."""
    return _made((io.BytesIO(one), None) for one in parts)


def _made(parts: Iterable[tuple[BinaryIO, Sequence[int] | None]]) -> bytes:
    out = io.BytesIO()
    try:
        with pikepdf.new() as target:
            for stream, numbers in parts:
                with pikepdf.open(stream, suppress_warnings=True) as source:
                    pages = source.pages
                    target.pages.extend(pages if numbers is None else [pages[one - 1] for one in numbers])
            target.remove_unreferenced_resources()
            target.save(out, deterministic_id=True, linearize=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):
        raise Unreadable("intake.damaged") from None
    return out.getvalue()
