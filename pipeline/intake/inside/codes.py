"""QR codes on a page; one seen but not read is sought on finer and enlarged pictures."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.intake.inside.paper import even, find_sheet, rectify

LONGEST_PAYLOAD = 500
MOST = 50
HUNT = 3.0  # CPU seconds for a page
_ROOM = 0.35  # a seen code is cut out with so much of its size around it
_TILES, _OVERLAP, _LARGE = 3, 0.2, 1600
_INK, _EMPTY = 0.6, 0.0003


@dataclass(frozen=True)
class FoundCodes:
    """Payloads in order; ``is_hard``: a code could not be read."""

    payloads: tuple[str, ...]
    is_hard: bool = False


def codes_of(picture: Image.Image) -> tuple[str, ...]:
    """Payloads on a grey picture (about 200 dpi), each once, in order."""
    return look(picture).payloads


def look(picture: Image.Image) -> FoundCodes:
    """For a grey picture of about 200 dpi."""
    seen = _read(picture)
    texts = [code.text for code in seen if code.valid]
    texts += [text for code in seen if not code.valid for text in _climb(_cut(picture, code.position))]
    if not seen:
        texts = _plain(_sharp(picture))
    return FoundCodes(_sound(texts), bool(seen) and not texts)


def _sharp(picture: Image.Image) -> Image.Image:
    # A tenth of the time that Pillow takes for a whole page
    grey = np.asarray(picture, np.uint8)
    return Image.fromarray(cv2.addWeighted(grey, 2.5, cv2.GaussianBlur(grey, (0, 0), 2), -1.5, 0))


def _sound(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= LONGEST_PAYLOAD))[:MOST]


def hunt(picture: Image.Image) -> tuple[str, ...]:
    """For a page believed to bear a code, as fine as it came."""
    end = time.process_time() + HUNT
    for image in _ways(picture):
        if texts := _sound(_plain(image) + _plain(image, zxingcpp.Binarizer.GlobalHistogram)):
            return texts
        if time.process_time() > end:
            break
    return ()


def _ways(picture: Image.Image) -> Iterator[Image.Image]:
    yield picture
    grey = np.asarray(picture, np.uint8)
    corners = find_sheet(grey)
    flat = Image.fromarray(even(grey if corners is None else rectify(grey, corners)[0]))
    yield flat
    yield flat.filter(ImageFilter.UnsharpMask(3, 200, 0))
    for piece in _pieces(flat):
        large = piece.resize((piece.width * 2, piece.height * 2), Image.Resampling.BICUBIC)
        yield large
        yield large.filter(ImageFilter.UnsharpMask(3, 200, 0))
        yield large.filter(ImageFilter.GaussianBlur(2))


def _pieces(page: Image.Image) -> Iterator[Image.Image]:
    # The corners of the page first: there our codes stand, however it lies
    ratio = min(1.0, _LARGE / min(page.size))
    small = page.resize((round(page.width * ratio), round(page.height * ratio)), Image.Resampling.BOX)
    wide, high = small.width / _TILES, small.height / _TILES
    places = [(column, row) for row in range(_TILES) for column in range(_TILES)]
    for column, row in sorted(places, key=lambda at: at[0] % 2 + at[1] % 2):
        yield small.crop(
            (
                max(0, round(wide * (column - _OVERLAP))),
                max(0, round(high * (row - _OVERLAP))),
                min(small.width, round(wide * (column + 1 + _OVERLAP))),
                min(small.height, round(high * (row + 1 + _OVERLAP))),
            )
        )


def is_empty(picture: Image.Image) -> bool:
    """Hardly any ink on a grey page."""
    grey = np.asarray(picture.reduce(2), np.float32)
    return float(np.mean(grey < _INK * float(np.percentile(grey, 90)))) < _EMPTY


def corners_of(picture: Image.Image, payload: str = "") -> NDArray[np.float64] | None:
    """Corners (4 × 2, from the code's upper left, clockwise) of the code with ``payload``, or any."""
    for times in (1, 2):
        large = picture if times == 1 else picture.resize((picture.width * 2, picture.height * 2))
        for code in (*_read(large), *_read(large, zxingcpp.Binarizer.GlobalHistogram)):
            if code.valid and payload in ("", code.text):
                return _corners(code.position) / times
    return None


def places(picture: Image.Image) -> list[NDArray[np.float64]]:
    """Corners (4 × 2), also of unread codes."""
    seen = (*_read(picture), *_read(picture, zxingcpp.Binarizer.GlobalHistogram))
    return [_corners(code.position) for code in seen]


def _corners(at: Any) -> NDArray[np.float64]:
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return np.array([(point.x, point.y) for point in points], np.float64)


def _read(picture: Image.Image, binarizer: Any = zxingcpp.Binarizer.LocalAverage) -> list[Any]:
    return list(
        zxingcpp.read_barcodes(
            picture,
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            binarizer=binarizer,
            return_errors=True,
            text_mode=zxingcpp.TextMode.Plain,
        )
    )


def _plain(picture: Image.Image, binarizer: Any = zxingcpp.Binarizer.LocalAverage) -> list[str]:
    return [code.text for code in _read(picture, binarizer) if code.valid]


def _climb(cut: Image.Image) -> list[str]:
    large = cut.resize((cut.width * 2, cut.height * 2), Image.Resampling.BICUBIC)
    sharp = large.filter(ImageFilter.UnsharpMask(3, 200, 0))
    for picture, binarizer in (
        (large, zxingcpp.Binarizer.LocalAverage),
        (sharp, zxingcpp.Binarizer.LocalAverage),
        (large, zxingcpp.Binarizer.GlobalHistogram),
        (large.filter(ImageFilter.GaussianBlur(2)), zxingcpp.Binarizer.GlobalHistogram),
    ):
        if texts := _plain(picture, binarizer):
            return texts
    return []


def _cut(picture: Image.Image, position: Any) -> Image.Image:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across, down = [point.x for point in corners], [point.y for point in corners]
    room = round(_ROOM * max(max(across) - min(across), max(down) - min(down))) + 8
    return picture.crop(
        (
            max(0, min(across) - room),
            max(0, min(down) - room),
            min(picture.width, max(across) + room),
            min(picture.height, max(down) + room),
        )
    )
