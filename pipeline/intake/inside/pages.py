"""A document as page pictures: pdfium for PDF, Pillow for pictures; sizes are checked before unpacking.

The picture *as received* is a PDF page at 200 dpi, or a picture turned as its camera noted.
"""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

import pypdfium2
from PIL import Image, ImageOps

from pipeline.intake.errors import Unreadable
from pipeline.intake.sniff import HEAD, kind_of

DPI = 200
LONGEST = 4400  # pixels of a rendered PDF page's long side; A3 at 200 dpi has 3,307
PAPER_INCHES = 11.7  # long side of A4, for a picture without resolution
_ODD, _MOST_ODD = 1.1, 4.0  # ratio from which pixels count as not square, and up to which it is believed
_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")


@dataclass(frozen=True)
class Bounds:
    """Megapixels of one picture, pages of one document."""

    megapixels: int = 120
    pages: int = 500


class PdfPages:
    """The pages of a PDF."""

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        try:
            self.pdf = pypdfium2.PdfDocument(stream)
        except pypdfium2.PdfiumError:
            raise Unreadable("intake.damaged") from None

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self.pdf)

    def page(self, number: int) -> Any:
        """One of pdfium's pages, from 1."""
        if not 1 <= number <= self.count:
            raise Unreadable("intake.no_such_page", page=number, pages=self.count)
        try:
            return self.pdf[number - 1]
        except pypdfium2.PdfiumError:
            raise Unreadable("intake.damaged") from None

    def scale(self, number: int, dpi: int) -> float:
        """Pixels per point, fewer on a page beyond any paper."""
        longest = max(self.page(number).get_size())
        return float(min(dpi / 72, LONGEST * max(dpi / DPI, 1) / max(longest, 1)))

    def picture(self, number: int, dpi: int, mode: str) -> Image.Image:
        """Render a page."""
        page = self.page(number)
        bitmap = page.render(scale=self.scale(number, dpi), grayscale=mode == "L", rev_byteorder=True)
        image: Image.Image = bitmap.to_pil()
        return image if image.mode == mode else image.convert(mode)

    def received(self, number: int) -> Image.Image:
        """At 200 dpi, grey."""
        return self.picture(number, DPI, "L")


class PicturePages:
    """All frames of a TIFF, else the first."""

    def __init__(self, stream: BinaryIO, bounds: Bounds) -> None:
        stream.seek(0)
        is_heif = stream.read(12)[4:8] == b"ftyp"
        stream.seek(0)
        self.bounds = bounds
        with _honest():
            self.image = Image.open(stream, formats=_learn_heif() if is_heif else _FORMATS)
            self._check_size()
            self.count = int(getattr(self.image, "n_frames", 1)) if self.image.format == "TIFF" else 1

    def _check_size(self) -> None:
        width, height = self.image.size
        if width * height > self.bounds.megapixels * 1_000_000:
            raise Unreadable(
                "intake.too_many_pixels",
                width=width,
                height=height,
                megapixels=round(width * height / 1e6),
                limit=self.bounds.megapixels,
            )

    def _frame(self, number: int, mode: str) -> Image.Image:
        with _honest():
            return _squared(self.seen(number, mode, may_draft=True))

    def seen(self, number: int, mode: str, *, may_draft: bool = False) -> Image.Image:
        """Turned as its camera noted; ``may_draft``: read as grey at once."""
        if not 1 <= number <= self.count:
            raise Unreadable("intake.no_such_page", page=number, pages=self.count)
        with _honest():
            self.image.seek(number - 1)
            self._check_size()
            if may_draft and self.image.format == "JPEG" and mode == "L":
                self.image.draft("L", self.image.size)
            self.image.load()
            return _turned(_flat(self.image, mode))

    def picture(self, number: int, dpi: int, mode: str) -> Image.Image:
        """Made smaller to about ``dpi`` where it is finer."""
        image = self._frame(number, mode)
        ratio = dpi / resolution_of(image)
        if ratio >= 1:
            return image
        size = max(1, round(image.width * ratio)), max(1, round(image.height * ratio))
        return image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)

    def received(self, number: int) -> Image.Image:
        """As it is, grey."""
        return self._frame(number, "L")


def open_pages(stream: BinaryIO, bounds: Bounds) -> PdfPages | PicturePages:
    """Open a PDF or a picture."""
    stream.seek(0)
    pages = PdfPages(stream) if kind_of(stream.read(HEAD)) == "pdf" else PicturePages(stream, bounds)
    if pages.count > bounds.pages:
        raise Unreadable("intake.too_many_pages", pages=pages.count, limit=bounds.pages)
    return pages


def resolution_of(image: Image.Image) -> float:
    """The picture's own if plausible, else as if A4."""
    return resolutions_of(image)[0]


def resolutions_of(image: Image.Image, size: tuple[int, int] | None = None) -> tuple[float, float]:
    """Across and down (a fax has fewer down); ``size`` in pixels."""
    width, height = size or image.size
    across, down = (float(value or 0) for value in image.info.get("dpi", (0, 0)))
    is_odd = across > 0 and down > 0 and max(across, down) > _ODD * min(across, down)
    down = down if is_odd and max(across, down) < _MOST_ODD * min(across, down) else across
    if across > 0 and 4 <= max(width / across, height / down) <= 20:
        return across, down
    guessed = max(width, height) / PAPER_INCHES
    return guessed, guessed


def _squared(image: Image.Image) -> Image.Image:
    # A fax of standard fineness is made as high as its paper
    across, down = resolutions_of(image)
    if across == down:
        return image
    fine = max(across, down)
    info = image.info
    size = round(image.width * fine / across), round(image.height * fine / down)
    square = image.resize(size, Image.Resampling.BILINEAR)
    square.info = {**info, "dpi": (fine, fine)}
    return square


@contextmanager
def _honest() -> Iterator[None]:
    # Pillow's size alarm is replaced by the office's bounds
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (
        OSError,
        ValueError,
        TypeError,
        SyntaxError,
        EOFError,
        LookupError,
        ArithmeticError,
        struct.error,
    ):
        raise Unreadable("intake.damaged") from None


def _learn_heif() -> tuple[str, ...]:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener()
    return ("HEIF",)


def _flat(image: Image.Image, mode: str) -> Image.Image:
    info = dict(image.info)
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        image = image.convert("F").point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in info:
        clear = image.convert("RGBA")
        image = Image.new("RGBA", clear.size, "white")
        image.alpha_composite(clear)
    flat = image if image.mode == mode else image.convert(mode)
    flat.info = {key: info[key] for key in ("dpi", "exif") if key in info}
    return flat


def _turned(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except (OSError, ValueError, TypeError, SyntaxError, KeyError, EOFError):
        return image
