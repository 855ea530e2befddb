"""Pictures become a PDF: JPEG, TIFF group 4 and PNG byte for byte, others pixel for pixel.

What cannot be kept (16 bits a colour, HEIC) is told.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

import img2pdf
import pikepdf
from PIL import Image

from pipeline.intake.errors import Unreadable
from pipeline.intake.inside.pages import PdfPages, PicturePages, resolutions_of

# stands for the time of making, so that a repeat gives the same bytes
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
# what may be lost, as the office is told
DEEP, COLOURS, PHOTO = "16 bit per warna menjadi 8 bit", "ruang warna diubah", "gambar HEIC menjadi JPEG"
_EXACT = frozenset({"1", "L", "P", "RGB", "RGBA", "LA", "CMYK"})
_MIRRORED = frozenset({2, 4, 5, 7})
_ORIENTATION = 0x0112
_FINE = 95
_Layout = Callable[[int, int, tuple[float, float]], tuple[float, float, float, float]]


def bind(stream: BinaryIO, pages: PicturePages) -> tuple[bytes, str]:
    """A PDF of all frames, and what was lost."""
    stream.seek(0)
    data = stream.read()
    if pages.image.format == "HEIF":
        return _each(pages, "JPEG"), PHOTO
    if not _is_mirrored(pages) and pages.image.format != "WEBP":
        try:
            return _convert([data], pages, is_all=pages.image.format == "TIFF"), ""
        except Exception:  # noqa: BLE001, S110 - what img2pdf cannot take over, for whatever reason, is drawn anew
            pass
    deep = any(_mode(pages, number).startswith(("I", "F")) for number in range(1, pages.count + 1))
    exact = all(_mode(pages, number) in _EXACT - {"CMYK"} for number in range(1, pages.count + 1))
    return _each(pages, "PNG"), DEEP if deep else "" if exact else COLOURS


def _mode(pages: PicturePages, number: int) -> str:
    pages.image.seek(number - 1)
    return pages.image.mode


def _is_mirrored(pages: PicturePages) -> bool:
    try:
        return pages.image.getexif().get(_ORIENTATION) in _MIRRORED
    except (OSError, ValueError, TypeError, SyntaxError):
        return False


def _each(pages: PicturePages, kind: str) -> bytes:
    frames = []
    for number in range(1, pages.count + 1):
        image = pages.seen(number, "L" if _mode(pages, number) in ("1", "L") else "RGB")
        frame = io.BytesIO()
        image.save(frame, kind, quality=_FINE, dpi=resolutions_of(image))
        frames.append(frame.getvalue())
    try:
        return _convert(frames, pages, is_all=False)
    except Exception:  # noqa: BLE001 - pixels that no page can hold
        raise Unreadable("intake.damaged") from None


def _convert(pictures: list[bytes], pages: PicturePages, *, is_all: bool) -> bytes:
    made: bytes = img2pdf.convert(
        pictures,
        layout_fun=_layout(pages),
        first_frame_only=not is_all,
        rotation=img2pdf.Rotation.auto,
        creationdate=MOMENT,
        moddate=MOMENT,
        producer="",
    )
    return made


def _layout(pages: PicturePages) -> _Layout:
    # A page of the picture's true size as far as it tells that, else about A4
    def layout(width: int, height: int, dpi: tuple[float, float]) -> tuple[float, float, float, float]:
        blank = Image.new("1", (1, 1))
        if "dpi" in pages.image.info:
            blank.info["dpi"] = dpi
        across, down = resolutions_of(blank, (width, height))
        return 72 * width / across, 72 * height / down, 72 * width / across, 72 * height / down

    return layout


def part(stream: BinaryIO, pages: PdfPages | PicturePages, ranges: Sequence[tuple[int, int]]) -> bytes:
    """``ranges``: first and last page, from 1; not rendered."""
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
    """Not rendered."""
    return _made((io.BytesIO(content), None) for content in parts)


def _made(parts: Iterable[tuple[BinaryIO, Sequence[int] | None]]) -> bytes:
    out = io.BytesIO()
    try:
        with pikepdf.new() as target:
            for stream, numbers in parts:
                with pikepdf.open(stream, suppress_warnings=True) as source:
                    pages = source.pages
                    target.pages.extend(
                        pages if numbers is None else [pages[number - 1] for number in numbers]
                    )
            target.remove_unreferenced_resources()
            target.save(out, deterministic_id=True, linearize=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):
        raise Unreadable("intake.damaged") from None
    return out.getvalue()
